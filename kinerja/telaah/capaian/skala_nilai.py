"""Values graded on their own scale, beside the scale of capaian: AKIP over the years, IKM of every unit in a year."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal

from kinerja.dataset import Dataset, ingat
from kinerja.model.baris import Indikator
from kinerja.model.istilah import JenisOpd, Ukuran
from kinerja.nilai.angka import TIDAK_TERSEDIA, format_angka
from kinerja.nilai.nama import samakan
from kinerja.nilai.pasti import pasti
from kinerja.nilai.skala import Skala
from kinerja.rumus.capaian import CapaianIndikator, JenisTanda, Tanda
from kinerja.sajian.rupa import Rupa, rupa_pita

SKALA_AKIP = "AKIP"
SKALA_IKM = "IKM"
PADANAN_IKM_UNIT = "IKM unit"
PADANAN_RESPONDEN = "Responden IKM unit"
"""Padanan of the number of people asked in each unit's survey; without it the column is left out."""
RESPONDEN_SEDIKIT = 30
"""A survey with fewer answers than this is named: one person's opinion moves its value."""
KELOMPOK_KECIL = 3
"""Kinds of OPD with fewer units than this share one row of the IKM chart."""
UNIT_LAIN = "Unit lain"
TERENDAH = 3
"""How many of the lowest units are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NilaiSkala:
    """A value in a year on its own scale; `angka` is None where only the grade is printed."""

    tahun: int
    angka: Decimal | None
    target: Decimal | None
    nilai: str
    predikat: str
    rupa: Rupa
    arti: str
    tanda: tuple[Tanda, ...]
    sumber: str

    @property
    def teks(self) -> str:
        """Grade and value: ``B 62,83``."""
        return " ".join(t for t in (self.predikat, self.nilai) if t)


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisNilai:
    """The history of one OPD's value; None in a year without a value."""

    kode_opd: str
    nama: str
    indikator: str
    keseluruhan: bool
    sel: tuple[NilaiSkala | None, ...]

    @property
    def bernilai(self) -> bool:
        """Whether any year has a number, not a grade alone."""
        return any(s is not None and s.angka is not None for s in self.sel)


@dataclass(frozen=True, slots=True)
class TabelNilai:
    """Values of all OPD on one scale, years newest last."""

    skala: Skala | None
    tahun: tuple[int, ...]
    baris: tuple[BarisNilai, ...]


@ingat(1)
def tabel_akip(dataset: Dataset) -> TabelNilai:
    """Return AKIP of the regency and of every OPD that prints one, graded on its Skala nilai."""
    return _tabel_nilai(
        dataset, [i for i in dataset.indikator.values() if samakan(i.skala_nilai) == samakan(SKALA_AKIP)]
    )


def _tabel_nilai(dataset: Dataset, indikator: Sequence[Indikator]) -> TabelNilai:
    nilai = {i.kode_indikator: riwayat_nilai(dataset, i) for i in indikator}
    tahun = tuple(sorted({t for n in nilai.values() for t in n}))
    baris = [_baris_nilai(dataset, i, nilai[i.kode_indikator], tahun) for i in indikator if nilai[i.kode_indikator]]
    skala = dataset.skala.ambil(indikator[0].skala_nilai, tahun[-1] if tahun else None) if indikator else None
    return TabelNilai(skala, tahun, tuple(sorted(baris, key=lambda b: not b.keseluruhan)))


def riwayat_nilai(dataset: Dataset, i: Indikator) -> dict[int, NilaiSkala]:
    """Return the graded years of an indicator."""
    semua = ((t, nilai_skala(dataset, dataset.tahunan(i.kode_indikator, t))) for t in dataset.tahun)
    return {t: n for t, n in semua if n is not None}


def _baris_nilai(dataset: Dataset, i: Indikator, nilai: dict[int, NilaiSkala], tahun: Sequence[int]) -> BarisNilai:
    opd = dataset.pemilik(i)
    sel = tuple(nilai.get(t) for t in tahun)
    return BarisNilai(
        kode_opd=opd.kode_opd, nama=opd.nama_pendek, indikator=i.indikator, keseluruhan=opd.keseluruhan, sel=sel
    )


def nilai_skala(dataset: Dataset, capaian: CapaianIndikator | None) -> NilaiSkala | None:
    """Grade a realisasi on its Skala nilai; None when there is no realisasi or no scale.

    The grade follows from the number; one that is printed beside it and differs is marked.
    """
    skala = dataset.skala_nilai(capaian.indikator, capaian.tahun) if capaian else None
    if capaian is None or skala is None or not capaian.baris.realisasi.ada:
        return None
    realisasi, nilai = capaian.baris.realisasi, ""
    if realisasi.angka is not None:
        pita, nilai = skala.peringkat(realisasi.angka).pita, format_angka(realisasi.angka)
    else:
        pita = skala.cari(realisasi.predikat) if realisasi.predikat else None
    predikat = pita.predikat if pita else ""
    status = f"; {capaian.status}, target {capaian.target_teks}" if capaian.status else ""
    arti = f"{capaian.indikator.indikator} {capaian.tahun}: {predikat} {nilai}{status}"
    tanda = tuple(_tanda_kategori(dataset, capaian, skala, predikat)) if nilai else ()
    return NilaiSkala(
        tahun=capaian.tahun,
        angka=realisasi.angka,
        target=capaian.target.angka,
        nilai=nilai,
        predikat=predikat,
        rupa=rupa_pita(skala, pita),
        arti=arti,
        tanda=tanda,
        sumber=capaian.baris.sumber,
    )


def _tanda_kategori(dataset: Dataset, capaian: CapaianIndikator, skala: Skala, predikat: str) -> Iterable[Tanda]:
    cetak = [
        (k.tercetak, k.sumber)
        for k in dataset.kutipan(capaian.kode)
        if (k.ukuran is Ukuran.KATEGORI and k.tahun == capaian.tahun)
    ]
    if capaian.baris.realisasi.predikat:
        cetak.append((capaian.baris.realisasi.predikat, capaian.baris.sumber))
    for teks, sumber in dict(cetak).items():
        pita = skala.cari(teks) or skala.cari(teks.partition("(")[0])
        if pita is not None and pita.predikat != predikat:
            isi = (
                f"Menurut skala {skala.nama} {capaian.baris.realisasi.teks} berarti {predikat}, laporan mencetak {teks}"
            )
            yield Tanda(JenisTanda.PREDIKAT_BEDA, f"{isi} ({sumber})")


def akip_terpilih(tabel: TabelNilai, kode_opd: str) -> BarisNilai | None:
    """Return the AKIP history of an OPD, else of the whole regency, else the first."""
    sendiri = next((b for b in tabel.baris if b.kode_opd == kode_opd), None)
    return sendiri or next(iter(tabel.baris), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisUnit:
    """A unit in the ranking of IKM; `peringkat` 0 and no value when it has none in that year."""

    kode_opd: str
    nama: str
    kelompok: str
    peringkat: int
    nilai: NilaiSkala | None
    responden: str
    sedikit: bool
    catatan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeringkatIkm:
    """IKM of every unit in a year, best first, then those without a value.

    Attributes:
        tahun: the year.
        skala: the scale of IKM in force.
        unit: units with a value, best first.
        tanpa: units without one.
        jumlah: how many units have which grade, best grade first.
        rata: plain mean of the units.
        keseluruhan: the government's own IKM; `pemerintah` is what kind it is, in a word.
        tahun_ada: years in which any unit has a value, newest first.
    """

    tahun: int
    skala: Skala | None
    unit: tuple[BarisUnit, ...]
    tanpa: tuple[BarisUnit, ...]
    jumlah: tuple[tuple[str, Rupa, int], ...]
    rata: Decimal | None
    keseluruhan: NilaiSkala | None
    pemerintah: str
    tahun_ada: tuple[int, ...]

    @property
    def cukup(self) -> bool:
        """Whether enough units have a value for a ranking to mean something."""
        return bool(self.unit) and len(self.unit) >= len(self.tanpa)

    @property
    def ada_responden(self) -> bool:
        """Whether any unit tells how many people were asked."""
        return any(u.responden for u in self.unit)


@ingat(64)
def peringkat_ikm(dataset: Dataset, tahun: int) -> PeringkatIkm:
    """Rank the units by IKM in a year; equal values share a rank."""
    indikator = _berpadanan(dataset, PADANAN_IKM_UNIT)
    jenis = [dataset.pemilik(i).jenis for i in indikator]
    besar = {j for j in jenis if jenis.count(j) >= KELOMPOK_KECIL}
    tanya = (dataset.tahunan(i.kode_indikator, tahun) for i in _berpadanan(dataset, PADANAN_RESPONDEN))
    orang = {c.opd.kode_opd: a for c in tanya if c and (a := c.baris.realisasi.angka) is not None}
    semua = [_satu_unit(dataset, i, tahun, besar, orang) for i in indikator]
    ada = sorted((u for u in semua if u.nilai), key=_angka_unit, reverse=True)
    angka = [_angka_unit(u) for u in ada]
    skala = dataset.skala.ambil(SKALA_IKM, tahun)
    kata = [u.nilai.predikat for u in ada if u.nilai]
    jumlah_pita = tuple((p.predikat, rupa_pita(skala, p), kata.count(p.predikat)) for p in skala.pita) if skala else ()
    return PeringkatIkm(
        tahun=tahun,
        skala=skala,
        unit=tuple(replace(u, peringkat=angka.index(a) + 1) for u, a in zip(ada, angka, strict=True)),
        tanpa=tuple(u for u in semua if not u.nilai),
        jumlah=jumlah_pita,
        rata=sum(angka, Decimal(0)) / len(angka) if angka else None,
        keseluruhan=_ikm_keseluruhan(dataset, tahun),
        pemerintah=dataset.profil.sebutan.kata,
        tahun_ada=tuple(t for t in dataset.tahun if any(_ada_nilai(dataset, i, t) for i in indikator)),
    )


def _berpadanan(dataset: Dataset, padanan: str) -> list[Indikator]:
    return [i for i in dataset.indikator.values() if samakan(i.padanan) == samakan(padanan)]


def _ada_nilai(dataset: Dataset, i: Indikator, tahun: int) -> bool:
    c = dataset.tahunan(i.kode_indikator, tahun)
    return c is not None and c.baris.realisasi.angka is not None


def _satu_unit(
    dataset: Dataset, i: Indikator, tahun: int, besar: Set[JenisOpd], orang: Mapping[str, Decimal]
) -> BarisUnit:
    opd = dataset.pemilik(i)
    c = dataset.tahunan(i.kode_indikator, tahun)
    nilai = nilai_skala(dataset, c)
    jumlah = orang.get(opd.kode_opd)
    return BarisUnit(
        kode_opd=opd.kode_opd,
        nama=opd.nama_pendek,
        kelompok=opd.jenis.value if opd.jenis in besar else UNIT_LAIN,
        peringkat=0,
        nilai=nilai if nilai and nilai.angka is not None else None,
        responden="" if jumlah is None else format_angka(jumlah),
        sedikit=jumlah is not None and jumlah < RESPONDEN_SEDIKIT,
        catatan=c.baris.catatan if c else "",
    )


def _angka_unit(unit: BarisUnit) -> Decimal:
    return pasti(unit.nilai.angka if unit.nilai else None, "nilai unit")


def _ikm_keseluruhan(dataset: Dataset, tahun: int) -> NilaiSkala | None:
    for i in dataset.indikator.values():
        if i.iku and samakan(i.skala_nilai) == samakan(SKALA_IKM) and dataset.pemilik(i).keseluruhan:
            return nilai_skala(dataset, dataset.tahunan(i.kode_indikator, tahun))
    return None


def kelompok_unit(ikm: PeringkatIkm) -> tuple[str, ...]:
    """Return the kinds of units with a value, in the order of the field's list, small kinds together at the end."""
    ada = {u.kelompok for u in ikm.unit}
    return tuple(k for k in (*(j.value for j in JenisOpd), UNIT_LAIN) if k in ada)


def judul_skala(tabel: TabelNilai, ikm: PeringkatIkm, kode_opd: str) -> str:
    """State the newest AKIP up to the year, and how many units have the best grade of IKM in it."""
    return f"{judul_akip(akip_terpilih(tabel, kode_opd), ikm.tahun)}; {judul_ikm(ikm)}"


def judul_akip(baris: BarisNilai | None, tahun: int) -> str:
    """State the newest AKIP of an OPD up to a year."""
    if baris is None:
        return "Nilai AKIP belum tersedia"
    lampau = [s for s in baris.sel if s is not None and s.tahun <= tahun]
    if not lampau:
        return f"AKIP {baris.nama} belum tersedia sampai {tahun}"
    s = lampau[-1]
    nilai = f"{s.predikat} ({s.nilai})" if s.nilai else s.predikat
    return f"AKIP {baris.nama} {nilai}{'' if s.tahun == tahun else f' pada {s.tahun}'}"


def judul_ikm(ikm: PeringkatIkm) -> str:
    """State how many units have the best grade of IKM in use."""
    if not ikm.unit:
        return f"IKM unit belum tersedia untuk {ikm.tahun}"
    if not ikm.cukup:
        return f"baru {len(ikm.unit)} dari {len(ikm.unit) + len(ikm.tanpa)} unit bernilai IKM {ikm.tahun}"
    kata, n = next(((kata, n) for kata, _, n in ikm.jumlah if n), ("", 0))
    return f"{n} dari {len(ikm.unit)} unit bermutu {kata} pada IKM {ikm.tahun}"


def catatan_ikm(ikm: PeringkatIkm) -> str:
    """State in words what stands behind the ranking: the mean, the regency's own value, the lowest, thin surveys."""
    if not ikm.cukup:
        ada = ", ".join(f"{u.nama} {_nilai(u)}" for u in ikm.unit)
        awal = f"Hanya {ada} yang bernilai" if ada else "Belum ada unit yang bernilai"
        return f"{awal} pada {ikm.tahun}. Tahun lain yang tersedia:"
    bagian = [f"Rata-rata sederhana {len(ikm.unit)} unit {_rata(ikm)}."]
    if ikm.keseluruhan:
        bagian.append(f"Nilai {ikm.pemerintah} menurut laporan {ikm.keseluruhan.nilai}.")
    if len(ikm.unit) > TERENDAH:
        bagian.append(f"Terendah: {', '.join(f'{u.nama} {_nilai(u)}' for u in reversed(ikm.unit[-TERENDAH:]))}.")
    sedikit = sum(u.sedikit for u in ikm.unit)
    if sedikit:
        bagian.append(f"{sedikit} unit dinilai oleh kurang dari {RESPONDEN_SEDIKIT} responden (!), jadi patut dicek.")
    return " ".join(bagian)


def _rata(ikm: PeringkatIkm) -> str:
    return format_angka(pasti(ikm.rata, "rata-rata IKM"), 2)


def _nilai(unit: BarisUnit) -> str:
    return f"{unit.nilai.nilai} ({unit.nilai.predikat})" if unit.nilai else TIDAK_TERSEDIA


def sumber_nilai(tabel: TabelNilai, ikm: PeringkatIkm) -> tuple[str, ...]:
    """Return where the values of both tables are printed."""
    akip = (n.sumber for b in tabel.baris for n in b.sel if n is not None)
    return tuple(dict.fromkeys((*akip, *(u.nilai.sumber for u in ikm.unit if u.nilai))))


def butir_skala(tabel: TabelNilai, ikm: PeringkatIkm, kode_opd: str) -> tuple[str, ...]:
    """Return AKIP over the years and the ranking of IKM for a message."""
    baris = akip_terpilih(tabel, kode_opd)
    riwayat = ", ".join(f"{s.tahun} {s.teks}" for s in baris.sel if s) if baris else ""
    akip = (f"AKIP {baris.nama}: {riwayat}",) if baris and riwayat else ()
    if not ikm.cukup:
        return (*akip, f"IKM unit {ikm.tahun}: {len(ikm.unit)} unit bernilai")
    mutu = ", ".join(f"{n} {kata}" for kata, _, n in ikm.jumlah if n)
    ujung = ((u, "tertinggi" if u is ikm.unit[0] else "terendah") for u in (ikm.unit[0], ikm.unit[-1]))
    return (
        *akip,
        f"IKM {len(ikm.unit)} unit {ikm.tahun}: rata-rata {_rata(ikm)}; mutu {mutu}",
        *(f"IKM {kata}: {u.nama} {_nilai(u)}" for u, kata in ujung),
    )
