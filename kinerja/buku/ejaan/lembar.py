"""Names of a workbook brought to one spelling as it is read; doubles that only a spelling hid, and look-alikes."""

from collections.abc import Iterator, Mapping
from typing import Any

from kinerja.buku.ejaan.ejaan import KOLOM_DILIHAT, KOLOM_NAMA, Ejaan, Sumber, tingkat_baris, tingkat_profil
from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.rapi.kode import MERUJUK
from kinerja.buku.tafsir import BarisTafsir, LembarTafsir
from kinerja.buku.temuan import TemuanBuku, temuan
from kinerja.model.istilah import TingkatWilayah
from kinerja.model.skema import (
    ANGGARAN,
    INDIKATOR,
    KUTIPAN,
    NAMA_ANGGARAN,
    NAMA_LAIN,
    OPD,
    PROFIL,
    REGIONAL,
    SUSUNAN,
    kunci_baris,
)
from kinerja.nilai.baca import Nilai
from kinerja.nilai.nama import JenisNama, kunci_nama, pasangan_mirip, rupa, samakan, samakan_teks

Tafsir = Mapping[str, LembarTafsir]
Tertulis = dict[tuple[str, int], str]
"""What stood in a row, by sheet and number, where a name was rewritten."""

ANGKA = {REGIONAL.nama: ("Nilai",), ANGGARAN.nama: ("Pagu", "Realisasi"), KUTIPAN.nama: (), SUSUNAN.nama: ()}
"""Sheets whose keys hold names, and the figures that tell a double from a contradiction."""
KOLOM_BERNAMA = ("Wilayah", *reversed(NAMA_ANGGARAN), "Kelompok", "Indikator", "Induk", "Bagian")
"""Columns of those keys that hold a name, the telling one first."""
RUAS_KODE = (3, 5, 6)
"""How many parts of a code of the national nomenclature name the program, the kegiatan, the sub kegiatan."""


def samakan_ejaan(tafsir: Tafsir) -> list[TemuanBuku]:
    """Rewrite every name to the one that stands, leave out what then stands twice, and name what still looks alike."""
    tertulis: Tertulis = {}
    if ANGGARAN.nama in tafsir:
        _samakan_kode(tafsir[ANGGARAN.nama], tertulis)
    ejaan = Ejaan.dari([_sumber(tafsir)])
    _samakan_rujukan(tafsir, ejaan)
    kode = {samakan(b.isi.get("Kode indikator") or "") for b in _baris(tafsir, INDIKATOR.nama)}
    for lembar, kolom, jenis in KOLOM_NAMA:
        for b in _baris(tafsir, lembar):
            lama = b.isi.get(kolom) or ""
            if lama and not (lembar == SUSUNAN.nama and samakan(lama) in kode):
                _ganti(lembar, b, kolom, ejaan.nama(jenis, lama), tertulis)
    _samakan_wilayah(tafsir, ejaan, tertulis)
    berubah = {lembar for lembar, _ in tertulis}
    mungkin = [nama for nama, angka in ANGKA.items() if nama in tafsir and (angka or nama in berubah)]
    hasil = [t for nama in mungkin for t in _buang_kembar(tafsir[nama], tertulis)]
    hasil += [t for jenis in JenisNama for t in _mirip(tafsir, ejaan, jenis)]
    return hasil + (list(_lain_bentrok(tafsir[NAMA_LAIN.nama])) if NAMA_LAIN.nama in tafsir else [])


def _baris(tafsir: Tafsir, nama: str) -> list[BarisTafsir]:
    return tafsir[nama].baris if nama in tafsir else []


def _sumber(tafsir: Tafsir) -> Sumber:
    isi = {
        nama: [{k: _teks(b.isi.get(k)) for k in kolom} for b in _baris(tafsir, nama)]
        for nama, kolom in KOLOM_DILIHAT.items()
    }
    return Sumber(isi)


def _teks(isi: Any) -> str:
    return isi.teks if isinstance(isi, Nilai) else "" if isi is None else str(isi)


def _ganti(lembar: str, baris: BarisTafsir, kolom: str, nama: str, tertulis: Tertulis) -> None:
    if baris.isi.get(kolom) != nama:
        lama = baris.isi.get(kolom) or ""
        if samakan_teks(lama) != samakan_teks(nama):
            tertulis.setdefault((lembar, baris.nomor), lama)
        baris.isi[kolom] = nama


def _samakan_rujukan(tafsir: Tafsir, ejaan: Ejaan) -> None:
    """Spell every reference to a code as the sheet that defines it; a unit may also go by its names in Nama lain."""
    dikenal = {
        (asal, kunci): {samakan(k): k for b in reversed(_baris(tafsir, asal)) if (k := b.isi.get(kunci))}
        for asal, kunci in set(MERUJUK.values())
    }
    for lembar in tafsir.values():
        for kolom in lembar.letak:
            asal = MERUJUK.get(samakan(kolom))
            if asal is None or asal[0] == lembar.lembar.nama:
                continue
            for b in lembar.baris:
                if lama := b.isi.get(kolom):
                    kode = [k.strip() for k in lama.split(";")]
                    bernama = [ejaan.kode(k) for k in kode] if asal[0] == OPD.nama else kode
                    baru = [dikenal[asal].get(samakan(k), k) for k in bernama]
                    b.isi[kolom] = lama if baru == kode else "; ".join(baru)


def _samakan_wilayah(tafsir: Tafsir, ejaan: Ejaan, tertulis: Tertulis) -> None:
    for b in _baris(tafsir, REGIONAL.nama):
        if nama := b.isi.get("Wilayah"):
            _ganti(REGIONAL.nama, b, "Wilayah", ejaan.nama_wilayah(nama, tingkat_baris(b.isi)), tertulis)
        if nama := b.isi.get("Provinsi"):
            b.isi["Provinsi"] = ejaan.nama_wilayah(nama, TingkatWilayah.PROVINSI)
    for b in _baris(tafsir, KUTIPAN.nama):
        if nama := b.isi.get("Wilayah"):
            _ganti(KUTIPAN.nama, b, "Wilayah", ejaan.nama_wilayah(nama, None), tertulis)
    profil = _baris(tafsir, PROFIL.nama)
    tingkat_kunci = tingkat_profil({k: _teks(b.isi.get(k)) for k in KOLOM_DILIHAT[PROFIL.nama]} for b in profil)
    for b in profil:
        tingkat = tingkat_kunci.get(samakan(b.isi.get("Kunci") or ""))
        if tingkat is not None and (nama := b.isi.get("Nilai")):
            bagian = [n.strip() for n in nama.split(";")]
            baru = [ejaan.nama_wilayah(n, tingkat) for n in bagian]
            b.isi["Nilai"] = nama if baru == bagian else ";".join(baru)


def _samakan_kode(anggaran: LembarTafsir, tertulis: Tertulis) -> None:
    """Give lines under one Kode one name: that of the line whose own Kode it is, else the first that stands."""
    berkode = [(b, samakan(b.isi.get("Kode") or "").strip(".").split(".")) for b in anggaran.baris if b.isi.get("Kode")]
    nama: dict[tuple[str, str], str] = {}
    for sendiri in (True, False):
        for b, ruas in berkode:
            for kolom, panjang in zip(NAMA_ANGGARAN, RUAS_KODE, strict=True):
                if b.isi.get(kolom) and (len(ruas) == panjang if sendiri else len(ruas) > panjang):
                    nama.setdefault((samakan(b.isi.get("Kode OPD") or ""), ".".join(ruas[:panjang])), b.isi[kolom])
    for b, ruas in berkode:
        for kolom, panjang in zip(NAMA_ANGGARAN, RUAS_KODE, strict=True):
            tetap = nama.get((samakan(b.isi.get("Kode OPD") or ""), ".".join(ruas[:panjang])))
            if tetap and len(ruas) >= panjang and samakan(tetap) != samakan(b.isi.get(kolom) or ""):
                _ganti(ANGGARAN.nama, b, kolom, tetap, tertulis)


def _buang_kembar(lembar: LembarTafsir, tertulis: Tertulis) -> Iterator[TemuanBuku]:
    """Leave out a row that only its spelling told from an earlier one with the same figures; name one that differs."""
    nama = lembar.lembar.nama
    sama = samakan_teks if lembar.lembar.menurut_isi else samakan
    dilihat: dict[tuple[str, ...], BarisTafsir] = {}
    simpan: list[BarisTafsir] = []
    for b in lembar.baris:
        kolom = kunci_baris(lembar.lembar, b.isi)
        pertama = dilihat.setdefault(tuple(sama(_teks(b.isi.get(k))) for k in kolom), b)
        letak = None if pertama is b or b.cacat or pertama.cacat else _kolom_beda(nama, b, pertama, tertulis)
        if letak is None:
            simpan.append(b)
            continue
        lama, di_sana = (tertulis.get((nama, x.nomor)) or x.isi.get(letak) for x in (b, pertama))
        kembar = all(_teks(b.isi.get(k)) == _teks(pertama.isi.get(k)) for k in ANGKA[nama])
        kode = Kode.EJAAN_KEMBAR if kembar else Kode.EJAAN_BENTROK
        if not kembar:
            b.cacat = True
            simpan.append(b)
        isi = {"isi": lama, "nama": di_sana, "baris": pertama.nomor}
        yield temuan(kode, nama, lembar.alamat(letak, b.nomor), letak, **isi)
    lembar.baris[:] = simpan


def _kolom_beda(lembar: str, baris: BarisTafsir, lain: BarisTafsir, tertulis: Tertulis) -> str | None:
    """Return the column whose spelling told two rows apart, None where they were written alike."""
    if baris.isi.get("Tingkat wilayah") != lain.isi.get("Tingkat wilayah"):
        return None
    diganti = (lembar, baris.nomor) in tertulis or (lembar, lain.nomor) in tertulis
    for kolom in KOLOM_BERNAMA:
        satu, dua = (_teks(b.isi.get(kolom)) for b in (baris, lain))
        if satu and (diganti or samakan_teks(satu) != samakan_teks(dua)):
            return kolom
    return None


def _mirip(tafsir: Tafsir, ejaan: Ejaan, jenis: JenisNama) -> Iterator[TemuanBuku]:
    """Name two names of a kind that are a letter or two apart, or the same words in another order."""
    letak: dict[str, tuple[LembarTafsir, str, int]] = {}
    kolom_jenis = [(s, k) for s, k, j in KOLOM_NAMA if j is jenis and s not in (SUSUNAN.nama, KUTIPAN.nama)]
    kolom_jenis += [(REGIONAL.nama, "Wilayah")] if jenis is JenisNama.WILAYAH else []
    kolom_jenis += [(OPD.nama, "Nama OPD")] if jenis is JenisNama.OPD else []
    for nama, kolom in kolom_jenis:
        for b in _baris(tafsir, nama):
            if isi := b.isi.get(kolom):
                letak.setdefault(isi, (tafsir[nama], kolom, b.nomor))

    def kunci(nama: str) -> str:
        # Units that look quite the same are named with their codes already.
        return rupa(ejaan.nama(jenis, nama)) if jenis is JenisNama.OPD else ejaan.kunci(jenis, nama)

    for satu, lain in pasangan_mirip(letak, kunci):
        (lembar, kolom, nomor), (asal, kolom_asal, nomor_asal) = letak[lain], letak[satu]
        isi = {
            "isi": lain,
            "ejaan": lain,
            "nama": satu,
            "letak": f"{asal.lembar.nama}!{asal.alamat(kolom_asal, nomor_asal)}",
        }
        yield temuan(Kode.NAMA_MIRIP, lembar.lembar.nama, lembar.alamat(kolom, nomor), kolom, jenis=jenis.value, **isi)


def _lain_bentrok(lembar: LembarTafsir) -> Iterator[TemuanBuku]:
    """Name a spelling that is said to be two names."""
    dilihat: dict[tuple[str, str], BarisTafsir] = {}
    for b in lembar.baris:
        jenis, nama, lain = (b.isi.get(k) or "" for k in ("Jenis", "Nama", "Nama lain"))
        if b.cacat or not jenis:
            continue
        pertama = dilihat.setdefault((jenis, kunci_nama(JenisNama(jenis), lain)), b)
        if samakan(pertama.isi["Nama"]) != samakan(nama):
            isi = {"isi": lain, "nama": pertama.isi["Nama"], "baris": pertama.nomor}
            yield temuan(
                Kode.NAMA_LAIN_BENTROK, lembar.lembar.nama, lembar.alamat("Nama lain", b.nomor), "Nama lain", **isi
            )
