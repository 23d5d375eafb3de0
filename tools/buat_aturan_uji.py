"""Write docs/aturan-uji.md, the rules of the audit with when each speaks and why, from the rules themselves.

`--check` writes nothing and exits 1 when the document no longer says what the program does.
"""

import sys
from pathlib import Path

AKAR = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(AKAR))  # this file is run as a script

from dokumen import jalankan  # noqa: E402

from kinerja.uji.mesin import ATURAN  # noqa: E402
from kinerja.uji.model import ARTI_KEYAKINAN, CARA_MEMBACA, Aturan, Keyakinan  # noqa: E402

PEMBUKA = """# Aturan uji konsistensi

<!-- Dibuat oleh tools/buat_aturan_uji.py; jangan disunting dengan tangan. -->

Uji konsistensi menghitung ulang setiap angka tercetak dan membandingkannya dengan angka lain di laporan yang sama:

    python -m kinerja audit buku_kerja.xlsx
    python -m kinerja audit buku_kerja.xlsx --opd K --tahun T --json

Keluarnya 1 bila ada ketidaksesuaian, 0 bila tidak ada. Temuan yang sama terbaca pada halaman Uji konsistensi.

## Cara membaca temuan
"""


def susun() -> str:
    """Return the whole document."""
    baca = "\n".join(f"- {c}" for c in CARA_MEMBACA)
    yakin = "\n".join(f"- **{k.value}**: {ARTI_KEYAKINAN[k]}" for k in Keyakinan)
    return "\n".join((PEMBUKA, f"{baca}\n{yakin}\n", f"## {len(ATURAN)} aturan\n", *map(satu_aturan, ATURAN)))


def satu_aturan(a: Aturan) -> str:
    """Write one rule."""
    return f"### {a.kode} {a.nama}\n\nBila {a.syarat}.\n\nMengapa diuji: {a.alasan}\n"


if __name__ == "__main__":
    sys.exit(jalankan("tools/buat_aturan_uji.py", "docs/aturan-uji.md", susun))
