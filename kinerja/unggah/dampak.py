"""What an import changes for the reader: figures, predikat and means, in sentences (shown before publishing)."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from kinerja.buku.banding.beda import Beda, JenisBeda
from kinerja.buku.banding.hilang import ANGKA
from kinerja.dataset import Dataset
from kinerja.model.baris import Opd
from kinerja.nilai.angka import bulatkan, format_angka, format_persen
from kinerja.nilai.pasti import pasti
from kinerja.telaah.capaian.ringkasan import ringkas

LEMBAR_ANGKA = {
    "Capaian": ("Target", "Target hitung", "Realisasi"),
    "Anggaran": ("Pagu", "Realisasi"),
    "Anggaran indikator": ("Pagu", "Realisasi"),
    "APBD": ("Anggaran", "Realisasi"),
    "Regional": ("Nilai",),
}
"""Columns whose cells are figures of the dashboard."""
RATA_DISEBUT = 4
"""How many means are named; the largest changes come first."""


def dampak(lama: Dataset | None, baru: Dataset, beda: Beda, hilang: int = 0) -> tuple[str, ...]:
    """Say what changes: "12 angka berubah", "2 predikat turun", "rata-rata capaian ... 97,1% menjadi 96,4%".

    `hilang` is how many figures go.
    """
    if lama is None:
        jumlah = sum(len(baru.iku(o.kode_opd)) for o in baru.opd_ber_iku)
        return (f"Versi pertama: {len(baru.opd)} OPD, {jumlah} IKU",)
    if not beda.semua:
        return ("Hanya urutan baris yang berubah",)
    semua = [(o, t) for o in baru.opd_ber_iku for t in baru.tahun_ber_iku(o.kode_opd)]
    ubah = [
        (
            abs(ke - dari),
            f"rata-rata capaian {o.nama_pendek} {t} dari {format_persen(dari)} menjadi {format_persen(ke)}",
        )
        for o, t in semua
        for dari, ke in _pasangan(lama, baru, o, t)
    ]
    rata_rata = [kalimat for _, kalimat in sorted(ubah, key=lambda u: -u[0])[:RATA_DISEBUT]]
    return (*_angka(beda, hilang), *_tulisan(beda), *_keterangan(beda), *_predikat(lama, baru), *rata_rata)


def _angka(beda: Beda, hilang: int) -> Iterable[str]:
    """Count figures; a cell that was filled or emptied is no change of one."""
    sel = [s for b in beda.baris for s in b.sel if s.kolom in LEMBAR_ANGKA.get(b.lembar, ())]
    if n := sum(bool(s.lama and s.baru) for s in sel):
        yield f"{format_angka(n)} angka berubah"
    if n := sum(not s.lama for s in sel):
        yield f"{format_angka(n)} angka ditambah"
    if hilang:
        yield f"{format_angka(hilang)} angka hilang"


def _tulisan(beda: Beda) -> Iterable[str]:
    sel = [s for b in beda.penulisan for s in b.sel]
    if sel:
        contoh = f"{sel[0].lama} menjadi {sel[0].baru}"
        yield f"{format_angka(len(sel))} angka hanya berganti penulisan ({contoh}), nilainya tetap"


def _keterangan(beda: Beda) -> Iterable[str]:
    """Count the words that are emptied, by column; figures are counted above, rows that go are rows."""
    ubah = [b for b in beda.baris if b.jenis is JenisBeda.UBAH]
    kolom = Counter(s.kolom for b in ubah for s in b.sel if s.lama and not s.baru and s.kolom not in ANGKA[b.lembar])
    if kolom:
        rincian = ", ".join(f"{format_angka(n)} {nama}" for nama, n in kolom.items())
        yield f"{format_angka(kolom.total())} keterangan dikosongkan: {rincian}"


def _predikat(lama: Dataset, baru: Dataset) -> Iterable[str]:
    naik = turun = 0
    for c in baru.capaian:
        dulu = lama.tahunan(c.kode, c.tahun) if c.indikator.iku else None
        if dulu is None or None in (dulu.predikat, c.predikat) or dulu.predikat == c.predikat:
            continue
        lebih = pasti(c.persen, "capaian") > pasti(dulu.persen, "capaian semula")
        naik, turun = naik + lebih, turun + (not lebih)
    if naik:
        yield f"{naik} predikat naik"
    if turun:
        yield f"{turun} predikat turun"


def _pasangan(lama: Dataset, baru: Dataset, opd: Opd, tahun: int) -> Iterable[tuple[Decimal, Decimal]]:
    dari, ke = (_rata(d, opd.kode_opd, tahun) for d in (lama, baru))
    if dari is not None and ke is not None and bulatkan(dari) != bulatkan(ke):
        yield dari, ke


def _rata(dataset: Dataset, kode: str, tahun: int) -> Decimal | None:
    r = ringkas(dataset, kode, tahun) if kode in dataset.opd else None
    return r.rata_rata.nilai if r else None
