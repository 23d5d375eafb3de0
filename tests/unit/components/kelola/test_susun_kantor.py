"""Susun dari tabel kantor on the page: found, asked about, answered, compared; the next of a form is ready at once."""

import json
from dataclasses import replace

import pytest
from contoh_gudang import ADMIN, OPERATOR, gudang_baru, terbit
from kantor.bentuk import Bentuk, Jumlah
from kantor.lra import RagamLra, bangun_lra
from pembangun_kantor import dasar
from streamlit.testing.v1 import AppTest

from components.bingkai import akses
from components.kelola import susun as modul
from components.kelola import unggah as modul_unggah
from components.kelola.isian_susun import sebut_tujuan, tujuan_kolom
from components.kelola.sudut import baris_sudut
from kinerja.buku.folder_kerja import folder_kerja
from kinerja.susun.model import HasilSusun, Jawaban, KolomTabel, NamaBelumPasti, Pertanyaan, Tanya, Tujuan
from kinerja.susun.peta import dari_peta
from kinerja.unggah.kantor import pekerja
from kinerja.unggah.kantor.hasil import HasilKantor, tulis_jawaban
from kinerja.unggah.kantor.ingatan import daftar, peta_ingatan
from kinerja.unggah.kirim import HasilUnggah, tugas_orang

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def gudang(tmp_path, monkeypatch):
    """The store of the dashboard, with the offices that the tables speak of."""
    hasil = gudang_baru(tmp_path)
    terbit(hasil, dasar())
    monkeypatch.setenv("KINERJA_DATABASE_URL", str(hasil.mesin.url))
    monkeypatch.setenv("KINERJA_DATA", str(tmp_path / "data"))
    return hasil


@pytest.fixture
def halaman(gudang, monkeypatch):
    """The page of a session; tables are read in this process, and what is compared is kept in `terkirim`."""
    terkirim = []

    def di_sini(berkas, jawaban, pengguna, _menunggu, *, ingat):
        with folder_kerja() as folder:
            (folder / berkas[0]).write_bytes(berkas[1])
            tugas = {**tugas_orang(pengguna), "jawaban": tulis_jawaban(jawaban), "ingat": ingat}
            return HasilKantor.dari_json(pekerja._jawab({**tugas, "berkas": [str(folder / berkas[0])]})["hasil"])

    def gambar(gudang):
        from components.kelola.unggah import unggahan

        unggahan(gudang)

    def unggah(berkas, mode, *_):
        terkirim.append((berkas[0][0], mode.value, berkas[0][1]))
        return HasilUnggah(temuan=(), identik=True, dasar=1)

    monkeypatch.setattr(modul, "susun_kantor", di_sini)
    monkeypatch.setattr(modul_unggah, "unggah", unggah)
    monkeypatch.setattr(modul_unggah, "tautan", lambda *_: None)  # needs the pages of the whole application
    monkeypatch.setattr(akses, "pengguna_kini", lambda: ADMIN)
    monkeypatch.setattr("components.kelola.ingatan.pengguna_kini", lambda: akses.pengguna_kini())
    at = AppTest.from_function(gambar, default_timeout=120, kwargs={"gudang": gudang}).run()
    at.button_group(key="mode").set_value("susun").run()
    at.terkirim = terkirim
    return at


def lra(folder, benih=1, **bentuk):
    return bangun_lra(benih, Bentuk(kop=3, jumlah=Jumlah.ADA, **bentuk), RagamLra(), folder).berkas.read_bytes()


def beri(at, isi, nama="lra.xlsx"):
    at.file_uploader[0].set_value([(nama, isi, XLSX)]).run()
    assert [e.message for e in at.exception] == []
    return at


def tekan(at, label):
    (satu,) = [b for b in at.button if b.label == label]
    satu.click().run()
    assert [e.message for e in at.exception] == []
    return at


def label(at):
    return {b.label for b in at.button}


def kata(at):
    semua = (*at.subheader, *at.warning, *at.info, *at.markdown, *at.text, *at.error, *at.caption)
    return " ".join(w.value.replace("\\", "") for w in semua)


def test_what_is_open_is_asked_once_and_the_part_goes_the_way_of_an_upload(halaman, gudang, tmp_path):
    at = beri(halaman, lra(tmp_path))
    assert "Masih diperlukan jawaban: OPD pemilik tabel." in kata(at)
    assert "Bandingkan dengan data yang berlaku" not in label(at)
    (opd,) = [w for w in at.selectbox if w.label == "OPD pemilik tabel"]
    assert "Dinas Kesehatan" in opd.options
    opd.set_value("DINKES")
    tekan(at, "Pakai jawaban ini")
    assert "Cocok:" in kata(at)
    assert daftar(gudang, ADMIN) == (), "nothing is remembered of what nobody took"
    tekan(at, "Bandingkan dengan data yang berlaku")
    ((nama, mode, isi),) = halaman.terkirim
    assert (nama, mode, isi[:2]) == ("susunan_lra.xlsx", "perbarui", b"PK")
    (satu,) = daftar(gudang, ADMIN)
    assert dari_peta(json.loads(peta_ingatan(satu))).isi == {Tanya.OPD: "DINKES"}, "what the table says is no answer"


def test_the_next_table_of_the_form_is_ready_at_once_until_its_form_is_forgotten(halaman, gudang, tmp_path):
    at = beri(halaman, lra(tmp_path))
    next(w for w in at.selectbox if w.label == "OPD pemilik tabel").set_value("DINKES")
    tekan(tekan(at, "Pakai jawaban ini"), "Bandingkan dengan data yang berlaku")
    at = beri(at, lra(tmp_path, 2), "lra2.xlsx")
    assert "Bandingkan dengan data yang berlaku" in label(at)
    assert "diingat dari lra.xlsx" in kata(at)
    at.file_uploader[0].set_value([]).run()
    tekan(at, ":material/delete: Lupakan" if ":material/delete: Lupakan" in label(at) else "Lupakan")
    assert daftar(gudang, ADMIN) == ()
    assert "Bandingkan dengan data yang berlaku" not in label(beri(at, lra(tmp_path, 2), "lra2.xlsx"))


def test_an_operator_is_asked_nothing_about_the_own_opd_and_is_offered_no_whole(halaman, monkeypatch, tmp_path):
    monkeypatch.setattr(akses, "pengguna_kini", lambda: OPERATOR)
    at = beri(halaman, lra(tmp_path))
    assert at.button_group(key="mode").options == ["Perbarui sebagian", "Susun dari tabel kantor"]
    assert "Bandingkan dengan data yang berlaku" in label(at)


def test_a_total_that_does_not_fit_is_accepted_by_a_tick_only(halaman, tmp_path):
    isi = bangun_lra(1, Bentuk(kop=3, jumlah=Jumlah.SALAH), RagamLra(), tmp_path).berkas.read_bytes()
    at = beri(halaman, isi)
    next(w for w in at.selectbox if w.label == "OPD pemilik tabel").set_value("DINKES")
    tekan(at, "Pakai jawaban ini")
    assert "Tidak cocok:" in kata(at)
    assert "Bandingkan dengan data yang berlaku" not in label(at)
    next(w for w in at.checkbox if w.label.startswith("Jumlah tercetaknya")).check()
    assert "Bandingkan dengan data yang berlaku" in label(tekan(at, "Pakai jawaban ini"))


def test_a_file_that_is_no_table_is_told_and_nothing_is_offered(halaman):
    at = beri(halaman, b"PK bukan")
    assert "Tabelnya belum ditemukan" in kata(at)
    assert "Bandingkan dengan data yang berlaku" not in label(at)


def test_kind_sheet_and_rows_can_be_corrected(halaman, tmp_path):
    at = beri(halaman, lra(tmp_path))
    next(w for w in at.selectbox if w.label == "Jenis tabel").set_value("umum")
    next(w for w in at.number_input if w.label.startswith("Baris pertama")).set_value(5)
    tekan(at, "Baca ulang")
    assert "Tabel umum" in kata(at)
    assert next(w for w in at.number_input if w.label.startswith("Baris pertama")).value == 5


NAMA = tuple(
    NamaBelumPasti(jenis="Wilayah", tertulis=f"Kab. *A{n}*", usulan=f"A{n}", baru=n != 1, sel=f"A{n}") for n in range(3)
)
HASIL = HasilKantor(
    hasil=HasilSusun(
        kolom=(KolomTabel(nomor=1, judul="Kode", tujuan=Tujuan(lembar="Regional", kolom="Wilayah")),),
        nama=(*NAMA, NamaBelumPasti(jenis="Indikator", tertulis="X", usulan="X", baru=True, kode="KES-X")),
        pertanyaan=(
            Pertanyaan(apa=Tanya.TAHUN, kalimat="?", jawaban="2025", dari="tabel"),
            Pertanyaan(apa=Tanya.PERIODE, kalimat="?", pilihan=("TW I", "TW II"), jawaban="TW I", dari="jawaban"),
        ),
    ),
    jawaban=Jawaban(isi={Tanya.PERIODE: "TW I"}),
    jumlah_nama=4,
    pilihan={"Wilayah": ("A1", "Lain"), "Indikator": ("Y",)},
)


@pytest.fixture
def formulir():
    """The form by itself: what it answers stands in the session."""

    def gambar(hasil):
        import streamlit as st

        from components.kelola.isian_susun import isian

        if (jawaban := isian(hasil, "k")) is not None:
            st.session_state["dijawab"] = jawaban

    return lambda hasil=HASIL: AppTest.from_function(gambar, kwargs={"hasil": hasil}).run()


def test_names_are_confirmed_one_by_one_or_all_as_new_and_an_indicator_by_itself(formulir):
    at = formulir()
    pilihan = [w for w in at.selectbox if w.label.startswith("Yang dimaksud")]
    assert [w.value for w in pilihan] == [None, "A1", None, None]
    assert [len(w.options) for w in pilihan] == [3, 3, 3, 2]
    assert pilihan[3].options == ["baru: KES-X", "Y"], "a list is plain text: what would be escaped is shown"
    tekan(at, "Pakai jawaban ini")
    assert at.session_state["dijawab"].nama == {"Wilayah": {"Kab. *A1*": "A1"}}
    at.checkbox(key="semua_k").check()
    tekan(at, "Pakai jawaban ini")
    assert at.session_state["dijawab"].nama == {
        "Wilayah": {"Kab. *A0*": "A0", "Kab. *A1*": "Kab. *A1*", "Kab. *A2*": "A2"}
    }
    at.selectbox(key="nama_3_k").set_value("baru:KES-X")
    tekan(at, "Pakai jawaban ini")
    assert at.session_state["dijawab"].nama["Indikator"] == {"X": "baru:KES-X"}


def test_an_answer_is_what_was_said_otherwise_than_the_table_does(formulir):
    at = tekan(formulir(), "Pakai jawaban ini")
    assert at.session_state["dijawab"].isi == {Tanya.PERIODE: "TW I"}
    at.text_input(key="tahun_k").set_value("2026")
    at.selectbox(key="periode_k").set_value("TW II")
    jawab = {Tanya.PERIODE: "TW II", Tanya.TAHUN: "2026"}
    assert tekan(at, "Pakai jawaban ini").session_state["dijawab"].isi == jawab


def test_a_column_goes_where_it_is_sent_or_is_left_out(formulir):
    at = formulir()
    at.selectbox(key="kolom_A_k").set_value("")
    assert tekan(at, "Pakai jawaban ini").session_state["dijawab"].kolom == {"A": ""}
    assert "OPD.Kode OPD" in tujuan_kolom(HASIL.hasil.kolom, umum=True)
    sempit = tujuan_kolom(HASIL.hasil.kolom, umum=False)
    assert "Regional.Nilai" in sempit
    assert "OPD.Kode OPD" not in sempit
    assert sebut_tujuan("Capaian.Realisasi@TW I") == "Capaian · Realisasi · TW I"
    assert sebut_tujuan("") == "lewati"


def test_the_picture_says_of_every_row_what_it_is():
    hasil = replace(HASIL.hasil, judul="B2:C3", baris_judul=(2, 3), sudut=tuple((n, ("a", "b")) for n in range(1, 5)))
    assert [b.bagian for b in baris_sudut(hasil)] == ["di luar tabel", "judul kolom", "judul kolom", "isi"]
    assert [b.bagian for b in baris_sudut(replace(hasil, baris_judul=(0, 0)))] == [""] * 4
