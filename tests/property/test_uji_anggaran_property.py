"""Consistent money gives no finding; a broken figure is among the inputs of every finding, and one names it."""

from dataclasses import replace
from decimal import Decimal

from contoh import anggaran, apbd, capaian, dataset, indikator
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kinerja.model.baris import AnggaranIndikator, Kutipan
from kinerja.model.istilah import Ukuran
from kinerja.nilai.angka import format_angka, format_rupiah
from kinerja.uji.aturan import anggaran as aturan_anggaran
from kinerja.uji.aturan import anggaran_indikator as aturan_anggaran_indikator
from kinerja.uji.aturan import apbd as aturan_apbd
from kinerja.uji.aturan import efisiensi as aturan_efisiensi
from kinerja.uji.aturan import serapan as aturan_serapan
from kinerja.uji.bukti.cetakan import Bukti
from kinerja.uji.bukti.uang import nama_baris
from kinerja.uji.model import Temuan

MODUL = (aturan_anggaran, aturan_serapan, aturan_efisiensi, aturan_apbd, aturan_anggaran_indikator)
sedang = settings(max_examples=60, deadline=None)
juta = st.integers(1_000_001, 9_999_999)


def temuan(data):
    return [h for m in MODUL for a in m.ATURAN for h in a.cari(Bukti(data)) if isinstance(h, Temuan)]


def persen(atas, bawah):
    return format_angka(Decimal(atas) / Decimal(bawah) * 100, 2)


@st.composite
def anggaran_rapi(draw):
    """Draw a budget of two programs, each of two kegiatan, with its totals: realisasi is part of the pagu."""
    daun = {}
    for p in "PQ":
        for g in "GH":
            pagu = draw(juta)
            daun[f"{p}/{p}{g}"] = (pagu, pagu * draw(st.integers(20, 95)) // 100)
    induk = {p: _jumlah(v for k, v in daun.items() if k.startswith(p)) for p in "PQ"}
    isi = {"": _jumlah(daun.values()), **induk, **daun}
    return [replace(anggaran(f"/{k}" if k else "", *v), sumber="001, Tabel 1") for k, v in isi.items()]


def _jumlah(pasangan):
    satu, dua = zip(*pasangan, strict=True)
    return sum(satu), sum(dua)


def tercetak(baris):
    """Print the serapan of every line, and the money of every line once more in the text."""
    for b in baris:
        isi = {"kode_opd": "DINKES", "uraian": nama_baris(b)}
        yield Kutipan(
            tahun=2024, ukuran=Ukuran.SERAPAN, tercetak=persen(b.realisasi, b.pagu), sumber="001, Tabel 1", **isi
        )
        yield Kutipan(tahun=2024, ukuran=Ukuran.PAGU, tercetak=format_rupiah(b.pagu), sumber="001, uraian", **isi)
        yield Kutipan(
            tahun=2024,
            ukuran=Ukuran.REALISASI_ANGGARAN,
            tercetak=format_rupiah(b.realisasi),
            sumber="001, uraian",
            **isi,
        )
        yield Kutipan(
            tahun=2024, ukuran=Ukuran.SELISIH, tercetak=format_rupiah(b.pagu - b.realisasi), sumber="001, uraian", **isi
        )


def lengkap(baris, kutipan):
    """Add to a budget what hangs on it: another print, and indicators that share it out."""
    lain = [replace(b, peran=anggaran(peran="Pembanding").peran, sumber="001, Tabel 2") for b in baris]
    programs = [b for b in baris if b.program and not b.kegiatan]
    dana = [
        AnggaranIndikator(
            kode_indikator=f"I{b.program}",
            tahun=2024,
            pagu=b.pagu,
            realisasi=b.realisasi,
            sumber="001, Tabel 3",
            **_laporan(b),
        )
        for b in programs
    ]
    return {
        "indikator": [indikator(d.kode_indikator, "DINKES") for d in dana],
        "capaian": [capaian(d.kode_indikator, target="100", realisasi="98", cetak="98") for d in dana],
        "anggaran": [*baris, *lain],
        "anggaran_indikator": dana,
        "kutipan": kutipan,
    }


def _laporan(b):
    serap = Decimal(b.realisasi) / Decimal(b.pagu) * 100
    return {"serapan_dilaporkan": format_angka(serap, 2), "efisiensi_dilaporkan": format_angka(98 - serap, 2)}


@sedang
@given(anggaran_rapi())
def test_a_consistent_budget_has_no_finding(baris):
    assert temuan(dataset(**lengkap(baris, [*tercetak(baris)]))) == []


@sedang
@given(
    anggaran_rapi(), st.integers(0, 6), st.booleans(), st.sampled_from([Decimal("1.2"), Decimal("1.5"), Decimal(10)])
)
def test_every_finding_of_a_broken_figure_has_it_among_its_inputs_and_one_names_it(baris, letak, pagu, kali):
    data = lengkap(baris, [*tercetak(baris)])
    kolom = "pagu" if pagu else "realisasi"
    rusak = replace(baris[letak], **{kolom: getattr(baris[letak], kolom) * kali})
    semua = temuan(dataset(**{**data, "anggaran": [rusak if b is baris[letak] else b for b in data["anggaran"]]}))
    cetak = format_rupiah(getattr(rusak, kolom))
    assert semua
    assert all(any(f": {cetak} " in f"{m} " for m in t.masukan) for t in semua)
    assert any(t.alamat.uraian == nama_baris(rusak) for t in semua)


@sedang
@given(anggaran_rapi(), st.integers(0, 27), st.integers(2, 9))
def test_a_broken_print_is_named_by_every_finding(baris, letak, kali):
    kutipan = [*tercetak(baris)]
    k = kutipan[letak]
    angka = Decimal(k.tercetak.replace("Rp", "").replace(".", "").replace(",", ".").strip()) * kali
    rusak = replace(k, tercetak=format_angka(angka, 2) if k.ukuran is Ukuran.SERAPAN else format_rupiah(angka))
    kutipan[letak] = rusak
    semua = temuan(dataset(**lengkap(baris, kutipan)))
    assert semua
    assert all(t.alamat.uraian == k.uraian for t in semua)
    assert all(any(rusak.tercetak in m for m in t.masukan) for t in semua)


@st.composite
def apbd_rapi(draw):
    """Draw two years of an APBD that balances."""
    hasil = []
    for tahun in (2023, 2024):
        masuk, operasi, modal, terima, keluar = (draw(juta) for _ in range(5))
        saldo, netto = masuk - operasi - modal, terima - keluar
        isi = [
            ("Pendapatan", "", masuk),
            ("Belanja", "Operasi", operasi),
            ("Belanja", "Modal", modal),
            ("Belanja", "", operasi + modal),
            ("Surplus/Defisit", "", saldo),
            ("Pembiayaan", "Penerimaan", terima),
            ("Pembiayaan", "Pengeluaran", keluar),
            ("Pembiayaan", "", netto),
            ("SiLPA", "", saldo + netto),
        ]
        hasil += [replace(apbd(k, u, None, v, tahun), sumber="000, APBD") for k, u, v in isi]
    return hasil


@sedang
@given(apbd_rapi(), st.integers(0, 17), st.integers(1_000, 900_000))
def test_apbd_that_balances_is_silent_and_a_broken_figure_is_an_input_of_every_finding(baris, letak, tambah):
    assert temuan(dataset(apbd=baris)) == []
    rusak = replace(baris[letak], realisasi=baris[letak].realisasi + tambah)
    angka = [b.realisasi for b in baris]
    assume(rusak.realisasi not in angka)
    semua = temuan(dataset(apbd=[*baris[:letak], rusak, *baris[letak + 1 :]]))
    assert len(semua) == 1
    assert any(f": {format_rupiah(rusak.realisasi)} " in m for m in semua[0].masukan)
    assert semua[0].alamat.tahun == rusak.tahun
