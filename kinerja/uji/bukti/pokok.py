"""What a printed figure about money belongs to: an OPD, a line of its budget, an indicator."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from kinerja.model.istilah import Ukuran
from kinerja.nilai.baca import JenisNilai, Nilai, NilaiTakTerbaca, baca_nilai
from kinerja.nilai.kelompok import menurut
from kinerja.nilai.pasti import pasti
from kinerja.rumus.hitung import persen_dari, serapan, sisa_anggaran
from kinerja.uji.bukti.cetakan import Angka, Bukti
from kinerja.uji.bukti.uang import LajurUang, indeks_uang, masukan
from kinerja.uji.model import Alamat

UANG = (Ukuran.PAGU, Ukuran.REALISASI_ANGGARAN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pokok:
    """Whose money a print is about, with every pagu and realisasi known of it.

    Attributes:
        alamat: kode OPD, kode indikator and name within the OPD.
        nama: its name within a sentence.
        tahun: the year.
        lajur: its lines of money.
    """

    kode_opd: str
    kode_indikator: str
    uraian: str
    nama: str
    tahun: int
    lajur: tuple[LajurUang, ...]

    def alamat(self, ukuran: Ukuran) -> Alamat:
        """Return the address of one of its figures."""
        return Alamat(
            kode_opd=self.kode_opd,
            kode_indikator=self.kode_indikator,
            tahun=self.tahun,
            ukuran=ukuran.value,
            uraian=self.uraian,
        )

    @property
    def pasangan(self) -> list[LajurUang]:
        """Lines with a pagu to measure by and a realisasi."""
        return [b for b in self.lajur if b.pagu and b.pagu > 0 and b.realisasi is not None]


def cetakan(bukti: Bukti, *ukuran: Ukuran) -> Iterator[tuple[Pokok, Ukuran, tuple[Angka, ...]]]:
    """Every printed figure of some kinds, with the money it is about."""
    uang_opd = indeks_uang(bukti.dataset)
    for (kode, nama, tahun, u), angka in bukti.angka_opd.items():
        if u in ukuran and kode in bukti.dataset.opd:
            lajur = uang_opd.get((kode, nama, tahun), ())
            pendek = bukti.dataset.opd[kode].nama_pendek
            uraian = lajur[0].nama if lajur else nama
            sebutan = f"{uraian} {pendek}".strip() if nama else f"seluruh anggaran {pendek}"
            dengan_kutipan = (
                *lajur,
                *_pasangan_kutipan(*(bukti.angka_opd.get((kode, nama, tahun, u), ()) for u in UANG)),
            )
            yield (
                Pokok(
                    kode_opd=kode,
                    kode_indikator="",
                    uraian=uraian,
                    nama=sebutan,
                    tahun=tahun,
                    lajur=dengan_kutipan,
                ),
                u,
                angka,
            )
    for (kode_i, tahun, u), angka in bukti.angka.items():
        if u in ukuran:
            yield pokok_indikator(bukti, kode_i, tahun), u, angka


def pokok_indikator(bukti: Bukti, kode: str, tahun: int) -> Pokok:
    """Return the money a report ties to an indicator; of a shared pagu, its bearer's."""
    d = bukti.dataset
    i = d.indikator[kode]
    b = d.anggaran_indikator.get((kode, tahun))
    lajur = (LajurUang(nama=i.indikator, pagu=b.pagu, realisasi=b.realisasi, sumber=b.sumber),) if b is not None else ()
    kutipan = _pasangan_kutipan(*(bukti.cetakan(kode, tahun, u) for u in UANG))
    return Pokok(
        kode_opd=bukti.opd(i).kode_opd,
        kode_indikator=kode,
        uraian="",
        nama=i.indikator,
        tahun=tahun,
        lajur=(*lajur, *kutipan),
    )


def _pasangan_kutipan(pagu: Sequence[Angka], realisasi: Sequence[Angka]) -> Iterator[LajurUang]:
    for p, r in product(pagu, realisasi):
        if p.nilai.angka is not None and r.nilai.angka is not None:
            yield LajurUang(nama="", pagu=p.nilai.angka, realisasi=r.nilai.angka, sumber=p.sumber, kutipan=True)


def menurut_angka(angka: Iterable[Angka]) -> list[list[Angka]]:
    """Group prints that say the very same number with the same number of decimals."""
    return list(menurut(berangka(angka), lambda a: (a.nilai.angka, a.nilai.desimal)).values())


def berangka(angka: Iterable[Angka]) -> Iterator[Angka]:
    """Leave the prints that are one number: no range, no grade, no word."""
    return (a for a in angka if a.nilai.jenis is JenisNilai.ANGKA and a.nilai.angka is not None)


def cetakan_dan_lapor(bukti: Bukti, ukuran: Ukuran, kolom: str) -> Iterator[tuple[Pokok, Sequence[Angka]]]:
    """Printed percentages of one kind: those of Kutipan, then those of a column of sheet Anggaran indikator."""
    for p, _, angka in cetakan(bukti, ukuran):
        yield p, angka
    for b in bukti.dataset.buku.anggaran_indikator:
        kode = bukti.dataset.kode_indikator(b.kode_indikator)
        teks = getattr(b, kolom)
        if kode is not None and teks:
            yield pokok_indikator(bukti, kode, b.tahun), (Angka(teks=teks, nilai=baca_persen(teks), sumber=b.sumber),)


def baca_persen(teks: str) -> Nilai:
    """Read a percentage; what is none stays as its text."""
    try:
        return baca_nilai(teks, "persen")
    except NilaiTakTerbaca:
        return Nilai(teks=teks, jenis=JenisNilai.KOSONG)


def masukan_lajur(pokok: Pokok, lajur: LajurUang) -> tuple[str, ...]:
    """Write pagu and realisasi as they went into a percentage."""
    return (
        masukan(Ukuran.PAGU.value, pokok.tahun, pokok.nama, lajur.pagu, lajur.sumber),
        masukan(Ukuran.REALISASI_ANGGARAN.value, pokok.tahun, pokok.nama, lajur.realisasi, lajur.sumber),
    )


def persen_serapan(lajur: LajurUang) -> Decimal:
    """Return realisasi in percent of a pagu that is not 0."""
    return pasti(serapan(lajur.pagu, lajur.realisasi), "serapan")


def sisa(lajur: LajurUang, persen: bool) -> Decimal:
    """Return what was left of a pagu that is not 0, in rupiah or in percent; never negative."""
    selisih = abs(pasti(sisa_anggaran(lajur.pagu, lajur.realisasi), "sisa"))
    return pasti(persen_dari(selisih, lajur.pagu), "pagu") if persen else selisih
