"""The performance tree of an OPD and a year: from misi down to the programs, each with capaian, predikat and money.

A branch shows the mean capaian of its IKU and the money of their programs, each budget line counted once however many
IKU it serves. The headline names the weakest branch and what hangs on it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kinerja.dataset import Dataset, ingat
from kinerja.model.baris import BarisAnggaran, Indikator
from kinerja.model.istilah import Tingkat
from kinerja.nilai.angka import TIDAK_TERSEDIA, format_persen, format_rupiah_ringkas
from kinerja.nilai.kelompok import menurut
from kinerja.nilai.nama import samakan
from kinerja.nilai.pasti import pasti
from kinerja.nilai.skala import Skala
from kinerja.rumus.anggaran import JumlahAnggaran, jumlah_baris
from kinerja.rumus.capaian import CapaianIndikator, JenisTanda
from kinerja.rumus.hitung import persen_dari
from kinerja.sajian.asal import tempat_cetak
from kinerja.sajian.pandangan import Pandangan
from kinerja.sajian.salinan import secukupnya
from kinerja.telaah.anggaran.rincian import CATATAN_APBD
from kinerja.telaah.capaian.sasaran import BarisSasaran, RataKelompok, rata_kelompok, tabel_sasaran
from kinerja.telaah.indikator.program import (
    ProgramIku,
    UangIku,
    teks_asal,
    teks_laporan,
    teks_tanpa_realisasi,
    uang_iku,
)
from kinerja.telaah.indikator.tabel import baris_capaian
from kinerja.telaah.pohon.cabang import (
    KELOMPOK,
    Cabang,
    JenisCabang,
    buka_tunggal,
    judul,
    tandai,
    terlemah,
    tingkat_pertama,
)

CATATAN_RATA = "Capaian cabang adalah rata-rata sederhana capaian IKU di bawahnya yang dapat dihitung."
CATATAN_BATAS = "Dalam rata-rata, capaian di atas 100% dihitung 100%."
CATATAN_UANG = (
    "Pagu cabang berasal dari baris terdalam program yang mendukung IKU di bawahnya; "
    "program yang mendukung beberapa IKU dihitung sekali."
)
CATATAN_LAPORAN = "Anggaran per indikator menurut laporan dan cetakan pembanding ditampilkan, tidak pernah dijumlahkan."
TANPA_PROGRAM = "belum ada program yang terhubung"


class Bentuk(StrEnum):
    """The two views of the page."""

    POHON = "Pohon"
    TABEL = "Tabel"

    @property
    def alamat(self) -> str:
        """How the view stands in the URL."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Fakta:
    """A key figure above the tree: its name, the figure, what qualifies it."""

    nama: str
    angka: str
    keterangan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PohonKinerja(Pandangan):
    """The tree of an OPD and a year; `judul` states the finding, `beruang` whether any node carries money."""

    fakta: tuple[Fakta, ...]
    akar: tuple[Cabang, ...]
    beruang: bool
    catatan: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bahan:
    """What every node is made of."""

    capaian: Mapping[str, CapaianIndikator]
    uang: Mapping[str, UangIku]
    sasaran: Mapping[str, BarisSasaran]
    skala: Skala
    batasi: bool

    @property
    def beruang(self) -> bool:
        return any(u.ada for u in self.uang.values())

    def rata(self, iku: Iterable[Indikator]) -> RataKelompok:
        ada = [c for i in iku if (c := self.capaian.get(i.kode_indikator)) is not None]
        return rata_kelompok(ada, self.skala, batasi=self.batasi)

    def daun(self, iku: Iterable[Indikator]) -> tuple[BarisAnggaran, ...]:
        """The deepest budget lines that serve any of these IKU, each once."""
        return tuple(dict.fromkeys(b for i in iku for b in self.uang[i.kode_indikator].daun))


@ingat(512)
def pohon_kinerja(dataset: Dataset, kode_opd: str, tahun: int, *, batasi: bool = False) -> PohonKinerja | None:
    """Return the tree of an OPD and a year; None when its IKU have neither figures nor money in that year."""
    capaian = {c.kode: c for c in dataset.capaian_opd(kode_opd, tahun)}
    uang = {k: u for k, u in uang_iku(dataset, kode_opd, tahun).items() if u.ada or k in capaian}
    sasaran = {samakan(b.sasaran): b for b in tabel_sasaran(dataset, kode_opd, tahun, batasi=batasi)}
    bahan = _Bahan(
        capaian=capaian, uang=uang, sasaran=sasaran, skala=dataset.skala_capaian(kode_opd, tahun), batasi=batasi
    )
    iku = [i for i in dataset.iku(kode_opd) if i.kode_indikator in bahan.uang]
    if not iku:
        return None
    semula = _susun(bahan, iku, KELOMPOK)
    lemah = terlemah(semula)
    akar = buka_tunggal(tuple(tandai(c, lemah) for c in semula))
    jumlah = dataset.jumlah_anggaran.get((kode_opd, tahun))
    hasil = PohonKinerja(
        judul=judul(akar, lemah, beruang=bahan.beruang),
        fakta=tuple(_fakta(bahan, iku, jumlah)),
        akar=akar,
        beruang=bahan.beruang,
        catatan=tuple(_catatan(bahan, tahun, jumlah)),
        sumber=tempat_cetak(_sumber(dataset, bahan, tahun)),
    )
    return replace(hasil, butir=butir_pohon(hasil))


@ingat(512)
def tahun_pohon(dataset: Dataset, kode_opd: str) -> tuple[int, ...]:
    """Return the years for which an OPD has a tree, newest first."""
    return tuple(t for t in dataset.tahun if pohon_kinerja(dataset, kode_opd, t) is not None)


# --- nodes ------------------------------------------------------------------------------------------------------------


def _susun(bahan: _Bahan, iku: Sequence[Indikator], tingkat: Sequence[JenisCabang]) -> tuple[Cabang, ...]:
    """Arrange IKU by the first of these levels; one that is printed for none of them is passed over."""
    if not tingkat:
        return tuple(_indikator(bahan, i) for i in iku)
    jenis, sisa = tingkat[0], tingkat[1:]
    # An indicator of a tujuan has no sasaran by its nature; nothing is missing there.
    langsung = [i for i in iku if jenis is JenisCabang.SASARAN and i.tingkat is Tingkat.TUJUAN and not i.sasaran]
    kelompok = menurut((i for i in iku if i not in langsung), lambda i: samakan(_nama(i, jenis)))
    atas = tuple(_indikator(bahan, i) for i in langsung)
    if set(kelompok) <= {""}:
        return (*atas, *(_susun(bahan, kelompok[""], sisa) if kelompok else ()))
    return (*atas, *(_kelompok(bahan, jenis, isi, sisa) for isi in kelompok.values()))


def _nama(i: Indikator, jenis: JenisCabang) -> str:
    return {JenisCabang.MISI: i.misi, JenisCabang.TUJUAN: i.tujuan, JenisCabang.SASARAN: i.sasaran}[jenis]


def _kelompok(bahan: _Bahan, jenis: JenisCabang, iku: Sequence[Indikator], sisa: Sequence[JenisCabang]) -> Cabang:
    nama = _nama(iku[0], jenis)
    rata, daun = bahan.rata(iku), bahan.daun(iku)
    uang = jumlah_baris(daun) if daun else None
    # Programs that serve more than one IKU of a group are told: its parts add up to more than it has.
    semua = [p for i in iku for p in {samakan(d.program) for d in bahan.uang[i.kode_indikator].daun}]
    ganda = sum(semua.count(p) > 1 for p in set(semua))
    teks_ganda = f"{ganda} program mendukung lebih dari satu IKU di cabang ini dan dihitung sekali" if ganda else ""
    catatan = (teks_ganda, teks_tanpa_realisasi(daun))
    # What the report prints of a sasaran is compared where it is the same mean.
    cetak = bahan.sasaran.get(samakan(nama)) if jenis is JenisCabang.SASARAN else None
    tanda = cetak.tanda if cetak is not None and cetak.rata == rata.rata else rata.tanda
    berprogram = sum(bool(bahan.uang[i.kode_indikator].daun) for i in iku)
    cakupan = f"program untuk {berprogram} dari {len(iku)} IKU" if berprogram else TANPA_PROGRAM
    if berprogram == len(iku) or not bahan.beruang:
        cakupan = ""
    elif not berprogram and any(bahan.uang[i.kode_indikator].ada for i in iku):
        cakupan = "anggaran hanya tercetak per indikator"
    return Cabang(
        jenis=jenis,
        nama=nama or f"{jenis} tidak tercetak",
        capaian=rata.capaian,
        persen=rata.rata.nilai,
        predikat=rata.predikat,
        rupa=rata.rupa,
        rata=rata.rata,
        tercapai=rata.tercapai,
        uang=uang,
        serapan=uang.serapan if uang else None,
        cakupan=cakupan,
        catatan=tuple(c for c in catatan if c),
        tanda=tanda,
        anak=_susun(bahan, iku, sisa),
    )


def _indikator(bahan: _Bahan, i: Indikator) -> Cabang:
    u, c = bahan.uang[i.kode_indikator], bahan.capaian.get(i.kode_indikator)
    # The budget per indicator is what is shown where no program is.
    laporan = () if u.daun or u.laporan is None else u.laporan.tanda
    uang = Cabang(
        jenis=JenisCabang.INDIKATOR,
        nama=i.indikator,
        kode=i.kode_indikator,
        uang=u.jumlah,
        serapan=u.serapan,
        cakupan=teks_asal(u) or teks_laporan(u) or (TANPA_PROGRAM if bahan.beruang and not u.ada else ""),
        tanda=tuple(t for t in laporan if t.jenis is not JenisTanda.CATATAN),
        anak=tuple(_program(p) for p in u.program),
    )
    baris = baris_capaian(c, None) if c else None
    if baris is None:
        return replace(uang, status="– Capaian tahun ini tidak tercetak")
    return replace(
        uang,
        capaian=baris.capaian,
        persen=baris.persen,
        predikat=baris.predikat,
        predikat_dilaporkan=baris.predikat_dilaporkan,
        rupa=baris.rupa,
        status=f"{baris.simbol_status} {baris.status}",
        tanda=(*baris.tanda, *uang.tanda),
    )


def _program(program: ProgramIku) -> Cabang:
    return Cabang(
        jenis=JenisCabang.PROGRAM,
        nama=program.nama,
        uang=program.jumlah,
        serapan=program.jumlah.serapan,
        cakupan="; ".join(program.catatan),
        tanda=program.tanda,
    )


# --- what stands around the tree --------------------------------------------------------------------------------------


def _fakta(bahan: _Bahan, iku: Sequence[Indikator], jumlah: JumlahAnggaran | None) -> Iterator[Fakta]:
    rata = bahan.rata(iku)
    predikat = f"{rata.rupa.simbol} {rata.predikat}, " if rata.predikat else ""
    yield Fakta("Rata-rata capaian", rata.capaian or TIDAK_TERSEDIA, f"{predikat}{rata.rata.keterangan}")
    yield Fakta("Mencapai target", rata.tercapai or TIDAK_TERSEDIA, "IKU yang dapat dibandingkan dengan targetnya")
    yield _fakta_terhubung(bahan, iku, jumlah)
    if jumlah is not None and jumlah.serapan is None:
        yield Fakta("Serapan seluruh anggaran", TIDAK_TERSEDIA, "realisasi anggaran tidak tercetak")
    elif jumlah is not None:
        uang = f"{format_rupiah_ringkas(jumlah.realisasi)} dari {format_rupiah_ringkas(jumlah.pagu)}"
        asal = ", realisasi Belanja APBD" if jumlah.dari_apbd else ""
        yield Fakta("Serapan seluruh anggaran", format_persen(jumlah.serapan), f"{uang}{asal}")


def _fakta_terhubung(bahan: _Bahan, iku: Sequence[Indikator], jumlah: JumlahAnggaran | None) -> Fakta:
    nama = "Pagu program pendukung IKU"
    pagu = jumlah_baris(bahan.daun(iku)).pagu
    if jumlah is None or jumlah.pagu is None:
        return Fakta(nama, TIDAK_TERSEDIA, "anggaran tahun ini tidak tercetak")
    semua = f"dari pagu {format_rupiah_ringkas(jumlah.pagu)}"
    if pagu is None:
        return Fakta(nama, "Belum terhubung", f"{semua}, tidak ada program yang menyebut IKU")
    bagian = f"{format_persen(persen_dari(pagu, jumlah.pagu))} {semua}" if jumlah.pagu else semua
    berprogram = sum(bool(bahan.uang[i.kode_indikator].daun) for i in iku)
    return Fakta(nama, format_rupiah_ringkas(pagu), f"{bagian}, untuk {berprogram} dari {len(iku)} IKU")


def _catatan(bahan: _Bahan, tahun: int, jumlah: JumlahAnggaran | None) -> Iterator[str]:
    yield CATATAN_RATA
    if bahan.batasi:
        yield CATATAN_BATAS
    if any(u.daun for u in bahan.uang.values()):
        yield CATATAN_UANG
    if any(u.laporan or any(p.pembanding for p in u.program) for u in bahan.uang.values()):
        yield CATATAN_LAPORAN
    if not bahan.beruang:
        yield f"Laporan tidak menghubungkan anggaran {tahun} dengan IKU."
    if jumlah is not None and jumlah.dari_apbd:
        yield CATATAN_APBD


def _sumber(dataset: Dataset, bahan: _Bahan, tahun: int) -> Iterator[str]:
    yield from (c.baris.sumber for c in bahan.capaian.values())
    yield from (d.sumber for u in bahan.uang.values() for d in u.daun)
    yield from (a.sumber for k in bahan.uang if (a := dataset.anggaran_indikator.get((k, tahun))) is not None)


def butir_pohon(pohon: PohonKinerja) -> tuple[str, ...]:
    """Return the key figures above the tree for a message, and its first branches, lowest capaian first."""
    cabang = [c for c in tingkat_pertama(pohon.akar) if c.persen is not None]
    urut = sorted(cabang, key=lambda c: pasti(c.persen, "capaian cabang"))
    fakta = (f"{f.nama}: {f.angka} ({f.keterangan})" for f in pohon.fakta)
    isi = (f"{c.jenis} {c.nama}: {c.capaian}, {c.predikat or 'di bawah skala'}" for c in urut)
    return secukupnya((*fakta, *isi), "cabang")
