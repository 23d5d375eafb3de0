"""Workbooks that are small as a file and heavy to read: each kind of repetition, with what stands in its finding.

Every builder takes the file and how often its piece stands; the suite takes few, script/endurance many.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from berkas_buruk import teks_bersama
from pembangun import BUKU_KECIL, bedah, jalur_lembar, tulis

Bangun = Callable[[Path, int], Path]
Asal = Callable[[Path], Path] | None
_LEMBAR = jalur_lembar("Capaian")
_JUDUL = len(BUKU_KECIL["Capaian"])


def sisipkan(
    bagian: str, sebelum: bytes, potongan: bytes, bungkus: tuple[bytes, bytes] = (b"", b""), dari: Asal = None
) -> Bangun:
    """Return a function that puts a piece so many times before a place in a part of the small workbook."""

    def bangun(berkas: Path, kali: int) -> Path:
        def sisip(xml: bytes) -> bytes:
            assert sebelum in xml, (bagian, sebelum)
            return xml.replace(sebelum, bungkus[0] + potongan * kali + bungkus[1] + sebelum, 1)

        return bedah((dari or _kecil)(berkas), {bagian: sisip})

    return bangun


def _kecil(berkas: Path) -> Path:
    return tulis(BUKU_KECIL, berkas)


def baris_salah(berkas: Path, kali: int) -> Path:
    """Write the small workbook with so many rows whose code, year and period all are wrong."""
    pola = (
        '<row r="#"><c r="A#" t="inlineStr"><is><t>TIDAK ADA</t></is></c><c r="B#"><v>5</v></c>'
        '<c r="C#" t="inlineStr"><is><t>Kapan saja</t></is></c>'
        '<c r="F#" t="inlineStr"><is><t>dua puluh</t></is></c></row>'
    )
    isi = "".join(pola.replace("#", str(n)) for n in range(_JUDUL + 1, _JUDUL + 1 + kali)).encode()
    return bedah(tulis(BUKU_KECIL, berkas), {_LEMBAR: lambda xml: xml.replace(b"</sheetData>", isi + b"</sheetData>")})


def sel_berisi(isi: Callable[[int], str], sel: int = 20) -> Bangun:
    """Return a function that writes so many letters into the notes of so many rows, as one shared string."""

    def bangun(berkas: Path, kali: int) -> Path:
        ruang = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        tipe = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
        kepala = BUKU_KECIL["Capaian"][0]
        huruf = chr(65 + kepala.index("Catatan"))
        baris = "".join(
            f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>UHH</t></is></c><c r="B{n}"><v>{n + 1990}</v></c>'
            f'<c r="{huruf}{n}" t="s"><v>0</v></c></row>'
            for n in range(_JUDUL + 1, _JUDUL + 1 + sel)
        )
        hubungan = (
            '<Relationship Id="rIdT" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
            'sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>'
        )
        baru = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{tipe}"/></Types>'.encode()
        return bedah(
            tulis(BUKU_KECIL, berkas),
            {
                _LEMBAR: lambda xml: xml.replace(b"</sheetData>", baris.encode() + b"</sheetData>"),
                "xl/sharedStrings.xml": f'<sst xmlns="{ruang}"><si><t>{isi(kali)}</t></si></sst>'.encode(),
                "xl/_rels/workbook.xml.rels": lambda xml: xml.replace(b"</Relationships>", hubungan.encode()),
                "[Content_Types].xml": lambda xml: xml.replace(b"</Types>", baru),
            },
        )

    return bangun


_AKHIR, _DATA = b"</worksheet>", b"</sheetData>"
_WB, _GAYA, _TIPE, _HUBUNGAN = "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels"


def _wadah(nama: bytes) -> tuple[bytes, bytes]:
    return b"<" + nama + b">", b"</" + nama + b">"


@dataclass(frozen=True, kw_only=True)
class Berat:
    """A kind: what builds it, how many pieces few and many are, and the codes of the findings it may end in."""

    bangun: Bangun
    sedikit: int
    banyak: int
    kode: frozenset[str]


def berat(bangun: Bangun, banyak: int, *kode: str, sedikit: int = 2_000) -> Berat:
    """Return a kind; without a code its many are taken."""
    return Berat(bangun=bangun, sedikit=sedikit, banyak=banyak, kode=frozenset(kode))


SUSUNAN_BERAT: dict[str, Berat] = {
    "beginnings of cells without end": berat(sisipkan(_LEMBAR, _DATA, b"<c "), 2_000_000, "berkas-rusak"),
    "beginnings of rows": berat(sisipkan(_LEMBAR, _DATA, b"<row "), 2_000_000, "berkas-rusak"),
    "beginnings of hidden rows": berat(sisipkan(_LEMBAR, _DATA, b'<row hidden="1" '), 1_000_000, "berkas-rusak"),
    "beginnings of merged cells": berat(
        sisipkan(_LEMBAR, _AKHIR, b"<mergeCell "), 2_000_000, "berkas-rusak", "isi-mencurigakan"
    ),
    "beginnings with long names": berat(sisipkan(_LEMBAR, _DATA, b"<" + b"a" * 999), 20_000, "berkas-rusak"),
    "one attribute over and over": berat(
        sisipkan(_LEMBAR, _DATA, b'r="A1000000" ', (b"<c ", b"/>")), 1_000_000, "berkas-rusak"
    ),
    "many attributes": berat(sisipkan(_LEMBAR, _DATA, b'a="1" ', (b"<c ", b"/>")), 1_000_000, "berkas-rusak"),
    "blanks behind a cell": berat(
        sisipkan(_LEMBAR, _DATA, b" " * 999, (b'<row r="9"><c r="A1000000">', b"</c></row>")), 50_000
    ),
    "empty rows": berat(sisipkan(_LEMBAR, _DATA, b"<row/>"), 5_000_000, "isi-mencurigakan"),
    "empty cells of one row": berat(
        sisipkan(_LEMBAR, _DATA, b"<c/>", (b"<row>", b"</row>")), 10_000_000, "isi-mencurigakan", "sel-di-luar-batas"
    ),
    "depth": berat(sisipkan(_LEMBAR, _DATA, b"<a>"), 5_000_000, "berkas-rusak", "isi-mencurigakan", "pembaca-terhenti"),
    "merged cells": berat(
        sisipkan(_LEMBAR, _AKHIR, b'<mergeCell ref="A2:C200000"/>', _wadah(b"mergeCells")),
        1_000_000,
        "isi-mencurigakan",
    ),
    "merged headers": berat(
        sisipkan(_LEMBAR, _AKHIR, b'<mergeCell ref="A1:C1"/>', _wadah(b"mergeCells")),
        1_000_000,
        "judul-digabung",
        "isi-mencurigakan",
    ),
    "data validations": berat(
        sisipkan(_LEMBAR, _AKHIR, b'<dataValidation sqref="A1"/>', _wadah(b"dataValidations")),
        2_000_000,
        "isi-mencurigakan",
    ),
    "conditional formats": berat(
        sisipkan(_LEMBAR, _AKHIR, b'<conditionalFormatting sqref="A1"/>'), 2_000_000, "isi-mencurigakan"
    ),
    "columns": berat(
        sisipkan(_LEMBAR, b"<sheetData>", b'<col min="1" max="16384"/>', _wadah(b"cols")), 2_000_000, "isi-mencurigakan"
    ),
    "links of a sheet": berat(
        sisipkan(_LEMBAR, _AKHIR, b'<hyperlink ref="A1"/>', _wadah(b"hyperlinks")), 2_000_000, "isi-mencurigakan"
    ),
    "defined names": berat(
        sisipkan(_WB, b"</workbook>", b'<definedName name="a">A1</definedName>', _wadah(b"definedNames")),
        1_000_000,
        "isi-mencurigakan",
    ),
    "names of sheets": berat(
        sisipkan(_WB, b"</sheets>", b'<sheet name="a" sheetId="1"/>'), 1_000_000, "isi-mencurigakan", "berkas-rusak"
    ),
    "cell formats": berat(sisipkan(_GAYA, b"</cellXfs>", b'<xf numFmtId="9"/>'), 2_000_000, "isi-mencurigakan"),
    "number formats": berat(
        sisipkan(_GAYA, b"<fonts", b'<numFmt numFmtId="9" formatCode="0%"/>', _wadah(b"numFmts")),
        1_000_000,
        "isi-mencurigakan",
        "berkas-rusak",
    ),
    "fonts": berat(sisipkan(_GAYA, b"</fonts>", b"<font/>"), 2_000_000, "isi-mencurigakan"),
    "shared strings": berat(
        sisipkan("xl/sharedStrings.xml", b"</sst>", b"<si/>", dari=teks_bersama), 5_000_000, "isi-mencurigakan"
    ),
    "runs of a text": berat(
        sisipkan(_LEMBAR, _DATA, b"<r><t>a</t></r>", (b'<row r="9"><c r="A9" t="inlineStr"><is>', b"</is></c></row>")),
        3_000_000,
        "teks-panjang",
        "isi-mencurigakan",
    ),
    "kinds of parts": berat(
        sisipkan(_TIPE, b"</Types>", b'<Default Extension="xml" ContentType="application/xml"/>'),
        1_000_000,
        "isi-mencurigakan",
    ),
    "relations": berat(
        sisipkan(
            _HUBUNGAN,
            b"</Relationships>",
            b'<Relationship Id="a" Type="x/theme" Target="/xl/theme/theme1.xml"/>',
        ),
        500_000,
        "isi-mencurigakan",
    ),
}
"""One piece over and over, by where it stands; each must end within seconds, in a finding or in being read."""
