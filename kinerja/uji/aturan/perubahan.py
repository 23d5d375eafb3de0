"""Rules on printed differences and changes: held against every pair of figures they may speak of."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from kinerja.model.istilah import Arah, Ukuran
from kinerja.nilai.angka import format_angka, format_persen
from kinerja.nilai.baca import Nilai
from kinerja.nilai.nama import samakan
from kinerja.rumus.capaian import Kecocokan, membaik
from kinerja.rumus.hitung import persen_dari
from kinerja.sajian.kalimat import kecil
from kinerja.uji.aturan.pernyataan import Pasangan, Pencari, Pernyataan
from kinerja.uji.bukti.cetakan import CETAKAN_MAKS, Angka, Bukti
from kinerja.uji.bukti.nama import sedokumen
from kinerja.uji.bukti.presisi import bandingkan, tepat
from kinerja.uji.model import Alamat, Aturan, Hasil, Keyakinan, Temuan, TidakDiuji

NAIK = re.compile(r"\b(kenaikan|peningkatan|penambahan|bertambah|meningkat|naik|selisih lebih)\b")
TURUN = re.compile(r"\b(penurunan|pengurangan|berkurang|menurun|turun|selisih kurang)\b")
CATATAN_NAIK = re.compile(r"\b(kenaikan|peningkatan|penambahan|selisih lebih)\b")
CATATAN_TURUN = re.compile(r"\b(penurunan|pengurangan|selisih kurang)\b")
BAIK = re.compile(r"\b(lebih baik|membaik)\b")
BURUK = re.compile(r"\b(lebih buruk|memburuk)\b")


def selisih_tidak_mengikuti(bukti: Bukti) -> Iterator[Hasil]:
    """Find printed differences that no two figures give they may speak of."""
    yield from _uji(bukti, "U37", Ukuran.SELISIH)


def perubahan_tidak_mengikuti(bukti: Bukti) -> Iterator[Hasil]:
    """Find printed changes between years that the figures of the years do not give, or that go the other way."""
    yield from _uji(bukti, "U38", Ukuran.PERUBAHAN)


def _uji(bukti: Bukti, kode: str, ukuran: Ukuran) -> Iterator[Hasil]:
    baris = [k for k in bukti.dataset.buku.kutipan if k.ukuran is ukuran]
    if not baris:
        yield TidakDiuji(kode, f"Tidak ada {ukuran.value.lower()} tercetak")
    pencari, tidak = Pencari(bukti), []
    tak_teruji: dict[Alamat, list[Pernyataan]] = {}
    teruji: Counter[Alamat] = Counter()
    for k in baris:
        p = pencari.susun(k)
        if p is not None and p.pasangan:
            teruji[p.alamat] += 1
            if teruji[p.alamat] <= CETAKAN_MAKS:
                yield from uji_pernyataan(kode, ukuran, p)
            continue
        tidak.append(f"“{k.uraian or k.indikator or k.kode_indikator or k.kode_opd}” {k.tahun}")
        if p is not None:
            tak_teruji.setdefault(p.alamat, []).append(p)
    # Where the figures are not printed, words may still say that they went both ways.
    for alamat, milik in tak_teruji.items():
        arah = {naik: p for p in milik if (naik := _arah_kata(p.angka.teks, p.arah)) is not None}
        if len(arah) > 1:
            isi = [arah[True], arah[False]]
            yield Temuan(
                aturan=kode,
                keyakinan=Keyakinan.PATUT_DICEK,
                alamat=alamat,
                cetakan=tuple(p.angka.teks for p in isi),
                seharusnya="",
                uraian=f"{ukuran.value} {isi[0].nama} {alamat.tahun} tercetak {isi[0].angka.teks} "
                f"dan di tempat lain {isi[1].angka.teks}.",
                sumber=tuple(dict.fromkeys(p.angka.sumber for p in isi)),
                langkah=tuple(f"Tercetak {p.angka.masukan}" for p in isi),
                masukan=tuple(f"{ukuran.value} {alamat.tahun}: {p.angka.masukan}" for p in isi),
            )
    if tidak:
        yield TidakDiuji(kode, f"Angka yang dibandingkan tidak tersedia: {', '.join(dict.fromkeys(tidak))}")


# --- the judgement ----------------------------------------------------------------------------------------------------


def uji_pernyataan(kode: str, ukuran: Ukuran, pernyataan: Pernyataan) -> Iterator[Temuan]:
    """Hold a print against its pairs: its size, then its direction."""
    if pernyataan.angka.nilai.angka is None:
        if (naik := _arah_kata(pernyataan.angka.teks, pernyataan.arah)) is not None:
            yield from _uji_arah(kode, ukuran, pernyataan, naik, [q for q in pernyataan.pasangan if q.utama])
        return
    hasil = [(_cocok(pernyataan, q), q) for q in pernyataan.pasangan]
    cocok = [q for h, q in hasil if h is Kecocokan.COCOK]
    if cocok:
        # The first clause of a remark is the report's own word, the rest may be the keeper's.
        kata = samakan(pernyataan.angka.catatan.partition(";")[0])
        naik, turun = bool(CATATAN_NAIK.search(kata)), bool(CATATAN_TURUN.search(kata))
        if naik != turun:
            yield from _uji_arah(kode, ukuran, pernyataan, naik, cocok)
        return
    dipotong = [q for h, q in hasil if h is Kecocokan.DIPOTONG]
    yield _temuan_besar(kode, ukuran, pernyataan, (dipotong or list(pernyataan.pasangan))[0], dipotong=bool(dipotong))


def _cocok(pernyataan: Pernyataan, pasangan: Pasangan) -> Kecocokan:
    nilai = _tanpa_tanda(pernyataan.angka.nilai)
    hasil = [
        bandingkan(nilai, s, ujung=False) for s in pasangan.bacaan(pernyataan.kali, persen="%" in pernyataan.angka.teks)
    ]
    for h in (Kecocokan.COCOK, Kecocokan.DIPOTONG):
        if h in hasil:
            return h
    return Kecocokan.BEDA


def _tanpa_tanda(nilai: Nilai) -> Nilai:
    return Nilai(teks=nilai.teks, jenis=nilai.jenis, angka=abs(nilai.bilangan), desimal=nilai.desimal)


def _arah_kata(teks: str, arah: Arah) -> bool | None:
    """Tell whether words say that a figure went up; None where they say nothing, or both."""
    kata = samakan(teks)
    naik, turun = bool(NAIK.search(kata)), bool(TURUN.search(kata))
    if naik != turun:
        return naik
    if arah is Arah.NETRAL or bool(BAIK.search(kata)) == bool(BURUK.search(kata)):
        return None
    return bool(BAIK.search(kata)) == (arah is Arah.NAIK)


def _uji_arah(
    kode: str, ukuran: Ukuran, pernyataan: Pernyataan, naik: bool, pasangan: Sequence[Pasangan]
) -> Iterator[Temuan]:
    if not pasangan or any(q.beda and (q.beda > 0) == naik for q in pasangan):
        return
    q = pasangan[0]
    benar = {True: "naik", False: "turun"}[q.beda > 0] if q.beda else "tetap"
    baik = {True: ", membaik", False: ", memburuk", None: ""}[membaik(q.beda, pernyataan.arah)]
    dikatakan = "naik atau lebih" if naik else "turun atau kurang"
    yield Temuan(
        aturan=kode,
        keyakinan=Keyakinan.PASTI if sedokumen((q.dari, q.ke, pernyataan.angka)) else Keyakinan.PATUT_DICEK,
        alamat=pernyataan.alamat,
        cetakan=(pernyataan.angka.teks,),
        seharusnya=f"{benar} {format_angka(abs(q.beda))}",
        uraian=(
            f"{ukuran.value} {pernyataan.nama} {pernyataan.alamat.tahun} tercetak {pernyataan.angka.teks} "
            f"({dikatakan}), padahal dari "
            f"{q.dari.teks} "
            f"ke {q.ke.teks} {benar}{baik}."
        ),
        sumber=(pernyataan.angka.sumber,),
        langkah=(
            *_langkah(q),
            f"Tercetak {pernyataan.angka.masukan}{f': {pernyataan.angka.catatan}' if pernyataan.angka.catatan else ''}",
        ),
        masukan=_masukan(ukuran, pernyataan, q),
    )


def _temuan_besar(kode: str, ukuran: Ukuran, pernyataan: Pernyataan, pasangan: Pasangan, *, dipotong: bool) -> Temuan:
    benar = format_angka(abs(pasangan.beda))
    dasar = pasangan.dari.nilai.bilangan
    if "%" in pernyataan.angka.teks and dasar > 0 and pernyataan.kali:
        benar += f" ({format_persen(persen_dari(abs(pasangan.beda), dasar))})"
    satu_bacaan = (ukuran is Ukuran.PERUBAHAN or bool(pernyataan.lain)) and sedokumen(
        (pasangan.dari, pasangan.ke, pernyataan.angka)
    )
    akibat = ", tercetak dipotong, bukan dibulatkan" if dipotong else ""
    nama = dict.fromkeys(q.nama for q in pernyataan.pasangan)
    dicoba = (f"Juga tidak cocok: {'; '.join(list(nama)[1:])}",) if len(nama) > 1 else ()
    return Temuan(
        aturan=kode,
        keyakinan=Keyakinan.PASTI if satu_bacaan and not dipotong else Keyakinan.PATUT_DICEK,
        alamat=pernyataan.alamat,
        cetakan=(pernyataan.angka.teks,),
        seharusnya=benar,
        uraian=f"{ukuran.value} {pernyataan.nama} {pernyataan.alamat.tahun} tercetak {pernyataan.angka.teks}, padahal "
        f"dari {pasangan.dari.teks} ke {pasangan.ke.teks} ({kecil(pasangan.nama)}) adalah {benar}{akibat}.",
        sumber=(pernyataan.angka.sumber,),
        langkah=(
            *_langkah(pasangan),
            f"Selisihnya {benar}",
            f"Tercetak {pernyataan.angka.masukan}",
            *dicoba,
        ),
        dugaan="" if dipotong else _dugaan(pernyataan),
        masukan=_masukan(ukuran, pernyataan, pasangan),
    )


def _langkah(pasangan: Pasangan) -> tuple[str, ...]:
    return (f"{pasangan.nama}: dari {pasangan.dari.masukan}", f"ke {pasangan.ke.masukan}")


def _dugaan(pernyataan: Pernyataan) -> str:
    """Guess a slip of the decimal point, or the difference as a part of the new figure."""
    tercetak = _tanpa_tanda(pernyataan.angka.nilai)
    for q in pernyataan.pasangan:
        for pangkat in (-1, 1, -2, 2):
            if q.beda and abs(q.beda).scaleb(pangkat) == tercetak.angka:
                return f"Mungkin salah letak koma: {format_angka(abs(q.beda))}."
        if sorted(format_angka(abs(q.beda))) == sorted(pernyataan.angka.teks):
            return f"Mungkin dua digit tertukar: {format_angka(abs(q.beda))}."
        ke = q.ke.nilai.bilangan
        bagian = persen_dari(abs(q.beda), ke) if ke > 0 and "%" in pernyataan.angka.teks else None
        if bagian is not None and bandingkan(tercetak, tepat(bagian)) is not Kecocokan.BEDA:
            return f"Mungkin dibagi angka baru {q.ke.teks}, bukan angka lama {q.dari.teks}."
    lain = next((q for q in pernyataan.lain if _cocok(pernyataan, q) is Kecocokan.COCOK), None)
    return f"Mungkin selisih {kecil(lain.nama)} ({lain.dari.teks})." if lain else ""


def _masukan(ukuran: Ukuran, pernyataan: Pernyataan, pasangan: Pasangan) -> tuple[str, ...]:
    isi: Mapping[str, Angka] = {f"{ukuran.value} {pernyataan.alamat.tahun}": pernyataan.angka}
    return (
        *(f"{k}: {a.masukan}" for k, a in isi.items()),
        *(f"{pasangan.nama}: {a.masukan}" for a in (pasangan.dari, pasangan.ke)),
    )


ATURAN: tuple[Aturan, ...] = (
    Aturan(
        kode="U37",
        nama="Selisih tidak mengikuti dua angkanya",
        syarat="selisih tercetak bukan selisih realisasi dengan target, target akhir, tahun lain, wilayah lain, "
        "ataupun anggaran dengan realisasinya",
        alasan=(
            "Selisih yang tidak dapat dihitung kembali menandakan angka yang salah atau pembanding yang tidak disebut."
        ),
        cari=selisih_tidak_mengikuti,
    ),
    Aturan(
        kode="U38",
        nama="Perubahan tidak mengikuti dua tahunnya",
        syarat="perubahan tercetak, dalam angka, poin, persen atau kata, bukan perubahan dari tahun sebelumnya",
        alasan="Perubahan dari tahun ke tahun adalah inti evaluasi; arahnya tidak boleh terbalik.",
        cari=perubahan_tidak_mengikuti,
    ),
)
