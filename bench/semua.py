"""Run every bench and write what they printed into docs/kinerja-sistem.md, with date, versions and commands.

`python bench/semua.py PROBE_FOLDER [NAME ...]` runs all, or those named; a bench that fails fails the whole, and no
figure is kept that was not measured in this run.
"""

import importlib.metadata
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

AKAR = Path(__file__).resolve().parents[1]
DOKUMEN = AKAR / "docs" / "kinerja-sistem.md"
TANDA = "<!-- bench -->"
PERLU = ("browser_probe.py", "ws_load.py", "make_workbook.py", "apps/st_app.py")


@dataclass(frozen=True, slots=True)
class Ukuran:
    """A bench: its file, what it measures, its further arguments; `pengukur` when it takes the probe folder."""

    berkas: str
    tentang: str
    pilihan: tuple[str, ...] = ()
    pengukur: bool = False


SEMUA = (
    Ukuran("peramban", "First view, change of filter and of page in a browser, against the bare page", (), True),
    Ukuran("sesi", "Sessions held, a change every 3 s, p95 under 1 s, against the bare page", (), True),
    Ukuran(
        "memori", "Memory at ten sessions against the bare page; trend over 1,000 reruns and 300 sessions", (), True
    ),
    Ukuran("tumbuh", "A view of each page with ten times the data, CPU of the server", ("10",)),
    Ukuran("tumbuh", "A view of each page with a hundred times the data, CPU of the server", ("100", "2")),
    Ukuran("hitung", "Command `hitung` against a bare pass of openpyxl"),
    Ukuran(
        "impor", "Import against a bare pass of openpyxl; memory of an upload ten times as large; growth to 100 times"
    ),
    Ukuran("susun", "An office's LRA of 10,000 rows as a part, against a bare pass of pandas"),
    Ukuran("audit", "The audit with ten times the data"),
    Ukuran("paparan", "Next slide of a deck against the bare page's change of page", (), True),
    Ukuran("dek", "A deck as pptx against a bare deck with as many charts"),
    Ukuran("pdf", "A table of 400 rows as PDF against a bare typst table"),
)


def jalankan(u: Ukuran, pengukur: Path) -> str:
    """Run a bench and return what it printed."""
    perintah = [sys.executable, str(AKAR / "bench" / f"{u.berkas}.py"), *([str(pengukur)] if u.pengukur else [])]
    sys.stderr.write(f"{u.berkas} …\n")
    jalur = os.pathsep.join((str(AKAR), str(AKAR / "bench")))
    hasil = subprocess.run(
        [*perintah, *u.pilihan],
        cwd=AKAR,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": jalur},
        check=False,
    )
    if hasil.returncode or not hasil.stdout.strip():
        sys.exit(f"bench/{u.berkas}.py gagal ({hasil.returncode}); tidak ada angka yang ditulis")
    return hasil.stdout.strip()


def _chromium() -> str:
    return shutil.which("chromium") or ""


def versi() -> str:
    """Name what was measured with."""
    paket = ", ".join(f"{p} {importlib.metadata.version(p)}" for p in ("streamlit", "plotly", "openpyxl"))
    chromium = subprocess.run([_chromium(), "--version"], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
    return f"Python {sys.version.split()[0]}, {paket}, {chromium}, {os.cpu_count()} cores"


def tulis(bagian: list[tuple[Ukuran, str]], hari: str) -> None:
    """Put the results under the mark of the document; what stands above it stays."""
    awal = DOKUMEN.read_text(encoding="utf-8").partition(TANDA)[0]
    isi = [f"{awal}{TANDA}\n\n## Results\n\nMeasured on {hari} by `script/bench`: {versi()}.\n"]
    for u, keluaran in bagian:
        isi.append(f"### {u.tentang}\n\n`bench/{' '.join((f'{u.berkas}.py', *u.pilihan))}`\n\n```\n{keluaran}\n```\n")
    DOKUMEN.write_text("\n".join(isi), encoding="utf-8")


def main() -> None:
    """Check what is needed, run, write."""
    sys.path.insert(0, str(AKAR))
    from kinerja.nilai.angka import format_tanggal
    from kinerja.nilai.waktu import hari_ini

    pengukur = Path(sys.argv[1]).resolve()
    hilang = [p for p in PERLU if not (pengukur / p).is_file()]
    if hilang or not _chromium():
        sys.exit(f"Tidak dapat mengukur: {', '.join(hilang) or 'chromium'} tidak ada")
    dipilih = [u for u in SEMUA if len(sys.argv) < 3 or u.berkas in sys.argv[2:]]
    tulis([(u, jalankan(u, pengukur)) for u in dipilih], format_tanggal(hari_ini()))


if __name__ == "__main__":
    main()
