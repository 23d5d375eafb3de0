"""Formulas and numbers as they should be printed give no finding; turned over or broken they do."""

from decimal import Decimal

from contoh import dataset, nilai
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kinerja.model.baris import Kutipan
from kinerja.model.istilah import Ukuran
from kinerja.nilai.angka import bulatkan, format_angka
from kinerja.uji.aturan.cetakan import rumus_tidak_menghasilkan
from kinerja.uji.aturan.terbaca import bacaan, digit_tak_terbaca
from kinerja.uji.bukti.cetakan import Angka, Bukti
from kinerja.uji.model import Temuan

sedang = settings(max_examples=150, deadline=None)
ratusan = st.decimals(1, 10**6, places=2)


def rumus(atas, bawah, hasil):
    teks = f"{format_angka(atas, 2)} / {format_angka(bawah, 2)} x 100% = {format_angka(bulatkan(hasil), 2)}%"
    bukti = Bukti(
        dataset(
            kutipan=[
                Kutipan(tahun=2024, ukuran=Ukuran.CAPAIAN, tercetak=teks, sumber="000, Bab III", kode_indikator="UHH")
            ]
        )
    )
    return [h for h in rumus_tidak_menghasilkan(bukti) if isinstance(h, Temuan)]


@sedang
@given(atas=ratusan, bawah=ratusan)
def test_a_formula_holds_and_turned_over_it_does_not(atas, bawah):
    hasil = atas / bawah * 100
    assert not rumus(atas, bawah, hasil)
    assume(abs(hasil - bawah / atas * 100) > Decimal("0.05"))
    (temuan,) = rumus(bawah, atas, hasil)
    assert temuan.masukan
    assert temuan.tercetak in temuan.masukan[0]


@sedang
@given(angka=st.decimals(-(10**12), 10**12, places=2), tempat=st.integers(0, 2))
def test_every_number_as_it_should_be_printed_is_read(angka, tempat):
    teks = format_angka(bulatkan(angka, tempat), tempat)
    assert digit_tak_terbaca(Angka(teks=teks, nilai=nilai(None), sumber="000")) == ""


@sedang
@given(angka=st.decimals(1000, 10**12, places=2))
def test_two_decimal_commas_are_read_back(angka):
    benar = format_angka(angka, 2)
    salah = benar.replace(".", ",")
    if salah.count(",") > 1:
        digit = digit_tak_terbaca(Angka(teks=salah, nilai=nilai(None), sumber="000"))
        assert digit == salah
        assert bacaan(digit)[0].angka == angka


@sedang
@given(teks=st.text(alphabet="0123456789., %Rp", max_size=20))
def test_no_text_stops_the_reader(teks):
    digit = digit_tak_terbaca(Angka(teks=teks, nilai=nilai(None), sumber="000"))
    assert all(n.angka is not None for n in bacaan(digit)) if digit else digit == ""
