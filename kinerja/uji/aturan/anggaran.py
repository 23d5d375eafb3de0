"""Rules on budget lines: parents and totals against the level below, and the same money printed another way."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja.dataset import Dataset
from kinerja.model.baris import BarisAnggaran
from kinerja.model.istilah import KelompokApbd, Peran, Ukuran
from kinerja.nilai.angka import format_rupiah
from kinerja.nilai.nama import samakan
from kinerja.nilai.pasti import jumlah_ada, pasti
from kinerja.rumus.anggaran import Jalur, baris_terdalam, jalur, jumlah_baris, kedalaman, leluhur
from kinerja.uji.bukti.cetakan import Bukti
from kinerja.uji.bukti.lajur import LAJUR, TINGKAT, cetakan_anggaran, nilai_lajur
from kinerja.uji.bukti.uang import asli, masukan, nama_baris, sama, sumber_unik
from kinerja.uji.model import Alamat, Aturan, Hasil, Keyakinan, Temuan, TidakDiuji

# --- U20 parents and totals -------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Simpul:
    """A printed line with the printed lines next below it."""

    baris: BarisAnggaran
    induk: "Simpul | None" = None
    anak: list["Simpul"] = field(default_factory=list)

    @property
    def nama(self) -> str:
        """What it is called within a sentence."""
        return nama_baris(self.baris) or "seluruh anggaran"


def pohon_cetakan(baris: Sequence[BarisAnggaran]) -> list[Simpul]:
    """Hang every line under the next printed level above it; shallow lines come first."""
    simpul = {jalur(b): Simpul(b) for b in baris}
    for alamat, s in simpul.items():
        atas = [a for a in leluhur(alamat) if a in simpul]
        if atas:
            s.induk = simpul[max(atas, key=_letak)]
            s.induk.anak.append(s)
    return sorted(simpul.values(), key=lambda s: kedalaman(s.baris))


def _letak(alamat: Jalur) -> tuple[int, int]:
    return max((i for i, bagian in enumerate(alamat, 1) if bagian), default=0), sum(map(bool, alamat))


def induk_tidak_sama(bukti: Bukti) -> Iterator[Hasil]:
    """Find parents and totals that are not the sum of the next printed level below them."""
    cetakan = cetakan_anggaran(bukti.dataset)
    if not cetakan:
        yield TidakDiuji("U20", "Tidak ada baris anggaran")
    for (kode, tahun, _, sumber), baris in cetakan.items():
        pohon = [s for s in pohon_cetakan(baris) if s.anak]
        if not pohon:
            tempat = f" ({sumber})" if sumber else ""
            yield TidakDiuji("U20", f"Anggaran {kode} {tahun}{tempat} tidak memiliki baris induk atau jumlah")
        for ukuran in LAJUR:
            yield from _uji_pohon(bukti, kode, tahun, pohon, ukuran)


def _uji_pohon(bukti: Bukti, kode: str, tahun: int, pohon: Sequence[Simpul], ukuran: Ukuran) -> Iterator[Hasil]:
    jumlah = {id(s): _jumlah_anak(s, ukuran) for s in pohon}
    daun: dict[int, Decimal | None] = {}
    for s in reversed(pohon):
        lengkap = jumlah[id(s)] is not None
        isi = jumlah_ada(daun.get(id(a), nilai_lajur(a.baris, ukuran)) for a in s.anak)
        daun[id(s)] = isi if lengkap else nilai_lajur(s.baris, ukuran)
    beda = {id(s) for s in pohon if (n := jumlah[id(s)]) is not None and not sama(_isi(s, ukuran), n)}
    for s in pohon:
        satu = jumlah[id(s)]
        if satu is None and any(nilai_lajur(a.baris, ukuran) is not None for a in s.anak):
            alasan = f"{ukuran.value} {kode} {tahun}: rincian {s.nama} tidak lengkap atau jumlahnya tidak tercetak"
            yield TidakDiuji("U20", alasan)
        elif (
            satu is not None
            and id(s) in beda
            and not (any(id(a) in beda for a in s.anak) and sama(pasti(daun[id(s)], "jumlah"), _isi(s, ukuran)))
        ):
            yield _temuan_induk(bukti, kode, tahun=tahun, simpul=s, ukuran=ukuran, jumlah=satu)


def _isi(simpul: Simpul, ukuran: Ukuran) -> Decimal:
    """The figure of a line that carries one: the lines of a complete level do."""
    return pasti(nilai_lajur(simpul.baris, ukuran), f"{ukuran.value} {simpul.nama}")


def _jumlah_anak(simpul: Simpul, ukuran: Ukuran) -> Decimal | None:
    """Sum of the level below; None where a line of it, or the total itself, carries no figure."""
    anak = [nilai_lajur(a.baris, ukuran) for a in simpul.anak]
    if nilai_lajur(simpul.baris, ukuran) is None or any(a is None for a in anak):
        return None
    return sum((a for a in anak if a is not None), Decimal(0))


def _temuan_induk(bukti: Bukti, kode: str, tahun: int, simpul: Simpul, ukuran: Ukuran, jumlah: Decimal) -> Temuan:
    cetak = _isi(simpul, ukuran)
    rinci = (
        f"{len(simpul.anak)} {TINGKAT[kedalaman(simpul.anak[0].baris)]} di bawahnya berjumlah {format_rupiah(jumlah)}"
    )
    atas, angka_atas = _saksi(simpul, ukuran, jumlah)
    baris = [simpul, *simpul.anak, *angka_atas]
    return Temuan(
        aturan="U20",
        keyakinan=Keyakinan.PASTI,
        alamat=Alamat(
            kode_opd=kode, kode_indikator="", tahun=tahun, ukuran=ukuran.value, uraian=nama_baris(simpul.baris)
        ),
        cetakan=(format_rupiah(cetak),),
        seharusnya=format_rupiah(jumlah),
        uraian=(
            f"{ukuran.value} {_tempat(simpul)} {bukti.dataset.opd[kode].nama_pendek} {tahun} tercetak "
            f"{format_rupiah(cetak)}, "
            f"padahal {rinci}{atas}."
        ),
        sumber=sumber_unik([simpul.baris.sumber, *(a.baris.sumber for a in simpul.anak)]),
        langkah=(
            *(f"{a.nama}: {format_rupiah(_isi(a, ukuran))}" for a in simpul.anak),
            f"Jumlah {format_rupiah(jumlah)}",
            f"Tercetak {format_rupiah(cetak)}, selisih {format_rupiah(cetak - jumlah)}",
        ),
        dugaan=_dugaan_induk(bukti, kode, simpul, ukuran, jumlah),
        masukan=tuple(masukan(ukuran.value, tahun, x.nama, _isi(x, ukuran), x.baris.sumber) for x in baris),
    )


def _tempat(simpul: Simpul) -> str:
    tingkat = TINGKAT[kedalaman(simpul.baris)]
    atas = f" ({simpul.induk.nama})" if simpul.induk is not None and nama_baris(simpul.induk.baris) else ""
    return f"{tingkat} {simpul.nama}{atas}"


def _saksi(simpul: Simpul, ukuran: Ukuran, jumlah: Decimal) -> tuple[str, list[Simpul]]:
    """Say that the level above agrees with the sum and not with the print, where it does."""
    if simpul.induk is None or any(nilai_lajur(x.baris, ukuran) is None for x in (simpul.induk, *simpul.induk.anak)):
        return "", []
    saudara = sum((_isi(a, ukuran) for a in simpul.induk.anak), Decimal(0))
    atas = _isi(simpul.induk, ukuran)
    if sama(atas, saudara) or not sama(atas, saudara - _isi(simpul, ukuran) + jumlah):
        return "", []
    teks = (
        f"; {simpul.induk.nama} tercetak {format_rupiah(atas)} cocok dengan jumlah itu, "
        f"bukan dengan {len(simpul.induk.anak)} barisnya yang tercetak ({format_rupiah(saudara)})"
    )
    return teks, [simpul.induk, *(a for a in simpul.induk.anak if a is not simpul)]


def _dugaan_induk(bukti: Bukti, kode: str, simpul: Simpul, ukuran: Ukuran, jumlah: Decimal) -> str:
    selisih = _isi(simpul, ukuran) - jumlah
    for a in simpul.anak:
        if _isi(a, ukuran) and sama(abs(selisih), _isi(a, ukuran)):
            kata = "terjumlah dua kali" if selisih > 0 else "tidak ikut dijumlahkan"
            return f"Mungkin {a.nama} {kata}."
    if selisih <= 0 or nama_baris(simpul.baris):
        return ""
    # A grand total that stands elsewhere too is more likely right than its lines complete.
    total = (b for b in bukti.dataset.baris_anggaran(kode, simpul.baris.tahun) if not nama_baris(b))
    lain = [
        b.sumber for b in total if b.sumber != simpul.baris.sumber and nilai_lajur(b, ukuran) == _isi(simpul, ukuran)
    ]
    if not lain:
        return ""
    return f"Mungkin ada baris senilai {format_rupiah(selisih)} yang tidak tercetak: jumlah yang sama ada di {lain[0]}."


# --- U21 the same money printed another way ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AcuanAnggaran:
    """What Anggaran or APBD says of a name: every figure printed or computed for it, the printed one first."""

    nama: str
    angka: tuple[Decimal, ...]
    sumber: str


def cetakan_lain_berbeda(bukti: Bukti) -> Iterator[Hasil]:
    """Find totals and lines of another print of a budget that differ from the budget itself."""
    d = bukti.dataset
    pembanding = {k: v for k, v in cetakan_anggaran(d).items() if k[2] is Peran.PEMBANDING}
    if not pembanding:
        yield TidakDiuji("U21", "Tidak ada cetakan anggaran pembanding")
    acuan: dict[tuple[str, int], dict[tuple[str, Ukuran], AcuanAnggaran]] = {}
    for (kode, tahun, _, sumber), baris in pembanding.items():
        if (kode, tahun) not in acuan:
            acuan[kode, tahun] = _acuan(d, kode, tahun)
        if not acuan[kode, tahun]:
            yield TidakDiuji("U21", f"{sumber}: tidak ada anggaran {kode} {tahun} untuk dibandingkan")
        for b in _bernama_tunggal(baris):
            for ukuran in LAJUR:
                yield from _uji_pembanding(bukti, kode, b, ukuran, acuan[kode, tahun])


def _bernama_tunggal(baris: Sequence[BarisAnggaran]) -> list[BarisAnggaran]:
    """Lines whose name stands once in their print."""
    nama = [samakan(nama_baris(b)) for b in baris]
    hitung: dict[str, int] = {}
    for n in nama:
        hitung[n] = hitung.get(n, 0) + 1
    return [b for b, n in zip(baris, nama, strict=True) if hitung[n] == 1]


def _acuan(dataset: Dataset, kode: str, tahun: int) -> dict[tuple[str, Ukuran], AcuanAnggaran]:
    hasil: dict[tuple[str, Ukuran], AcuanAnggaran] = {}
    baris = [b for b in dataset.baris_anggaran(kode, tahun) if asli(b)]
    for u in LAJUR:
        for b in _bernama_tunggal(baris):
            angka = nilai_lajur(b, u)
            if angka is not None:
                hasil[samakan(nama_baris(b)), u] = AcuanAnggaran(nama_baris(b), (angka,), b.sumber)
        daun = baris_terdalam(baris)
        jumlah = jumlah_baris(daun)
        total = jumlah.pagu if u is Ukuran.PAGU else jumlah.realisasi
        if total is not None:
            cetak = hasil.get(("", u))
            hasil["", u] = AcuanAnggaran("", (*(cetak.angka if cetak else ()), total), daun[0].sumber)
    if not dataset.opd[kode].keseluruhan:
        return hasil
    for lajur in dataset.apbd(tahun):
        if lajur.kelompok is not KelompokApbd.BELANJA:
            continue
        for u, angka in ((Ukuran.PAGU, lajur.anggaran), (Ukuran.REALISASI_ANGGARAN, lajur.realisasi)):
            if angka is not None:
                acuan = AcuanAnggaran(lajur.uraian, (angka,), lajur.sumber)
                hasil.setdefault((samakan(lajur.uraian), u), acuan)
    return hasil


def _uji_pembanding(
    bukti: Bukti, kode: str, baris: BarisAnggaran, ukuran: Ukuran, acuan: Mapping[tuple[str, Ukuran], AcuanAnggaran]
) -> Iterator[Temuan]:
    angka = nilai_lajur(baris, ukuran)
    lain = acuan.get((samakan(nama_baris(baris)), ukuran))
    if angka is None or lain is None or any(sama(angka, a) for a in lain.angka):
        return
    nama = nama_baris(baris) or "seluruh anggaran"
    satu, dua = format_rupiah(angka), format_rupiah(lain.angka[0])
    yield Temuan(
        aturan="U21",
        keyakinan=Keyakinan.PATUT_DICEK,
        alamat=Alamat(
            kode_opd=kode, kode_indikator="", tahun=baris.tahun, ukuran=ukuran.value, uraian=nama_baris(baris)
        ),
        cetakan=(satu, dua),
        seharusnya="",
        uraian=(
            f"{ukuran.value} {nama} {bukti.dataset.opd[kode].nama_pendek} {baris.tahun} tercetak {satu} pada "
            f"{baris.sumber}, "
            f"tetapi {dua} pada {lain.sumber}."
        ),
        sumber=sumber_unik([baris.sumber, lain.sumber]),
        langkah=(f"{baris.sumber}: {satu}", f"{lain.sumber}: {dua}", f"Selisih {format_rupiah(angka - lain.angka[0])}"),
        dugaan="Mungkin salah satunya hanya memuat sebagian program, atau angka sebelum perubahan anggaran.",
        masukan=tuple(
            masukan(ukuran.value, baris.tahun, nama, a, s)
            for a, s in ((angka, baris.sumber), (lain.angka[0], lain.sumber))
        ),
    )


ATURAN: tuple[Aturan, ...] = (
    Aturan(
        kode="U20",
        nama="Induk atau total anggaran tidak sama dengan rinciannya",
        syarat=(
            "pagu atau realisasi sebuah baris induk atau total bukan jumlah tingkat tercetak di bawahnya, "
            "dalam tabel yang "
            "sama"
        ),
        alasan="Total adalah angka yang dikutip ke mana-mana; rinciannya adalah yang dibelanjakan.",
        cari=induk_tidak_sama,
    ),
    Aturan(
        kode="U21",
        nama="Anggaran yang sama tercetak lain di tabel lain",
        syarat="total atau baris bernama sama pada cetakan pembanding berbeda dari lembar anggaran",
        alasan="Dua tabel tentang uang yang sama harus menyebut angka yang sama.",
        cari=cetakan_lain_berbeda,
    ),
)
