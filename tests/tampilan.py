"""Every page with its views, in one table: whatever looks at all of them takes it from here."""

from dataclasses import dataclass, field

from components.bingkai.navigasi import (
    ANGGARAN,
    CAPAIAN,
    HALAMAN,
    INDIKATOR,
    KELENGKAPAN,
    KELOLA,
    OPD,
    PANDUAN,
    PAPARAN,
    POHON,
    PREDIKAT,
    RINGKASAN,
    Halaman,
)

BATUBARA = {"opd": "BATUBARA", "tahun": "2024"}
SEGMEN = {
    CAPAIAN: ("gambar", ("capaian", "perubahan", "tren")),
    PREDIKAT: ("tampilan", ("indikator", "sasaran", "skala")),
    POHON: ("bentuk", ("pohon", "tabel")),
    ANGGARAN: ("lihat", ("rincian", "apbd", "kuadran")),
    OPD: ("lihat_opd", ("profil", "banding")),
    KELENGKAPAN: ("lihat_data", ("kelengkapan", "triwulan")),
    KELOLA: ("urusan", ("unggah", "riwayat", "kunci", "log")),
    PANDUAN: ("bagian", ("langkah", "mulai", "sipd", "bps", "satu", "lembar", "rumus", "istilah")),
}
"""The pages with views of their own: where the choice stands in the address, and what it can be, the default first."""
TAB = {INDIKATOR: ("Keterangan", "Riwayat", "Tercetak", "Ukuran pendukung")}
"""The pages that open with tabs, which stand in no address."""
JENIS_SLAID = (
    "ringkasan",
    "predikat",
    "tertinggi-terendah",
    "indikator-BB-UHH",
    "indikator-BB-OPINI",
    "anggaran",
    "capaian-serapan",
    "wilayah",
    "ukuran-wilayah",
    "uji-konsistensi",
)
"""A slide of each kind."""


@dataclass(frozen=True, kw_only=True)
class Tampilan:
    """One view of a page: the name of its picture, the address that opens it, the tab or slide to go to there."""

    halaman: Halaman
    nama: str
    alamat: dict = field(default_factory=lambda: dict(BATUBARA))
    tab: str = ""
    slaid: str = ""

    @property
    def jalur(self):
        """The path of the page: the first page has none."""
        return "" if self.halaman is HALAMAN[0] else self.halaman.jalur


KEADAAN = (
    # besides what a page's own row of choices leads to: nothing there, an indicator opened, one with grades only
    Tampilan(halaman=RINGKASAN, nama="ringkasan-kosong", alamat={**BATUBARA, "opd": "INSPEKTORAT"}),
    Tampilan(halaman=CAPAIAN, nama="capaian-terbuka", alamat={**BATUBARA, "gambar": "capaian", "indikator": "BB-UHH"}),
    Tampilan(halaman=INDIKATOR, nama="indikator-peringkat", alamat={**BATUBARA, "indikator": "BB-OPINI"}),
)


def _milik(halaman):
    """Return the views of a page, the one that it opens with first."""
    if halaman in SEGMEN:
        kunci, pilihan = SEGMEN[halaman]
        return [Tampilan(halaman=halaman, nama=f"{halaman.jalur}-{p}", alamat={**BATUBARA, kunci: p}) for p in pilihan]
    bertab = [
        Tampilan(halaman=halaman, nama=f"{halaman.jalur}-{t.split()[0].lower()}", tab=t)
        for t in TAB.get(halaman, ())[1:]
    ]
    return [Tampilan(halaman=halaman, nama=halaman.jalur), *bertab]


TAMPILAN = tuple(t for h in HALAMAN for t in (*_milik(h), *(k for k in KEADAAN if k.halaman is h)))
"""Every view of every page, in the order of the menu."""
LAIN = tuple(t for t in TAMPILAN if not t.tab and t != _milik(t.halaman)[0])
"""Those that an address leads to besides what a page opens with."""
SLAID = tuple(Tampilan(halaman=PAPARAN, nama=f"tayang-{s.lower()}", slaid=s) for s in JENIS_SLAID)
