"""The shape of the code (STYLE): small functions, data by name, folders that are seen at a glance.

Read from the files by `ast`, nothing is imported.
"""

import ast
from collections import Counter
from statistics import quantiles

import pytest
from kode import AKAR, FOLDER_KODE, MODUL, POHON

FUNGSI = ast.FunctionDef | ast.AsyncFunctionDef
BANYAK_POSISI = 6
"""Arguments by position from which a call says nothing any more: a swap of two strings passes the type checker."""
BANYAK_BIDANG = 5
"""Fields from which a dataclass is built by keywords."""
RUMPUN_ATURAN = "kinerja/uji/aturan"
"""One module a family of rules: their number is the audit's own."""


def simpul(jenis, pohon):
    return [s for s in ast.walk(pohon) if isinstance(s, jenis)]


def panjang(fungsi):
    """Count the lines of a function from `def` to its end, without its docstring."""
    baris = fungsi.end_lineno - fungsi.lineno + 1
    awal = fungsi.body[0]
    ada = isinstance(awal, ast.Expr) and isinstance(awal.value, ast.Constant) and isinstance(awal.value.value, str)
    return baris - (awal.end_lineno - awal.lineno + 1 if ada else 0)


def fungsi_pribadi(pohon):
    """Return the names of the private functions of a module, and of those the ones that exactly one place calls.

    One that is handed on as a value, to `sorted` or a table, has no other form and does not count as called.
    """
    semua = [f.name for f in simpul(FUNGSI, pohon) if f.name.startswith("_")]
    dipanggil = Counter(p.func.id for p in simpul(ast.Call, pohon) if isinstance(p.func, ast.Name))
    return semua, [n for n in semua if dipanggil[n] == 1]


def parameter(fungsi):
    a = fungsi.args
    return [p.arg for p in (*a.posonlyargs, *a.args, *a.kwonlyargs) if p.arg not in ("self", "cls")]


def berposisi(pohon):
    """Return the calls with so many arguments by position that only their order says what they are."""
    return [p for p in simpul(ast.Call, pohon) if len(p.args) >= BANYAK_POSISI]


def tanpa_nama(pohon):
    """Return the dataclasses of so many fields that can be built by position."""
    return [
        k.name
        for k in simpul(ast.ClassDef, pohon)
        if sum(isinstance(b, ast.AnnAssign) for b in k.body) >= BANYAK_BIDANG
        and any("dataclass" in (hias := ast.unparse(d)) and "kw_only=True" not in hias for d in k.decorator_list)
    ]


@pytest.mark.parametrize("bagian", [("kinerja",), ("components", "pages", "app")], ids=" ".join)
def test_functions_are_small_in_both_halves(bagian):
    """A function may stand whole: there is no rule on the median."""
    ukuran = [panjang(f) for n, p in POHON.items() if n.split(".")[0] in bagian for f in simpul(FUNGSI, p)]
    assert quantiles(ukuran, n=10)[-1] <= 25


def test_private_functions_are_rarely_called_once_only():
    """A reader jumps once for a sentence, not six times."""
    hitungan = [fungsi_pribadi(p) for p in POHON.values()]
    semua, sekali = (sum(len(h[i]) for h in hitungan) for i in (0, 1))
    assert sekali / semua <= 0.55


def test_calls_name_what_they_hand_over():
    """Three in a thousand calls, and no more."""
    panggilan = sum(len(simpul(ast.Call, p)) for p in POHON.values())
    assert sum(len(berposisi(p)) for p in POHON.values()) / panggilan * 1000 < 3


def test_parameters_have_names():
    semua = [a for p in POHON.values() for f in simpul(FUNGSI, p) for a in parameter(f)]
    assert sum(len(a) == 1 for a in semua) / len(semua) < 0.05


def test_wide_dataclasses_are_built_by_keywords():
    assert {n: isi for n, p in POHON.items() if (isi := tanpa_nama(p))} == {}


@pytest.mark.parametrize("nama", [n for n in MODUL if n.startswith("pages.")])
def test_a_page_file_stays_under_100_lines(nama):
    assert len(MODUL[nama].read_text(encoding="utf-8").splitlines()) < 100


@pytest.mark.parametrize("nama", MODUL)
def test_a_module_stays_under_500_lines(nama):
    assert len(MODUL[nama].read_text(encoding="utf-8").splitlines()) <= 500


def test_a_folder_is_seen_at_a_glance():
    folder = Counter(b.parent.relative_to(AKAR).as_posix() for b in MODUL.values())
    assert {f.split("/")[0] for f in folder} == {*FOLDER_KODE, "."}
    assert {f: n for f, n in folder.items() if n > 15 and f != RUMPUN_ATURAN} == {}


# --- the measures themselves ------------------------------------------------------------------------------------------

CONTOH = '''
@dataclass(frozen=True, kw_only=True)
class Bernama:
    a: int
    b: int
    c: int
    d: int
    e: int

@dataclass(frozen=True)
class Berposisi:
    a: int
    b: int
    c: int
    d: int
    e: int

def f(self, a, nama, /, *, b):
    """One.

    Two.
    """
    _sekali(1, 2, 3, 4, 5, 6)
    return _dua_kali(_dua_kali(1, 2, 3, 4, 5, *a))

def _sekali(): ...

def _dua_kali(): ...
'''


def test_the_measures_count_what_they_say():
    pohon = ast.parse(CONTOH)
    f = simpul(FUNGSI, pohon)[0]
    assert panjang(f) == 3
    assert parameter(f) == ["a", "nama", "b"]
    assert fungsi_pribadi(pohon) == (["_sekali", "_dua_kali"], ["_sekali"])
    assert len(berposisi(pohon)) == 2
    assert tanpa_nama(pohon) == ["Berposisi"]
