"""Whatever is done with a store, in whatever order, it holds what a plain model of it holds, and nothing else."""

import os
import tempfile
from pathlib import Path

import pytest
from contoh_gudang import ADMIN, buku, draf, gudang_baru, lembar
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import text

from kinerja.gudang.gudang import DasarBerubah, Gudang, TidakAda
from kinerja.gudang.mesin import buka_mesin
from kinerja.gudang.salin import cadangkan, pulihkan_cadangan
from kinerja.tindak.penolakan import PeriodeTerkunci
from kinerja.unggah.impor import buka_kunci, kunci_periode, pulihkan, terbitkan

CONTOH = 15 if os.environ.get("KINERJA_UJI_LENGKAP") else 4
NOMOR = st.integers(0, 7)
TAHUN = st.sampled_from([2023, 2024])
"""Every workbook of `buku` differs from the others in a figure of 2024, and in none of 2023."""


class MesinGudang(RuleBasedStateMachine):
    """The model: contents by number, the active number, locked years, and the last backup of all that."""

    @initialize()
    def mulai(self):
        self.folder = tempfile.TemporaryDirectory(prefix="kinerja-mesin-")
        self.gudang = gudang_baru(Path(self.folder.name))
        self.isi, self.aktif, self.terkunci, self.cadangan, self.urutan = {}, None, set(), None, 0

    def teardown(self):
        self.gudang.mesin.dispose()
        self.folder.cleanup()

    def _menyentuh(self, baru):
        lama = self.isi.get(self.aktif)
        return 2024 in self.terkunci and lama is not None and lama != baru

    @rule(nomor=NOMOR)
    def terbit(self, nomor):
        ke = draf(self.gudang, buku(nomor))
        if self._menyentuh(nomor):
            with pytest.raises(PeriodeTerkunci):
                terbitkan(self.gudang, ke, ADMIN, "uji")
            return
        self.aktif = terbitkan(self.gudang, ke, ADMIN, "uji")
        assert self.aktif == max(self.isi, default=0) + 1
        self.isi[self.aktif] = nomor

    @precondition(lambda self: self.isi and not self.terkunci)
    @rule(nomor=NOMOR, lain=NOMOR)
    def dua_pada_satu_dasar(self, nomor, lain):
        satu, dua = draf(self.gudang, buku(nomor)), draf(self.gudang, buku(lain))
        self.aktif = terbitkan(self.gudang, satu, ADMIN, "uji")
        self.isi[self.aktif] = nomor
        with pytest.raises(DasarBerubah):
            terbitkan(self.gudang, dua, ADMIN, "uji")

    @rule(nomor=st.integers(1, 9))
    def pulih(self, nomor):
        if nomor not in self.isi:
            with pytest.raises(TidakAda):
                pulihkan(self.gudang, nomor, ADMIN, "uji")
        elif self._menyentuh(self.isi[nomor]):
            with pytest.raises(PeriodeTerkunci):
                pulihkan(self.gudang, nomor, ADMIN, "uji")
        else:
            pulihkan(self.gudang, nomor, ADMIN, "uji")
            self.aktif = nomor

    @rule(tahun=TAHUN)
    def kunci(self, tahun):
        kunci_periode(self.gudang, tahun, "Tahunan", ADMIN, "uji")
        self.terkunci.add(tahun)

    @rule(tahun=TAHUN)
    def buka(self, tahun):
        if tahun not in self.terkunci:
            with pytest.raises(TidakAda):
                buka_kunci(self.gudang, tahun, "Tahunan", ADMIN, "uji")
            return
        buka_kunci(self.gudang, tahun, "Tahunan", ADMIN, "uji")
        self.terkunci.remove(tahun)

    @rule()
    def mulai_lagi(self):
        self.gudang.mesin.dispose()
        self.gudang = Gudang(buka_mesin(self.gudang.mesin.url))

    @precondition(lambda self: self.isi)
    @rule()
    def cadang(self):
        self.urutan += 1
        berkas = Path(self.folder.name) / f"cadangan {self.urutan}.db"
        assert cadangkan(self.gudang.mesin, berkas) == len(self.isi)
        self.cadangan = berkas, dict(self.isi), self.aktif, set(self.terkunci)

    @precondition(lambda self: self.cadangan)
    @rule()
    def pulih_cadangan(self):
        self.urutan += 1
        berkas, isi, self.aktif, terkunci = self.cadangan
        self.gudang.mesin.dispose()
        self.gudang = Gudang(buka_mesin(f"sqlite:///{Path(self.folder.name) / str(self.urutan) / 'g.db'}"))
        assert pulihkan_cadangan(berkas, self.gudang.mesin) == len(isi)
        self.isi, self.terkunci = dict(isi), set(terkunci)

    @invariant()
    def sama(self):
        assert self.gudang.aktif() == self.aktif
        assert [v.nomor for v in self.gudang.versi()] == sorted(self.isi, reverse=True)
        assert {k.tahun for k in self.gudang.kunci()} == self.terkunci
        for nomor, isi in self.isi.items():
            assert self.gudang.lembar(nomor) == lembar(buku(isi))
        with self.gudang.mesin.connect() as koneksi:
            assert koneksi.execute(text("PRAGMA integrity_check")).scalar() == "ok"


class TestMesinGudang(MesinGudang.TestCase):
    """Thirty steps each."""

    settings = settings(
        max_examples=CONTOH, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
    )
