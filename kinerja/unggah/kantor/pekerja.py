"""The process that takes an office's table: reads it, finds, maps and adds up, and makes the part when it is sure.

`python -m kinerja.unggah.kantor.pekerja`, started by `kinerja.unggah.kantor.kirim`; pandas is loaded here only.
"""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

from kinerja.akun.akses import Izin, Pengguna, PeranPengguna, pastikan
from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.temuan import BukuDitolak
from kinerja.gudang.gudang import Gudang
from kinerja.gudang.kantor.ingatan import Ingatan
from kinerja.gudang.pintu import gudang
from kinerja.nilai.galat import Ditolak
from kinerja.susun.acuan import Acuan
from kinerja.susun.bagian import tulis_bagian
from kinerja.susun.kisi import BukuKisi, baca_kisi
from kinerja.susun.mesin import susun
from kinerja.susun.model import HasilSusun, Jawaban, Tanya
from kinerja.unggah.kantor import ingatan as memori
from kinerja.unggah.kantor.acuan import acuan
from kinerja.unggah.kantor.hasil import (
    BAGIAN_MAKS,
    PILIHAN_MAKS,
    DariIngatan,
    HasilKantor,
    baca_jawaban,
    ringkas,
)
from kinerja.unggah.pekerja import kerjakan, pengirim

TERLALU_BESAR = (
    f"Hasil susunannya lebih dari {BAGIAN_MAKS // 2**20} MB. Tidak ada yang disimpan; bagi tabelnya menjadi beberapa "
    "berkas, lalu unggah satu demi satu"
)


def main() -> int:
    """Take the table on standard input."""
    return kerjakan(_jawab)


def _jawab(tugas: Mapping[str, Any]) -> dict[str, Any]:
    oleh, simpanan = pengirim(tugas), gudang()
    pastikan(oleh, Izin.MENGUNGGAH)
    (berkas,) = (Path(b) for b in tugas["berkas"])
    jawaban = baca_jawaban(tugas["jawaban"])
    with ThreadPoolExecutor(1) as pembaca:
        # The table is read by a child process; meanwhile this one gets ready the names and what takes them apart.
        janji = pembaca.submit(baca_kisi, berkas)
        nama = acuan(simpanan)
        import_module("pandas")
        try:
            buku = janji.result()
        except BukuDitolak as ditolak:
            return {"hasil": HasilKantor(hasil=HasilSusun(temuan=ditolak.temuan), jawaban=jawaban).json()}
    hasil, jawaban, dari = _susun(buku, nama, jawaban, oleh, simpanan if tugas["ingat"] else None)
    bagian = b""
    if hasil.siap and not (dari and dari.usulan):
        tulis_bagian(hasil.bagian, tempat := berkas.with_name("bagian.xlsx"))
        bagian = tempat.read_bytes()
        if len(bagian) > BAGIAN_MAKS:
            raise Ditolak(TERLALU_BESAR)
    jadi = HasilKantor(
        hasil=ringkas(hasil),
        jawaban=jawaban,
        ingatan=dari,
        kop=memori.kop(hasil),
        jumlah_dilewati=len(hasil.dilewati),
        jumlah_nama=len(hasil.nama),
        lembar=tuple(k.nama for k in buku.lembar),
        opd=nama.opd,
        pilihan=_pilihan(hasil, nama),
        per_lembar={k: len(v) for k, v in hasil.bagian.items()},
        bagian=bagian,
    )
    return {"hasil": jadi.json()}


def _susun(
    buku: BukuKisi, nama: Acuan, jawaban: Jawaban, oleh: Pengguna, simpanan: Gudang | None
) -> tuple[HasilSusun, Jawaban, DariIngatan | None]:
    """Read a table; with a store, by what is remembered of its form there.

    The table of an operator whose OPD it does not say itself is the operator's own.
    """
    hasil, dari = susun(buku, nama, jawaban), None
    semula = jawaban
    if simpanan is not None:
        semua = memori.daftar(simpanan, oleh)
        if not hasil.sidik and any(t.kode is Kode.SUSUN_PILIH_LEMBAR for t in hasil.temuan):
            hasil, jawaban = _lembar_lalu(buku, nama, jawaban, semua) or (hasil, jawaban)
        bentuk = memori.bentuk(hasil)
        satu = memori.pilih([i for i in semua if i.sidik == bentuk], hasil)
        jawaban, dari = (satu and memori.terapkan(satu, hasil, jawaban)) or (jawaban, None)
    if oleh.peran is PeranPengguna.OPERATOR and any(p.apa is Tanya.OPD and p.terbuka for p in hasil.pertanyaan):
        jawaban = replace(jawaban, isi={**jawaban.isi, Tanya.OPD: oleh.kode_opd})
        dari = dari and replace(dari, usulan={k: v for k, v in dari.usulan.items() if k is not Tanya.OPD})
    return (hasil if jawaban == semula else susun(buku, nama, jawaban)), jawaban, dari


def _lembar_lalu(
    buku: BukuKisi, nama: Acuan, jawaban: Jawaban, semua: tuple[Ingatan, ...]
) -> tuple[HasilSusun, Jawaban] | None:
    """Find the table of several on the sheet that was chosen last time."""
    for satu in semua:
        lembar = satu.isi["peta"]["lembar"]
        if lembar and lembar in [k.nama for k in buku.lembar]:
            coba = replace(jawaban, lembar=lembar)
            if memori.bentuk(hasil := susun(buku, nama, coba)) == satu.sidik:
                return hasil, coba
    return None


def _pilihan(hasil: HasilSusun, nama: Acuan) -> dict[str, tuple[str, ...]]:
    """Return the names that stand with us for each kind that must be decided."""
    opd = next((p.jawaban for p in hasil.pertanyaan if p.apa is Tanya.OPD), "")
    indikator = nama.indikator_opd(opd) if opd else {k: b["Indikator"] for k, b in nama.indikator.items()}
    wilayah = [*dict.fromkeys(w for isi in nama.wilayah.values() for w in isi), nama.profil.get("Provinsi", "")]
    semua = {"OPD": nama.opd.values(), "Indikator": indikator.values(), "Wilayah": filter(None, wilayah)}
    perlu = {n.jenis for n in hasil.nama}
    return {k: tuple(dict.fromkeys(v))[:PILIHAN_MAKS] for k, v in semua.items() if k in perlu}


if __name__ == "__main__":
    raise SystemExit(main())
