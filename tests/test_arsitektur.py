"""The order of the code: imports run one way, no circles, no place names, known dependencies.

DESIGN section 3 and STYLE; read from the files by `ast`, nothing is imported.
"""

import ast
import re
import sys

import pytest
from buat_arsitektur import KINERJA, KOMPONEN, TELAAH
from kode import AKAR, MODUL, POHON, nama_modul

URUTAN = {"kinerja": 0, "components": 1, "pages": 2, "app": 3}
"""Floor of a part of the product: the higher may import the lower."""


def impor(berkas):
    """Return every module a file imports, also inside functions; `from a import b` is a.b where that is a module."""
    hasil = set()
    for simpul in ast.walk(POHON[nama_modul(berkas)]):
        if isinstance(simpul, ast.Import):
            hasil |= {n.name for n in simpul.names}
        elif isinstance(simpul, ast.ImportFrom):
            assert simpul.level == 0, f"{berkas}: relative import"
            anak = {f"{simpul.module}.{n.name}" for n in simpul.names}
            hasil |= (anak & set(MODUL)) or {simpul.module}
    return hasil


IMPOR = {nama: impor(berkas) for nama, berkas in MODUL.items()}
MILIK = {nama: {i for i in isi if i.split(".")[0] in URUTAN} for nama, isi in IMPOR.items()}


def naik(graf, induk, kamar):
    """Return the imports between the rooms of a part that run up, or to a neighbour on the same floor."""
    dalam = [(m, i) for m, isi in graf.items() for i in isi if di(induk, m) and di(induk, i)]
    antar = [(m, i) for m, i in dalam if nama_kamar(m, induk) != nama_kamar(i, induk)]
    return [f"{m} -> {i}" for m, i in antar if lantai(i, induk, kamar) >= lantai(m, induk, kamar)]


def lantai(modul, induk, kamar):
    """Return the floor of a module in a part of the code, counted from 1; the part itself is the ground, 0."""
    nama = nama_kamar(modul, induk)
    return next(n for n, isi in enumerate((("",), *kamar)) if nama in isi)


def nama_kamar(modul, induk):
    return modul.removeprefix(induk).strip(".").partition(".")[0]


def di(induk, modul):
    return modul == induk or modul.startswith(f"{induk}.")


def terjangkau(graf, modul):
    """Return every module that a module imports, itself or through others."""
    sudah, antre = set(), [modul]
    while antre:
        baru = graf.get(antre.pop(), set()) - sudah
        sudah |= baru
        antre += baru
    return sudah


def dalam_kinerja(nama):
    return nama.split(".")[0] == "kinerja"


# --- imports ----------------------------------------------------------------------------------------------------------


def test_there_is_code_to_look_at():
    assert {n.split(".")[0] for n in MODUL} == set(URUTAN)


@pytest.mark.parametrize("nama", MODUL)
def test_imports_run_from_pages_over_components_to_kinerja(nama):
    naik = {i for i in MILIK[nama] if URUTAN[i.split(".")[0]] > URUTAN[nama.split(".")[0]]}
    assert naik == set()


@pytest.mark.parametrize("nama", [n for n in MODUL if n.startswith("pages.")])
def test_a_page_imports_no_other_page(nama):
    assert {i for i in MILIK[nama] if i.startswith("pages")} == set()


BAGIAN = {"kinerja": KINERJA, "kinerja.telaah": TELAAH, "components": KOMPONEN}


@pytest.mark.parametrize("induk", BAGIAN)
def test_imports_run_down_the_floors(induk):
    assert naik(MILIK, induk, BAGIAN[induk]) == []


@pytest.mark.parametrize("induk", BAGIAN)
def test_every_room_has_its_floor_and_every_floor_its_rooms(induk):
    kamar = {m.removeprefix(f"{induk}.").partition(".")[0] for m in MODUL if m.startswith(f"{induk}.")}
    assert sorted(n for isi in BAGIAN[induk] for n in isi) == sorted(kamar)
    assert len(BAGIAN[induk]) <= 11


def test_an_arrow_upwards_or_to_a_neighbour_would_be_found():
    graf = {"k.a": {"k.b.x", "luar"}, "k.b.x": {"k.a", "k"}, "k.b.y": {"k.b.x"}, "k.c": {"k.b.y"}}
    assert naik(graf, "k", (("a",), ("b", "c"))) == ["k.a -> k.b.x", "k.c -> k.b.y"]
    assert naik({"k.a": {"k.b"}}, "k", (("b",), ("a",))) == []


PEMBANTU_ATURAN = {"huruf", "kata_status", "pernyataan", "setempat"}
"""Modules of kinerja.uji.aturan that are no rules but what rules share."""


def test_a_rule_imports_no_rule():
    aturan = {m for m in MODUL if m.startswith("kinerja.uji.aturan.") and m.split(".")[-1] not in PEMBANTU_ATURAN}
    assert {f"{m} -> {i}" for m in MODUL if m.startswith("kinerja.uji.aturan.") for i in MILIK[m] & aturan} == set()


@pytest.mark.parametrize("kamar", ["telaah", "uji"])
def test_what_asks_of_the_figures_never_reaches_the_store(kamar):
    milik = [m for m in MODUL if di(f"kinerja.{kamar}", m)]
    assert milik
    gudang = {f"{m} -> {i}" for m in milik for i in terjangkau(MILIK, m) if di("kinerja.gudang", i)}
    assert gudang == set()


def test_what_is_reached_through_others_is_found():
    assert terjangkau({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}, "a") == {"a", "b", "c"}


@pytest.mark.parametrize("nama", list(filter(dalam_kinerja, MODUL)))
def test_kinerja_knows_neither_streamlit_nor_plotly(nama):
    assert {i.split(".")[0] for i in IMPOR[nama]} & {"streamlit", "plotly", "altair"} == set()


def test_one_button_hands_out_files():
    """A press that also runs the script can take a deferred file away: components.dasar.unduh says so to Streamlit."""
    pemakai = {n for n, b in MODUL.items() if "st.download_button(" in b.read_text(encoding="utf-8")}
    assert pemakai == {"components.dasar.unduh"}


def test_the_reading_child_knows_nothing_of_the_domain():
    """It has helpers, which run in the children only and know as little."""
    pembantu = {"kinerja.buku.rapi.paket", "kinerja.buku.rapi.sel", "kinerja.buku.rapi.padat"}
    assert terjangkau(MILIK, "kinerja.buku.anak") - {"kinerja.buku.anak"} == pembantu
    pemakai = {n for n, i in MILIK.items() if i & pembantu} - pembantu
    tabel = {n for n in MILIK if di("kinerja.susun.baca", n)}
    assert pemakai - tabel == {"kinerja.buku.anak", "kinerja.buku.tanda.penanda"}
    # The child that reads the tables of an office knows the first one and no more.
    assert terjangkau(MILIK, "kinerja.susun.baca.anak") - tabel == pembantu | {"kinerja.buku.anak"}


def test_there_are_no_circles():
    assert lingkaran(MILIK) is None


def lingkaran(graf):
    """Return one circle of imports as text, None when there is none."""
    selesai = set()

    def telusuri(nama, jalur):
        if nama in jalur:
            return " -> ".join([*jalur[jalur.index(nama) :], nama])
        if nama in selesai:
            return None
        selesai.add(nama)
        return next(filter(None, (telusuri(i, [*jalur, nama]) for i in sorted(graf.get(nama, ())))), None)

    return next(filter(None, (telusuri(n, []) for n in sorted(graf))), None)


def test_a_circle_would_be_found():
    assert lingkaran({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == "b -> c -> b"
    assert lingkaran({"a": {"b", "c"}, "b": {"c"}}) is None


# --- what is remembered -----------------------------------------------------------------------------------------------


def nama_dalam(anotasi):
    """Return every name that an annotation mentions, also within quotes."""
    teks = [s.value for s in ast.walk(anotasi) if isinstance(s, ast.Constant) and isinstance(s.value, str)]
    pohon = [anotasi, *(ast.parse(t, mode="eval") for t in teks)]
    return {s.id for p in pohon for s in ast.walk(p) if isinstance(s, ast.Name)}


def pemegang_dataset(pohon):
    """Return the classes that hold a Dataset in a field, or one that does."""
    medan = {
        k.name: set().union(*(nama_dalam(b.annotation) for b in k.body if isinstance(b, ast.AnnAssign)))
        for p in pohon
        for k in ast.walk(p)
        if isinstance(k, ast.ClassDef)
    }
    hasil = {"Dataset"}
    while baru := {k for k, isi in medan.items() if isi & hasil} - hasil:
        hasil |= baru
    return hasil


def diingat_modul(pohon, pemegang):
    """Yield the functions whose results a module remembers (`cache`, `lru_cache`, Streamlit's) by a dataset."""
    for f in ast.walk(pohon):
        if isinstance(f, ast.FunctionDef | ast.AsyncFunctionDef):
            hias = " ".join(ast.unparse(d).partition("(")[0] for d in f.decorator_list)
            isian = [*f.args.posonlyargs, *f.args.args, *f.args.kwonlyargs, f.args.vararg, f.args.kwarg]
            kunci = set().union(*(nama_dalam(a.annotation) for a in isian if a is not None and a.annotation))
            if re.search(r"\b(lru_)?cache(_data|_resource)?\b", hias) and kunci & pemegang:
                yield f.name


def test_no_module_remembers_by_a_dataset():
    """It would keep versions that nobody reads any more: `kinerja.dataset.ingat` leaves results with the dataset."""
    pemegang = pemegang_dataset(POHON.values())
    assert {n: f for n, p in POHON.items() if (f := list(diingat_modul(p, pemegang)))} == {}


def test_a_module_that_remembers_by_a_dataset_would_be_found():
    kode = """
class Bahan:
    dataset: "Dataset | None"

@dataclass
class Rapat:
    bahan: tuple[Bahan, ...]

@lru_cache(maxsize=8)
def a(dataset: Dataset) -> int: ...
@functools.cache
def b(kode: str, *, rapat: "Rapat") -> int: ...
@st.cache_data(ttl=5)
def c(*semua: list[Bahan]) -> int: ...
@lru_cache
def d(kode: str) -> Dataset: ...
@ingat(8)
def e(dataset: Dataset) -> int: ...
"""
    pohon = ast.parse(kode)
    assert list(diingat_modul(pohon, pemegang_dataset([pohon]))) == ["a", "b", "c"]


# --- another regency must be able to use it ---------------------------------------------------------------------------

TEMPAT = re.compile(r"batu[\s_-]*bara|sumatera[\s_-]*utara", re.IGNORECASE)
BOLEH_MENYEBUT = {"data", "tests", "docs", "bench"}
BUKAN_MILIK = {".git", ".venv", "var", "build", "node_modules", "__pycache__"}


def berkas_proyek():
    """Yield every file of the project that is written by hand."""
    for isi in sorted(AKAR.iterdir()):
        if isi.is_file() and not isi.name.startswith(("README", "CHANGELOG")):
            yield isi
        elif (
            isi.is_dir()
            and isi.name not in BOLEH_MENYEBUT | BUKAN_MILIK
            and not isi.name.endswith(("_cache", ".egg-info"))
        ):
            yield from (b for b in sorted(isi.rglob("*")) if b.is_file() and not BUKAN_MILIK & set(b.parts))


def test_nothing_outside_data_names_the_regency_or_its_province():
    sebut = []
    for berkas in berkas_proyek():
        if ".hypothesis" in berkas.parts:
            continue
        for nomor, baris in enumerate(berkas.read_text(encoding="utf-8", errors="ignore").splitlines(), 1):
            if TEMPAT.search(baris) or TEMPAT.search(berkas.name):
                sebut.append(f"{berkas.relative_to(AKAR)}:{nomor}: {baris.strip()[:80]}")
    assert sebut == []


# --- dependencies -----------------------------------------------------------------------------------------------------

PERSYARATAN = ("requirements.txt", "requirements-dev.txt")


def paket(berkas):
    """Return the names of the packages a requirements file asks for."""
    isi = (re.match(r"[A-Za-z0-9][\w.-]*", b.strip()) for b in berkas.read_text(encoding="utf-8").splitlines())
    return sorted(m[0] for m in isi if m)


@pytest.mark.parametrize("berkas", PERSYARATAN)
def test_every_dependency_has_an_exact_version(berkas):
    baris = [b.split("#")[0].strip() for b in (AKAR / berkas).read_text(encoding="utf-8").splitlines()]
    longgar = [b for b in baris if b and not b.startswith("-") and not re.match(r"[\w.-]+(\[[\w,-]+\])?==[\w.]+", b)]
    assert longgar == []


@pytest.mark.parametrize("berkas", [*PERSYARATAN, "requirements.lock"])
def test_every_dependency_is_explained(berkas):
    nama = paket(AKAR / berkas)
    penjelasan = (AKAR / "docs" / "dependensi.md").read_text(encoding="utf-8").splitlines()
    tanpa = [n for n in nama if not any(re.search(rf"(?i)(?<![\w-]){re.escape(n)}(?![\w-])", b) for b in penjelasan)]
    assert nama
    assert tanpa == []


def test_what_the_product_imports_is_required():
    """A package that only happens to be installed is missing on the next machine."""
    bernama_lain = {"PIL": "pillow", "yaml": "pyyaml", "argon2": "argon2-cffi"}
    bernama_lain |= {"pptx": "python-pptx", "docx": "python-docx"}
    luar = {i.split(".")[0] for isi in IMPOR.values() for i in isi} - set(URUTAN) - set(_pustaka_baku())
    minta = {re.sub(r"[-_.]+", "_", n.lower()) for n in paket(AKAR / "requirements.txt")}
    assert {n for n in luar if re.sub(r"[-_.]+", "_", bernama_lain.get(n, n).lower()) not in minta} == set()


def _pustaka_baku():
    return sys.stdlib_module_names


# --- tests ------------------------------------------------------------------------------------------------------------


def test_every_folder_of_unit_tests_names_a_room():
    """Rooms of kinerja by their name alone, those of components under theirs."""
    akar = AKAR / "tests" / "unit"
    folder = {b.parent.relative_to(akar).as_posix() for b in akar.rglob("*.py")} - {"."}
    asing = {f for f in folder if not any((AKAR / induk / f / "__init__.py").is_file() for induk in ("kinerja", "."))}
    assert folder
    assert asing == set()


def test_only_what_belongs_to_no_room_is_tested_outside_of_them():
    """A module of the root of kinerja, such as dataset, has its test beside the folders."""
    datar = {b.stem.removeprefix("test_") for b in (AKAR / "tests" / "unit").glob("*.py")}
    assert {n for n in datar if f"kinerja.{n}" not in MODUL} == set()


def test_no_two_test_files_have_one_name():
    """Pytest would refuse the second of them as soon as both are collected in one run."""
    nama = [b.name for b in sorted((AKAR / "tests").rglob("test_*.py"))]
    assert [n for n in set(nama) if nama.count(n) > 1] == []
