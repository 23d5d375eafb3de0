"""The engine of findings: every rule with a hit and a miss, ranking, each fact said once, figures of the reports."""

from dataclasses import replace

import pytest
from contoh import capaian, dataset, indikator, nilai, opd, profil, rupiah, wilayah

from kinerja.model.baris import AnggaranIndikator
from kinerja.sumber import versi as sumber
from kinerja.telaah.sorotan.aturan import ATURAN, Fakta, Nada
from kinerja.telaah.sorotan.sorotan import kelompok_sorotan, sorotan, sorotan_indikator

PROFIL = profil(wilayah="Sini", provinsi="Provinsi Contoh")


@pytest.fixture(scope="module")
def data():
    return sumber.aktif().dataset


def temuan(lalu=None, kini=None, arah="Naik", skala="", uang=None, daerah=(), **isi):
    """Return code -> sentence of one indicator in 2024; `lalu` and `kini` are (target, realisasi)."""
    ind = replace(indikator(arah=arah, skala_nilai=skala, **isi), satuan=isi.pop("satuan", "Persen"))
    baris = [capaian(tahun=2023, target=lalu[0], realisasi=lalu[1], skala=skala)] if lalu else []
    baris += [capaian(target=kini[0], realisasi=kini[1], skala=skala)] if kini else []
    dana = (
        [AnggaranIndikator(kode_indikator="UHH", tahun=2024, pagu=rupiah(uang[0]), realisasi=rupiah(uang[1]))]
        if uang
        else []
    )
    semua = dataset(indikator=[ind], capaian=baris, anggaran_indikator=dana, regional=daerah, profil=PROFIL)
    return {s.aturan: s.teks for s in sorotan_indikator(semua, "UHH", 2024)}


def provinsi(milik, acuan, arah):
    return [
        wilayah("Sini", milik, arah=arah, ukuran="Ukuran"),
        wilayah("Provinsi Contoh", acuan, arah=arah, ukuran="Ukuran", tingkat="Provinsi"),
    ]


KENA = [
    ("S01", {"kini": ("80", "60")}, "Capaian 75,00%: realisasi 60%, target 80%."),
    ("S01", {"kini": ("10", "15"), "arah": "Turun"}, "Capaian 50,00%: realisasi 15%, target 10%."),
    ("S01", {"kini": ("100", "0")}, "Capaian 0,00%: realisasi 0%, target 100%."),
    ("S02", {"kini": ("WTP", "WDP"), "skala": "Opini BPK"}, "Target WTP tidak tercapai: realisasi WDP."),
    ("S03", {"kini": ("80", "N/A")}, "Realisasi tidak tersedia; targetnya 80%."),
    ("S03", {"kini": (None, "80")}, "Target tidak tersedia."),
    (
        "S03",
        {"kini": ("0", "5"), "arah": "Turun"},
        "Target 0 atau negatif: persentase tidak dapat dihitung.",
    ),
    (
        "S04",
        {"kini": ("80", "60"), "uang": (100, 99)},
        "Target belum tercapai (capaian 75,00%) walaupun 99,00% pagu terserap.",
    ),
    (
        "S05",
        {"lalu": ("80", "95"), "kini": ("80", "85")},
        "Memburuk walaupun capaiannya 106,25%: turun dari 95% pada 2023 menjadi 85% pada 2024.",
    ),
    (
        "S05",
        {"lalu": ("10", "7"), "kini": ("10", "9"), "arah": "Turun"},
        "Memburuk walaupun capaiannya 110,00%: naik dari 7% pada 2023 menjadi 9% pada 2024.",
    ),
    (
        "S06",
        {"lalu": ("90", "85"), "kini": ("80", "85")},
        "Target dilonggarkan dari 90% pada 2023 menjadi 80%; lebih ringan daripada realisasi 2023 (85%).",
    ),
    (
        "S07",
        {"lalu": ("5", "6"), "kini": ("5", "6,1"), "target_akhir": nilai("7"), "tahun_target_akhir": 2026},
        "Sulit mencapai target akhir 7% pada 2026. Diperlukan naik 0,45 poin persen per tahun; selama 2023–2024 "
        "rata-rata naik 0,10 poin persen per tahun. Baru satu perubahan yang diketahui, jadi arahnya belum dapat "
        "diandalkan.",
    ),
    (
        "S07",
        {"kini": ("5", "6"), "target_akhir": nilai("7"), "tahun_target_akhir": 2024},
        "Target akhir 7% pada 2024 tidak tercapai: realisasi 6%.",
    ),
    (
        "S08",
        {"kini": ("60", "70"), "padanan": "Ukuran", "daerah": provinsi("70", "72", "Naik")},
        "Tertinggal dari Provinsi Contoh: 70 pada 2024, 2 poin di bawah 72.",
    ),
    (
        "S08",
        {"kini": ("9", "7"), "arah": "Turun", "padanan": "Ukuran", "daerah": provinsi("7", "6", "Turun")},
        "Tertinggal dari Provinsi Contoh: 7 pada 2024, 1 poin di atas 6; makin rendah makin baik.",
    ),
    ("S09", {"lalu": ("80", "79"), "kini": ("80", "78")}, "Turun dari 79% pada 2023 menjadi 78% pada 2024."),
    ("S10", {"lalu": ("80", "78"), "kini": ("80", "79")}, "Naik dari 78% pada 2023 menjadi 79% pada 2024."),
    (
        "S10",
        {"lalu": ("5", "7"), "kini": ("5", "6"), "arah": "Turun"},
        "Turun dari 7% pada 2023 menjadi 6% pada 2024.",
    ),
    (
        "S11",
        {"kini": ("5", "8"), "target_akhir": nilai("7"), "tahun_target_akhir": 2026},
        "Target akhir 7% pada 2026 sudah dicapai: 8%.",
    ),
    (
        "S12",
        {"kini": ("80", "88"), "uang": (100, 70)},
        "Target tercapai (capaian 110,00%) dengan serapan 70,00%.",
    ),
]
LUPUT = [
    ("S01", {"kini": ("100", "90")}),
    ("S01", {"kini": ("80", "N/A")}),
    ("S02", {"kini": ("WDP", "WTP"), "skala": "Opini BPK"}),
    ("S03", {"kini": ("80", "60")}),
    ("S03", {"kini": (None, "60"), "arah": "Netral"}),
    ("S04", {"kini": ("100", "95"), "uang": (100, 99)}),
    ("S04", {"kini": ("80", "60"), "uang": (0, 0)}),
    ("S05", {"lalu": ("80", "75"), "kini": ("80", "85")}),
    ("S05", {"lalu": ("80", "79"), "kini": ("80", "78")}),
    ("S05", {"lalu": ("80", "95"), "kini": ("80", "85"), "arah": "Netral"}),
    ("S06", {"lalu": ("80", "75"), "kini": ("80", "85")}),
    ("S06", {"lalu": ("80", "75"), "kini": ("80", "75"), "arah": "Netral"}),
    ("S07", {"lalu": ("5", "6"), "kini": ("5", "6,5"), "target_akhir": nilai("7"), "tahun_target_akhir": 2026}),
    ("S08", {"kini": ("60", "70"), "padanan": "Ukuran", "daerah": provinsi("70", "70", "Naik")}),
    ("S08", {"kini": ("60", "70"), "padanan": "Ukuran", "daerah": provinsi("70", "72", "Netral")}),
    ("S08", {"kini": ("9", "5"), "arah": "Turun", "padanan": "Ukuran", "daerah": provinsi("5", "6", "Turun")}),
    ("S09", {"lalu": ("80", "78"), "kini": ("80", "78")}),
    ("S10", {"lalu": ("80", "N/A"), "kini": ("80", "79")}),
    ("S11", {"kini": ("5", "6"), "target_akhir": nilai("7"), "tahun_target_akhir": 2026}),
    ("S12", {"kini": ("80", "88"), "uang": (100, 95)}),
    ("S12", {"kini": ("80", "70"), "uang": (100, 50)}),
]


def test_every_rule_is_tried_with_a_hit_and_a_miss_and_has_its_own_code():
    kode = [a.kode for a in ATURAN]
    assert len(set(kode)) == len(kode)
    assert {k for k, _, _ in KENA} == {k for k, _ in LUPUT} == set(kode)


@pytest.mark.parametrize(("kode", "isi", "kalimat"), KENA)
def test_a_rule_finds_what_it_is_for(kode, isi, kalimat):
    assert temuan(**isi)[kode] == kalimat


@pytest.mark.parametrize(("kode", "isi"), LUPUT)
def test_a_rule_is_silent_where_the_figures_are_not(kode, isi):
    assert kode not in temuan(**isi)


def test_of_two_rules_about_the_same_fact_the_graver_speaks():
    hasil = temuan(lalu=("80", "95"), kini=("80", "85"))
    assert "S05" in hasil
    assert "S09" not in hasil, "both speak of the movement"


def test_an_indicator_without_the_year_has_nothing_to_say():
    assert temuan(lalu=("80", "95")) == {}


def dua(kode_a="A", kode_b="B", nama=None):
    ind = [replace(indikator(k), indikator=nama or f"Indikator {k}") for k in (kode_a, kode_b)]
    baris = [capaian(kode_a, target="100", realisasi="80"), capaian(kode_b, target="100", realisasi="60")]
    return dataset(indikator=ind, capaian=baris)


def test_the_gravest_comes_first():
    assert [s.kode_indikator for s in sorotan(dua(), "KAB", 2024)] == ["B", "A"]


def test_the_same_sentence_of_a_measure_listed_twice_is_one_finding():
    semua = dataset(
        indikator=[replace(indikator(k), indikator="Sama") for k in ("A", "B")],
        capaian=[capaian(k, target="100", realisasi="80") for k in ("A", "B")],
    )
    assert len(sorotan(semua, "KAB", 2024)) == 1


def test_only_iku_are_spoken_of():
    semua = dataset(indikator=[indikator("A", tingkat="Program")], capaian=[capaian("A", target="100", realisasi="10")])
    assert sorotan(semua, "KAB", 2024) == ()


def test_an_opd_without_iku_has_no_findings():
    assert sorotan(dataset(opd=[opd()], indikator=[]), "KAB", 2024) == ()


# --- the reports ------------------------------------------------------------------------------------------------------


def test_what_needs_attention_in_the_regency_2024(data):
    isi = kelompok_sorotan(data, "BATUBARA", 2024, Nada.PERHATIAN)
    assert [k.utama.kode_indikator for k in isi] == ["BB-IKLH", "BB-INOVASI", "BB-INFRA", "BB-AKIP", "BB-OPINI"]
    assert isi[1].utama.teks == "Capaian 85,47%: realisasi 47,01, target 55,0 (Inovatif)."
    assert [s.aturan for s in isi[1].lain] == ["S04"]


def test_warnings_of_an_indicator_stand_together_gravest_first(data):
    isi = {k.utama.kode_indikator: k for k in kelompok_sorotan(data, "BATUBARA", 2024, Nada.DINI)}
    dagang = isi["BB-DAGANG"]
    assert [s.aturan for s in (dagang.utama, *dagang.lain)] == ["S05", "S06", "S07", "S08"]
    assert dagang.utama.teks == (
        "Memburuk walaupun capaiannya 100,83%: turun dari 18,37% pada 2023 menjadi 18,15% pada 2024."
    )


def test_no_fact_of_an_indicator_is_said_twice_anywhere(data):
    for o in data.opd_ber_iku:
        for tahun in data.tahun_ber_iku(o.kode_opd):
            semua = [(s.kode_indikator, s.fakta) for s in sorotan(data, o.kode_opd, tahun)]
            assert len(set(semua)) == len(semua)


def test_a_finding_carries_the_remark_of_its_row(data):
    opini = next(s for s in sorotan(data, "BATUBARA", 2024) if s.kode_indikator == "BB-OPINI")
    assert opini.fakta is Fakta.CAPAIAN
    assert opini.catatan.startswith("laporan keuangan 2024 masih diaudit")
