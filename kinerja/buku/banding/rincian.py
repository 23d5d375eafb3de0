"""What an upload changes, as people are shown it before they publish: one frozen whole that a draft keeps as JSON."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from kinerja.buku.banding.beda import BarisRingkas, JenisBeda
from kinerja.buku.banding.hilang import AngkaHilang, kata_hilang

Hitungan = Mapping[str, int]
"""Rows added, changed and removed, by the word of `JenisBeda`.

`hilang` and `keterangan_hilang`, where any do, are figures and words that go.
"""


@dataclass(frozen=True, slots=True)
class Pengaman:
    """A question: what is noticed, and the number to type where rows would be lost (None asks for a tick)."""

    kalimat: str
    ketik: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TemuanSingkat:
    """A finding of the audit as an upload shows it."""

    id: str
    keyakinan: str
    opd: str
    uraian: str
    sumber: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UjiUnggahan:
    """What an upload changes in the audit: every count, and as many findings as a screen shows."""

    jumlah_baru: int = 0
    jumlah_hilang: int = 0
    sama: int = 0
    baru: tuple[TemuanSingkat, ...] = ()
    hilang: tuple[TemuanSingkat, ...] = ()

    def json(self) -> dict[str, Any]:
        """Return it as a draft keeps it."""
        return {
            "jumlah": {"baru": self.jumlah_baru, "hilang": self.jumlah_hilang, "sama": self.sama},
            "baru": [asdict(t) for t in self.baru],
            "hilang": [asdict(t) for t in self.hilang],
        }

    @classmethod
    def dari_json(cls, isi: Mapping[str, Any]) -> Self:
        """Read it back."""
        jumlah = isi["jumlah"]
        return cls(
            jumlah_baru=jumlah["baru"],
            jumlah_hilang=jumlah["hilang"],
            sama=jumlah["sama"],
            baru=tuple(TemuanSingkat(**t) for t in isi["baru"]),
            hilang=tuple(TemuanSingkat(**t) for t in isi["hilang"]),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RincianUnggahan:
    """The details of an upload that may be published.

    Attributes:
        perubahan: counts of all rows; they and `dampak` become the version's.
        per_lembar: the same by sheet.
        per_opd: the same by code of the OPD; rows of no OPD stand under "".
        nama_opd: the short names of those codes.
        baris: the first changed rows.
        hilang: the first figures and words that go.
        kalimat_hilang: how many of each go and from where; "" when none does.
        dampak: what changes for the reader, in sentences.
        pengaman: what is asked before publishing.
        uji: what changes in the audit.
    """

    perubahan: Hitungan = field(default_factory=dict)
    per_lembar: Mapping[str, Hitungan] = field(default_factory=dict)
    per_opd: Mapping[str, Hitungan] = field(default_factory=dict)
    nama_opd: Mapping[str, str] = field(default_factory=dict)
    baris: tuple[BarisRingkas, ...] = ()
    hilang: tuple[AngkaHilang, ...] = ()
    kalimat_hilang: str = ""
    dampak: tuple[str, ...] = ()
    pengaman: tuple[Pengaman, ...] = ()
    uji: UjiUnggahan = field(default_factory=UjiUnggahan)

    @property
    def jumlah_baris(self) -> int:
        """How many rows change in all."""
        return sum(self.perubahan.get(jenis.value, 0) for jenis in JenisBeda)

    @property
    def jumlah_hilang(self) -> int:
        """How many figures and words go in all; publishing asks for the agreement to this number."""
        return self.perubahan.get("hilang", 0) + self.perubahan.get("keterangan_hilang", 0)

    @property
    def kata_hilang(self) -> str:
        """The same in words, figures and words apart; "" when none goes."""
        return kata_hilang(self.perubahan.get("hilang", 0), self.perubahan.get("keterangan_hilang", 0))

    def json(self) -> dict[str, Any]:
        """Return it as the store and the process of an upload pass it on."""
        return {
            "perubahan": dict(self.perubahan),
            "per_lembar": {k: dict(v) for k, v in self.per_lembar.items()},
            "per_opd": {k: dict(v) for k, v in self.per_opd.items()},
            "nama_opd": dict(self.nama_opd),
            "baris": [b.json() for b in self.baris],
            "hilang": [h.json() for h in self.hilang],
            "kalimat_hilang": self.kalimat_hilang,
            "dampak": list(self.dampak),
            "pengaman": [asdict(p) for p in self.pengaman],
            "uji": self.uji.json(),
        }

    @classmethod
    def dari_json(cls, isi: Mapping[str, Any]) -> Self:
        """Read it back.

        A draft of an earlier version of this program may lack what nobody asked of it then, and holds its findings too,
        which an upload carries beside its details; they are passed over.
        """
        return cls(
            perubahan=isi["perubahan"],
            per_lembar=isi.get("per_lembar", {}),
            per_opd=isi.get("per_opd", {}),
            nama_opd=isi.get("nama_opd", {}),
            baris=tuple(BarisRingkas.dari_json(b) for b in isi.get("baris", ())),
            hilang=tuple(AngkaHilang.dari_json(h) for h in isi.get("hilang", ())),
            kalimat_hilang=isi.get("kalimat_hilang", ""),
            dampak=tuple(isi["dampak"]),
            pengaman=tuple(Pengaman(**p) for p in isi.get("pengaman", ())),
            uji=UjiUnggahan.dari_json(isi["uji"]) if "uji" in isi else UjiUnggahan(),
        )
