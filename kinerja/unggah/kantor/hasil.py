"""What a person is shown of an office's table: what was found, no more than a screen takes, and the part."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Self

from kinerja.buku.temuan import batasi
from kinerja.susun.model import HasilSusun, Jawaban, Pertanyaan, Tanya
from kinerja.unggah.kantor.sandi import dari_json, ke_json

DILEWATI_MAKS = 500
NAMA_MAKS = 500
TEMUAN_MAKS = 500
PILIHAN_MAKS = 2_000
"""Rows left out, names to decide, findings, and names to choose from that leave the process of an upload."""
SEL_MAKS = 120
"""Letters of a cell in the picture of a sheet's corner."""
BAGIAN_MAKS = 10 * 1024 * 1024
"""Bytes of a part: as text it must fit into the line that the server listens to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DariIngatan:
    """What was remembered of the form: when it was kept and by whom, of which file.

    `usulan` are answers that may no longer hold: they are proposed and must be agreed to.
    """

    waktu: datetime
    oleh: str
    berkas: str
    usulan: Mapping[Tanya, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilKantor:
    """What came of an office's table, as it goes from the process that read it to the screen.

    Attributes:
        hasil: the engine's outcome without the rows of the part, everything long in it cut.
        jawaban: what was answered, with what was remembered.
        ingatan: where that came from; None where nothing was remembered.
        kop: the words above the table, by which one of the same form is known from another.
        jumlah_dilewati, jumlah_nama: how many there are of what `hasil` may show a part of.
        lembar: every sheet of the file.
        opd: name of each OPD by its code.
        pilihan: names that stand with us, by the kind of a name that must be decided.
        per_lembar: rows of the part by sheet of ours.
        bagian: the part as a workbook; empty while something must be decided.
    """

    hasil: HasilSusun
    jawaban: Jawaban = field(default_factory=Jawaban)
    ingatan: DariIngatan | None = None
    kop: str = ""
    jumlah_dilewati: int = 0
    jumlah_nama: int = 0
    lembar: tuple[str, ...] = ()
    opd: Mapping[str, str] = field(default_factory=dict)
    pilihan: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    per_lembar: Mapping[str, int] = field(default_factory=dict)
    bagian: bytes = b""

    @property
    def siap(self) -> bool:
        """Whether nothing is left to decide."""
        return bool(self.bagian)

    def usulan(self, tanya: Pertanyaan) -> str:
        """Return what is proposed for a question from memory; empty where it is answered otherwise."""
        return self.ingatan.usulan.get(tanya.apa, "") if self.ingatan else ""

    def json(self) -> dict[str, Any]:
        """Return it as the process of an upload says it."""
        isi: dict[str, Any] = ke_json(self)
        return isi

    @classmethod
    def dari_json(cls, isi: Mapping[str, Any]) -> Self:
        """Read it back."""
        hasil: Self = dari_json(cls, isi)
        return hasil


def ringkas(hasil: HasilSusun) -> HasilSusun:
    """Return an outcome without the rows of its part, cut to what is shown."""
    return replace(
        hasil,
        dilewati=hasil.dilewati[:DILEWATI_MAKS],
        nama=hasil.nama[:NAMA_MAKS],
        temuan=batasi(hasil.temuan, TEMUAN_MAKS),
        bagian={},
        sudut=tuple((n, tuple(s[:SEL_MAKS] for s in baris)) for n, baris in hasil.sudut),
    )


def baca_jawaban(teks: str) -> Jawaban:
    """Read an answer that `tulis_jawaban` wrote."""
    jawaban: Jawaban = dari_json(Jawaban, json.loads(teks))
    return jawaban


def tulis_jawaban(jawaban: Jawaban) -> str:
    """Write an answer whole, its rows too, for the process that takes the upload."""
    return json.dumps(ke_json(jawaban))
