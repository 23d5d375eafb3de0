"""One OPD and year at a glance: the finding, its IKU, AKIP, IKM and budget; each missing part says what is missing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kinerja.dataset import Dataset, ingat
from kinerja.model.baris import Opd
from kinerja.model.istilah import Peran
from kinerja.nilai.angka import format_persen
from kinerja.nilai.nama import samakan
from kinerja.sajian.asal import tempat_cetak
from kinerja.sajian.kalimat import kecil
from kinerja.sajian.pandangan import Pandangan
from kinerja.sajian.rupa import TAK_TERSEDIA, Rupa, rupa_predikat
from kinerja.sajian.salinan import secukupnya
from kinerja.telaah.anggaran.rincian import judul_uang
from kinerja.telaah.capaian.predikat import dari
from kinerja.telaah.capaian.ringkasan import Ringkasan, ringkas
from kinerja.telaah.capaian.skala_nilai import PADANAN_IKM_UNIT, PADANAN_RESPONDEN, UNIT_LAIN, BarisUnit, peringkat_ikm
from kinerja.telaah.indikator.tabel import BarisTabelCapaian, Cakupan, Urutan, tabel_capaian
from kinerja.telaah.opd.posisi import Gerak, PosisiOpd, PosisiUang, gerak_angka, posisi_akip, posisi_ikm, posisi_uang

PANJANG_NAMA = 40
"""An OPD with a longer name stands in the headline with its short one."""
RINGKAS = 8
"""So many indicators stand in the table at once; the others open on request."""
PERHATIAN_DISALIN = 2
"""So many findings go into a message."""
UNIT_BANDING = 10
"""So many units of the same kind stand around an OPD without IKU."""


@dataclass(frozen=True, slots=True)
class JumlahIku:
    """How many IKU have a predikat, with its look; the last entry may be those without one."""

    predikat: str
    rupa: Rupa
    jumlah: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfilOpd(Pandangan):
    """An OPD and a year.

    Attributes:
        judul: the finding.
        ringkasan: the overview of its IKU, None when it has none that year.
        hilang: what is missing, a sentence for each.
        sebaran: IKU by predikat, best first, empty grades left out.
        gerak: change of the mean capaian against last year.
        akip, ikm, uang: its standing.
        tabel: its IKU, else its other indicators; `sisa` are those that open on request.
        judul_tabel: what the table holds.
        sejenis: units of the same kind around it in the ranking of IKM, for an OPD without IKU; `judul_sejenis` theirs.
        sumber: where the figures are printed.
    """

    ringkasan: Ringkasan | None
    hilang: tuple[str, ...]
    sebaran: tuple[JumlahIku, ...]
    gerak: Gerak | None
    akip: PosisiOpd
    ikm: PosisiOpd
    uang: PosisiUang
    tabel: tuple[BarisTabelCapaian, ...]
    sisa: tuple[BarisTabelCapaian, ...]
    judul_tabel: str
    sejenis: tuple[BarisUnit, ...]
    judul_sejenis: str


@ingat(512)
def profil_opd(dataset: Dataset, kode_opd: str, tahun: int) -> ProfilOpd | None:
    """Collect what stands about an OPD and a year; None when nothing does."""
    if tahun not in tahun_berisi(dataset, kode_opd):
        return None
    ringkasan = ringkas(dataset, kode_opd, tahun)
    akip, ikm = posisi_akip(dataset, kode_opd, tahun), posisi_ikm(dataset, kode_opd, tahun)
    uang = posisi_uang(dataset, kode_opd, tahun)
    lain = () if ringkasan else tuple(_indikator_lain(dataset, kode_opd, tahun))
    tabel = _urut(dataset, kode_opd, tahun) if ringkasan else lain
    sejenis = () if ringkasan else _sejenis(dataset, kode_opd, tahun)
    gerak, judul_tabel = None, f"{len(tabel)} indikator lain pada {tahun}" if tabel else ""
    if ringkasan is not None:
        lalu = ringkas(dataset, kode_opd, tahun - 1)
        if ringkasan.rata_rata.nilai is not None:
            semula = lalu.rata_rata.nilai if lalu else None
            gerak = gerak_angka("Rata-rata", ringkasan.rata_rata.nilai, semula, tahun - 1)
        judul_tabel = f"{RINGKAS} IKU dengan capaian terendah" if len(tabel) > RINGKAS else f"{len(tabel)} IKU"
    hasil = ProfilOpd(
        judul=_judul(dataset.opd[kode_opd], tahun, ringkasan=ringkasan, akip=akip, ikm=ikm, uang=uang, lain=len(lain)),
        ringkasan=ringkasan,
        hilang=tuple(t for t in (_kosong_iku(dataset, kode_opd, tahun), akip.kosong, ikm.kosong, uang.kosong) if t),
        sebaran=tuple(_sebaran(ringkasan)) if ringkasan else (),
        gerak=gerak,
        akip=akip,
        ikm=ikm,
        uang=uang,
        tabel=tabel[:RINGKAS],
        sisa=tabel[RINGKAS:],
        judul_tabel=judul_tabel,
        sejenis=sejenis,
        judul_sejenis=_judul_sejenis(sejenis, tahun),
        sumber=tempat_cetak(_sumber(dataset, kode_opd, tahun, tabel, (akip, ikm))),
    )
    return replace(hasil, butir=butir_profil(hasil))


@ingat(512)
def tahun_berisi(dataset: Dataset, kode_opd: str) -> tuple[int, ...]:
    """Return the years in which anything stands about an OPD, newest first."""
    kode = [i.kode_indikator for i in dataset.indikator_opd[kode_opd]]
    capaian = ((t, dataset.tahunan(k, t)) for k in kode for t in dataset.tahun)
    ada = {t for t, c in capaian if c is not None and (c.baris.realisasi.ada or c.target.ada)}
    ada |= {t for k, t in dataset.jumlah_anggaran if k == kode_opd}
    return tuple(sorted(ada, reverse=True))


def opd_berisi(dataset: Dataset, tahun: int) -> tuple[str, ...]:
    """Return the OPD about which anything stands in a year, those with IKU first."""
    return tuple(o.kode_opd for o in dataset.urutan_opd if tahun in tahun_berisi(dataset, o.kode_opd))


def sebutan(opd: Opd) -> str:
    """Return how a headline names an OPD: in full, unless that is long."""
    return opd.nama_opd if len(opd.nama_opd) <= PANJANG_NAMA else opd.nama_pendek


def _judul(
    opd: Opd, tahun: int, ringkasan: Ringkasan | None, akip: PosisiOpd, ikm: PosisiOpd, uang: PosisiUang, lain: int
) -> str:
    """State what is known, the most telling first: targets reached, AKIP, IKM with its rank, serapan."""
    bagian = [
        t
        for t in (
            _kata_iku(ringkasan),
            "" if akip.nilai is None else f"AKIP {_nilai(akip.nilai.predikat, akip.nilai.nilai)}",
            _kata_ikm(ikm),
        )
        if t
    ]
    if len(bagian) < 3 and uang.jumlah is not None and uang.jumlah.serapan is not None:
        bagian.append(f"serapan {format_persen(uang.jumlah.serapan)}")
    if not bagian:
        ekor = f"; {lain} indikator lain tercatat" if lain else ""
        return f"{sebutan(opd)}: IKU, AKIP, IKM, dan serapan {tahun} tidak tersedia{ekor}"
    return f"{sebutan(opd)}: {', '.join(bagian)}"


def _kata_iku(ringkasan: Ringkasan | None) -> str:
    if ringkasan is None:
        return ""
    n = len(ringkasan.iku)
    if not ringkasan.terbanding:
        return f"{n} IKU belum dapat dinilai"
    kata = dari(ringkasan.tercapai, n)
    return f"{kecil(kata)} IKU mencapai target"


def _nilai(utama: str, rinci: str) -> str:
    return f"{utama} ({rinci})" if utama and rinci else utama or rinci


def _kata_ikm(posisi: PosisiOpd) -> str:
    if posisi.nilai is None:
        return ""
    peringkat = f" peringkat {posisi.peringkat} dari {posisi.dari} unit" if posisi.dari > 1 else ""
    return f"IKM {_nilai(posisi.nilai.nilai, posisi.nilai.predikat)}{peringkat}"


def _kosong_iku(dataset: Dataset, kode_opd: str, tahun: int) -> str:
    ada = dataset.tahun_ber_iku(kode_opd)
    if dataset.capaian_opd(kode_opd, tahun):
        return ""
    if not ada:
        return "Buku kerja tidak memuat IKU unit ini"
    return f"IKU {tahun} tidak tersedia; ada untuk {', '.join(str(t) for t in ada)}"


def _sebaran(ringkasan: Ringkasan) -> Iterator[JumlahIku]:
    d = ringkasan.distribusi
    for p in d.pita:
        if p.dihitung:
            yield JumlahIku(p.predikat, rupa_predikat(d.skala, p.predikat), p.dihitung)
    if d.tanpa_predikat:
        yield JumlahIku("Tanpa predikat", TAK_TERSEDIA, d.tanpa_predikat)


def _urut(dataset: Dataset, kode_opd: str, tahun: int) -> tuple[BarisTabelCapaian, ...]:
    """The IKU as the document has them; where they do not fit at once, worst first."""
    baris = tabel_capaian(dataset, kode_opd, tahun)
    return baris if len(baris) <= RINGKAS else tabel_capaian(dataset, kode_opd, tahun, Urutan.TERENDAH)


def _indikator_lain(dataset: Dataset, kode_opd: str, tahun: int) -> Iterator[BarisTabelCapaian]:
    """What stands about an OPD without IKU, besides IKM and the number of people asked, which have their own place."""
    tampak = {samakan(PADANAN_IKM_UNIT), samakan(PADANAN_RESPONDEN)}
    for b in tabel_capaian(dataset, kode_opd, tahun, Urutan.DOKUMEN, Cakupan.SEMUA):
        if samakan(dataset.indikator[b.kode].padanan) not in tampak and (b.realisasi or b.target):
            yield b


def _sejenis(dataset: Dataset, kode_opd: str, tahun: int) -> tuple[BarisUnit, ...]:
    """The units of the same kind, of all kinds where it has few, as many as fit around the OPD in their ranking."""
    unit = peringkat_ikm(dataset, tahun).unit
    sendiri = next((u for u in unit if u.kode_opd == kode_opd), None)
    if sendiri is None or len(unit) < 2:
        return ()
    semua = [u for u in unit if u.kelompok == sendiri.kelompok or sendiri.kelompok == UNIT_LAIN]
    awal = max(0, min(semua.index(sendiri) - UNIT_BANDING // 2, len(semua) - UNIT_BANDING))
    return tuple(semua[awal : awal + UNIT_BANDING])


def _judul_sejenis(sejenis: tuple[BarisUnit, ...], tahun: int) -> str:
    if not sejenis:
        return ""
    kelompok = {u.kelompok for u in sejenis}
    return f"{kelompok.pop() if len(kelompok) == 1 else 'Unit terdekat'} dalam peringkat IKM {tahun}"


def _sumber(
    dataset: Dataset, kode_opd: str, tahun: int, tabel: Iterable[BarisTabelCapaian], nilai: Iterable[PosisiOpd]
) -> Iterator[str]:
    uang = (b.sumber for b in dataset.baris_anggaran(kode_opd, tahun) if b.peran is Peran.ANGGARAN)
    angka = (p.nilai.sumber for p in nilai if p.nilai is not None)
    yield from (*(b.sumber for b in tabel), *angka, *uang)


def butir_profil(profil: ProfilOpd) -> tuple[str, ...]:
    """Return the standing of an OPD for a message: IKU, AKIP, IKM, money, what needs attention, what is missing."""
    perhatian = profil.ringkasan.perhatian[:PERHATIAN_DISALIN] if profil.ringkasan else ()
    iku = ""
    if profil.ringkasan is not None:
        rata = profil.ringkasan.rata_rata
        sebaran = ", ".join(f"{s.jumlah} {s.predikat}" for s in profil.sebaran)
        iku = f"IKU: {sebaran}; rata-rata capaian {format_persen(rata.nilai)} ({rata.keterangan})"
    uang = f"Anggaran: {judul_uang(profil.uang.jumlah)}" if profil.uang.jumlah else ""
    isi = (iku, *map(_butir_posisi, (profil.akip, profil.ikm)), uang)
    temuan = (f"{k.utama.nada.value}: {k.utama.judul}. {k.utama.teks}" for k in perhatian)
    return secukupnya((b for b in (*isi, *temuan, *profil.hilang) if b), "hal")


def _butir_posisi(posisi: PosisiOpd) -> str:
    if posisi.nilai is None:
        return ""
    return ", ".join(t for t in (f"{posisi.nama}: {posisi.nilai.teks}", kecil(posisi.urutan)) if t)
