"""Forms of tables that are remembered: by right, one of a form, carried by backup and move; on both engines."""

from dataclasses import replace

import pytest
from contoh_gudang import ADMIN, INSPEKTORAT, OPERATOR, terbit

from kinerja.akun.akses import TidakBerhak
from kinerja.gudang.gudang import Gudang, TidakAda
from kinerja.gudang.kantor import ingatan as simpanan
from kinerja.gudang.kantor.ingatan import IsiIngatan, daftar_ingatan
from kinerja.gudang.mesin import buka_mesin
from kinerja.gudang.salin import cadangkan, pulihkan_cadangan, salin
from kinerja.susun.model import HasilSusun, Jawaban, JenisTabel, KolomTabel, Pertanyaan, Tanya
from kinerja.susun.peta import dari_peta
from kinerja.unggah.kantor import ingatan as memori
from kinerja.unggah.kantor.hasil import HasilKantor

SUDUT = ((1, ("LAPORAN REALISASI", "")), (2, ("s.d. 31 Maret 2025", "")), (3, ("Kode", "Nilai 2025")))
TABEL = HasilSusun(
    jenis=JenisTabel.UMUM,
    judul="A3:B3",
    baris_judul=(3, 3),
    kolom=(KolomTabel(nomor=1, judul="Kode"), KolomTabel(nomor=2, judul="Nilai 2025")),
    pertanyaan=(
        Pertanyaan(apa=Tanya.OPD, kalimat="?"),
        Pertanyaan(apa=Tanya.TAHUN, kalimat="?"),
        Pertanyaan(apa=Tanya.PERIODE, kalimat="?", jawaban="TW I", dari="tabel"),
        Pertanyaan(apa=Tanya.SUMBER, kalimat="?", wajib=False),
    ),
    sudut=SUDUT,
    sidik="s1",
)
DIJAWAB = Jawaban(
    lembar="Lembar1",
    isi={Tanya.OPD: "DINKES", Tanya.TAHUN: "2025", Tanya.PERIODE: "TW II", Tanya.SUMBER: "SIPD"},
    kolom={"A": "Anggaran.Kode", "B": ""},
    nama={"OPD": {"Dinkes": "DINKES"}},
    terima_beda=True,
    baris_awal=3,
)


def ingat(gudang, pengguna=ADMIN, opd="DINKES", sidik="s1", **jawaban):
    tanya = tuple(replace(p, jawaban=opd) if p.apa is Tanya.OPD else p for p in TABEL.pertanyaan)
    hasil = replace(TABEL, pertanyaan=tanya, sidik=sidik)
    memori.ingat(
        gudang,
        HasilKantor(hasil=hasil, jawaban=replace(DIJAWAB, **jawaban), kop=memori.kop(hasil)),
        "lra.xlsx",
        pengguna,
    )


def satu(gudang):
    (hasil,) = daftar_ingatan(gudang)
    return hasil


def test_a_form_is_kept_once_with_who_and_when_and_logged(gudang):
    ingat(gudang)
    ingat(gudang, isi={Tanya.OPD: "DINKES"})
    ada = satu(gudang)
    assert (ada.kode_opd, ada.sidik, ada.jenis, ada.berkas, ada.oleh) == ("DINKES", "s1", "umum", "lra.xlsx", "ani")
    assert dari_peta(ada.isi["peta"]) == replace(
        DIJAWAB, isi={Tanya.OPD: "DINKES"}, jenis=JenisTabel.UMUM, baris_awal=None
    )
    assert simpanan.ambil(gudang, ada.id) == ada
    assert [b["peristiwa"] for b in gudang.log()] == ["ingat bentuk tabel"] * 2
    ingat(gudang, opd="DISDIK")
    assert {i.kode_opd for i in daftar_ingatan(gudang, "s1")} == {"DINKES", "DISDIK"}
    assert daftar_ingatan(gudang, "s2") == ()


def test_of_one_opd_the_oldest_go_when_there_are_too_many(gudang, monkeypatch):
    monkeypatch.setattr(simpanan, "SEOPD_MAKS", 3)
    ingat(gudang, opd="DISDIK")
    for n in range(5):
        simpanan.simpan(gudang, IsiIngatan(kode_opd="DINKES", sidik=f"s{n}", jenis="lra", berkas="a", isi={}), "ani")
    assert [i.sidik for i in daftar_ingatan(gudang)] == ["s4", "s3", "s2", "s1"]
    assert [i.sidik for i in daftar_ingatan(gudang) if i.kode_opd == "DISDIK"] == ["s1"]


def test_operators_see_and_forget_what_is_of_their_opd_alone(gudang):
    ingat(gudang, opd="DISDIK")
    ingat(gudang, OPERATOR, opd="DISDIK", sidik="s2")
    (milik,) = memori.daftar(gudang, OPERATOR)
    assert milik.kode_opd == "DINKES", "what an operator teaches is of the own OPD"
    assert len(memori.daftar(gudang, ADMIN)) == 2
    assert memori.daftar(gudang, INSPEKTORAT) == ()
    lain = next(i for i in daftar_ingatan(gudang) if i.kode_opd == "DISDIK")
    with pytest.raises(TidakBerhak):
        memori.lupakan(gudang, lain.id, OPERATOR)
    with pytest.raises(TidakBerhak):
        memori.lupakan(gudang, milik.id, INSPEKTORAT)
    with pytest.raises(TidakBerhak):
        ingat(gudang, INSPEKTORAT)
    memori.lupakan(gudang, milik.id, OPERATOR)
    memori.lupakan(gudang, lain.id, ADMIN)
    assert daftar_ingatan(gudang) == ()
    for nomor in (milik.id, 0, 2**40):
        with pytest.raises(TidakAda):
            simpanan.lupakan(gudang, nomor, "ani")
        with pytest.raises(TidakAda):
            simpanan.ambil(gudang, nomor)


def test_a_backup_and_a_move_take_what_is_remembered_along(gudang, mesin, basis_baru, tmp_path):
    terbit(gudang)
    ingat(gudang)
    cadangkan(mesin, tmp_path / "cadangan.db")
    baru, tujuan = buka_mesin(f"sqlite:///{tmp_path / 'baru.db'}"), buka_mesin(basis_baru)
    pulihkan_cadangan(tmp_path / "cadangan.db", baru)
    salin(mesin, tujuan)
    for satu_mesin in (baru, tujuan):
        assert daftar_ingatan(Gudang(satu_mesin)) == daftar_ingatan(gudang)
    ingat(Gudang(tujuan), sidik="s2")
    assert [i.id for i in daftar_ingatan(Gudang(tujuan))] == [2, 1]
    baru.dispose()
    tujuan.dispose()


# --- what is used of it -----------------------------------------------------------------------------------------------


def terapkan(gudang, **ubah):
    return memori.terapkan(satu(gudang), replace(TABEL, **ubah), Jawaban())


@pytest.fixture
def diingat(gudang_sqlite):
    ingat(gudang_sqlite)
    return gudang_sqlite


@pytest.fixture
def gudang_sqlite(tmp_path):
    from contoh_gudang import gudang_baru

    return gudang_baru(tmp_path)


def test_the_same_form_a_month_later_is_answered_but_for_its_year_which_is_agreed_to(diingat):
    kini = ((1, ("LAPORAN REALISASI", "")), (2, ("s.d. 30 Juni 2026", "")), SUDUT[2])
    jawaban, dari = terapkan(diingat, sudut=kini)
    assert jawaban.isi == {Tanya.OPD: "DINKES", Tanya.SUMBER: "SIPD"}
    assert dari.usulan == {Tanya.TAHUN: "2025"}, "the quarter stands in the table, the year nowhere"
    assert jawaban.kolom == DIJAWAB.kolom
    assert jawaban.nama == DIJAWAB.nama
    assert (jawaban.terima_beda, jawaban.baris_awal, jawaban.lembar) == (False, None, "")


def test_under_other_words_whose_table_it_is_is_asked_again(diingat):
    for sudut in (((1, ("LAPORAN DINAS LAIN", "")), *SUDUT[1:]), ()):
        jawaban, dari = terapkan(diingat, sudut=sudut)
        assert jawaban.isi == {}
        assert dari.usulan == {Tanya.OPD: "DINKES", Tanya.TAHUN: "2025"}


def test_a_period_that_only_a_person_said_is_not_replaced_by_what_silence_means(diingat):
    tanya = [replace(p, dari="bawaan") if p.apa is Tanya.PERIODE else p for p in TABEL.pertanyaan]
    _, dari = terapkan(diingat, pertanyaan=tuple(tanya))
    assert dari.usulan[Tanya.PERIODE] == "TW II"


def test_a_source_with_its_month_is_not_carried_to_the_next(gudang_sqlite):
    ingat(gudang_sqlite, isi={Tanya.SUMBER: "LRA Maret"})
    jawaban, dari = terapkan(gudang_sqlite)
    assert (jawaban.isi, dari.usulan) == ({}, {})


def test_columns_are_known_by_their_headers_wherever_they_moved(diingat):
    def kolom(*judul):
        return tuple(KolomTabel(nomor=n, judul=j) for n, j in enumerate(judul, 1))

    assert terapkan(diingat, kolom=kolom("No", "KODE", "Nilai 2025"))[0].kolom == {"B": "Anggaran.Kode", "C": ""}
    assert terapkan(diingat, kolom=kolom("Kode", "Nilai 2026"))[0].kolom == DIJAWAB.kolom, "left out next year too"
    # Which of the two it was cannot be told.
    assert terapkan(diingat, kolom=kolom("No", "Kode", "Kode")) is None


def test_what_was_said_of_a_year_is_not_said_of_another(gudang_sqlite):
    ingat(gudang_sqlite, kolom={"B": "Regional.Nilai@2025"})
    assert terapkan(gudang_sqlite)[0].kolom == {"B": "Regional.Nilai@2025"}
    lain = tuple(replace(k, judul=k.judul.replace("2025", "2026")) for k in TABEL.kolom)
    assert terapkan(gudang_sqlite, kolom=lain) is None
    # Of two columns of years nobody can tell which was left out.
    ingat(gudang_sqlite, kolom={"B": ""})
    tiga = (*lain, KolomTabel(nomor=3, judul="Nilai 2027"))
    assert terapkan(gudang_sqlite, kolom=tiga) is None


def test_a_form_that_an_older_program_kept_otherwise_is_passed_over(gudang_sqlite):
    isi = {"peta": {"isi": {"bulan": "3"}}, "judul": {}, "kop": ""}
    simpanan.simpan(gudang_sqlite, IsiIngatan(kode_opd="", sidik="s1", jenis="umum", berkas="a", isi=isi), "ani")
    assert terapkan(gudang_sqlite) is None


def test_regions_by_years_are_told_apart_by_the_words_above():
    def tabel(atas):
        return replace(TABEL, jenis=JenisTabel.WILAYAH, sudut=((1, (atas,)), *SUDUT[1:]))

    assert memori.bentuk(tabel("Penduduk 2024")) == memori.bentuk(tabel("Penduduk 2025"))
    assert memori.bentuk(tabel("Penduduk 2024")) != memori.bentuk(tabel("Penduduk miskin 2024"))
    assert memori.bentuk(TABEL) == "s1"


def test_the_words_above_are_those_of_the_form_not_of_its_month():
    assert memori.kop(TABEL) == "laporan realisasi s.d. # # #"
    assert memori.kop(replace(TABEL, baris_judul=(0, 0))) == ""


def test_what_is_remembered_is_chosen_by_the_words_above_then_by_the_opd(gudang_sqlite):
    ingat(gudang_sqlite, opd="DISDIK")
    ingat(gudang_sqlite, opd="SETDA")
    semua = daftar_ingatan(gudang_sqlite)
    ditulis = tuple(replace(p, jawaban="DISDIK") if p.apa is Tanya.OPD else p for p in TABEL.pertanyaan)
    assert memori.pilih(semua, replace(TABEL, pertanyaan=ditulis)).kode_opd == "DISDIK"
    assert memori.pilih(semua, TABEL).kode_opd == "SETDA"
    assert memori.pilih([], TABEL) is None
