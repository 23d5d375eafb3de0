"""Measure how many sessions the dashboard holds against the bare floor page: each changes a filter every 3 seconds.

`python bench/sesi.py PROBE_FOLDER [RAMP]` takes the folder that holds ws_load.py, make_workbook.py and apps/, raises
the number of sessions step by step by turns, and prints where p95 crosses one second, and the ratio.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from peladen import AKAR, PERINTAH

TANGGA = "5,20,30,40,50,60,70,80,100,120,140"


def ukur(pengukur: Path, folder: Path, app: str, cwd: Path, tangga: str, lingkungan: dict[str, str]) -> dict[str, Any]:
    """Raise the sessions of one app and return what the probe saw of each step, and where it crossed."""
    hasil = folder / f"{Path(app).stem}.json"
    perintah = [sys.executable, str(pengukur / "ws_load.py"), "--cmd", PERINTAH.format(app=app), "--cwd", str(cwd)]
    pilihan = ["--ramp", tangga, "--widget", "OPD", "--duration", "15", "--json", str(hasil)]
    subprocess.run([*perintah, *pilihan], check=True, stdout=subprocess.DEVNULL, env={**os.environ, **lingkungan})
    isi: dict[str, Any] = json.loads(hasil.read_text(encoding="utf-8"))
    if any(r["errors"] for r in isi["runs"]):
        sys.exit(f"{app}: sesi gagal: {[r.get('messages') for r in isi['runs']]}")
    return isi


def tertahan(isi: dict[str, Any]) -> float:
    """Return where p95 crosses one second; the last step where it never did."""
    return float(isi["cross"] or isi["runs"][-1]["sessions"])


def main() -> None:
    """Print both, and the ratio."""
    pengukur, tangga = Path(sys.argv[1]).resolve(), sys.argv[2] if len(sys.argv) > 2 else TANGGA
    with tempfile.TemporaryDirectory() as nama:
        folder = Path(nama)
        buku = folder / "wb.xlsx"
        subprocess.run([sys.executable, str(pengukur / "make_workbook.py"), "--out", str(buku)], check=True)
        dasar = ukur(pengukur, folder, "st_app.py", pengukur / "apps", tangga, {"BENCH_WB": str(buku)})
        gudang = {"KINERJA_DATABASE_URL": f"sqlite:///{folder / 'bench.db'}"}
        kita = ukur(pengukur, folder, "app.py", AKAR, tangga, gudang)
    for nama, isi in (("dasar", dasar), ("Ringkasan", kita)):
        langkah = ", ".join(f"{r['sessions']}: {r['p95']} ms" for r in isi["runs"])
        sys.stdout.write(
            f"{nama}: p95 menurut banyak sesi {langkah}; {isi['runs'][-1]['kb_per_rerun']} kB per ubahan\n"
        )
    a, b = tertahan(dasar), tertahan(kita)
    sys.stdout.write(f"sesi tertahan: dasar {a:.0f}, Ringkasan {b:.0f}, nisbah {b / a:.2f}\n")


if __name__ == "__main__":
    main()
