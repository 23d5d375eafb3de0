"""Plausibility at the door (DESIGN section 5): figures of another magnitude, cumulative quarters, half a person.

Only warnings: each tells what looks odd and where, a person decides. One check, one function.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from statistics import median
from typing import Any

from kinerja.buku.hubungan import Tafsir, profil_tertulis
from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.tafsir import BarisTafsir, LembarTafsir
from kinerja.buku.temuan import TemuanBuku, temuan
from kinerja.model.istilah import Akumulasi, Periode, Semester
from kinerja.model.kolom import Jenis
from kinerja.nilai.angka import format_angka
from kinerja.nilai.baca import JenisNilai, Nilai, berkelipatan, kelipatan_satuan, ribuan_ragu
from kinerja.nilai.kelompok import menurut
from kinerja.nilai.nama import JenisNama, pisah_wilayah, samakan
from kinerja.nilai.satuan import satuan_persen

BERLIPAT = 50
"""From so many times its neighbour on, a figure is of another magnitude: a comma was lost, or a unit is another one."""
PERSEN_JANGGAL = Decimal(1000)
"""A percentage beyond this is a slip of the pen."""
UANG_JANGGAL = 1000
"""Below it nobody counts the cents of a budget."""
LAIN_CUKUP = 2
"""How many other years a figure needs to be held against them."""
ORANG = frozenset(
    {
        *("orang", "jiwa", "penduduk", "warga", "kepala keluarga", "kk", "keluarga", "rumah tangga"),
        *("pegawai", "asn", "pns", "pppk", "guru", "tenaga kerja", "pekerja", "karyawan", "kader", "petani", "nelayan"),
        *("siswa", "murid", "pelajar", "mahasiswa", "peserta", "pasien", "balita", "bayi", "anak", "ibu", "ibu hamil"),
        *("wisatawan", "pengunjung", "wirausaha", "penumpang", "pelanggan"),
    }
)
"""Units of which there is no half."""

Indikator = Mapping[str, Mapping[str, Any]]


def periksa_kewajaran(tafsir: Tafsir) -> list[TemuanBuku]:
    """Run every check of plausibility."""
    lembar_indikator, capaian, regional = (tafsir.get(n) for n in ("Indikator", "Capaian", "Regional"))
    hasil: list[TemuanBuku] = []
    if lembar_indikator and capaian:
        indikator = {samakan(b.isi["Kode indikator"]): b.isi for b in lembar_indikator.baris if not b.cacat}
        hasil += _capaian(capaian, indikator)
        hasil += _triwulan(capaian, indikator)
    if regional and regional.lengkap:
        hasil += _regional(regional)
        hasil += _wilayah_profil(tafsir, regional)
    if "Anggaran" in tafsir:
        hasil += _anggaran(tafsir["Anggaran"])
    for lembar in (tafsir[n] for n in ("Anggaran indikator", "APBD") if n in tafsir):
        hasil += [t for b in lembar.baris if not b.cacat for t in _pecahan_rupiah(lembar, b)]
    return hasil


def _catat(lembar: LembarTafsir, kolom: str, baris: BarisTafsir, kode: Kode, /, **isi: object) -> TemuanBuku:
    return temuan(kode, lembar.lembar.nama, lembar.alamat(kolom, baris.nomor), kolom, **isi)


def _capaian(lembar: LembarTafsir, indikator: Indikator) -> Iterator[TemuanBuku]:
    deret: dict[str, list[BarisTafsir]] = {}
    for baris in lembar.baris:
        milik = indikator.get(samakan(baris.isi["Kode indikator"]))
        if baris.cacat or milik is None:
            continue
        satuan = milik["Satuan"]
        janggal = list(_sebaris(lembar, baris, satuan))
        yield from janggal
        if not janggal and baris.isi["Periode"] == Periode.TAHUNAN:
            deret.setdefault(samakan(baris.isi["Kode indikator"]), []).append(baris)
        orang = samakan(satuan) in ORANG and milik["Akumulasi"] != Akumulasi.RATA_RATA
        for kolom in ("Target", "Target hitung", "Target rencana", "Realisasi"):
            yield from _tersendiri(lembar, baris, kolom, satuan, orang=orang)
    for grup in deret.values():
        satuan = indikator[samakan(grup[0].isi["Kode indikator"])]["Satuan"]
        for kolom in ("Target", "Realisasi"):
            yield from _antar_tahun(lembar, grup, kolom, satuan)


def _regional(lembar: LembarTafsir) -> Iterator[TemuanBuku]:
    utuh = [b for b in lembar.baris if not b.cacat]
    for baris in utuh:
        satuan = baris.isi["Satuan"]
        yield from _tersendiri(lembar, baris, "Nilai", satuan, orang=samakan(satuan) in ORANG)
    for grup in menurut(utuh, lambda b: (samakan(b.isi["Indikator"]), pisah_wilayah(b.isi["Wilayah"]))).values():
        yield from _antar_tahun(lembar, grup, "Nilai", grup[0].isi["Satuan"])


def _tersendiri(
    lembar: LembarTafsir, baris: BarisTafsir, kolom: str, satuan: str, *, orang: bool
) -> Iterator[TemuanBuku]:
    """What a figure and its unit alone tell."""
    nilai: Nilai = baris.isi[kolom]
    if nilai.angka is None:
        return
    kata = berkelipatan(nilai.teks, satuan) if kelipatan_satuan(satuan) else ""
    if kata:
        yield _catat(lembar, kolom, baris, Kode.KELIPATAN_GANDA, isi=nilai.teks, kata=kata, satuan=satuan)
    if orang and nilai.jenis is JenisNilai.ANGKA and nilai.angka != nilai.angka.to_integral_value():
        yield _catat(lembar, kolom, baris, Kode.PECAHAN_ORANG, isi=nilai.teks, satuan=satuan)
    if satuan_persen(satuan) and abs(nilai.angka) > PERSEN_JANGGAL:
        sebab, saran = "jauh di atas 100 persen", _geser(nilai.angka, Decimal(100))
        yield _catat(lembar, kolom, baris, Kode.BESARAN_JANGGAL, kolom=kolom, isi=nilai.teks, sebab=sebab, contoh=saran)


def _sebaris(lembar: LembarTafsir, baris: BarisTafsir, satuan: str) -> Iterator[TemuanBuku]:
    """Hold realisasi and target of a row against each other."""
    target: Nilai = baris.isi["Target hitung"] if baris.isi["Target hitung"].ada else baris.isi["Target"]
    realisasi: Nilai = baris.isi["Realisasi"]
    rencana: Nilai = baris.isi["Target rencana"]
    if target.angka and rencana.angka and _berlipat(rencana, target.angka, satuan):
        yield from _janggal(lembar, baris, ("Target rencana", rencana), ("target", target))
    if not target.angka or not realisasi.angka or (abs(realisasi.angka) > PERSEN_JANGGAL and satuan_persen(satuan)):
        return
    if _berlipat(realisasi, target.angka, satuan):
        yield from _janggal(lembar, baris, ("Realisasi", realisasi), ("target", target))


def _berlipat(nilai: Nilai, lain: Decimal, satuan: str) -> bool:
    """Tell whether a figure is many times another, or a fraction of what was meant; a count may as well be small."""
    kecil, besar = abs(nilai.bilangan), abs(lain)
    if kecil >= BERLIPAT * besar:
        return True
    if besar < BERLIPAT * kecil:
        return False
    if satuan_persen(satuan):
        return kecil <= 1 < besar and besar <= 200 * kecil
    utuh = kecil == kecil.to_integral_value() and ribuan_ragu(nilai.teks) is None
    return not utuh and any(Decimal("0.5") <= kecil * kali / besar <= 2 for kali in (100, 1000))


def _antar_tahun(lembar: LembarTafsir, grup: Sequence[BarisTafsir], kolom: str, satuan: str) -> Iterator[TemuanBuku]:
    """Hold each figure of a series against the middle of the others."""
    ada = [b for b in grup if b.isi[kolom].jenis is JenisNilai.ANGKA and b.isi[kolom].angka]
    if len(ada) <= LAIN_CUKUP:
        return
    for baris in ada:
        nilai: Nilai = baris.isi[kolom]
        lain = median(abs(b.isi[kolom].bilangan) for b in ada if b is not baris)
        if _berlipat(nilai, lain, satuan):
            tengah = Nilai(teks=format_angka(lain), jenis=JenisNilai.ANGKA, angka=lain)
            yield from _janggal(lembar, baris, (kolom, nilai), ("tahun lain, biasanya", tengah))


def _janggal(
    lembar: LembarTafsir, baris: BarisTafsir, satu: tuple[str, Nilai], lawan: tuple[str, Nilai]
) -> Iterator[TemuanBuku]:
    kolom, nilai = satu
    letak = "jauh di atas" if abs(nilai.bilangan) > abs(lawan[1].bilangan) else "jauh di bawah"
    sebab = f"{letak} {lawan[0]} {lawan[1].teks}"
    contoh = _geser(nilai.bilangan, lawan[1].bilangan)
    yield _catat(lembar, kolom, baris, Kode.BESARAN_JANGGAL, kolom=kolom, isi=nilai.teks, sebab=sebab, contoh=contoh)


def _geser(angka: Decimal, dekat: Decimal) -> str:
    """Move the decimal comma of a figure until it is of the magnitude of another."""
    calon = [angka.scaleb(n) for n in range(-6, 7)]
    return format_angka(min(calon, key=lambda c: abs((abs(c) / abs(dekat)).ln())).normalize() + Decimal(0))


# --- quarters ---------------------------------------------------------------------------------------------------------


def _triwulan(lembar: LembarTafsir, indikator: Indikator) -> Iterator[TemuanBuku]:
    """Quarters that Akumulasi Jumlah adds though they look like the year so far."""
    kelompok: dict[tuple[str, int], dict[str, BarisTafsir]] = {}
    for baris in lembar.baris:
        milik = indikator.get(samakan(baris.isi["Kode indikator"]))
        if not baris.cacat and milik is not None and milik["Akumulasi"] == Akumulasi.JUMLAH:
            kunci = (samakan(baris.isi["Kode indikator"]), baris.isi["Tahun"])
            kelompok.setdefault(kunci, {})[baris.isi["Periode"]] = baris
    for grup in kelompok.values():
        tahunan = grup.pop(Periode.TAHUNAN, None)
        target = (tahunan.isi[k].angka for k in ("Target hitung", "Target")) if tahunan else ()
        setahun = next((t for t in target if t is not None), None)
        urut = [grup[p] for p in _URUTAN if p in grup]
        if setahun and setahun > 0 and len(urut) > 1:
            yield from _kumulatif(lembar, urut, setahun)


_URUTAN = (Periode.TW_I, Periode.TW_II, Semester.I, Periode.TW_III, Periode.TW_IV, Semester.II)


def _kumulatif(lembar: LembarTafsir, urut: Sequence[BarisTafsir], setahun: Decimal) -> Iterator[TemuanBuku]:
    for kolom in ("Target", "Realisasi"):
        ada = [b for b in urut if b.isi[kolom].angka is not None]
        angka = [b.isi[kolom].bilangan for b in ada]
        naik = all(a <= b for a, b in pairwise(angka)) and (angka[-1:] <= [setahun] or sum(angka) >= 2 * setahun)
        if len(ada) > 1 and sum(angka) > setahun and (naik or kolom == "Target"):
            yield _catat(
                lembar,
                kolom,
                ada[-1],
                Kode.TRIWULAN_KUMULATIF,
                kolom=kolom.lower(),
                awal=ada[0].isi["Periode"],
                akhir=ada[-1].isi["Periode"],
                jumlah=format_angka(sum(angka, Decimal(0))),
                setahun=format_angka(setahun),
            )
            return


# --- budget and regions -----------------------------------------------------------------------------------------------


def _anggaran(lembar: LembarTafsir) -> Iterator[TemuanBuku]:
    """A realisasi of another magnitude than its pagu, and quarters of one line that fall: they are cumulative."""
    utuh = [b for b in lembar.baris if not b.cacat]
    for baris in utuh:
        yield from _pecahan_rupiah(lembar, baris)
        pagu, realisasi = baris.isi["Pagu"], baris.isi["Realisasi"]
        if pagu and realisasi and realisasi >= BERLIPAT * pagu:
            yield from _janggal(lembar, baris, ("Realisasi", _uang(realisasi)), ("pagu", _uang(pagu)))
    if "Periode" not in lembar.letak:
        return
    bagian = ("Kode OPD", "Tahun", "Peran", "Kode", "Kelompok", "Program", "Kegiatan", "Sub kegiatan", "Sumber")
    triwulan = (b for b in utuh if b.isi["Periode"] != Periode.TAHUNAN and b.isi["Realisasi"] is not None)
    for grup in menurut(triwulan, lambda b: tuple(samakan(str(b.isi.get(k) or "")) for k in bagian)).values():
        urut = sorted(grup, key=lambda b: list(Periode).index(b.isi["Periode"]))
        for lalu, kini in pairwise(urut):
            if kini.isi["Realisasi"] < lalu.isi["Realisasi"]:
                isi = {"isi": format_angka(kini.isi["Realisasi"]), "periode": kini.isi["Periode"]}
                dulu = {"lalu": format_angka(lalu.isi["Realisasi"]), "periode_lalu": lalu.isi["Periode"]}
                yield _catat(lembar, "Realisasi", kini, Kode.KUMULATIF_TURUN, **isi, **dulu)


def _pecahan_rupiah(lembar: LembarTafsir, baris: BarisTafsir) -> Iterator[TemuanBuku]:
    """Money that is a small number with decimals: it is in millions, or a percentage."""
    for kolom in (k.nama for k in lembar.lembar.kolom if k.jenis is Jenis.UANG):
        angka: Decimal | None = baris.isi[kolom]
        if angka and abs(angka) < UANG_JANGGAL and angka != angka.to_integral_value():
            contoh = format_angka((angka * 1_000_000).normalize() + Decimal(0))
            yield _catat(lembar, kolom, baris, Kode.UANG_PECAHAN, kolom=kolom, isi=format_angka(angka), contoh=contoh)


def _uang(angka: Decimal) -> Nilai:
    return Nilai(teks=format_angka(angka), jenis=JenisNilai.ANGKA, angka=angka)


def _wilayah_profil(tafsir: Tafsir, regional: LembarTafsir) -> Iterable[TemuanBuku]:
    """The region whose dashboard this is, named as no row of its level in Regional names it."""
    lembar = tafsir.get("Profil")
    profil = profil_tertulis(lembar.baris if lembar else ())
    tingkat = profil.sebutan.tingkat
    setingkat = (b for b in regional.baris if b.isi.get("Tingkat wilayah") == tingkat)
    dikenal = {pisah_wilayah(b.isi.get("Wilayah") or "")[1] for b in setingkat}
    lain = tafsir.get("Nama lain")
    for b in lain.baris if lain else ():
        nama = {pisah_wilayah(b.isi.get(k) or "")[1] for k in ("Nama", "Nama lain")}
        dikenal |= nama if b.isi.get("Jenis") == JenisNama.WILAYAH and nama & dikenal else set()
    if lembar is None or not regional.baris or not profil.sendiri or pisah_wilayah(profil.sendiri)[1] in dikenal:
        return
    # A province may be named by its Provinsi alone.
    baris = {samakan(b.isi.get("Kunci") or ""): b for b in lembar.baris if b.isi.get("Nilai")}
    tertulis = baris.get("wilayah") or baris["provinsi"]
    isi = {"kunci": tertulis.isi["Kunci"], "isi": profil.sendiri, "tingkat": tingkat}
    yield _catat(lembar, "Nilai", tertulis, Kode.WILAYAH_TANPA_DATA, **isi)
