"""Measure change of filter and change of page in a real browser against the bare floor page, interleaved.

`python bench/peramban.py PROBE_FOLDER [ROUNDS] [NAME ...]` takes the folder that holds browser_probe.py,
make_workbook.py and apps/ (the floor page: two charts and a table in a fragment) and prints the ratio of our medians to
the floor's, page by page; of the pages named only, where any are.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from peladen import AKAR, PERINTAH

if TYPE_CHECKING:
    from kinerja.dataset import Dataset

HALAMAN = (
    ("", "Ringkasan"),
    ("capaian", "Capaian"),
    ("indikator", "Indikator"),
    ("predikat", "Predikat"),
    ("anggaran", "Anggaran"),
    ("regional", "Regional"),
)


def resep(pengukur: Path, buku: Path) -> list[dict[str, Any]]:
    """Return the recipes of the probe: the floor page first, then each page with the regency and OPD that have IKU."""
    dasar = {
        "name": "dasar",
        "cmd": PERINTAH.format(app="st_app.py"),
        "cwd": str(pengukur / "apps"),
        "env": {"BENCH_WB": str(buku)},
        "select": "OPD",
        "nav": ["Kinerja", "Anggaran"],
    }
    kita = [
        {
            "name": judul,
            "cmd": PERINTAH.format(app="app.py"),
            "cwd": str(AKAR),
            "path": f"{jalur}?tahun=2024",
            "select": "OPD",
            "options": nama_opd(),
            "nav": [judul, "Ringkasan" if judul != "Ringkasan" else "Capaian"],
        }
        for jalur, judul in HALAMAN
    ]
    kita[-1] |= {"select": "Ukuran", "options": nama_ukuran()}  # a measure of a region depends on no OPD
    # The figures of Predikat are tables: the page stands when its map of predikat does.
    kita[3] |= {"ready": ".dk-predikat__panas", "watch": ["h1", ".dk-predikat__panas"]}
    return [dasar, *kita, _buka_indikator(kita[1])]


def _buka_indikator(capaian: dict[str, Any]) -> dict[str, Any]:
    """Return the recipe that opens an indicator by its name in the table of Capaian, and goes back by the menu."""
    dataset = dataset_aktif()
    opd = dataset.opd_ber_iku[0].kode_opd
    nama = dataset.iku(opd)[0].indikator
    path = f"capaian?opd={opd}&tahun={dataset.tahun_bawaan(opd)}"
    return {**capaian, "name": "Buka dari Capaian", "path": path, "select": "", "nav": ["Capaian", nama]}


def nama_opd() -> list[str]:
    """Return the OPD to choose by turns: those with IKU in the year measured."""
    dataset = dataset_aktif()
    return [o.nama_opd for o in dataset.opd_ber_iku if 2024 in dataset.tahun_ber_iku(o.kode_opd)]


def nama_ukuran() -> list[str]:
    """Return the measures to choose by turns on Regional, as their select box names them."""
    from kinerja.telaah.wilayah.ukuran import daftar_ukuran

    return [u.label for u in daftar_ukuran(dataset_aktif())[:6]]


def dataset_aktif() -> "Dataset":
    """Return the dataset that the dashboard shows."""
    sys.path.insert(0, str(AKAR))
    from kinerja.sumber.versi import aktif

    dataset = aktif().dataset
    if dataset is None:
        sys.exit("Tidak ada buku kerja yang sah di folder data")
    return dataset


def ukur(pengukur: Path, putaran: int, hanya: Sequence[str] = ()) -> list[dict[str, Any]]:
    """Run the probe and return its summaries, floor first."""
    with tempfile.TemporaryDirectory() as folder:
        buku, daftar, hasil = (Path(folder) / n for n in ("wb.xlsx", "resep.json", "hasil.json"))
        subprocess.run([sys.executable, str(pengukur / "make_workbook.py"), "--out", str(buku)], check=True)
        gudang = {"KINERJA_DATABASE_URL": f"sqlite:///{Path(folder) / 'bench.db'}"}
        # A start is measured with a filled store: an empty one takes the workbook in first.
        isi = [sys.executable, "-m", "kinerja", "versi"]
        subprocess.run(isi, check=True, cwd=AKAR, env={**os.environ, **gudang}, stdout=subprocess.DEVNULL)
        dipilih = [r for r in resep(pengukur, buku) if not hanya or r["name"] in ("dasar", *hanya)]
        semua = [{**r, "env": {**gudang, **r.get("env", {})}} for r in dipilih]
        daftar.write_text(json.dumps(semua), encoding="utf-8")
        perintah = [sys.executable, str(pengukur / "browser_probe.py"), "--recipes", str(daftar), "--out", str(hasil)]
        pilihan = ["--rounds", str(putaran), "--loads", "1", "--n", "12", "--switches", "4"]
        subprocess.run([*perintah, *pilihan], check=True, stdout=subprocess.DEVNULL)
        return list(json.loads(hasil.read_text(encoding="utf-8"))["apps"])


def nisbah(nilai: dict[str, Any] | None, acuan: dict[str, Any] | None, kunci: str) -> str:
    """Write a figure with its ratio to the floor's."""
    if not nilai or not acuan or not acuan[kunci]:
        return "-"
    return f"{nilai[kunci]:.0f} ({nilai[kunci] / acuan[kunci]:.2f})"


KOLOM = (
    ("mulai dingin", "cold_ms", "median"),
    ("muat pertama", "load_ms", "median"),
    ("ubah saringan", "inter_ms", "median"),
    ("p95", "inter_ms", "p95"),
    ("ganti halaman", "switch_ms", "median"),
    ("kB per ubahan", "inter_ws_kb", "median"),
)


def main() -> None:
    """Print, for each page, the figures with their ratio to the floor's; fail when a page complained of anything."""
    putaran = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    dasar, *kita = ukur(Path(sys.argv[1]).resolve(), putaran, sys.argv[3:])
    sys.stdout.write("ms, dalam kurung nisbah terhadap halaman dasar\n")
    sys.stdout.write(f"{'':<18}" + "".join(f"{nama:>17}" for nama, _, _ in KOLOM) + "\n")
    for hasil in (dasar, *kita):
        isi = (nisbah(hasil.get(k), dasar.get(k), jenis) for _, k, jenis in KOLOM)
        sys.stdout.write(f"{hasil['name']:<18}" + "".join(f"{i:>17}" for i in isi) + "\n")
    if galat := [g for hasil in kita for g in hasil["errors"]]:
        sys.exit(f"Galat selama mengukur: {galat[:5]}")


if __name__ == "__main__":
    main()
