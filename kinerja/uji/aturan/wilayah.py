"""Rules on regions: two prints of one figure, shares, ranks claimed, the own region and other OPD."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from kinerja.model.baris import Indikator, Kutipan
from kinerja.model.istilah import Arah, Hubungan, TingkatWilayah, Ukuran
from kinerja.model.pemerintah import JUMLAH_PROVINSI
from kinerja.nilai.angka import SERATUS, format_angka, format_persen
from kinerja.nilai.baca import KELIPATAN, NilaiTakTerbaca, baca_nilai
from kinerja.nilai.kelompok import menurut
from kinerja.nilai.nama import samakan
from kinerja.nilai.satuan import satuan_persen
from kinerja.rumus.capaian import Kecocokan
from kinerja.rumus.peringkat import arah_ukuran, peringkatkan, selingkup
from kinerja.telaah.indikator.deret import ukuran_daerah
from kinerja.uji.bukti.cetakan import Angka, Bukti, berbeda
from kinerja.uji.bukti.nama import Cetakan, DaftarNama, alamat_wilayah, sedokumen
from kinerja.uji.bukti.presisi import bandingkan, selang_jumlah, tepat
from kinerja.uji.bukti.susunan import susunan
from kinerja.uji.model import Aturan, Hasil, Keyakinan, Temuan, TidakDiuji

SEBUTAN_UTUH = ("jumlah", "total")
"""What the total of shares is called."""
SALAH_SATUAN = "Mungkin salah satuan: digitnya sama."
SATUAN_TERCETAK = re.compile(rf"\bsatuan tercetak ({'|'.join(KELIPATAN)})\b")
SEBUTAN = re.compile(r"\bdisebut (tertinggi|terendah|terbaik|terburuk)\b|\bdisebut peringkat (?:ke-?)?(\d{1,4})\b")


# --- U40 two prints ---------------------------------------------------------------------------------------------------


def nilai_wilayah_berbeda(bukti: Bukti) -> Iterator[Hasil]:
    """Find values of a region that are printed differently in two places."""
    if not bukti.dataset.buku.regional:
        yield TidakDiuji("U40", "Lembar Regional tidak ada atau kosong")
    daftar = DaftarNama(bukti)
    for b in bukti.dataset.buku.regional:
        c = daftar.ambil(b.indikator, b.tahun, b.wilayah)
        if c is not None and len(c.angka) > 1:
            yield from _uji_cetakan(daftar, c)


def _uji_cetakan(daftar: DaftarNama, cetakan: Cetakan) -> Iterator[Temuan]:
    kelompok = [g for g in berbeda([_sesatuan(a, cetakan) for a in cetakan.angka]) if g]
    if len(kelompok) < 2:
        return
    urut = sorted(kelompok, key=lambda g: (not any(a.utama for a in g), -len(g)))
    wakil = [_wakil(g, urut) for g in urut]
    isi = ", ".join(f"{a.teks} ({a.sumber})" for a in wakil)
    # Of the same digits with a word beside them, the word may be the wrong one.
    satu, dua = wakil[:2]
    bersatuan = re.search(r"[A-Za-z]", satu.teks + dua.teks) is not None
    salah_satuan = bersatuan and re.sub(r"\D", "", satu.teks) == re.sub(r"\D", "", dua.teks)
    dugaan = SALAH_SATUAN if salah_satuan else _dugaan_cetakan(daftar, cetakan, satu, dua)
    terbukti = sedokumen(a for g in urut for a in g) and not salah_satuan
    yield Temuan(
        aturan="U40",
        keyakinan=Keyakinan.PASTI if terbukti else Keyakinan.PATUT_DICEK,
        alamat=daftar.alamat(cetakan, Ukuran.NILAI.value),
        cetakan=tuple(a.teks for a in wakil),
        seharusnya="",
        uraian=f"{cetakan.sebutan} tercetak berbeda: {isi}.",
        sumber=tuple(dict.fromkeys(a.sumber for g in urut for a in g)),
        langkah=tuple(f"Tercetak {a.masukan}{f': {a.catatan}' if a.catatan else ''}" for g in urut for a in g),
        dugaan=dugaan,
        masukan=tuple(cetakan.masukan(a) for g in urut for a in g),
    )


def _wakil(milik: Sequence[Angka], semua: Sequence[Sequence[Angka]]) -> Angka:
    """The print to show of those that agree: the first at a place where none of the others stands, else the first."""
    tempat = {a.sumber for g in semua if g is not milik for a in g}
    return next((a for a in milik if a.sumber not in tempat), milik[0])


def _dengan_satuan(angka: Angka) -> Angka:
    cocok = SATUAN_TERCETAK.search(samakan(angka.catatan))
    if cocok is None or angka.utama or re.search(r"[A-Za-z]", angka.teks):
        return angka
    teks = f"{angka.teks} {cocok[1].capitalize()}"
    try:
        return Angka(teks=teks, nilai=baca_nilai(teks), sumber=angka.sumber, catatan=angka.catatan)
    except NilaiTakTerbaca:
        return angka


def _sesatuan(a: Angka, cetakan: Cetakan) -> Angka:
    """Read a print with a multiple in the unit of its measure: 12.432,53 Miliar of a measure in Miliar Rupiah.

    The multiple may stand in the head of the table: a remark says so ("satuan tercetak Juta Rupiah").
    """
    kata = samakan(cetakan.satuan).partition(" ")[0]
    a = _dengan_satuan(a)
    teks = samakan(a.teks)
    if kata not in KELIPATAN or not teks.endswith(f" {kata}"):
        return a
    try:
        nilai = baca_nilai(a.teks[: -len(kata)].strip())
    except NilaiTakTerbaca:
        return a
    return Angka(teks=a.teks, nilai=nilai, sumber=a.sumber, catatan=a.catatan, utama=a.utama)


def _dugaan_cetakan(daftar: DaftarNama, cetakan: Cetakan, satu: Angka, dua: Angka) -> str:
    """Guess a wrong separator, swapped digits, or another region's or year's value."""
    a, b = satu.nilai.bilangan, dua.nilai.bilangan
    digit = [re.sub(r"\D", "", t.teks) for t in (satu, dua)]
    if digit[0] == digit[1]:
        return "Mungkin salah pemisah ribuan: digitnya sama."
    if sorted(digit[0]) == sorted(digit[1]) and len(digit[0]) == len(digit[1]):
        return "Mungkin dua digit tertukar."
    for wilayah in daftar.wilayah.get(samakan(cetakan.nama), ()):
        lain = daftar.ambil(cetakan.nama, cetakan.tahun, wilayah)
        if lain is not None and samakan(wilayah) != samakan(cetakan.wilayah) and lain.utama.nilai.angka in (a, b):
            return f"Mungkin angka {wilayah} ({lain.utama.teks})."
    for tahun in (cetakan.tahun - 1, cetakan.tahun + 1):
        lain = daftar.ambil(cetakan.nama, tahun, cetakan.wilayah)
        if lain is not None and lain.utama.nilai.angka == b:
            return f"Mungkin angka tahun {tahun}."
    return ""


# --- U41 shares -------------------------------------------------------------------------------------------------------


def bagian_tidak_seratus(bukti: Bukti) -> Iterator[Hasil]:
    """Find shares in percent that do not add to 100 where all of them stand."""
    milik = [v for v in susunan(bukti, Hubungan.JUMLAH).values() if samakan(v[0].rpartition(":")[2]) in SEBUTAN_UTUH]
    if not milik:
        yield TidakDiuji("U41", "Tidak ada ukuran bagian dalam persen dengan semua bagiannya")
    daftar = DaftarNama(bukti)
    for induk, bagian in milik:
        for wilayah in daftar.daerah(bagian[0]):
            for tahun in daftar.tahun:
                ada = [c for b in bagian if (c := daftar.ambil(b, tahun, wilayah))]
                if len(ada) == len(bagian) and all(satuan_persen(c.satuan) for c in ada):
                    yield from _uji_seratus(daftar, induk, ada)


def _uji_seratus(daftar: DaftarNama, induk: str, bagian: Sequence[Cetakan]) -> Iterator[Temuan]:
    jumlah = selang_jumlah([c.selang() for c in bagian])
    utuh = daftar.ambil(induk, bagian[0].tahun, bagian[0].wilayah)
    if jumlah.bertemu(tepat(SERATUS)):
        return
    if utuh is not None and any(not jumlah.bertemu(utuh.selang(a)) for a in utuh.angka):
        return  # the parts do not add to the printed total either: that is U30's
    angka = sum((c.utama.nilai.bilangan for c in bagian), Decimal(0))
    yield Temuan(
        aturan="U41",
        keyakinan=Keyakinan.PASTI if sedokumen(c.utama for c in bagian) else Keyakinan.PATUT_DICEK,
        alamat=alamat_wilayah(daftar.dataset, bagian[0].tahun, Ukuran.JUMLAH.value, induk, bagian[0].wilayah),
        cetakan=(utuh.utama.teks if utuh else format_persen(angka),),
        seharusnya="100%",
        uraian=f"{len(bagian)} bagian {induk.rpartition(':')[0]} {bagian[0].wilayah} {bagian[0].tahun} berjumlah "
        f"{format_persen(angka)}, bukan 100%.",
        sumber=tuple(dict.fromkeys(c.utama.sumber for c in bagian)),
        langkah=(*(c.masukan() for c in bagian), f"Jumlah {format_persen(angka)}"),
        masukan=tuple(c.masukan() for c in (*bagian, *((utuh,) if utuh else ()))),
    )


# --- U42 ranks --------------------------------------------------------------------------------------------------------


def peringkat_tidak_sesuai(bukti: Bukti) -> Iterator[Hasil]:
    """Find regions called highest, lowest or of some rank that are not, by the values in Regional."""
    baris = [k for k in bukti.dataset.buku.kutipan if k.wilayah and SEBUTAN.search(samakan(k.catatan))]
    if not baris:
        yield TidakDiuji("U42", "Tidak ada peringkat atau sebutan tertinggi dan terendah yang tercatat")
    for k in baris:
        yield from _uji_peringkat(bukti, k)


def _uji_peringkat(bukti: Bukti, k: Kutipan) -> Iterator[Hasil]:
    d = bukti.dataset
    kini = [b for b in d.regional(k.indikator) if b.tahun == k.tahun]
    kelompok = [[b for b in kini if selingkup(b, li)] for li in (d.profil.lingkup, d.profil.lingkup_bawahan) if li]
    semua = next((g for g in kelompok if any(samakan(b.wilayah) == samakan(k.wilayah) for b in g)), kelompok[0])
    arah = arah_ukuran(d.regional(k.indikator))
    kata = samakan(k.catatan)
    menurut_baik = "terbaik" in kata or "terburuk" in kata or "peringkat" in kata
    posisi = peringkatkan(semua, arah if menurut_baik else Arah.NAIK, d.profil.sendiri)
    milik = next((p for p in posisi if samakan(p.wilayah) == samakan(k.wilayah)), None)
    if milik is None or len(posisi) < 2:
        yield TidakDiuji("U42", f"{k.indikator} {k.tahun}: nilai wilayah lain tidak tersedia")
        return
    cocok, benar = SEBUTAN.search(kata), 1
    if cocok and cocok[2]:
        benar = int(cocok[2])
    elif cocok and cocok[1] not in ("tertinggi", "terbaik"):
        benar = len(posisi)
    if milik.peringkat == benar or (benar == len(posisi) and milik.nilai == posisi[-1].nilai):
        return
    sebagian = semua[0].tingkat_wilayah is TingkatWilayah.PROVINSI and len(posisi) < JUMLAH_PROVINSI
    if sebagian and cocok and cocok[2] and milik.peringkat < benar:
        # Better ones may be among those that do not stand.
        yield TidakDiuji(
            "U42", f"{k.indikator} {k.tahun}: hanya {len(posisi)} dari {JUMLAH_PROVINSI} provinsi tercetak"
        )
        return
    pemilik = posisi[min(benar, len(posisi)) - 1]
    sebutan = cocok[0].removeprefix("disebut ") if cocok else ""
    yield Temuan(
        aturan="U42",
        keyakinan=Keyakinan.PASTI if all(b.sumber[:3] == k.sumber[:3] for b in semua) else Keyakinan.PATUT_DICEK,
        alamat=alamat_wilayah(bukti.dataset, k.tahun, "Peringkat", k.indikator, k.wilayah),
        cetakan=(f"{k.wilayah} {sebutan}",),
        seharusnya=f"{pemilik.wilayah} ({pemilik.teks})",
        uraian=f"{k.indikator} {k.tahun}: {k.wilayah} disebut {sebutan}, padahal menurut nilai {len(posisi)} wilayah "
        f"{pemilik.wilayah} ({pemilik.teks}); {k.wilayah} {milik.teks} berada pada urutan {milik.peringkat}.",
        sumber=tuple(dict.fromkeys((k.sumber, *(b.sumber for b in semua)))),
        langkah=(
            f"{milik.wilayah} {milik.teks}",
            f"{pemilik.wilayah} {pemilik.teks}",
            f"Tercetak {k.tercetak} ({k.sumber})",
        ),
        masukan=(f"Nilai {k.tahun}: {k.tercetak} ({k.sumber})", f"{pemilik.wilayah} {k.tahun}: {pemilik.teks}"),
    )


# --- U43 the own region -----------------------------------------------------------------------------------------------


def indikator_beda_wilayah(bukti: Bukti) -> Iterator[Hasil]:
    """Find indicators whose realisasi is not what Regional prints of the same measure for the own region."""
    d = bukti.dataset
    if not d.profil.sendiri or not d.buku.regional:
        yield TidakDiuji("U43", "Profil tidak menyebut wilayah sendiri, atau lembar Regional kosong")
        return
    daftar = DaftarNama(bukti)
    for i in d.indikator.values():
        for tahun in d.tahun_regional(i.padanan) if i.padanan and d.regional(i.padanan) else ():
            milik = daftar.ambil(i.kode_indikator, tahun, "")
            wilayah = daftar.ambil(i.padanan, tahun, d.profil.sendiri)
            if milik is None or wilayah is None or not wilayah.utama.utama or _satu(milik, wilayah):
                continue
            yield _temuan_dua("U43", daftar, milik, wilayah, "data wilayah")


def _satu(satu: Cetakan, dua: Cetakan) -> bool:
    """Tell whether any print of one figure may be the same number as any print of the other."""
    return any(satu.selang(a).bertemu(dua.selang(b)) for a in satu.angka for b in dua.angka)


def _temuan_dua(kode: str, daftar: DaftarNama, satu: Cetakan, dua: Cetakan, nama: str) -> Temuan:
    dipotong = bandingkan(satu.utama.nilai, dua.selang()) is Kecocokan.DIPOTONG
    digit = [sorted(re.sub(r"\D", "", c.utama.teks)) for c in (satu, dua)]
    beda = abs(satu.utama.nilai.bilangan - dua.utama.nilai.bilangan)
    dugaan = f"Selisihnya {format_angka(beda)}; mungkin rilis data yang berbeda." if beda else ""
    if digit[0] == digit[1]:
        dugaan = "Mungkin dua digit tertukar."
    return Temuan(
        aturan=kode,
        keyakinan=Keyakinan.PASTI if sedokumen((satu.utama, dua.utama)) and not dipotong else Keyakinan.PATUT_DICEK,
        alamat=daftar.alamat(satu, Ukuran.REALISASI.value),
        cetakan=(satu.utama.teks, dua.utama.teks),
        seharusnya="",
        uraian=f"Realisasi {satu.nama} {satu.tahun} tercetak {satu.utama.teks}, "
        f"sedangkan {nama} mencetak {dua.utama.teks} ({dua.utama.sumber}).",
        sumber=tuple(dict.fromkeys((satu.utama.sumber, dua.utama.sumber))),
        langkah=(f"Tercetak {satu.utama.masukan}", f"Tercetak {dua.utama.masukan}"),
        dugaan=dugaan,
        masukan=(satu.masukan(), dua.masukan()),
    )


# --- U44 other OPD ----------------------------------------------------------------------------------------------------


def angka_opd_berbeda(bukti: Bukti) -> Iterator[Hasil]:
    """Find figures of one measure and year that two OPD report differently."""
    d = bukti.dataset
    daftar = DaftarNama(bukti)
    berpadanan = (i for i in d.indikator.values() if i.padanan)
    kelompok = menurut(berpadanan, lambda i: (samakan(i.padanan), samakan(i.satuan)))
    sama = [g for g in kelompok.values() if len(g) > 1 and ukuran_daerah(d, g[0])]
    if not sama:
        yield TidakDiuji("U44", "Tidak ada ukuran yang dilaporkan dua OPD")
    for g in sama:
        for lain in g[1:]:
            yield from _uji_seukuran(daftar, g[0], lain)


def _uji_seukuran(daftar: DaftarNama, i: Indikator, lain: Indikator) -> Iterator[Temuan]:
    for tahun in daftar.tahun:
        satu = daftar.ambil(i.kode_indikator, tahun, "")
        dua = daftar.ambil(lain.kode_indikator, tahun, "")
        if satu is not None and dua is not None and not _satu(satu, dua):
            opd = daftar.bukti.opd(lain).nama_pendek
            yield _temuan_dua("U44", daftar, satu, dua, f"laporan {opd}")


ATURAN: tuple[Aturan, ...] = (
    Aturan(
        kode="U40",
        nama="Nilai wilayah tercetak berbeda",
        syarat="satu ukuran, wilayah dan tahun tercetak berbeda di dua tempat, lebih daripada pembulatan",
        alasan="Pembanding yang salah membuat kesimpulan perbandingan salah.",
        cari=nilai_wilayah_berbeda,
    ),
    Aturan(
        kode="U41",
        nama="Bagian tidak berjumlah 100 persen",
        syarat="semua bagian suatu ukuran tercetak dan jumlahnya bukan 100 persen, sesudah pembulatan diperhitungkan",
        alasan="Bagian dari satu keseluruhan harus berjumlah 100 persen.",
        cari=bagian_tidak_seratus,
    ),
    Aturan(
        kode="U42",
        nama="Peringkat wilayah tidak sesuai nilainya",
        syarat="wilayah yang disebut tertinggi, terendah atau pada suatu peringkat bukan demikian menurut nilainya",
        alasan="Peringkat dapat dihitung dari nilai yang tercetak.",
        cari=peringkat_tidak_sesuai,
    ),
    Aturan(
        kode="U43",
        nama="Realisasi berbeda dari data wilayah",
        syarat="realisasi indikator berbeda dari nilai wilayah sendiri pada ukuran dan tahun yang sama",
        alasan="Satu kenyataan tidak mungkin mempunyai dua angka.",
        cari=indikator_beda_wilayah,
    ),
    Aturan(
        kode="U44",
        nama="Dua OPD melaporkan angka yang berbeda",
        syarat="ukuran yang sama pada tahun yang sama dilaporkan berbeda oleh dua OPD",
        alasan="Laporan satu instansi harus memakai angka yang sama.",
        cari=angka_opd_berbeda,
    ),
)
