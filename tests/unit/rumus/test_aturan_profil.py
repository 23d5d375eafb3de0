"""The rules that Profil may choose otherwise: range by its bounds, a cap, a capaian below 0; one figure everywhere."""

from decimal import Decimal

import pytest
from contoh import capaian, dataset, indikator, nilai, opd, profil

from kinerja.model.istilah import Arah, AturanRentang, LantaiCapaian, Status
from kinerja.model.profil import BAKU, AturanHitung
from kinerja.nilai.angka import format_angka
from kinerja.paparan.bahan import Bahan
from kinerja.paparan.capaian import slaid_ringkasan, slaid_terbaik_terendah
from kinerja.paparan.indikator import satu_indikator
from kinerja.perintah.buku import bilangan, hasil_hitung
from kinerja.rumus.capaian import JenisTanda, rata_capaian
from kinerja.rumus.hitung import (
    ATURAN_BATAS_RENTANG,
    KHUSUS_LANTAI,
    KHUSUS_RENTANG,
    HasilCapaian,
    hitung_capaian,
    nilai_pada_capaian,
    persen_capaian,
)
from kinerja.telaah.capaian.ringkasan import butir_ringkasan, ringkas
from kinerja.telaah.capaian.sasaran import tabel_sasaran
from kinerja.telaah.kisah.kisah import kisah
from kinerja.telaah.skenario.skenario import BAKU as SKENARIO_BAKU
from kinerja.telaah.skenario.skenario import Pilihan, skenario
from kinerja.terbitan.capaian import pengukuran
from kinerja.uji.mesin import uji

NAIK, TURUN = Arah.NAIK, Arah.TURUN
KURANG, SESUAI, LEBIH, DALAM = Status.TIDAK_TERCAPAI, Status.SESUAI, Status.MELEBIHI, Status.DALAM_RENTANG
BATAS = AturanHitung(rentang=AturanRentang.BATAS)
LEPAS = AturanHitung(lantai=LantaiCapaian.TANPA)


def maks(persen):
    return AturanHitung(batas=Decimal(persen))


def hitung(target, realisasi, arah, aturan):
    return hitung_capaian(nilai(target), nilai(realisasi), arah, None, aturan)


# --- ranges -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "realisasi", "arah", "persen", "status"),
    [
        pytest.param("95-97", "90", NAIK, "94,74", KURANG, id="upwards, below: against the lower bound"),
        pytest.param("95-97", "95", NAIK, "100,00", DALAM, id="upwards, on the lower bound"),
        pytest.param("95-97", "96,9", NAIK, "100,00", DALAM, id="upwards, inside"),
        pytest.param("95-97", "98", NAIK, "101,03", LEBIH, id="upwards, above: against the upper bound"),
        pytest.param("5,8-5,5", "5,75", TURUN, "100,00", DALAM, id="downwards, inside, ends written the other way"),
        pytest.param("5,8-5,5", "6,09", TURUN, "95,00", KURANG, id="downwards, above: against the upper bound"),
        pytest.param("5,8-5,5", "4,95", TURUN, "110,00", LEBIH, id="downwards, below: against the lower bound"),
        pytest.param("-0,5-0,5", "0,2", NAIK, "100,00", DALAM, id="inside, around zero: nothing is divided"),
    ],
)
def test_a_range_is_held_against_the_bound_that_is_passed(target, realisasi, arah, persen, status):
    hasil = hitung(target, realisasi, arah, BATAS)
    assert (format_angka(hasil.persen, 2), hasil.status) == (persen, status)
    assert hasil.aturan.startswith(ATURAN_BATAS_RENTANG)
    assert hasil.khusus == (KHUSUS_RENTANG,)


@pytest.mark.parametrize(("target", "arah"), [("5,8-5,5", TURUN), ("95-97", NAIK), ("80", NAIK), ("≥ 70", NAIK)])
@pytest.mark.parametrize("realisasi", ["5,75", "96", "80", "50", "120"])
def test_without_a_word_in_profil_nothing_is_otherwise(target, arah, realisasi):
    hasil = hitung_capaian(nilai(target), nilai(realisasi), arah)
    assert hasil == hitung(target, realisasi, arah, BAKU)
    assert hasil.khusus == ()
    assert hasil.lepas == hasil.persen
    if "-" not in target:
        assert hasil == hitung(target, realisasi, arah, BATAS)


@pytest.mark.parametrize(
    ("persen", "arah", "letak"), [(50, NAIK, "47.5"), (100, NAIK, "95"), (110, NAIK, "106.7"), (100, TURUN, "97")]
)
def test_the_value_of_a_capaian_is_measured_from_the_same_bound(persen, arah, letak):
    assert nilai_pada_capaian(nilai("95-97"), Decimal(persen), arah, BATAS) == Decimal(letak)


# --- cap and floor ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("batas", "persen"), [(100, "100,00"), (110, "110,00"), (120, "120,00")])
def test_a_capaian_stops_at_the_cap_and_its_status_does_not_change(batas, persen):
    hasil = hitung("50", "75", NAIK, maks(batas))
    assert (format_angka(hasil.persen, 2), hasil.lepas, hasil.status) == (persen, 150, LEBIH)
    assert hasil.aturan == f"Capaian dibatasi {batas}%; tanpa batas 150,00%"
    assert hasil.khusus == (f"capaian dibatasi {batas}%",)
    assert hitung("50", "50", NAIK, maks(batas)) == hitung("50", "50", NAIK, BAKU)


def test_a_capaian_falls_below_zero_where_there_is_no_floor():
    bawah = hitung("10", "25", TURUN, LEPAS)
    assert (bawah.persen, bawah.status, bawah.khusus) == (-50, KURANG, (KHUSUS_LANTAI,))
    dasar = hitung("10", "25", TURUN, BAKU)
    assert (dasar.persen, dasar.status, dasar.khusus) == (0, KURANG, ())
    assert hitung("10", "-5", NAIK, LEPAS).persen == -50


@pytest.mark.parametrize("aturan", [LEPAS, AturanHitung(batas=Decimal(100), lantai=LantaiCapaian.TANPA)])
@pytest.mark.parametrize("realisasi", ["9" * 28, f"-{'9' * 28}"])
def test_a_slip_of_the_pen_is_one_by_every_rule(realisasi, aturan):
    assert "luar jangkauan" in hitung("0,0001", realisasi, NAIK, aturan).alasan


def test_nothing_of_profil_moves_what_has_no_percentage():
    for aturan in (BATAS, LEPAS, maks(100)):
        assert hitung("0", "5", NAIK, aturan) == hitung("0", "5", NAIK, BAKU)
        assert hitung("1:26", "1:20", NAIK, aturan) == HasilCapaian(
            alasan="Rasio ditampilkan apa adanya, tidak dihitung"
        )


# --- one figure everywhere --------------------------------------------------------------------------------------------

SEMUA = {"aturan_rentang": "Batas", "batas_capaian": "110", "lantai_capaian": "Tanpa"}
INDIKATOR = [
    indikator("LEBIH", sasaran="Satu"),
    indikator("RENTANG", sasaran="Satu"),
    indikator("MINUS", arah="Turun", sasaran="Dua"),
    indikator("BIASA", sasaran="Dua"),
]
BARIS = [
    capaian("LEBIH", target="50", realisasi="75", cetak="150"),
    capaian("RENTANG", target="95-97", realisasi="90"),
    capaian("MINUS", target="10", realisasi="25"),
    capaian("BIASA", target="80", realisasi="60"),
    capaian("BIASA", tahun=2023, target="80", realisasi="40"),
]
HARAPAN = {"LEBIH": "110,00%", "RENTANG": "94,74%", "MINUS": "-50,00%", "BIASA": "75,00%"}


@pytest.fixture
def data():
    return dataset(opd=[opd()], indikator=INDIKATOR, capaian=BARIS, profil=profil(**SEMUA))


def test_commands_tables_and_slides_say_the_same_figure_and_its_rule(data):
    semua = {c.kode: c for c in data.capaian_opd("KAB", 2024)}
    bahan = Bahan(dataset=data, opd=data.opd["KAB"], tahun=2024)
    tabel = pengukuran(data, "KAB", 2024)
    sel = {b[2].teks: b[6].teks for b in tabel.baris}
    for kode, persen in HARAPAN.items():
        c = semua[kode]
        assert f"{format_angka(Decimal(str(bilangan(c.persen, 6))), 2)}%" == persen
        assert sel[c.indikator.indikator] == persen
        slaid = satu_indikator(bahan, kode)
        assert slaid.angka[-1].nilai == persen
        cerita = kisah(data, kode, 2024)
        for khusus in c.hasil.khusus:
            assert khusus in slaid.angka[-1].label
        if c.hasil.khusus:
            assert c.hasil.aturan in cerita.bagian[0].aturan
            assert any(c.hasil.aturan in t for t in slaid.catatan)
            assert JenisTanda.ATURAN_KHUSUS in [t.jenis for t in c.tanda]
            assert any(c.hasil.aturan in t for t in tabel.catatan)
        else:
            assert c.tanda == ()


def test_hitung_names_the_rules_that_moved_a_figure_and_is_silent_where_none_did(data):
    aturan = {c["kode_indikator"]: c.get("aturan") for c in hasil_hitung(data, "KAB", 2024)["capaian"]}
    assert aturan == {
        "LEBIH": ["capaian dibatasi 110%"],
        "RENTANG": [KHUSUS_RENTANG],
        "MINUS": [KHUSUS_LANTAI],
        "BIASA": None,
    }


def test_a_mean_is_of_those_figures_and_names_the_rules_that_moved_it(data):
    r = ringkas(data, "KAB", 2024)
    mean = (Decimal(110) + Decimal(90) / 95 * 100 - 50 + 75) / 4
    assert r.rata_rata.nilai == mean
    khusus = "capaian dibatasi 110%, rentang dihitung terhadap batasnya, capaian dapat di bawah 0%"
    assert r.rata_rata.keterangan == f"4 dari 4 dihitung, {khusus}"
    assert khusus in butir_ringkasan(r, batasi=False)[0]
    bahan = Bahan(dataset=data, opd=data.opd["KAB"], tahun=2024)
    assert khusus in slaid_ringkasan(bahan)[0].angka[1].keterangan
    assert all(k in " ".join(slaid_terbaik_terendah(bahan)[0].catatan) for k in khusus.split(", "))
    satu, dua = tabel_sasaran(data, "KAB", 2024)
    assert satu.rata.khusus == ("capaian dibatasi 110%", "rentang dihitung terhadap batasnya")
    assert dua.rata.khusus == ("capaian dapat di bawah 0%",)
    assert [t.rata_rata.khusus for t in r.tren] == [(), r.rata_rata.khusus]


def test_the_switch_at_100_takes_the_place_of_the_cap(data):
    iku = data.capaian_opd("KAB", 2024)
    batasi = rata_capaian(iku, batasi=True)
    assert batasi.nilai == (100 + Decimal(90) / 95 * 100 - 50 + 75) / 4
    assert "capaian dibatasi 110%" not in batasi.khusus
    assert KHUSUS_LANTAI in batasi.khusus


def test_a_scenario_starts_from_the_figures_of_profil_and_names_its_cap(data):
    semula = skenario(data, "KAB", 2024, SKENARIO_BAKU).semula
    assert semula.angka == ringkas(data, "KAB", 2024).rata_rata
    pilihan = Pilihan(batas=data.profil.aturan.batas)
    assert pilihan == SKENARIO_BAKU
    assert "dibatasi 110% menurut Profil" in pilihan.spanduk


def test_the_audit_follows_the_same_rules_and_knows_the_figure_without_them(data):
    (satu,) = (t for t in uji(data).temuan if t.aturan == "U01")
    assert (satu.alamat.kode_indikator, satu.tercetak, satu.seharusnya) == ("LEBIH", "150", "110,00%")
    assert "Menurut Profil: capaian dibatasi 110%" in satu.langkah
    assert "tanpa aturan pada Profil" in satu.dugaan
    baku = dataset(opd=[opd()], indikator=INDIKATOR, capaian=BARIS)
    assert not [t for t in uji(baku).temuan if t.aturan == "U01"]


@pytest.mark.parametrize("aturan", [{}, {"batas_capaian": "100"}])
def test_a_capaian_beyond_reason_is_found_however_it_is_capped(aturan):
    data = dataset(indikator=[indikator()], capaian=[capaian(target="10", realisasi="50")], profil=profil(**aturan))
    (satu,) = (t for t in uji(data).temuan if t.aturan == "U57")
    assert satu.tercetak == "500,00%"


def test_the_kind_of_government_is_kept():
    assert dataset(profil=profil(jenis_pemerintah="kota")).profil.jenis_pemerintah == "Kota"
    assert dataset().profil.jenis_pemerintah == "Kabupaten"


@pytest.mark.parametrize("persen", [0, 50, 99, 101, 110, 150])
@pytest.mark.parametrize("arah", [NAIK, TURUN])
def test_a_value_gives_back_its_capaian(persen, arah):
    target = nilai("95-97")
    for aturan in (BAKU, BATAS, LEPAS):
        letak = nilai_pada_capaian(target, Decimal(persen), arah, aturan)
        assert abs(persen_capaian(target, letak, arah, aturan) - persen) < Decimal("1e-9")
