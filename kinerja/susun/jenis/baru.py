"""An indicator that a table brings and a person accepts as new: a proposed code, and its row of sheet Indikator.

It is written as Pendukung, which is in no mean and no headline, until somebody says more on sheet Indikator.
"""

import re
from collections.abc import Mapping

from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.pembaca import IsiSel
from kinerja.model.istilah import Arah, Tingkat
from kinerja.model.skema import INDIKATOR
from kinerja.nilai.nama import samakan
from kinerja.susun.isi import teks_sel
from kinerja.susun.jenis.kerja import Kerja
from kinerja.susun.model import Tanya, tanpa_baru

HURUF_MAKS = 5
"""Words whose first letters make a proposed code."""


def usulan_kode(kerja: Kerja, nama: str) -> str:
    """Propose a code: that of the OPD and the first letters of the words, other than any that stands."""
    kata = re.findall(r"[^\W_]+", samakan(nama))[:HURUF_MAKS]
    dasar = "-".join(filter(None, (kerja.isi.get(Tanya.OPD, ""), "".join(k[0] for k in kata).upper() or "BARU")))
    dipakai = {samakan(k) for k in kerja.acuan.indikator} | {samakan(n.kode) for n in kerja.nama.values()}
    calon = (dasar, *(f"{dasar}-{n}" for n in range(2, len(dipakai) + 3)))
    return next(k for k in calon if samakan(k) not in dipakai)


def tulis_baru(kerja: Kerja, nomor: int, kolom: int, nama: str, jawab: str, isi: Mapping[int, IsiSel]) -> str:
    """Write an indicator that was accepted under a code, once; return the code, empty where it is another's."""
    kode = tanpa_baru(jawab)
    lama = kerja.acuan.indikator.get(kode)
    if lama is not None and samakan(lama["Indikator"]) != samakan(nama):
        tempat = f"“{lama['Indikator']}” pada lembar Indikator"
        kerja.salah(Kode.SUSUN_KODE_GANDA, nomor, kolom, isi=kode, baris=tempat)
        return ""
    if lama is None and kode not in {b["Kode indikator"] for b in kerja.bagian.get(INDIKATOR.nama, ())}:
        tertulis = (teks_sel(isi.get(k.nomor)) for k in kerja.lajur(INDIKATOR.nama, "Satuan"))
        satuan = next(filter(None, tertulis), "") or kerja.jawaban.isi.get(Tanya.SATUAN, "")
        arah = kerja.jawaban.isi.get(Tanya.ARAH, "")
        if not satuan:
            kerja.tanyakan(Tanya.SATUAN, f"Satuan indikator baru “{nama}” belum diketahui")
        if not arah:
            pilihan = tuple(a.value for a in Arah)
            kerja.tanyakan(Tanya.ARAH, "Arah yang baik bagi indikator baru belum diketahui", pilihan)
        baris = {"Kode indikator": kode, "Kode OPD": kerja.isi.get(Tanya.OPD, ""), "Tingkat": Tingkat.PENDUKUNG.value}
        kerja.tulis(INDIKATOR.nama, nomor, {**baris, "Indikator": nama, "Satuan": satuan, "Arah": arah})
    return kode
