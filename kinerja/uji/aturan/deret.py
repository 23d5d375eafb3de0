"""Rules on how figures run over the years: missing, jumping, copied, impossible. All of them worth a question."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from kinerja.model.baris import Indikator
from kinerja.model.istilah import Ukuran
from kinerja.nilai.angka import SERATUS, format_angka, format_persen
from kinerja.nilai.nama import samakan
from kinerja.nilai.satuan import satuan_persen
from kinerja.rumus.capaian import CapaianIndikator
from kinerja.sajian.kalimat import bersatuan
from kinerja.telaah.indikator.deret import TitikTahun, deret
from kinerja.telaah.indikator.lintasan import tanpa_patah
from kinerja.uji.bukti.cetakan import Angka, Bukti
from kinerja.uji.bukti.tahunan import isi_masukan, tahunan_dinilai, temuan_target
from kinerja.uji.model import Alamat, Aturan, Hasil, Keyakinan, Temuan, TidakDiuji

BATAS_CAPAIAN = Decimal(200)
"""A capaian above this is a slip of the pen, or a target that says nothing."""
LIPAT = 4
"""A value that is more than this many times last year's, or less than this part of it, is a jump."""
SALIN_PALING_SEDIKIT, SALIN_BAGIAN = 4, Decimal("0.6")
"""Figures of two years that are the same: this many at least, and this part of those that can be compared."""


# --- U54 one without the other ----------------------------------------------------------------------------------------


def target_atau_realisasi_kosong(bukti: Bukti) -> Iterator[Hasil]:
    """Find IKU that have a realisasi without target, or a target without realisasi, in a year that was measured."""
    for opd in bukti.dataset.opd_ber_iku:
        for tahun in bukti.dataset.tahun_ber_iku(opd.kode_opd):
            iku = bukti.dataset.capaian_opd(opd.kode_opd, tahun)
            if any(c.target.ada and c.baris.realisasi.ada for c in iku):
                nama = opd.nama_pendek
                tanpa_target = [c for c in iku if c.baris.realisasi.ada and not c.target.ada]
                tanpa_realisasi = [c for c in iku if c.target.ada and not c.baris.realisasi.ada]
                for ukuran, ada, kosong, daftar in (
                    (Ukuran.TARGET, Ukuran.REALISASI, Ukuran.TARGET, tanpa_target),
                    (Ukuran.REALISASI, Ukuran.TARGET, Ukuran.REALISASI, tanpa_realisasi),
                ):
                    if not daftar:
                        continue
                    satu = daftar[0] if len(daftar) == 1 else None
                    isi = "; ".join(c.indikator.indikator for c in daftar)
                    hanya = f"{ada.lower()} tanpa {kosong.lower()}"
                    yield Temuan(
                        aturan="U54",
                        keyakinan=Keyakinan.PATUT_DICEK,
                        alamat=Alamat(
                            kode_opd=opd.kode_opd,
                            kode_indikator=satu.kode if satu else "",
                            tahun=tahun,
                            ukuran=ukuran.value,
                            uraian="" if satu else f"IKU tanpa {kosong.lower()}",
                        ),
                        cetakan=(f"{len(daftar)} dari {len(iku)} IKU",),
                        seharusnya="",
                        uraian=f"{len(daftar)} dari {len(iku)} IKU {nama} {tahun} memiliki {hanya}: {isi}.",
                        sumber=tuple(dict.fromkeys(c.baris.sumber for c in daftar if c.baris.sumber)),
                        masukan=tuple(_kosong(c, ada, kosong) for c in daftar),
                    )


def _kosong(capaian: CapaianIndikator, ada: Ukuran, kosong: Ukuran) -> str:
    nilai = {Ukuran.REALISASI: capaian.baris.realisasi, Ukuran.TARGET: capaian.target}
    isi = f"{ada.lower()} {nilai[ada].teks}, {kosong.lower()} {nilai[kosong].teks or 'kosong'}"
    return f"{capaian.indikator.indikator} {capaian.tahun}: {isi} ({capaian.baris.sumber})"


# --- U55 jumps --------------------------------------------------------------------------------------------------------


def loncatan(bukti: Bukti) -> Iterator[Hasil]:
    """Find values that jump from one year to the next beyond what is plausible."""
    ada = False
    for kode in bukti.dataset.indikator:
        titik = [t for t in deret(bukti.dataset, kode) if t.angka is not None and t.realisasi.penyebut is None]
        ada = ada or len(titik) > 1
        patah = tanpa_patah(titik)[1] if len(titik) > 3 else None
        for lalu, kini in pairwise(titik):
            if _berlipat(lalu, kini) or kini.tahun == patah:
                i = bukti.dataset.indikator[kode]
                masukan = tuple(isi_masukan("Realisasi", t.tahun, t.realisasi, t.sumber) for t in (lalu, kini))
                kali = kini.realisasi.bilangan / lalu.angka if lalu.angka else None
                berlipat = _berlipat(lalu, kini)
                lipat = f", {format_angka(kali, 2)} kali" if kali is not None and berlipat else ""
                biasa = "" if berlipat else ", jauh lebih banyak daripada perubahan tahun-tahun lainnya"
                uraian = (
                    f"Realisasi {i.indikator} {'meloncat' if berlipat else 'berubah'} dari "
                    f"{bersatuan(i, lalu.realisasi)} "
                    f"({lalu.tahun}) menjadi {bersatuan(i, kini.realisasi)} ({kini.tahun}){lipat}{biasa}."
                )
                temuan_loncat = Temuan(
                    aturan="U55",
                    keyakinan=Keyakinan.PATUT_DICEK,
                    alamat=Alamat(
                        kode_opd=bukti.opd(i).kode_opd,
                        kode_indikator=kode,
                        tahun=kini.tahun,
                        ukuran=Ukuran.REALISASI.value,
                    ),
                    cetakan=(kini.realisasi.teks,),
                    seharusnya="",
                    uraian=uraian,
                    sumber=tuple(dict.fromkeys(filter(None, (kini.sumber, lalu.sumber)))),
                    langkah=masukan,
                    dugaan="" if berlipat else "Mungkin cara ukurnya berganti.",
                    masukan=masukan,
                )
                yield temuan_loncat
    if not ada:
        yield TidakDiuji("U55", "Tidak ada indikator dengan realisasi dua tahun")


def _berlipat(lalu: TitikTahun, kini: TitikTahun) -> bool:
    a, b = (abs(t.realisasi.bilangan) for t in (lalu, kini))
    return bool(a and b) and kini.tahun - lalu.tahun == 1 and (b > LIPAT * a or a > LIPAT * b)


# --- U56 copied columns -----------------------------------------------------------------------------------------------


def tahun_tersalin(bukti: Bukti) -> Iterator[Hasil]:
    """Find two years of an OPD whose figures are the same in bulk."""
    ada = False
    for kode in bukti.dataset.opd:
        milik = [i.kode_indikator for i in bukti.dataset.indikator_opd[kode]]
        tahun = sorted(t for t in bukti.dataset.tahun if any(bukti.dataset.tahunan(k, t) for k in milik))
        for lalu, kini in pairwise(tahun):
            setahun = [(bukti.dataset.tahunan(k, lalu), bukti.dataset.tahunan(k, kini)) for k in milik]
            pasangan = [(a, b) for a, b in setahun if a and b and _berciri(a) and _berciri(b)]
            sama = [b for a, b in pasangan if a.baris.realisasi.angka == b.baris.realisasi.angka]
            ada = ada or bool(pasangan)
            if len(sama) >= SALIN_PALING_SEDIKIT and len(sama) >= SALIN_BAGIAN * len(pasangan):
                yield _temuan_salin(bukti, kode, lalu, kini, sama=sama, dapat=len(pasangan))
    if not ada:
        yield TidakDiuji("U56", "Tidak ada OPD dengan realisasi dua tahun")


def _temuan_salin(
    bukti: Bukti, kode: str, lalu: int, kini: int, *, sama: Sequence[CapaianIndikator], dapat: int
) -> Temuan:
    nama = bukti.dataset.opd[kode].nama_pendek
    return Temuan(
        aturan="U56",
        keyakinan=Keyakinan.PATUT_DICEK,
        alamat=Alamat(
            kode_opd=kode, kode_indikator="", tahun=kini, ukuran=Ukuran.REALISASI.value, uraian=f"sama dengan {lalu}"
        ),
        cetakan=(f"{len(sama)} dari {dapat} realisasi",),
        seharusnya="",
        uraian=f"{len(sama)} dari {dapat} realisasi {nama} {kini} sama persis dengan {lalu}; "
        "mungkin kolomnya tersalin.",
        sumber=tuple(dict.fromkeys(c.baris.sumber for c in sama if c.baris.sumber)),
        masukan=tuple(
            f"{c.indikator.indikator} {lalu} dan {kini}: {c.baris.realisasi.teks} ({c.baris.sumber})" for c in sama
        ),
    )


def _berciri(capaian: CapaianIndikator) -> bool:
    """Leave out what is 0, 100 or exactly on target: it stays so for good reasons."""
    angka = capaian.baris.realisasi.angka
    return angka is not None and angka not in (Decimal(0), SERATUS) and angka != capaian.target.angka


# --- U57 impossible values --------------------------------------------------------------------------------------------


def nilai_tidak_wajar(bukti: Bukti) -> Iterator[Hasil]:
    """Find capaian above 200 and shares below 0."""
    for c in tahunan_dinilai(bukti):
        if c.hasil.lepas is not None and c.hasil.lepas > BATAS_CAPAIAN:
            masukan = (
                isi_masukan("Target", c.tahun, c.target, c.baris.sumber),
                isi_masukan("Realisasi", c.tahun, c.baris.realisasi, c.baris.sumber),
            )
            persen = format_persen(c.hasil.lepas)
            uraian = (
                f"Capaian {c.indikator.indikator} {c.tahun} sebesar {persen}: realisasi {c.baris.realisasi.teks} "
                f"terhadap target {c.target.teks}."
            )
            yield temuan_target(
                "U57", c, ukuran=Ukuran.CAPAIAN, isi=((persen,), "", uraian), langkah=masukan, masukan=masukan
            )
    for (kode, tahun, ukuran), angka in bukti.angka.items():
        i = bukti.dataset.indikator[kode]
        negatif = [a for a in angka if a.nilai.angka is not None and a.nilai.angka < 0]
        if ukuran is Ukuran.REALISASI and negatif and _bagian(i):
            yield _temuan_negatif(bukti, i, tahun, negatif)


def _bagian(i: Indikator) -> bool:
    """Tell whether an indicator is a share: in percent, and no growth."""
    tumbuh = re.search(r"pertumbuhan|kenaikan|penurunan|perubahan|laju|inflasi", samakan(i.indikator))
    return satuan_persen(i.satuan) and not tumbuh


def _temuan_negatif(bukti: Bukti, i: Indikator, tahun: int, angka: Sequence[Angka]) -> Temuan:
    return Temuan(
        aturan="U57",
        keyakinan=Keyakinan.PATUT_DICEK,
        alamat=Alamat(
            kode_opd=bukti.opd(i).kode_opd, kode_indikator=i.kode_indikator, tahun=tahun, ukuran=Ukuran.REALISASI.value
        ),
        cetakan=(angka[0].teks,),
        seharusnya="",
        uraian=f"Realisasi {i.indikator} {tahun} tercetak {angka[0].teks}, padahal suatu bagian tidak mungkin negatif.",
        sumber=tuple(dict.fromkeys(a.sumber for a in angka)),
        masukan=tuple(f"Realisasi {tahun}: {a.masukan}" for a in angka),
    )


ATURAN: tuple[Aturan, ...] = (
    Aturan(
        kode="U54",
        nama="Target atau realisasi tidak ada",
        syarat="IKU memiliki realisasi tanpa target, atau target tanpa realisasi, pada tahun yang diukur",
        alasan="Tanpa salah satunya capaian tidak dapat dihitung.",
        cari=target_atau_realisasi_kosong,
    ),
    Aturan(
        kode="U55",
        nama="Realisasi berubah tiba-tiba",
        syarat=(
            "realisasi lebih dari empat kali atau kurang dari seperempat tahun sebelumnya, atau deretnya "
            "patah: berubah "
            "lebih dari sepuluh kali perubahan tahun-tahun lainnya"
        ),
        alasan="Loncatan biasanya berarti satuan, definisi, atau angka yang lain.",
        cari=loncatan,
    ),
    Aturan(
        kode="U56",
        nama="Angka sama dengan tahun lain",
        syarat="sebagian besar realisasi OPD sama persis dengan tahun sebelumnya",
        alasan="Kolom yang tersalin menyembunyikan kinerja tahun berjalan.",
        cari=tahun_tersalin,
    ),
    Aturan(
        kode="U57",
        nama="Nilai tidak wajar",
        syarat="capaian di atas 200 persen, atau bagian dalam persen yang negatif",
        alasan="Nilai seperti itu hampir selalu salah ketik atau target yang terlalu rendah.",
        cari=nilai_tidak_wajar,
    ),
)
