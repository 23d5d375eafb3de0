"""Measure memory: ten open sessions against the bare floor page, and whether reruns or sessions leave anything behind.

`python bench/memori.py PROBE_FOLDER [RERUNS] [SESSIONS]` speaks Streamlit's websocket itself (the probe's own session
class), prints resident memory at ten sessions and the ratio, then the trend over reruns of one session and over
sessions opened and closed: megabytes in the second half of the way against its first half.
"""

import asyncio
import subprocess
import sys
import tempfile
from argparse import Namespace
from pathlib import Path
from typing import Any

from peladen import Peladen, peladen_dasbor

PILIHAN = Namespace(query="", widget="OPD", no_widget=False, page="", period=0.0)


async def sesi(server: Peladen, nomor: int, ulang: int, catat: Any = None) -> None:
    """Open a session, change its filter so many times, close it."""
    import websockets
    from ws_load import Session

    s = Session(server.alamat, PILIHAN, nomor)
    jalur = f"ws://127.0.0.1:{server.port}/_stcore/stream"
    s.ws = await websockets.connect(
        jalur, subprotocols=[websockets.Subprotocol("streamlit")], max_size=None, compression=None
    )
    await s.rerun()
    await s.until_finished()
    for n in range(ulang):
        kotak = s.boxes["OPD"]
        s.state[kotak.id] = kotak.options[n % len(kotak.options)]
        await s.rerun(s.frag["OPD"])
        await s.until_finished()
        if catat:
            catat(n)
    if s.errs:
        sys.exit(f"Sesi gagal: {s.exc}")
    await s.ws.close()


async def sepuluh(server: Peladen) -> float:
    """Return the memory while ten sessions are open that changed their filter ten times each."""
    puncak = [0.0]

    def catat(_: int) -> None:
        puncak[0] = max(puncak[0], server.mb)

    await asyncio.gather(*(sesi(server, n, 10, catat) for n in range(10)))
    return puncak[0]


def kecenderungan(server: Peladen, ulang: int, banyak: int) -> tuple[list[float], list[float]]:
    """Return memory along the reruns of one session, and along sessions opened and closed, ten readings each."""
    saat_ulang: list[float] = []
    langkah = max(1, ulang // 10)

    def catat(n: int) -> None:
        if n % langkah == langkah - 1:
            saat_ulang.append(server.mb)

    asyncio.run(sesi(server, 0, ulang, catat))
    saat_sesi: list[float] = []
    for n in range(banyak):
        asyncio.run(sesi(server, n, 1))
        if n % max(1, banyak // 10) == max(1, banyak // 10) - 1:
            saat_sesi.append(server.mb)
    return saat_ulang, saat_sesi


def main() -> None:
    """Print the figures."""
    pengukur = Path(sys.argv[1]).resolve()
    ulang, banyak = (int(sys.argv[n]) if len(sys.argv) > n else bawaan for n, bawaan in ((2, 1000), (3, 300)))
    sys.path.append(str(pengukur))
    with tempfile.TemporaryDirectory() as nama:
        buku = Path(nama) / "wb.xlsx"
        subprocess.run([sys.executable, str(pengukur / "make_workbook.py"), "--out", str(buku)], check=True)
        with Peladen("st_app.py", pengukur / "apps", {"BENCH_WB": str(buku)}) as server:
            dasar = asyncio.run(sepuluh(server))
        with peladen_dasbor(Path(nama)) as server:
            kita = asyncio.run(sepuluh(server))
            sys.stdout.write(f"10 sesi: dasar {dasar:.0f} MB, dasbor {kita:.0f} MB, nisbah {kita / dasar:.2f}\n")
            jejak = kecenderungan(server, ulang, banyak)
    for nama, isi in zip((f"{ulang} ubahan dalam satu sesi", f"{banyak} sesi dibuka dan ditutup"), jejak, strict=True):
        paruh = len(isi) // 2
        awal, akhir = isi[paruh] - isi[0], isi[-1] - isi[paruh]
        deret = " ".join(f"{m:.0f}" for m in isi)
        sys.stdout.write(f"{nama}: {deret} MB; paruh pertama {awal:+.1f}, paruh kedua {akhir:+.1f}\n")


if __name__ == "__main__":
    main()
