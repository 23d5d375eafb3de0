"""What hinders, what is done, by whom and when: columns of words become rows of Analisis and Rencana aksi."""

from kinerja.buku.pembaca import SelKhusus
from kinerja.buku.sel import SelSalah, baca_sel
from kinerja.buku.temuan import temuan
from kinerja.model.istilah import JenisAnalisis, Periode
from kinerja.model.skema import ANALISIS, RENCANA_AKSI
from kinerja.susun.isi import teks_sel
from kinerja.susun.jenis.indikator import Lajur, baca_lajur
from kinerja.susun.jenis.judul import ada, kata
from kinerja.susun.jenis.kerja import Kerja
from kinerja.susun.model import Tanya, Tujuan
from kinerja.susun.temukan import Blok

SEMUA = 100
"""What a header is worth that is this kind whatever else stands in it."""
NAMA, AKSI = ANALISIS.nama, RENCANA_AKSI.nama
_URAIAN = {
    JenisAnalisis.PENGHAMBAT: (("kendala",), ("hambatan",), ("penghambat",), ("permasalahan",), ("masalah",)),
    JenisAnalisis.PENDORONG: (("pendorong",), ("pendukung", "faktor")),
    JenisAnalisis.SOLUSI: (("solusi",), ("upaya",), ("pemecahan",)),
    JenisAnalisis.TINDAK_LANJUT: (("tindak", "lanjut"),),
    JenisAnalisis.REKOMENDASI: (("rekomendasi",), ("saran",)),
    JenisAnalisis.INOVASI: (("inovasi",),),
}


def petakan_kata(blok: Blok) -> dict[int, Tujuan]:
    """Propose where columns of words go."""
    hasil: dict[int, Tujuan] = {}
    for k, judul in blok.nama_judul.items():
        isi = set(kata(judul))
        if isi & {"target", "realisasi", "capaian"} and not isi & {"kendala", "solusi", "tindak", "upaya", "waktu"}:
            continue
        if ada(judul, "pic") or {"penanggung", "jawab"} <= isi or "pelaksana" in isi:
            hasil[k] = Tujuan(lembar=NAMA, kolom="Penanggung jawab")
        elif (
            {"batas", "waktu"} <= isi or isi & {"tenggat", "deadline"} or {"target", "waktu"} <= isi or isi == {"waktu"}
        ):
            hasil[k] = Tujuan(lembar=NAMA, kolom="Tenggat")
        elif {"rencana", "tindak"} <= isi or "rtl" in isi or ("aksi" in isi and "status" not in isi):
            hasil[k] = Tujuan(lembar=AKSI, kolom="Aksi")
        elif (jenis := _jenis(isi)) is not None:
            hasil[k] = Tujuan(lembar=NAMA, kolom="Uraian", rincian=jenis.value)
        elif isi & {"keluaran", "output"}:
            hasil[k] = Tujuan(lembar=AKSI, kolom="Keluaran")
        elif isi & {"status"}:
            hasil[k] = Tujuan(lembar=NAMA, kolom="Status")
    berisi = [t for t in hasil.values() if t.kolom in ("Uraian", "Aksi")]
    return hasil if berisi else {}


def _jenis(isi: set[str]) -> JenisAnalisis | None:
    return next((j for j, semua in _URAIAN.items() if any(set(s) <= isi for s in semua)), None)


def cocok(blok: Blok) -> int:
    """Tell whether such a table stands under a header: two columns of words at least; figures may stand beside them."""
    kata_kata = [t for t in petakan_kata(blok).values() if t.kolom in ("Uraian", "Aksi")]
    kode = any(ada(j, "rekening") for j in blok.nama_judul.values())
    return SEMUA if len(kata_kata) >= 2 and not kode else 0


def susun(kerja: Kerja) -> None:
    """Make the rows of Analisis and Rencana aksi."""
    for lajur in baca_lajur(kerja):
        if not tulis_kata(kerja, lajur):
            kerja.lewati(lajur.baris, "bukan baris data: tanpa uraian")


def tulis_kata(kerja: Kerja, lajur: Lajur) -> bool:
    """Write what the words of a row say; return whether they say anything."""
    uraian = [
        (k.tujuan.rincian, teks)
        for k in kerja.lajur(NAMA, "Uraian")
        if k.tujuan and (teks := teks_sel(lajur.isi.get(k.nomor))) and teks.strip("-. ")
    ]
    aksi = {k: teks for k in ("Aksi", "Keluaran") if (teks := _satu(kerja, lajur, AKSI, k)).strip("-. ")}
    if not (lajur.kode or lajur.nama) and "Aksi" in aksi:
        # Without an indicator it is what the OPD will do.
        uraian.append((JenisAnalisis.TINDAK_LANJUT.value, aksi.pop("Aksi")))
    if not uraian and "Aksi" not in aksi:
        return False
    tahun, periode = kerja.isi.get(Tanya.TAHUN, ""), kerja.isi.get(Tanya.PERIODE, "")
    milik = {"Kode indikator": lajur.kode} if lajur.kode else {"Kode OPD": kerja.isi.get(Tanya.OPD, "")}
    jawab, status = _satu(kerja, lajur, NAMA, "Penanggung jawab"), _satu(kerja, lajur, NAMA, "Status")
    tenggat, sumber = _tenggat(kerja, lajur), kerja.isi.get(Tanya.SUMBER, "")
    for jenis, teks in uraian:
        isi = {**milik, "Tahun": tahun, "Jenis": jenis, "Uraian": teks, "Sumber": sumber}
        if jenis == JenisAnalisis.TINDAK_LANJUT or len(uraian) == 1:
            isi |= {"Penanggung jawab": jawab, "Tenggat": tenggat, "Status": status}
        kerja.tulis(NAMA, lajur.baris, isi)
    if "Aksi" in aksi:
        kode = kerja.acuan.kode_opd(jawab) or ""
        catatan = "" if kode or not jawab else f"Penanggung jawab: {jawab}"
        isi = {"Kode indikator": lajur.kode, "Tahun": tahun, "Periode": periode or Periode.TAHUNAN.value, **aksi}
        isi |= {"Penanggung jawab": kode, "Tenggat": tenggat, "Status": status, "Catatan": catatan}
        kerja.tulis(AKSI, lajur.baris, isi)
    return True


def _satu(kerja: Kerja, lajur: Lajur, lembar: str, kolom: str) -> str:
    return next((t for k in kerja.lajur(lembar, kolom) if (t := teks_sel(lajur.isi.get(k.nomor)))), "")


def _tenggat(kerja: Kerja, lajur: Lajur) -> str:
    """Return a day as our workbook has it, a text that names none as it stands."""
    for k in kerja.lajur(NAMA, "Tenggat"):
        isi = lajur.isi.get(k.nomor)
        if not isinstance(isi, SelKhusus):
            return teks_sel(isi)
        try:
            return str(baca_sel(ANALISIS.cari("Tenggat"), isi, lambda: ("", None)))
        except SelSalah as salah:
            tempat = kerja.blok.sel(lajur.baris, k.nomor)
            kerja.temuan.append(temuan(salah.kode, kerja.blok.kisi.nama, tempat, "Tenggat", **salah.isi))
    return ""
