"""Acting on the decisions of a meeting: noting one, settling it, opening it again, another due date.

Roles are enforced here, so that paparan, pages and whatever else asks obey the same rules.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kinerja.akun.akses import Izin, Pengguna, pastikan
from kinerja.dataset import Dataset
from kinerja.gudang import notulen as simpanan
from kinerja.gudang.gudang import Gudang
from kinerja.model.catatan import IsiNotulen, Notulen
from kinerja.nilai.galat import IsianDitolak, galat_teks
from kinerja.sajian.salinan import polos
from kinerja.tindak.penolakan import mencatat

KEPUTUSAN_MAKS = 500
PENANGGUNG_MAKS = 120
CATATAN_MAKS = 300
SLAID_MAKS = 120
TENGGAT_MAKS = date(2100, 12, 31)
_KUNCI = re.compile(r"[A-Za-z0-9_-]{1,40}")
_NIP = re.compile(r"(?<!\d)\d{8} ?\d{6} ?\d ?\d{3}(?!\d)")
_TENTANG = ("kode_opd", "kode_indikator", "tahun", "slaid", "keputusan", "penanggung_jawab", "tenggat")


def catat(gudang: Gudang, dataset: Dataset, isi: IsiNotulen, pengguna: Pengguna, hari_ini: date) -> Notulen:
    """Keep a decision; sent twice under one `kunci`, it is stored once.

    Raises:
        TidakBerhak: when the role may not write notes.
        IsianDitolak: naming everything that is missing or wrong; also when the `kunci` stands for another decision.
    """
    _pastikan(gudang, pengguna, "mencatat keputusan")
    # What no database and no screen takes is left out.
    siapa, apa = polos(isi.penanggung_jawab), polos(isi.keputusan)
    bersih = replace(isi, keputusan=apa, penanggung_jawab=siapa, slaid=polos(isi.slaid))
    if galat := [*_galat_alamat(dataset, bersih), *_galat_isi(bersih), *_galat_tenggat(bersih.tenggat, hari_ini)]:
        raise IsianDitolak(*galat)
    hasil = simpanan.simpan(gudang, bersih, pengguna.nama)
    if any(getattr(hasil, k) != getattr(bersih, k) for k in _TENTANG):
        # The answer to the first sending was lost and the text changed since: neither of the two may go unnoticed.
        raise IsianDitolak(f"Sudah tersimpan dengan isi lain sebagai keputusan {hasil.id}; kirim sebagai yang baru")
    return hasil


def selesaikan(gudang: Gudang, nomor: int, pengguna: Pengguna, catatan: str) -> None:
    """Mark a decision done; raises TidakBerhak, IsianDitolak without a remark, TidakAda when it is not open."""
    _pastikan(gudang, pengguna, f"menyelesaikan keputusan {nomor}")
    simpanan.selesaikan(gudang, nomor, pengguna.nama, _catatan(catatan, "Catatan"))


def buka_kembali(gudang: Gudang, nomor: int, pengguna: Pengguna, alasan: str) -> None:
    """Open a decision again; raises TidakBerhak, IsianDitolak without a reason, TidakAda when it is not done."""
    _pastikan(gudang, pengguna, f"membuka keputusan {nomor}")
    simpanan.buka_kembali(gudang, nomor, pengguna.nama, _catatan(alasan, "Alasan"))


def ubah_tenggat(
    gudang: Gudang, nomor: int, tenggat: date, pengguna: Pengguna, hari_ini: date, alasan: str = ""
) -> None:
    """Give an open decision another due date; a reason is welcome.

    Raises:
        TidakBerhak, IsianDitolak, TidakAda: as their texts say.
    """
    _pastikan(gudang, pengguna, f"mengubah tenggat keputusan {nomor}")
    isi = polos(alasan)
    panjang = galat_teks(isi, "Alasan", CATATAN_MAKS) if isi else ""
    if galat := [*_galat_tenggat(tenggat, hari_ini), *filter(None, [panjang])]:
        raise IsianDitolak(*galat)
    simpanan.ubah_tenggat(gudang, nomor, pengguna.nama, tenggat, isi)


def _pastikan(gudang: Gudang, pengguna: Pengguna, tindakan: str) -> None:
    with mencatat(gudang, pengguna, tindakan):
        pastikan(pengguna, Izin.MENULIS_CATATAN)


def _galat_alamat(dataset: Dataset, isi: IsiNotulen) -> Iterator[str]:
    if not _KUNCI.fullmatch(isi.kunci):
        yield "Kunci kiriman tidak dikenal"
    if isi.kode_opd not in dataset.opd:
        yield "OPD tidak dikenal"
    indikator = dataset.indikator.get(isi.kode_indikator)
    if isi.kode_indikator and (indikator is None or dataset.pemilik(indikator).kode_opd != isi.kode_opd):
        yield "Indikator tidak dikenal pada OPD ini"
    if isi.tahun not in dataset.tahun:
        yield "Tahun tidak dikenal"
    if len(isi.slaid) > SLAID_MAKS:
        yield "Slaid tidak dikenal"


def _galat_isi(isi: IsiNotulen) -> Iterator[str]:
    bagian = (("Keputusan", isi.keputusan, KEPUTUSAN_MAKS), ("Penanggung jawab", isi.penanggung_jawab, PENANGGUNG_MAKS))
    for nama, teks, paling_panjang in bagian:
        if galat := galat_teks(teks, nama, paling_panjang):
            yield galat
        elif _NIP.search(teks):
            yield f"{nama} memuat NIP; tulis jabatan atau OPD, bukan orang"


def _galat_tenggat(tenggat: date | None, hari_ini: date) -> Iterator[str]:
    if tenggat is None:
        yield "Tenggat belum diisi"
    elif tenggat < hari_ini:
        yield "Tenggat sudah lewat"
    elif tenggat > TENGGAT_MAKS:
        yield f"Tenggat paling lambat tahun {TENGGAT_MAKS.year}"


def _catatan(teks: str, nama: str) -> str:
    isi = polos(teks)
    if galat := galat_teks(isi, nama, CATATAN_MAKS):
        raise IsianDitolak(galat)
    return isi
