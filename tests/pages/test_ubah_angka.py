"""Ubah angka on Indikator and Kelengkapan: who is offered it, and from a typed cell to the published figure.

The table is a canvas, which only a browser fills (tests/browser/test_kelola.py); here its cells are handed over.
"""

import pytest
from alat_halaman import buka, hanya, html, kosong, pemilik
from contoh_gudang import ADMIN, INSPEKTORAT, OPERATOR, PIMPINAN, buku, gudang_baru, terbit
from pembangun import BUKU_KECIL, tambah_baris
from pembangun import ubah as ubah_buku

from components import ubah
from components.bingkai import akses
from components.bingkai.navigasi import INDIKATOR, KELENGKAPAN, KELOLA
from components.kelola import unggah as modul_unggah
from kinerja.unggah.impor import rancang, simpan
from kinerja.unggah.kirim import HasilUnggah

UHH = {"opd": "KAB", "tahun": 2024, "indikator": "UHH"}
IMUN = {"opd": "DINKES", "tahun": 2024, "indikator": "IMUN"}
DINKES = {"opd": "DINKES", "tahun": 2024}
TOMBOL = ":material/edit: Ubah angka"


@pytest.fixture
def gudang(tmp_path, monkeypatch):
    """The store of the dashboard, with one version."""
    hasil = gudang_baru(tmp_path)
    terbit(hasil)
    monkeypatch.setenv("KINERJA_DATABASE_URL", str(hasil.mesin.url))
    return hasil


@pytest.fixture
def orang(monkeypatch):
    """Say who is here: `orang(ADMIN)`."""
    return lambda satu: monkeypatch.setattr(akses, "pengguna_kini", lambda: satu)


@pytest.fixture
def ketik(gudang, monkeypatch, muat_di_sini, tmp_path):
    """Cells that are typed over the table, by row and column; what is sent is found out in this process."""
    sel, digambar = {}, []

    def data_editor(isi, **lain):
        digambar.append(isi)
        return {k: [sel.get((n, k), teks) for n, teks in enumerate(kolom)] for k, kolom in isi.items()}

    def di_sini(berkas, mode, pengguna, lapor, _menunggu):
        ((nama, isi),) = berkas
        (tmp_path / nama).write_bytes(isi)
        rancangan = rancang(gudang, [tmp_path / nama], mode, pengguna, lapor)
        sah = rancangan.sah and not rancangan.identik
        return HasilUnggah(
            temuan=rancangan.temuan,
            draf=simpan(gudang, rancangan, pengguna) if sah else None,
            identik=rancangan.identik,
            dasar=rancangan.dasar,
            rincian=rancangan.rincian(),
        )

    monkeypatch.setattr(ubah.st, "data_editor", data_editor)
    monkeypatch.setattr(modul_unggah, "unggah", di_sini)
    monkeypatch.setattr(modul_unggah, "tautan", lambda *_, **__: None)
    sel["digambar"] = digambar
    return sel


def ditawari(at):
    assert [e.message for e in at.exception] == []
    return TOMBOL in [e.label for e in at.expander]


def terbuka(at):
    at.session_state["lipatan_ubah_angka"] = True
    return at.run()


def tekan(at, label):
    (satu,) = [b for b in at.button if b.label == label]
    return satu.click().run()


def terbitkan(at, catatan="Realisasi menyusul"):
    at.text_input(key="catatan").set_value(catatan).run()
    return tekan(at, "Terbitkan")


@pytest.mark.parametrize(
    ("siapa", "sendiri", "lain"),
    [(ADMIN, True, True), (OPERATOR, True, False), (INSPEKTORAT, False, False), (PIMPINAN, False, False), (None,) * 3],
    ids=["admin", "operator", "inspektorat", "pimpinan", "nobody"],
)
def test_only_who_may_change_the_rows_of_the_opd_is_offered_it(gudang, orang, siapa, sendiri, lain):
    orang(siapa)
    assert [ditawari(buka(h, **a)) for h, a in ((INDIKATOR, IMUN), (KELENGKAPAN, DINKES))] == [bool(sendiri)] * 2
    assert [ditawari(buka(INDIKATOR, **UHH)), ditawari(buka(KELENGKAPAN, opd="KAB", tahun=2024))] == [bool(lain)] * 2


def test_an_older_version_is_not_changed(gudang, orang):
    orang(ADMIN)
    terbit(gudang, buku(1))
    assert not ditawari(buka(INDIKATOR, **UHH, versi=1))


def test_the_table_is_made_when_it_is_opened(gudang, orang, ketik):
    orang(ADMIN)
    at = buka(INDIKATOR, **UHH)
    assert ketik["digambar"] == []
    terbuka(at)
    (isi,) = ketik["digambar"]
    assert isi["Periode"] == ["Tahunan", "TW I", "TW II", "TW III", "TW IV"]
    assert isi["Realisasi"] == ["72,97", "", "", "", ""]


def test_a_figure_that_is_typed_is_compared_noted_and_published_where_it_was_missed(gudang, orang, ketik):
    orang(ADMIN)
    at = terbuka(buka(INDIKATOR, **UHH))
    tekan(at, "Periksa perubahan")
    assert [i.value for i in at.info] == ["Belum ada sel yang diubah."]
    ketik[0, "Realisasi"] = "73,50"
    tekan(at, "Periksa perubahan")
    assert "0 baris ditambah, 1 diubah, 0 dihapus" in [s.value for s in at.subheader]
    assert "72,97 → 73,50" in html(at)
    assert gudang.aktif() == 1
    del ketik[0, "Realisasi"]
    terbitkan(at)
    assert gudang.aktif() == 2
    assert gudang.ambil(2).berkas == "ubah_angka_UHH_2024.xlsx"
    assert [s.value for s in at.success] == ["Versi 2 terbit\\: Realisasi menyusul"]
    assert "73,50" in html(at)
    assert ketik["digambar"][-1]["Realisasi"][0] == "73,50"


def test_an_indicator_without_a_figure_that_year_gets_its_first_one(gudang, orang, ketik):
    orang(ADMIN)
    terbit(gudang, tambah_baris(BUKU_KECIL, "Capaian", ["IMUN", 2025, None, 100, None, 92]))
    at = terbuka(buka(INDIKATOR, **{**UHH, "tahun": 2025}))
    assert kosong(at)
    ketik |= {(0, "Target"): "73,10", (0, "Realisasi"): "73,20"}
    terbitkan(tekan(at, "Periksa perubahan"))
    assert gudang.aktif() == 3
    assert not kosong(at)
    assert "73,20 tahun" in html(at)


def test_an_opd_without_iku_is_told_where_its_indicators_are(gudang, orang, ketik):
    orang(ADMIN)
    terbit(gudang, ubah_buku(BUKU_KECIL, "Indikator", C4="Program"))
    at = terbuka(buka(KELENGKAPAN, **DINKES, lihat_data="triwulan"))
    assert any("tidak memiliki IKU" in i.value for i in at.info)
    at = terbuka(buka(KELENGKAPAN, **DINKES, semua_indikator="ya"))
    assert ketik["digambar"][-1]["Indikator"] == ["Cakupan imunisasi"]


def test_an_operator_fills_a_quarter_of_the_own_opd_on_kelengkapan(gudang, orang, ketik):
    orang(OPERATOR)
    at = terbuka(buka(KELENGKAPAN, **DINKES))
    at.selectbox(key="ubah_periode").set_value("TW III").run()
    ketik |= {(0, "Target"): "75", (0, "Realisasi"): "70", (0, "Tanda"): "Sementara"}
    at.text_input(key=next(t.key for t in at.text_input if t.label.startswith("Sumber"))).set_value("Dinkes").run()
    terbitkan(tekan(at, "Periksa perubahan"))
    (baris,) = [b for _, b in _capaian(gudang) if b[2] == "TW III"]
    assert baris[:4] + baris[5:6] + baris[8:9] + baris[-1:] == (
        "IMUN",
        "2024",
        "TW III",
        "75",
        "70",
        "Dinkes",
        "Sementara",
    )


def _capaian(gudang):
    return next(s.baris for s in gudang.lembar(gudang.aktif()) if s.nama == "Capaian")


def test_a_cell_that_is_emptied_goes_only_when_that_is_agreed_to(gudang, orang, ketik):
    orang(ADMIN)
    at = terbuka(buka(INDIKATOR, **UHH))
    ketik[0, "Realisasi"] = None
    tekan(at, "Periksa perubahan")
    at.text_input(key="catatan").set_value("salah baca").run()
    (terbit_,) = [b for b in at.button if b.label == "Terbitkan"]
    assert terbit_.disabled
    at.checkbox[0].check().run()
    tekan(at, "Terbitkan")
    assert gudang.aktif() == 2
    assert _capaian(gudang)[1][1][5] is None


def test_what_cannot_be_read_is_told_by_period_and_column_and_typing_again_forgets_it(gudang, orang, ketik):
    orang(ADMIN)
    at = terbuka(buka(INDIKATOR, **UHH))
    ketik[2, "Realisasi"] = "tujuh puluh"
    tekan(at, "Periksa perubahan")
    assert "Belum dapat diterbitkan: 1 galat" in [s.value for s in at.subheader]
    assert "Usia Harapan Hidup, TW II 2024" in html(at)
    assert "Realisasi: " in html(at)
    assert [b.label for b in at.button if b.label in ("Terbitkan", "Unduh")] == []
    ketik[2, "Realisasi"] = "72,99"
    terbitkan(tekan(at, "Periksa perubahan"))
    assert gudang.aktif() == 2


def test_what_another_published_meanwhile_is_told_and_not_overwritten(gudang, orang, ketik):
    orang(ADMIN)
    at = terbuka(buka(INDIKATOR, **UHH))
    pohon = at._tree
    fragmen = pemilik(at, pohon, "Periksa perubahan")
    at._tree = pohon
    with hanya(fragmen):
        terbit(gudang, buku(1), catatan="dari orang lain")
        ketik[1, "Realisasi"] = "72,95"
        tekan(at, "Periksa perubahan")
        assert any("menerbitkan versi 2 sementara itu" in w.value and "dari orang lain" in w.value for w in at.warning)
        terbit(gudang, buku(2), catatan="lagi")
        terbitkan(at)
        assert gudang.aktif() == 3
        assert any("menerbitkan versi 3 sementara itu" in e.value for e in at.error)
        terbitkan(tekan(at, "Bandingkan ulang"))
    assert gudang.aktif() == 4
    assert {b[5] for _, b in _capaian(gudang)} >= {"72,5", "72,95"}


def test_a_locked_period_is_told_before_and_refused_after(gudang, orang, ketik):
    orang(ADMIN)
    gudang.kunci_periode(2024, "TW II", "ani", "audit")
    at = terbuka(buka(INDIKATOR, **UHH))
    assert [w.value for w in at.warning] == ["Terkunci: TW II 2024. Perubahan yang menyentuhnya ditolak."]
    ketik[2, "Realisasi"] = "72,99"
    tekan(at, "Periksa perubahan")
    assert "Belum dapat diterbitkan: 1 galat" in [s.value for s in at.subheader]


def test_an_upload_typed_on_a_page_does_not_show_on_kelola_data(gudang, orang, ketik):
    orang(ADMIN)
    at = terbuka(buka(INDIKATOR, **UHH))
    ketik[0, "Realisasi"] = "73,50"
    tekan(at, "Periksa perubahan")
    at.switch_page(KELOLA.berkas).run()
    assert "Terbitkan" not in [b.label for b in at.button]
