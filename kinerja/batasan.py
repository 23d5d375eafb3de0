"""What an import may not touch: rows of another OPD for an operator, figures of a locked period for everybody."""

from collections.abc import Callable, Iterable, Mapping

from kinerja.akses import Pengguna, PeranPengguna
from kinerja.buku.beda import Beda, JenisBeda, PerubahanBaris
from kinerja.buku.temuan import Kode, Temuan, temuan
from kinerja.gudang.gudang import Kunci
from kinerja.istilah import Periode
from kinerja.skala import samakan

TAK_TERKUNCI = frozenset({"Regional", "Analisis"})
"""Sheets of a year that a lock leaves open: figures of the statistics office and explanations come later."""
SETAHUN = Periode.TAHUNAN.value

Alamat = Callable[[str, int, str], str]
"""From sheet, canonical row and column to the cell in the file that was sent."""


def periksa_batasan(
    beda: Beda, pengguna: Pengguna, kunci: Iterable[Kunci], nama_opd: Mapping[str, str], alamat: Alamat
) -> list[Temuan]:
    """Return a finding for every row that may not change, with its cell."""
    terkunci = {(k.tahun, k.periode) for k in kunci}
    semua = [t for b in beda.baris for t in _kunci(b, terkunci, alamat)]
    if pengguna.peran is PeranPengguna.OPERATOR:
        semua += [t for b in beda.baris for t in _opd_lain(b, pengguna.kode_opd, nama_opd, alamat)]
    return semua


def periode_terkunci(b: PerubahanBaris, terkunci: Iterable[tuple[int, str]]) -> str | None:
    """Name the locked period a changed row lies in: a year covers all of it, a quarter its own rows of Capaian."""
    tahun = b.isi.get("Tahun", "")
    if b.lembar in TAK_TERKUNCI or not tahun.isdecimal():
        return None
    periode = (b.isi.get("Periode") or SETAHUN) if b.lembar == "Capaian" else SETAHUN
    ada = set(terkunci)
    if (int(tahun), SETAHUN) in ada:
        return f"tahun {tahun}"
    return f"{periode} {tahun}" if (int(tahun), periode) in ada else None


def _kunci(b: PerubahanBaris, terkunci: Iterable[tuple[int, str]], alamat: Alamat) -> Iterable[Temuan]:
    periode = periode_terkunci(b, terkunci)
    for s in b.sel[:1] if b.jenis is not JenisBeda.UBAH else b.sel:
        if periode:
            lama, baru = _isi(b, s.lama), _isi(b, s.baru)
            isi = {"kunci": b.kunci, "kolom": s.kolom, "lama": lama, "isi": baru, "periode": periode}
            yield temuan(Kode.PERIODE_TERKUNCI, b.lembar, _sel(b, s.kolom, alamat), s.kolom, **isi)


def _isi(b: PerubahanBaris, teks: str) -> str:
    if b.jenis is JenisBeda.UBAH or teks:
        return teks
    return "baris tidak ada"


def _opd_lain(b: PerubahanBaris, milik: str, nama_opd: Mapping[str, str], alamat: Alamat) -> Iterable[Temuan]:
    asing = next((p for p in _pemilik(b) if not p or samakan(p) != samakan(milik)), None)
    if asing is None:
        return
    kolom = b.sel[0].kolom
    pemilik = nama_opd.get(asing, asing) or "pengelola"
    isi = {"kunci": b.kunci, "pemilik": pemilik, "opd": nama_opd.get(milik, milik)}
    yield temuan(Kode.BARIS_OPD_LAIN, b.lembar, _sel(b, kolom, alamat), kolom, **isi)


def _pemilik(b: PerubahanBaris) -> Iterable[str]:
    """Return the codes of every OPD a row belongs to, now and before the change; "" is whoever manages the whole."""
    if b.lembar == "OPD":
        return ("",)
    return (b.kode_opd, *(s.lama for s in b.sel if s.kolom == "Kode OPD" and b.jenis is JenisBeda.UBAH))


def _sel(b: PerubahanBaris, kolom: str, alamat: Alamat) -> str:
    return alamat(b.lembar, b.baris, kolom) if b.baris else ""
