"""Rules on what is said of a figure in words: that it is not yet of a grade, that it is more than its siblings."""

import re
from collections.abc import Iterator, Sequence

from kinerja.model.baris import Indikator
from kinerja.model.istilah import Hubungan, Ukuran
from kinerja.nilai.angka import format_angka
from kinerja.nilai.nama import samakan
from kinerja.nilai.satuan import sama_satuan
from kinerja.nilai.skala import Pita, Skala
from kinerja.uji.bukti.cetakan import Angka, Bukti
from kinerja.uji.bukti.nama import Cetakan, DaftarNama, sedokumen
from kinerja.uji.bukti.susunan import susunan
from kinerja.uji.model import Alamat, Aturan, Hasil, Keyakinan, Temuan, TidakDiuji

# --- U09 grades said not to be reached --------------------------------------------------------------------------------

BELUM = "belum "


def tingkat_disangkal(bukti: Bukti) -> Iterator[Hasil]:
    """Find grades said not to be reached ("belum Maju") that every printed value of the year reaches."""
    if not any(ukuran is Ukuran.KATEGORI for _, _, ukuran in bukti.angka):
        yield TidakDiuji("U09", "Tidak ada kategori tercetak")
    for (kode, tahun, ukuran), angka in bukti.angka.items():
        i = bukti.dataset.indikator[kode]
        skala = bukti.dataset.skala_nilai(i, tahun) if ukuran is Ukuran.KATEGORI else None
        for a in angka if skala is not None and skala.berbatas else ():
            pita = _disangkal(a.teks, skala) if skala is not None else None
            if skala is not None and pita is not None:
                yield from _uji_disangkal(bukti, i, tahun=tahun, skala=skala, pita=pita, angka=a)


def _disangkal(teks: str, skala: Skala) -> Pita | None:
    """Return the grade that words end with and say is not yet reached; the longest where one ends with another."""
    kata = samakan(teks)
    milik = [p for p in skala.pita if kata.startswith(BELUM) and kata.endswith(f" {samakan(p.predikat)}")]
    return max(milik, key=lambda p: len(p.predikat), default=None)


def _uji_disangkal(bukti: Bukti, i: Indikator, tahun: int, skala: Skala, pita: Pita, angka: Angka) -> Iterator[Temuan]:
    nilai = [r for r in bukti.cetakan(i.kode_indikator, tahun, Ukuran.REALISASI) if r.nilai.angka is not None]
    if not nilai or not all(pita.dicapai(r.nilai.angka) for r in nilai if r.nilai.angka is not None):
        return
    acuan = nilai[0]
    benar = skala.peringkat(acuan.nilai.angka).predikat if acuan.nilai.angka is not None else None
    batas = f"{'mulai' if pita.termasuk else 'di atas'} {format_angka(pita.bawah)}" if pita.bawah is not None else ""
    yield Temuan(
        aturan="U09",
        keyakinan=Keyakinan.PASTI if sedokumen((angka, acuan)) else Keyakinan.PATUT_DICEK,
        alamat=Alamat(
            kode_opd=bukti.opd(i).kode_opd, kode_indikator=i.kode_indikator, tahun=tahun, ukuran=Ukuran.KATEGORI.value
        ),
        cetakan=(angka.teks,),
        seharusnya=benar or pita.predikat,
        uraian=(
            f"{i.indikator} {tahun} disebut {angka.teks}, padahal {acuan.teks} sudah {benar or pita.predikat} pada "
            "skala "
            f"{skala.nama} ({pita.predikat} {batas})."
        ),
        sumber=tuple(dict.fromkeys((angka.sumber, acuan.sumber))),
        langkah=(f"Nilai {acuan.masukan}", f"{pita.predikat}: {batas} ({skala.nama})", f"Tercetak {angka.masukan}"),
        masukan=(f"Kategori {tahun}: {angka.masukan}", f"Realisasi {tahun}: {acuan.masukan}"),
    )


# --- U34 the most among siblings --------------------------------------------------------------------------------------

TERBANYAK = re.compile(r"(?:lebih|paling) (?:banyak|besar|tinggi)|ter(?:banyak|besar|tinggi)")
TERSEDIKIT = re.compile(r"(?:lebih|paling) (?:sedikit|kecil|rendah)|ter(?:sedikit|kecil|rendah)")


def bukan_terbanyak(bukti: Bukti) -> Iterator[Hasil]:
    """Find parts of a whole called the most (or the least) of its parts that are not."""
    daftar = DaftarNama(bukti)
    # A name is compared with the other parts of its whole.
    semua = (bagian for _, bagian in susunan(bukti, Hubungan.JUMLAH).values())
    keluarga = {samakan(b): [s for s in bagian if samakan(s) != samakan(b)] for bagian in semua for b in bagian}
    if not any(ukuran is Ukuran.KATEGORI and samakan(kode) in keluarga for kode, _, ukuran in bukti.angka):
        yield TidakDiuji("U34", "Tidak ada bagian yang disebut terbanyak atau tersedikit")
    for (kode, tahun, ukuran), angka in bukti.angka.items():
        for a in angka if ukuran is Ukuran.KATEGORI else ():
            kata = samakan(a.teks)
            terbanyak = TERBANYAK.fullmatch(kata) is not None
            milik = daftar.ambil(kode, tahun, "")
            if milik is not None and (terbanyak or TERSEDIKIT.fullmatch(kata)):
                saudara = [c for s in keluarga.get(samakan(kode), ()) if (c := daftar.ambil(s, tahun, ""))]
                yield from _uji_terbanyak(daftar, milik, saudara, a, terbanyak)


def _uji_terbanyak(
    daftar: DaftarNama, milik: Cetakan, saudara: Sequence[Cetakan], angka: Angka, naik: bool
) -> Iterator[Temuan]:
    lebih = [c for c in saudara if _melewati(c, milik, naik)]
    if not lebih:
        return
    c = lebih[0]
    yield Temuan(
        aturan="U34",
        keyakinan=Keyakinan.PASTI if sedokumen((angka, milik.utama, c.utama)) else Keyakinan.PATUT_DICEK,
        alamat=daftar.alamat(milik, Ukuran.KATEGORI.value),
        cetakan=(angka.teks,),
        seharusnya=f"{c.nama} {c.utama.teks}",
        uraian=f"{milik.sebutan} ({milik.utama.teks}) disebut {angka.teks}, padahal {c.nama} {c.utama.teks}.",
        sumber=tuple(dict.fromkeys((angka.sumber, milik.utama.sumber, c.utama.sumber))),
        langkah=(milik.masukan(), c.masukan(), f"Tercetak {angka.masukan}"),
        masukan=(f"Kategori {milik.tahun}: {angka.masukan}", milik.masukan(), c.masukan()),
    )


def _melewati(satu: Cetakan, dua: Cetakan, naik: bool) -> bool:
    """Tell whether every print of one figure is beyond every print of another, in the same unit."""
    a, b = ([s for c in x.angka if (s := x.selang(c))] for x in (satu, dua))
    if not sama_satuan(satu.satuan, dua.satuan):
        return False
    return all((s.bawah > t.atas) if naik else (s.atas < t.bawah) for s in a for t in b)


ATURAN: tuple[Aturan, ...] = (
    Aturan(
        kode="U09",
        nama="Disebut belum mencapai tingkat yang sudah dicapai",
        syarat=(
            "suatu tingkat disebut belum dicapai (“belum Maju”), padahal nilai tercetak sudah mencapainya pada skalanya"
        ),
        alasan="Tingkat ditentukan ambang batasnya, bukan oleh target.",
        cari=tingkat_disangkal,
    ),
    Aturan(
        kode="U34",
        nama="Disebut terbanyak padahal bukan",
        syarat="satu bagian disebut lebih banyak, terbanyak atau tersedikit, padahal bagian lain melewatinya",
        alasan="Perbandingan yang terbalik mengubah siapa yang perlu dilayani.",
        cari=bukan_terbanyak,
    ),
)
