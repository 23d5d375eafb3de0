"""From a file to a part for perbarui: find, recognise, map, ask, add up (DESIGN section 9, `susun`).

Nothing is guessed silently: what is not sure is a question or a finding, and while one is open no part is made.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from types import ModuleType

from kinerja.buku.anak import huruf
from kinerja.buku.katalog.katalog import Berat, Kode
from kinerja.buku.temuan import TemuanBuku, potong, temuan
from kinerja.model.istilah import Arah, Periode
from kinerja.model.skema import ANGGARAN, SEMUA_LEMBAR
from kinerja.nilai.nama import JenisNama, samakan
from kinerja.susun.acuan import Acuan
from kinerja.susun.isi import berangka, tahun_dalam, tahun_sel, teks_sel
from kinerja.susun.jenis import lra, pengukuran, rencana, umum, wilayah
from kinerja.susun.jenis.judul import ada, beberapa_triwulan, bulan_akhir, kata, menyebut_masa, triwulan
from kinerja.susun.jenis.kerja import Kerja
from kinerja.susun.kisi import BukuKisi, Kisi
from kinerja.susun.masa import BERTAHUN, PERIODE_BULAN, berperiode, menurut_kolom, tahun_lain
from kinerja.susun.model import (
    HasilSusun,
    Jawaban,
    JenisTabel,
    KolomTabel,
    Pertanyaan,
    Tanya,
    Tujuan,
)
from kinerja.susun.temukan import Blok, temukan

PILIHAN_MAKS = 8
"""Choices that a message names."""
SUDUT_BARIS, SUDUT_KOLOM = 14, 14
"""How much of a sheet's corner is shown."""
CARA_TANYA = {
    Tanya.OPD: "Sebutkan OPD pemilik tabel (--opd)",
    Tanya.TAHUN: "Sebutkan tahunnya (--tahun)",
    Tanya.PERIODE: "Sebutkan periodenya (--periode)",
    Tanya.UKURAN: "Sebutkan nama ukurannya (--ukuran)",
    Tanya.SATUAN: "Sebutkan satuannya (--satuan)",
    Tanya.ARAH: "Sebutkan arah yang baik (--arah)",
    Tanya.SUMBER: "Sebutkan sumbernya",
    Tanya.KUMULATIF: "Sebutkan ya atau tidak",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class _Macam:
    """How one kind of table is recognised, mapped and made; which columns it must have, and what is asked."""

    petakan: Callable[[Blok], dict[int, Tujuan]]
    susun: Callable[[Kerja], None]
    cocok: Callable[[Blok], int]
    wajib: Mapping[str, tuple[str, str]]
    tanya: tuple[Tanya, ...]


def _macam(modul: ModuleType, wajib: Mapping[str, tuple[str, str]], *tanya: Tanya) -> _Macam:
    return _Macam(petakan=modul.petakan, susun=modul.susun, cocok=modul.cocok, wajib=wajib, tanya=tanya)


MACAM: Mapping[JenisTabel, _Macam] = {
    JenisTabel.LRA: _macam(
        lra,
        {"Uraian": (lra.NAMA, lra.URAIAN), "Anggaran": (lra.NAMA, lra.PAGU)},
        Tanya.OPD,
        Tanya.TAHUN,
        Tanya.PERIODE,
        Tanya.SUMBER,
    ),
    JenisTabel.WILAYAH: _macam(
        wilayah,
        {"Wilayah": (wilayah.NAMA, wilayah.WILAYAH), "Tahun": (wilayah.NAMA, wilayah.NILAI)},
        Tanya.UKURAN,
        Tanya.SATUAN,
        Tanya.ARAH,
        Tanya.SUMBER,
    ),
    JenisTabel.PENGUKURAN: _macam(
        pengukuran, {"Indikator": ("Capaian", "Kode indikator")}, Tanya.OPD, Tanya.TAHUN, Tanya.PERIODE, Tanya.SUMBER
    ),
    JenisTabel.RENCANA_AKSI: _Macam(
        petakan=pengukuran.petakan,
        susun=pengukuran.susun,
        cocok=rencana.cocok,
        wajib={},
        tanya=(Tanya.OPD, Tanya.TAHUN, Tanya.PERIODE, Tanya.SUMBER),
    ),
    JenisTabel.UMUM: _macam(umum, {}, Tanya.OPD, Tanya.TAHUN, Tanya.PERIODE, Tanya.SUMBER),
}


def susun(buku: BukuKisi, acuan: Acuan, jawaban: Jawaban) -> HasilSusun:
    """Make a part of an office's table, as far as it is sure.

    Args:
        buku: the file as grids.
        acuan: the names that stand with us.
        jawaban: what a person, a mapping or the command line says.
    """
    blok, catatan = _pilih(buku, jawaban)
    if blok is None:
        return HasilSusun(temuan=(*buku.temuan, *catatan), sudut=_sudut(buku.lembar[0]) if buku.lembar else ())
    jenis = jawaban.jenis or _kenali(blok)
    dasar = HasilSusun(
        jenis=jenis,
        lembar=blok.kisi.nama,
        judul=blok.rentang_judul,
        baris_judul=(blok.judul_awal, blok.judul_akhir),
        sudut=_sudut(blok.kisi),
        sidik=sidik(blok),
    )
    catatan += _tersembunyi(blok)
    if jenis is None:
        tanya = temuan(Kode.SUSUN_JENIS, blok.kisi.nama, blok.rentang.split(":")[0], judul=_daftar_judul(blok))
        return replace(dasar, kolom=_kolom(blok, {}), temuan=(*buku.temuan, *catatan, tanya))
    hasil = _kerjakan(dasar, blok, MACAM[jenis], acuan=acuan, jawaban=jawaban, catatan=catatan)
    return replace(hasil, temuan=(*buku.temuan, *hasil.temuan))


def _kerjakan(
    dasar: HasilSusun, blok: Blok, macam: _Macam, *, acuan: Acuan, jawaban: Jawaban, catatan: list[TemuanBuku]
) -> HasilSusun:
    """Map, ask, make and add up a table of a kind that is known; `catatan` is what was noticed before."""
    tujuan, salah = _ditentukan(blok, macam.petakan(blok), jawaban.kolom)
    kolom = _kolom(blok, tujuan)
    catatan += [*salah, *_kembar(blok, kolom), *_hilang(blok, kolom, macam)]
    pertanyaan = _pertanyaan(blok, acuan, jawaban, macam, kolom)
    kerja = Kerja(
        blok=blok,
        kolom=kolom,
        acuan=acuan,
        jawaban=jawaban,
        isi={p.apa: p.jawaban for p in pertanyaan if p.jawaban},
        dilewati=list(blok.dilewati),
    )
    if not any(t.kode is Kode.SUSUN_KOLOM_HILANG for t in catatan):
        macam.susun(kerja)
    pertanyaan += kerja.tanya
    catatan += [
        *tahun_lain(blok, kolom, kerja.isi.get(Tanya.TAHUN, "")),
        *kerja.temuan,
        *_tak_dipakai(blok, kolom),
        *_bertentangan(blok, acuan, kerja),
        *_beda(blok, kerja, jawaban),
        *_belum_dijawab(blok, pertanyaan),
    ]
    if not kerja.bagian and not any(t.tingkat is Berat.GALAT for t in catatan):
        kalimat, cara = "Tidak ada baris tabel ini yang dapat dipakai", "Periksa alasan setiap baris yang dilewati"
        catatan.append(temuan(Kode.SUSUN_TANYA, blok.kisi.nama, "", kalimat=kalimat, cara=cara))
    return replace(
        dasar,
        kolom=kolom,
        baris_dipakai=len(kerja.dipakai),
        dilewati=tuple(sorted(kerja.dilewati, key=lambda b: b.baris)),
        jumlah=tuple(kerja.jumlah),
        pertanyaan=tuple(pertanyaan),
        nama=tuple(kerja.nama.values()),
        temuan=tuple(catatan),
        bagian={k: tuple(v) for k, v in kerja.bagian.items()},
    )


# --- find -------------------------------------------------------------------------------------------------------------


def _pilih(buku: BukuKisi, jawaban: Jawaban) -> tuple[Blok | None, list[TemuanBuku]]:
    """Choose the table: of the sheet that was named, else of the only one that has any."""
    nama = ", ".join(k.nama for k in buku.lembar)
    dicari = [k for k in buku.lembar if not jawaban.lembar or samakan(k.nama) == samakan(jawaban.lembar)]
    tabel = {k.nama: b for k in dicari if (b := temukan(k, jawaban.baris_awal, jawaban.baris_akhir))}
    # A hidden sheet is taken only where no other has a table, or by its name.
    tampak = {k.nama for k in dicari if not k.tersembunyi or jawaban.lembar}
    tabel = {n: b for n, b in tabel.items() if n in tampak} or tabel
    if not tabel:
        salah = [t for k in dicari for t in _bukan_tahun(k)]
        return None, salah or [temuan(Kode.SUSUN_TANPA_TABEL, jawaban.lembar, lembar=nama)]
    dikenal = {n: b for n, b in tabel.items() if any(map(_kenali, b))} or tabel
    if len(dikenal) > 1:
        return None, [temuan(Kode.SUSUN_PILIH_LEMBAR, lembar=", ".join(dikenal))]
    ((lembar, blok),) = dikenal.items()
    catatan = []
    if len(blok) > 1:
        rentang = "; ".join(b.rentang for b in blok)
        tempat = blok[1].rentang.split(":")[0]
        catatan = [temuan(Kode.SUSUN_DUA_TABEL, lembar, tempat, jumlah=len(blok), tabel=rentang)]
    return blok[0], catatan


def _bukan_tahun(kisi: Kisi) -> list[TemuanBuku]:
    """Name the figures beside a header of regions that stand where years belong: 23, 20244."""
    for n, isi in zip(kisi.sel.index, kisi.sel.to_numpy(), strict=True):
        angka = {k: teks for k, s in enumerate(isi, 1) if (teks := teks_sel(s)).isdecimal() and not tahun_sel(s)}
        if angka and any(ada(teks_sel(s), "kabupaten", "kota", "provinsi", "wilayah", "daerah") for s in isi):
            return [temuan(Kode.SUSUN_TAHUN, kisi.nama, f"{huruf(k)}{n}", isi=teks) for k, teks in angka.items()]
    return []


def _kenali(blok: Blok) -> JenisTabel | None:
    """Recognise the kind of a table by its headers."""
    nilai = {j: m.cocok(blok) for j, m in MACAM.items()}
    terbaik = max(nilai, key=lambda j: nilai[j])
    return terbaik if nilai[terbaik] else None


def _tersembunyi(blok: Blok) -> list[TemuanBuku]:
    """Tell of hidden rows and columns within the table, and of a hidden sheet."""
    lembar, hasil = blok.kisi.nama, []
    baris = [n for n in blok.data.index if n in blok.kisi.baris_sembunyi]
    kolom = [k for k in blok.judul if k in blok.kisi.kolom_sembunyi]
    if blok.kisi.tersembunyi:
        hasil.append(temuan(Kode.SUSUN_SEMBUNYI, lembar, apa="Lembar", mana=lembar))
    if baris:
        mana = ", ".join(map(str, baris))
        hasil.append(temuan(Kode.SUSUN_SEMBUNYI, lembar, f"A{baris[0]}", apa="Baris", mana=mana))
    if kolom:
        mana = ", ".join(map(huruf, kolom))
        hasil.append(temuan(Kode.SUSUN_SEMBUNYI, lembar, f"{huruf(kolom[0])}{blok.judul_awal}", apa="Kolom", mana=mana))
    return hasil


def _sudut(kisi: Kisi) -> tuple[tuple[int, tuple[str, ...]], ...]:
    isi = kisi.sel.iloc[:SUDUT_BARIS, :SUDUT_KOLOM].to_numpy()
    return tuple((n, tuple(teks_sel(s) for s in baris)) for n, baris in enumerate(isi, 1))


def sidik(blok: Blok) -> str:
    """Return the fingerprint of a header: its words without digits, so that next year's table is the same form."""
    teks = [re.sub(r"\d+", "#", samakan(j)) for j in blok.nama_judul.values()]
    return hashlib.sha256(json.dumps(list(dict.fromkeys(teks))).encode()).hexdigest()[:32]


# --- map --------------------------------------------------------------------------------------------------------------


def _kolom(blok: Blok, tujuan: Mapping[int, Tujuan]) -> tuple[KolomTabel, ...]:
    sembunyi = blok.kisi.kolom_sembunyi
    return tuple(
        KolomTabel(nomor=k, judul=j, tujuan=tujuan.get(k), tersembunyi=k in sembunyi)
        for k, j in blok.nama_judul.items()
    )


def _ditentukan(
    blok: Blok, tujuan: Mapping[int, Tujuan], kolom: Mapping[str, str]
) -> tuple[dict[int, Tujuan], list[TemuanBuku]]:
    """Put the destinations that were said in place of those proposed."""
    hasil, salah = dict(tujuan), []
    menurut_huruf = {huruf(k): k for k in blok.judul}
    dikenal = {s.nama: set(s.judul) for s in SEMUA_LEMBAR}
    for h, alamat in kolom.items():
        nomor = menurut_huruf.get(h)
        usul = Tujuan.dari_alamat(alamat) if alamat else None
        if nomor is None or (usul and usul.kolom not in dikenal.get(usul.lembar, ())):
            salah.append(
                temuan(Kode.SUSUN_KOLOM_SALAH, blok.kisi.nama, f"{h}{blok.judul_awal}", huruf=h, tujuan=alamat)
            )
        elif usul is None:
            hasil.pop(nomor, None)
        elif nomor not in hasil or hasil[nomor].alamat != usul.alamat:
            hasil[nomor] = usul
    return hasil, salah


def _kembar(blok: Blok, kolom: Iterable[KolomTabel]) -> list[TemuanBuku]:
    """Name columns that go to one place, and are not there to be added."""
    tempat: dict[str, list[KolomTabel]] = {}
    for k in kolom:
        if k.tujuan and not k.tujuan.rincian:
            tempat.setdefault(k.tujuan.alamat, []).append(k)
    return [
        temuan(
            Kode.SUSUN_KOLOM_KEMBAR,
            blok.kisi.nama,
            blok.sel(blok.judul_akhir, semua[1].nomor),
            kembar=" dan ".join(f"{k.huruf} (“{k.judul}”)" for k in semua),
            apa=alamat,
        )
        for alamat, semua in tempat.items()
        if len(semua) > 1
    ]


def _hilang(blok: Blok, kolom: Iterable[KolomTabel], macam: _Macam) -> list[TemuanBuku]:
    """Name the columns without which a table of this kind says nothing."""
    punya = {(k.tujuan.lembar, k.tujuan.kolom) for k in kolom if k.tujuan}
    kurang = [nama for nama, tempat in macam.wajib.items() if tempat not in punya]
    if not punya and not kurang:
        kurang = ["yang dipakai"]
    tempat = f"{huruf(next(iter(blok.judul)))}{blok.judul_awal}"
    return [temuan(Kode.SUSUN_KOLOM_HILANG, blok.kisi.nama, tempat, apa=n, judul=_daftar_judul(blok)) for n in kurang]


def _tak_dipakai(blok: Blok, kolom: Iterable[KolomTabel]) -> list[TemuanBuku]:
    """Tell of the columns with figures that go nowhere; the numbers of the rows are none."""
    sisa = [k for k in kolom if k.tujuan is None and not ada(k.judul, "no", "nomor")]
    berisi = [k for k in sisa if any(map(berangka, blok.data[k.nomor]))]
    if not berisi:
        return []
    nama = ", ".join(f"{k.huruf} {k.judul or '(tanpa judul)'}" for k in berisi)
    return [temuan(Kode.SUSUN_KOLOM_LEWAT, blok.kisi.nama, blok.sel(blok.judul_akhir, berisi[0].nomor), kolom=nama)]


def _bertentangan(blok: Blok, acuan: Acuan, kerja: Kerja) -> list[TemuanBuku]:
    """Name the first cell of a column that says of each row what was answered for all, and says it otherwise."""
    dipakai = {k.nomor for k in kerja.kolom if k.tujuan}
    hasil = []
    for k, judul in blok.nama_judul.items():
        apa, baca = _MENURUT_BARIS.get(" ".join(w for w in kata(judul) if w not in ("nama", "kode")), (None, None))
        jawab = kerja.isi.get(apa, "") if apa and k not in dipakai else ""
        if not (apa and baca and jawab):
            continue
        lain = ((n, s, baca(acuan, teks_sel(s))) for n, s in blok.data[k].items() if s is not None)
        beda = next(((int(str(n)), s) for n, s, isi in lain if isi and isi != jawab), None)
        if beda:
            kalimat = f"Baris ini tentang “{potong(teks_sel(beda[1]))}”, sedangkan jawaban bagi seluruh tabel {jawab}"
            cara = "Pisahkan tabelnya menurut kolom itu, lalu susun satu per satu"
            hasil.append(temuan(Kode.SUSUN_TANYA, blok.kisi.nama, blok.sel(beda[0], k), kalimat=kalimat, cara=cara))
    return hasil


def _unit(acuan: Acuan, teks: str) -> str:
    return acuan.kode_opd(teks) or ""


def _tahun(acuan: Acuan, teks: str) -> str:
    return str(tahun_sel(teks) or "")


def _periode(acuan: Acuan, teks: str) -> str:
    return triwulan(teks) or ""


_MENURUT_BARIS: dict[str, tuple[Tanya, Callable[[Acuan, str], str]]] = {
    **dict.fromkeys(("opd", "skpd", "perangkat daerah", "unit kerja", "unit", "organisasi"), (Tanya.OPD, _unit)),
    "tahun": (Tanya.TAHUN, _tahun),
    "tahun anggaran": (Tanya.TAHUN, _tahun),
    **dict.fromkeys(("periode", "triwulan", "tw"), (Tanya.PERIODE, _periode)),
}
"""Headers of columns that say of each row what is answered once for the table, and how their cells are read."""


def _daftar_judul(blok: Blok) -> str:
    return ", ".join(f"{huruf(k)} {j or '(kosong)'}" for k, j in blok.nama_judul.items())


# --- ask --------------------------------------------------------------------------------------------------------------


def _pertanyaan(
    blok: Blok, acuan: Acuan, jawaban: Jawaban, macam: _Macam, kolom: Iterable[KolomTabel]
) -> list[Pertanyaan]:
    """Return what is asked about the whole table, each with what was said, or what the table itself says."""
    atas = [t for _, t in blok.atas]
    angka = [k.tujuan for k in kolom if k.tujuan and k.tujuan.kolom in BERTAHUN]
    periodik = berperiode(angka) and not any(k.tujuan and k.tujuan.lembar == "Rencana aksi" for k in kolom)
    bertahun = bool(angka) and all(t.tahun and t.lembar != ANGGARAN.nama for t in angka)
    tertulis = {k.tujuan.kolom for k in kolom if k.tujuan}
    dikatakan = {Tanya.OPD: "Kode OPD", Tanya.TAHUN: "Tahun", Tanya.PERIODE: "Periode"}
    opd, unit = lra.banyak_unit(blok) if macam is MACAM[JenisTabel.LRA] else (0, 0)
    if macam is MACAM[JenisTabel.UMUM]:
        # Only what a column of the chosen sheets needs.
        lembar = {k.tujuan.lembar for k in kolom if k.tujuan}
        perlu = {c.nama for s in SEMUA_LEMBAR if s.nama in lembar for c in s.kolom if c.nama in s.kunci or c.wajib}
        tertulis |= {n for n in dikatakan.values() if n not in perlu}
    hasil = []
    for apa in macam.tanya:
        if apa is Tanya.OPD and opd > 1:
            continue  # each line is that of the OPD above it, whatever the letterhead says
        sudah = (apa is Tanya.PERIODE and periodik) or (apa is Tanya.TAHUN and bertahun)
        if dikatakan.get(apa) in tertulis or sudah:
            continue
        pilihan, terbaca = _terbaca(apa, blok, acuan, jawaban, atas)
        if apa is Tanya.PERIODE:
            terbaca = menurut_kolom(terbaca, kolom, atas)
        kalimat = KALIMAT[apa]
        dijawab = jawaban.isi.get(apa, "")
        if apa is Tanya.OPD and dijawab:
            kode = acuan.kode_opd(dijawab)
            kalimat = kalimat if kode else f"OPD “{potong(dijawab)}” tidak ada pada data yang berlaku"
            dijawab, terbaca = kode or "", terbaca if kode else ""
        isi, dari = (dijawab, "jawaban") if dijawab else (terbaca, "tabel" if terbaca else "")
        if apa is Tanya.PERIODE and dari == "tabel" and not any(triwulan(t) or bulan_akhir(t) for t in atas):
            dari = "bawaan"
        wajib = apa is not Tanya.SUMBER and not (apa is Tanya.OPD and unit > 1)
        hasil.append(Pertanyaan(apa=apa, kalimat=kalimat, pilihan=pilihan, jawaban=isi, dari=dari, wajib=wajib))
    return hasil


KALIMAT = {
    Tanya.OPD: "OPD pemilik tabel ini belum diketahui",
    Tanya.TAHUN: "Tahun tabel ini belum diketahui",
    Tanya.PERIODE: "Periode tabel ini belum diketahui",
    Tanya.UKURAN: "Nama ukuran tabel ini belum diketahui",
    Tanya.SATUAN: "Satuan tabel ini belum diketahui",
    Tanya.ARAH: "Arah yang baik bagi ukuran ini belum diketahui",
    Tanya.SUMBER: "Sumber tabel ini belum diketahui",
    Tanya.KUMULATIF: "Apakah angka triwulan sudah memuat triwulan sebelumnya?",
}


def _terbaca(apa: Tanya, blok: Blok, acuan: Acuan, jawaban: Jawaban, atas: list[str]) -> tuple[tuple[str, ...], str]:
    """Return the words to choose from, and what the table itself says."""
    if apa is Tanya.OPD:
        kepala = samakan(" ".join(atas))
        # The letterhead names the whole above every table.
        disebut = [k for k, n in acuan.opd.items() if samakan(n) in kepala and k not in acuan.keseluruhan]
        terpanjang = max(disebut, key=lambda k: len(acuan.opd[k]), default="")
        return tuple(acuan.opd), terpanjang
    if apa is Tanya.TAHUN:
        tahun = {t for baris in atas for t in tahun_dalam(baris)}
        judul = {t for j in blok.nama_judul.values() for t in tahun_dalam(j)}
        satu = tahun or judul
        return (), str(satu.pop()) if len(satu) == 1 else ""
    if apa is Tanya.PERIODE:
        tw = next((t for baris in atas if (t := triwulan(baris))), None)
        bulan = next((b for baris in atas if (b := bulan_akhir(baris))), None)
        dari_bulan = PERIODE_BULAN.get(bulan) if bulan else None
        # What says no month is of the year, as an empty Periode is; a month within a quarter must be asked about.
        bawaan = "" if bulan or any(map(menyebut_masa, atas)) else Periode.TAHUNAN
        terbaca = "" if any(map(beberapa_triwulan, atas)) else tw or dari_bulan or bawaan
        return tuple(p.value for p in Periode), terbaca
    if apa is Tanya.ARAH:
        lama = _ukuran(acuan, jawaban)
        return tuple(a.value for a in Arah), lama.get("Arah", "")
    if apa is Tanya.SATUAN:
        return (), _ukuran(acuan, jawaban).get("Satuan", "")
    return (), ""


def _ukuran(acuan: Acuan, jawaban: Jawaban) -> Mapping[str, str]:
    """Return what stands with us about the measure that was named."""
    kunci = acuan.ejaan.kunci(JenisNama.UKURAN, jawaban.isi.get(Tanya.UKURAN, ""))
    return acuan.ukuran.get(kunci, {})


def _belum_dijawab(blok: Blok, pertanyaan: Iterable[Pertanyaan]) -> list[TemuanBuku]:
    tempat = f"{huruf(next(iter(blok.judul)))}{blok.judul_awal}"
    hasil = []
    for p in (p for p in pertanyaan if p.terbuka):
        lain = len(p.pilihan) - PILIHAN_MAKS
        sisa = f", dan {lain} lainnya" if lain > 0 else ""
        pilihan = f": {', '.join(p.pilihan[:PILIHAN_MAKS])}{sisa}" if p.pilihan else ""
        cara = f"{CARA_TANYA[p.apa]}{pilihan}"
        hasil.append(temuan(Kode.SUSUN_TANYA, blok.kisi.nama, tempat, kalimat=p.kalimat, cara=cara))
    return hasil


# --- add up -----------------------------------------------------------------------------------------------------------


def _beda(blok: Blok, kerja: Kerja, jawaban: Jawaban) -> list[TemuanBuku]:
    """Name the printed totals that do not fit."""
    if jawaban.terima_beda:
        return []
    return [
        temuan(Kode.SUSUN_JUMLAH_BEDA, blok.kisi.nama, j.sel, kalimat=j.kalimat) for j in kerja.jumlah if not j.cocok
    ]
