"""Rules on prints themselves: of an OPD or a sasaran printed twice, formulas, one pair of figures in two years."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from kinerja.model.baris import Indikator
from kinerja.model.istilah import Ukuran
from kinerja.nilai.angka import SERATUS, format_angka
from kinerja.nilai.baca import Nilai, NilaiTakTerbaca, baca_nilai, rapikan
from kinerja.nilai.kelompok import himpun
from kinerja.rumus.capaian import Kecocokan
from kinerja.uji.bukti.cetakan import Angka, Bukti, berbeda
from kinerja.uji.bukti.iku import ejaan_uraian
from kinerja.uji.bukti.nama import sedokumen
from kinerja.uji.bukti.presisi import SATU_DIPOTONG, Selang, bandingkan, semua_dipotong
from kinerja.uji.model import Alamat, Aturan, Hasil, Keyakinan, Temuan, TidakDiuji

# --- U06 figures of an OPD or a sasaran printed twice -----------------------------------------------------------------

RATA = (Ukuran.CAPAIAN, Ukuran.RATA_RATA)
UKURAN_OPD = (*RATA, Ukuran.TARGET, Ukuran.REALISASI)


def angka_opd_tercetak_berbeda(bukti: Bukti) -> Iterator[Hasil]:
    """Find figures of an OPD or a sasaran that are printed differently; the mean of an OPD is its capaian."""
    milik = himpun(
        ((kode, uraian, tahun, Ukuran.RATA_RATA if ukuran in RATA else ukuran), angka)
        for (kode, uraian, tahun, ukuran), cetakan in bukti.angka_opd.items()
        if ukuran in UKURAN_OPD and kode in bukti.dataset.opd
        for angka in cetakan
    )
    if not any(len(angka) > 1 for angka in milik.values()):
        yield TidakDiuji("U06", "Tidak ada capaian, target atau realisasi OPD yang tercetak di dua tempat")
    for (kode, uraian, tahun, ukuran), angka in milik.items():
        kelompok = berbeda([a for a in angka if a.nilai.angka is not None])
        if len(kelompok) > 1:
            alamat = Alamat(kode_opd=kode, kode_indikator="", tahun=tahun, ukuran=ukuran.value, uraian=uraian)
            isi = ", ".join(f"{g[0].teks} ({g[0].sumber})" for g in kelompok)
            nama = " ".join(filter(None, (ejaan_uraian(bukti, alamat), bukti.dataset.opd[alamat.kode_opd].nama_pendek)))
            kata = "Rata-rata capaian" if alamat.ukuran == Ukuran.RATA_RATA.value else alamat.ukuran
            dipotong = semua_dipotong([g[0].nilai for g in kelompok])
            semua = [a for g in kelompok for a in g]
            temuan_opd = Temuan(
                aturan="U06",
                keyakinan=Keyakinan.PASTI if sedokumen(semua) and not dipotong else Keyakinan.PATUT_DICEK,
                alamat=alamat,
                cetakan=tuple(g[0].teks for g in kelompok),
                seharusnya="",
                uraian=f"{kata} {nama} {alamat.tahun} tercetak berbeda: {isi}.",
                sumber=tuple(dict.fromkeys(a.sumber for a in semua)),
                langkah=tuple(f"Tercetak {a.masukan}" for a in semua),
                dugaan=SATU_DIPOTONG if dipotong else "",
                masukan=tuple(f"{alamat.ukuran} {alamat.tahun}: {a.masukan}" for a in semua),
            )
            yield temuan_opd


# --- U07 printed formulas ---------------------------------------------------------------------------------------------

_BILANGAN = r"([\d.,]*\d)\s*%?"
RUMUS = re.compile(rf"{_BILANGAN}\s*[/:]\s*{_BILANGAN}\s*(?:[x×*]\s*(100)\s*%?)?\s*=\s*{_BILANGAN}", re.IGNORECASE)
"""A printed division with its result: 47,01/55 x 100% = 85,47%."""


def rumus_tidak_menghasilkan(bukti: Bukti) -> Iterator[Hasil]:
    """Find printed formulas whose two numbers do not give the printed result."""
    ada = False
    for (kode, tahun, ukuran), angka in bukti.angka.items():
        for a in angka:
            cocok = RUMUS.fullmatch(rapikan(a.teks))
            if cocok is not None:
                ada = True
                i = bukti.dataset.indikator[kode]
                alamat = Alamat(kode_opd=bukti.opd(i).kode_opd, kode_indikator=kode, tahun=tahun, ukuran=ukuran.value)
                yield from _uji_rumus(alamat, f"{ukuran.value} {i.indikator} {tahun}", a, cocok)
    if not ada:
        yield TidakDiuji("U07", "Tidak ada rumus tercetak dengan dua angka dan hasilnya")


def _uji_rumus(alamat: Alamat, nama: str, angka: Angka, cocok: re.Match[str]) -> Iterator[Temuan]:
    try:
        atas, bawah, hasil = (baca_nilai(cocok[n]) for n in (1, 2, 4))
    except NilaiTakTerbaca:
        return
    kali = SERATUS if cocok[3] or "%" in angka.teks else Decimal(1)
    hitung = _bagi(atas, bawah, kali)
    if hitung is None or bandingkan(hasil, hitung) is not Kecocokan.BEDA:
        return
    balik = _bagi(bawah, atas, kali)
    terbalik = balik is not None and bandingkan(hasil, balik) is not Kecocokan.BEDA
    tanda = "%" if cocok[3] or "%" in angka.teks else ""
    benar = f"{format_angka(hitung.bawah, max(2, hasil.desimal))}{tanda}"
    balikan = f"{cocok[2]} / {cocok[1]}"
    yield Temuan(
        aturan="U07",
        keyakinan=Keyakinan.PASTI,
        alamat=alamat,
        cetakan=(angka.teks,),
        seharusnya=balikan if terbalik else benar,
        uraian=f"Rumus {nama} tercetak {angka.teks}, padahal {cocok[1]} / {cocok[2]} adalah {benar}"
        f"{f'; yang menghasilkan {cocok[4]}{tanda} adalah {balikan}' if terbalik else ''}.",
        sumber=(angka.sumber,),
        langkah=(f"Tercetak {angka.masukan}", f"{cocok[1]} / {cocok[2]} = {benar}"),
        dugaan="Mungkin pembilang dan penyebutnya tertukar." if terbalik else "",
        masukan=(f"{alamat.ukuran} {alamat.tahun}: {angka.masukan}",),
    )


def _bagi(atas: Nilai, bawah: Nilai, kali: Decimal) -> Selang | None:
    """The result of a division of two numbers just as they stand in it."""
    if atas.angka is None or not bawah.angka:
        return None
    hasil = atas.angka / bawah.angka * kali
    return Selang(hasil, hasil)


# --- U58 one pair of figures in two years -----------------------------------------------------------------------------


def pasangan_dua_tahun(bukti: Bukti) -> Iterator[Hasil]:
    """Find a realisasi and its capaian that are printed, both the same, for two years."""
    milik = himpun(
        ((kode, p[0].nilai.angka, p[1].nilai.angka), (tahun, *p))
        for kode in bukti.dataset.indikator
        for tahun in bukti.dataset.tahun
        if (p := _pasangan_tahun(bukti, kode, tahun)) is not None
    )
    if not milik:
        yield TidakDiuji("U58", "Tidak ada realisasi dengan capaian tercetak yang bukan 100")
    for (kode, _, _), sama in milik.items():
        if len(sama) > 1:
            yield _temuan_pasangan(bukti, bukti.dataset.indikator[kode], sama)


def _pasangan_tahun(bukti: Bukti, kode: str, tahun: int) -> tuple[Angka, Angka] | None:
    """The realisasi and capaian of a year, where each is printed one way only and the capaian is not just 100."""
    hasil = []
    for ukuran in (Ukuran.REALISASI, Ukuran.CAPAIAN):
        ada = [a for a in bukti.cetakan(kode, tahun, ukuran) if a.nilai.angka is not None]
        if len(berbeda(ada)) != 1:
            return None
        hasil.append(ada[0])
    bulat = hasil[1].nilai.angka in (Decimal(0), SERATUS)
    return None if bulat or not hasil[0].nilai.angka else (hasil[0], hasil[1])


def _temuan_pasangan(bukti: Bukti, i: Indikator, sama: Sequence[tuple[int, Angka, Angka]]) -> Temuan:
    tahun = [str(t) for t, _, _ in sorted(sama, key=lambda s: s[0])]
    awal = min(sama, key=lambda s: s[0])
    semua = [(t, u, a) for t, r, c in sama for u, a in ((Ukuran.REALISASI, r), (Ukuran.CAPAIAN, c))]
    return Temuan(
        aturan="U58",
        keyakinan=Keyakinan.PATUT_DICEK,
        alamat=Alamat(
            kode_opd=bukti.opd(i).kode_opd,
            kode_indikator=i.kode_indikator,
            tahun=awal[0],
            ukuran=Ukuran.REALISASI.value,
        ),
        cetakan=(awal[1].teks,),
        seharusnya="",
        uraian=(
            f"Realisasi {awal[1].teks} dengan capaian {awal[2].teks} tercetak untuk {i.indikator} "
            f"{' dan '.join(tahun)}."
        ),
        sumber=tuple(dict.fromkeys(a.sumber for _, _, a in semua)),
        langkah=tuple(f"{u.value} {t}: {a.masukan}{f': {a.catatan}' if a.catatan else ''}" for t, u, a in semua),
        dugaan="Mungkin salah satu tahunnya salah cetak, atau angka tahun lain tersalin.",
        masukan=tuple(f"{u.value} {t}: {a.masukan}" for t, u, a in semua),
    )


ATURAN: tuple[Aturan, ...] = (
    Aturan(
        kode="U06",
        nama="Angka OPD atau sasaran tercetak berbeda",
        syarat="satu capaian, rata-rata, target atau realisasi OPD atau sasaran tercetak berbeda di dua tempat",
        alasan="Simpulan harus memuat angka yang sama dengan uraiannya.",
        cari=angka_opd_tercetak_berbeda,
    ),
    Aturan(
        kode="U07",
        nama="Rumus tercetak tidak menghasilkan angkanya",
        syarat=(
            "pembilang dibagi penyebut dalam rumus tercetak bukan hasil yang tercetak sesudahnya, misalnya "
            "karena terbalik"
        ),
        alasan="Rumus dicetak supaya pembaca dapat menghitung ulang.",
        cari=rumus_tidak_menghasilkan,
    ),
    Aturan(
        kode="U58",
        nama="Angka yang sama tercetak untuk dua tahun",
        syarat="realisasi dan capaian suatu indikator sama persis pada dua tahun, dan capaiannya bukan 100",
        alasan="Kepala kolom yang salah tahun membuat perbandingan antartahun salah.",
        cari=pasangan_dua_tahun,
    ),
)
