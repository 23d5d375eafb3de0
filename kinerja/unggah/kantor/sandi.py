"""Frozen values as JSON and back, by their own declarations: what one process says to another of the same program."""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

_petunjuk = cache(get_type_hints)


def ke_json(nilai: Any) -> Any:
    """Return what `json` writes of a frozen dataclass and whatever it holds."""
    if is_dataclass(nilai) and not isinstance(nilai, type):
        return {f.name: ke_json(getattr(nilai, f.name)) for f in fields(nilai)}
    if isinstance(nilai, Enum):
        return nilai.value
    if isinstance(nilai, Decimal):
        return str(nilai)
    if isinstance(nilai, datetime):
        return nilai.isoformat()
    if isinstance(nilai, bytes):
        return b64encode(nilai).decode()
    if isinstance(nilai, Mapping):
        return {ke_json(k): ke_json(v) for k, v in nilai.items()}
    return [ke_json(v) for v in nilai] if isinstance(nilai, tuple) else nilai


def dari_json(jenis: Any, isi: Any) -> Any:
    """Read back a value of a declared type.

    Raises:
        KeyError, TypeError, ValueError: when it is none of that type.
    """
    asal, bagian = get_origin(jenis), get_args(jenis)
    if asal in (Union, UnionType):
        (satu,) = (b for b in bagian if b is not NoneType)
        return None if isi is None else dari_json(satu, isi)
    if asal is tuple:
        if bagian[-1] is Ellipsis:
            return tuple(dari_json(bagian[0], v) for v in isi)
        return tuple(dari_json(b, v) for b, v in zip(bagian, isi, strict=True))
    if asal is not None:
        return {dari_json(bagian[0], k): dari_json(bagian[1], v) for k, v in isi.items()}
    if isinstance(jenis, type) and is_dataclass(jenis):
        petunjuk = _petunjuk(jenis)
        return jenis(**{f.name: dari_json(petunjuk[f.name], isi[f.name]) for f in fields(jenis)})
    if jenis is bytes:
        return b64decode(isi)
    return datetime.fromisoformat(isi) if jenis is datetime else jenis(isi)
