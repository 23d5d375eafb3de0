"""No person is carried from one run into another: read from the code by `ast`, nothing is imported.

A fragment, a callback and a file made on press live longer than the run that drew them. None of them takes a person or
closes over one; each asks `pelaku`, `berhak` or `dijaga` when it acts (components/bingkai/akses.py).
"""

import ast

import pytest
from kode import POHON

LAYAR = {n: p for n, p in POHON.items() if n.split(".")[0] in ("components", "pages", "app")}
FUNGSI = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
PEMBAWA = {"components.bingkai.akses", "components.server.jati_diri"}
"""Where a person is made and looked at, each time anew."""
TANYA = {"pengguna_kini", "pelaku", "_pengguna", "dari_sesi"}
"""Calls that answer who is here now."""
FRAGMEN = {
    "components.rapat.tindak_notulen.catat_keputusan",
    "components.rapat.tindak_notulen.tindak_keputusan",
    "components.bingkai.laporan_angka._dialog",
    "components.ubah.ubah_angka",
}
"""Fragments beside those of the pages themselves; tests/pages/test_jendela_terbuka.py runs each with a dead login."""


def ditandai(anotasi):
    return anotasi is not None and "Pengguna" in {
        getattr(s, "id", getattr(s, "value", None)) for s in ast.walk(anotasi)
    }


def bawaan(pohon):
    """Return the functions that take a person."""
    return [
        f.name
        for f in ast.walk(pohon)
        if isinstance(f, ast.FunctionDef | ast.AsyncFunctionDef)
        and any(ditandai(a.annotation) for a in (*f.args.posonlyargs, *f.args.args, *f.args.kwonlyargs))
    ]


def terbawa(pohon):
    """Return the names of persons that an inner function, a lambda or a partial takes along from the run around it."""
    hasil = []
    for f in (f for f in ast.walk(pohon) if isinstance(f, ast.FunctionDef | ast.AsyncFunctionDef)):
        orang = {n for s in ast.walk(f) if isinstance(s, ast.Assign | ast.NamedExpr) for n in nama_orang(s)}
        dalam = [s for s in ast.walk(f) if s is not f and isinstance(s, FUNGSI)]
        dalam += [s for s in ast.walk(f) if isinstance(s, ast.Call) and ast.unparse(s.func).endswith("partial")]
        dalam += [
            k.value for s in ast.walk(f) if isinstance(s, ast.Call) for k in s.keywords if k.arg in ("args", "kwargs")
        ]
        hasil += [n.id for s in dalam for n in ast.walk(s) if isinstance(n, ast.Name) and n.id in orang]
    return hasil


def nama_orang(simpul):
    """Return the variables that are given the answer to who is here; what is asked of the answer is none any more."""
    nilai = simpul.value
    langsung = isinstance(nilai, ast.Call) and getattr(nilai.func, "id", "") in TANYA - {"dari_sesi"}
    tujuan = simpul.targets if isinstance(simpul, ast.Assign) else [simpul.target]
    return [t.id for t in tujuan if langsung and isinstance(t, ast.Name)]


@pytest.mark.parametrize("modul", sorted(LAYAR))
def test_nothing_on_the_screen_takes_a_person_or_carries_one_on(modul):
    if modul not in PEMBAWA:
        assert bawaan(LAYAR[modul]) == []
    assert terbawa(LAYAR[modul]) == []


def test_no_session_keeps_a_person():
    simpan = [
        ast.unparse(s)
        for p in LAYAR.values()
        for s in ast.walk(p)
        if isinstance(s, ast.Assign)
        and any("session_state" in ast.unparse(t) for t in s.targets)
        and {n.id for n in ast.walk(s.value) if isinstance(n, ast.Name)} & TANYA
    ]
    assert simpan == []


def hiasan(fungsi):
    return {ast.unparse(d.func if isinstance(d, ast.Call) else d) for d in fungsi.decorator_list}


def test_every_fragment_is_one_of_those_that_are_run_with_a_dead_login():
    ada = {
        f"{modul}.{f.name}"
        for modul, pohon in LAYAR.items()
        for f in ast.walk(pohon)
        if isinstance(f, ast.FunctionDef)
        and hiasan(f) & {"st.fragment", "fragmen", "st.dialog"}
        and not (modul.startswith("pages.") and f.name == "isi")
    }
    assert ada == FRAGMEN


@pytest.mark.parametrize(
    "kode",
    [
        "def f():\n    p = pelaku()\n    st.button('x', on_click=lambda: tutup(p))",
        "def f():\n    p = pengguna_kini()\n    st.button('x', on_click=tutup, args=(p,))",
        "def f():\n    p = pelaku()\n    unduh(partial(buat, p))",
        "def f():\n    p = pelaku()\n    @st.fragment\n    def g():\n        tutup(p)\n    g()",
        "def f():\n    if p := pengguna_kini():\n        unduh(lambda: buat(p))",
    ],
    ids=["lambda", "args", "partial", "fragment", "walrus"],
)
def test_a_person_that_is_carried_on_is_found(kode):
    assert terbawa(ast.parse(kode)) != []


def test_a_person_that_is_taken_is_found_and_one_that_acts_at_once_is_right():
    assert bawaan(ast.parse("def f(a, p: Pengguna | None): ...\ndef g(b: int): ...")) == ["f"]
    assert terbawa(ast.parse("def f():\n    p = pelaku()\n    tutup(p)\n    lakukan(lambda: tutup(pelaku()))")) == []


def teks_galat(pohon):
    """Return the refusals whose whole text is put on the screen: it may name a place on the server, `umum` does not."""
    for penangkap in (s for s in ast.walk(pohon) if isinstance(s, ast.ExceptHandler) and s.name):
        utuh = {f"str({penangkap.name})", f"{{{penangkap.name}}}"}
        bagian = (s for s in ast.walk(penangkap) if isinstance(s, ast.Call | ast.FormattedValue))
        yield from (penangkap.name for s in bagian if ast.unparse(s).strip("f'\"") in utuh)


def test_refusals_are_shown_by_what_a_stranger_may_read():
    salah = {m: n for m, p in LAYAR.items() if m != "components.server.jati_diri" and (n := list(teks_galat(p)))}
    assert salah == {}
    assert list(teks_galat(ast.parse("try: f()\nexcept Ditolak as d: st.error(md(str(d)))"))) == ["d"]
    assert list(teks_galat(ast.parse("try: f()\nexcept Ditolak as d: st.error(f'Gagal: {d}.')"))) == ["d"]
    assert list(teks_galat(ast.parse("try: f()\nexcept Ditolak as d: st.error(f'{d.umum}.')"))) == []
