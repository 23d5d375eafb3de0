"""Measure how a view of each page grows with the data: the shipped figures once, and many times beside each other.

`python bench/tumbuh.py [TIMES] [ROUNDS]` runs every page by turns on both (warm: figures are made at the first view and
kept), in this process without a browser, and prints CPU seconds a view and the ratio.
"""

import logging
import statistics
import sys
import time
from pathlib import Path

AKAR = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(AKAR))

from audit import lipat  # noqa: E402 - the project must be importable first
from streamlit.components.v2.component_manager import BidiComponentManager  # noqa: E402
from streamlit.testing.v1 import AppTest  # noqa: E402

from components.bingkai.navigasi import HALAMAN, Halaman  # noqa: E402
from kinerja.dataset import Dataset  # noqa: E402
from kinerja.sumber import versi as sumber  # noqa: E402

KINI = sumber.aktif().dataset
KODE = KINI.kode_keseluruhan if KINI else ""


def pandang(halaman: Halaman, keadaan: sumber.Aktif) -> float:
    """Return the CPU seconds of a view of a page with a state of the data."""
    sumber.aktif = lambda nomor=None: keadaan
    at = AppTest.from_file(str(AKAR / "app.py"), default_timeout=120)
    at.switch_page(halaman.berkas)
    at.query_params.update({"opd": KODE, "tahun": "2024"})
    mulai = time.process_time()
    at.run()
    lama = time.process_time() - mulai
    if at.exception:
        sys.exit(f"{halaman.judul}: {at.exception[0].message}")
    return lama


def main() -> None:
    """Print seconds and ratio of each page."""
    kali = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    putaran = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    logging.disable(logging.CRITICAL)
    # AppTest looks through every installed package at each new session, which a server does once.
    BidiComponentManager.discover_and_register_components = lambda *_, **__: None  # type: ignore[method-assign]
    asal = sumber.aktif()
    if asal.dataset is None:
        sys.exit("Tidak ada data untuk diukur")
    besar = sumber.Aktif(
        dataset=Dataset(lipat(asal.dataset.buku, kali), asal.dataset.versi),
        versi=asal.versi,
        nomor_aktif=asal.nomor_aktif,
    )
    for halaman in HALAMAN:
        hasil: dict[int, list[float]] = {1: [], kali: []}
        for _ in range(putaran + 1):
            for n, keadaan in ((1, asal), (kali, besar)):
                hasil[n].append(pandang(halaman, keadaan))
        satu, banyak = (statistics.median(h[1:]) for h in hasil.values())
        waktu = f"{satu * 1000:6.0f} ms  {kali} kali: {banyak * 1000:6.0f} ms"
        sys.stdout.write(f"{halaman.judul:<20} {waktu}  nisbah {banyak / satu:.2f}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
