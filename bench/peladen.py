"""A Streamlit server for the length of a block, as every bench that speaks to one starts it."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import psutil

AKAR = Path(__file__).resolve().parents[1]
PERINTAH = (
    f"{sys.executable} -m streamlit run {{app}} --server.port {{{{port}}}} --server.address 127.0.0.1 "
    "--server.headless true"
)
"""The command, with a place for the app and one, left for later, for the port: as the probes want it."""


class Peladen:
    """A Streamlit server that ends with the block; `alamat` is where it answers, `mb` its resident memory."""

    def __init__(self, app: str, cwd: Path, lingkungan: dict[str, str]) -> None:
        self.port = _port_bebas()
        self.alamat = f"http://127.0.0.1:{self.port}"
        self.proses = subprocess.Popen(
            PERINTAH.format(app=app).format(port=self.port).split(),
            cwd=cwd,
            env={**os.environ, **lingkungan},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def __enter__(self) -> "Peladen":
        """Wait until it answers."""
        for _ in range(600):
            try:
                urllib.request.urlopen(f"{self.alamat}/_stcore/health", timeout=2).read()
            except OSError:
                time.sleep(0.1)
            else:
                return self
        self.__exit__()
        sys.exit("Peladen tidak mulai")

    def __exit__(self, *_: object) -> None:
        """End it."""
        self.proses.terminate()
        self.proses.wait(15)

    @property
    def mb(self) -> float:
        """Resident memory in megabytes, with its children."""
        p = psutil.Process(self.proses.pid)
        bita: int = sum(x.memory_info().rss for x in (p, *p.children(recursive=True)))
        return bita / 2**20


def peladen_dasbor(folder: Path) -> Peladen:
    """Return a server of the dashboard with a store of its own in a folder."""
    return Peladen("app.py", AKAR, {"KINERJA_DATABASE_URL": f"sqlite:///{folder / 'bench.db'}"})


def _port_bebas() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])
