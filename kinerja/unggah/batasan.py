"""What an operator may not touch: rows of another OPD, and of the whole."""

from collections.abc import Iterable, Mapping

from kinerja.buku.banding.beda import Beda, PerubahanBaris
from kinerja.buku.banding.pemilik import PENGELOLA
from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.temuan import TemuanBuku, temuan
from kinerja.nilai.nama import samakan
from kinerja.unggah.penguncian import Alamat


def baris_orang_lain(beda: Beda, milik: str, nama_opd: Mapping[str, str], alamat: Alamat) -> Iterable[TemuanBuku]:
    """Return a finding for every changed row that is not all of the OPD `milik`; `nama_opd` is by normalised code."""
    for b in beda.semua:
        asing = pemilik_lain(b, milik)
        if asing is None:
            continue
        kolom = b.sel[0].kolom
        isi = {"kunci": b.kunci, "pemilik": nama_opd.get(asing, asing) or "pengelola"}
        sel = alamat(b.lembar, b.baris, kolom) if b.baris else ""
        yield temuan(Kode.BARIS_OPD_LAIN, b.lembar, sel, kolom, opd=nama_opd.get(samakan(milik), milik), **isi)


def pemilik_lain(perubahan: PerubahanBaris, milik: str) -> str | None:
    """Return another owner of a changed row, as `pemilik_baris` says it; None when it was and is all of `milik`."""
    return next((p for p in sorted(perubahan.pemilik) if p == PENGELOLA or p != samakan(milik)), None)
