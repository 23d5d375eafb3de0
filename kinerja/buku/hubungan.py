"""Does the workbook agree with itself: double keys, codes that stand nowhere, scales, addresses, sums of quarters.

One check, one function; each takes what stands in the sheets and records findings with their cells.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.tafsir import BarisTafsir, LembarTafsir
from kinerja.buku.temuan import TemuanBuku, temuan
from kinerja.model.baris import BarisProfil
from kinerja.model.istilah import (
    JENIS_KESELURUHAN,
    PARUH,
    Akumulasi,
    JenisOpd,
    Periode,
    Semester,
    TingkatWilayah,
    triwulan_dari,
)
from kinerja.model.profil import Profil
from kinerja.model.skema import ANGGARAN, KUNCI_PROFIL, kunci_baris
from kinerja.nilai.angka import bulatkan, format_angka
from kinerja.nilai.kelompok import menurut
from kinerja.nilai.kumpulan_skala import KumpulanSkala
from kinerja.nilai.nama import pisah_wilayah, rangka_kode, rupa, samakan, samakan_teks
from kinerja.nilai.skala import cacat_skala
from kinerja.rumus.hitung import cukup_triwulan, gabung_triwulan

Tafsir = Mapping[str, LembarTafsir]


def periksa_hubungan(tafsir: Tafsir, skala: KumpulanSkala) -> list[TemuanBuku]:
    """Run every check between rows and sheets."""
    catatan = [t for s in tafsir.values() for t in _periksa_kunci(s)]
    for pemeriksa in _PEMERIKSA:
        catatan += pemeriksa(tafsir, skala)
    return catatan


def _catat(lembar: LembarTafsir, kolom: str, baris: BarisTafsir, kode: Kode, /, **isi: object) -> TemuanBuku:
    return temuan(kode, lembar.lembar.nama, lembar.alamat(kolom, baris.nomor), kolom, **isi)


def _periksa_kunci(lembar: LembarTafsir) -> Iterable[TemuanBuku]:
    if any(t.kode is Kode.KOLOM_MIRIP and t.kolom in lembar.lembar.kunci for t in lembar.temuan):
        return  # a part of the key stands under another header: that is named, and what follows from it is not
    dilihat: dict[tuple[str, ...], BarisTafsir] = {}
    # Texts of a key come again in many rows, and each is normalised once.
    sama = cache(samakan_teks if lembar.lembar.menurut_isi else samakan)
    wajib = frozenset(k.nama for k in lembar.lembar.kolom if k.wajib)
    for b in lembar.baris:
        kolom = kunci_baris(lembar.lembar, b.isi)
        if b.cacat or any(k in wajib and not b.isi.get(k) for k in kolom):
            continue
        kunci = (b.isi.get("Peran") or "", *(_bagian_kunci(b.isi.get(k), sama) for k in kolom))
        if kunci in dilihat:
            pertama = dilihat[kunci]
            isi = "; ".join(str(b.isi[k]) for k in kolom if b.isi.get(k))[:120]
            pagu = {str(x.isi["Pagu"]) for x in (b, pertama) if x.isi.get("Pagu") is not None}
            kode = Kode.PAGU_GANDA if len(pagu) > 1 and lembar.lembar is ANGGARAN else Kode.KUNCI_GANDA
            yield _catat(lembar, kolom[0], b, kode, baris=pertama.nomor, kunci=isi, kolom_kunci=", ".join(kolom))
        dilihat.setdefault(kunci, b)


def _bagian_kunci(isi: Any, sama: Callable[[str], str]) -> str:
    if isinstance(isi, str):
        return sama(isi)
    return format(isi.normalize(), "f") if isinstance(isi, Decimal) else sama(str(isi or ""))


def _kode(tafsir: Tafsir, lembar: str, kolom: str) -> frozenset[str]:
    s = tafsir.get(lembar)
    return frozenset(samakan(b.isi.get(kolom) or "") for b in s.baris) if s else frozenset()


def _terbaca(tafsir: Tafsir, lembar: str, kolom: str, *, wajib: bool = False) -> bool:
    """Tell whether codes can be looked up; a sheet that may be left out counts as read when it is."""
    s = tafsir.get(lembar)
    return not wajib if s is None else kolom in s.letak


RUJUKAN: tuple[tuple[str, str, str, str], ...] = (
    ("Indikator", "Kode OPD", "OPD", "Kode OPD"),
    ("Indikator", "Penanggung jawab", "OPD", "Kode OPD"),
    ("Capaian", "Kode indikator", "Indikator", "Kode indikator"),
    ("Kutipan", "Kode indikator", "Indikator", "Kode indikator"),
    ("Kutipan", "Indikator", "Regional", "Indikator"),
    ("Kutipan", "Kode OPD", "OPD", "Kode OPD"),
    ("Analisis", "Kode indikator", "Indikator", "Kode indikator"),
    ("Analisis", "Kode OPD", "OPD", "Kode OPD"),
    ("OPD", "Pendahulu", "OPD", "Kode OPD"),
    ("Rencana aksi", "Kode indikator", "Indikator", "Kode indikator"),
    ("Rencana aksi", "Penanggung jawab", "OPD", "Kode OPD"),
    ("Anggaran", "Kode OPD", "OPD", "Kode OPD"),
    ("Anggaran", "Kode indikator", "Indikator", "Kode indikator"),
    ("Anggaran indikator", "Kode indikator", "Indikator", "Kode indikator"),
    ("Anggaran indikator", "Pagu bersama", "Indikator", "Kode indikator"),
    ("APBD", "Kode OPD", "OPD", "Kode OPD"),
)
"""Sheet and column of a code, sheet and column where it must stand."""
KOLOM_DAFTAR = {
    ("Indikator", "Penanggung jawab"),
    ("OPD", "Pendahulu"),
    ("Rencana aksi", "Penanggung jawab"),
    ("Anggaran", "Kode indikator"),
}


def _periksa_rujukan(tafsir: Tafsir, skala: KumpulanSkala) -> list[TemuanBuku]:
    hasil: list[TemuanBuku] = []
    for lembar, kolom, tujuan, kunci in RUJUKAN:
        s = tafsir.get(lembar)
        if s is None or tujuan not in tafsir or kunci not in tafsir[tujuan].letak:
            continue
        kode = [k for b in tafsir[tujuan].baris if (k := b.isi.get(kunci))]
        dikenal, serupa = frozenset(map(samakan, kode)), menurut(kode, rangka_kode)
        for b in s.baris:
            hasil += _rujukan_baris(s, b, kolom, dikenal=dikenal, serupa=serupa, tujuan=tujuan)
    return hasil


def _rujukan_baris(
    lembar: LembarTafsir,
    baris: BarisTafsir,
    kolom: str,
    dikenal: frozenset[str],
    serupa: Mapping[str, list[str]],
    tujuan: str,
) -> Iterable[TemuanBuku]:
    teks = baris.isi.get(kolom) or ""
    daftar = teks.split(";") if (lembar.lembar.nama, kolom) in KOLOM_DAFTAR else [teks]
    for kode in (k.strip() for k in daftar):
        if kode and samakan(kode) not in dikenal:
            calon = serupa.get(rangka_kode(kode), [])
            huruf = "" if kode.isascii() else "; sebagian hurufnya dari abjad lain"
            maksud = f" (maksud Anda {calon[0]}?{huruf})" if len(calon) == 1 else ""
            yield _catat(lembar, kolom, baris, Kode.KODE_TAK_DIKENAL, isi=kode, tujuan=tujuan, maksud=maksud)


def _periksa_susunan(tafsir: Tafsir, skala: KumpulanSkala) -> list[TemuanBuku]:
    s = tafsir.get("Susunan")
    if s is None or not _terbaca(tafsir, "Indikator", "Kode indikator", wajib=True):
        return []
    if not _terbaca(tafsir, "Regional", "Indikator"):
        return []
    dikenal = _kode(tafsir, "Indikator", "Kode indikator") | _kode(tafsir, "Regional", "Indikator")
    return [
        _catat(s, kolom, b, Kode.KODE_TAK_DIKENAL, isi=b.isi[kolom], tujuan="Indikator atau Regional", maksud="")
        for b in s.baris
        for kolom in ("Induk", "Bagian")
        if b.isi.get(kolom) and samakan(b.isi[kolom]) not in dikenal
    ]


def _periksa_nama_skala(tafsir: Tafsir, skala: KumpulanSkala) -> list[TemuanBuku]:
    hasil: list[TemuanBuku] = []
    if "Skala" in tafsir and not tafsir["Skala"].lengkap:
        return hasil
    tertulis = _kode(tafsir, "Skala", "Skala")
    for lembar, kolom in (("OPD", "Skala capaian"), ("Indikator", "Skala nilai")):
        s = tafsir.get(lembar)
        for b in s.baris if s else []:
            nama = b.isi.get(kolom) or ""
            if s and nama and skala.ambil(nama) is None and samakan(nama) not in tertulis:
                hasil.append(_catat(s, kolom, b, Kode.SKALA_TAK_DIKENAL, isi=nama, pilihan=", ".join(skala.nama)))
    return hasil


def _periksa_skala(tafsir: Tafsir, skala: KumpulanSkala) -> list[TemuanBuku]:
    s = tafsir.get("Skala")
    if s is None:
        return []
    # Of two rows of one grade the later one: that is the one too many.
    baris = {
        (samakan(b.isi.get("Skala") or ""), b.isi.get("Berlaku sejak"), b.isi.get("Urutan"), b.isi.get("Predikat")): b
        for b in s.baris
    }
    hasil = []
    for satu in skala.semua:
        cacat = cacat_skala(satu)
        pita = cacat.pita if cacat else None
        b = baris.get((samakan(satu.nama), satu.berlaku_sejak, pita.urutan, pita.predikat)) if pita else None
        if cacat and b is not None:
            hasil.append(_catat(s, cacat.kolom, b, Kode.SKALA_CACAT, nama=satu.nama, sebab=cacat.sebab))
    return hasil


def _periksa_kutipan(tafsir: Tafsir, skala: KumpulanSkala) -> list[TemuanBuku]:
    s = tafsir.get("Kutipan")
    hasil: list[TemuanBuku] = []
    for b in s.baris if s else []:
        isi = b.isi
        regional = bool(isi.get("Indikator")), bool(isi.get("Wilayah"))
        alamat = [bool(isi.get("Kode indikator")), any(regional), bool(isi.get("Kode OPD"))]
        if sum(alamat) > 1:
            keadaan = "lebih dari satu"
        elif not any(alamat):
            keadaan = "kosong"
        else:
            keadaan = (
                "tidak lengkap: Indikator dan Wilayah harus diisi keduanya" if alamat[1] and not all(regional) else ""
            )
        if s and keadaan:
            hasil.append(_catat(s, "Kode indikator", b, Kode.ALAMAT_KUTIPAN, keadaan=keadaan))
    return hasil


def _periksa_wilayah(tafsir: Tafsir, skala: KumpulanSkala) -> list[TemuanBuku]:
    s, regional = tafsir.get("Kutipan"), tafsir.get("Regional")
    if s is None or regional is None or not {"Indikator", "Wilayah"} <= set(regional.letak):
        return []
    dikenal = {_tempat(b) for b in regional.baris}
    ukuran = {i for i, _ in dikenal}
    return [
        _catat(s, "Wilayah", b, Kode.KODE_TAK_DIKENAL, isi=b.isi["Wilayah"], tujuan="Regional", maksud="")
        for b in s.baris
        if b.isi.get("Wilayah") and _tempat(b)[0] in ukuran and _tempat(b) not in dikenal
    ]


def _tempat(baris: BarisTafsir) -> tuple[str, str]:
    return samakan(baris.isi.get("Indikator") or ""), samakan(baris.isi.get("Wilayah") or "")


def _periksa_analisis(tafsir: Tafsir, skala: KumpulanSkala) -> list[TemuanBuku]:
    s = tafsir.get("Analisis")
    return [
        _catat(s, "Kode indikator", b, Kode.ALAMAT_ANALISIS)
        for b in (s.baris if s else [])
        if s and not (b.isi.get("Kode indikator") or b.isi.get("Kode OPD"))
    ]


def _periksa_program(tafsir: Tafsir, skala: KumpulanSkala) -> list[TemuanBuku]:
    s = tafsir.get("Anggaran")
    hasil: list[TemuanBuku] = []
    for b in s.baris if s else []:
        dalam = [k for k in ("Kegiatan", "Sub kegiatan") if b.isi.get(k)]
        if s and dalam and not (b.isi.get("Program") or b.isi.get("Kelompok")):
            hasil.append(_catat(s, "Program", b, Kode.PROGRAM_KOSONG, kolom=dalam[0]))
    return hasil


def _periksa_nama_opd(tafsir: Tafsir, skala: KumpulanSkala) -> list[TemuanBuku]:
    s = tafsir.get("OPD")
    dilihat: dict[str, BarisTafsir] = {}
    hasil: list[TemuanBuku] = []
    for b in s.baris if s else []:
        nama = rupa(b.isi.get("Nama OPD") or "")
        lain = dilihat.setdefault(nama, b)
        if s and nama and lain is not b:
            isi = {"isi": b.isi["Nama OPD"], "baris": lain.nomor, "lain": lain.isi.get("Kode OPD")}
            hasil.append(_catat(s, "Nama OPD", b, Kode.NAMA_SERUPA, **isi))
    return hasil


def _periksa_profil(tafsir: Tafsir, skala: KumpulanSkala) -> list[TemuanBuku]:
    s = tafsir.get("Profil")
    dikenal = {samakan(k) for k in KUNCI_PROFIL}
    return [
        _catat(s, "Kunci", b, Kode.PROFIL_TAK_DIKENAL, isi=b.isi["Kunci"], pilihan=", ".join(KUNCI_PROFIL))
        for b in (s.baris if s else [])
        if s and b.isi.get("Kunci") and samakan(b.isi["Kunci"]) not in dikenal
    ]


def _periksa_jenis_pemerintah(tafsir: Tafsir, skala: KumpulanSkala) -> list[TemuanBuku]:
    """Find a whole that is another kind than Profil says, or than is meant where Profil says nothing."""
    s, opd = tafsir.get("Profil"), tafsir.get("OPD")
    if opd is None:
        return []
    baris = (b for b in (s.baris if s else ()) if samakan(b.isi.get("Kunci") or "") == "jenis pemerintah")
    tertulis = next((b for b in baris if b.isi.get("Nilai")), None)
    isi = tertulis.isi["Nilai"] if tertulis else JenisOpd.KABUPATEN
    semua = (b for b in opd.baris if b.isi.get("Jenis") in JENIS_KESELURUHAN)
    beda = next((b for b in semua if b.isi["Jenis"] != isi), None)
    if beda is None:
        return []
    rincian = {"opd": beda.isi.get("Kode OPD"), "jenis": beda.isi["Jenis"], "sel": opd.alamat("Jenis", beda.nomor)}
    if s is None or tertulis is None:
        return [_catat(opd, "Jenis", beda, Kode.JENIS_PEMERINTAH_KOSONG, bawaan=isi, **rincian)]
    return [_catat(s, "Nilai", tertulis, Kode.JENIS_PEMERINTAH, isi=isi, **rincian)]


def profil_tertulis(baris: Iterable[BarisTafsir]) -> Profil:
    """Return what the rows of sheet Profil say of the owner."""
    return Profil.dari_baris(BarisProfil(b.isi.get("Kunci") or "", b.isi.get("Nilai") or "", b.nomor) for b in baris)


def _periksa_wilayah_sendiri(tafsir: Tafsir, skala: KumpulanSkala) -> list[TemuanBuku]:
    """Find a Wilayah in Profil that cannot be the owner's: a lembaga has none, a province is its own."""
    s = tafsir.get("Profil")
    baris = next((b for b in (s.baris if s else ()) if samakan(b.isi.get("Kunci") or "") == "wilayah"), None)
    isi = baris.isi.get("Nilai") if baris else ""
    if s is None or baris is None or not isi:
        return []
    profil = profil_tertulis(s.baris)
    if profil.sebutan.tingkat is None:
        return [_catat(s, "Nilai", baris, Kode.WILAYAH_LEMBAGA, isi=isi)]
    provinsi = profil.sebutan.tingkat is TingkatWilayah.PROVINSI and profil.provinsi
    if provinsi and pisah_wilayah(isi)[1] != pisah_wilayah(provinsi)[1]:
        return [_catat(s, "Nilai", baris, Kode.WILAYAH_BUKAN_PROVINSI, isi=isi, provinsi=provinsi)]
    return []


def _periksa_triwulan(tafsir: Tafsir, skala: KumpulanSkala) -> list[TemuanBuku]:
    s = tafsir.get("Capaian")
    if s is None:
        return []
    s_akumulasi = tafsir.get("Indikator")
    baris = [b for b in s_akumulasi.baris if not b.cacat] if s_akumulasi else []
    akumulasi = {samakan(b.isi["Kode indikator"]): Akumulasi(b.isi["Akumulasi"]) for b in baris}
    kelompok: dict[tuple[str, int], dict[str, BarisTafsir]] = {}
    for b in s.baris:
        if not b.cacat:
            kunci = (samakan(b.isi["Kode indikator"]), b.isi["Tahun"])
            kelompok.setdefault(kunci, {})[b.isi["Periode"]] = b
    hasil = (_beda_triwulan(s, g, akumulasi.get(k[0], Akumulasi.TERAKHIR)) for k, g in kelompok.items() if len(g) > 1)
    return [*(t for t in hasil if t is not None), *(t for g in kelompok.values() for t in _semester_ganda(s, g))]


def _semester_ganda(lembar: LembarTafsir, grup: Mapping[str, BarisTafsir]) -> Iterator[TemuanBuku]:
    """Name half a year whose figures stand in one of its quarters too: added, they would count twice."""
    for paruh, triwulan in PARUH.items():
        lain = next((grup[t] for t in triwulan if t in grup and _berangka(grup[t])), None)
        if paruh in grup and lain is not None and _berangka(grup[paruh]):
            rincian = {
                "isi": paruh,
                "lain": lain.isi["Periode"],
                "baris": lain.nomor,
                "triwulan": " dan ".join(triwulan),
            }
            yield _catat(lembar, "Periode", grup[paruh], Kode.SEMESTER_GANDA, **rincian)


def _berangka(baris: BarisTafsir) -> bool:
    return any(baris.isi[k].ada for k in ("Target", "Target hitung", "Realisasi"))


def _beda_triwulan(lembar: LembarTafsir, grup: Mapping[str, BarisTafsir], cara: Akumulasi) -> TemuanBuku | None:
    tahunan = grup.get(Periode.TAHUNAN)
    bagian = [p for p in (*Periode, *Semester) if p is not Periode.TAHUNAN and p in grup]
    nilai, banyak = [grup[p].isi["Realisasi"] for p in bagian], [len(triwulan_dari(p)) for p in bagian]
    jumlah = gabung_triwulan(nilai, cara, banyak) if cukup_triwulan(grup, cara) else None
    if tahunan is None or jumlah is None or tahunan.isi["Realisasi"].angka is None:
        return None
    angka, tempat = tahunan.isi["Realisasi"].angka, tahunan.isi["Realisasi"].desimal
    if bulatkan(jumlah, tempat) == bulatkan(angka, tempat):
        return None
    isi = {"tahunan": format_angka(angka), "akumulasi": cara.value.lower(), "triwulan": format_angka(jumlah)}
    return _catat(lembar, "Realisasi", tahunan, Kode.TAHUNAN_BEDA_TW, **isi)


_PEMERIKSA: tuple[Callable[[Tafsir, KumpulanSkala], list[TemuanBuku]], ...] = (
    _periksa_rujukan,
    _periksa_susunan,
    _periksa_nama_skala,
    _periksa_skala,
    _periksa_kutipan,
    _periksa_wilayah,
    _periksa_analisis,
    _periksa_program,
    _periksa_nama_opd,
    _periksa_profil,
    _periksa_jenis_pemerintah,
    _periksa_wilayah_sendiri,
    _periksa_triwulan,
)
