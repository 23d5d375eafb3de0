"""Rules that hold budgets against each other: indicators against programs and the OPD, one year against another."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.dataset import Dataset
from kinerja.model.baris import AnggaranIndikator, BarisAnggaran
from kinerja.model.istilah import Ukuran
from kinerja.nilai.angka import format_rupiah
from kinerja.nilai.kelompok import himpun, menurut
from kinerja.nilai.nama import samakan
from kinerja.rumus.anggaran import baris_terdalam, jalur, leluhur
from kinerja.uji.bukti.cetakan import Bukti
from kinerja.uji.bukti.lajur import cetakan_anggaran, nilai_lajur
from kinerja.uji.bukti.pokok import UANG
from kinerja.uji.bukti.uang import angka_saja, asli, indeks_uang, masukan, nama_baris, sama, sumber_unik
from kinerja.uji.model import Alamat, Aturan, Hasil, Keyakinan, Temuan, TidakDiuji

SATU_JUTA = Decimal(1_000_000)
"""An amount that is no multiple of this is hardly the same by chance."""


def _milik_sendiri(dataset: Dataset) -> Iterator[tuple[str, AnggaranIndikator]]:
    """Budgets tied to an indicator that are its own, not shared with another."""
    for (kode, _), b in dataset.anggaran_indikator.items():
        if not b.pagu_bersama:
            yield kode, b


# --- U26 the budget of an indicator against the programs that name it -------------------------------------------------


def program_tidak_sama(bukti: Bukti) -> Iterator[Hasil]:
    """Find budgets of indicators that are not the sum of the programs which name the indicator, in any print."""
    d = bukti.dataset
    if not d.anggaran_indikator:
        yield TidakDiuji("U26", "Tidak ada anggaran per indikator")
    pendukung = _pendukung(d)
    for kode, b in _milik_sendiri(d):
        kelompok = pendukung.get((kode, b.tahun), {})
        for ukuran, angka in ((Ukuran.PAGU, b.pagu), (Ukuran.REALISASI_ANGGARAN, b.realisasi)):
            jumlah = {s: j for s, baris in kelompok.items() if (j := _jumlah(baris, ukuran)) is not None}
            if angka is not None and jumlah and not any(sama(angka, j) for j in jumlah.values()):
                lajur = {s: kelompok[s] for s in jumlah}
                yield _temuan_program(bukti, b, kode=kode, ukuran=ukuran, angka=angka, kelompok=lajur, jumlah=jumlah)


def _temuan_program(
    bukti: Bukti,
    anggaran: AnggaranIndikator,
    *,
    kode: str,
    ukuran: Ukuran,
    angka: Decimal,
    kelompok: Mapping[str, Sequence[BarisAnggaran]],
    jumlah: Mapping[str, Decimal],
) -> Temuan:
    i, tahun = bukti.dataset.indikator[kode], anggaran.tahun
    isi = ", ".join(f"{format_rupiah(j)} dari {len(kelompok[s])} baris ({s})" for s, j in jumlah.items())
    baris = [(nama_baris(b), nilai_lajur(b, ukuran), b.sumber) for lajur in kelompok.values() for b in lajur]
    return Temuan(
        aturan="U26",
        keyakinan=Keyakinan.PATUT_DICEK,
        alamat=Alamat(kode_opd=bukti.opd(i).kode_opd, kode_indikator=kode, tahun=tahun, ukuran=ukuran.value),
        cetakan=(format_rupiah(angka),),
        seharusnya=format_rupiah(next(iter(jumlah.values()))),
        uraian=f"{ukuran.value} {i.indikator} {tahun} tercetak {format_rupiah(angka)}, sedangkan program yang "
        f"menyebut indikator ini berjumlah {isi}.",
        sumber=sumber_unik([anggaran.sumber, *jumlah]),
        langkah=tuple(f"{nama}: {format_rupiah(nilai)} ({sumber})" for nama, nilai, sumber in baris),
        dugaan="Mungkin sebagian program tidak disebut, atau hanya sebagian kegiatannya mendukung indikator ini.",
        masukan=(
            masukan(ukuran.value, tahun, i.indikator, angka, anggaran.sumber),
            *(masukan(ukuran.value, tahun, nama, nilai, sumber) for nama, nilai, sumber in baris),
        ),
    )


def _pendukung(dataset: Dataset) -> Mapping[tuple[str, int], Mapping[str, Sequence[BarisAnggaran]]]:
    """Deepest lines that name an indicator, or stand under one that does, by (kode, tahun) and print."""
    hasil: dict[tuple[str, int], dict[str, list[BarisAnggaran]]] = {}
    for (_, tahun, _, _), baris in cetakan_anggaran(dataset).items():
        menurut_jalur = {jalur(b): b for b in baris}
        for b in baris_terdalam(baris):
            atas = (menurut_jalur[a] for a in leluhur(jalur(b)) if a in menurut_jalur)
            kode = dict.fromkeys(k for x in (b, *atas) for k in x.kode_indikator)
            for k in filter(None, map(dataset.kode_indikator, kode)):
                hasil.setdefault((k, tahun), {}).setdefault(b.sumber, []).append(b)
    return hasil


def _jumlah(baris: Sequence[BarisAnggaran], ukuran: Ukuran) -> Decimal | None:
    angka = [nilai_lajur(b, ukuran) for b in baris]
    return None if None in angka else sum((a for a in angka if a is not None), Decimal(0))


# --- U28 budgets of all indicators against the OPD --------------------------------------------------------------------


def indikator_tidak_sejumlah(bukti: Bukti) -> Iterator[Hasil]:
    """Find OPD whose indicators share out the whole of one column, to the rupiah, and not of the other."""
    d = bukti.dataset
    milik = menurut(_milik_sendiri(d), lambda kb: (bukti.opd(d.indikator[kb[0]]).kode_opd, kb[1].tahun))
    for (opd, tahun), isi in milik.items():
        angka = [(b.pagu, b.realisasi) for _, b in isi if b.pagu is not None and b.realisasi is not None]
        pagu, realisasi = (_total_opd(d, opd, tahun, u) for u in (Ukuran.PAGU, Ukuran.REALISASI_ANGGARAN))
        if len(isi) < 2 or len(angka) < len(isi) or not pagu or not realisasi:
            yield TidakDiuji("U28", f"Anggaran indikator {opd} {tahun} tidak lengkap atau OPD tanpa anggaran")
            continue
        jumlah_pagu = sum((p for p, _ in angka), Decimal(0))
        jumlah_realisasi = sum((r for _, r in angka), Decimal(0))
        cocok_pagu = any(sama(jumlah_pagu, t) for t, _ in pagu)
        cocok_realisasi = any(sama(jumlah_realisasi, t) for t, _ in realisasi)
        if cocok_pagu and not cocok_realisasi:
            yield _temuan_bagi(
                bukti,
                opd,
                tahun=tahun,
                isi=isi,
                ukuran=Ukuran.REALISASI_ANGGARAN,
                jumlah=jumlah_realisasi,
                acuan=realisasi[0],
            )
        elif cocok_realisasi and not cocok_pagu:
            yield _temuan_bagi(bukti, opd, tahun=tahun, isi=isi, ukuran=Ukuran.PAGU, jumlah=jumlah_pagu, acuan=pagu[0])


def _total_opd(dataset: Dataset, opd: str, tahun: int, ukuran: Ukuran) -> list[tuple[Decimal, str]]:
    """Return the totals of an OPD with their places: those printed, then the sum of the deepest lines."""
    lajur = [b for b in indeks_uang(dataset).get((opd, "", tahun), ()) if not b.apbd]
    hitung = dataset.jumlah_anggaran.get((opd, tahun))
    angka = [(b.pagu if ukuran is Ukuran.PAGU else b.realisasi, b.sumber) for b in lajur]
    if hitung is not None and lajur:
        angka.append((hitung.pagu if ukuran is Ukuran.PAGU else hitung.realisasi, lajur[0].sumber))
    return [(a, s) for a, s in angka if a is not None]


def _temuan_bagi(
    bukti: Bukti,
    opd: str,
    tahun: int,
    isi: Sequence[tuple[str, AnggaranIndikator]],
    ukuran: Ukuran,
    jumlah: Decimal,
    acuan: tuple[Decimal, str],
) -> Temuan:
    lain = "pagu" if ukuran is Ukuran.REALISASI_ANGGARAN else "realisasi"
    nama = {k: bukti.dataset.indikator[k].indikator for k, _ in isi}
    angka = {k: b.pagu if ukuran is Ukuran.PAGU else b.realisasi for k, b in isi}
    total, tempat = acuan
    return Temuan(
        aturan="U28",
        keyakinan=Keyakinan.PASTI,
        alamat=Alamat(kode_opd=opd, kode_indikator="", tahun=tahun, ukuran=ukuran.value, uraian="seluruh indikator"),
        cetakan=(format_rupiah(jumlah), format_rupiah(total)),
        seharusnya="",
        uraian=f"{ukuran.value} {len(isi)} indikator {bukti.dataset.opd[opd].nama_pendek} {tahun} berjumlah "
        f"{format_rupiah(jumlah)}, sedangkan seluruh anggaran tercetak {format_rupiah(total)}, padahal {lain} keduanya "
        f"sama sampai rupiah terakhir; selisihnya {format_rupiah(abs(jumlah - total))}.",
        sumber=sumber_unik([*(b.sumber for _, b in isi), tempat]),
        langkah=(
            *(f"{nama[k]}: {format_rupiah(angka[k])}" for k, _ in isi),
            f"Jumlah {format_rupiah(jumlah)}; seluruh anggaran {format_rupiah(total)}",
        ),
        masukan=(
            *(masukan(ukuran.value, tahun, nama[k], angka[k], b.sumber) for k, b in isi),
            masukan(ukuran.value, tahun, "seluruh anggaran", total, tempat),
        ),
    )


# --- U27 another year's figures ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Sel:
    """A figure of a year that may be another year's."""

    opd: str
    tahun: int
    nama: str
    angka: Decimal
    sumber: str
    ukuran: Ukuran
    kode: str = ""


def tahun_lain_sama(bukti: Bukti) -> Iterator[Hasil]:
    """Find budgets, or lines of them, that are another year's to the rupiah."""
    d = bukti.dataset
    if len({t for _, t in d.jumlah_anggaran} | {b.tahun for b in d.buku.anggaran_indikator}) < 2:
        yield TidakDiuji("U27", "Anggaran hanya tersedia untuk satu tahun")
        return
    banyak: dict[tuple[str, int, str], int] = {}
    for s, _ in _sel_program(d):
        banyak[s.opd, s.tahun, ""] = banyak.get((s.opd, s.tahun, ""), 0) + 1
    for pasangan in _kelompokkan([*_kembar(d, _sel_program(d))]):
        s = pasangan[0][0]
        semua = banyak[s.opd, s.tahun, ""]
        if (2 * len(pasangan) >= semua and len(pasangan) > 1) or any(s.angka % SATU_JUTA != 0 for s, _ in pasangan):
            yield _temuan_kembar(bukti, pasangan, f"{len(pasangan)} dari {semua} angka anggaran")
    for pasangan in _kelompokkan([*_kembar(d, _sel_indikator(d))]):
        yield _temuan_kembar(bukti, pasangan, f"{len(pasangan)} anggaran indikator")


def _sel_program(dataset: Dataset) -> Iterator[tuple[Sel, tuple[object, ...]]]:
    """Totals of OPD and program lines of the budget, each with what makes it the same thing in another year."""
    for (opd, tahun), jumlah in dataset.jumlah_anggaran.items():
        sumber = next((b.sumber for b in dataset.baris_anggaran(opd, tahun) if asli(b)), "")
        if jumlah.pagu:
            yield (
                Sel(opd=opd, tahun=tahun, nama="", angka=jumlah.pagu, sumber=sumber, ukuran=Ukuran.PAGU),
                ("", jumlah.pagu),
            )
    for b in dataset.buku.anggaran:
        if asli(b) and b.program and not b.kegiatan and not b.sub_kegiatan and b.pagu:
            opd = dataset.kode_opd(b.kode_opd) or b.kode_opd
            yield (
                Sel(opd=opd, tahun=b.tahun, nama=b.program, angka=b.pagu, sumber=b.sumber, ukuran=Ukuran.PAGU),
                (samakan(b.program), b.pagu),
            )


def _sel_indikator(dataset: Dataset) -> Iterator[tuple[Sel, tuple[object, ...]]]:
    for kode, b in _milik_sendiri(dataset):
        if b.pagu and b.realisasi:
            i = dataset.indikator[kode]
            opd = dataset.pemilik(i).kode_opd
            s = Sel(
                opd=opd,
                tahun=b.tahun,
                nama=i.indikator,
                angka=b.realisasi,
                sumber=b.sumber,
                ukuran=Ukuran.REALISASI_ANGGARAN,
                kode=kode,
            )
            yield s, (b.pagu, b.realisasi)


def _kembar(dataset: Dataset, sel: Iterator[tuple[Sel, tuple[object, ...]]]) -> Iterator[tuple[Sel, Sel]]:
    """Pair every figure with the same one of an earlier year, of its OPD or of the whole."""
    for kelompok in himpun((kunci, s) for s, kunci in sel).values():
        menurut_opd = {(s.opd, s.tahun): s for s in kelompok}
        utuh = [s for s in kelompok if dataset.opd[s.opd].keseluruhan]
        tahun = sorted({s.tahun for s in kelompok})
        for s in menurut_opd.values():
            lama = [t for t in tahun if t < s.tahun]
            calon = [menurut_opd.get((s.opd, t)) for t in reversed(lama)] + [u for u in utuh if u.tahun < s.tahun]
            asal = next((c for c in calon if c is not None), None)
            if asal is not None:
                yield s, asal


def _kelompokkan(pasangan: Sequence[tuple[Sel, Sel]]) -> list[list[tuple[Sel, Sel]]]:
    kelompok = himpun(((s.opd, s.tahun, asal.opd, asal.tahun), (s, asal)) for s, asal in pasangan)
    return [sorted(p, key=lambda p: -p[0].angka) for p in kelompok.values()]


def _temuan_kembar(bukti: Bukti, pasangan: Sequence[tuple[Sel, Sel]], banyak: str) -> Temuan:
    s, asal = pasangan[0]
    satu = len(pasangan) == 1
    nama, nama_asal = (bukti.dataset.opd[x.opd].nama_pendek for x in (s, asal))
    angka = f"{s.nama or 'Seluruh anggaran'} {format_rupiah(s.angka)}"
    apa = "pagu dan realisasinya" if s.kode else "pagunya"
    rusak = _rusak(bukti, pasangan)
    sama_rupiah = "sama" if rusak else "sama sampai rupiah terakhir"
    return Temuan(
        aturan="U27",
        keyakinan=Keyakinan.PATUT_DICEK,
        alamat=Alamat(
            kode_opd=s.opd,
            kode_indikator=s.kode if satu else "",
            tahun=s.tahun,
            ukuran=s.ukuran.value,
            uraian=s.nama if satu and not s.kode else "",
        ),
        cetakan=tuple(format_rupiah(x.angka) for x, _ in pasangan),
        seharusnya="",
        uraian=(
            f"{banyak} {nama} {s.tahun} {apa} {sama_rupiah} dengan {nama_asal} {asal.tahun}, antara lain "
            f"{angka}{rusak}."
        ),
        sumber=sumber_unik([*(x.sumber for x, _ in pasangan), *(y.sumber for _, y in pasangan)]),
        langkah=tuple(
            f"{x.nama or 'Seluruh anggaran'}: {format_rupiah(x.angka)} ({x.sumber}); {y.tahun} ({y.sumber})"
            for x, y in pasangan
        ),
        dugaan=f"Mungkin angka {asal.tahun} dipakai lagi untuk {s.tahun}.",
        masukan=tuple(masukan(x.ukuran.value, x.tahun, x.nama, x.angka, x.sumber) for p in pasangan for x in p),
    )


def _rusak(bukti: Bukti, pasangan: Sequence[tuple[Sel, Sel]]) -> str:
    """Name a print of the amounts with broken separators: what is the same is then what it is read as."""
    for x in (x for p in pasangan for x in p if x.kode):
        for ukuran in UANG:
            for a in bukti.cetakan(x.kode, x.tahun, ukuran):
                if a.nilai.angka is None and angka_saja(a.teks):
                    return f"; {ukuran.value.lower()} {x.tahun} tercetak {a.teks}, pemisahnya tidak pada tempatnya"
    return ""


ATURAN: tuple[Aturan, ...] = (
    Aturan(
        kode="U26",
        nama="Anggaran indikator berbeda dari programnya",
        syarat="pagu atau realisasi indikator bukan jumlah program yang menyebut indikator itu, pada cetakan mana pun",
        alasan="Efisiensi indikator dihitung dari uang ini; program yang terlewat mengubahnya.",
        cari=program_tidak_sama,
    ),
    Aturan(
        kode="U27",
        nama="Anggaran sama dengan tahun lain",
        syarat="pagu OPD, program, atau indikator sama sampai rupiah terakhir dengan tahun lain",
        alasan="Tabel tahun lalu yang disalin terlihat benar, tetapi melaporkan uang yang lain.",
        cari=tahun_lain_sama,
    ),
    Aturan(
        kode="U28",
        nama="Anggaran seluruh indikator tidak sejumlah anggaran OPD",
        syarat="jumlah satu lajur anggaran semua indikator sama dengan OPD sampai rupiah terakhir, lajur lainnya tidak",
        alasan="Bila pagunya terbagi habis, realisasinya juga harus terbagi habis.",
        cari=indikator_tidak_sejumlah,
    ),
)
