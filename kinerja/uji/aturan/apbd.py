"""Rules on APBD: details against totals, the balance that must follow, and printed shares and changes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.model.baris import BarisApbd
from kinerja.model.istilah import KelompokApbd, Ukuran
from kinerja.nilai.angka import format_persen, format_rupiah
from kinerja.nilai.nama import samakan
from kinerja.rumus.anggaran import total_apbd
from kinerja.rumus.capaian import Kecocokan
from kinerja.rumus.hitung import persen_dari
from kinerja.uji.bukti.cetakan import Angka, Bukti
from kinerja.uji.bukti.pokok import menurut_angka, sisa
from kinerja.uji.bukti.presisi import bandingkan, tepat
from kinerja.uji.bukti.uang import LajurUang, dugaan_ketik, kelompok_apbd, masukan, sama, sumber_unik, uang
from kinerja.uji.model import Alamat, Aturan, Hasil, Keyakinan, Temuan, TidakDiuji

K = KelompokApbd
KOLOM: tuple[tuple[str, Callable[[BarisApbd], Decimal | None]], ...] = (
    ("Anggaran", lambda b: b.anggaran),
    ("Realisasi", lambda b: b.realisasi),
)
RUMUS = {
    K.SURPLUS_DEFISIT: ("Pendapatan - Belanja", K.PENDAPATAN, K.BELANJA, -1),
    K.SILPA: ("Surplus/Defisit + Pembiayaan netto", K.SURPLUS_DEFISIT, K.PEMBIAYAAN, 1),
}
"""A balance, the formula in words, its two parts and the sign of the second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blok:
    """A kelompok of one column: what is printed as its total, and what its details add to."""

    kelompok: KelompokApbd
    cetak: Decimal | None
    rinci: Decimal | None
    sumber: str
    isi: tuple[tuple[str, Decimal], ...]

    @property
    def nama(self) -> str:
        """What its total is called."""
        return "Pembiayaan netto" if self.kelompok is K.PEMBIAYAAN else self.kelompok.value

    @property
    def angka(self) -> tuple[Decimal, ...]:
        """Every figure it can stand for, the printed one first."""
        return tuple(a for a in (self.cetak, self.rinci) if a is not None)

    @property
    def terbukti(self) -> bool:
        """Whether details confirm the printed total."""
        return self.cetak is not None and self.rinci is not None and sama(self.cetak, self.rinci)


# --- U24 --------------------------------------------------------------------------------------------------------------


def apbd_tidak_seimbang(bukti: Bukti) -> Iterator[Hasil]:
    """Find totals, balances, shares and changes of APBD that follow from no printed lines."""
    tabel = kelompok_apbd(bukti.dataset)
    if not tabel:
        yield TidakDiuji("U24", "Tidak ada baris APBD")
        return
    for (kode, tahun), baris in tabel.items():
        for nama, ambil in KOLOM:
            blok = _blok(baris, nama, ambil)
            pemilik = kode or bukti.dataset.kode_keseluruhan
            yield from _uji_rinci(pemilik, tahun, nama, blok)
            for kelompok in RUMUS:
                yield from _uji_saldo(pemilik, tahun, nama, blok, kelompok)
    yield from _uji_persen(bukti, tabel)


def _blok(
    baris: Sequence[BarisApbd], kolom: str, ambil: Callable[[BarisApbd], Decimal | None]
) -> Mapping[KelompokApbd, Blok]:
    hasil = {}
    for k in K:
        isi = [b for b in baris if b.kelompok is k]
        cetak = next((b for b in isi if not b.uraian), None)
        rinci = [b for b in isi if b.uraian]
        jumlah = total_apbd(rinci, k)
        lengkap = bool(rinci) and all(ambil(b) is not None for b in rinci)
        angka = jumlah.pagu if kolom == "Anggaran" else jumlah.realisasi
        bagian = tuple((b.uraian, a) for b in rinci if (a := ambil(b)) is not None)
        tercetak = ambil(cetak) if cetak else None
        hasil[k] = Blok(
            kelompok=k,
            cetak=tercetak,
            rinci=angka if lengkap else None,
            sumber=isi[0].sumber if isi else "",
            isi=bagian,
        )
    return hasil


def _uji_rinci(kode: str, tahun: int, kolom: str, blok: Mapping[KelompokApbd, Blok]) -> Iterator[Hasil]:
    for b in blok.values():
        if b.cetak is None or b.terbukti:
            continue
        if b.rinci is None:
            if b.isi:
                yield TidakDiuji("U24", f"{kolom} {b.nama} {tahun}: rinciannya tidak lengkap")
            continue
        yield Temuan(
            aturan="U24",
            keyakinan=Keyakinan.PASTI,
            alamat=Alamat(kode_opd=kode, kode_indikator="", tahun=tahun, ukuran=kolom, uraian=b.nama),
            cetakan=(format_rupiah(b.cetak),),
            seharusnya=format_rupiah(b.rinci),
            uraian=f"{kolom} {b.nama} {tahun} tercetak {format_rupiah(b.cetak)}, padahal {len(b.isi)} rinciannya "
            f"menghasilkan {format_rupiah(b.rinci)}.",
            sumber=sumber_unik([b.sumber]),
            langkah=(
                *(f"{bagian}: {format_rupiah(angka)}" for bagian, angka in b.isi),
                f"Tercetak {format_rupiah(b.cetak)}, selisih {format_rupiah(b.cetak - b.rinci)}",
            ),
            masukan=_masukan_blok(kolom, tahun, b),
        )


def _masukan_blok(kolom: str, tahun: int, *blok: Blok) -> tuple[str, ...]:
    isi = [(b.nama, b.cetak if b.cetak is not None else b.rinci, b.sumber) for b in blok]
    isi += [(nama, angka, b.sumber) for b in blok for nama, angka in b.isi]
    return tuple(masukan(kolom, tahun, nama, angka, sumber) for nama, angka, sumber in isi)


def _uji_saldo(
    kode: str, tahun: int, kolom: str, blok: Mapping[KelompokApbd, Blok], kelompok: KelompokApbd
) -> Iterator[Hasil]:
    rumus, satu, dua, tanda = RUMUS[kelompok]
    saldo, a, b = blok[kelompok], blok[satu], blok[dua]
    if saldo.cetak is None or not a.angka or not b.angka:
        if saldo.cetak is not None:
            yield TidakDiuji("U24", f"{kolom} {saldo.nama} {tahun}: {rumus} tidak tersedia")
        return
    kiri = (*a.angka, *_saldo_hitung(blok, satu))
    if any(sama(saldo.cetak, x + tanda * y) for x in kiri for y in b.angka):
        return
    hitung = a.angka[0] + tanda * b.angka[0]
    salah = _tersangka(blok, kelompok)
    # What the doubted figure must be for the balance to hold.
    benar = hitung
    if salah is a:
        benar = saldo.angka[0] - tanda * b.angka[0]
    elif salah is b:
        benar = (saldo.angka[0] - a.angka[0]) * tanda
    tercetak = salah.angka[0]
    alasan = ""
    if salah is not saldo:
        alasan = f"; angka lain terbukti, sehingga {salah.nama} ({format_rupiah(tercetak)}) yang tidak cocok"
    yield Temuan(
        aturan="U24",
        keyakinan=Keyakinan.PASTI,
        alamat=Alamat(kode_opd=kode, kode_indikator="", tahun=tahun, ukuran=kolom, uraian=salah.nama),
        cetakan=(format_rupiah(tercetak),),
        seharusnya=format_rupiah(benar),
        uraian=f"{kolom} {saldo.nama} {tahun} tercetak {format_rupiah(saldo.cetak)}, padahal {rumus} adalah "
        f"{format_rupiah(hitung)}{alasan}.",
        sumber=sumber_unik([saldo.sumber, a.sumber, b.sumber]),
        langkah=(
            f"{a.nama} {format_rupiah(a.angka[0])}",
            f"{b.nama} {format_rupiah(b.angka[0])}",
            f"{saldo.nama} = {rumus}",
        ),
        masukan=_masukan_blok(kolom, tahun, saldo, a, b),
    )


def _saldo_hitung(blok: Mapping[KelompokApbd, Blok], kelompok: KelompokApbd) -> tuple[Decimal, ...]:
    """What a balance should be, where it is a part of another: a wrong one is not reported through the other too."""
    if kelompok not in RUMUS:
        return ()
    _, satu, dua, tanda = RUMUS[kelompok]
    return tuple(x + tanda * y for x in blok[satu].angka for y in blok[dua].angka)


def _tersangka(blok: Mapping[KelompokApbd, Blok], kelompok: KelompokApbd) -> Blok:
    """Return the only figure of a balance that nothing else confirms; else the balance itself."""
    _, satu, dua, _ = RUMUS[kelompok]
    saldo, silpa, netto = blok[kelompok], blok[K.SILPA], blok[K.PEMBIAYAAN]
    terbukti = kelompok is K.SURPLUS_DEFISIT and any(
        sama(s, saldo.angka[0] + n) for s in silpa.angka for n in netto.angka
    )
    ragu = [b for b in (blok[satu], blok[dua]) if not b.terbukti]
    return ragu[0] if terbukti and len(ragu) == 1 else saldo


# --- printed shares and changes ---------------------------------------------------------------------------------------


def _uji_persen(bukti: Bukti, tabel: Mapping[tuple[str, int], Sequence[BarisApbd]]) -> Iterator[Temuan]:
    utuh = bukti.dataset.kode_keseluruhan
    lajur = {
        (kode or utuh, samakan(b.uraian or b.kelompok.value), tahun): b
        for (kode, tahun), baris in tabel.items()
        for b in baris
    }
    for (kode, nama, tahun, ukuran), angka in bukti.angka_opd.items():
        kini = lajur.get((kode, nama, tahun))
        if kini is None or ukuran not in _CALON:
            continue
        lalu = lajur.get((kode, nama, tahun - 1))
        total = lajur.get((kode, samakan(kini.kelompok.value), tahun))
        for kelompok in menurut_angka(angka):
            calon = list(_CALON[ukuran](kini, lalu, total, uang(kelompok[0].nilai)))
            yield from _uji_calon(kode, tahun, ukuran=ukuran, baris=kini, kelompok=kelompok, calon=calon)


Calon = tuple[Decimal, str, tuple[tuple[str, int, Decimal, str], ...]]
"""A figure that a print can follow from, how, and what went into it: column, year, amount, place."""


def _bagian(kini: BarisApbd, lalu: BarisApbd | None, total: BarisApbd | None, rupiah: bool) -> Iterator[Calon]:
    """Share of a line in the total of its kelompok."""
    for kolom, ambil in KOLOM:
        angka, semua = ambil(kini), ambil(total) if total is not None else None
        if angka is not None and rupiah:
            yield angka, kolom.lower(), ((kolom, kini.tahun, angka, kini.sumber),)
        elif angka is not None and semua is not None and (persen := persen_dari(angka, semua)) is not None:
            isi = ((kolom, kini.tahun, angka, kini.sumber), (f"{kolom} total", kini.tahun, semua, kini.sumber))
            yield persen, f"{format_rupiah(angka)} dari {format_rupiah(semua)}", isi


def _perubahan(kini: BarisApbd, lalu: BarisApbd | None, total: BarisApbd | None, rupiah: bool) -> Iterator[Calon]:
    """Change against the year before."""
    for kolom, ambil in reversed(KOLOM):
        satu, dua = ambil(kini), ambil(lalu) if lalu is not None else None
        if satu is None or dua is None or lalu is None:
            continue
        beda = abs(satu - dua) if rupiah else persen_dari(abs(satu - dua), abs(dua))
        if beda is None:
            continue
        cara = f"{kolom.lower()} {format_rupiah(satu)} terhadap {format_rupiah(dua)} pada {lalu.tahun}"
        isi = ((kolom, kini.tahun, satu, kini.sumber), (kolom, lalu.tahun, dua, lalu.sumber))
        yield beda, cara, isi


def _selisih(kini: BarisApbd, lalu: BarisApbd | None, total: BarisApbd | None, rupiah: bool) -> Iterator[Calon]:
    """Distance of realisasi from anggaran."""
    if kini.anggaran and kini.realisasi is not None:
        b = LajurUang(nama=kini.uraian, pagu=kini.anggaran, realisasi=kini.realisasi, sumber=kini.sumber, apbd=True)
        isi = (
            ("Anggaran", kini.tahun, kini.anggaran, kini.sumber),
            ("Realisasi", kini.tahun, kini.realisasi, kini.sumber),
        )
        cara = f"realisasi {format_rupiah(kini.realisasi)} terhadap anggaran {format_rupiah(kini.anggaran)}"
        yield abs(sisa(b, not rupiah)), cara, isi


_CALON = {Ukuran.NILAI: _bagian, Ukuran.PERUBAHAN: _perubahan, Ukuran.SELISIH: _selisih}


def _uji_calon(
    kode: str, tahun: int, ukuran: Ukuran, baris: BarisApbd, kelompok: Sequence[Angka], calon: Sequence[Calon]
) -> Iterator[Temuan]:
    cetak = kelompok[0]
    cocok = [bandingkan(cetak.nilai, tepat(angka)) for angka, _, _ in calon]
    if not calon or Kecocokan.COCOK in cocok:
        return
    potong = Kecocokan.DIPOTONG in cocok
    angka, cara, isi = calon[cocok.index(Kecocokan.DIPOTONG) if potong else 0]
    nama = baris.uraian or baris.kelompok.value
    tulis = format_rupiah(angka) if uang(cetak.nilai) else format_persen(angka)
    sebutan = {Ukuran.NILAI: "Bagian"}.get(ukuran, ukuran.value)
    yield Temuan(
        aturan="U24",
        keyakinan=Keyakinan.PATUT_DICEK if potong else Keyakinan.PASTI,
        alamat=Alamat(kode_opd=kode, kode_indikator="", tahun=tahun, ukuran=ukuran.value, uraian=nama),
        cetakan=(cetak.teks,),
        seharusnya=tulis,
        uraian=f"{sebutan} {nama} {tahun} tercetak {cetak.teks}, padahal {cara} adalah {tulis}"
        f"{', tercetak dipotong, bukan dibulatkan' if potong else ''}.",
        sumber=sumber_unik([*(a.sumber for a in kelompok), baris.sumber]),
        langkah=(f"Dihitung dari {cara}", f"Hasil hitung {tulis}", f"Tercetak {cetak.masukan}"),
        dugaan="" if potong else dugaan_ketik(cetak.nilai, angka),
        masukan=(*(masukan(k, t, nama, x, s) for k, t, x, s in isi), f"{ukuran.value} {tahun}: {cetak.masukan}"),
    )


ATURAN: tuple[Aturan, ...] = (
    Aturan(
        kode="U24",
        nama="APBD tidak seimbang",
        syarat=(
            "total APBD bukan hasil rinciannya, surplus, pembiayaan netto atau SiLPA tidak mengikuti, atau "
            "persentase dan "
            "perubahan tercetak bukan hasil angkanya"
        ),
        alasan="APBD adalah angka yang disahkan; neracanya harus menutup.",
        cari=apbd_tidak_seimbang,
    ),
)
