"""Decisions of a meeting as data: their status by day, their order, what is said of them, the CSV."""

import csv
import io
from datetime import UTC, date, datetime, timedelta

import pytest
from contoh import dataset
from contoh_notulen import HARI, LUSA, notulen
from hypothesis import given
from hypothesis import strategies as st

from kinerja.model.catatan import StatusNotulen, urutkan
from kinerja.telaah.notulen import (
    KEPALA,
    RUPA_STATUS,
    berstatus,
    csv_notulen,
    hitungan,
    judul_notulen,
    kalimat_tersimpan,
    kata_sisa,
    perihal,
)

SELESAI = datetime(2026, 11, 20, 18, tzinfo=UTC)  # already the 21st in Jakarta
KEMARIN = HARI - timedelta(1)

hari = st.dates(date(2026, 1, 1), date(2027, 12, 31))
waktu = hari.map(lambda h: datetime(h.year, h.month, h.day, 12, tzinfo=UTC))


@st.composite
def beberapa(gambar):
    isi = gambar(st.lists(st.tuples(hari, st.none() | waktu), max_size=12))
    return [notulen(n, tenggat, selesai) for n, (tenggat, selesai) in enumerate(isi, 1)]


# --- status -----------------------------------------------------------------------------------------------------------


@given(hari, hari, waktu)
def test_an_open_decision_is_late_from_the_day_after_its_due_date_and_a_done_one_never(tenggat, kini, selesai):
    harapan = StatusNotulen.TERLAMBAT if kini > tenggat else StatusNotulen.TERBUKA
    assert notulen(tenggat=tenggat).status(kini) is harapan
    assert notulen(tenggat=tenggat, selesai=selesai).status(kini) is StatusNotulen.SELESAI


@given(hari, hari)
def test_what_is_late_once_stays_late(tenggat, kini):
    if notulen(tenggat=tenggat).status(kini) is StatusNotulen.TERLAMBAT:
        assert notulen(tenggat=tenggat).status(kini + timedelta(1)) is StatusNotulen.TERLAMBAT


def test_every_status_has_a_symbol_of_its_own():
    assert {s.value for s in StatusNotulen} == {"Terbuka", "Terlambat", "Selesai"}
    assert len({RUPA_STATUS[s].simbol for s in StatusNotulen}) == 3


# --- order ------------------------------------------------------------------------------------------------------------


@given(beberapa(), hari)
def test_late_ones_come_first_then_by_due_date_and_done_ones_last(semua, kini):
    urut = urutkan(semua)
    assert sorted(n.id for n in urut) == sorted(n.id for n in semua)
    letak = [list(StatusNotulen).index(n.status(kini)) for n in urut]
    assert letak == sorted(letak), "late, open, done"
    terbuka = [n.tenggat for n in urut if n.selesai_waktu is None]
    assert terbuka == sorted(terbuka)
    selesai = [n.selesai_waktu for n in urut if n.selesai_waktu]
    assert selesai == sorted(selesai, reverse=True)


@given(beberapa(), hari)
def test_counts_and_filter_agree_and_lose_nothing(semua, kini):
    jumlah = hitungan(semua, kini)
    assert sum(jumlah.values()) == len(semua) == len(berstatus(semua, None, kini))
    for status in StatusNotulen:
        assert len(berstatus(semua, status, kini)) == jumlah[status]


# --- sentences --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("semua", "judul"),
    [
        ([], "0 keputusan rapat tercatat"),
        ([notulen(1, KEMARIN), notulen(2), notulen(3, selesai=SELESAI)], "1 keputusan terlambat dari 3"),
        ([notulen(1), notulen(2, selesai=SELESAI)], "1 keputusan menunggu dari 2, tidak ada yang terlambat"),
        ([notulen(1, selesai=SELESAI)], "1 keputusan rapat, semuanya selesai"),
    ],
    ids=["none", "late", "open", "done"],
)
def test_the_headline_states_what_is_late_else_what_waits(semua, judul):
    assert judul_notulen(semua, HARI) == judul


def test_the_headline_of_one_status_counts_it():
    assert judul_notulen([notulen(1, KEMARIN)], HARI, StatusNotulen.TERLAMBAT) == "1 keputusan rapat terlambat"
    assert judul_notulen([], HARI, StatusNotulen.SELESAI) == "0 keputusan rapat selesai"


@pytest.mark.parametrize(
    ("n", "kata"),
    [
        (notulen(tenggat=HARI - timedelta(3)), "lewat 3 hari"),
        (notulen(tenggat=HARI), "hari ini"),
        (notulen(tenggat=LUSA), "2 hari lagi"),
        (notulen(selesai=SELESAI), "Selesai 21 November 2026 oleh ira: beres"),
    ],
    ids=["late", "today", "open", "done"],
)
def test_the_time_left_is_said_in_days_of_jakarta(n, kata):
    assert kata_sisa(n, HARI) == kata


def test_a_saved_decision_is_confirmed_with_office_and_due_date():
    n = notulen(keputusan="Verifikasi data.", tenggat=KEMARIN)
    assert kalimat_tersimpan(n) == "Keputusan 1 tersimpan: Dinas Kesehatan, paling lambat 20 November 2026."


def test_a_decision_is_about_its_indicator_else_its_opd_else_the_code_that_stood_there():
    data = dataset()
    assert perihal(data, notulen()) == "Indikator UHH"
    assert perihal(data, notulen(kode_indikator="")) == "Nama KAB"
    assert perihal(data, notulen(kode_indikator="HILANG")) == "HILANG"
    assert perihal(data, notulen(kode_opd="HILANG", kode_indikator="")) == "HILANG"


# --- export -----------------------------------------------------------------------------------------------------------


def test_the_csv_holds_every_decision_and_no_formula():
    semua = [notulen(1, KEMARIN, keputusan='=cmd|" /C calc"!A0; lalu\tini'), notulen(2, selesai=SELESAI)]
    berkas = csv_notulen(dataset(), semua, HARI)
    kepala, satu, dua = csv.reader(io.StringIO(berkas.decode("utf-8-sig")), delimiter=";")
    assert tuple(kepala) == KEPALA
    satu, dua = (dict(zip(KEPALA, b, strict=True)) for b in (satu, dua))
    assert satu["Keputusan"].startswith("'=cmd")
    assert (satu["Status"], satu["Tenggat"], satu["Selesai"]) == ("Terlambat", "2026-11-20", "")
    assert (dua["Status"], dua["Selesai"]) == ("Selesai", "2026-11-21T01:00:00+07:00")
    assert (dua["OPD"], dua["Perihal"]) == ("Nama KAB", "Indikator UHH")
