"""What is remembered of the forms of tables: kept when one is compared, used for the next one of the same form.

What may differ from one table to the next is never taken over in silence: the year and the period come from the table
or are asked again; whose table it is only where the words above it are the same.
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from kinerja.akun.akses import Izin, Pengguna, PeranPengguna, TidakBerhak, pastikan
from kinerja.gudang.gudang import Gudang
from kinerja.gudang.kantor import ingatan as simpanan
from kinerja.gudang.kantor.ingatan import Ingatan, IsiIngatan
from kinerja.nilai.nama import samakan
from kinerja.susun.jenis.judul import BULAN
from kinerja.susun.model import HasilSusun, Jawaban, JenisTabel, KolomTabel, Tanya, Tujuan
from kinerja.susun.peta import PetaSalah, dari_peta, ke_peta
from kinerja.tindak.penolakan import mencatat
from kinerja.unggah.kantor.hasil import DariIngatan, HasilKantor

ISI_MAKS = 256 * 1024
"""Letters of what is remembered; names of a table beyond that are asked about again."""
_MASA = (Tanya.TAHUN, Tanya.PERIODE)
_ANGKA = re.compile(r"\d+")
_BERUBAH = re.compile(rf"\b(?:{'|'.join(BULAN)}|i{{1,3}}|iv)\b|\d+")


def kop(hasil: HasilSusun) -> str:
    """Return the words above a table, without what changes from one to the next: numbers, months, quarters."""
    atas = [b for n, b in hasil.sudut if n < hasil.baris_judul[0]]
    return " ".join(filter(None, (_BERUBAH.sub("#", samakan(s)) for b in atas for s in b)))


def bentuk(hasil: HasilSusun) -> str:
    """Return the fingerprint of a form; of regions by years, which all look alike, with the words above."""
    if hasil.jenis is not JenisTabel.WILAYAH:
        return hasil.sidik
    return hashlib.sha256(f"{hasil.sidik} {kop(hasil)}".encode()).hexdigest()[:32]


# --- keeping ----------------------------------------------------------------------------------------------------------


def ingat(gudang: Gudang, hasil: HasilKantor, berkas: str, pengguna: Pengguna) -> None:
    """Remember how a table was read.

    Raises:
        TidakBerhak: when the person may not upload.
    """
    with mencatat(gudang, pengguna, "mengingat bentuk tabel"):
        pastikan(pengguna, Izin.MENGUNGGAH)
    satu = hasil.hasil
    dijawab = next((p.jawaban for p in satu.pertanyaan if p.apa is Tanya.OPD), "")
    isi = {"peta": ke_peta(hasil.jawaban, satu.jenis, satu.sidik), "kop": hasil.kop}
    isi["judul"] = {k.huruf: k.judul for k in satu.kolom if k.huruf in hasil.jawaban.kolom}
    if len(json.dumps(isi)) > ISI_MAKS:
        return
    baru = IsiIngatan(
        kode_opd=pengguna.kode_opd if pengguna.peran is PeranPengguna.OPERATOR else dijawab,
        sidik=bentuk(satu),
        jenis=satu.jenis.value if satu.jenis else "",
        berkas=berkas,
        isi=isi,
    )
    simpanan.simpan(gudang, baru, pengguna.nama)


def daftar(gudang: Gudang, pengguna: Pengguna, sidik: str = "") -> tuple[Ingatan, ...]:
    """Return the forms that a person may see and use: those of the own OPD, of all for who may change all."""
    semua = simpanan.daftar_ingatan(gudang, sidik) if pengguna.boleh(Izin.MENGUNGGAH) else ()
    return tuple(i for i in semua if pengguna.mengurus(i.kode_opd))


def lupakan(gudang: Gudang, nomor: int, pengguna: Pengguna) -> None:
    """Forget a form.

    Raises:
        TidakBerhak: when it is another OPD's, or the person may not upload.
        TidakAda: when there is none of that number.
    """
    with mencatat(gudang, pengguna, f"melupakan bentuk tabel {nomor}"):
        pastikan(pengguna, Izin.MENGUNGGAH)
        if not pengguna.mengurus(simpanan.ambil(gudang, nomor).kode_opd):
            raise TidakBerhak(pengguna, Izin.MENGUBAH_OPD_LAIN)
    simpanan.lupakan(gudang, nomor, pengguna.nama)


def peta_ingatan(satu: Ingatan) -> str:
    """Return a form as the file that `susun --peta` takes."""
    return json.dumps(satu.isi["peta"], ensure_ascii=False, indent=2) + "\n"


# --- using ------------------------------------------------------------------------------------------------------------


def pilih(ingatan: Sequence[Ingatan], hasil: HasilSusun) -> Ingatan | None:
    """Return the one to use: of a table with the same words above it, else of the same OPD, else the newest."""
    atas, opd = kop(hasil), next((p.jawaban for p in hasil.pertanyaan if p.apa is Tanya.OPD), "")
    return max(ingatan, key=lambda i: (i.isi["kop"] == atas, i.kode_opd == opd, i.id), default=None)


def terapkan(satu: Ingatan, hasil: HasilSusun, jawaban: Jawaban) -> tuple[Jawaban, DariIngatan] | None:
    """Answer with what is remembered; None where the columns are no longer those that were chosen.

    Args:
        satu: what is remembered of the form.
        hasil: what the engine found without it.
        jawaban: what was said so far: sheet and rows.
    """
    try:
        lama = dari_peta(satu.isi["peta"])
    except PetaSalah:  # kept by a program that knew other questions
        return None
    kolom = _kolom(lama.kolom, satu.isi["judul"], hasil.kolom)
    if kolom is None:
        return None
    sama = bool(satu.isi["kop"]) and satu.isi["kop"] == kop(hasil)
    tanya = {p.apa: p for p in hasil.pertanyaan}
    isi = dict(jawaban.isi)
    usulan: dict[Tanya, str] = {}
    for apa, kata in lama.isi.items():
        p = tanya.get(apa)
        # A source often names the month or the year of its table.
        bertanggal = apa is Tanya.SUMBER and _BERUBAH.search(samakan(kata)) is not None
        if apa is Tanya.KUMULATIF or (sama and apa not in _MASA and not bertanggal):
            isi.setdefault(apa, kata)
        elif p and apa not in isi and apa is not Tanya.SUMBER and p.dari != "tabel":
            usulan[apa] = kata
    baru = replace(jawaban, jenis=jawaban.jenis or lama.jenis, isi=isi, kolom=kolom, nama=lama.nama)
    return baru, DariIngatan(waktu=satu.waktu, oleh=satu.oleh, berkas=satu.berkas, usulan=usulan)


def _kolom(lama: Mapping[str, str], judul: Mapping[str, Any], kolom: Sequence[KolomTabel]) -> dict[str, str] | None:
    """Return the columns that were chosen by hand by their letters of today; None where one cannot be told for sure.

    A header may stand elsewhere or be of another year; what was said about a year is said about that year alone.
    """
    hasil: dict[str, str] = {}
    for huruf, alamat in lama.items():
        dulu = str(judul.get(huruf, ""))
        sejenis = [k for k in kolom if _tanpa_angka(k.judul) == _tanpa_angka(dulu)]
        sama = [k.huruf for k in sejenis if samakan(k.judul) == samakan(dulu)]
        if huruf in sama or len(sama) == 1:
            hasil[huruf if huruf in sama else sama[0]] = alamat
        elif not sama and len(sejenis) == 1 and not (alamat and Tujuan.dari_alamat(alamat).tahun):
            hasil[sejenis[0].huruf] = alamat
        else:
            return None
    return hasil


def _tanpa_angka(judul: str) -> str:
    return _ANGKA.sub("#", samakan(judul))
