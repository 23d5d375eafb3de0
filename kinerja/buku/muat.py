"""Loading a workbook: read, interpret, check; the one way from a file to a `BukuKerja` (DESIGN sections 4 and 9)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any

from kinerja.buku.banding.kanonik import kanonik
from kinerja.buku.hubungan import periksa_hubungan
from kinerja.buku.katalog.katalog import Berat, Kode
from kinerja.buku.pembaca import BukuMentah, LembarMentah, baca_mentah
from kinerja.buku.tafsir import BarisTafsir, Konteks, LembarTafsir, tafsirkan
from kinerja.buku.temuan import BukuDitolak, TemuanBuku, temuan
from kinerja.model import baris as model
from kinerja.model import istilah
from kinerja.model.kolom import Lembar
from kinerja.model.skema import (
    ANALISIS,
    ANGGARAN,
    ANGGARAN_INDIKATOR,
    APBD,
    CAPAIAN,
    INDIKATOR,
    KUTIPAN,
    NAMA_LAIN,
    OPD,
    PROFIL,
    REGIONAL,
    SEMUA_LEMBAR,
    SKALA,
    SUSUNAN,
    TANDA,
)
from kinerja.nilai.kumpulan_skala import KumpulanSkala
from kinerja.nilai.nama import JenisNama, samakan
from kinerja.nilai.skala import Pita, Skala

KELAS: dict[str, tuple[Lembar, type]] = {
    "profil": (PROFIL, model.BarisProfil),
    "opd": (OPD, model.Opd),
    "indikator": (INDIKATOR, model.Indikator),
    "capaian": (CAPAIAN, model.BarisCapaian),
    "susunan": (SUSUNAN, model.BarisSusunan),
    "kutipan": (KUTIPAN, model.Kutipan),
    "analisis": (ANALISIS, model.Analisis),
    "anggaran": (ANGGARAN, model.BarisAnggaran),
    "anggaran_indikator": (ANGGARAN_INDIKATOR, model.AnggaranIndikator),
    "apbd": (APBD, model.BarisApbd),
    "regional": (REGIONAL, model.BarisRegional),
    "skala": (SKALA, model.BarisSkala),
    "nama_lain": (NAMA_LAIN, model.NamaLain),
}
"""Field of `BukuKerja` -> its sheet and row class."""

_ENUM: dict[tuple[str, str], type] = {
    ("OPD", "Jenis"): istilah.JenisOpd,
    ("Indikator", "Tingkat"): istilah.Tingkat,
    ("Indikator", "Arah"): istilah.Arah,
    ("Indikator", "Akumulasi"): istilah.Akumulasi,
    ("Capaian", "Periode"): istilah.Periode,
    ("Susunan", "Hubungan"): istilah.Hubungan,
    ("Kutipan", "Ukuran"): istilah.Ukuran,
    ("Analisis", "Jenis"): istilah.JenisAnalisis,
    ("Anggaran", "Peran"): istilah.Peran,
    ("Anggaran", "Periode"): istilah.Periode,
    ("Nama lain", "Jenis"): JenisNama,
    ("APBD", "Kelompok"): istilah.KelompokApbd,
    ("Regional", "Tingkat wilayah"): istilah.TingkatWilayah,
    ("Regional", "Arah"): istilah.Arah,
}
GANDA = frozenset({Kode.KUNCI_GANDA, Kode.PAGU_GANDA})
_DAFTAR_KODE = {("Indikator", "Penanggung jawab"), ("Anggaran", "Kode indikator")}


@dataclass(frozen=True, slots=True)
class HasilMuat:
    """Outcome of loading: the rows (None when there is any galat), the findings, the number of rows a sheet."""

    buku: model.BukuKerja | None
    temuan: tuple[TemuanBuku, ...]
    jumlah_baris: Mapping[str, int]
    tafsir: Mapping[str, LembarTafsir] = field(default_factory=dict, repr=False)

    @property
    def sah(self) -> bool:
        """Whether the workbook may be used."""
        return self.buku is not None

    def kanonik(self) -> tuple[LembarMentah, ...]:
        """Return the sheets in canonical form, as versions are stored and compared."""
        return kanonik(self.tafsir)


def muat(berkas: Path) -> HasilMuat:
    """Load a workbook; whatever is wrong with it is in the findings, all at once."""
    from kinerja.buku.rapi.saring import saring

    try:
        return muat_mentah(saring(baca_mentah(berkas)))
    except BukuDitolak as ditolak:
        return HasilMuat(None, ditolak.temuan, {})


def muat_tersimpan(lembar: tuple[LembarMentah, ...]) -> HasilMuat:
    """Load a version's canonical sheets; its names and keys were settled when it was taken, so it reads as it did."""
    return muat_mentah(BukuMentah(lembar, ()), tersimpan=True)


def muat_mentah(mentah: BukuMentah, *, tersimpan: bool = False) -> HasilMuat:
    """Interpret and check sheets already read."""
    semua_pilih_lembar: list[TemuanBuku] = list(mentah.temuan)
    terpilih: dict[str, LembarMentah] = {}
    nama_pilih_lembar = {samakan(s.nama): s.nama for s in SEMUA_LEMBAR}
    for lembar_pilih_lembar in mentah.lembar if tersimpan else _selaraskan(mentah.lembar):
        kunci = nama_pilih_lembar[samakan(lembar_pilih_lembar.nama)]
        if kunci in terpilih:
            semua_pilih_lembar.append(temuan(Kode.LEMBAR_KEMBAR, lembar_pilih_lembar.nama, nama=kunci))
        terpilih.setdefault(kunci, lembar_pilih_lembar)
    hilang = [s.nama for s in SEMUA_LEMBAR if s.wajib and s.nama not in terpilih]
    lembar, semua = terpilih, semua_pilih_lembar + [temuan(Kode.LEMBAR_HILANG, n, nama=n) for n in hilang]
    # Interpret the sheets in the order in which they lean on each other: scales, OPD, indicators, the rest.
    hasil_tafsirkan_semua: dict[str, LembarTafsir] = {}
    dahulu = [SKALA, OPD, INDIKATOR]
    for skema in (*dahulu, *(s for s in SEMUA_LEMBAR if s not in dahulu)):
        if skema.nama in lembar and lembar[skema.nama].utuh:
            hasil_tafsirkan_semua[skema.nama] = tafsirkan(
                skema, lembar[skema.nama], _konteks(skema, hasil_tafsirkan_semua)
            )
    tafsir = hasil_tafsirkan_semua
    semua += [t for hasil in tafsir.values() for t in hasil.temuan if not (tersimpan and _kata_profil(t))]
    semua += [] if tersimpan else _samakan(tafsir)
    hubungan = periksa_hubungan(tafsir, kumpulkan_skala(tafsir.get("Skala")))
    semua += [t for t in hubungan if not tersimpan or t.kode not in GANDA]
    # What stands in an older version was taken when there was no such limit.
    semua += [] if tersimpan else _periksa_isi(tafsir, terpilih)
    jumlah = {nama: len(hasil.baris) for nama, hasil in tafsir.items()}
    galat = any(t.tingkat is Berat.GALAT for t in semua)
    return HasilMuat(None if galat else _susun(tafsir), tuple(semua), jumlah, tafsir)


# A server that starts loads a stored version and takes no workbook: what only that needs is imported when it comes.


def _selaraskan(lembar: Iterable[LembarMentah]) -> Iterable[LembarMentah]:
    from kinerja.buku.rapi.kode import selaraskan_kode
    from kinerja.buku.rapi.semester import selaraskan_semester

    return selaraskan_semester(selaraskan_kode(lembar))


def _samakan(tafsir: Mapping[str, LembarTafsir]) -> list[TemuanBuku]:
    from kinerja.buku.ejaan.lembar import samakan_ejaan
    from kinerja.buku.rapi.daun import tanpa_daun_jumlah

    return [*samakan_ejaan(tafsir), *tanpa_daun_jumlah(tafsir)]


def _periksa_isi(tafsir: Mapping[str, LembarTafsir], lembar: Mapping[str, LembarMentah]) -> list[TemuanBuku]:
    from kinerja.buku.kewajaran import periksa_kewajaran
    from kinerja.buku.rapi.panjang import periksa_panjang

    return [*periksa_kewajaran(tafsir), *periksa_panjang(tafsir, lembar)]


def _kata_profil(satu: TemuanBuku) -> bool:
    """Tell a word of Profil that no list knows: a version that was taken before there was a list still reads."""
    return satu.kode is Kode.DI_LUAR_DAFTAR and satu.lembar == PROFIL.nama


def _konteks(skema: Lembar, hasil: Mapping[str, LembarTafsir]) -> Konteks:
    if skema is REGIONAL:
        return lambda isi: (isi.get("Satuan", ""), None)
    skala = kumpulkan_skala(hasil.get("Skala"))
    apa_saja = Skala("", tuple(Pita(urutan=i, predikat=p) for i, p in enumerate(sorted(skala.predikat), 1)))
    indikator = {} if skema is INDIKATOR else _indikator_menurut_kode(hasil.get("Indikator"))

    def konteks(isi: Mapping[str, Any]) -> tuple[str, Skala | None]:
        asal = isi if skema is INDIKATOR else indikator.get(samakan(isi.get("Kode indikator") or ""))
        if asal is None:
            # The unknown code is a finding already; the value is then read as leniently as it can be.
            return "", apa_saja
        nama = asal.get("Skala nilai") or ""
        return asal.get("Satuan") or "", (skala.ambil(nama, isi.get("Tahun")) or apa_saja) if nama else None

    return konteks


def _indikator_menurut_kode(tafsir: LembarTafsir | None) -> dict[str, Mapping[str, Any]]:
    baris = tafsir.baris if tafsir else []
    return {samakan(b.isi.get("Kode indikator") or ""): b.isi for b in baris}


def kumpulkan_skala(tafsir: LembarTafsir | None) -> KumpulanSkala:
    """Join the scales of sheet Skala with the built-in ones."""
    baris = [b for b in tafsir.baris if not b.cacat] if tafsir and tafsir.lengkap else []
    return model.skala_dari_baris([_jadikan(SKALA, model.BarisSkala, b) for b in baris])


def _susun(tafsir: Mapping[str, LembarTafsir]) -> model.BukuKerja:
    isi: dict[str, Any] = {}
    for nama, (skema, kelas) in KELAS.items():
        baris = tafsir[skema.nama].baris if skema.nama in tafsir else []
        isi[nama] = tuple(_jadikan(skema, kelas, b) for b in baris)
    anggaran: tuple[model.BarisAnggaran, ...] = isi["anggaran"]
    isi["anggaran"] = tuple(b for b in anggaran if b.periode is istilah.Periode.TAHUNAN)
    isi["anggaran_triwulan"] = tuple(b for b in anggaran if b.periode is not istilah.Periode.TAHUNAN)
    return model.BukuKerja(**isi)


def _jadikan(skema: Lembar, kelas: type, baris: BarisTafsir) -> Any:
    """Make the model's row from a typed row: headers become field names, words become enums, lists of codes tuples."""
    isi = {bidang: ubah(baris.isi[k]) if ubah else baris.isi[k] for k, bidang, ubah in _bidang(skema.nama, kelas)}
    if skema is CAPAIAN and baris.isi["Periode"] in istilah.PARUH:
        isi["semester"] = istilah.Semester(baris.isi["Periode"])
    return kelas(**isi, baris=baris.nomor)


@cache
def _bidang(lembar: str, kelas: type) -> tuple[tuple[str, str, Callable[[Any], Any] | None], ...]:
    """Return the columns of a sheet that its row class has: header, field, and what makes the field's value."""
    ada = {f.name for f in fields(kelas)}
    skema = next(s for s in SEMUA_LEMBAR if s.nama == lembar)
    semua = ((k.nama, k.nama.lower().replace(" ", "_")) for k in skema.kolom)
    return tuple((kolom, bidang, _pengubah(lembar, kolom)) for kolom, bidang in semua if bidang in ada)


def _pengubah(lembar: str, kolom: str) -> Callable[[Any], Any] | None:
    if (lembar, kolom) == (CAPAIAN.nama, "Periode"):
        return lambda nilai: istilah.Periode(istilah.triwulan_dari(nilai)[-1]) if nilai else None
    if jenis := _ENUM.get((lembar, kolom)):
        return lambda nilai: jenis(nilai) if nilai else None
    if (lembar, kolom) in _DAFTAR_KODE:
        return pecah_kode
    if kolom == TANDA:
        return lambda nilai: tuple(istilah.TandaAngka(kata) for kata in pecah_kode(nilai))
    return None


def pecah_kode(teks: str) -> tuple[str, ...]:
    """Split a list of codes written with semicolons."""
    return tuple(k.strip() for k in teks.split(";") if k.strip())
