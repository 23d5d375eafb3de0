"""The project as a package: one version everywhere, and nothing left at home by `pip install .`."""

import re
import tomllib
from fnmatch import fnmatch
from importlib import import_module, metadata

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from kinerja import __version__, pemasangan
from kinerja.pemasangan import AKAR

PROYEK = tomllib.loads((AKAR / "pyproject.toml").read_text(encoding="utf-8"))
PAKET = ("kinerja", "components")


def test_the_version_has_a_dated_section_in_the_changelog():
    catatan = (AKAR / "CHANGELOG.md").read_text(encoding="utf-8")
    versi = re.findall(r"^## \[(\d+\.\d+\.\d+)\] - \d{4}-\d\d-\d\d$", catatan, re.MULTILINE)
    assert versi[0] == __version__


def test_every_file_beside_the_code_goes_along():
    pola = PROYEK["tool"]["setuptools"]["package-data"]["*"]
    lain = [b for p in PAKET for b in (AKAR / p).rglob("*") if b.is_file() and b.suffix not in (".py", ".pyc")]
    assert lain
    assert [str(b) for b in lain if not any(fnmatch(b.name, p) for p in pola)] == []


def test_the_lock_says_how_many_packages_the_dashboard_alone_needs():
    """script/run counts against this number while it installs."""
    kunci = (AKAR / "requirements.lock").read_text(encoding="utf-8")
    tertulis = re.search(r"(?m)^# requirements\.txt alone: (\d+) packages", kunci)
    baris = (b.partition("#")[0].strip() for b in (AKAR / "requirements.txt").read_text(encoding="utf-8").splitlines())
    assert tertulis
    assert len(_dengan_kebutuhan([b for b in baris if b])) == int(tertulis[1])


def _dengan_kebutuhan(diminta):
    """Return the names of packages with all that they need here."""
    antre, dikenal = [Requirement(d) for d in diminta], set()
    while antre:
        satu = antre.pop()
        for pilihan in satu.extras or {""}:
            if (kunci := (canonicalize_name(satu.name), pilihan)) not in dikenal:
                dikenal.add(kunci)
                lagi = (Requirement(k) for k in metadata.requires(satu.name) or ())
                antre += [k for k in lagi if not k.marker or k.marker.evaluate({"extra": pilihan})]
    return {nama for nama, _ in dikenal}


@pytest.mark.parametrize("paket", PAKET)
def test_a_package_says_that_it_is_typed(paket):
    assert (AKAR / paket / "py.typed").is_file()


def test_the_command_of_the_package_is_there():
    modul, nama = PROYEK["project"]["scripts"]["kinerja"].split(":")
    assert callable(getattr(import_module(modul), nama))


def test_in_the_project_data_and_store_lie_in_it(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert pemasangan.tempat() == AKAR


def test_an_installed_package_writes_where_it_was_called(monkeypatch, tmp_path):
    lingkungan = tmp_path / "site-packages"
    lingkungan.mkdir()
    monkeypatch.setattr(pemasangan, "AKAR", lingkungan)
    monkeypatch.chdir(tmp_path)
    assert pemasangan.tempat() == tmp_path
