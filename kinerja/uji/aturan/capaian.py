"""Rules on indicators: capaian against target and realisasi, predikat against the scale, two prints of one."""

import re
from collections.abc import Iterable, Iterator, Sequence

from kinerja.model.baris import Indikator
from kinerja.model.istilah import Arah, Ukuran
from kinerja.model.profil import BAKU, AturanHitung
from kinerja.nilai.angka import format_angka, format_persen
from kinerja.nilai.baca import JenisNilai, Nilai
from kinerja.nilai.kelompok import menurut
from kinerja.nilai.nama import samakan
from kinerja.nilai.skala import Skala
from kinerja.rumus.capaian import Kecocokan
from kinerja.rumus.hitung import hitung_capaian, persen_capaian
from kinerja.uji.aturan.huruf import capaian_huruf_tidak_mengikuti
from kinerja.uji.bukti.cetakan import Angka, Bukti, berbeda
from kinerja.uji.bukti.pokok import berangka
from kinerja.uji.bukti.presisi import SATU_DIPOTONG, bandingkan, selang_capaian, semua_dipotong, tepat
from kinerja.uji.model import Alamat, Aturan, Hasil, Keyakinan, Temuan, TidakDiuji


def _alamat(bukti: Bukti, i: Indikator, tahun: int, ukuran: Ukuran, uraian: str = "") -> Alamat:
    return Alamat(
        kode_opd=bukti.opd(i).kode_opd, kode_indikator=i.kode_indikator, tahun=tahun, ukuran=ukuran.value, uraian=uraian
    )


def _tahun_bercetak(bukti: Bukti, ukuran: Ukuran) -> Iterator[tuple[Indikator, int, tuple[Angka, ...]]]:
    for (kode, tahun, jenis), angka in bukti.angka.items():
        if jenis is ukuran:
            yield bukti.dataset.indikator[kode], tahun, angka


# --- U01 capaian ------------------------------------------------------------------------------------------------------


def capaian_tidak_mengikuti(bukti: Bukti) -> Iterator[Hasil]:
    """Find printed capaian that follow from no printed target and realisasi of the year."""
    if not any(jenis is Ukuran.CAPAIAN for _, _, jenis in bukti.angka):
        yield TidakDiuji("U01", "Tidak ada capaian tercetak")
    for i, tahun, angka in _tahun_bercetak(bukti, Ukuran.CAPAIAN):
        for kelompok in menurut(berangka(angka), lambda a: a.nilai.angka).values():
            yield from _uji_capaian(bukti, i, tahun, kelompok)
            yield from capaian_huruf_tidak_mengikuti(bukti, i, tahun, kelompok)


def _uji_capaian(bukti: Bukti, i: Indikator, tahun: int, kelompok: Sequence[Angka]) -> Iterator[Temuan]:
    c = bukti.dataset.tahunan(i.kode_indikator, tahun)
    if i.arah is Arah.NETRAL or c is None:
        return
    pasangan = list(_pasangan(bukti, i, tahun))
    if not pasangan:
        return
    tercetak = kelompok[0].nilai
    semua = ((selang_capaian(t.nilai, r.nilai, i.arah, bukti.aturan), t, r) for t, r in pasangan)
    hasil = [(bandingkan(tercetak, s), t, r) for s, t, r in semua if s]
    if not hasil or any(h is Kecocokan.COCOK for h, _, _ in hasil):
        return
    yield _temuan_capaian(bukti, i, tahun, kelompok, hasil)


def _pasangan(bukti: Bukti, i: Indikator, tahun: int) -> Iterator[tuple[Angka, Angka]]:
    """Every printed target, what is calculated with first, with every printed realisasi of the year."""
    c = bukti.dataset.tahunan(i.kode_indikator, tahun)
    target = list(bukti.cetakan(i.kode_indikator, tahun, Ukuran.TARGET))
    if c is not None and c.target.ada:
        target.insert(0, Angka(teks=c.target.teks, nilai=c.target, sumber=c.baris.sumber, utama=True))
    realisasi = bukti.cetakan(i.kode_indikator, tahun, Ukuran.REALISASI)
    for t in target:
        for r in realisasi:
            if t.nilai.angka is not None and r.nilai.angka is not None:
                yield t, r


def _temuan_capaian(
    bukti: Bukti, i: Indikator, tahun: int, kelompok: Sequence[Angka], hasil: Sequence[tuple[Kecocokan, Angka, Angka]]
) -> Temuan:
    cocok, t, r = next((h for h in hasil if h[0] is Kecocokan.DIPOTONG), hasil[0])
    persen = persen_capaian(t.nilai, r.nilai.bilangan, i.arah, bukti.aturan)
    dipotong = cocok is Kecocokan.DIPOTONG
    benar = format_persen(persen)
    alasan = f"realisasi {r.teks} terhadap target {t.teks} adalah {benar}"
    akibat = "tercetak dipotong, bukan dibulatkan" if dipotong else "bukan yang tercetak"
    return Temuan(
        aturan="U01",
        keyakinan=Keyakinan.PATUT_DICEK if dipotong else Keyakinan.PASTI,
        alamat=_alamat(bukti, i, tahun, Ukuran.CAPAIAN),
        cetakan=(kelompok[0].teks,),
        seharusnya=benar,
        uraian=f"Capaian {i.indikator} {tahun} tercetak {kelompok[0].teks}, padahal {alasan}, {akibat}.",
        sumber=tuple(dict.fromkeys(a.sumber for a in kelompok)),
        langkah=_langkah_capaian(bukti, i, target=t, realisasi=r, benar=benar, cetak=kelompok[0]),
        dugaan=dugaan_capaian(bukti, i, tahun, kelompok[0].nilai),
        masukan=tuple(
            f"{u} {tahun}: {a.masukan}" for u, a in (("Target", t), ("Realisasi", r), ("Capaian", kelompok[0]))
        ),
    )


def _langkah_capaian(
    bukti: Bukti, i: Indikator, *, target: Angka, realisasi: Angka, benar: str, cetak: Angka
) -> tuple[str, ...]:
    rumus = {
        Arah.TURUN: "Makin rendah makin baik: (2 x target - realisasi) / target x 100",
        Arah.NAIK: "Makin tinggi makin baik: realisasi / target x 100",
    }
    return (
        f"Target {target.masukan}",
        f"Realisasi {realisasi.masukan}",
        rumus.get(i.arah, ""),
        *(
            f"Menurut Profil: {k}"
            for k in hitung_capaian(target.nilai, realisasi.nilai, i.arah, None, bukti.aturan).khusus
        ),
        f"Hasil hitung {benar}",
        f"Tercetak {cetak.masukan}",
    )


def dugaan_capaian(bukti: Bukti, i: Indikator, tahun: int, tercetak: Nilai) -> str:
    """Guess what a printed capaian follows from: the other direction, a swapped ratio, another year's figures."""
    for nama, t, r, arah, aturan in _calon(bukti, i, tahun):
        s = selang_capaian(t, r, arah, aturan)
        if s is not None and bandingkan(tercetak, s) is not Kecocokan.BEDA:
            return f"Mungkin dihitung dari {nama}."
    # A growth may have been rated by the values themselves: value / (base x (1 + target)) x 100.
    d = bukti.dataset
    c = d.tahunan(i.kode_indikator, tahun)
    if c is None or c.target.angka is None:
        return ""
    for kode in bukti.bagian.get(i.kode_indikator, ()):
        nilai = {t: v.baris.realisasi.angka for t in d.tahun if (v := d.tahunan(kode, t)) and v.baris.realisasi.angka}
        for dasar, kini in ((a, b) for a in nilai for b in nilai if a < b):
            sasaran = nilai[dasar] * (1 + c.target.angka / 100)
            if sasaran and bandingkan(tercetak, tepat(nilai[kini] / sasaran * 100)) is not Kecocokan.BEDA:
                kali = format_angka(1 + c.target.angka / 100)
                isi = f"{format_angka(nilai[kini])} / ({format_angka(nilai[dasar])} x {kali})"
                return f"Mungkin dihitung dari {d.indikator[kode].indikator}: {isi}."
    return ""


def _calon(bukti: Bukti, i: Indikator, tahun: int) -> Iterator[tuple[str, Nilai, Nilai, Arah, AturanHitung]]:
    if bukti.aturan != BAKU:
        for t, r in _pasangan(bukti, i, tahun):
            nama = f"target {t.teks} dan realisasi {r.teks} tanpa aturan pada Profil"
            yield nama, t.nilai, r.nilai, i.arah, BAKU
    yield from ((*calon, bukti.aturan) for calon in _calon_angka(bukti, i, tahun))


def _calon_angka(bukti: Bukti, i: Indikator, tahun: int) -> Iterator[tuple[str, Nilai, Nilai, Arah]]:
    kini = list(_pasangan(bukti, i, tahun))
    balik = Arah.NAIK if i.arah is Arah.TURUN else Arah.TURUN
    for t, r in kini:
        yield f"target {t.teks} dan realisasi {r.teks} dengan arah terbalik", t.nilai, r.nilai, balik
        yield f"rasio terbalik: target {t.teks} dibagi realisasi {r.teks}", r.nilai, t.nilai, Arah.NAIK
    for lain in (tahun - 1, tahun + 1):
        for t, r in _pasangan(bukti, i, lain):
            yield f"angka tahun {lain}: target {t.teks}, realisasi {r.teks}", t.nilai, r.nilai, i.arah
        for t in bukti.cetakan(i.kode_indikator, lain, Ukuran.TARGET):
            for _, r in kini[:1]:
                yield f"target tahun {lain} ({t.teks}) dan realisasi {r.teks}", t.nilai, r.nilai, i.arah
    akhir = i.target_akhir
    if akhir.angka is not None:
        for _, r in kini[:1]:
            yield f"target akhir rencana ({akhir.teks}) dan realisasi {r.teks}", akhir, r.nilai, i.arah


# --- U02 predikat -----------------------------------------------------------------------------------------------------


def predikat_tidak_mengikuti(bukti: Bukti) -> Iterator[Hasil]:
    """Find printed predikat that no printed or computed capaian of the year reaches on the OPD's scale."""
    for i, tahun, angka in _tahun_bercetak(bukti, Ukuran.PREDIKAT):
        skala = bukti.dataset.skala_capaian(bukti.opd(i).kode_opd, tahun)
        for teks, kelompok in menurut(angka, lambda a: samakan(a.teks)).items():
            if skala.cari(teks) is not None:
                yield from _uji_predikat(bukti, i, tahun, kelompok, skala)


def _uji_predikat(bukti: Bukti, i: Indikator, tahun: int, kelompok: Sequence[Angka], skala: Skala) -> Iterator[Temuan]:
    c = bukti.dataset.tahunan(i.kode_indikator, tahun)
    capaian = bukti.cetakan(i.kode_indikator, tahun, Ukuran.CAPAIAN)
    persen = [a.nilai.angka for a in capaian if a.nilai.angka is not None]
    persen += [c.persen] if c is not None and c.persen is not None else []
    if not persen:
        return
    kata = [skala.peringkat_capaian(p).predikat for p in persen]
    if any(k is not None and samakan(k) == samakan(kelompok[0].teks) for k in kata):
        return
    benar = kata[-1] or "di bawah skala"
    celah = any(skala.peringkat_capaian(p).catatan for p in persen)
    nilai = format_persen(persen[-1])
    yield Temuan(
        aturan="U02",
        keyakinan=Keyakinan.PATUT_DICEK if celah else Keyakinan.PASTI,
        alamat=_alamat(bukti, i, tahun, Ukuran.PREDIKAT),
        cetakan=(kelompok[0].teks,),
        seharusnya=benar,
        uraian=f"Predikat {i.indikator} {tahun} tercetak {kelompok[0].teks}, padahal capaian {nilai} berarti {benar} "
        f"pada skala {skala.nama}.",
        sumber=tuple(dict.fromkeys(a.sumber for a in kelompok)),
        langkah=(f"Capaian {nilai}", f"Skala {skala.nama}: {benar}", f"Tercetak {kelompok[0].masukan}"),
        masukan=(f"Predikat {tahun}: {kelompok[0].masukan}", f"Capaian {tahun}: {nilai}"),
    )


# --- U04 two prints of one figure -------------------------------------------------------------------------------------

UKURAN_DIBANDING = (Ukuran.TARGET, Ukuran.REALISASI, Ukuran.CAPAIAN, Ukuran.NILAI)


def cetakan_berbeda(bukti: Bukti) -> Iterator[Hasil]:
    """Find figures of one indicator and year that are printed differently in two places, beyond rounding."""
    for (kode, tahun, ukuran), angka in bukti.angka.items():
        berangka = [a for a in angka if a.nilai.angka is not None and a.nilai.jenis is not JenisNilai.RASIO]
        if ukuran not in UKURAN_DIBANDING or len(kelompok := berbeda(berangka)) < 2:
            continue
        i = bukti.dataset.indikator[kode]
        if ukuran is not Ukuran.CAPAIAN or not _akibat_target(bukti, i, tahun, kelompok):
            yield _temuan_berbeda(bukti, i, tahun, ukuran, kelompok)


def _akibat_target(bukti: Bukti, i: Indikator, tahun: int, kelompok: Sequence[Sequence[Angka]]) -> bool:
    """Tell whether capaian differ only because two targets are printed: those are the error, and found as such."""
    pasangan = list(_pasangan(bukti, i, tahun))
    if len(berbeda([t for t, _ in pasangan])) < 2:
        return False
    selang = [s for t, r in pasangan if (s := selang_capaian(t.nilai, r.nilai, i.arah, bukti.aturan))]
    return all(any(bandingkan(g[0].nilai, s) is Kecocokan.COCOK for s in selang) for g in kelompok)


def _temuan_berbeda(
    bukti: Bukti, i: Indikator, tahun: int, ukuran: Ukuran, kelompok: Sequence[Sequence[Angka]]
) -> Temuan:
    urut = sorted(kelompok, key=lambda g: (not any(a.utama for a in g), -len(g)))
    cetak, hitung = ([g for g in urut if g[0].terhitung is t] for t in (False, True))
    # A target of another document, a supporting measure of another population, or another method may rightly differ.
    pasti = ukuran is not Ukuran.TARGET and i.iku and not _beda_metode(bukti, i, tahun, kelompok)
    dipotong = semua_dipotong([g[0].nilai for g in kelompok])
    masukan = dict.fromkeys(f"{ukuran.value} {tahun}: {a.masukan}" for g in urut for a in g)
    isi, dihitung = (", ".join(f"{g[0].teks} ({g[0].sumber})" for g in milik) for milik in (cetak, hitung))
    sebutan_beda = f"{isi}, padahal terhitung dari baris tabel {dihitung}" if hitung else f"berbeda: {isi}"
    return Temuan(
        aturan="U04",
        keyakinan=Keyakinan.PASTI if pasti and not dipotong else Keyakinan.PATUT_DICEK,
        alamat=_alamat(bukti, i, tahun, ukuran),
        cetakan=tuple(g[0].teks for g in cetak),
        seharusnya="; ".join(g[0].teks for g in hitung),
        uraian=f"{ukuran.value} {i.indikator} {tahun} tercetak {sebutan_beda}.",
        sumber=tuple(dict.fromkeys(a.sumber for g in urut for a in g)),
        langkah=_langkah_berbeda(a for g in urut for a in g),
        dugaan=SATU_DIPOTONG if dipotong else "",
        masukan=tuple(masukan),
    )


def _langkah_berbeda(angka: Iterable[Angka]) -> tuple[str, ...]:
    """Every print once; the remark on a row of the main table is about the row, not about this figure of it."""
    hasil: dict[str, str] = {}
    for a in angka:
        catatan = a.catatan if not a.utama else ""
        awal = f"{'Terhitung' if a.terhitung else 'Tercetak'} {a.masukan}"
        hasil[awal] = hasil.get(awal) or catatan
    return tuple(f"{awal}: {catatan}" if catatan else awal for awal, catatan in hasil.items())


METODE = re.compile(r"\b(?:metode|disesuaikan|setara)\b")


def _beda_metode(bukti: Bukti, i: Indikator, tahun: int, kelompok: Sequence[Sequence[Angka]]) -> bool:
    """Tell whether the report itself measures in two ways: it says so beside a print, or adjusts the target."""
    c = bukti.dataset.tahunan(i.kode_indikator, tahun)
    disesuaikan = c is not None and c.disesuaikan
    return disesuaikan or any(METODE.search(samakan(a.catatan)) for g in kelompok for a in g)


ATURAN: tuple[Aturan, ...] = (
    Aturan(
        kode="U01",
        nama="Capaian tidak mengikuti target dan realisasi",
        syarat="capaian tercetak tidak dapat berasal dari target dan realisasi mana pun yang tercetak untuk tahun itu",
        alasan="Capaian adalah angka yang dipertanggungjawabkan; kesalahannya mengubah predikat.",
        cari=capaian_tidak_mengikuti,
    ),
    Aturan(
        kode="U02",
        nama="Predikat tidak mengikuti skala",
        syarat="predikat tercetak bukan yang diberikan skala OPD untuk capaian tercetak ataupun capaian terhitung",
        alasan="Predikat dibaca pimpinan lebih dahulu daripada angkanya.",
        cari=predikat_tidak_mengikuti,
    ),
    Aturan(
        kode="U04",
        nama="Angka yang sama tercetak berbeda",
        syarat="satu angka indikator dan tahun tercetak berbeda di dua tempat, lebih daripada pembulatan",
        alasan="Dua angka untuk satu hal membuat keduanya tidak dapat dipercaya.",
        cari=cetakan_berbeda,
    ),
)
