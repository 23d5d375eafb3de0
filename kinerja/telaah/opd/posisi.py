"""Where an OPD stands: its AKIP and IKM among the units that have a value that year, its serapan among the budgets.

Values and grades come from `skala_nilai`, money from the dataset; here they are only placed. The regency as a whole is
shown beside the units and never ranked among them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from kinerja.dataset import Dataset, ingat
from kinerja.model.baris import Indikator
from kinerja.model.istilah import Arah
from kinerja.nilai.angka import format_angka, format_persen, format_rupiah_ringkas
from kinerja.nilai.nama import samakan
from kinerja.rumus.anggaran import JumlahAnggaran
from kinerja.rumus.capaian import membaik
from kinerja.rumus.hitung import persen_dari
from kinerja.sajian.lajur import Lajur, TitikUnit, susun_lajur
from kinerja.sajian.rupa import panah
from kinerja.telaah.capaian.skala_nilai import (
    PADANAN_IKM_UNIT,
    RESPONDEN_SEDIKIT,
    SKALA_IKM,
    UNIT_LAIN,
    NilaiSkala,
    peringkat_ikm,
    riwayat_nilai,
    tabel_akip,
)

Riwayat = Mapping[int, NilaiSkala]


@dataclass(frozen=True, slots=True)
class Gerak:
    """A change against last year: text, arrow, whether it is for the better; `teks` says so where there is none."""

    teks: str
    panah: str = ""
    membaik: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PosisiOpd:
    """An OPD's value on its own scale in a year, and its place among the units.

    Attributes:
        nama: AKIP or IKM.
        nilai: the value, None when it is missing.
        kosong: what is missing, and which year has it; empty where there is a value.
        peringkat, dari: the rank among how many units; 0 where it is not ranked.
        urutan: the rank in words, or why there is none.
        sejenis: the rank among units of the same kind; empty where that says nothing.
        gerak: change against last year.
        catatan: what qualifies the value.
        lajur: the strip to draw, None where no unit has a number.
    """

    nama: str
    nilai: NilaiSkala | None
    kosong: str
    peringkat: int
    dari: int
    urutan: str
    sejenis: str
    gerak: Gerak | None
    catatan: str
    lajur: Lajur | None

    @property
    def alt(self) -> str:
        """What the strip says, in words."""
        if self.nilai is None or self.lajur is None:
            return self.kosong
        lain = [t.angka for t in self.lajur.titik if not t.keseluruhan]
        awal = f"{self.nama} {self.nilai.tahun} {self.nilai.teks}. {self.urutan}"
        return f"{awal}; {len(lain)} unit dari {format_angka(min(lain))} sampai {format_angka(max(lain))}"


@ingat(512)
def posisi_akip(dataset: Dataset, kode_opd: str, tahun: int) -> PosisiOpd:
    """Place the AKIP of an OPD among the OPD that print a number for that year."""
    tabel = tabel_akip(dataset)
    riwayat: Riwayat = {}
    titik = []
    for b in tabel.baris:
        sel = {s.tahun: s for s in b.sel if s is not None}
        riwayat = sel if b.kode_opd == kode_opd and not riwayat else riwayat
        if tahun in sel:
            titik += _titik(b.nama, sel[tahun], sendiri=b.kode_opd == kode_opd, keseluruhan=b.keseluruhan)
    nilai, utuh = riwayat.get(tahun), _utuh(dataset, kode_opd)
    peringkat, dari = _peringkat(nilai, titik) if not utuh else (0, 0)
    return PosisiOpd(
        nama="AKIP",
        nilai=nilai,
        kosong=_kosong("Nilai AKIP", tahun, {t: _teks_nilai(n) for t, n in riwayat.items()}),
        peringkat=peringkat,
        dari=dari,
        urutan=_kata_peringkat(peringkat, dari, "perangkat daerah", nilai, keseluruhan=utuh),
        sejenis="",
        gerak=_gerak_nilai("AKIP", riwayat, riwayat, tahun),
        catatan="",
        lajur=susun_lajur(tabel.skala, titik) if _berangka(nilai) else None,
    )


@ingat(512)
def posisi_ikm(dataset: Dataset, kode_opd: str, tahun: int) -> PosisiOpd:
    """Place the IKM of an OPD among the units; a value that only its own report prints is shown, not ranked."""
    ikm = peringkat_ikm(dataset, tahun)
    # The IKM that is ranked among the units speaks for a year before the one of the OPD's own report.
    ukuran = [riwayat_nilai(dataset, i) for i in sorted(_berskala_ikm(dataset, kode_opd), key=_bukan_unit)]
    riwayat = next((r for r in ukuran if tahun in r), {})
    semua = {t: n for r in reversed(ukuran) for t, n in r.items()}
    nilai = riwayat.get(tahun)
    unit = next((u for u in ikm.unit if u.kode_opd == kode_opd and u.nilai == nilai), None)
    peringkat, dari = (unit.peringkat, len(ikm.unit)) if unit else (0, 0)
    titik = [t for u in ikm.unit if u.nilai for t in _titik(u.nama, u.nilai, sendiri=u is unit)]
    if ikm.keseluruhan:
        utuh = dataset.keseluruhan
        nama, milik = (utuh.nama_pendek, utuh.kode_opd == kode_opd) if utuh else ("", False)
        titik += _titik(nama, ikm.keseluruhan, sendiri=milik, keseluruhan=True)
    catatan, sejenis = unit.catatan if unit else "", ""
    if unit and unit.responden:
        sedikit = f" ! kurang dari {RESPONDEN_SEDIKIT}, patut dicek" if unit.sedikit else ""
        catatan = f"{unit.responden} responden{sedikit}"
    if unit and unit.kelompok != UNIT_LAIN:
        lawan = [u.peringkat for u in ikm.unit if u.kelompok == unit.kelompok]
        sejenis = f"Peringkat {1 + sum(p < unit.peringkat for p in lawan)} dari {len(lawan)} {unit.kelompok}"
    return PosisiOpd(
        nama="IKM",
        nilai=nilai,
        kosong=_kosong("IKM", tahun, {t: _teks_nilai(n) for t, n in semua.items()}),
        peringkat=peringkat,
        dari=dari,
        urutan=_kata_peringkat(peringkat, dari, "unit", nilai, keseluruhan=_utuh(dataset, kode_opd)),
        sejenis=sejenis,
        gerak=_gerak_nilai("IKM", riwayat, semua, tahun),
        catatan=catatan,
        lajur=susun_lajur(ikm.skala, titik) if ikm.cukup and _berangka(nilai) else None,
    )


def _utuh(dataset: Dataset, kode_opd: str) -> bool:
    return dataset.opd[kode_opd].keseluruhan


def _berskala_ikm(dataset: Dataset, kode_opd: str) -> list[Indikator]:
    """Indicators that measure this OPD's own IKM; one that shares another measure's Padanan is somebody else's."""
    utuh = _utuh(dataset, kode_opd)
    ada = (i for i in dataset.indikator_opd[kode_opd] if samakan(i.skala_nilai) == samakan(SKALA_IKM))
    return [i for i in ada if (utuh and i.iku) or not i.padanan or not _bukan_unit(i)]


def _bukan_unit(i: Indikator) -> bool:
    return samakan(i.padanan) != samakan(PADANAN_IKM_UNIT)


def _titik(nama: str, nilai: NilaiSkala, *, sendiri: bool, keseluruhan: bool = False) -> list[TitikUnit]:
    if nilai.angka is None:
        return []
    return [TitikUnit(nama=nama, angka=nilai.angka, teks=nilai.teks, sendiri=sendiri, keseluruhan=keseluruhan)]


def _peringkat(nilai: NilaiSkala | None, titik: Iterable[TitikUnit]) -> tuple[int, int]:
    """Rank a value among the units with a number; 0 where it has none itself."""
    lawan = [t.angka for t in titik if not t.keseluruhan]
    if nilai is None or nilai.angka is None:
        return 0, 0
    return 1 + sum(a > nilai.angka for a in lawan), len(lawan)


def _kata_peringkat(ke: int, dari: int, sebutan: str, nilai: NilaiSkala | None, *, keseluruhan: bool) -> str:
    if keseluruhan or nilai is None:
        return "Keseluruhan, tidak diperingkat bersama unit" if keseluruhan and nilai else ""
    if nilai.angka is None:
        return "Hanya predikat yang tercetak, tanpa angka untuk diperingkat"
    if not ke:
        return f"Menurut laporannya sendiri; tidak termasuk peringkat {sebutan} {nilai.tahun}"
    if dari == 1:
        return f"Satu-satunya {sebutan} yang bernilai pada {nilai.tahun}"
    return f"Peringkat {ke} dari {dari} {sebutan} yang bernilai"


def _teks_nilai(nilai: NilaiSkala) -> str:
    return f"{nilai.predikat} ({nilai.nilai})" if nilai.nilai and nilai.predikat else nilai.teks


def _kosong(nama: str, tahun: int, ada: Mapping[int, str]) -> str:
    """Say that a figure is missing and name the newest year before that has it, else the first after."""
    if tahun in ada:
        return ""
    awal = f"{nama} {tahun} tidak tersedia"
    lampau = [t for t in ada if t < tahun]
    if lampau:
        return f"{awal}; terakhir {ada[max(lampau)]} pada {max(lampau)}"
    return f"{awal}; baru ada {ada[min(ada)]} pada {min(ada)}" if ada else f"{awal}, juga pada tahun lain"


def _gerak_nilai(nama: str, riwayat: Riwayat, semua: Riwayat, tahun: int) -> Gerak | None:
    kini, lalu, lain = riwayat.get(tahun), riwayat.get(tahun - 1), semua.get(tahun - 1)
    if kini is None:
        return None
    if lalu is None and lain is not None:
        return Gerak(f"Tidak dibandingkan dengan {tahun - 1}: {_teks_nilai(lain)} berasal dari ukuran lain")
    return gerak_angka(nama, kini.angka, lalu.angka if lalu else None, tahun - 1)


def _berangka(nilai: NilaiSkala | None) -> bool:
    return nilai is not None and nilai.angka is not None


def gerak_angka(nama: str, kini: Decimal | None, lalu: Decimal | None, tahun_lalu: int) -> Gerak:
    """Write a change for which more is better; where one side has no number, say so."""
    if kini is None:
        return Gerak(f"{nama} {tahun_lalu + 1} tanpa angka; perubahannya tidak dapat dihitung")
    if lalu is None:
        return Gerak(f"{nama} {tahun_lalu} tidak tersedia untuk dibandingkan")
    selisih = kini - lalu
    tanda = "+" if selisih > 0 else ""
    arah = panah(None if selisih == 0 else selisih > 0)
    return Gerak(f"{tanda}{format_angka(selisih, 2)} poin dari {tahun_lalu}", arah, membaik(selisih, Arah.NAIK))


@dataclass(frozen=True, slots=True, kw_only=True)
class PosisiUang:
    """The budget of an OPD in a year and its place: rank of serapan, share of the whole's pagu, change, in words."""

    jumlah: JumlahAnggaran | None
    kosong: str
    urutan: str
    bagian: str
    gerak: Gerak | None
    catatan: str


@ingat(512)
def posisi_uang(dataset: Dataset, kode_opd: str, tahun: int) -> PosisiUang:
    """Place the budget of an OPD among those that have one in the same year."""
    ada = {t: j for (k, t), j in dataset.jumlah_anggaran.items() if k == kode_opd}
    jumlah, lalu = ada.get(tahun), ada.get(tahun - 1)
    asal = "Realisasi diambil dari Belanja APBD" if jumlah and jumlah.dari_apbd else ""
    setahun = {k: j for (k, t), j in dataset.jumlah_anggaran.items() if t == tahun}
    utuh = next((j for k, j in setahun.items() if _utuh(dataset, k)), None)
    urutan = bagian = ""
    if jumlah is not None and not _utuh(dataset, kode_opd):
        serapan = [j.serapan for k, j in setahun.items() if j.serapan is not None and not _utuh(dataset, k)]
        if jumlah.serapan is not None:
            ke = 1 + sum(s > jumlah.serapan for s in serapan)
            urutan = f"Serapan peringkat {ke} dari {len(serapan)} OPD beranggaran"
            if len(serapan) == 1:
                urutan = f"Satu-satunya OPD yang anggarannya tersedia untuk {tahun}"
        bagian = f"Pagu keseluruhan {tahun} tidak tersedia untuk menghitung bagiannya"
        if utuh is not None and utuh.pagu and jumlah.pagu is not None:
            persen = format_persen(persen_dari(jumlah.pagu, utuh.pagu))
            bagian = f"{persen} dari pagu keseluruhan, {format_rupiah_ringkas(utuh.pagu)}"
    return PosisiUang(
        jumlah=jumlah,
        kosong=_kosong("Anggaran", tahun, {t: f"serapan {format_persen(j.serapan)}" for t, j in ada.items()}),
        urutan=urutan,
        bagian=bagian,
        gerak=gerak_angka("Serapan", jumlah.serapan, lalu.serapan if lalu else None, tahun - 1) if jumlah else None,
        catatan=asal,
    )
