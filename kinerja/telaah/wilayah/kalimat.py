"""What a regional comparison says: the headline, the findings in words, and the sentences for those who cannot see."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kinerja.model.istilah import Arah
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


def judul_perbandingan(p: Perbandingan, wilayah: str, garis: Sequence[GarisUkuran] = ()) -> str:
    """State the finding: the own value, its rank, and its distance to the province or whom it can be held against."""
    sendiri = p.sendiri
    nama = sebutan(p.ukuran)
    if sendiri is None:
        return _judul_tanpa_sendiri(p, nama, wilayah)
    predikat = f" ({sendiri.predikat})" if sendiri.predikat else ""
    awal = f"{nama} {sendiri.bersatuan}{predikat}"
    bagian = [b for b in (_peringkat(p, sendiri), _terhadap_acuan(p, sendiri)) if b]
    if not bagian:
        ubah = _perubahan(p, garis)
        return f"{awal}, {ubah}" if ubah else f"{awal} pada tahun {p.tahun}"
    return f"{awal}: {', '.join(bagian)}"


def _judul_tanpa_sendiri(p: Perbandingan, nama: str, wilayah: str) -> str:
    if wilayah:
        lain = ", ".join(f"{b.wilayah} {b.bersatuan}" for b in (*p.acuan, *p.wilayah[:1]))
        tahun = f"tahun {p.tahun}"
        return f"{nama} {wilayah} {tahun} tidak tersedia" + (f"; tercetak {lain}" if lain else "")
    ujung = p.wilayah[0] if p.wilayah else p.semua[0]
    banyak = f", {_ujung(p.arah)} dari {len(p.wilayah)} wilayah" if p.terbanding else ""
    return f"{nama}: {ujung.wilayah} {ujung.bersatuan}{banyak}"


def _peringkat(p: Perbandingan, b: BarisWilayah) -> str:
    if not p.terbanding or b.peringkat is None:
        return ""
    if b.seri == len(p.wilayah) - 1:
        return f"sama di {len(p.wilayah)} wilayah yang tercetak"
    kata = "urutan" if p.arah is Arah.NETRAL else "peringkat"
    semua = "" if len(p.wilayah) == p.jumlah_wilayah else " wilayah yang tercetak"
    bersama = f" bersama {b.seri} wilayah lain" if b.seri else ""
    return f"{kata} {b.peringkat}{bersama} dari {len(p.wilayah)}{semua}"


def _terhadap_acuan(p: Perbandingan, b: BarisWilayah) -> str:
    """Hold the own value against the province, else the nation, else the best region."""
    ujung = p.wilayah[0] if p.terbanding else None
    lawan = next(iter(p.acuan), None)
    if lawan is None and ujung is not None and b.peringkat != 1:
        lawan = ujung
    if lawan is None or lawan.nilai is None or b.nilai is None:
        return ""
    return _letak(p, b.nilai, lawan)


def _letak(p: Perbandingan, milik: Decimal, lawan: BarisWilayah, *, nilai: bool = False, menilai: bool = True) -> str:
    """Write ``0,93 tahun di bawah Provinsi``; where lower is better, also which of the two is better."""
    selisih = milik - pasti(lawan.nilai, "nilai wilayah lain")
    siapa = f"{lawan.wilayah} ({lawan.bersatuan})" if nilai else lawan.wilayah
    if not selisih:
        return f"sama dengan {siapa}"
    letak = f"{jarak_satuan(selisih, p.satuan)} di {'atas' if selisih > 0 else 'bawah'} {siapa}"
    if p.arah is not Arah.TURUN or not menilai:
        return letak
    return f"{letak}, {'lebih baik' if selisih < 0 else 'lebih buruk'}"


def _ujung(arah: Arah) -> str:
    return {Arah.NAIK: "tertinggi", Arah.TURUN: "terendah", Arah.NETRAL: "terbesar"}[arah]


def temuan_regional(p: Perbandingan, garis: Sequence[GarisUkuran] = ()) -> tuple[Kalimat, ...]:
    """Say in words where the own region stands: references, best, the next rank up, neighbours, grade, last year."""
    b = p.sendiri
    if b is None or b.nilai is None:
        return ()
    semua = [
        *(_banding(p, b.nilai, a) for a in p.acuan),
        _terbaik(p, b),
        _berikutnya(p, b),
        _tetangga(p, b),
        _predikat(p, b),
        _dari_tahun_lalu(p, garis),
    ]
    return tuple(k for k in semua if k is not None)


def _banding(p: Perbandingan, milik: Decimal, lawan: BarisWilayah) -> Kalimat:
    baik = None if lawan.nilai is None else lebih_baik(milik, lawan.nilai, p.arah)
    return Kalimat(besar(_letak(p, milik, lawan, nilai=True)), baik, JenisKalimat.ACUAN)


def _terbaik(p: Perbandingan, b: BarisWilayah) -> Kalimat | None:
    if not p.terbanding or b.nilai is None or b.seri == len(p.wilayah) - 1:
        return None
    ujung = p.wilayah[0]
    if b.peringkat == 1:
        bersama = f" bersama {b.seri} wilayah lain" if b.seri else ""
        teks = f"{besar(_ujung(p.arah))}{bersama} di antara {len(p.wilayah)} wilayah"
        return Kalimat(teks, _dinilai(p, baik=True), JenisKalimat.TERBAIK)
    letak = _letak(p, b.nilai, ujung, menilai=False)
    teks = f"{besar(letak)}, yang {_ujung(p.arah)} ({ujung.bersatuan})"
    return Kalimat(teks, _dinilai(p, baik=False), JenisKalimat.TERBAIK)


def _dinilai(p: Perbandingan, *, baik: bool) -> bool | None:
    return None if p.arah is Arah.NETRAL else baik


def _berikutnya(p: Perbandingan, b: BarisWilayah) -> Kalimat | None:
    """Say what it takes to draw level with the next rank up; the best regions and Netral have none."""
    if p.arah is Arah.NETRAL or b.peringkat is None or b.nilai is None:
        return None
    atas = [w for w in p.wilayah if w.peringkat is not None and w.peringkat < b.peringkat]
    if not atas or atas[-1].selisih is None:
        return None
    langkah = "naik" if p.arah is Arah.NAIK else "turun"
    teks = f"Perlu {langkah} {jarak_satuan(atas[-1].selisih, p.satuan)} untuk menyamai peringkat {atas[-1].peringkat}"
    return Kalimat(f"{teks}, {atas[-1].wilayah} ({atas[-1].bersatuan})", jenis=JenisKalimat.BERIKUTNYA)


def _tetangga(p: Perbandingan, b: BarisWilayah) -> Kalimat | None:
    lawan = [w for w in p.pembanding if w.nilai is not None]
    if not lawan or b.nilai is None or p.arah is Arah.NETRAL:
        return None
    hasil = [lebih_baik(b.nilai, w.nilai, p.arah) for w in lawan if w.nilai is not None]
    unggul, kalah = hasil.count(True), hasil.count(False)
    teks = f"{_hasil_tetangga(len(lawan), unggul, kalah)} ({_daftar(lawan)})"
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


def _daftar(baris: Iterable[BarisWilayah]) -> str:
    return ", ".join(f"{b.wilayah} {b.teks}" for b in baris)


def _predikat(p: Perbandingan, b: BarisWilayah) -> Kalimat | None:
    if p.skala is None or not b.predikat or b.nilai is None:
        return None
    teks = f"{b.predikat} menurut skala {p.skala.nama}" + (f", {p.skala.dasar_hukum}" if p.skala.dasar_hukum else "")
    lebih = [s for s in p.skala.pita if s.bawah is not None and s.bawah > b.nilai]
    if lebih and lebih[-1].bawah is not None:
        teks += f"; {lebih[-1].predikat} berjarak {jarak_satuan(lebih[-1].bawah - b.nilai, p.satuan)}"
    return Kalimat(teks, jenis=JenisKalimat.PREDIKAT)


def _dari_tahun_lalu(p: Perbandingan, garis: Sequence[GarisUkuran]) -> Kalimat | None:
    pasangan = _kini_lalu(p, garis)
    if pasangan is None:
        return None
    kini, lalu = pasangan
    teks = f"{besar(_perubahan(p, garis))} ({dengan_satuan(lalu.teks, p.satuan)})"
    return Kalimat(teks, lebih_baik(kini.nilai, lalu.nilai, p.arah), JenisKalimat.TAHUN_LALU)


def _kini_lalu(p: Perbandingan, garis: Sequence[GarisUkuran]) -> tuple[TitikUkuran, TitikUkuran] | None:
    """Return the own region's point of the year and the one before it, whichever year that is."""
    milik = next((g.titik for g in garis if g.jenis is JenisWilayah.SENDIRI), ())
    sampai = [t for t in milik if t.tahun <= p.tahun]
    return (sampai[-1], sampai[-2]) if len(sampai) > 1 and sampai[-1].tahun == p.tahun else None


def _perubahan(p: Perbandingan, garis: Sequence[GarisUkuran]) -> str:
    pasangan = _kini_lalu(p, garis)
    if pasangan is None:
        return ""
    kini, lalu = pasangan
    if kini.nilai == lalu.nilai:
        return f"sama dengan tahun {lalu.tahun}"
    arah = "naik" if kini.nilai > lalu.nilai else "turun"
    return f"{arah} {jarak_satuan(kini.nilai - lalu.nilai, p.satuan)} dari tahun {lalu.tahun}"


def keterangan_cakupan(p: Perbandingan, wilayah: str) -> str:
    """Say what the reports do not print: no other region at all, or only some of them."""
    if p.terbanding:
        kurang = p.jumlah_wilayah - len(p.wilayah)
        return f"{kurang} wilayah lain di provinsi tidak tercetak untuk ukuran dan tahun ini." if kurang > 0 else ""
    if p.acuan:
        return "Kabupaten/kota lain tidak tercetak untuk ukuran dan tahun ini; pembandingnya provinsi atau nasional."
    return f"Hanya {wilayah or 'satu wilayah'} yang tercetak untuk ukuran dan tahun ini; tidak ada wilayah lain."


def kalimat_peringkat(p: Perbandingan) -> str:
    """Say in short what a ranking shows; the table beside it reads out every figure."""
    awal, akhir = p.wilayah[0], p.wilayah[-1]
    kata = "Urutan" if p.arah is Arah.NETRAL else "Peringkat"
    ujung = f"dari {awal.wilayah} {awal.bersatuan} sampai {akhir.wilayah} {akhir.bersatuan}"
    milik = next((b for b in p.wilayah if b.jenis is JenisWilayah.SENDIRI), None)
    sendiri = f"; {milik.wilayah} {kata.lower()} {milik.peringkat}" if milik else ""
    return f"{kata} {len(p.wilayah)} wilayah menurut {p.ukuran} {p.tahun}, {ujung}{sendiri}"


def keterangan_wilayah(b: BarisWilayah, p: Perbandingan) -> tuple[str, ...]:
    """Say in a few lines what opens over a region: its value, its rank, its gap to the own one."""
    predikat = f" · {b.predikat}" if b.predikat else ""
    urutan = [f"Peringkat {b.peringkat} dari {len(p.wilayah)}"] if b.peringkat else []
    selisih = [f"Selisih {bertanda_arah(b.selisih)}"] if b.selisih else []
    return (f"{b.bersatuan}{predikat}", *urutan, *selisih)


def kalimat_perkembangan(garis: Iterable[GarisUkuran]) -> str:
    """Read a trend out: every region with its years."""
    isi = (f"{g.wilayah}: " + ", ".join(f"{t.tahun} {dengan_satuan(t.teks, g.satuan)}" for t in g.titik) for g in garis)
    return "Perkembangan. " + ". ".join(isi)


def butir_regional(p: Perbandingan, garis: Sequence[GarisUkuran] = ()) -> tuple[str, ...]:
    """Return the findings for a message; where the own region has no value, what is printed of the others."""
    temuan = temuan_regional(p, garis)
    isi = (k.teks for k in temuan) if temuan else (f"{b.wilayah}: {b.bersatuan}" for b in p.semua if b.teks)
    return secukupnya(isi, "temuan" if temuan else "wilayah")
