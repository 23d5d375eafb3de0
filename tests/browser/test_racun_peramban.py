"""A workbook whose texts are attacks, in a real browser: nothing runs, is asked or linked to; read as typed (CASES 17).

That no element of any page takes such a text for more is tried by `test_racun` without a browser.
"""

import pytest
from alat_peramban import buka, isi, pindah
from pembangun import buku_kecil, tulis

from components.bingkai.navigasi import ANGGARAN, CAPAIAN, RINGKASAN

RACUN = (
    "<img src=x onerror=alert(1)> ![g](http://x.invalid/b.png) [a](javascript:alert(2)) **t** $x^2$ :red[m] "
    '"><script>alert(3)</script> www.x.invalid a@x.invalid'
)
PROSA = {
    "Profil": ("Pemerintah daerah", "Isi"),
    "OPD": ("Nama OPD", "Singkatan"),
    "Indikator": ("Indikator", "Sasaran", "Tujuan"),
    "Anggaran": ("Program", "Sub kegiatan"),
    "Analisis": ("Uraian",),
    "Capaian": ("Sumber", "Catatan"),
}
SUNTIKAN = r"""() => [...document.querySelectorAll('img, script, a, iframe, [onerror]')].filter(el => {
    const alamat = el.getAttribute('src') || el.getAttribute('href') || '';
    return el.hasAttribute('onerror') || /^x$|x\.invalid|^javascript:|^mailto:/.test(alamat)
        || (el.tagName === 'SCRIPT' && el.textContent.includes('alert('));
}).map(el => el.outerHTML)"""


def teracuni():
    """Return the small workbook with the poison behind every text that is not a code or a name to be matched."""
    hasil = buku_kecil()
    for lembar, kolom in PROSA.items():
        judul, *baris = hasil[lembar]
        for satu in baris:
            for k in kolom:
                if k in judul and isinstance(isi_sel := satu[judul.index(k)], str) and satu[0] != "Wilayah":
                    satu[judul.index(k)] = f"{isi_sel} {RACUN}"
    return hasil


@pytest.fixture
def beracun(server_baru, tmp_path):
    tulis(teracuni(), tmp_path / "buku.xlsx")
    return server_baru(data=tmp_path)


def test_a_poisoned_workbook_is_only_text(beracun, halaman):
    """What is asked outside, refused by the policy or asked in a dialog fails the fixture `halaman`."""
    for n, h in enumerate((RINGKASAN, CAPAIAN, ANGGARAN)):
        (pindah if n else buka)(halaman, beracun.url(h.jalur if n else "", opd="DINKES", tahun=2024))
        assert halaman.evaluate(SUNTIKAN) == []
        assert f"Dinas Kesehatan {RACUN}" in isi(halaman), h.judul
