"""Entries of the session are named in components/dasar/keadaan.py alone, each word for one thing.

Read from the files by `ast`.
"""

import ast
from pathlib import Path

import pytest

from components.dasar import keadaan

AKAR = Path(__file__).resolve().parents[1]
RUMAH = AKAR / "components" / "dasar" / "keadaan.py"
BERKAS = [AKAR / "app.py", *(b for f in ("components", "pages") for b in sorted((AKAR / f).rglob("*.py")))]
SARINGAN = {"pilih": 1, "_pilih": 1, "pilih_opsional": 1, "pilih_segmen": 1, "pilih_banyak": 1, "saklar": 1}
SARINGAN |= {"serap_alamat": 0, "tulis_alamat": 0, "lepas_alamat": 0}
"""Functions that take the name of an entry, and at which place."""


def sesi(simpul):
    return isinstance(simpul, ast.Attribute) and simpul.attr == "session_state"


def kunci(pohon):
    """Yield every expression under which the session is read or written."""
    for s in ast.walk(pohon):
        if isinstance(s, ast.Subscript) and sesi(s.value):
            yield s.slice
        elif isinstance(s, ast.Call) and isinstance(s.func, ast.Attribute) and sesi(s.func.value) and s.args:
            yield s.args[0]
        elif isinstance(s, ast.Compare) and any(sesi(c) for c in s.comparators):
            yield s.left
        elif isinstance(s, ast.Attribute) and sesi(s.value) and s.attr not in {"get", "pop", "setdefault"}:
            yield s
        elif isinstance(s, ast.Call) and isinstance(s.func, ast.Name) and s.func.id in SARINGAN:
            yield from s.args[SARINGAN[s.func.id] :][:1]


def teks(simpul):
    return isinstance(simpul, ast.JoinedStr) or (isinstance(simpul, ast.Constant) and isinstance(simpul.value, str))


def bernama_teks(simpul):
    """Return the variables that are given a text on the spot, alone or side by side."""
    for s in (s for s in ast.walk(simpul) if isinstance(s, ast.Assign)):
        for tujuan in s.targets:
            berdua = isinstance(tujuan, ast.Tuple) and isinstance(s.value, ast.Tuple)
            pasangan = zip(tujuan.elts, s.value.elts, strict=True) if berdua else [(tujuan, s.value)]
            yield from (t.id for t, isi in pasangan if isinstance(t, ast.Name) and teks(isi))


def bernama_di_tempat(kode):
    """Return the entries that code names itself: by a text, a variable holding one, or an attribute."""
    badan = ast.parse(kode).body
    umum = {n for s in badan if isinstance(s, ast.Assign) for n in bernama_teks(s)}
    return [ast.unparse(k) for s in badan for k in kunci(s) if sendiri(k, umum | set(bernama_teks(s)))]


def sendiri(k, bernama):
    """Tell whether an expression names an entry by itself."""
    berteks = any(map(teks, ast.walk(k)))
    return berteks or sesi(getattr(k, "value", None)) or getattr(k, "id", None) in bernama


def test_session_entries_are_named_in_one_module_only():
    salah = {
        b.relative_to(AKAR).as_posix(): s for b in BERKAS if (s := bernama_di_tempat(b.read_text(encoding="utf-8")))
    }
    assert salah == {}


def nama():
    return {n: v for n, v in vars(keadaan).items() if n.isupper()}


def test_no_two_entries_share_a_word():
    assert len(set(nama().values())) == len(nama()) > 40


def test_what_is_remembered_about_a_filter_meets_no_other_entry():
    turunan = (keadaan.tertulis, keadaan.halaman_pemilik, keadaan.terbaca, keadaan.terpilih, keadaan.milik)
    jadi = [f(k) for f in turunan for k in nama().values()]
    assert len(set(jadi)) == len(jadi)
    assert set(jadi) & set(nama().values()) == set()


def test_every_name_is_used():
    isi = "".join(b.read_text(encoding="utf-8") for b in BERKAS if b != RUMAH)
    fungsi = [n.name for n in ast.parse(RUMAH.read_text(encoding="utf-8")).body if isinstance(n, ast.FunctionDef)]
    assert [n for n in (*nama(), *fungsi) if f"sesi.{n}" not in isi] == []


@pytest.mark.parametrize(
    "kode",
    [
        'st.session_state["opd"]',
        'st.session_state.get("opd", 1)',
        'st.session_state.pop(f"alamat_{k}", None)',
        '"opd" in st.session_state',
        "st.session_state.opd = 1",
        'KUNCI = "opd"\nst.session_state[KUNCI] = 1',
        'A, B = "a", "b"\nst.session_state[B] = 1',
        'pilih("OPD", "opd", [], None)',
        'tulis_alamat("opd", "x")',
    ],
)
def test_an_entry_named_elsewhere_is_found(kode):
    assert len(bernama_di_tempat(kode)) == 1


def test_a_name_from_the_one_module_or_from_the_caller_is_right():
    kode = "def f(kunci):\n    st.session_state[kunci] = st.session_state.get(sesi.OPD)\n    pilih('OPD', sesi.OPD, [])"
    assert bernama_di_tempat(kode) == []
