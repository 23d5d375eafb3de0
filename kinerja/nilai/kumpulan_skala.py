"""All scales of a dataset: those that every installation starts with, and those of its workbook."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from kinerja.nilai.kelompok import menurut
from kinerja.nilai.nama import samakan
from kinerja.nilai.skala import SKALA_BAWAAN_CAPAIAN, Pita, Skala


class KumpulanSkala:
    """All scales of a dataset: the built-in ones, replaced or joined by those of the workbook."""

    def __init__(self, tambahan: Iterable[Skala] = ()) -> None:
        semua = {samakan(s.nama): [s] for s in SKALA_BAWAAN}
        # A built-in scale stays for the years before the first of its successors.
        for kunci, daftar in menurut(tambahan, lambda s: samakan(s.nama)).items():
            mulai = all(s.berlaku_sejak is not None for s in daftar)
            semua[kunci] = [*semua.get(kunci, ()), *daftar] if mulai else daftar
        self._skala: Mapping[str, list[Skala]] = semua

    def ambil(self, nama: str, tahun: int | None = None) -> Skala | None:
        """Return the scale called `nama` in force in `tahun`, else its earliest; None when there is no such name."""
        semua = sorted(self._skala.get(samakan(nama), ()), key=lambda s: s.berlaku_sejak or 0)
        berlaku = [s for s in semua if tahun is None or (s.berlaku_sejak or 0) <= tahun]
        return berlaku[-1] if berlaku else next(iter(semua), None)

    def capaian(self, nama: str, tahun: int | None = None) -> Skala:
        """Return the capaian scale of an OPD; an empty name is the default."""
        skala = self.ambil(nama or SKALA_BAWAAN_CAPAIAN, tahun)
        if skala is None:
            raise KeyError(nama)
        return skala

    @property
    def semua(self) -> tuple[Skala, ...]:
        """Every scale, in the order of registration."""
        return tuple(s for daftar in self._skala.values() for s in daftar)

    @property
    def nama(self) -> tuple[str, ...]:
        """Names that columns Skala capaian and Skala nilai may use."""
        return tuple(daftar[0].nama for daftar in self._skala.values())

    @property
    def predikat(self) -> frozenset[str]:
        """Every word of every scale, normalised."""
        return frozenset(samakan(p) for s in self.semua for p in s.predikat)


def _bertingkat(*pita: tuple[str, str | None], termasuk: bool = True) -> tuple[Pita, ...]:
    return tuple(
        Pita(
            urutan=i, predikat=kata, bawah=None if batas is None else Decimal(batas), termasuk=termasuk or batas == "0"
        )
        for i, (kata, batas) in enumerate(pita, 1)
    )


def _bersebutan(*pita: tuple[str, str, str], termasuk: bool = True) -> tuple[Pita, ...]:
    """Grades that are letters, each with what its regulation calls it."""
    huruf = _bertingkat(*((kata, batas) for kata, batas, _ in pita), termasuk=termasuk)
    return tuple(replace(p, sebutan=sebutan) for p, (_, _, sebutan) in zip(huruf, pita, strict=True))


def _capaian(*pita: tuple[str, str, str | None]) -> tuple[Pita, ...]:
    return tuple(
        Pita(urutan=i, predikat=kata, bawah=Decimal(bawah), atas=None if atas is None else Decimal(atas))
        for i, (kata, bawah, atas) in enumerate(pita, 1)
    )


SKALA_BAWAAN: tuple[Skala, ...] = (
    Skala(
        SKALA_BAWAAN_CAPAIAN,
        _capaian(
            ("Sangat Tinggi", "91", None),
            ("Tinggi", "76", "90"),
            ("Sedang", "66", "75"),
            ("Rendah", "51", "65"),
            ("Sangat Rendah", "0", "50"),
        ),
        "Permendagri Nomor 86 Tahun 2017",
    ),
    Skala(
        "AKIP",
        _bersebutan(
            ("AA", "90", "Sangat Memuaskan"),
            ("A", "80", "Memuaskan"),
            ("BB", "70", "Sangat Baik"),
            ("B", "60", "Baik"),
            ("CC", "50", "Cukup"),
            ("C", "30", "Kurang"),
            ("D", "0", "Sangat Kurang"),
            termasuk=False,
        ),
        "PermenPANRB Nomor 88 Tahun 2021",
    ),
    Skala(
        "IKM",
        _bersebutan(
            ("A", "88.31", "Sangat Baik"),
            ("B", "76.61", "Baik"),
            ("C", "65.00", "Kurang Baik"),
            ("D", "25.00", "Tidak Baik"),
        ),
        "PermenPANRB Nomor 14 Tahun 2017",
    ),
    Skala(
        "IPM",
        _bertingkat(("Sangat Tinggi", "80"), ("Tinggi", "70"), ("Sedang", "60"), ("Rendah", "0")),
        "Badan Pusat Statistik",
    ),
    Skala(
        "IDM",
        _bertingkat(
            ("Mandiri", "0.8155"),
            ("Maju", "0.7072"),
            ("Berkembang", "0.5989"),
            ("Tertinggal", "0.4907"),
            ("Sangat Tertinggal", "0"),
            termasuk=False,
        ),
        "Permendes PDTT Nomor 2 Tahun 2016",
    ),
    Skala(
        "IP ASN",
        _bertingkat(
            ("Sangat Tinggi", "91"), ("Tinggi", "81"), ("Sedang", "71"), ("Rendah", "61"), ("Sangat Rendah", "0")
        ),
        "Peraturan BKN Nomor 8 Tahun 2019",
    ),
    Skala(
        "Opini BPK",
        _bertingkat(("WTP", None), ("WDP", None), ("TW", None), ("TMP", None)),
        "Undang-Undang Nomor 15 Tahun 2004",
    ),
    Skala(
        "LPPD",
        _bertingkat(
            ("Sangat Tinggi", None), ("Tinggi", None), ("Sedang", None), ("Rendah", None), ("Sangat Rendah", None)
        ),
        "Permendagri Nomor 18 Tahun 2020",
    ),
    Skala(
        "Inovasi",
        _bertingkat(("Sangat Inovatif", None), ("Inovatif", None), ("Kurang Inovatif", None)),
        "Permendagri Nomor 104 Tahun 2018",
    ),
)
