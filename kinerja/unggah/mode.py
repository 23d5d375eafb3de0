"""How a workbook is taken; a module of its own, because those who only read versions load nothing of an upload."""

from enum import StrEnum


class Mode(StrEnum):
    """How a workbook is taken: it is the whole, or a part that adds and replaces rows."""

    GANTI = "ganti"
    PERBARUI = "perbarui"
