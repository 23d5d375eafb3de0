"""Whatever a workbook says: nothing of another OPD, of the whole, or of a locked period changes.

The rules are said here a second time, from the rows and from what `hitung` prints, and never asked of the code.
"""

import os
from itertools import count

from contoh_gudang import ADMIN, OPERATOR, gudang_baru, terbit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pembangun import BUKU_KECIL, tambah_baris, ubah

from kinerja.buku.pembaca import BukuMentah, LembarMentah
from kinerja.dataset import Dataset
from kinerja.nilai.galat import Ditolak
from kinerja.perintah.buku import hasil_hitung
from kinerja.unggah import impor
from kinerja.unggah.impor import Mode, kunci_periode, rancang, simpan, terbitkan

CONTOH = 1500 if os.environ.get("KINERJA_UJI_LENGKAP") else 70
ISI = tambah_baris(
    BUKU_KECIL,
    "Indikator",
    ["GIZI", "DINKES", "Pendukung", None, None, "Sehat", "Gizi baik", "Persen", "Naik"],
    ["LAMA", "KAB", "Tujuan", None, None, "Sehat", "Lama sekolah", "Tahun", "Naik"],
)
ISI = tambah_baris(
    ISI,
    "Capaian",
    *(["GIZI", t, None, 80, None, 70] for t in (2023, 2024)),
    *(["IMUN", 2023, p, 20, None, 21] for p in ("TW I", "Tahunan")),
    ["LAMA", 2023, None, 12, None, 11],
)
ISI = tambah_baris(ISI, "Anggaran", ["DINKES", 2023, None, None, "Program Lalu", None, None, 100, 90])
ISI = tambah_baris(ISI, "Anggaran indikator", ["IMUN", 2023, 50, 40], ["IMUN", 2024, 50, 40])
ISI = ubah(ISI, "Regional", D2="Provinsi Contoh")
TERKUNCI, TERBUKA = 2023, frozenset({"Regional", "Analisis", "Rencana aksi"})
KODE = ["UHH", " uhh ", "IMUN", "imun", "GIZI", "LAMA", "KAB", "DINKES", "dinkes", "UHH;IMUN", None, "KOSONG"]
ANGKA = [95, "81", "tidak tersedia", "9/9", None, "KOSONG"]
KATA = [
    "Lain",
    "Kesehatan",
    "Persen",
    "Turun",
    "Naik",
    "Sasaran",
    "Pendukung",
    "Jumlah",
    "Provinsi Lain",
    None,
    "KOSONG",
]
BERMILIK = ["Indikator", "Capaian", "Kutipan", "Anggaran", "Anggaran indikator", "APBD", "Rencana aksi"]
LUMRAH = ["Realisasi", "Pagu", "Catatan", "Sumber", "Tahun", "Target"]
BERSANDAR = ["Indikator", "OPD", "Skala", "Profil"]
DISANDARI = ["Tingkat", "Arah", "Skala capaian", "Predikat", "Batas bawah", "Nilai"]
"""Sheets and columns without a year on which the figures of every year rest."""
TAMBAHAN = [*["Kode OPD", "Kode indikator"] * 3, "Pemilik", "Realisasi (%)", "Tahun"]
KHUSUS = {
    "Tingkat": ["Tujuan", "Sasaran", "Pendukung"],
    "Arah": ["Naik", "Turun", "Netral"],
    "Skala capaian": ["Kesehatan", "KOSONG"],
    "Predikat": ["Lain", "Utama"],
    "Batas bawah": ["45", "51", "95"],
    "Catatan": ["Lain", "KOSONG"],
    "Sumber": ["Lain", "KOSONG"],
}
BERANGKA = {"Target", "Target hitung", "Realisasi", "Pagu", "Anggaran", "Nilai", "Batas bawah", "Bobot", "Pagu awal"}


def isi_sel(kolom):
    """Return values for a cell; codes for every column that may hold one, also in a sheet that has none."""
    if kolom.startswith("Kode") or kolom in ("Induk", "Bagian", "Penanggung jawab", "Pagu bersama", "Pemilik"):
        return st.sampled_from(KODE)
    if kolom in KHUSUS:
        return st.sampled_from(KHUSUS[kolom])
    if kolom.startswith("Tahun"):
        return st.sampled_from([2023, 2024, 2025])
    return st.sampled_from(ANGKA if kolom in BERANGKA or kolom.startswith("Realisasi") else KATA)


@st.composite
def bagian(draw, utama, lumrah):
    """Draw one or two sheets, each with a row of the base or two, in which some cells say something else."""
    hasil = {}
    for nama in draw(st.lists(st.sampled_from([*ISI, *utama * 2]), min_size=1, max_size=2, unique=True)):
        judul, *baris = ISI[nama]
        milik = [b for b in baris if {"DINKES", "IMUN", "GIZI"} & set(b)]
        tambahan = draw(st.sampled_from([*TAMBAHAN, *[None] * 9]))
        kolom = [*judul, tambahan] if tambahan and tambahan not in judul else judul
        lumrah_sini, isi = [k for k in lumrah if k in judul], []
        for _ in range(draw(st.sampled_from([1, 1, 1, 2]))):
            asal = draw(st.sampled_from(milik if milik and draw(st.integers(0, 4)) else baris))
            satu = {**dict(zip(judul, [*asal, *[None] * len(judul)], strict=False))}
            for k in draw(st.lists(st.sampled_from([*kolom, *lumrah_sini * 6]), min_size=1, max_size=2)):
                satu[k] = draw(isi_sel(k))
            if tambahan:
                satu.setdefault(tambahan, draw(st.sampled_from(["DINKES", "IMUN"])))
            isi.append([satu.get(k) for k in kolom])
        hasil[nama] = [kolom, *isi]
    return hasil


def lipat(kode):
    return " ".join((kode or "").split()).casefold()


def baris(lembar):
    """Return every canonical row as its sheet and its filled cells, in order."""
    for s in lembar:
        judul, *isi = (b for _, b in s.baris)
        yield from ((s.nama, {k: v for k, v in zip(judul, b, strict=True) if v}) for b in isi)


def bukan_milik(lembar):
    """Return the rows that are not all of the operator's OPD."""
    semua = list(baris(lembar))
    ind = {lipat(b["Kode indikator"]): lipat(b["Kode OPD"]) for n, b in semua if n == "Indikator"}
    hasil = []
    for nama, b in semua:
        indikator = ind.get(lipat(b.get("Kode indikator")), "")
        pemilik = {lipat(b.get("Kode OPD"))} if nama in ("Indikator", "Anggaran", "APBD") else {""}
        if nama in ("Capaian", "Anggaran indikator", "Rencana aksi"):
            pemilik = {indikator}
        if nama in ("Analisis", "Kutipan"):
            dua = (indikator if b.get("Kode indikator") else None, lipat(b["Kode OPD"]) if b.get("Kode OPD") else None)
            pemilik = {p for p in dua if p is not None} or {""}
        if pemilik != {"dinkes"}:
            hasil.append((nama, b))
    return hasil


def hitung_lain(gudang, nomor):
    """Return what `hitung` prints of everybody else."""
    isi = hasil_hitung(Dataset(gudang.muat(nomor).buku))
    return [b for k in ("capaian", "anggaran") for b in isi[k] if b["kode_opd"] != "DINKES"], isi["regional"]


def periode_terkunci(gudang, nomor):
    """Return rows and figures of the locked year, with the mean of every OPD, without names and places."""
    isi = hasil_hitung(Dataset(gudang.muat(nomor).buku), tahun=TERKUNCI)
    nama = ("opd", "indikator", "sasaran", "tingkat")
    angka = sorted(str({k: v for k, v in b.items() if k not in nama}) for b in (*isi["capaian"], *isi["anggaran"]))
    iku = [b for b in isi["capaian"] if b["periode"] == "Tahunan" and b["tingkat"] in ("Tujuan", "Sasaran")]
    rata = sorted((b["kode_opd"], str(b["capaian_persen"])) for b in iku)
    # A column Tahun that its sheet does not have says nothing of a year.
    bertahun = {n for n, isi_ in ISI.items() if "Tahun" in isi_[0] and n not in TERBUKA}
    cetak = [str(b) for n, b in baris(gudang.lembar(nomor)) if b.get("Tahun") == str(TERKUNCI) and n in bertahun]
    return angka, rata, sorted(cetak)


def coba(gudang, folder, monkeypatch, pengguna, isi):
    """Send a workbook and publish what is taken; return the new number, None when it is refused or says nothing."""
    mentah = tuple(LembarMentah(n, tuple((i, tuple(b)) for i, b in enumerate(t, 1))) for n, t in isi.items())
    monkeypatch.setattr(impor, "baca_mentah", lambda _: BukuMentah(mentah, ()))
    berkas = folder / "kiriman.xlsx"
    berkas.write_bytes(b"PK")
    try:
        rancangan = rancang(gudang, [berkas], Mode.PERBARUI, pengguna)
        if not rancangan.sah or rancangan.identik:
            return None
        hilang = rancangan.rincian()
        setuju = sum(v for k, v in hilang.perubahan.items() if "hilang" in k)
        return terbitkan(gudang, simpan(gudang, rancangan, pengguna), pengguna, "uji", setuju_hilang=setuju)
    except Ditolak:
        return None


def banyak(gudang, folder, monkeypatch, pengguna, kiriman, sama):
    """Try many workbooks, each on the version that stands; `sama(before, after)` holds for every published one."""
    jadi = count()

    @settings(max_examples=CONTOH, suppress_health_check=list(HealthCheck))
    @given(kiriman)
    def satu(isi):
        lama = gudang.aktif()
        nomor = coba(gudang, folder, monkeypatch, pengguna, isi)
        if nomor is not None:
            next(jadi)
            sama(lama, nomor)
            gudang.pulihkan(1, "ani", "contoh berikutnya")

    satu()
    return next(jadi)


def test_an_operator_changes_nothing_of_others_of_the_whole_or_of_a_locked_year(tmp_path, monkeypatch):
    gudang = gudang_baru(tmp_path)
    monkeypatch.setattr("kinerja.gudang.gudang.sebelum_terbit", lambda _: None)
    terbit(gudang, ISI)
    kunci_periode(gudang, TERKUNCI, "Tahunan", ADMIN, "audit")

    def sama(lama, baru):
        assert bukan_milik(gudang.lembar(lama)) == bukan_milik(gudang.lembar(baru))
        assert hitung_lain(gudang, lama) == hitung_lain(gudang, baru)
        assert periode_terkunci(gudang, lama) == periode_terkunci(gudang, baru)

    jadi = banyak(gudang, tmp_path, monkeypatch, OPERATOR, bagian(BERMILIK, LUMRAH), sama)
    assert jadi >= CONTOH // 12, "too few are taken for this to say anything"


def test_nobody_changes_a_locked_year(tmp_path, monkeypatch):
    gudang = gudang_baru(tmp_path)
    monkeypatch.setattr("kinerja.gudang.gudang.sebelum_terbit", lambda _: None)
    terbit(gudang, ISI)
    kunci_periode(gudang, TERKUNCI, "Tahunan", ADMIN, "audit")

    def sama(lama, baru):
        assert periode_terkunci(gudang, lama) == periode_terkunci(gudang, baru)

    jadi = banyak(gudang, tmp_path, monkeypatch, ADMIN, bagian(BERSANDAR, DISANDARI), sama)
    assert jadi >= CONTOH // 12, "too few are taken for this to say anything"
