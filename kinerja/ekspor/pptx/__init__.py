"""The deck as an editable PowerPoint: native charts and tables, speaker notes, a master with the regency's name.

`kinerja.paparan` says what stands on a slide; here it only finds its place. The font is Arial, which every Office has
and whose widths are known, so that what was measured fits where the file is opened.
"""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from kinerja.paparan.model import Paparan


def tulis_pptx(paparan: Paparan, tujuan: Path | BinaryIO, kemajuan: Callable[[int, int], None] | None = None) -> None:
    """Write a deck as pptx: exactly its slides, in their order.

    Args:
        paparan: the deck.
        tujuan: path or open binary file.
        kemajuan: called after each slide with its number and how many there are.

    Raises:
        OSError: when the file cannot be written.
    """
    # python-pptx takes a third of a second to import: only who writes a deck pays for it.
    from kinerja.ekspor.pptx.dek import susun_dek

    isi = susun_dek(paparan, kemajuan or (lambda _n, _total: None))
    if isinstance(tujuan, Path):
        tujuan.write_bytes(isi)
    else:
        tujuan.write(isi)
