"""A consistent dataset gives no finding on wholes, means, counts, differences, regions, targets; a broken one does."""

from dataclasses import replace
from decimal import Decimal

from contoh import capaian, dataset, indikator, nilai, profil, wilayah
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.model.baris import BarisSusunan, Kutipan
from kinerja.model.istilah import Hubungan, Ukuran
from kinerja.nilai.angka import bulatkan, format_angka
from kinerja.uji.bukti.cetakan import Bukti
from kinerja.uji.mesin import ATURAN
from kinerja.uji.model import Temuan

MILIK = [a for a in ATURAN if a.kode >= "U30"]
sedang = settings(max_examples=150, deadline=None)


def temuan(data):
    bukti = Bukti(data)
    return [h for a in MILIK for h in a.cari(bukti) if isinstance(h, Temuan)]


def teks(angka, tempat=2):
    return format_angka(bulatkan(Decimal(angka), tempat), tempat)


def persen(a, b):
    return Decimal(a) * 100 / Decimal(b)


@st.composite
def angka_konsisten(draw):
    """Draw figures that follow from each other, as they would be printed, by name."""
    a, b = draw(st.integers(1, 5000)), draw(st.integers(1, 5000))
    lalu = draw(st.integers(4000, 6000))
    kini = lalu + draw(st.integers(1, 2000))
    t_lalu = lalu + draw(st.integers(1, 1000))
    t_kini = max(t_lalu, lalu) + draw(st.integers(1, 1000))
    ratus = Decimal(100)
    c = persen(kini, t_kini)
    return {
        "A": str(a),
        "B": str(b),
        "T": str(a + b),
        "P": teks(persen(a, a + b)),
        "R23": teks(lalu / ratus),
        "R24": teks(kini / ratus),
        "T23": teks(t_lalu / ratus),
        "T24": teks(t_kini / ratus),
        "rata": teks(c),
        "cacah": "1",
        "selisih": teks(abs(t_kini - kini) / ratus),
        "perubahan": teks((kini - lalu) / ratus),
        "wilayah": teks(kini / ratus),
        "kutip wilayah": teks(kini / ratus),
    }


def susun(f):
    """Make the dataset that prints these figures."""
    daerah = replace(wilayah("Sini", f["wilayah"], ukuran="Ukuran", sumber="000, Tabel 1.3"), satuan="Persen")
    dukung = [replace(indikator(k, tingkat="Pendukung", arah="Netral"), satuan="Orang") for k in ("A", "B", "T")]
    utama = indikator(
        "I", padanan="Ukuran", target_akhir=nilai("200"), tahun_target_akhir=2026, sasaran="S", tujuan="T"
    )
    return dataset(
        indikator=[utama, *dukung, indikator("P", tingkat="Pendukung", arah="Netral")],
        capaian=[
            capaian("I", 2023, f["T23"], f["R23"], sumber="000, Tabel 3"),
            capaian("I", 2024, f["T24"], f["R24"], sumber="000, Tabel 3"),
            *(capaian(k, realisasi=f[k], sumber="000, Tabel 4") for k in ("A", "B", "T", "P")),
        ],
        susunan=[
            *(BarisSusunan("T", k, Hubungan.JUMLAH) for k in ("A", "B")),
            BarisSusunan("P", "A", Hubungan.PEMBILANG),
            BarisSusunan("P", "T", Hubungan.PENYEBUT),
        ],
        kutipan=[
            Kutipan(tahun=2024, ukuran=Ukuran.RATA_RATA, tercetak=f["rata"], sumber="000, Bab IV", kode_opd="KAB"),
            Kutipan(
                tahun=2024,
                ukuran=Ukuran.JUMLAH,
                tercetak=f["cacah"],
                sumber="000, Bab IV",
                kode_opd="KAB",
                uraian="Jumlah sasaran",
            ),
            Kutipan(
                tahun=2024, ukuran=Ukuran.SELISIH, tercetak=f["selisih"], sumber="000, Bab III", kode_indikator="I"
            ),
            Kutipan(
                tahun=2024, ukuran=Ukuran.PERUBAHAN, tercetak=f["perubahan"], sumber="000, Bab III", kode_indikator="I"
            ),
            Kutipan(
                tahun=2024,
                ukuran=Ukuran.NILAI,
                tercetak=f["kutip wilayah"],
                sumber="000, Bab I",
                indikator="Ukuran",
                wilayah="Sini",
            ),
        ],
        regional=[daerah],
        profil=profil(wilayah="Sini", tahun_akhir="2026"),
    )


@sedang
@given(f=angka_konsisten())
def test_a_consistent_dataset_gives_no_finding(f):
    assert temuan(susun(f)) == []


RUSAK = {
    "T": ("T", "Jumlah", ""),
    "P": ("P", "Realisasi", ""),
    "rata": ("", "Rata-rata", ""),
    "cacah": ("", "Jumlah", "jumlah sasaran"),
    "selisih": ("I", "Selisih", ""),
    "perubahan": ("I", "Perubahan", ""),
    "kutip wilayah": ("", "Nilai", "Ukuran, Sini"),
}


@sedang
@given(f=angka_konsisten(), apa=st.sampled_from(sorted(RUSAK)))
def test_one_broken_figure_is_named_and_stands_in_every_finding(f, apa):
    lama = Decimal(f[apa].replace(".", "").replace(",", "."))
    tempat = 0 if apa in ("T", "cacah") else 2
    baru = teks(lama * 7 + 1013, tempat)
    semua = temuan(susun({**f, apa: baru}))
    assert all(any(baru in m for m in t.masukan) for t in semua)
    kode, ukuran, uraian = RUSAK[apa]
    assert any((t.alamat.kode_indikator, t.alamat.ukuran, t.alamat.uraian) == (kode, ukuran, uraian) for t in semua)


@sedang
@given(f=angka_konsisten(), apa=st.sampled_from(["A", "B"]))
def test_a_broken_part_stands_in_every_finding(f, apa):
    baru = str(int(f[apa]) * 7 + 1013)
    semua = temuan(susun({**f, apa: baru}))
    assert any(t.aturan == "U30" and t.alamat.kode_indikator == "T" for t in semua)
    assert all(any(baru in m for m in t.masukan) for t in semua)


KUTIPAN = ("rata", "cacah", "selisih", "perubahan", "kutip wilayah")


@sedang
@given(f=angka_konsisten(), apa=st.sampled_from([*KUTIPAN, "A", "B", "T", "P", "R23", "R24", "T24"]), isi=st.text())
def test_nothing_that_is_printed_makes_it_fail(f, apa, isi):
    if apa in KUTIPAN:
        temuan(susun({**f, apa: isi}))
    for kosong in ("", "0", "-"):
        temuan(susun({**f, apa: kosong}))
