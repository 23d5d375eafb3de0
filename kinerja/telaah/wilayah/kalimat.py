"""What a regional comparison says: the headline, the findings in words, and the sentences for those who cannot see."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kinerja.model.istilah import Arah, TingkatWilayah
from kinerja.nilai.pasti import pasti
from kinerja.nilai.satuan import dengan_satuan, jarak_satuan
from kinerja.rumus.peringkat import lebih_baik
from kinerja.sajian.kalimat import besar
from kinerja.sajian.salinan import secukupnya
from kinerja.telaah.wilayah.perbandingan import BarisWilayah, GarisUkuran, JenisWilayah, Perbandingan, TitikUkuran
from kinerja.telaah.wilayah.ukuran import bertanda_arah, sebutan


class JenisKalimat(StrEnum):
    """What a finding holds the own value against: what code chooses by, never the words."""

    ACUAN = "provinsi atau nasional"
    TERBAIK = "wilayah terbaik"
    BERIKUTNYA = "peringkat berikutnya"
    TETANGGA = "wilayah pembanding"
    PREDIKAT = "skala"
    TAHUN_LALU = "tahun lalu"
    LAIN = "lain"


@dataclass(frozen=True, slots=True)
class Kalimat:
    """A finding; `baik` tells whether it is good, None where it is neither, `jenis` what it speaks of."""

    teks: str
    baik: bool | None = None
    jenis: JenisKalimat = JenisKalimat.LAIN


ATURAN = {
    Arah.NAIK: "Peringkat 1 adalah nilai tertinggi: makin tinggi makin baik.",
    Arah.TURUN: "Peringkat 1 adalah nilai terendah: makin rendah makin baik.",
    Arah.NETRAL: "Diurutkan menurut besarnya; ukuran ini tidak dinilai baik atau buruk.",
}
"""How a measure is ranked, in words beside the ranking."""


def judul_perbandingan(perbandingan: Perbandingan, wilayah: str, garis: Sequence[GarisUkuran] = ()) -> str:
    """State the finding: the own value, its rank, and its distance to the province or whom it can be held against."""
    sendiri = perbandingan.sendiri
    nama = sebutan(perbandingan.ukuran)
    if sendiri is None:
        if wilayah:
            lain = ", ".join(f"{b.wilayah} {b.bersatuan}" for b in (*perbandingan.acuan, *perbandingan.wilayah[:1]))
            tahun = f"tahun {perbandingan.tahun}"
            return f"{nama} {wilayah} {tahun} tidak tersedia" + (f"; tercetak {lain}" if lain else "")
        return f"{nama}: {_tercetak(perbandingan, perbandingan.kata)}"
    predikat = f" ({sendiri.predikat})" if sendiri.predikat else ""
    awal = f"{nama} {sendiri.bersatuan}{predikat}"
    bagian = [b for b in (_peringkat(perbandingan, sendiri), _terhadap_acuan(perbandingan, sendiri)) if b]
    if not bagian:
        ubah = _perubahan(perbandingan, garis)
        return f"{awal}, {ubah}" if ubah else f"{awal} pada tahun {perbandingan.tahun}"
    return f"{awal}: {', '.join(bagian)}"


def judul_bawahan(perbandingan: Perbandingan) -> str:
    """State which of the regions below the own one leads, and how many are ranked."""
    return f"{sebutan(perbandingan.ukuran)} {perbandingan.tahun}: {_tercetak(perbandingan, 'kabupaten/kota')}"


def temuan_bawahan(perbandingan: Perbandingan) -> tuple[Kalimat, ...]:
    """Say of the regions below the own one how many are better than each reference, and how far apart the ends are."""
    nilai = [b.nilai for b in perbandingan.wilayah if b.nilai is not None]
    hasil = []
    for a in perbandingan.acuan if perbandingan.arah is not Arah.NETRAL else ():
        acuan = pasti(a.nilai, "nilai acuan")
        unggul = sum(lebih_baik(n, acuan, perbandingan.arah) is True for n in nilai)
        teks = f"{unggul} dari {len(nilai)} kabupaten/kota lebih baik daripada {a.wilayah} ({a.bersatuan})"
        hasil.append(Kalimat(teks, jenis=JenisKalimat.ACUAN))
    if perbandingan.terbanding and nilai[0] != nilai[-1]:
        awal, akhir = perbandingan.wilayah[0], perbandingan.wilayah[-1]
        jarak = jarak_satuan(nilai[0] - nilai[-1], perbandingan.satuan)
        siapa = f"{awal.wilayah}, yang {_ujung(perbandingan.arah)} ({awal.bersatuan})"
        teks = f"{akhir.wilayah} ({akhir.bersatuan}) berjarak {jarak} dari {siapa}"
        hasil.append(Kalimat(teks, jenis=JenisKalimat.TERBAIK))
    return tuple(hasil)


def _tercetak(perbandingan: Perbandingan, kata: str) -> str:
    ujung = (*perbandingan.wilayah, *perbandingan.semua)[0]
    if not perbandingan.terbanding:
        return f"{ujung.wilayah} {ujung.bersatuan}"
    banyak = f"{len(perbandingan.wilayah)} {kata}{_sebagian(perbandingan)}"
    return f"{ujung.wilayah} {ujung.bersatuan}, {_ujung(perbandingan.arah)} dari {banyak}"


def _sebagian(perbandingan: Perbandingan) -> str:
    """Say that others are not printed where a reader could take the ranked provinces for all there are."""
    semua = perbandingan.lengkap or perbandingan.lingkup.tingkat is not TingkatWilayah.PROVINSI
    return "" if semua else " yang tercetak"


def _peringkat(perbandingan: Perbandingan, baris: BarisWilayah) -> str:
    if not perbandingan.terbanding or baris.peringkat is None:
        return ""
    if baris.seri == len(perbandingan.wilayah) - 1:
        return f"sama di {len(perbandingan.wilayah)} {perbandingan.kata} yang tercetak"
    kata = "urutan" if perbandingan.arah is Arah.NETRAL else "peringkat"
    provinsi = perbandingan.lingkup.tingkat is TingkatWilayah.PROVINSI
    semua = "" if provinsi or perbandingan.lengkap else " wilayah yang tercetak"
    bersama = f" bersama {baris.seri} {perbandingan.kata} lain" if baris.seri else ""
    return f"{kata} {baris.peringkat}{bersama} dari {perbandingan.dari}{semua}"


def _terhadap_acuan(perbandingan: Perbandingan, baris: BarisWilayah) -> str:
    """Hold the own value against the province, else the nation, else the best region."""
    ujung = perbandingan.wilayah[0] if perbandingan.terbanding else None
    lawan = next(iter(perbandingan.acuan), None)
    if lawan is None and ujung is not None and baris.peringkat != 1:
        lawan = ujung
    if lawan is None or lawan.nilai is None or baris.nilai is None:
        return ""
    return _letak(perbandingan, baris.nilai, lawan)


def _letak(
    perbandingan: Perbandingan, milik: Decimal, lawan: BarisWilayah, *, nilai: bool = False, menilai: bool = True
) -> str:
    """Write ``0,93 tahun di bawah Provinsi``; where lower is better, also which of the two is better."""
    selisih = milik - pasti(lawan.nilai, "nilai wilayah lain")
    siapa = f"{lawan.wilayah} ({lawan.bersatuan})" if nilai else lawan.wilayah
    if not selisih:
        return f"sama dengan {siapa}"
    letak = f"{jarak_satuan(selisih, perbandingan.satuan)} di {'atas' if selisih > 0 else 'bawah'} {siapa}"
    if perbandingan.arah is not Arah.TURUN or not menilai:
        return letak
    return f"{letak}, {'lebih baik' if selisih < 0 else 'lebih buruk'}"


def _ujung(arah: Arah) -> str:
    return {Arah.NAIK: "tertinggi", Arah.TURUN: "terendah", Arah.NETRAL: "terbesar"}[arah]


def temuan_regional(perbandingan: Perbandingan, garis: Sequence[GarisUkuran] = ()) -> tuple[Kalimat, ...]:
    """Say in words where the own region stands: references, best, the next rank up, neighbours, grade, last year."""
    b = perbandingan.sendiri
    if b is None or b.nilai is None:
        return ()
    semua = [
        *(_banding(perbandingan, b.nilai, a) for a in perbandingan.acuan),
        _terbaik(perbandingan, b),
        _berikutnya(perbandingan, b),
        _tetangga(perbandingan, b),
    ]
    if perbandingan.skala is not None and b.predikat:
        hukum = perbandingan.skala.dasar_hukum
        teks = f"{b.predikat} menurut skala {perbandingan.skala.nama}{f', {hukum}' if hukum else ''}"
        lebih = [(s.predikat, s.bawah) for s in perbandingan.skala.pita if s.bawah is not None and s.bawah > b.nilai]
        if lebih:
            predikat, bawah = lebih[-1]
            teks += f"; {predikat} berjarak {jarak_satuan(bawah - b.nilai, perbandingan.satuan)}"
        semua.append(Kalimat(teks, jenis=JenisKalimat.PREDIKAT))
    if pasangan := _kini_lalu(perbandingan, garis):
        kini, lalu = pasangan
        teks = f"{besar(_perubahan(perbandingan, garis))} ({dengan_satuan(lalu.teks, perbandingan.satuan)})"
        semua.append(Kalimat(teks, lebih_baik(kini.nilai, lalu.nilai, perbandingan.arah), JenisKalimat.TAHUN_LALU))
    return tuple(k for k in semua if k is not None)


def _banding(perbandingan: Perbandingan, milik: Decimal, lawan: BarisWilayah) -> Kalimat:
    baik = None if lawan.nilai is None else lebih_baik(milik, lawan.nilai, perbandingan.arah)
    return Kalimat(besar(_letak(perbandingan, milik, lawan, nilai=True)), baik, JenisKalimat.ACUAN)


def _terbaik(perbandingan: Perbandingan, baris: BarisWilayah) -> Kalimat | None:
    if not perbandingan.terbanding or baris.nilai is None or baris.seri == len(perbandingan.wilayah) - 1:
        return None
    ujung = perbandingan.wilayah[0]
    if baris.peringkat == 1:
        bersama = f" bersama {baris.seri} {perbandingan.kata} lain" if baris.seri else ""
        banyak = f"{len(perbandingan.wilayah)} {perbandingan.kata}{_sebagian(perbandingan)}"
        teks = f"{besar(_ujung(perbandingan.arah))}{bersama} di antara {banyak}"
        return Kalimat(teks, _dinilai(perbandingan, baik=True), JenisKalimat.TERBAIK)
    letak = _letak(perbandingan, baris.nilai, ujung, menilai=False)
    antara = _sebagian(perbandingan)
    antara = antara and f" di antara {len(perbandingan.wilayah)} {perbandingan.kata}{antara}"
    teks = f"{besar(letak)}, yang {_ujung(perbandingan.arah)}{antara} ({ujung.bersatuan})"
    return Kalimat(teks, _dinilai(perbandingan, baik=False), JenisKalimat.TERBAIK)


def _dinilai(perbandingan: Perbandingan, *, baik: bool) -> bool | None:
    return None if perbandingan.arah is Arah.NETRAL else baik


def _berikutnya(perbandingan: Perbandingan, baris: BarisWilayah) -> Kalimat | None:
    """Say what it takes to draw level with the next rank up; the best regions and Netral have none."""
    if perbandingan.arah is Arah.NETRAL or baris.peringkat is None or baris.nilai is None:
        return None
    atas = [w for w in perbandingan.wilayah if w.peringkat is not None and w.peringkat < baris.peringkat]
    if not atas or atas[-1].selisih is None:
        return None
    langkah = "naik" if perbandingan.arah is Arah.NAIK else "turun"
    teks = (
        f"Perlu {langkah} {jarak_satuan(atas[-1].selisih, perbandingan.satuan)} untuk menyamai peringkat "
        f"{atas[-1].peringkat}"
    )
    return Kalimat(f"{teks}, {atas[-1].wilayah} ({atas[-1].bersatuan})", jenis=JenisKalimat.BERIKUTNYA)


def _tetangga(perbandingan: Perbandingan, baris: BarisWilayah) -> Kalimat | None:
    lawan = [w for w in perbandingan.pembanding if w.nilai is not None]
    if not lawan or baris.nilai is None or perbandingan.arah is Arah.NETRAL:
        return None
    hasil = [lebih_baik(baris.nilai, w.nilai, perbandingan.arah) for w in lawan if w.nilai is not None]
    unggul, kalah = hasil.count(True), hasil.count(False)
    daftar = ", ".join(f"{b.wilayah} {b.teks}" for b in lawan)
    teks = f"{_hasil_tetangga(len(lawan), unggul, kalah)} ({daftar})"
    return Kalimat(teks, None if unggul == kalah else unggul > kalah, JenisKalimat.TETANGGA)


def _hasil_tetangga(semua: int, unggul: int, kalah: int) -> str:
    siapa = {1: "wilayah pembanding", 2: "kedua wilayah pembanding"}.get(semua, f"semua {semua} wilayah pembanding")
    if unggul == semua:
        return f"Lebih baik daripada {siapa}"
    if kalah == semua:
        return f"Tertinggal dari {siapa}"
    if unggul == kalah == 0:
        return f"Setara dengan {siapa}"
    return f"Lebih baik daripada {unggul} dari {semua} wilayah pembanding"


def _kini_lalu(perbandingan: Perbandingan, garis: Sequence[GarisUkuran]) -> tuple[TitikUkuran, TitikUkuran] | None:
    """Return the own region's point of the year and the one before it, whichever year that is."""
    milik = next((g.titik for g in garis if g.jenis is JenisWilayah.SENDIRI), ())
    sampai = [t for t in milik if t.tahun <= perbandingan.tahun]
    return (sampai[-1], sampai[-2]) if len(sampai) > 1 and sampai[-1].tahun == perbandingan.tahun else None


def _perubahan(perbandingan: Perbandingan, garis: Sequence[GarisUkuran]) -> str:
    pasangan = _kini_lalu(perbandingan, garis)
    if pasangan is None:
        return ""
    kini, lalu = pasangan
    if kini.nilai == lalu.nilai:
        return f"sama dengan tahun {lalu.tahun}"
    arah = "naik" if kini.nilai > lalu.nilai else "turun"
    return f"{arah} {jarak_satuan(kini.nilai - lalu.nilai, perbandingan.satuan)} dari tahun {lalu.tahun}"


def keterangan_cakupan(perbandingan: Perbandingan, wilayah: str) -> str:
    """Say what the reports do not print: no other region at all, or only some of them."""
    provinsi = perbandingan.lingkup.tingkat is TingkatWilayah.PROVINSI
    if perbandingan.terbanding:
        kurang = perbandingan.jumlah_wilayah - len(perbandingan.wilayah)
        lain = f"dari {perbandingan.jumlah_wilayah} provinsi" if provinsi else "wilayah lain di provinsi"
        return f"{kurang} {lain} tidak tercetak untuk ukuran dan tahun ini." if kurang > 0 else ""
    if perbandingan.acuan and not perbandingan.lingkup.sendiri:
        return "Tidak ada wilayah yang dapat diperingkat untuk ukuran dan tahun ini."
    if perbandingan.acuan and provinsi:
        return "Provinsi lain tidak tercetak untuk ukuran dan tahun ini; pembandingnya nasional."
    if perbandingan.acuan:
        return "Kabupaten/kota lain tidak tercetak untuk ukuran dan tahun ini; pembandingnya provinsi atau nasional."
    if not perbandingan.semua:
        return f"{wilayah or 'Wilayah sendiri'} tidak tercetak untuk ukuran dan tahun ini."
    return (
        f"Hanya {wilayah or 'satu wilayah'} yang tercetak untuk ukuran dan tahun ini; tidak ada {perbandingan.kata} "
        "lain."
    )


def kalimat_peringkat(perbandingan: Perbandingan) -> str:
    """Say in short what a ranking shows; the table beside it reads out every figure."""
    awal, akhir = perbandingan.wilayah[0], perbandingan.wilayah[-1]
    kata = "Urutan" if perbandingan.arah is Arah.NETRAL else "Peringkat"
    ujung = f"dari {awal.wilayah} {awal.bersatuan} sampai {akhir.wilayah} {akhir.bersatuan}"
    milik = next((b for b in perbandingan.wilayah if b.jenis is JenisWilayah.SENDIRI), None)
    sendiri = f"; {milik.wilayah} {kata.lower()} {milik.peringkat}" if milik else ""
    return (
        f"{kata} {len(perbandingan.wilayah)} {perbandingan.kata} menurut {perbandingan.ukuran} {perbandingan.tahun}, "
        f"{ujung}{sendiri}"
    )


def keterangan_wilayah(baris: BarisWilayah, perbandingan: Perbandingan) -> tuple[str, ...]:
    """Say in a few lines what opens over a region: its value, its rank, its gap to the own one."""
    predikat = f" · {baris.predikat}" if baris.predikat else ""
    urutan = [f"Peringkat {baris.peringkat} dari {perbandingan.dari}"] if baris.peringkat else []
    selisih = [f"Selisih {bertanda_arah(baris.selisih)}"] if baris.selisih else []
    return (f"{baris.bersatuan}{predikat}", *urutan, *selisih)


def kalimat_perkembangan(garis: Iterable[GarisUkuran]) -> str:
    """Read a trend out: every region with its years."""
    isi = (f"{g.wilayah}: " + ", ".join(f"{t.tahun} {dengan_satuan(t.teks, g.satuan)}" for t in g.titik) for g in garis)
    return "Perkembangan. " + ". ".join(isi)


def butir_regional(perbandingan: Perbandingan, garis: Sequence[GarisUkuran] = ()) -> tuple[str, ...]:
    """Return the findings for a message; where the own region has no value, what is printed of the others."""
    temuan = temuan_regional(perbandingan, garis)
    isi = (k.teks for k in temuan) if temuan else (f"{b.wilayah}: {b.bersatuan}" for b in perbandingan.semua if b.teks)
    return secukupnya(isi, "temuan" if temuan else "wilayah")
