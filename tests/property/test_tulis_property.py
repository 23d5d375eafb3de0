"""Any text of a workbook survives being written as a version and read again, and none becomes a formula."""

import re
import sys

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from pembangun import BUKU_KECIL as B
from pembangun import tambah_baris, tanpa_lembar, ubah

from kinerja.buku import anak, pembaca
from kinerja.buku.banding.kanonik import sidik_kanonik
from kinerja.buku.batas import Batas
from kinerja.buku.muat import muat_mentah
from kinerja.buku.pembaca import BukuMentah, LembarMentah
from kinerja.buku.tulis import tulis_kanonik
from kinerja.model.skema import SEMUA_LEMBAR

BATAS = {nama: getattr(Batas(), nama) for nama in ("lembar", "kolom", "baris", "unsur")}
BUKU = tanpa_lembar(B, "Susunan", "Kutipan", "Analisis", "Anggaran", "Anggaran indikator", "APBD", "Regional")
TAK_TERTULIS = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML file, so no workbook, can hold."""
potongan = st.sampled_from(
    [*"=+-@'\"#<>&;,.% \u00a0\u200b\u2028\r\n\t0019", "_x000D_", "_x0041_", "5,8-5,5", "TRUE", "#N/A", "1E5", "007"]
)
teks = (st.text() | st.lists(potongan, max_size=12).map("".join)).map(
    lambda t: anak._TAK_TAMPAK.sub("", TAK_TERTULIS.sub("", t))  # what the child hands over has no invisible signs
)
nilai = st.sampled_from(
    [None, "-", "72,93", "5,8-5,5", "9/9", "1:26", "94,76 %", "0.976", "007", "(1.000,50)", "54 Triliun", 1e-7, 10**18]
)
cukup = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # each example writes a file: shrinking would take minutes
)


def mentah(isi):
    """Give the sheets as the reader gives them, so that any text may stand in a cell."""
    lembar = (
        LembarMentah(nama, tuple((n, tuple(b)) for n, b in enumerate(tabel, 1) if any(s is not None for s in b)))
        for nama, tabel in isi.items()
    )
    return BukuMentah(tuple(lembar), ())


def lagi(lembar, berkas):
    """Write canonical sheets and read them again, as the reading child does."""
    tulis_kanonik(lembar, berkas)
    with pytest.MonkeyPatch.context() as mp:
        mp.setitem(sys.modules, "numpy", None)  # hidden by the child; Hypothesis looks for it between examples
        isi = anak.baca_buku(str(berkas), BATAS, [s.nama.casefold() for s in SEMUA_LEMBAR])
    return muat_mentah(BukuMentah(tuple(pembaca._lembar(d) for d in isi["lembar"]), ()))


@cukup
@given(catatan=teks, tercetak=teks, asing=teks, judul=teks, angka=nilai)
@example(catatan="=1+1", tercetak="+62", asing="@SUM(A1)", judul="=cmd|' /C calc'!A0", angka="5,8-5,5")
@example(catatan="x" * 5_000, tercetak="a\rb\r\nc", asing="\u00a0007\u00a0", judul="#REF!", angka="94,76 %")
def test_any_text_of_a_version_survives(tmp_path, catatan, tercetak, asing, judul, angka):
    isi = ubah(BUKU, "Capaian", J2=catatan, K1=judul, K2=asing, D2=angka, F2=angka)
    kutipan = [B["Kutipan"][0], ["UHH", None, None, None, None, 2024, "Nilai", tercetak or "x", "000", None]]
    asal = muat_mentah(mentah({**isi, "Kutipan": kutipan}))
    lembar = asal.kanonik()
    dibaca = lagi(lembar, tmp_path / "versi.xlsx")
    assert dibaca.kanonik() == lembar
    assert sidik_kanonik(dibaca.kanonik()) == sidik_kanonik(lembar)
    assert dibaca.sah == asal.sah


# Finer than this a figure is refused (`kinerja.nilai.baca.DESIMAL_MAKS`).
BOBOT = st.just(0.0) | st.floats(1e-40, 1e12)


@cukup
@given(pagu=st.decimals(0, 10**20, places=2), realisasi=st.integers(-(10**20), 10**20), bobot=BOBOT)
def test_any_amount_of_a_version_survives(tmp_path, pagu, realisasi, bobot):
    isi = {**BUKU, "Anggaran": [B["Anggaran"][0]]}
    isi = tambah_baris(
        isi, "Anggaran", ["KAB", 2024, None, None, "P", None, None, str(pagu).replace(".", ","), realisasi]
    )
    asal = muat_mentah(mentah(ubah(isi, "Indikator", M2=bobot)))
    assert asal.sah
    assert lagi(asal.kanonik(), tmp_path / "versi.xlsx").kanonik() == asal.kanonik()
