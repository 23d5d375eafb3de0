"""A missing figure is never a zero: no `or Decimal(...)`, no figure drawn or added as `x or 0` (DESIGN section 6)."""

import ast

import pytest
from kode import AKAR, MODUL, POHON

PENGUBAH = {"Decimal", "float", "tepat"}
"""What makes a figure of a number: `or` beside it puts a figure where none stands."""


def nol_karangan(pohon):
    """Return the lines where a missing figure becomes one: `x or Decimal(0)`, `float(x or 0)`."""
    for simpul in ast.walk(pohon):
        if isinstance(simpul, ast.BoolOp) and isinstance(simpul.op, ast.Or):
            if any(isinstance(n, ast.Call) and ast.unparse(n.func) in PENGUBAH for n in simpul.values[1:]):
                yield simpul.lineno
        elif isinstance(simpul, ast.Call) and ast.unparse(simpul.func) in PENGUBAH:
            for isi in simpul.args:
                if isinstance(isi, ast.BoolOp) and isinstance(isi.values[-1], ast.Constant):
                    yield simpul.lineno


def test_no_missing_figure_becomes_a_zero():
    salah = [f"{MODUL[m].relative_to(AKAR)}:{n}" for m, pohon in POHON.items() for n in nol_karangan(pohon)]
    assert not salah, "say what must stand (pasti, Nilai.bilangan), or what is done where it does not"


@pytest.mark.parametrize(
    ("kode", "salah"),
    [
        ("a = b.angka or Decimal(0)", True),
        ("a = (b.angka or Decimal('1')) * 2", True),
        ("y = [float(n.angka or 0) for n in titik]", True),
        ("s = selang(b) or tepat(Decimal(0))", True),
        ("a = Decimal(0) if lunas else b.angka", False),
        ("lebar = max(isi) - min(isi) or 1.0", False),
    ],
)
def test_the_rule_sees_an_invented_zero(kode, salah):
    assert bool(list(nol_karangan(ast.parse(kode)))) is salah
