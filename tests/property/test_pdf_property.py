"""Any text anywhere becomes a PDF and a Word document, on as many pages as slides, with its letters as they are."""

import re
from datetime import date
from io import BytesIO
from string import ascii_letters, digits

from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from teks_pdf import rapat, teks_halaman

from kinerja.ekspor.pdf import tulis_pdf_halaman, tulis_pdf_lampiran, tulis_pdf_paparan
from kinerja.paparan.model import AngkaKunci, BagianPaparan, Paparan, Slaid
from kinerja.sajian.salinan import Salinan
from kinerja.sajian.tabel_terbit import KolomTerbit, Rata, Sel, TabelTerbit
from kinerja.terbitan.cetakan import Cetakan
from kinerja.terbitan.sampul import Petunjuk, Sampul

HARI = date(2026, 11, 21)
potongan = st.sampled_from(
    [*"#$*_`<>@=[]{}()\\/\"'~-+|&;:!% \u00a0\u200b\u2028\r\n\t\x00", "#x", "*a*", "//", "😀", "http://a"]
)
teks = st.text(max_size=200) | st.lists(potongan, max_size=40).map("".join)
TAMPAK = re.compile(f"[{ascii_letters}{digits}#$*_=<>@]")
"""Letters that every font has and no writer of text joins with its neighbours."""


def tampak(isi):
    return "".join(TAMPAK.findall(isi))


def tabel(isi):
    return TabelTerbit(
        kode="t",
        judul=isi,
        kolom=(KolomTerbit(isi), KolomTerbit("Angka", Rata.KANAN)),
        baris=((Sel(isi), Sel("1")),),
        sumber=(isi,),
        catatan=(isi,),
    )


@settings(max_examples=25, deadline=None)
@given(isi=teks)
@example(isi='#eval("1") $x$ *b* @ref <lab> \\u{41} // c /* d */')
@example(isi="\ud800\x00\u202e")
def test_any_text_on_a_slide_stays_text_on_one_page(isi):
    s = Slaid(
        kode="a",
        bagian=BagianPaparan.UJI,
        judul=f"A{isi}Z",
        topik=isi,
        versi="1",
        angka=(AngkaKunci(isi, isi, isi),),
        butir=(isi,),
        tabel=tabel(isi),
    )
    berkas = BytesIO()
    tulis_pdf_paparan(Paparan(pemerintah=isi, kode_opd="K", opd=isi, tahun=2024, versi=isi, slaid=(s, s)), berkas)
    halaman = teks_halaman(berkas)
    assert len(halaman) == 2
    assert tampak(f"A{isi}Z") in tampak(halaman[0])


@settings(max_examples=25, deadline=None)
@given(isi=teks)
def test_any_text_in_a_lampiran_and_on_a_page_stays_text(isi):
    lampiran, halaman = BytesIO(), BytesIO()
    tulis_pdf_lampiran(
        [tabel(isi)],
        Sampul(
            judul=isi, pemerintah=isi, opd=isi, tahun=2024, versi=isi, dibuat=HARI, asal=isi, petunjuk=(Petunjuk(isi),)
        ),
        lampiran,
    )
    salinan = Salinan(isi, isi, (isi,))
    tulis_pdf_halaman(
        Cetakan(
            salinan=salinan,
            saringan=((isi, isi),),
            tabel=tabel(isi),
            sumber=(isi,),
            versi=isi,
            alamat=isi,
            pemerintah=isi,
            dibuat=HARI,
        ),
        halaman,
    )
    for berkas in (lampiran, halaman):
        semua = tampak("".join(rapat(h.extract_text()) for h in PdfReader(berkas).pages))
        assert semua.count(tampak(isi)) >= 4
