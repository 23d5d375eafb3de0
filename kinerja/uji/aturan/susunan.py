"""Rules on wholes and parts (sheet Susunan): sums, means, numerator over denominator."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_CEILING, Decimal

from kinerja.model.istilah import Hubungan, Ukuran
from kinerja.nilai.angka import SERATUS, format_angka
from kinerja.nilai.nama import samakan
from kinerja.nilai.satuan import satuan_persen
from kinerja.rumus.capaian import Kecocokan
from kinerja.uji.aturan.setempat import Cocok, bersama, cetakan_salah, temuan_salah
from kinerja.uji.bukti.cetakan import Angka, Bukti
from kinerja.uji.bukti.nama import Cetakan, DaftarNama, setabel, tempat, tulis
from kinerja.uji.bukti.presisi import Selang, bandingkan, selang_bagi, selang_jumlah, selang_potong, selang_rata
from kinerja.uji.bukti.susunan import Susunan, susunan
from kinerja.uji.model import Alamat, Aturan, Hasil, Keyakinan, Temuan, TidakDiuji

Bagian = Sequence[Cetakan]


def _lengkap(
    daftar: DaftarNama, milik: Susunan, *, sebagian: bool = False
) -> Iterator[tuple[Cetakan, tuple[Cetakan, ...]]]:
    """Every whole that is printed in a year and region, with its parts when all (or, asked for, some) are printed."""
    for induk, bagian in milik.values():
        for wilayah in daftar.daerah(induk):
            for tahun in daftar.tahun:
                utuh = daftar.ambil(induk, tahun, wilayah)
                if utuh is None:
                    continue
                ada = tuple(c for b in bagian if (c := daftar.ambil(b, tahun, wilayah)))
                if len(ada) == len(bagian) or (sebagian and ada):
                    yield utuh, ada


BANYAK = 3
"""As many percentages of one table that are cut, not rounded, are one finding."""


# --- U30 sums ---------------------------------------------------------------------------------------------------------


def bagian_tidak_berjumlah(bukti: Bukti) -> Iterator[Hasil]:
    """Find wholes that are not the sum of their parts."""
    milik = {k: v for k, v in susunan(bukti, Hubungan.JUMLAH).items() if len(v[1]) > 1}
    if not milik:
        yield TidakDiuji("U30", "Lembar Susunan tidak memuat keseluruhan dengan dua bagian atau lebih")
    daftar = DaftarNama(bukti)
    for utuh, bagian in _lengkap(daftar, milik):
        yield from _uji_jumlah(daftar, utuh, bagian)


def _uji_jumlah(daftar: DaftarNama, utuh: Cetakan, bagian: Bagian) -> Iterator[Temuan]:
    tempat_bersama = list(bersama(utuh, bagian))
    calon = [[c.utama for c in b] for b in (bagian, *(b for _, b in tempat_bersama))] + list(_tukar(bagian))
    cocok = [(a, *isi) for isi in calon for a in utuh.angka if _berjumlah(utuh, a, bagian, isi)]
    if cocok:
        yield from _uji_setempat("U30", daftar, tempat_bersama, cocok)
        return
    yield _temuan_jumlah(daftar, *next(iter(tempat_bersama), (utuh, bagian)))


def _uji_setempat(
    kode: str, daftar: DaftarNama, tempat_bersama: Iterable[tuple[Cetakan, Bagian]], cocok: Cocok
) -> Iterator[Temuan]:
    """Where a whole agrees with its parts somewhere: doubt what another place prints of them together."""
    for utuh, bagian in tempat_bersama:
        for salah in cetakan_salah(utuh, bagian, cocok):
            yield temuan_salah(kode, daftar, salah, cocok[0], (utuh, *bagian))


def _temuan_jumlah(daftar: DaftarNama, utuh: Cetakan, bagian: Bagian) -> Temuan:
    angka = _setempat(utuh, bagian)
    jumlah = sum((c.utama.nilai.bilangan for c in bagian), Decimal(0))
    dipotong = bandingkan(angka.nilai, selang_jumlah([c.selang(potong=True) for c in bagian])) is not Kecocokan.BEDA
    benar = tulis(jumlah, max(c.utama.nilai.desimal for c in bagian))
    # The whole that stands beside its parts proves the error.
    terbukti = setabel((angka, *(c.utama for c in bagian)))
    return Temuan(
        aturan="U30",
        keyakinan=Keyakinan.PASTI if terbukti and not dipotong else Keyakinan.PATUT_DICEK,
        alamat=daftar.alamat(utuh, Ukuran.JUMLAH.value),
        cetakan=(angka.teks,),
        seharusnya=benar,
        uraian=f"{utuh.sebutan} tercetak {angka.teks}, padahal {len(bagian)} bagiannya berjumlah {benar}.",
        sumber=tuple(dict.fromkeys(a.sumber for a in (angka, *(c.utama for c in bagian)))),
        langkah=(*(c.masukan() for c in bagian), f"Jumlah {len(bagian)} bagian: {benar}", f"Tercetak {angka.masukan}"),
        dugaan=_dugaan_jumlah(angka, jumlah, bagian),
        masukan=(utuh.masukan(angka), *(c.masukan() for c in bagian)),
    )


def _tukar(bagian: Bagian) -> Iterator[list[Angka]]:
    """The parts with one of them as another place prints it."""
    for n, c in enumerate(bagian):
        for lain in c.angka[1:]:
            if lain.nilai.angka != c.utama.nilai.angka:
                yield [lain if m == n else d.utama for m, d in enumerate(bagian)]


def _berjumlah(utuh: Cetakan, angka: Angka, bagian: Bagian, isi: Sequence[Angka]) -> bool:
    jumlah = selang_jumlah([c.selang(a) for c, a in zip(bagian, isi, strict=True)])
    return jumlah.bertemu(utuh.selang(angka))


def _setempat(utuh: Cetakan, bagian: Bagian) -> Angka:
    """The print of the whole that stands beside its parts, else the main one."""
    milik = {tempat(c.utama.sumber) for c in bagian}
    return next((a for a in utuh.angka if tempat(a.sumber) in milik), utuh.utama)


def _dugaan_jumlah(angka: Angka, jumlah: Decimal, bagian: Bagian) -> str:
    beda = abs(angka.nilai.bilangan - jumlah)
    nilai = [c.utama.nilai.bilangan for c in bagian]
    milik = next((c for c, n in zip(bagian, nilai, strict=True) if n == beda and n), None)
    if milik is not None:
        kata = "tidak ikut dijumlahkan" if jumlah > angka.nilai.bilangan else "terhitung dua kali"
        return f"Mungkin {milik.nama} ({milik.utama.teks}) {kata}."
    satu = beda.normalize().as_tuple().digits
    if satu == (1,) and beda >= 10:
        return "Mungkin satu angka salah cetak: selisihnya tepat satu pada satu digit."
    return ""


# --- U31 means --------------------------------------------------------------------------------------------------------


def rata_rata_di_luar_bagian(bukti: Bukti) -> Iterator[Hasil]:
    """Find wholes that lie outside of the parts they are the mean of, or claim a mean that is another."""
    milik = susunan(bukti, Hubungan.RATA_RATA)
    if not milik:
        yield TidakDiuji("U31", "Lembar Susunan tidak memuat hubungan Rata-rata")
    daftar = DaftarNama(bukti)
    for utuh, bagian in _lengkap(daftar, milik):
        if len(bagian) < 2:
            yield TidakDiuji("U31", f"{utuh.nama} hanya memiliki satu bagian")
            continue
        selang = [c.selang(a) for c in bagian for a in c.angka]
        rentang = Selang(min(s.bawah for s in selang), max(s.atas for s in selang))
        if not any(utuh.selang(a).bertemu(rentang) for a in utuh.angka):
            yield _temuan_rata(daftar, utuh, bagian, Keyakinan.PASTI)
        elif _mengaku_rata(daftar, utuh) and not _rata_cocok(utuh, bagian):
            yield _temuan_rata(daftar, utuh, bagian, Keyakinan.PATUT_DICEK)


def _mengaku_rata(daftar: DaftarNama, utuh: Cetakan) -> bool:
    """Tell whether a whole says that it is the mean: in its formula or in a remark on the print."""
    rumus = daftar.dataset.indikator[utuh.kode].formula if utuh.kode else ""
    return any("rata-rata" in samakan(teks) for teks in (rumus, *(a.catatan for a in utuh.angka)))


def _rata_cocok(utuh: Cetakan, bagian: Bagian) -> bool:
    rata = selang_rata([c.selang() for c in bagian])
    return any(bandingkan(a.nilai, rata) is not Kecocokan.BEDA for a in utuh.angka)


def _temuan_rata(daftar: DaftarNama, utuh: Cetakan, bagian: Bagian, yakin: Keyakinan) -> Temuan:
    nilai = [c.utama.nilai.bilangan for c in bagian]
    tempat = utuh.utama.nilai.desimal
    rata, bawah, atas = (tulis(n, tempat) for n in (sum(nilai, Decimal(0)) / len(nilai), min(nilai), max(nilai)))
    isi = {
        Keyakinan.PASTI: f"padahal bagian-bagiannya terletak antara {bawah} dan {atas}",
        Keyakinan.PATUT_DICEK: f"padahal rata-rata {len(bagian)} bagiannya {rata}",
    }[yakin]
    return Temuan(
        aturan="U31",
        keyakinan=yakin,
        alamat=daftar.alamat(utuh, Ukuran.RATA_RATA.value),
        cetakan=(utuh.utama.teks,),
        seharusnya=f"antara {bawah} dan {atas}" if yakin is Keyakinan.PASTI else rata,
        uraian=f"{utuh.sebutan} tercetak {utuh.utama.teks}, {isi}.",
        sumber=tuple(dict.fromkeys(a.sumber for a in (utuh.utama, *(c.utama for c in bagian)))),
        langkah=(
            *(c.masukan() for c in bagian),
            f"Rata-rata {rata}, dari {bawah} sampai {atas}",
            f"Tercetak {utuh.masukan()}",
        ),
        masukan=(utuh.masukan(), *(c.masukan() for c in bagian)),
    )


# --- U32 ratios -------------------------------------------------------------------------------------------------------


def rasio_tidak_mengikuti(bukti: Bukti) -> Iterator[Hasil]:
    """Find percentages that are not their numerator over their denominator."""
    atas, bawah = susunan(bukti, Hubungan.PEMBILANG), susunan(bukti, Hubungan.PENYEBUT)
    milik = {k: (v[0], (v[1][0], bawah[k][1][0])) for k, v in atas.items() if k in bawah}
    if not milik:
        yield TidakDiuji("U32", "Lembar Susunan tidak memuat Pembilang dan Penyebut")
    daftar = DaftarNama(bukti)
    dipotong: dict[tuple[str, int, str], list[Temuan]] = {}
    for utuh, bagian in _lengkap(daftar, milik):
        for h, terpotong in _uji_rasio(daftar, utuh, *bagian):
            if isinstance(h, Temuan) and terpotong:
                dipotong.setdefault((h.alamat.kode_opd, h.alamat.tahun, h.sumber[0]), []).append(h)
            else:
                yield h
    for kunci, temuan in dipotong.items():
        yield from [_gabung_dipotong(*kunci, temuan)] if len(temuan) >= BANYAK else temuan


def _gabung_dipotong(kode_opd: str, tahun: int, sumber: str, temuan: Sequence[Temuan]) -> Temuan:
    """One finding for a table whose percentages are cut one and all."""
    return Temuan(
        aturan="U32",
        keyakinan=Keyakinan.PATUT_DICEK,
        alamat=Alamat(
            kode_opd=kode_opd,
            kode_indikator="",
            tahun=tahun,
            ukuran=Ukuran.REALISASI.value,
            uraian=f"persentase dipotong, {sumber}",
        ),
        cetakan=tuple(c for t in temuan for c in t.cetakan),
        seharusnya="; ".join(t.seharusnya for t in temuan),
        uraian=f"{len(temuan)} persentase {tahun} pada {sumber} tercetak dipotong, bukan dibulatkan, misalnya "
        f"{temuan[0].tercetak} untuk {temuan[0].seharusnya}.",
        sumber=tuple(dict.fromkeys(s for t in temuan for s in t.sumber)),
        langkah=tuple(langkah for t in temuan for langkah in t.langkah[2:]),
        masukan=tuple(dict.fromkeys(m for t in temuan for m in t.masukan)),
    )


def _kali(utuh: Cetakan) -> tuple[Decimal, ...]:
    """What a ratio may be multiplied with to be printed: percent by 100, an index by 100 or not at all."""
    return (SERATUS,) if satuan_persen(utuh.satuan) else (SERATUS, Decimal(1))


def _uji_rasio(daftar: DaftarNama, utuh: Cetakan, atas: Cetakan, bawah: Cetakan) -> Iterator[tuple[Hasil, bool]]:
    """Hold a ratio against its parts; each result with whether the print is cut instead of rounded."""
    hasil = [
        (bandingkan(u.nilai, s), (u, a, b))
        for a in atas.angka
        for b in bawah.angka
        for kali in _kali(utuh)
        if (s := selang_bagi(atas.selang(a), bawah.selang(b), kali))
        for u in utuh.angka
    ]
    tempat_bersama = list(bersama(utuh, (atas, bawah)))
    dipotong = any(h is Kecocokan.DIPOTONG for h, _ in hasil)
    if not hasil:
        yield TidakDiuji("U32", f"Penyebut {bawah.sebutan} nol atau negatif"), False
    elif any(h is Kecocokan.COCOK for h, _ in hasil):
        cocok = [isi for h, isi in hasil if h is not Kecocokan.BEDA]
        yield from ((h, False) for h in _uji_setempat("U32", daftar, tempat_bersama, cocok))
    else:
        utuh, (atas, bawah) = next(iter(tempat_bersama), (utuh, (atas, bawah)))
        if bawah.utama.nilai.bilangan > 0:
            yield _temuan_rasio(daftar, utuh, atas, bawah, dipotong=dipotong), dipotong
        else:
            yield TidakDiuji("U32", f"Penyebut {bawah.sebutan} nol atau negatif"), False


def _temuan_rasio(daftar: DaftarNama, utuh: Cetakan, atas: Cetakan, bawah: Cetakan, *, dipotong: bool) -> Temuan:
    cetak = _setempat(utuh, (atas, bawah))
    persen = atas.utama.nilai.bilangan / bawah.utama.nilai.bilangan * _kali(utuh)[0]
    benar = tulis(persen, max(2, cetak.nilai.desimal)) + ("%" if satuan_persen(utuh.satuan) else "")
    akibat = "tercetak dipotong, bukan dibulatkan" if dipotong else "bukan yang tercetak"
    kali = "" if satuan_persen(utuh.satuan) else " x 100"
    hitungan = f"{atas.utama.teks} / {bawah.utama.teks}{kali}"
    terbukti = setabel((cetak, atas.utama, bawah.utama)) and not dipotong
    return Temuan(
        aturan="U32",
        keyakinan=Keyakinan.PASTI if terbukti else Keyakinan.PATUT_DICEK,
        alamat=daftar.alamat(utuh, Ukuran.REALISASI.value),
        cetakan=(cetak.teks,),
        seharusnya=benar,
        uraian=f"{utuh.sebutan} tercetak {cetak.teks}, padahal {hitungan} adalah {benar}, {akibat}.",
        sumber=tuple(dict.fromkeys(a.sumber for a in (cetak, atas.utama, bawah.utama))),
        langkah=(
            f"Pembilang {atas.masukan()}",
            f"Penyebut {bawah.masukan()}",
            f"{hitungan} = {benar}",
            f"Tercetak {cetak.masukan}",
        ),
        dugaan="" if dipotong else _dugaan_rasio(daftar, cetak, atas, bawah),
        masukan=(utuh.masukan(cetak), atas.masukan(), bawah.masukan()),
    )


def _dugaan_rasio(daftar: DaftarNama, cetak: Angka, atas: Cetakan, bawah: Cetakan) -> str:
    """Guess what a percentage follows from: the ratio upside down, or a figure of another year."""
    calon = [(bawah, atas, "rasio terbalik")]
    for lain in (atas.tahun - 1, atas.tahun + 1):
        a = daftar.ambil(atas.kode or atas.nama, lain, atas.wilayah)
        b = daftar.ambil(bawah.kode or bawah.nama, lain, bawah.wilayah)
        calon += [(a, b, f"angka tahun {lain}")] if a and b else []
        calon += [(a, bawah, f"pembilang tahun {lain}")] if a else []
        calon += [(atas, b, f"penyebut tahun {lain}")] if b else []
    for satu, dua, kata in calon:
        s = selang_bagi(satu.selang(), dua.selang())
        if s is not None and bandingkan(cetak.nilai, s) is not Kecocokan.BEDA:
            return f"Mungkin dihitung dari {kata}: {satu.utama.teks} / {dua.utama.teks}."
    # Else the numerator may have been another whole number, one digit apart from the printed one.
    penyebut = bawah.utama.nilai.bilangan
    persen = selang_potong(cetak.nilai)
    if not atas.terhitung or atas.utama.nilai.desimal or persen is None or penyebut <= 0:
        return ""
    kira = (persen.bawah * penyebut / 100).to_integral_value(ROUND_CEILING)
    lama, baru = str(atas.utama.nilai.angka), str(kira)
    mirip = len(lama) == len(baru) and sum(a != b for a, b in zip(lama, baru, strict=True)) == 1
    if not mirip or kira * 100 > persen.atas * penyebut:
        return ""
    return f"Mungkin dihitung dari {format_angka(kira)} / {bawah.utama.teks}."


ATURAN: tuple[Aturan, ...] = (
    Aturan(
        kode="U30",
        nama="Bagian tidak berjumlah keseluruhan",
        syarat="jumlah semua bagian bukan keseluruhan yang tercetak, sesudah pembulatan cetakan diperhitungkan",
        alasan="Tabel yang jumlahnya tidak benar memuat paling sedikit satu angka yang salah.",
        cari=bagian_tidak_berjumlah,
    ),
    Aturan(
        kode="U31",
        nama="Rata-rata di luar bagiannya",
        syarat="keseluruhan yang merupakan rata-rata terletak di luar bagian terkecil dan terbesar, "
        "atau bukan rata-rata yang disebutnya",
        alasan="Rata-rata tidak mungkin lebih kecil atau lebih besar daripada semua bagiannya.",
        cari=rata_rata_di_luar_bagian,
    ),
    Aturan(
        kode="U32",
        nama="Persentase tidak mengikuti pembilang dan penyebut",
        syarat="persentase tercetak bukan pembilang dibagi penyebut yang tercetak",
        alasan="Persentase dapat dihitung ulang oleh siapa pun yang membaca kedua angkanya.",
        cari=rasio_tidak_mengikuti,
    ),
)
