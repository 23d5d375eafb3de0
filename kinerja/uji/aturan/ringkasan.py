"""Rules on printed means of capaian: of an OPD or of a sasaran."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kinerja.model.istilah import Ukuran
from kinerja.nilai.angka import SERATUS, format_angka, format_persen
from kinerja.nilai.pasti import pasti
from kinerja.rumus.capaian import Kecocokan
from kinerja.uji.bukti.cetakan import Angka, Bukti
from kinerja.uji.bukti.iku import CapaianIku, capaian_iku, ejaan_uraian, iku_milik, kelompok_opd, rata, terbukti
from kinerja.uji.bukti.presisi import Selang, bandingkan, selang_bulat, selang_rata, tepat
from kinerja.uji.model import Alamat, Aturan, Hasil, Keyakinan, Temuan, TidakDiuji

# --- U35 means --------------------------------------------------------------------------------------------------------


def rata_rata_tidak_mengikuti(bukti: Bukti) -> Iterator[Hasil]:
    """Find printed means that fit neither the printed nor the computed capaian of the IKU they are about."""
    ada = False
    for kode, uraian, tahun, angka, ukuran in _cetakan_rata(bukti):
        ada = True
        daftar = capaian_iku(bukti, iku_milik(bukti, kode, uraian), tahun)
        if not any(c.angka is not None for c in daftar):
            yield TidakDiuji("U35", f"Rata-rata “{uraian or kode}” {tahun}: tidak ada capaian yang dapat dihitung")
        else:
            yield from _uji_rata(
                bukti,
                Alamat(kode_opd=kode, kode_indikator="", tahun=tahun, ukuran=ukuran.value, uraian=uraian),
                angka,
                daftar,
            )
    if not ada:
        yield TidakDiuji("U35", "Tidak ada rata-rata capaian tercetak")


def _cetakan_rata(bukti: Bukti) -> Iterator[tuple[str, str, int, tuple[Angka, ...], Ukuran]]:
    """Every printed mean, and every printed capaian of a sasaran, which is the mean of its IKU."""
    for kode, uraian, tahun, angka in kelompok_opd(bukti, Ukuran.RATA_RATA):
        yield kode, uraian, tahun, angka, Ukuran.RATA_RATA
    for kode, uraian, tahun, angka in kelompok_opd(bukti, Ukuran.CAPAIAN):
        if uraian and angka[0].nilai.angka is not None and iku_milik(bukti, kode, uraian):
            yield kode, uraian, tahun, angka, Ukuran.CAPAIAN


def _uji_rata(bukti: Bukti, alamat: Alamat, angka: Sequence[Angka], daftar: Sequence[CapaianIku]) -> Iterator[Temuan]:
    if angka[0].nilai.angka is None:
        return
    hasil = [bandingkan(angka[0].nilai, s) for s in _rata_boleh(daftar)]
    if Kecocokan.COCOK in hasil:
        return
    dipotong = Kecocokan.DIPOTONG in hasil
    ada = [c for c in daftar if c.angka is not None]
    cetak = rata([c.angka for c in ada])
    hitung = rata([c.hitung for c in ada])
    opd = bukti.dataset.opd[alamat.kode_opd].nama_pendek
    nama = f"sasaran {ejaan_uraian(bukti, alamat)} ({opd})" if alamat.uraian else opd
    kata = "Capaian" if alamat.ukuran == Ukuran.CAPAIAN.value else "Rata-rata capaian"
    dari = f"{len(ada)} dari {len(daftar)} IKU"
    dugaan, longgar = ("", False) if dipotong else _dugaan_rata(bukti, alamat, angka[0], daftar)
    akibat = ", tercetak dipotong, bukan dibulatkan" if dipotong else ""
    temuan_rata = Temuan(
        aturan="U35",
        keyakinan=Keyakinan.PASTI if terbukti(daftar) and not (dipotong or longgar) else Keyakinan.PATUT_DICEK,
        alamat=alamat,
        cetakan=(angka[0].teks,),
        seharusnya=format_persen(cetak if dipotong else hitung),
        uraian=f"{kata} {nama} {alamat.tahun} tercetak {angka[0].teks}, padahal rata-rata capaian tercetak "
        f"{format_persen(cetak)} dan terhitung {format_persen(hitung)} ({dari}){akibat}.",
        sumber=tuple(dict.fromkeys(a.sumber for a in angka)),
        langkah=(
            *(_langkah(c) for c in daftar),
            f"Rata-rata {dari}: {format_persen(hitung)}",
            f"Tercetak {angka[0].masukan}",
        ),
        dugaan=dugaan,
        masukan=(
            *(f"{alamat.ukuran} {alamat.tahun}: {a.masukan}" for a in angka),
            *(f"Capaian {c.indikator.indikator} {alamat.tahun}: {c.cetak[0].masukan}" for c in ada if c.cetak),
        ),
    )
    yield temuan_rata


def _rata_boleh(daftar: Sequence[CapaianIku]) -> Iterator[Selang]:
    """The mean of the prints as they may have been before rounding, of the computed, of second prints one by one."""
    ada = [c for c in daftar if c.selang is not None]
    utama = [pasti(c.selang, "capaian") for c in ada]
    yield selang_rata(utama)
    hitung = [c.hitung for c in ada if c.hitung is not None]
    if hitung:
        yield selang_rata([tepat(h) for h in hitung])
    for n, c in enumerate(ada):
        for lain in c.cetak[1:]:
            yield selang_rata([*utama[:n], selang_bulat(lain.nilai) or utama[n], *utama[n + 1 :]])


def _langkah(capaian: CapaianIku) -> str:
    tercetak = capaian.cetak[0].masukan if capaian.cetak else "tidak tercetak"
    return f"{capaian.indikator.indikator}: tercetak {tercetak}, terhitung {format_persen(capaian.hitung)}"


def _dugaan_rata(bukti: Bukti, alamat: Alamat, angka: Angka, daftar: Sequence[CapaianIku]) -> tuple[str, bool]:
    """Guess which mean is printed, and whether it is one that can be meant (capped at 100)."""
    for nama, isi, longgar in _calon_rata(bukti, alamat, daftar):
        if isi and bandingkan(angka.nilai, selang_rata(isi)) is not Kecocokan.BEDA:
            return f"Mungkin {nama}.", longgar
    return "", False


def _calon_rata(bukti: Bukti, alamat: Alamat, daftar: Sequence[CapaianIku]) -> Iterator[tuple[str, list[Selang], bool]]:
    ada = [c for c in daftar if c.selang is not None]
    selang = [s for c in ada if (s := c.selang)]
    yield "capaian di atas 100 dihitung 100", [_batasi(s) for s in selang], True
    hitung = [c.hitung for c in ada if c.hitung is not None]
    yield "capaian terhitung di atas 100 dihitung 100", [_batasi(tepat(h)) for h in hitung], True
    kosong = [c for c in daftar if c.selang is None]
    nol = f"{len(kosong)} IKU tanpa capaian dihitung 0"
    yield nol, [*selang, *(tepat(Decimal(0)) for _ in kosong)] if kosong else [], False
    yield from _calon_tahun(bukti, alamat, ada, kosong)
    for n, c in enumerate(ada):
        yield f"{c.indikator.indikator} tidak ikut dihitung", selang[:n] + selang[n + 1 :], False
    yield from _calon_lain(bukti, alamat, ada) if alamat.uraian else ()


def _calon_lain(bukti: Bukti, alamat: Alamat, ada: Sequence[CapaianIku]) -> Iterator[tuple[str, list[Selang], bool]]:
    """The capaian of an IKU of another sasaran."""
    milik = {c.indikator.kode_indikator for c in ada}
    lain = [i for i in bukti.dataset.iku(alamat.kode_opd) if i.kode_indikator not in milik]
    for c in capaian_iku(bukti, lain, alamat.tahun):
        yield f"capaian {c.indikator.indikator}", [s] if (s := c.selang) else [], False


def _calon_tahun(
    bukti: Bukti, alamat: Alamat, ada: Sequence[CapaianIku], kosong: Sequence[CapaianIku]
) -> Iterator[tuple[str, list[Selang], bool]]:
    """The mean of another year, or with the last year's figure where this year has none."""
    for lain in (alamat.tahun - 1, alamat.tahun + 1):
        semua = [
            s for c in capaian_iku(bukti, iku_milik(bukti, alamat.kode_opd, alamat.uraian), lain) if (s := c.selang)
        ]
        yield f"rata-rata tahun {lain}", semua, False
        isi = [(c, c.selang) for c in capaian_iku(bukti, [c.indikator for c in kosong], lain)]
        pinjam = [s for _, s in isi if s]
        if pinjam:
            nama = ", ".join(f"{c.indikator.indikator} {format_angka(pasti(c.angka, 'capaian'))}" for c, s in isi if s)
            yield f"memakai capaian {lain} ({nama})", [*(s for c in ada if (s := c.selang)), *pinjam], False


def _batasi(selang: Selang) -> Selang:
    return Selang(min(selang.bawah, SERATUS), min(selang.atas, SERATUS))


ATURAN: tuple[Aturan, ...] = (
    Aturan(
        kode="U35",
        nama="Rata-rata tidak mengikuti capaian",
        syarat="rata-rata capaian tercetak bukan rata-rata capaian tercetak ataupun terhitung",
        alasan="Rata-rata capaian adalah angka yang paling sering dikutip dari sebuah laporan.",
        cari=rata_rata_tidak_mengikuti,
    ),
)
