"""Regions by years, as Badan Pusat Statistik publishes them, become rows of Regional."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.pembaca import IsiSel
from kinerja.buku.sel import TAHUN_AKHIR, TAHUN_AWAL
from kinerja.buku.temuan import temuan
from kinerja.model.istilah import TingkatWilayah
from kinerja.model.skema import REGIONAL
from kinerja.nilai.baca import kelipatan_satuan
from kinerja.nilai.kata import tak_tersedia
from kinerja.nilai.nama import NEGARA, JenisNama, SebutanWilayah, kunci_nama, pisah_wilayah, samakan
from kinerja.nilai.satuan import satuan_persen
from kinerja.susun.acuan import terdekat
from kinerja.susun.isi import berangka, tahun_dalam, tahun_sel, teks_sel
from kinerja.susun.jenis.judul import ada, kata, kelipatan
from kinerja.susun.jenis.kerja import Kerja, teks_nilai
from kinerja.susun.jenis.lra import tampak_jumlah
from kinerja.susun.model import Tanya, Tujuan
from kinerja.susun.temukan import Blok

NAMA = REGIONAL.nama
NILAI, WILAYAH, KODE = "Nilai", "Wilayah", "Kode"
_KATA = ("kabupaten", "kota", "kab", "provinsi", "propinsi", "wilayah", "daerah", "region", "regency", "municipality")
_KATA_LAIN = ("province", "district")
_BUKAN_NILAI = ("peringkat", "ranking", "rank", "pertumbuhan", "perubahan", "kenaikan", "selisih", "target")
"""Words of a column that stands beside the values of a year and is none of them."""
_KODE_BPS = re.compile(r"\d{2}(?:\d{2})?|\d{2}\.\d{2}")
_CATATAN = re.compile(r"\*|(?:sumber|source|catatan|note|keterangan|ket)\b")
_BUKAN_UKURAN = frozenset(("tahun", "angka", "sementara", "sangat", "year", "revisi"))
_PERSEN = re.compile(r"\((persen|persentase|%)\)")
_ANGKA_TAHUN = re.compile(r"(?<![\d.,])(\d{3,5})(?![\d.,])")


def cocok(blok: Blok) -> int:
    """Return how many columns of such a table stand in a header: the regions and the years."""
    daerah = [k for k, j in blok.nama_judul.items() if ada(j, *_KATA, *_KATA_LAIN) and not _tahun(j)]
    tahun = [k for k, j in blok.nama_judul.items() if _tahun(j)]
    lain = any(
        ada(j, "indikator", "target", "realisasi", "program", "rekening") and not _tahun(j)
        for j in blok.nama_judul.values()
    )
    return 0 if lain or not daerah or not tahun else 1 + len(tahun)


def petakan(blok: Blok) -> dict[int, Tujuan]:
    """Propose where the columns go: one of regions, one of each year."""
    hasil: dict[int, Tujuan] = {}
    for k, judul in blok.nama_judul.items():
        if ada(judul, *_KATA, *_KATA_LAIN) and not ada(judul, "kode", "no") and not _tahun(judul):
            # A second one, of provinces or of another table beside this, must be decided.
            hasil[k] = Tujuan(lembar=NAMA, kolom=WILAYAH)
        elif tahun := _tahun(judul):
            hasil[k] = Tujuan(lembar=NAMA, kolom=NILAI, tahun=tahun)
    return hasil


def _tahun(judul: str) -> int | None:
    """Return the year that a column's header names last: Indeks Pembangunan Manusia · 2024."""
    tahun = tahun_dalam(judul)
    return tahun[-1] if tahun and not ada(judul, *_BUKAN_NILAI) else None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Daerah:
    """A row with a region."""

    baris: int
    tertulis: str
    tingkat: TingkatWilayah
    isi: Mapping[int, IsiSel]


def susun(kerja: Kerja) -> None:
    """Make the rows of Regional."""
    kolom = kerja.lajur(NAMA, WILAYAH)[0].nomor
    nilai = {k.nomor: k.tujuan.tahun for k in kerja.lajur(NAMA, NILAI) if k.tujuan}
    _tahun_salah(kerja)
    _ukuran_lain(kerja)
    _satuan_lain(kerja)
    daerah = _daerah(kerja, kolom, list(nilai))
    provinsi = _provinsi(kerja, daerah)
    tetap = {"Indikator": kerja.isi.get(Tanya.UKURAN, ""), "Satuan": kerja.isi.get(Tanya.SATUAN, "")}
    tetap |= {"Arah": kerja.isi.get(Tanya.ARAH, ""), "Sumber": kerja.isi.get(Tanya.SUMBER, "")}
    kosong: list[tuple[str, str]] = []
    dilihat: dict[tuple[TingkatWilayah, str], int] = {}
    for satu in daerah:
        nama = _nama(kerja, satu, kolom)
        if (satu.tingkat, samakan(nama)) in dilihat:
            ganda = dilihat[satu.tingkat, samakan(nama)]
            kerja.salah(Kode.SUSUN_KUNCI_GANDA, satu.baris, kolom, apa=f"Wilayah {nama}", baris=ganda)
            continue
        dilihat[satu.tingkat, samakan(nama)] = satu.baris
        for k, tahun in nilai.items():
            isi = satu.isi.get(k)
            baca = kerja.baca(REGIONAL.cari(NILAI), satu.baris, k, isi, kerja.isi.get(Tanya.SATUAN, ""))
            if baca is None:
                kosong += [(kerja.blok.sel(satu.baris, k), teks_sel(isi))] if tak_tersedia(teks_sel(isi)) else []
                continue
            isi_baris = {**tetap, "Wilayah": nama, "Tingkat wilayah": satu.tingkat.value}
            isi_baris |= {"Provinsi": provinsi.get(satu.baris, ""), "Tahun": str(tahun), NILAI: teks_nilai(baca, isi)}
            kerja.tulis(NAMA, satu.baris, isi_baris)
    if kosong:
        sel = ", ".join(s for s, _ in kosong)
        kerja.temuan.append(
            temuan(Kode.SUSUN_TANPA_NILAI, kerja.blok.kisi.nama, jumlah=len(kosong), isi=kosong[0][1], sel=sel)
        )


def _tahun_salah(kerja: Kerja) -> None:
    """Name a header beside the years that looks like one and is none: 20244, 1899."""
    for k in kerja.kolom:
        judul = (kerja.blok.judul[k.nomor] or ("",))[-1]
        angka = _ANGKA_TAHUN.fullmatch(judul.strip())
        tahun = k.tujuan.tahun if k.tujuan else None
        salah = (angka and not tahun_sel(judul)) or (tahun and not TAHUN_AWAL <= tahun <= TAHUN_AKHIR)
        if salah and any(berangka(s) for s in kerja.blok.data[k.nomor]):
            kerja.salah(Kode.SUSUN_TAHUN, kerja.blok.judul_akhir, k.nomor, isi=judul)


def _ukuran_lain(kerja: Kerja) -> None:
    """Name a column whose header says another measure, or another time of the year, than that of the first year."""
    lajur = kerja.lajur(NAMA, NILAI)
    pertama = lajur[0]
    tahun = Counter(k.tujuan.tahun for k in lajur if k.tujuan)
    for k in lajur[1:]:
        sama_tahun = k.tujuan and tahun[k.tujuan.tahun] > 1  # told as such already
        dipilih = k.huruf in kerja.jawaban.kolom
        if not sama_tahun and not dipilih and _ukuran(k.judul) != _ukuran(pertama.judul):
            kembar = f"{pertama.huruf} (“{pertama.judul}”) dan {k.huruf} (“{k.judul}”)"
            apa = f"{kerja.isi.get(Tanya.UKURAN, '') or 'ukuran ini'}, padahal judulnya berbeda"
            kerja.salah(Kode.SUSUN_KOLOM_KEMBAR, kerja.blok.judul_akhir, k.nomor, kembar=kembar, apa=apa)


def _ukuran(judul: str) -> frozenset[str]:
    """Return the words of a header that say what is measured; the year and the mark of a first figure do not."""
    return frozenset(k for k in kata(judul) if len(k) > 1 and not k.isdecimal() and k not in _BUKAN_UKURAN)


def _satuan_lain(kerja: Kerja) -> None:
    """Name a unit that the table prints where it is counted otherwise than the one that was answered."""
    satuan = kerja.isi.get(Tanya.SATUAN, "")
    lajur = kerja.lajur(NAMA, NILAI)
    for teks in [*(k.judul for k in lajur), *(t for _, t in kerja.blok.atas)]:
        kali = kelipatan(teks)
        persen = _PERSEN.search(samakan(teks))
        lain = kali[0] if kali and not kelipatan_satuan(satuan) else persen[1] if persen else ""
        if satuan and lain and not (persen and not kali and satuan_persen(satuan)):
            kerja.salah(Kode.SUSUN_SATUAN_BEDA, kerja.blok.judul_akhir, lajur[0].nomor, tertulis=lain, satuan=satuan)
            return


def _daerah(kerja: Kerja, kolom: int, nilai: list[int]) -> list[_Daerah]:
    """Return the rows that name a region, each with its level."""
    baris: list[tuple[int, str, Mapping[int, IsiSel]]] = []
    for nomor, isi in kerja.blok.baris():
        teks, berisi = teks_sel(isi.get(kolom)), any(berangka(isi.get(k)) for k in nilai)
        catatan = _CATATAN.match(samakan(teks)) is not None
        if tampak_jumlah(teks):
            kerja.lewati(nomor, f"baris jumlah (“{teks}”)")
        elif not berisi:
            apa = "catatan di bawah tabel" if catatan or not teks else "tanpa angka"
            kerja.lewati(nomor, f"bukan baris data: {apa}")
        elif not teks or berangka(isi.get(kolom)):
            kerja.salah(Kode.SUSUN_BARIS_RAGU, nomor, kolom, apa="nama wilayahnya kosong")
        else:
            baris.append((nomor, teks, isi))
    kapital = {n for n, nama, _ in baris if nama.upper() == nama}
    beda = 0 < len(kapital) < len(baris)
    hanya_provinsi = not any(ada(kerja.blok.nama_judul[kolom], k) for k in ("kabupaten", "kota", "kab", "regency"))
    hanya_provinsi = hanya_provinsi and ada(kerja.blok.nama_judul[kolom], "provinsi", "propinsi", "province")
    kode = _kode_bps(kerja, [n for n, _, _ in baris])
    hasil = []
    for nomor, teks, sel in baris:
        tingkat = _tingkat(kerja, teks, hanya_provinsi=hanya_provinsi, kapital=beda and nomor in kapital)
        if tingkat is not TingkatWilayah.NASIONAL and nomor in kode:
            tingkat = TingkatWilayah.PROVINSI if kode[nomor] else TingkatWilayah.KABUPATEN_KOTA
        hasil.append(_Daerah(baris=nomor, tertulis=teks, tingkat=tingkat, isi=sel))
    return hasil


def _kode_bps(kerja: Kerja, baris: list[int]) -> dict[int, bool]:
    """Return whether each row is a province by its code (1200, or 12), where a column of such codes stands."""
    for k, judul in kerja.blok.nama_judul.items():
        if not ada(judul, "kode"):
            continue
        isi = {n: sel.get(k) for n, sel in kerja.blok.baris() if n in set(baris)}
        kode = {n: teks_sel(s).replace(".", "") for n, s in isi.items()}
        if all(_KODE_BPS.fullmatch(t) for t in kode.values()) and len(set(kode.values())) == len(kode):
            return {n: len(t) == 2 or t.endswith("00") for n, t in kode.items()}
    return {}


def _tingkat(kerja: Kerja, teks: str, *, hanya_provinsi: bool, kapital: bool) -> TingkatWilayah:
    sebutan, sisa = pisah_wilayah(teks)
    if kunci_nama(JenisNama.WILAYAH, teks) in NEGARA or sisa in NEGARA:
        return TingkatWilayah.NASIONAL
    if sebutan is SebutanWilayah.PROVINSI:
        return TingkatWilayah.PROVINSI
    if sebutan in (SebutanWilayah.KABUPATEN, SebutanWilayah.KOTA):
        return TingkatWilayah.KABUPATEN_KOTA
    provinsi = {pisah_wilayah(p)[1] for p in kerja.acuan.wilayah[TingkatWilayah.PROVINSI]}
    provinsi.add(pisah_wilayah(kerja.acuan.profil.get("Provinsi", ""))[1])
    if hanya_provinsi or kapital or sisa in provinsi:
        return TingkatWilayah.PROVINSI
    return TingkatWilayah.KABUPATEN_KOTA


def _provinsi(kerja: Kerja, daerah: list[_Daerah]) -> dict[int, str]:
    """Return the province of each regency by its row, where it is another than that of Profil.

    A province stands above its regencies, or below them where the table begins with a regency.
    """
    urut = daerah if daerah and daerah[0].tingkat is not TingkatWilayah.KABUPATEN_KOTA else list(reversed(daerah))
    sendiri = pisah_wilayah(kerja.acuan.profil.get("Provinsi", ""))[1]
    kini, hasil = "", {}
    for satu in urut:
        if satu.tingkat is TingkatWilayah.PROVINSI:
            kini = _nama(kerja, satu, kerja.lajur(NAMA, WILAYAH)[0].nomor)
            hasil[satu.baris] = kini if pisah_wilayah(kini)[1] != sendiri else ""
        elif satu.tingkat is TingkatWilayah.KABUPATEN_KOTA and kini and pisah_wilayah(kini)[1] != sendiri:
            hasil[satu.baris] = kini
    return hasil


def _nama(kerja: Kerja, satu: _Daerah, kolom: int) -> str:
    """Return what a region is called with us; an unknown one is asked about."""
    if satu.tingkat is TingkatWilayah.NASIONAL:
        return "Nasional"
    if dijawab := kerja.dijawab("Wilayah", satu.tertulis):
        return dijawab
    tertulis = re.sub(r"^[\W\d_]+|[\s*\d)]+$", "", satu.tertulis)
    nama = kerja.acuan.ejaan.nama_wilayah(tertulis, satu.tingkat)
    ada_nama = (*kerja.acuan.wilayah[satu.tingkat], kerja.acuan.profil.get("Provinsi", ""))
    if samakan(nama) in {samakan(n) for n in ada_nama}:
        return nama
    baru = _rapi(tertulis)
    kerja.belum_pasti(
        "Wilayah", satu.tertulis, terdekat(tertulis, ada_nama), kerja.blok.sel(satu.baris, kolom), baru=baru
    )
    return baru


def _rapi(nama: str) -> str:
    """Write a new region's name as we do: no word Kabupaten before it, no capitals throughout."""
    bersih = re.sub(r"^(?:kabupaten|kab\.?|provinsi|prov\.?)\s+", "", nama, flags=re.IGNORECASE)
    return bersih.title() if bersih.upper() == bersih else bersih
