"""What an import changes in the audit: new, gone, same, by the id of each finding."""

import pytest
from contoh import capaian, dataset, indikator

from kinerja.buku.banding.rincian import TemuanSingkat, UjiUnggahan
from kinerja.uji.banding import DIPERLIHATKAN, BandingUji, banding_uji, kalimat_banding


def data(*cetak):
    """A dataset whose indicators I0, I1 ... are all at 90 %, printed as `cetak`."""
    kode = [f"I{n}" for n in range(len(cetak))]
    baris = (
        capaian(k, target=100, realisasi=90, cetak=c, sumber="000, Tabel 1") for k, c in zip(kode, cetak, strict=True)
    )
    return dataset(indikator=tuple(indikator(k) for k in kode), capaian=tuple(baris))


def test_findings_are_compared_by_id():
    hasil = banding_uji(data("93", "94", "90"), data("93", "90", "95"))
    assert hasil.ringkas().json()["jumlah"] == {"baru": 1, "hilang": 1, "sama": 1}
    (baru,), (hilang,) = hasil.baru, hasil.hilang
    assert "tercetak 95" in baru.uraian
    assert "tercetak 94" in hilang.uraian
    assert (baru.opd, baru.keyakinan, baru.sumber) == ("Nama KAB", "pasti", "000, Tabel 1")
    assert hasil.ringkas().baru[0].id == baru.id


def test_a_figure_printed_otherwise_is_a_new_finding_and_the_old_one_is_gone():
    assert banding_uji(data("93"), data("96")).ringkas().json()["jumlah"] == {"baru": 1, "hilang": 1, "sama": 0}


def test_in_a_first_version_every_finding_is_new():
    assert banding_uji(None, data("93", "90", "94")).ringkas().json()["jumlah"] == {"baru": 2, "hilang": 0, "sama": 0}


def test_a_draft_carries_every_count_and_as_many_findings_as_a_screen_shows():
    banyak = tuple(
        TemuanSingkat(id=str(n), keyakinan="pasti", opd="A", uraian="B.", sumber="000")
        for n in range(DIPERLIHATKAN + 5)
    )
    isi = BandingUji(banyak, banyak[:1], 3).ringkas().json()
    assert isi["jumlah"] == {"baru": DIPERLIHATKAN + 5, "hilang": 1, "sama": 3}
    assert (len(isi["baru"]), len(isi["hilang"])) == (DIPERLIHATKAN, 1)


@pytest.mark.parametrize(
    ("baru", "hilang", "sama", "teks"),
    [
        (0, 0, 0, "tidak ada ketidaksesuaian"),
        (0, 0, 4, "tidak ada ketidaksesuaian baru, 4 tetap"),
        (2, 0, 4, "2 ketidaksesuaian baru, 0 hilang, 4 tetap"),
        (0, 3, 0, "tidak ada ketidaksesuaian baru, 3 hilang, 0 tetap"),
    ],
)
def test_the_change_is_told_in_words(baru, hilang, sama, teks):
    assert kalimat_banding(UjiUnggahan(jumlah_baru=baru, jumlah_hilang=hilang, sama=sama)) == teks
