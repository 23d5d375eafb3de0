"""Another file after the preview: what was said of the first is forgotten, and only what was seen can be published."""

import pytest
from contoh_gudang import ADMIN, buku, gudang_baru, lembar, terbit
from pembangun import BUKU_KECIL, tulis, ubah
from streamlit.testing.v1 import AppTest

from components.bingkai import akses
from components.kelola import unggah as modul
from kinerja.unggah.impor import rancang, simpan
from kinerja.unggah.kirim import HasilUnggah

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def gudang(tmp_path):
    gudang = gudang_baru(tmp_path)
    terbit(gudang)
    return gudang


@pytest.fixture
def halaman(gudang, tmp_path, muat_di_sini, monkeypatch):
    """The upload form of a session; what an upload says is found out in this process."""

    def di_sini(berkas, mode, pengguna, lapor, _menunggu):
        ((nama, isi),) = berkas
        (tmp_path / nama).write_bytes(isi)
        rancangan = rancang(gudang, [tmp_path / nama], mode, pengguna, lapor)
        sah = rancangan.sah and not rancangan.identik
        draf = simpan(gudang, rancangan, pengguna) if sah else None
        return HasilUnggah(
            temuan=rancangan.temuan,
            draf=draf,
            identik=rancangan.identik,
            dasar=rancangan.dasar,
            rincian=rancangan.rincian(),
        )

    def gambar(gudang):
        from components.kelola.unggah import unggahan

        unggahan(gudang)

    monkeypatch.setattr(modul, "unggah", di_sini)
    monkeypatch.setattr(modul, "tautan", lambda *_: None)  # needs the pages of the whole application
    monkeypatch.setenv("KINERJA_DATABASE_URL", str(gudang.mesin.url))
    monkeypatch.setenv("KINERJA_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(akses, "pengguna_kini", lambda: ADMIN)
    return AppTest.from_function(gambar, default_timeout=120, kwargs={"gudang": gudang}).run()


def tombol(t, label):
    return [b for b in t.button if b.label == label]


def pilih(t, tmp_path, isi):
    """Choose a file, as the first or in place of another."""
    berkas = tulis(isi, tmp_path / "kiriman.xlsx").read_bytes()
    return t.file_uploader[0].set_value([("kiriman.xlsx", berkas, XLSX)]).run()


def periksa(t):
    return tombol(t, "Periksa berkas")[0].click().run()


def test_another_file_forgets_the_preview_and_only_what_is_checked_anew_is_published(halaman, gudang, tmp_path):
    t = periksa(pilih(halaman, tmp_path, buku(1)))
    assert not t.exception
    assert tombol(t, "Terbitkan")
    t = pilih(t, tmp_path, buku(2))
    assert tombol(t, "Terbitkan") == []
    assert gudang.aktif() == 1
    t = periksa(t)
    t.text_input(key="catatan").set_value("yang kedua").run()
    tombol(t, "Terbitkan")[0].click().run()
    assert not t.exception
    assert [v.catatan for v in gudang.versi()] == ["yang kedua", "uji"]
    assert gudang.lembar(gudang.aktif()) == lembar(buku(2))


def test_a_bad_file_after_a_good_preview_leaves_nothing_to_publish(halaman, gudang, tmp_path):
    t = periksa(pilih(halaman, tmp_path, buku(1)))
    t = periksa(pilih(t, tmp_path, ubah(BUKU_KECIL, "Capaian", A3="TIADA")))
    assert tombol(t, "Terbitkan") == []
    assert gudang.aktif() == 1


def test_taking_the_file_away_forgets_the_preview(halaman, gudang, tmp_path):
    t = periksa(pilih(halaman, tmp_path, buku(1)))
    t = t.file_uploader[0].set_value(None).run()
    assert tombol(t, "Terbitkan") == []
    assert gudang.aktif() == 1


def centang(t):
    return [c for c in t.checkbox if "memang harus hilang" in c.label]


def test_figures_that_go_are_agreed_to_by_a_tick_that_names_their_number_anew_for_each_draft(halaman, gudang, tmp_path):
    t = periksa(pilih(halaman, tmp_path, ubah(BUKU_KECIL, "Capaian", F2="KOSONG", D4="KOSONG")))
    t.text_input(key="catatan").set_value("kurang").run()
    assert "2 angka akan hilang" in [s.value for s in t.subheader]
    (setuju,) = centang(t)
    assert setuju.label == "Ya, 2 angka ini memang harus hilang"
    assert tombol(t, "Terbitkan")[0].disabled
    setuju.check().run()
    assert not tombol(t, "Terbitkan")[0].disabled
    t = periksa(pilih(t, tmp_path, ubah(BUKU_KECIL, "Capaian", F2="KOSONG")))
    (setuju,) = centang(t)
    assert (setuju.label, setuju.value) == ("Ya, 1 angka ini memang harus hilang", False)
    setuju.check().run()
    t.text_input(key="catatan").set_value("kurang").run()
    tombol(t, "Terbitkan")[0].click().run()
    assert not t.exception
    assert gudang.lembar(gudang.aktif()) == lembar(ubah(BUKU_KECIL, "Capaian", F2=None))


def test_what_was_noticed_is_drawn_also_where_nothing_changes(halaman, tmp_path):
    t = periksa(pilih(halaman, tmp_path, {**BUKU_KECIL, "Rekap": [["Kode"], ["IMUN"]]}))
    assert not t.info
    assert "lembar “Rekap” tidak dibaca" in t.warning[0].value
    assert any("Rekap" in h.proto.body for h in t.get("html"))
    t = periksa(pilih(t, tmp_path, BUKU_KECIL))
    assert t.info[0].value.startswith("Identik dengan versi 1")


def test_a_total_that_does_not_fit_is_said_in_the_breath_that_says_identical(halaman, gudang, tmp_path):
    kolom = BUKU_KECIL["Anggaran"][0]
    total = ["JUMLAH" if nama == "Program" else None for nama in kolom]
    total[kolom.index("Kode OPD")], total[kolom.index("Tahun")] = BUKU_KECIL["Anggaran"][1][:2]
    total[kolom.index("Pagu")] = 1
    t = periksa(pilih(halaman, tmp_path, {**BUKU_KECIL, "Anggaran": [*BUKU_KECIL["Anggaran"], total]}))
    assert not t.info
    assert t.warning[0].value.startswith("Isi yang dibaca identik dengan versi 1")
    assert "Baca dahulu 1 peringatan" in t.warning[0].value
    assert [s.label for s in t.status] == ["Tidak ada perubahan, 1 peringatan"]
