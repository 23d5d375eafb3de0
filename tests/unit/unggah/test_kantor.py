"""An office's table in a process of its own: what it answers, what it remembers, what is left when it is killed."""

import dataclasses
import json
import os
import signal
import subprocess
import sys
import tempfile
import zipfile
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from contoh_gudang import ADMIN, OPERATOR, PIMPINAN, terbit
from kantor.bentuk import Bentuk, Jumlah
from kantor.lra import RagamLra, bangun_lra
from openpyxl import Workbook, load_workbook
from pembangun_kantor import dasar

from kinerja.buku.folder_kerja import folder_kerja
from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.temuan import temuan
from kinerja.nilai.galat import Ditolak
from kinerja.sumber import versi as sumber
from kinerja.susun.model import (
    BarisDilewati,
    HasilSusun,
    Jawaban,
    JenisTabel,
    KolomTabel,
    NamaBelumPasti,
    Pertanyaan,
    Tanya,
    Tujuan,
    UjiJumlah,
)
from kinerja.unggah import kirim as modul_kirim
from kinerja.unggah import pekerja
from kinerja.unggah.kantor import hasil as modul_hasil
from kinerja.unggah.kantor import ingatan as memori
from kinerja.unggah.kantor import kirim as modul_kantor
from kinerja.unggah.kantor import pekerja as pekerja_kantor
from kinerja.unggah.kantor.hasil import DariIngatan, HasilKantor, baca_jawaban, ringkas, tulis_jawaban
from kinerja.unggah.kantor.kirim import susun_kantor

KOSONG = Jawaban()
WAKTU = datetime(2026, 12, 1, 8, 30, tzinfo=UTC)
PENUH = HasilSusun(
    jenis=JenisTabel.LRA,
    lembar="LRA",
    judul="A6:M9",
    baris_judul=(6, 9),
    kolom=(
        KolomTabel(nomor=1, judul="Kode", tujuan=Tujuan(lembar="Anggaran", kolom="Kode"), tersembunyi=True),
        KolomTabel(nomor=2, judul="2024", tujuan=Tujuan(lembar="Regional", kolom="Nilai", tahun=2024, rincian="x")),
        KolomTabel(nomor=3, judul="Catatan"),
    ),
    baris_dipakai=7,
    dilewati=(BarisDilewati(baris=9, alasan="baris jumlah"),),
    jumlah=(UjiJumlah(apa="Pagu", sel="C9", tercetak=Decimal("10.50"), dihitung=Decimal("10.5")),),
    pertanyaan=(Pertanyaan(apa=Tanya.PERIODE, kalimat="Kapan?", pilihan=("TW I", "TW II"), jawaban="TW I", dari="x"),),
    nama=(NamaBelumPasti(jenis="Wilayah", tertulis="Btu", usulan="Batu", baru=False, sel="A9"),),
    temuan=(temuan(Kode.SUSUN_KODE, "LRA", "A9", isi="1.x"),),
    sudut=((1, ("a", "")), (2, ("", "<b>"))),
    sidik="abc",
)
JAWABAN = Jawaban(
    lembar="LRA",
    jenis=JenisTabel.LRA,
    baris_awal=6,
    baris_akhir=90,
    isi={Tanya.TAHUN: "2025"},
    kolom={"C": "", "B": "Regional.Nilai@2024"},
    nama={"Wilayah": {"Btu": "Batu"}},
    terima_beda=True,
)


def test_an_outcome_goes_through_json_and_comes_back_the_same():
    satu = HasilKantor(
        hasil=PENUH,
        jawaban=JAWABAN,
        ingatan=DariIngatan(waktu=WAKTU, oleh="ani", berkas="lra.xlsx", usulan={Tanya.TAHUN: "2024"}),
        kop="dinas #",
        jumlah_dilewati=1,
        jumlah_nama=1,
        lembar=("LRA", "Lain"),
        opd={"DINKES": "Dinas Kesehatan"},
        pilihan={"Wilayah": ("Batu",)},
        per_lembar={"Anggaran": 7},
        bagian=b"PK\x00\xff",
    )
    # Every field says something, so that one that is forgotten is seen.
    assert all(getattr(satu, f.name) for f in dataclasses.fields(satu))
    assert HasilKantor.dari_json(json.loads(json.dumps(satu.json()))) == satu
    kosong = HasilKantor(hasil=HasilSusun())
    assert HasilKantor.dari_json(json.loads(json.dumps(kosong.json()))) == kosong
    assert baca_jawaban(tulis_jawaban(JAWABAN)) == JAWABAN


def test_only_as_much_of_an_outcome_leaves_the_process_as_a_screen_takes():
    banyak = 3 * modul_hasil.DILEWATI_MAKS
    panjang = {k: getattr(PENUH, k) * banyak for k in ("dilewati", "nama", "temuan")}
    besar = dataclasses.replace(PENUH, **panjang, bagian={"A": ()})
    kecil = ringkas(dataclasses.replace(besar, sudut=((1, ("x" * 9999,)),)))
    assert len(kecil.dilewati) == modul_hasil.DILEWATI_MAKS
    assert len(kecil.nama) == modul_hasil.NAMA_MAKS
    assert len(kecil.temuan) == modul_hasil.TEMUAN_MAKS
    assert (kecil.bagian, len(kecil.sudut[0][1][0])) == ({}, modul_hasil.SEL_MAKS)


# --- the process ------------------------------------------------------------------------------------------------------


@pytest.fixture
def gudang(tmp_path, monkeypatch):
    """A store of the offices that the tables speak of, and a folder in which working folders lie."""
    kosong = tmp_path / "data"
    kosong.mkdir()
    monkeypatch.setenv("KINERJA_DATABASE_URL", f"sqlite:///{tmp_path / 'g.db'}")
    monkeypatch.setenv("KINERJA_DATA", str(kosong))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "kerja"))
    (tmp_path / "kerja").mkdir()
    hasil = sumber.gudang_terisi()
    terbit(hasil, dasar())
    return hasil


@pytest.fixture
def lra(tmp_path):
    """A table of a month; what it says of itself stands above it, but the office."""
    return lambda benih=1, **ragam: bangun_lra(
        benih, Bentuk(kop=3, jumlah=Jumlah.ADA), RagamLra(**ragam), tmp_path
    ).berkas.read_bytes()


def kirim(isi, jawaban=KOSONG, pengguna=ADMIN, *, ingat=True):
    """Have a table taken by a process, as the server does."""
    return susun_kantor(("lra.xlsx", isi), jawaban, pengguna, lambda _: None, ingat=ingat)


@pytest.fixture
def di_sini(monkeypatch):
    """Let what the process does be done in this one, which takes a fraction of the time."""

    def jalankan(_modul, berkas, tugas, *_, **__):
        ((nama, isi),) = berkas
        with folder_kerja() as folder:
            (folder / nama).write_bytes(isi)
            return pekerja._terjaga(pekerja_kantor._jawab, {**tugas, "berkas": [str(folder / nama)]})

    monkeypatch.setattr(modul_kantor, "jalankan_pekerja", jalankan)


def ditanya(hasil):
    return {p.apa for p in hasil.hasil.pertanyaan if p.terbuka or hasil.usulan(p)}


def bersih(tmp_path):
    return list((tmp_path / "kerja").iterdir()) == []


def test_a_table_is_asked_about_and_becomes_a_part_that_the_next_of_its_form_is_at_once(gudang, lra, tmp_path):
    pertama = kirim(lra())
    assert (pertama.siap, ditanya(pertama)) == (False, {Tanya.OPD})
    assert pertama.opd["DINKES"] == "Dinas Kesehatan"
    assert pertama.hasil.sudut
    jadi = kirim(lra(), Jawaban(isi={Tanya.OPD: "DINKES"}))
    assert jadi.siap
    assert jadi.per_lembar.keys() == {"Anggaran"}
    ((_, *baris),) = [list(ws.values) for ws in load_workbook(BytesIO(jadi.bagian)).worksheets]
    assert len(baris) == jadi.per_lembar["Anggaran"] == jadi.hasil.baris_dipakai
    assert all(u.cocok for u in jadi.hasil.jumlah)
    assert bersih(tmp_path)
    memori.ingat(gudang, jadi, "lra.xlsx", ADMIN)
    berikut = kirim(lra(2))
    assert berikut.siap
    assert ditanya(berikut) == set()
    assert (berikut.ingatan.oleh, berikut.ingatan.berkas) == (ADMIN.nama, "lra.xlsx")
    assert len(gudang.versi()) == 1, "nothing is stored but what is remembered"


@pytest.mark.usefixtures("di_sini")
def test_an_operators_table_is_of_the_own_opd_and_others_memories_are_not_theirs(gudang, lra):
    sendiri = kirim(lra(), pengguna=OPERATOR)
    assert sendiri.siap
    assert {p.jawaban for p in sendiri.hasil.pertanyaan if p.apa is Tanya.OPD} == {"DINKES"}
    memori.ingat(gudang, kirim(lra(), Jawaban(isi={Tanya.OPD: "DISDIK"})), "lra.xlsx", ADMIN)
    assert kirim(lra(), pengguna=OPERATOR).ingatan is None
    assert not kirim(lra(), ingat=False).siap
    assert memori.daftar(gudang, OPERATOR) == ()
    assert [i.kode_opd for i in memori.daftar(gudang, ADMIN)] == ["DISDIK"]


@pytest.mark.usefixtures("gudang")
def test_who_may_not_upload_has_no_table_read(lra, tmp_path):
    with pytest.raises(Ditolak, match="tidak berhak"):
        kirim(lra(), pengguna=PIMPINAN)
    assert bersih(tmp_path)


def _bom():
    isi = BytesIO()
    with zipfile.ZipFile(isi, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("[Content_Types].xml", '<Types><Override ContentType="spreadsheetml.sheet.main+xml"/></Types>')
        arsip.writestr("xl/worksheets/sheet1.xml", b"\0" * (12 * 2**20))
    return isi.getvalue()


def _kosong():
    isi = BytesIO()
    Workbook().save(isi)
    return isi.getvalue()


@pytest.mark.parametrize(
    ("isi", "kode"),
    [(_bom, Kode.TERLALU_BESAR), (lambda: b"bukan tabel", None), (_kosong, None)],
    ids=["bomb", "text", "empty"],
)
@pytest.mark.usefixtures("gudang", "di_sini")
def test_what_is_no_table_is_told_and_nothing_is_left(isi, kode, tmp_path, monkeypatch):
    monkeypatch.setenv("KINERJA_MAKS_ISI", str(10 * 2**20))
    hasil = kirim(isi())
    assert not hasil.siap
    assert hasil.hasil.galat
    assert kode is None or hasil.hasil.galat[0].kode is kode
    assert bersih(tmp_path)


@pytest.mark.usefixtures("gudang")
def test_a_process_that_is_killed_leaves_nothing_and_says_so(lra, tmp_path, monkeypatch):
    mulai = modul_kirim.subprocess.Popen

    def mulai_lalu_bunuh(*isi, **lain):
        proses = mulai(*isi, **lain)
        os.kill(proses.pid, signal.SIGKILL)
        return proses

    monkeypatch.setattr(modul_kirim.subprocess, "Popen", mulai_lalu_bunuh)
    hasil = kirim(lra())
    assert [t.kode for t in hasil.hasil.temuan] == [Kode.PEMBACA_TERHENTI]
    assert bersih(tmp_path)


def test_the_server_reads_no_table_itself():
    kode = (
        "import sys; from kinerja.unggah.kantor import kirim, ingatan; "
        "print([m for m in ('pandas', 'kinerja.susun.mesin', 'kinerja.susun.kisi', 'openpyxl') if m in sys.modules])"
    )
    akar = Path(__file__).resolve().parents[3]
    selesai = subprocess.run([sys.executable, "-c", kode], cwd=akar, capture_output=True, text=True, check=True)
    assert selesai.stdout == "[]\n"
