"""Rules on the predikat of a whole OPD or sasaran, held against its IKU."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from kinerja.model.istilah import Ukuran
from kinerja.nilai.angka import format_persen
from kinerja.nilai.nama import samakan
from kinerja.nilai.skala import Skala
from kinerja.uji.bukti.cetakan import Angka, Bukti
from kinerja.uji.bukti.iku import CapaianIku, capaian_iku, ejaan_uraian, iku_milik, kelompok_opd, rata, terbukti
from kinerja.uji.model import Alamat, Aturan, Hasil, Keyakinan, Temuan, TidakDiuji

SELURUH = re.compile(r"\b(seluruh|semua)\b")
"""A remark with this word: the predikat is said of every IKU, not of their mean."""


def predikat_kelompok(bukti: Bukti) -> Iterator[Hasil]:
    """Find predikat of an OPD or sasaran that its mean capaian does not have, or that not all IKU have."""
    if not any(u is Ukuran.PREDIKAT for *_, u in bukti.angka_opd):
        yield TidakDiuji("U39", "Tidak ada predikat tercetak untuk OPD atau sasaran")
    for kode, uraian, tahun, angka in kelompok_opd(bukti, Ukuran.PREDIKAT):
        daftar = capaian_iku(bukti, iku_milik(bukti, kode, uraian), tahun)
        if any(c.angka is not None for c in daftar):
            alamat = Alamat(kode_opd=kode, kode_indikator="", tahun=tahun, ukuran=Ukuran.PREDIKAT.value, uraian=uraian)
            yield from _uji(bukti, alamat, angka, daftar)


def _uji(bukti: Bukti, alamat: Alamat, angka: Sequence[Angka], daftar: Sequence[CapaianIku]) -> Iterator[Temuan]:
    skala = bukti.dataset.skala_capaian(alamat.kode_opd, alamat.tahun)
    if skala.cari(angka[0].teks) is None:
        pilihan = ", ".join(skala.predikat)
        yield _temuan(
            bukti, alamat, angka=angka, daftar=daftar, isi=f"skala {skala.nama} hanya mengenal {pilihan}", benar=None
        )
        return
    kata = [k for a in _rata_boleh(daftar) if (k := skala.peringkat_capaian(a).predikat)]
    if kata and samakan(angka[0].teks) not in {samakan(k) for k in kata}:
        isi = f"rata-rata capaiannya {format_persen(_rata_boleh(daftar)[-1])} berarti {kata[-1]}"
        yield _temuan(bukti, alamat, angka=angka, daftar=daftar, isi=isi, benar=kata[-1])
    elif any(SELURUH.search(samakan(a.catatan)) for a in angka):
        yield from _uji_seluruh(bukti, alamat, angka, daftar, skala)


def _rata_boleh(daftar: Sequence[CapaianIku]) -> list[Decimal]:
    """The mean of the printed capaian, then of the computed ones."""
    semua = (rata([c.angka for c in daftar]), rata([c.hitung for c in daftar]))
    return [a for a in semua if a is not None]


def _uji_seluruh(
    bukti: Bukti, alamat: Alamat, angka: Sequence[Angka], daftar: Sequence[CapaianIku], skala: Skala
) -> Iterator[Temuan]:
    lain = [(c, k) for c in daftar if (k := _lain(c, angka[0].teks, skala))]
    if lain:
        isi = "; ".join(f"{c.indikator.indikator} {format_persen(c.angka)} berarti {k}" for c, k in lain)
        yield _temuan(
            bukti, alamat, angka=angka, daftar=[c for c, _ in lain], isi=f"tidak semua IKU demikian: {isi}", benar=""
        )


def _lain(capaian: CapaianIku, kata: str, skala: Skala) -> str:
    """The predikat of an IKU where neither its printed nor its computed capaian has the one that is said."""
    milik = [k for a in (capaian.angka, capaian.hitung) if a is not None and (k := skala.peringkat_capaian(a).predikat)]
    return milik[0] if milik and samakan(kata) not in {samakan(k) for k in milik} else ""


def _temuan(
    bukti: Bukti, alamat: Alamat, angka: Sequence[Angka], daftar: Sequence[CapaianIku], isi: str, benar: str | None
) -> Temuan:
    """Put a finding together; `benar` is None where the word itself is unknown, empty where no one word follows."""
    opd = bukti.dataset.opd[alamat.kode_opd].nama_pendek
    nama = f"sasaran {ejaan_uraian(bukti, alamat)} ({opd})" if alamat.uraian else opd
    yakin = benar is not None and terbukti(daftar)
    return Temuan(
        aturan="U39",
        keyakinan=Keyakinan.PASTI if yakin else Keyakinan.PATUT_DICEK,
        alamat=alamat,
        cetakan=(angka[0].teks,),
        seharusnya=benar or "",
        uraian=f"Predikat {nama} {alamat.tahun} tercetak {angka[0].teks}, padahal {isi}.",
        sumber=tuple(dict.fromkeys(a.sumber for a in angka)),
        langkah=(
            *(f"{c.indikator.indikator}: {format_persen(c.angka)}" for c in daftar),
            f"Tercetak {angka[0].masukan}",
        ),
        masukan=(
            *(f"Predikat {alamat.tahun}: {a.masukan}" for a in angka),
            *(f"Capaian {c.indikator.indikator} {alamat.tahun}: {c.cetak[0].masukan}" for c in daftar if c.cetak),
        ),
    )


ATURAN: tuple[Aturan, ...] = (
    Aturan(
        kode="U39",
        nama="Predikat kelompok tidak mengikuti isinya",
        syarat="predikat OPD atau sasaran bukan predikat rata-rata capaiannya, tidak dikenal skalanya, "
        "atau disebut untuk semua IKU padahal tidak semua demikian",
        alasan="Predikat keseluruhan adalah kesimpulan laporan.",
        cari=predikat_kelompok,
    ),
)
