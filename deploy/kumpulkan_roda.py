"""Collects every package of requirements.txt as wheels into a folder, for a machine without internet.

Run it with any Python that has pip, on a machine with internet, of the same kind as the one the folder is for:

    python deploy/kumpulkan_roda.py                     # for this system
    python deploy/kumpulkan_roda.py --untuk windows     # for Windows, 64 bit

There: pip install --no-index --find-links roda -r requirements.txt -c requirements.lock
"""

import argparse
import subprocess
import sys
from pathlib import Path

AKAR = Path(__file__).resolve().parents[1]
PYTHON = "3.11"
WINDOWS = ("colorama==0.4.6", "tzdata")
"""What packages ask for on Windows only: pip judges that by the machine it runs on."""


def perintah(folder: Path, untuk: str, python: str) -> list[str]:
    """Return the call of pip that downloads the wheels."""
    hasil = [sys.executable, "-m", "pip", "download", "--disable-pip-version-check", "--only-binary=:all:"]
    hasil += ["-d", str(folder), "-r", str(AKAR / "requirements.txt"), "-c", str(AKAR / "requirements.lock")]
    if untuk == "windows":
        hasil += ["--platform", "win_amd64", "--python-version", python, "--implementation", "cp", *WINDOWS]
    return hasil


def main() -> int:
    """Download and say how many wheels there are."""
    pengurai = argparse.ArgumentParser(description="Kumpulkan pustaka sebagai wheel untuk pemasangan luring.")
    pengurai.add_argument("--untuk", choices=("sini", "windows"), default="sini", help="sistem tujuan")
    pengurai.add_argument("--python", default=PYTHON, help=f"versi Python tujuan pada Windows ({PYTHON})")
    pengurai.add_argument("-o", "--folder", type=Path, default=AKAR / "roda", help="folder tujuan (roda)")
    pilihan = pengurai.parse_args()
    pilihan.folder.mkdir(parents=True, exist_ok=True)
    kode = subprocess.run(perintah(pilihan.folder, pilihan.untuk, pilihan.python), check=False).returncode
    if kode == 0:
        print(f"{len(list(pilihan.folder.glob('*.whl')))} wheel di {pilihan.folder}")
    return kode


if __name__ == "__main__":
    sys.exit(main())
