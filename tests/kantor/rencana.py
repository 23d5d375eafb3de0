"""The form of an OPD by quarter: figures, what stood in the way, what is done about it, by whom and until when."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from pembangun import Waktu

from kantor.bentuk import Bentuk, Kisi, TabelKantor, cetak_nilai
from kantor.pengukuran import ROMAWI, TW, angka_ukur, menurun
from kantor.pohon import NAMA_OPD, OPD, SASARAN, Ukur

BULAN = ("Januari", "Februari", "Maret", "April", "Mei", "Juni")
BULAN += ("Juli", "Agustus", "September", "Oktober", "November", "Desember")
KENDALA = ("Distribusi logistik terlambat", "Tenaga terlatih belum merata", "Cuaca menghambat kunjungan lapangan")
SOLUSI = ("Jadwal pengiriman dimajukan", "Pelatihan daring tiap bulan", "Kunjungan dialihkan ke posko desa")
AKSI = ("Menambah armada distribusi vaksin", "Menyelenggarakan pelatihan kader", "Membuka layanan jemput bola")


@dataclass(frozen=True, kw_only=True)
class RagamRencana:
    """What varies in such a form besides its shape."""

    angka: bool = True
    """Target and realisasi by quarter stand in the form; without, it is words alone."""
    tanggal: str = "sel"
    """Batas waktu as a date `sel`, or as `teks`."""
    ragu: bool = False
    """Quarters of a sum that may as well hold those before them: the form has no year so far."""
    aksi: bool = False
    """The plan is called Rencana Aksi instead of Rencana Tindak Lanjut."""
    pic_kode: bool = False
    kosong: bool = False
    """An indicator without obstacle or plan."""
    periode: str = "TW II"
    tahun: int = 2025


KOP = (
    "LAPORAN MONITORING DAN EVALUASI RENCANA AKSI",
    "DINAS KESEHATAN KABUPATEN CONTOH",
    "TRIWULAN {triwulan} TAHUN 2025",
    ("Perangkat Daerah", ":", "Dinas Kesehatan"),
    "",
    "",
    "",
    "",
)


def bangun_rencana(benih: int, bentuk: Bentuk, ragam: RagamRencana, folder: Path) -> TabelKantor:
    """Draw the form of a seed in a shape."""
    acak, kisi = Random(benih), Kisi(bentuk)
    triwulan = ROMAWI[TW.index(ragam.periode)]
    kisi.kop([k if isinstance(k, tuple) else k.format(triwulan=triwulan) for k in KOP])
    tw = [("Realisasi", f"TW {n}") if bentuk.tinggi > 1 else (f"Realisasi TW {n}",) for n in ROMAWI]
    angka = [("Satuan",), ("Target",), *tw] if ragam.angka else []
    rencana = "Rencana Aksi" if ragam.aksi else "Rencana Tindak Lanjut"
    kata = [("Kendala",), ("Solusi",), (rencana,), ("PIC",), ("Batas Waktu",)]
    jalur = [("No",), ("Sasaran",), ("Indikator",), *angka, *kata]
    judul = kisi.judul(jalur)
    benar: dict[str, list[dict[str, Any]]] = {"Rencana aksi": [], "Analisis": []}
    if ragam.angka:
        benar["Capaian"] = []
    for n, (sasaran, ukur) in enumerate([(s, u) for s, u in SASARAN if not u.skala], 1):
        isi = _angka(acak, ukur, bentuk, ragam, benar) if ragam.angka else []
        kisi.baris(n, sasaran, ukur.nama, *isi, *_kata(acak, ukur, n, ragam, benar))
        if bentuk.sela:
            kisi.baris()
    kisi.ttd(len(jalur))
    return TabelKantor(
        berkas=kisi.tulis(folder / "rencana.xlsx", "Rencana Aksi"),
        jenis="rencana-aksi",
        lembar="Rencana Aksi",
        jawaban={"opd": OPD, "tahun": str(ragam.tahun), "periode": ragam.periode},
        kebenaran=benar,
        judul=judul,
    )


def _angka(
    acak: Random, ukur: Ukur, bentuk: Bentuk, ragam: RagamRencana, benar: dict[str, list[dict[str, Any]]]
) -> list[Any]:
    target, tiap = angka_ukur(acak, ukur)
    tiap = tiap if ragam.ragu else menurun(ukur, tiap)
    hingga = TW.index(ragam.periode) + 1
    kunci = {"Kode indikator": ukur.kode, "Tahun": ragam.tahun}
    benar["Capaian"].append({**kunci, "Periode": "Tahunan", "Target": target})
    benar["Capaian"] += [{**kunci, "Periode": TW[n], "Realisasi": tiap[n]} for n in range(hingga)]
    sel = [cetak_nilai(tiap[n], bentuk.gaya, ukur.satuan) if n < hingga else None for n in range(4)]
    return [ukur.satuan, cetak_nilai(target, bentuk.gaya, ukur.satuan), *sel]


def _kata(
    acak: Random, ukur: Ukur, nomor: int, ragam: RagamRencana, benar: dict[str, list[dict[str, Any]]]
) -> list[Any]:
    if ragam.kosong and nomor == 2:
        return ["-", "-", "-", None, None]
    kendala, solusi, aksi = (acak.choice(pilihan) for pilihan in (KENDALA, SOLUSI, AKSI))
    hari = date(ragam.tahun, acak.randint(7, 12), acak.randint(1, 28))
    kunci = {"Kode indikator": ukur.kode, "Tahun": ragam.tahun}
    aksi = f"{aksi} {nomor}"
    benar["Analisis"] += [
        {**kunci, "Jenis": "Faktor penghambat", "Uraian": f"{kendala} {nomor}"},
        {**kunci, "Jenis": "Solusi", "Uraian": f"{solusi} {nomor}"},
    ]
    benar["Rencana aksi"].append(
        {**kunci, "Periode": ragam.periode, "Aksi": aksi, "Penanggung jawab": OPD, "Tenggat": hari}
    )
    teks = f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"
    tenggat = Waktu(hari, "dd/mm/yyyy") if ragam.tanggal == "sel" else teks
    return [f"{kendala} {nomor}", f"{solusi} {nomor}", aksi, OPD if ragam.pic_kode else NAMA_OPD, tenggat]
