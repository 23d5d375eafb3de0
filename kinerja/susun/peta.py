"""The mapping of a table as a file: what was answered, which column goes where, what names mean (`susun --peta`)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kinerja.susun.model import Jawaban, JenisTabel, Tanya


class PetaSalah(ValueError):  # noqa: N818 - Indonesian for "wrong mapping"
    """A mapping file that cannot be read; says why."""


def ke_peta(jawaban: Jawaban, jenis: JenisTabel | None = None, sidik: str = "") -> dict[str, Any]:
    """Return a mapping as its file holds it; `sidik` tells the form it was made for."""
    return {
        "jenis": jawaban.jenis or jenis,
        "lembar": jawaban.lembar,
        "sidik": sidik,
        "isi": {k.value: v for k, v in jawaban.isi.items()},
        "kolom": dict(jawaban.kolom),
        "nama": {k: dict(v) for k, v in jawaban.nama.items()},
        "terima_beda": jawaban.terima_beda,
    }


def dari_peta(isi: object) -> Jawaban:
    """Read a mapping.

    Raises:
        PetaSalah: when it is none.
    """
    if not isinstance(isi, dict):
        raise PetaSalah("isinya bukan objek JSON")
    try:
        return Jawaban(
            lembar=str(isi.get("lembar") or ""),
            jenis=JenisTabel(isi["jenis"]) if isi.get("jenis") else None,
            isi={Tanya(k): str(v) for k, v in dict(isi.get("isi") or {}).items()},
            kolom={str(k): str(v or "") for k, v in dict(isi.get("kolom") or {}).items()},
            nama={str(j): {str(k): str(v) for k, v in dict(n).items()} for j, n in dict(isi.get("nama") or {}).items()},
            terima_beda=isi.get("terima_beda") is True,
        )
    except (ValueError, TypeError, AttributeError) as galat:
        raise PetaSalah(str(galat)) from galat


def dengan(jawaban: Jawaban, *, lembar: str, jenis: JenisTabel | None, isi: Mapping[Tanya, str]) -> Jawaban:
    """Return a mapping with what was said anew in place of what it holds."""
    return replace(jawaban, lembar=lembar or jawaban.lembar, jenis=jenis or jawaban.jenis, isi={**jawaban.isi, **isi})
