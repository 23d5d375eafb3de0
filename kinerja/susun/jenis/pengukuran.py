"""Target and realisasi of indicators by quarter or year, with money: the evaluation of a Renja (Permendagri 86/2017).

The figure of an indicator (K) goes to Capaian, money (Rp) to Anggaran, words about both to Analisis.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from kinerja.buku.katalog.katalog import Kode
from kinerja.model.istilah import Akumulasi, Periode
from kinerja.model.skema import ANGGARAN, CAPAIAN
from kinerja.nilai.baca import baca_nilai
from kinerja.nilai.nama import JenisNama, kunci_nama, samakan
from kinerja.nilai.pasti import pasti
from kinerja.susun.isi import berangka, tahun_dalam, teks_sel
from kinerja.susun.jenis import rencana
from kinerja.susun.jenis.indikator import Lajur, baca_lajur, kolom_indikator
from kinerja.susun.jenis.judul import ada, bulan_akhir, kata, sampai, triwulan
from kinerja.susun.jenis.kerja import Kerja, teks_angka, teks_nilai
from kinerja.susun.jenis.lra import UJI, Jenjang, jenjang
from kinerja.susun.model import Tanya, Tujuan, UjiJumlah
from kinerja.susun.temukan import Blok

SATUAN = "Satuan"
_NAMA_LAJUR = ("Program", "Kegiatan", "Sub kegiatan")
_NAMA_JUDUL = {"Program": r"program", "Kegiatan": r"(?<!sub )kegiatan", "Sub kegiatan": r"sub ?kegiatan"}
_BUKAN = (
    "renstra",
    "rpjmd",
    "lalu",
    "sebelumnya",
    "tingkat",
    "persen",
    "persentase",
    "%",
    "selisih",
    "predikat",
    "status",
    "waktu",
)
_AWALAN = (("Sub kegiatan", "sub kegiatan"), ("Kegiatan", "kegiatan"), ("Program", "program"))
_HANYA_MASA = re.compile(
    r"(?:s\s*[./]?\s*d\.?\s*|sampai (?:dengan )?)?(?:(?:tri ?wulan|tw|trw|tahun|semester)[\s.]*)?(?:[ivx]+|\d+)"
)
"""A quarter or a year alone: TW I, s.d. Triwulan 2, 2025."""
YA, TIDAK = "ya", "tidak"


def cocok(blok: Blok) -> int:
    """Return how many columns of such a table stand in a header."""
    hasil = petakan(blok)
    angka = [t for t in hasil.values() if t.kolom in ("Target", "Realisasi") and t.lembar == CAPAIAN.nama]
    return len(hasil) if kolom_indikator(blok) and angka else 0


def petakan(blok: Blok) -> dict[int, Tujuan]:
    """Propose where the columns go."""
    hasil = kolom_indikator(blok) | rencana.petakan_kata(blok)
    tahun = {t for j in blok.nama_judul.values() if ada(j, "target", "realisasi") for t in tahun_dalam(j)[-1:]}
    for k, judul in blok.nama_judul.items():
        if k in hasil:
            continue
        if kata(judul.rpartition(" · ")[2])[:1] == ["satuan"]:
            # Under each K of a wide form; the first says it for the row.
            if not any(t.kolom == SATUAN for t in hasil.values()):
                hasil[k] = Tujuan(lembar="Indikator", kolom=SATUAN)
            continue
        angka = _angka(judul, bertahun=len(tahun) > 1)
        if angka is not None:
            hasil[k] = angka
        elif ada(judul, "kode", "rekening"):
            hasil[k] = Tujuan(lembar=ANGGARAN.nama, kolom="Kode")
        elif not ada(judul, "target", "realisasi", "capaian", "no") and (nama := _nama(judul)):
            hasil[k] = Tujuan(lembar=ANGGARAN.nama, kolom=nama)
    if not any(t.kolom in ("Pagu", "Realisasi") for t in hasil.values() if t.lembar == ANGGARAN.nama):
        hasil = {k: t for k, t in hasil.items() if t.lembar != ANGGARAN.nama}
    return _uji(hasil)


def _nama(judul: str) -> str:
    """Return which name of a budget line a column holds; one for all levels is taken for the deepest."""
    teks = samakan(judul)
    ada_nama = [n for n, pola in _NAMA_JUDUL.items() if re.search(pola, teks)]
    return ada_nama[0] if len(ada_nama) == 1 else "Sub kegiatan" if ada_nama else ""


def _angka(judul: str, *, bertahun: bool) -> Tujuan | None:
    """Return what figure a column holds: target or realisasi, of the indicator or in money, of a quarter or year."""
    isi = kata(judul)
    target, realisasi = _sebutan(judul)
    pagu = not {"target", "realisasi"} & set(isi) and bool({"pagu", "anggaran"} & set(isi))
    if not (target or realisasi or pagu) or ada(judul, *_BUKAN):
        return None
    ekor = kata(_tanpa_masa(judul))
    uang = (
        pagu or bool({"rp", "rupiah", "keuangan", "pagu"} & set(ekor)) or ("anggaran" in ekor and "kinerja" not in ekor)
    )
    uang = uang or ({*ekor} <= {"target", "realisasi"} and _di_bawah_uang(judul))
    tw = triwulan(judul)
    tahun = tahun_dalam(judul)[-1] if bertahun and tahun_dalam(judul) else None
    lembar, kolom = (
        (ANGGARAN.nama, "Pagu" if target or pagu else "Realisasi")
        if uang
        else (CAPAIAN.nama, "Target" if target else "Realisasi")
    )
    setahun = Periode.TAHUNAN.value if target and ada(judul, "tahunan", "setahun") else ""
    hasil = Tujuan(lembar=lembar, kolom=kolom, tahun=tahun, periode=tw.value if tw else setahun)
    return replace(hasil, rincian=UJI) if realisasi and "capaian" in isi and not tw else hasil


def _di_bawah_uang(judul: str) -> bool:
    """Tell whether a group of money heads a column: Anggaran · Realisasi, beside Kinerja · Realisasi."""
    kelompok = [set(kata(b)) for b in judul.split(" · ")[:-1]]
    return any({"anggaran", "keuangan"} & k and not {"kinerja", "target", "fisik"} & k for k in kelompok)


def _sebutan(judul: str) -> tuple[bool, bool]:
    """Tell whether a header names a target, or a realisasi: by its last part that names one of both."""
    for bagian in reversed(judul.split(" · ")):
        target, realisasi = ada(bagian, "target"), ada(bagian, "realisasi")
        if target != realisasi:
            return target, realisasi
    return False, False


def _tanpa_masa(judul: str) -> str:
    """Return the last part of a header that says more than a quarter or a year: Realisasi Keuangan · TW I."""
    bagian = judul.split(" · ")
    return next((b for b in reversed(bagian) if not _HANYA_MASA.fullmatch(samakan(b))), bagian[-1])


def _uji(hasil: dict[int, Tujuan]) -> dict[int, Tujuan]:
    """Keep a realisasi of the year so far, beside quarters, for testing only; where there are none it is the figure."""
    bertw = {t.lembar for t in hasil.values() if t.kolom == "Realisasi" and t.periode}
    return {
        k: replace(t, rincian=UJI if t.lembar in bertw and t.kolom == "Realisasi" and not t.periode else "")
        if t.kolom == "Realisasi"
        else t
        for k, t in hasil.items()
    }


def susun(kerja: Kerja) -> None:
    """Make the rows of Capaian, Anggaran, Analisis and Rencana aksi."""
    if not any(k.tujuan and k.tujuan.kolom in ("Target", "Realisasi", "Pagu") for k in kerja.kolom):
        rencana.susun(kerja)
        return
    uang: list[tuple[Lajur, dict[str, str], dict[str, Decimal | None]]] = []
    jumlah: list[Lajur] = []
    jalur: dict[str, str] = {}
    dilihat: dict[tuple[str, str, str], tuple[int, Mapping[str, str]]] = {}
    baris_uang: set[int] = set()
    ukur: Ukur = {}
    for lajur in baca_lajur(kerja):
        if lajur.jumlah:
            jumlah.append(lajur)
            continue
        if lajur.kode or lajur.nama:
            angka = _tulis_capaian(kerja, lajur, dilihat, ukur)
            if not rencana.tulis_kata(kerja, lajur) and not angka:
                kerja.lewati(lajur.baris, "indikator tanpa target dan realisasi")
        elif _ada_angka(kerja, lajur, CAPAIAN.nama):
            k = next(iter(kerja.lajur(CAPAIAN.nama, "Kode indikator"))).nomor
            kerja.salah(Kode.SUSUN_BARIS_RAGU, lajur.baris, k, apa="nama indikatornya kosong")
        nama = _jalur(kerja, lajur, jalur)
        if lajur.baris not in baris_uang and _ada_angka(kerja, lajur, ANGGARAN.nama):
            baris_uang.add(lajur.baris)
            if not nama:
                uang_pertama = (kerja.lajur(ANGGARAN.nama, "Pagu") or kerja.lajur(ANGGARAN.nama, "Realisasi"))[0].nomor
                apa = "nama program, kegiatan, atau sub kegiatannya tidak dikenali"
                kerja.salah(Kode.SUSUN_BARIS_RAGU, lajur.baris, uang_pertama, apa=apa)
                continue
            uang.append((lajur, nama, _uang(kerja, lajur)))
        elif not (lajur.kode or lajur.nama) and lajur.baris not in baris_uang:
            kerja.lewati(lajur.baris, "judul kelompok: tanpa indikator dan tanpa angka")
    _pisah_triwulan(kerja, ukur)
    _tulis_anggaran(kerja, uang)
    _uji_jumlah(kerja, jumlah, uang)


def _ada_angka(kerja: Kerja, lajur: Lajur, lembar: str) -> bool:
    return any(
        berangka(lajur.isi.get(k.nomor))
        for kolom in ("Target", "Realisasi", "Pagu")
        for k in kerja.lajur(lembar, kolom)
    )


# --- figures of indicators --------------------------------------------------------------------------------------------


def _tulis_capaian(
    kerja: Kerja,
    lajur: Lajur,
    dilihat: dict[tuple[str, str, str], tuple[int, Mapping[str, str]]],
    ukur: "Ukur",
) -> bool:
    """Write target and realisasi by period; the same key with the same figures stands once.

    Returns:
        Whether any figure stands in the row.
    """
    satuan = kerja.acuan.indikator.get(lajur.kode, {}).get(SATUAN, "") or next(
        (teks_sel(lajur.isi.get(k.nomor)) for k in kerja.lajur("Indikator", SATUAN)), ""
    )
    skala = kerja.acuan.skala_nilai(lajur.kode)
    nilai: dict[tuple[str, str], dict[str, str]] = {}
    for kolom in ("Target", "Realisasi"):
        for k in kerja.lajur(CAPAIAN.nama, kolom):
            isi = lajur.isi.get(k.nomor)
            baca = kerja.baca(CAPAIAN.cari(kolom), lajur.baris, k.nomor, isi, satuan, skala)
            if k.tujuan is None or baca is None:
                continue
            tahun = str(k.tujuan.tahun or kerja.isi.get(Tanya.TAHUN, ""))
            periode = _masa(kerja, kolom, k.tujuan)
            if lajur.kode:
                ukur.setdefault((kolom, lajur.kode, tahun), {})[periode] = baca.angka
            if not k.tujuan.rincian:
                nilai.setdefault((tahun, periode), {})[kolom] = teks_nilai(baca, isi)
    for (tahun, tw), angka in nilai.items():
        kunci = (lajur.kode, tahun, tw)
        if lajur.kode and kunci in dilihat:
            baris, lama = dilihat[kunci]
            if lama != angka:
                apa = f"Indikator {lajur.nama}, {tahun} {tw}".strip()
                nomor = kerja.lajur(CAPAIAN.nama, "Kode indikator")[0].nomor
                kerja.salah(Kode.SUSUN_KUNCI_GANDA, lajur.baris, nomor, apa=apa, baris=baris)
            continue
        dilihat[kunci] = (lajur.baris, angka)
        isi_baris = {"Kode indikator": lajur.kode, "Tahun": tahun, "Periode": tw, **angka}
        kerja.tulis(CAPAIAN.nama, lajur.baris, {**isi_baris, "Sumber": kerja.isi.get(Tanya.SUMBER, "")})
    return bool(nilai)


def _masa(kerja: Kerja, kolom: str, tujuan: Tujuan) -> str:
    """Return the period of a column's figures, empty for the year.

    Beside quarters, what names none is of the year, whatever period the form is of.
    """
    bertw = {n for n in ("Target", "Realisasi") for k in kerja.lajur(CAPAIAN.nama, n) if k.tujuan and k.tujuan.periode}
    umum = "" if bertw & {kolom, "Realisasi"} else kerja.isi.get(Tanya.PERIODE, "")
    periode = tujuan.periode or umum
    return "" if periode == Periode.TAHUNAN else periode


Ukur = dict[tuple[str, str, str], dict[str, Decimal | None]]
"""Figures by period of each column of ours, indicator and year."""


def _pisah_triwulan(kerja: Kerja, ukur: Ukur) -> None:
    """Write of each quarter its own figure where quarters are added to the year and the table prints them cumulated."""
    for kolom in ("Realisasi", "Target"):
        milik = {
            k[1:]: v
            for k, v in ukur.items()
            if k[0] == kolom and kerja.acuan.indikator.get(k[1], {}).get("Akumulasi") == Akumulasi.JUMLAH
        }
        deret = [([x for t in _TW if (x := v.get(t)) is not None], v.get("")) for v in milik.values()]
        if milik and any(tw for tw, _ in deret) and _kumulatif(kerja, CAPAIAN.nama, deret, kolom):
            _kurangi(kerja, kolom, milik)


def _kurangi(kerja: Kerja, kolom: str, milik: Mapping[tuple[str, str], Mapping[str, Decimal | None]]) -> None:
    """Take from each cumulated figure what the quarters before it hold, in the table or, said as such, with us."""
    tercetak = _bersampai(kerja, kolom)
    for baris in kerja.bagian.get(CAPAIAN.nama, ()):
        kunci, tw = (baris.get("Kode indikator", ""), baris.get("Tahun", "")), baris.get("Periode", "")
        kini = milik.get(kunci, {}).get(tw)
        if not tw or kini is None or kolom not in baris:
            continue
        awal = _TW[: _TW.index(Periode(tw))]
        sebelum = [x for t in awal if (x := milik[kunci].get(t)) is not None]
        if not sebelum and tercetak:
            sebelum = [_tersimpan(kerja, kolom, kunci, awal)]
        if sebelum:
            baris[kolom] = teks_angka(kini - sebelum[-1])


def _bersampai(kerja: Kerja, kolom: str) -> bool:
    """Tell whether the headers of the quarters, or the words above a form of one, say that those before are in it."""
    lajur = kerja.lajur(CAPAIAN.nama, kolom)
    judul = [k.judul for k in lajur if k.tujuan and k.tujuan.periode] or [k.judul for k in lajur]
    atas = kolom == "Realisasi" and any(sampai(t) and (triwulan(t) or bulan_akhir(t)) for _, t in kerja.blok.atas)
    return all(map(sampai, judul)) or (atas and not any(k.tujuan and k.tujuan.periode for k in lajur))


def _tersimpan(kerja: Kerja, kolom: str, kunci: tuple[str, str], awal: Collection[Periode]) -> Decimal:
    """Return the sum of the earlier quarters that stand with us."""
    baris = (b for b in kerja.acuan.lembar.get(CAPAIAN.nama, ()) if b.get("Periode", "") in awal)
    milik = [b.get(kolom, "") for b in baris if (b["Kode indikator"], b["Tahun"]) == kunci]
    return sum((a for t in milik if t and (a := baca_nilai(t).angka) is not None), Decimal(0))


# --- money ------------------------------------------------------------------------------------------------------------


def _jalur(kerja: Kerja, lajur: Lajur, jalur: dict[str, str]) -> dict[str, str]:
    """Return the names of the budget line a row is, filled down from the rows above; empty where they are not known."""
    kode = next((teks_sel(lajur.isi.get(k.nomor)).strip(".") for k in kerja.lajur(ANGGARAN.nama, "Kode")), "")
    derajat = jenjang(kode) if kode else None
    for tingkat in _NAMA_LAJUR:
        for k in kerja.lajur(ANGGARAN.nama, tingkat):
            teks = teks_sel(lajur.isi.get(k.nomor))
            if not teks:
                continue
            milik = _tingkat(kerja, tingkat, teks, derajat)
            if not milik:
                return {}
            if jalur.get(milik) != teks:
                for bawah in _NAMA_LAJUR[_NAMA_LAJUR.index(milik) :]:
                    jalur.pop(bawah, None)
            jalur[milik] = teks
            jalur["Kode"] = kode if derajat else ""
    return {k: v for k, v in jalur.items() if v} if "Program" in jalur else {}


def _tingkat(kerja: Kerja, kolom: str, teks: str, derajat: Jenjang | None) -> str:
    """Return the level of a name: by its code, by the column, or by the word it begins with."""
    if derajat is not None:
        return derajat.value if derajat.value in _NAMA_LAJUR else ""
    if kerja.lajur(ANGGARAN.nama, "Program") and kolom != "Program":
        return kolom
    if kolom == "Program" and (kerja.lajur(ANGGARAN.nama, "Kegiatan") or kerja.lajur(ANGGARAN.nama, "Sub kegiatan")):
        return kolom
    depan = samakan(teks)
    return next((n for n, awal in _AWALAN if depan.startswith(awal)), kolom if kolom != "Sub kegiatan" else "")


def _uang(kerja: Kerja, lajur: Lajur) -> dict[str, Decimal | None]:
    """Return the amounts of a row: Pagu, the quarters, and the year's realisasi to test or take."""
    hasil: dict[str, Decimal | None] = {}
    for kolom in ("Pagu", "Realisasi"):
        for k in kerja.lajur(ANGGARAN.nama, kolom):
            if k.tujuan:
                nama = kolom if kolom == "Pagu" else k.tujuan.periode or kolom
                hasil[nama] = kerja.uang(ANGGARAN.cari(kolom), lajur.baris, k.nomor, lajur.isi.get(k.nomor))
    return hasil


Uang = list[tuple[Lajur, dict[str, str], dict[str, Decimal | None]]]
_TW = (Periode.TW_I, Periode.TW_II, Periode.TW_III, Periode.TW_IV)


Deret = list[tuple[list[Decimal], Decimal | None]]
"""Figures of the quarters of each line, from the first, and the year's so far where a column prints it."""


def _kumulatif(kerja: Kerja, lembar: str, deret: Deret, kolom: str = "Realisasi") -> bool | None:
    """Tell whether a quarter's figure holds those of the quarters before it; None where nothing tells, and it is asked.

    It is said in the header, follows from the year's figure, or from one that falls.
    """
    if (jawab := kerja.jawaban.isi.get(Tanya.KUMULATIF, "")) in (YA, TIDAK):
        return jawab == YA
    judul = [k.judul for k in kerja.lajur(lembar, kolom) if k.tujuan and k.tujuan.periode]
    if judul and all(map(sampai, judul)):
        return True
    banyak = [(tw, total) for tw, total in deret if len(tw) > 1]
    if not banyak:
        return True  # one quarter only: both are the same
    bertotal = [(tw, total) for tw, total in banyak if total is not None]
    jumlah = all(sum(tw, Decimal(0)) == total for tw, total in bertotal)
    akhir = all(tw[-1] == total for tw, total in bertotal)
    if bertotal and jumlah != akhir:
        return akhir
    if not bertotal and any(b < a for tw, _ in banyak for a, b in pairwise(tw)):
        return False
    kalimat = "Apakah angka triwulan sudah memuat triwulan sebelumnya (kumulatif)?"
    kerja.tanyakan(Tanya.KUMULATIF, kalimat, (YA, TIDAK))
    return None


def _tulis_anggaran(kerja: Kerja, uang: Uang) -> None:
    deret = [([x for t in _TW if (x := u.get(t)) is not None], u.get("Realisasi")) for _, _, u in uang]
    kumulatif = _kumulatif(kerja, ANGGARAN.nama, deret)
    if kumulatif is None:
        return
    tahun, umum = kerja.isi.get(Tanya.TAHUN, ""), kerja.isi.get(Tanya.PERIODE, "")
    for lajur, nama, isi in uang:
        pagu = isi.get("Pagu")
        tetap = {"Kode OPD": kerja.isi.get(Tanya.OPD, ""), "Tahun": tahun, **nama}
        tetap |= {"Sumber": kerja.isi.get(Tanya.SUMBER, ""), "Pagu": "" if pagu is None else teks_angka(pagu)}
        bertw = [t for t in _TW if isi.get(t) is not None]
        lalu = Decimal(0)
        for tw in bertw:
            nilai = pasti(isi[tw], f"realisasi {tw.value}")
            lalu = nilai if kumulatif else lalu + nilai
            kerja.tulis(ANGGARAN.nama, lajur.baris, {**tetap, "Periode": tw.value, "Realisasi": teks_angka(lalu)})
        realisasi = None if bertw else isi.get("Realisasi")
        if bertw and Periode.TW_IV not in bertw:
            continue
        setahun = teks_angka(lalu) if bertw else "" if realisasi is None else teks_angka(realisasi)
        periode = "" if bertw or umum == Periode.TAHUNAN else umum
        kerja.tulis(ANGGARAN.nama, lajur.baris, {**tetap, "Periode": periode, "Realisasi": setahun})


def _uji_jumlah(kerja: Kerja, jumlah: list[Lajur], uang: Uang) -> None:
    """Test printed totals of money against the lines that have nothing deeper under them."""
    jalur = [_kunci(nama) for _, nama, _ in uang]
    induk = {j[:n] for j in jalur for n in range(len(j))}
    daun = [u for (_, _, u), j in zip(uang, jalur, strict=True) if j not in induk]
    for lajur in jumlah:
        kerja.lewati(lajur.baris, "baris jumlah")
        baca = _uang(kerja, lajur)
        for nama, tercetak in baca.items():
            isi = [d[nama] for d in daun if d.get(nama) is not None]
            if tercetak is None or not isi:
                continue
            kolom = "Pagu" if nama == "Pagu" else "Realisasi"
            k = next(k for k in kerja.lajur(ANGGARAN.nama, kolom) if k.tujuan and nama in (k.tujuan.periode, kolom))
            dihitung = sum((i for i in isi if i is not None), Decimal(0))
            sel = kerja.blok.sel(lajur.baris, k.nomor)
            kerja.jumlah.append(UjiJumlah(apa=nama, sel=sel, tercetak=tercetak, dihitung=dihitung))


def _kunci(nama: Mapping[str, str]) -> tuple[str, ...]:
    jenis = (JenisNama.PROGRAM, JenisNama.KEGIATAN, JenisNama.SUB_KEGIATAN)
    return tuple(kunci_nama(j, nama[n]) for j, n in zip(jenis, _NAMA_LAJUR, strict=True) if nama.get(n))
