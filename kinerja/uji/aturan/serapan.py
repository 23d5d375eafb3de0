"""Rules on printed serapan, on what was left, and on single amounts of money against pagu and realisasi."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kinerja.model.istilah import Ukuran
from kinerja.nilai.angka import format_persen, format_rupiah
from kinerja.nilai.baca import JenisNilai, Nilai
from kinerja.nilai.nama import samakan
from kinerja.rumus.capaian import Kecocokan
from kinerja.uji.bukti.cetakan import Angka, Bukti
from kinerja.uji.bukti.pokok import (
    UANG,
    Pokok,
    cetakan,
    cetakan_dan_lapor,
    masukan_lajur,
    menurut_angka,
    persen_serapan,
    sisa,
)
from kinerja.uji.bukti.presisi import bandingkan, selang_bulat, tepat
from kinerja.uji.bukti.uang import LajurUang, angka_saja, dugaan_ketik, laporan, masukan, sama, sumber_unik, uang
from kinerja.uji.model import Aturan, Hasil, Keyakinan, Temuan, TidakDiuji

# --- U22 serapan ------------------------------------------------------------------------------------------------------


def serapan_tidak_mengikuti(bukti: Bukti) -> Iterator[Hasil]:
    """Find printed serapan that follow from no printed pagu and realisasi."""
    ada = False
    for p, angka in cetakan_dan_lapor(bukti, Ukuran.SERAPAN, "serapan_dilaporkan"):
        ada = True
        if not p.pasangan:
            yield TidakDiuji("U22", f"Serapan {p.nama} {p.tahun}: pagu dan realisasi tidak tersedia atau pagu 0")
            continue
        for kelompok in menurut_angka(angka):
            cocok = [bandingkan(kelompok[0].nilai, tepat(persen_serapan(b))) for b in p.pasangan]
            if Kecocokan.COCOK not in cocok:
                yield _temuan_serapan(p, kelompok, cocok)
    if not ada:
        yield TidakDiuji("U22", "Tidak ada serapan tercetak")


def _temuan_serapan(pokok: Pokok, kelompok: Sequence[Angka], cocok: Sequence[Kecocokan]) -> Temuan:
    potong = Kecocokan.DIPOTONG in cocok
    b = pokok.pasangan[cocok.index(Kecocokan.DIPOTONG) if potong else 0]
    hitung = persen_serapan(b)
    cetak = kelompok[0]
    rupiah = f"{format_rupiah(b.realisasi)} dari {format_rupiah(b.pagu)}"
    return Temuan(
        aturan="U22",
        keyakinan=Keyakinan.PATUT_DICEK if potong else Keyakinan.PASTI,
        alamat=pokok.alamat(Ukuran.SERAPAN),
        cetakan=(cetak.teks,),
        seharusnya=format_persen(hitung),
        uraian=(
            f"Serapan {pokok.nama} {pokok.tahun} tercetak {cetak.teks}, padahal {rupiah} adalah "
            f"{format_persen(hitung)}"
            f"{', tercetak dipotong, bukan dibulatkan' if potong else ''}."
        ),
        sumber=sumber_unik([*(a.sumber for a in kelompok), b.sumber]),
        langkah=(
            f"Pagu {format_rupiah(b.pagu)}",
            f"Realisasi {format_rupiah(b.realisasi)}",
            "Serapan = realisasi / pagu x 100",
        ),
        dugaan="" if potong else dugaan_ketik(cetak.nilai, hitung),
        masukan=(*masukan_lajur(pokok, b), f"Serapan {pokok.tahun}: {cetak.masukan}"),
    )


# --- U25 one amount printed differently -------------------------------------------------------------------------------


def uang_berbeda(bukti: Bukti) -> Iterator[Hasil]:
    """Find amounts of money that are printed otherwise elsewhere, or with separators in the wrong place."""
    ada = False
    for p, u, angka in cetakan(bukti, *UANG, Ukuran.JUMLAH):
        if u is Ukuran.JUMLAH and not any(uang(a.nilai) for a in angka):
            continue
        ada = True
        tabel = ((b, b.realisasi if u is Ukuran.REALISASI_ANGGARAN else b.pagu) for b in p.lajur if not b.kutipan)
        lajur = [(b, n) for b, n in tabel if n is not None]
        terbaca = [a for a in angka if a.nilai.angka is not None and not a.nilai.gaya_inggris]
        if not lajur and terbaca:
            # No table has the amount: prints are held against the first of them that can be read.
            satu, n = terbaca[0], terbaca[0].nilai.bilangan
            lajur = [(LajurUang(nama=p.uraian, pagu=n, realisasi=n, sumber=satu.sumber, kutipan=True), n)]
        for a in angka:
            if a.nilai.angka is None or a.nilai.gaya_inggris:
                yield from _uji_tulisan(p, u, a, lajur)
            elif lajur and not any(_cocok(a.nilai, n) for _, n in lajur):
                yield _temuan_uang(p, u, a, lajur[0])
    if not ada:
        yield TidakDiuji("U25", "Tidak ada pagu atau realisasi anggaran tercetak di luar tabel anggaran")


def _cocok(nilai: Nilai, angka: Decimal) -> bool:
    ujung = selang_bulat(nilai)
    return ujung is not None and (ujung.bertemu(tepat(angka)) or sama(nilai.bilangan, angka))


def _temuan_uang(pokok: Pokok, ukuran: Ukuran, cetak: Angka, lain: tuple[LajurUang, Decimal]) -> Temuan:
    b, angka = lain
    satu_laporan = laporan(cetak.sumber) == laporan(b.sumber)
    asal = "jumlah rinciannya" if b.hitung else b.sumber
    return Temuan(
        aturan="U25",
        keyakinan=Keyakinan.PASTI if satu_laporan else Keyakinan.PATUT_DICEK,
        alamat=pokok.alamat(ukuran),
        cetakan=(cetak.teks,),
        seharusnya=format_rupiah(angka),
        uraian=f"{ukuran.value} {pokok.nama} {pokok.tahun} tercetak {cetak.teks} pada {cetak.sumber}, "
        f"tetapi {format_rupiah(angka)} menurut {asal}.",
        sumber=sumber_unik([cetak.sumber, b.sumber]),
        langkah=(f"Tercetak {cetak.masukan}", f"{asal}: {format_rupiah(angka)}"),
        masukan=(
            f"{ukuran.value} {pokok.nama} {pokok.tahun}: {cetak.masukan}",
            masukan(ukuran.value, pokok.tahun, pokok.nama, angka, b.sumber),
        ),
    )


def _uji_tulisan(
    pokok: Pokok, ukuran: Ukuran, angka: Angka, lajur: Sequence[tuple[LajurUang, Decimal]]
) -> Iterator[Temuan]:
    """Doubt an amount that cannot be read, or is written with commas for thousands."""
    digit = angka_saja(angka.teks)
    if not digit or (angka.nilai.jenis is JenisNilai.KOSONG and samakan(angka.teks) in ("-", "na", "n/a")):
        return
    utuh = any(digit == angka_saja(format_rupiah(n)) for _, n in lajur)
    benar = format_rupiah(lajur[0][1]) if lajur else ""
    sebab = "pemisah ribuannya tidak pada tempatnya" if utuh else "angkanya tidak lengkap atau berlebih"
    lanjut = f"; yang dapat dimaksud adalah {benar}" if benar else ""
    yield Temuan(
        aturan="U25",
        keyakinan=Keyakinan.PATUT_DICEK if utuh or not lajur else Keyakinan.PASTI,
        alamat=pokok.alamat(ukuran),
        cetakan=(angka.teks,),
        seharusnya=benar,
        uraian=f"{ukuran.value} {pokok.nama} {pokok.tahun} tercetak {angka.teks}: {sebab}{lanjut}.",
        sumber=sumber_unik([angka.sumber, *(b.sumber for b, _ in lajur)]),
        langkah=(f"Tercetak {angka.masukan}", *(f"{b.sumber}: {format_rupiah(n)}" for b, n in lajur)),
        masukan=(f"{ukuran.value} {pokok.nama} {pokok.tahun}: {angka.masukan}",),
    )


# --- U29 what was left ------------------------------------------------------------------------------------------------

KATA_UANG = ("anggaran", "pagu", "serapan")


def sisa_tidak_mengikuti(bukti: Bukti) -> Iterator[Hasil]:
    """Find printed remainders, in rupiah or in percent of the pagu, that follow from no pagu and realisasi."""
    ada = False
    for p, _, angka in cetakan(bukti, Ukuran.SELISIH):
        tentang = [a for a in angka if not p.kode_indikator or any(k in samakan(a.catatan) for k in KATA_UANG)]
        if not p.pasangan or not tentang or any(b.apbd for b in p.lajur):
            continue
        ada = True
        for kelompok in menurut_angka(tentang):
            yield from _uji_sisa(p, kelompok)
    if not ada:
        yield TidakDiuji("U29", "Tidak ada sisa anggaran tercetak yang mempunyai pagu dan realisasi")


def _uji_sisa(pokok: Pokok, kelompok: Sequence[Angka]) -> Iterator[Temuan]:
    cetak = kelompok[0]
    persen = not uang(cetak.nilai)
    nilai = cetak.nilai
    cocok = [bandingkan(_mutlak(nilai), tepat(sisa(b, persen))) for b in pokok.pasangan]
    if Kecocokan.COCOK in cocok:
        return
    b = pokok.pasangan[0]
    hitung = sisa(b, persen)
    tulis = format_persen(hitung) if persen else format_rupiah(hitung)
    yield Temuan(
        aturan="U29",
        keyakinan=Keyakinan.PATUT_DICEK if Kecocokan.DIPOTONG in cocok else Keyakinan.PASTI,
        alamat=pokok.alamat(Ukuran.SELISIH),
        cetakan=(cetak.teks,),
        seharusnya=tulis,
        uraian=(
            f"Sisa anggaran {pokok.nama} {pokok.tahun} tercetak {cetak.teks}, padahal pagu {format_rupiah(b.pagu)} "
            "dikurangi "
            f"realisasi {format_rupiah(b.realisasi)} menyisakan {tulis}."
        ),
        sumber=sumber_unik([*(a.sumber for a in kelompok), b.sumber]),
        langkah=(
            "Sisa = pagu - realisasi; dalam persen terhadap pagu",
            f"Hasil hitung {tulis}",
            f"Tercetak {cetak.masukan}",
        ),
        dugaan=dugaan_ketik(nilai, hitung) if persen else "",
        masukan=(*masukan_lajur(pokok, b), f"Selisih {pokok.tahun}: {cetak.masukan}"),
    )


def _mutlak(nilai: Nilai) -> Nilai:
    if nilai.angka is None or nilai.angka >= 0:
        return nilai
    return Nilai(teks=nilai.teks, jenis=nilai.jenis, angka=abs(nilai.angka), desimal=nilai.desimal)


ATURAN: tuple[Aturan, ...] = (
    Aturan(
        kode="U22",
        nama="Serapan tidak mengikuti pagu dan realisasi",
        syarat="serapan tercetak bukan realisasi dibagi pagu yang tercetak untuk hal yang sama",
        alasan="Serapan adalah ukuran pertama yang dibaca tentang anggaran.",
        cari=serapan_tidak_mengikuti,
    ),
    Aturan(
        kode="U25",
        nama="Jumlah uang yang sama tercetak berbeda",
        syarat="pagu atau realisasi tercetak lain di dua tempat, atau pemisah ribuannya salah",
        alasan="Satu jumlah uang hanya boleh mempunyai satu angka.",
        cari=uang_berbeda,
    ),
    Aturan(
        kode="U29",
        nama="Sisa anggaran tidak mengikuti pagu dan realisasi",
        syarat="sisa atau penghematan tercetak, dalam rupiah atau persen, bukan pagu dikurangi realisasi",
        alasan="Sisa yang salah menyembunyikan uang yang tidak terpakai, atau menyebut penghematan yang tidak ada.",
        cari=sisa_tidak_mengikuti,
    ),
)
