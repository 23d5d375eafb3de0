"""A view: what a page, the message copied from it, its file and its slide say of one thing, fetched once."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Pandangan:
    """What every view has; the rows, the scale and whatever else is drawn come with each view.

    Attributes:
        judul: the finding, which is the headline everywhere.
        sumber: where the figures are printed, each place once.
        butir: the key figures of a message.
    """

    judul: str
    sumber: tuple[str, ...]
    butir: tuple[str, ...] = ()
