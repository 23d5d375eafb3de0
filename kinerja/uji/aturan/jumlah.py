"""Rules on printed counts of IKU, sasaran and predikat, and on their shares."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kinerja.model.istilah import Status, Ukuran
from kinerja.nilai.angka import SERATUS, format_persen
from kinerja.nilai.nama import samakan
from kinerja.nilai.pasti import pasti
from kinerja.nilai.skala import Skala
from kinerja.rumus.capaian import CapaianIndikator, Kecocokan
from kinerja.rumus.hitung import persen_dari
from kinerja.uji.bukti.cetakan import Angka, Bukti
from kinerja.uji.bukti.iku import ejaan_uraian, iku_milik, kelompok_opd
from kinerja.uji.bukti.presisi import bandingkan, tepat
from kinerja.uji.bukti.terbilang import baca_terbilang
from kinerja.uji.model import Alamat, Aturan, Hasil, Keyakinan, Temuan, TidakDiuji


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hitungan:
    """What a printed count is held against.

    Attributes:
        nama: what is counted.
        boleh: every count that follows from the figures, the first as computed.
        atas: the largest count, if what has no figure were counted too.
        rincian: the reasoning.
        tanpa: how many of them have no figure.
        terbukti: whether another count is proved wrong; a regulation may name other sasaran and IKU than the report.
        sesasaran: whether it counts the IKU of one sasaran, which a finding calls by its name.
    """

    nama: str
    boleh: tuple[int, ...]
    atas: int
    rincian: str
    tanpa: int = 0
    terbukti: bool = True
    sesasaran: bool = False


def jumlah_tidak_mengikuti(bukti: Bukti) -> Iterator[Hasil]:
    """Find printed counts of IKU, sasaran and predikat, and shares of them, that are not the counted ones."""
    if not any(u is Ukuran.JUMLAH for *_, u in bukti.angka_opd):
        yield TidakDiuji("U36", "Tidak ada jumlah tercetak")
    tidak = []
    for kode, uraian, tahun, angka in kelompok_opd(bukti, Ukuran.JUMLAH):
        hitung = _hitung(bukti, kode, uraian, tahun)
        if hitung is None:
            tidak.append(f"“{uraian}” {kode} {tahun}")
        elif (n := baca_jumlah(angka[0])) is not None and n not in hitung.boleh:
            alamat = Alamat(kode_opd=kode, kode_indikator="", tahun=tahun, ukuran=Ukuran.JUMLAH.value, uraian=uraian)
            yield _temuan_jumlah(bukti, alamat, angka, hitung, n)
    if tidak:
        yield TidakDiuji("U36", f"Tidak diketahui apa yang dihitung: {', '.join(tidak)}")
    yield from _uji_bagian(bukti)


def _uji_bagian(bukti: Bukti) -> Iterator[Temuan]:
    """Hold shares of IKU of a predikat, in percent, against the counted ones."""
    for kode, uraian, tahun, angka in kelompok_opd(bukti, Ukuran.NILAI):
        skala, iku = bukti.dataset.skala_capaian(kode, tahun), bukti.dataset.capaian_opd(kode, tahun)
        if not skala.cari(uraian) or not iku or angka[0].nilai.angka is None:
            continue
        hitung = _hitung_predikat(bukti, iku, skala, uraian)
        if hitung is not None and not _bagian_cocok(angka[0], hitung.boleh, len(iku)):
            alamat = Alamat(kode_opd=kode, kode_indikator="", tahun=tahun, ukuran=Ukuran.NILAI.value, uraian=uraian)
            yield _temuan_bagian(bukti, alamat, angka, hitung, len(iku))


def baca_jumlah(angka: Angka) -> int | None:
    """Read a count, in digits or in words."""
    n = angka.nilai.angka if angka.nilai.ada else baca_terbilang(angka.teks)
    return int(n) if n is not None and n == int(n) else None


def _hitung(bukti: Bukti, kode: str, uraian: str, tahun: int) -> _Hitungan | None:
    iku = bukti.dataset.capaian_opd(kode, tahun)
    skala = bukti.dataset.skala_capaian(kode, tahun)
    if skala.cari(uraian):
        return _hitung_predikat(bukti, iku, skala, uraian)
    if uraian == samakan(Status.MELEBIHI.value):
        if not any(c.status is not None for c in iku):
            return None
        n = sum(c.status is Status.MELEBIHI for c in iku)
        cetak = [next(iter(bukti.cetakan(c.kode, c.tahun, Ukuran.CAPAIAN)), None) for c in iku]
        lebih = sum(a is not None and a.nilai.angka is not None and a.nilai.angka > SERATUS for a in cetak)
        tanpa = sum(c.status is None for c in iku)
        return _Hitungan(
            nama="IKU yang melebihi target",
            boleh=(n, lebih),
            atas=n + tanpa,
            rincian=f"{n} dari {len(iku)} IKU di atas 100%",
        )
    semua = bukti.dataset.iku(kode)
    if uraian in ("jumlah indikator kinerja utama", "jumlah iku"):
        return _susunan("IKU", (len(iku), len(semua)))
    if uraian == "jumlah sasaran":
        return _susunan("sasaran ber-IKU", _beda(i.sasaran for i in semua))
    if uraian == "jumlah tujuan":
        return _susunan("tujuan ber-IKU", _beda(i.tujuan for i in semua))
    milik = iku_milik(bukti, kode, uraian) if uraian else ()
    return _susunan("IKU sasaran itu", (len(milik),), sesasaran=True) if milik else None


def _beda(nama: Iterable[str]) -> tuple[int, ...]:
    ada = {samakan(n) for n in nama if n}
    return (len(ada),) if ada else ()


def _susunan(nama: str, boleh: tuple[int, ...], *, sesasaran: bool = False) -> _Hitungan | None:
    if not boleh:
        return None
    rincian = f"{nama} pada lembar Indikator dan Capaian: {boleh[0]}"
    return _Hitungan(nama=nama, boleh=boleh, atas=max(boleh), rincian=rincian, terbukti=False, sesasaran=sesasaran)


def _hitung_predikat(bukti: Bukti, iku: Sequence[CapaianIndikator], skala: Skala, kata: str) -> _Hitungan | None:
    hitung = [samakan(c.predikat) if c.predikat else "" for c in iku]
    cetak = [next((samakan(a.teks) for a in bukti.cetakan(c.kode, c.tahun, Ukuran.PREDIKAT)), "") for c in iku]
    baca = [_dari_cetakan(bukti, c, skala) for c in iku]
    gabung = [a or b or c for a, b, c in zip(cetak, hitung, baca, strict=True)]
    if not any(gabung):
        return None
    boleh = tuple(dict.fromkeys(daftar.count(kata) for daftar in (hitung, cetak, baca, gabung) if any(daftar)))
    tanpa = gabung.count("")
    rincian = f"{gabung.count(kata)} dari {len(iku)} IKU, {tanpa} tanpa predikat"
    pita = skala.cari(kata)
    return _Hitungan(
        nama=f"IKU berpredikat {pita.predikat if pita else kata}",
        boleh=boleh,
        atas=gabung.count(kata) + tanpa,
        rincian=rincian,
        tanpa=tanpa,
    )


def _dari_cetakan(bukti: Bukti, capaian: CapaianIndikator, skala: Skala) -> str:
    """The predikat that the printed capaian has on the scale."""
    persen = (
        a.nilai.angka for a in bukti.cetakan(capaian.kode, capaian.tahun, Ukuran.CAPAIAN) if a.nilai.angka is not None
    )
    kata = next((skala.peringkat_capaian(p).predikat for p in persen), None)
    return samakan(kata) if kata else ""


def _temuan_jumlah(bukti: Bukti, alamat: Alamat, angka: Sequence[Angka], hitung: _Hitungan, banyak: int) -> Temuan:
    opd = bukti.dataset.opd[alamat.kode_opd].nama_pendek
    lain = bukti.angka_opd[alamat.kode_opd, alamat.uraian, alamat.tahun, Ukuran.JUMLAH]
    cetak = _dengan_kata(angka[0], lain)
    setuju = [a for a in lain if baca_jumlah(a) in hitung.boleh]
    mungkin = min(hitung.boleh) <= banyak <= hitung.atas and hitung.atas not in hitung.boleh
    nama = ejaan_uraian(bukti, alamat) if hitung.sesasaran else ""
    sebutan = f"IKU sasaran {nama}" if nama else hitung.nama
    return Temuan(
        aturan="U36",
        keyakinan=Keyakinan.PASTI if hitung.terbukti and not mungkin else Keyakinan.PATUT_DICEK,
        alamat=alamat,
        cetakan=(angka[0].teks,),
        seharusnya=str(hitung.boleh[0]),
        uraian=f"Jumlah {sebutan} {opd} {alamat.tahun} tercetak {cetak}, padahal yang terhitung {hitung.boleh[0]}.",
        sumber=tuple(dict.fromkeys(a.sumber for a in angka)),
        langkah=(
            hitung.rincian,
            *(f"Tercetak {hitung.boleh[0]} di tempat lain: {a.sumber}" for a in setuju),
            f"Tercetak {angka[0].masukan}",
        ),
        masukan=tuple(f"Jumlah {alamat.tahun}: {a.masukan}" for a in (*angka, *setuju)),
    )


def _dengan_kata(angka: Angka, lain: Sequence[Angka]) -> str:
    """The print as it stands, where it is a number with another one in words beside it: ``5 (tiga)``."""
    beda = (a for a in lain if a.sumber == angka.sumber and baca_jumlah(a) not in (None, baca_jumlah(angka)))
    for a in beda:
        angka_kata = sorted((angka.teks, a.teks), key=lambda t: not t.isdigit())
        if [t.isdigit() for t in angka_kata] == [True, False]:
            return f"{angka.teks} (dalam “{angka_kata[0]} ({angka_kata[1]})”, angka dan katanya berbeda)"
    return angka.teks


# --- U36 shares of counts, and counts that must add up ----------------------------------------------------------------


def _bagian_cocok(angka: Angka, boleh: Sequence[int], semua: int) -> bool:
    persen = (tepat(pasti(persen_dari(n, semua), "bagian")) for n in boleh)
    return any(bandingkan(angka.nilai, p) is not Kecocokan.BEDA for p in persen)


def _bagian_mungkin(angka: Angka, hitung: _Hitungan, semua: int) -> bool:
    """Tell whether some whole number gives a share, whether what has no figure is counted with it or left out."""
    return any(
        _bagian_cocok(angka, (n,), dari)
        for n in range(min(hitung.boleh), hitung.atas + 1)
        for dari in range(max(1, semua - hitung.tanpa), semua + 1)
    )


def _temuan_bagian(bukti: Bukti, alamat: Alamat, angka: Sequence[Angka], hitung: _Hitungan, semua: int) -> Temuan:
    opd = bukti.dataset.opd[alamat.kode_opd].nama_pendek
    benar = format_persen(persen_dari(hitung.boleh[0], semua))
    bagian = f"{hitung.boleh[0]} dari {semua}"
    dugaan = next((f"{n} dari {semua}" for n in range(semua + 1) if _bagian_cocok(angka[0], (n,), semua)), "")
    return Temuan(
        aturan="U36",
        keyakinan=Keyakinan.PATUT_DICEK if _bagian_mungkin(angka[0], hitung, semua) else Keyakinan.PASTI,
        alamat=alamat,
        cetakan=(angka[0].teks,),
        seharusnya=benar,
        uraian=f"Bagian {hitung.nama} {opd} {alamat.tahun} tercetak {angka[0].teks}, padahal {bagian} adalah {benar}.",
        sumber=tuple(dict.fromkeys(a.sumber for a in angka)),
        langkah=(hitung.rincian, f"{bagian} = {benar}", f"Tercetak {angka[0].masukan}"),
        dugaan=f"Mungkin dihitung dari {dugaan}." if dugaan else "",
        masukan=tuple(f"Nilai {alamat.tahun}: {a.masukan}" for a in angka),
    )


ATURAN: tuple[Aturan, ...] = (
    Aturan(
        kode="U36",
        nama="Jumlah tercetak tidak mengikuti isinya",
        syarat="jumlah IKU, sasaran, tujuan atau predikat yang tercetak, atau bagiannya dalam persen, "
        "bukan yang terhitung dari indikatornya",
        alasan=(
            "Ringkasan yang menyebut jumlah lain daripada tabelnya menyesatkan pembaca yang hanya membaca ringkasan."
        ),
        cari=jumlah_tidak_mengikuti,
    ),
)
