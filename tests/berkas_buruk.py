"""Files that are no workbook, no safe one, or one beyond the limits (CASES 1 to 13), each with its expected finding."""

import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from openpyxl.utils import get_column_letter
from pembangun import BUKU_KECIL, Isi, Rumus, bedah, bedah_lembar, buku_kecil, jalur_lembar, tulis, ubah

from kinerja.model.skema import CAPAIAN

MB = 1024 * 1024
Bangun = Callable[[Path], Path]


def berkas_berisi(data: bytes) -> Callable[[Path], Path]:
    """Return a function that writes a file of these bytes."""

    def tulis_data(berkas: Path) -> Path:
        berkas.write_bytes(data)
        return berkas

    return tulis_data


OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(2048)
HTML = b"<html><body><table><tr><td>Kode OPD</td></tr></table></body></html>"
CSV = b"Kode OPD,Nama OPD\r\nKAB,Pemerintah Kabupaten Contoh\r\n"


def setengah_zip(berkas: Path) -> Path:
    """Write the first half of a workbook."""
    data = tulis(buku_kecil(), berkas).read_bytes()
    return berkas_berisi(data[: len(data) // 2])(berkas)


def entri_rusak(berkas: Path) -> Path:
    """Write a workbook whose archive is whole but one sheet's bytes are not."""
    data = bytearray(tulis(buku_kecil(), berkas).read_bytes())
    awal = data.index(b"xl/worksheets/sheet4.xml") + 60
    data[awal : awal + 200] = bytes(200)
    return berkas_berisi(bytes(data))(berkas)


def zip_biasa(berkas: Path) -> Path:
    """Write an archive that is no workbook."""
    with zipfile.ZipFile(berkas, "w") as arsip:
        arsip.writestr("catatan.txt", "bukan buku kerja")
    return berkas


def tanpa_tipe_isi(berkas: Path) -> Path:
    """Write a workbook without [Content_Types].xml."""
    return bedah(tulis(buku_kecil(), berkas), {"[Content_Types].xml": None})


def bom_zip(berkas: Path) -> Path:
    """Write a workbook of 3 MB with a sheet that inflates to 600 MB."""
    tulis(buku_kecil(), berkas)
    entri = "xl/worksheets/sheet99.xml"
    with (
        zipfile.ZipFile(berkas, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as arsip,
        arsip.open(entri, "w", force_zip64=True) as keluaran,
    ):
        for _ in range(600):
            keluaran.write(bytes(MB))
    return berkas


def sepuluh_ribu_entri(berkas: Path) -> Path:
    """Write a workbook whose archive has 10,000 entries more."""
    return bedah(tulis(buku_kecil(), berkas), {f"xl/media/{n}.txt": b"" for n in range(10_000)})


def entri_kembar(berkas: Path) -> Path:
    """Write a workbook in whose archive one name stands twice."""
    tulis(buku_kecil(), berkas)
    with zipfile.ZipFile(berkas, "a") as arsip:
        info = zipfile.ZipInfo("xl/workbook2.xml")
        arsip.writestr(info, b"x")
        arsip.filelist.append(info)
    return berkas


def terkunci(berkas: Path) -> Path:
    """Write a workbook whose archive says that its entries are encrypted."""
    data = bytearray(tulis(buku_kecil(), berkas).read_bytes())
    for cocok in re.finditer(rb"PK\x01\x02", bytes(data)):
        data[cocok.start() + 8] |= 1
    return berkas_berisi(bytes(data))(berkas)


def teks_bersama(berkas: Path) -> Path:
    """Write the small workbook with its texts in xl/sharedStrings.xml, as Excel does and openpyxl does not."""
    teks: dict[str, int] = {}

    def pindahkan(xml: bytes) -> bytes:
        pola = r't="inlineStr"><is><t>([^<]*)</t></is>'
        return re.sub(pola, lambda c: f't="s"><v>{teks.setdefault(c[1], len(teks))}</v>', xml.decode()).encode()

    bedah(tulis(buku_kecil(), berkas), {jalur_lembar(nama): pindahkan for nama in BUKU_KECIL})
    isi = "".join(f"<si><t>{t}</t></si>" for t in teks)
    ruang = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    tipe = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    baru = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{tipe}"/></Types>'.encode()
    ubahan = {"[Content_Types].xml": lambda xml: xml.replace(b"</Types>", baru)}
    return bedah(berkas, {**ubahan, "xl/sharedStrings.xml": f'<sst xmlns="{ruang}">{isi}</sst>'.encode()})


TAWA = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {n} "{f"&{p};" * 10}">' for p, n in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>"
)
XXE = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY j SYSTEM "file:///etc/passwd">]>'


def dengan_entitas(entri: str, kepala: str) -> Callable[[Path], Path]:
    """Return a function that writes a workbook with a DTD in one entry, whose entity its first text uses."""

    def racuni(xml: bytes) -> bytes:
        return kepala.encode() + re.sub(rb"(<t>)", rb"\1&j;", xml, count=1)

    asal = teks_bersama if "sharedStrings" in entri else lambda berkas: tulis(buku_kecil(), berkas)
    return lambda berkas: bedah(asal(berkas), {entri: racuni})


def sel_terjauh(berkas: Path) -> Path:
    """Write the small workbook with one cell at XFD1048576."""
    baris = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    return bedah_lembar(berkas, "Capaian", "</sheetData>", baris)


def sel_terjauh_berkutip_satu(berkas: Path) -> Path:
    """Write the same, with the XML's other quotation mark."""
    baris = "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row></sheetData>"
    return bedah_lembar(berkas, "Capaian", "</sheetData>", baris)


_DIMENSI = f'<dimension ref="A1:{get_column_letter(len(CAPAIAN.judul))}4"'


def dimensi_bohong(berkas: Path) -> Path:
    """Write the small workbook with a sheet that claims to be one cell."""
    return bedah_lembar(berkas, "Capaian", _DIMENSI, '<dimension ref="A1"')


def dimensi_raksasa(berkas: Path) -> Path:
    """Write the small workbook with a sheet that claims to be as large as a sheet can be."""
    return bedah_lembar(berkas, "Capaian", _DIMENSI, '<dimension ref="A1:XFD1048576"')


def banyak_baris(berkas: Path) -> Path:
    """Write the small workbook with a Capaian of 300,000 rows and 10 columns."""
    pola = '<row r="#">' + "".join(f'<c r="{h}#"><v>2024</v></c>' for h in "ABCDEFGHIJ") + "</row>"

    def tambah(xml: bytes) -> bytes:
        baris = "".join(pola.replace("#", str(n)) for n in range(5, 300_001))
        return xml.replace(b"</sheetData>", baris.encode() + b"</sheetData>")

    return bedah(tulis(buku_kecil(), berkas), {jalur_lembar("Capaian"): tambah})


def rekaman(entri: str, data: bytes = b"x") -> Callable[[Path], Path]:
    """Return a function that writes the small workbook with one more entry in its archive."""
    return lambda berkas: bedah(tulis(buku_kecil(), berkas), {entri: data})


def makro_bertipe(tipe: str, entri: str) -> Callable[[Path], Path]:
    """Return a function that writes a workbook with a part that only its content type gives away as a macro."""
    baru = f'<Override PartName="/{entri}" ContentType="application/vnd.{tipe}"/></Types>'.encode()
    ubahan = {entri: b"x", "[Content_Types].xml": lambda xml: xml.replace(b"</Types>", baru)}
    return lambda berkas: bedah(tulis(buku_kecil(), berkas), ubahan)


def makro_excel(berkas: Path) -> Path:
    """Write an Excel Macro-Enabled Workbook under the name of a plain one."""
    dari = b"vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    menjadi = b"vnd.ms-excel.sheet.macroEnabled.main+xml"
    return bedah(tulis(buku_kecil(), berkas), {"[Content_Types].xml": lambda xml: xml.replace(dari, menjadi)})


def tipe_utf16(berkas: Path) -> Path:
    """Write the same with its list of parts in UTF-16, where no byte pattern is found."""
    return bedah(
        makro_excel(berkas),
        {"[Content_Types].xml": lambda xml: xml.decode().replace("utf-8", "utf-16").encode("utf-16")},
    )


def tipe_bersandi(berkas: Path) -> Path:
    """Write the same with a letter of the kind as a character reference, which XML reads as that letter."""
    return bedah(
        makro_excel(berkas),
        {"[Content_Types].xml": lambda xml: xml.replace(b"macroEnabled", b"&#109;acroEnabl&#x65;d")},
    )


def rekaman_diubah(bagian: str, kepala: str) -> Callable[[Path], Path]:
    """Return a function that writes the small workbook with a DTD before one part."""
    return lambda berkas: bedah(tulis(buku_kecil(), berkas), {bagian: berkepala(kepala)})


DDE = (
    b'<?xml version="1.0" encoding="UTF-8"?>'
    b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b'<ddeLink ddeService="cmd" ddeTopic="/C calc"><ddeItems><ddeItem name="A0" advise="1"/></ddeItems></ddeLink>'
    b"</externalLink>"
)


def tautan_dde(entri: str) -> Callable[[Path], Path]:
    """Return a function that writes a workbook whose cell asks a program by DDE, the link in this part."""
    tipe = "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"
    hubungan = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink"
    baru = f'<Override PartName="/{entri}" ContentType="{tipe}"/></Types>'.encode()
    tujuan = f'<Relationship Id="rIdDDE" Type="{hubungan}" Target="/{entri}"/></Relationships>'.encode()
    ubahan = {
        entri: DDE,
        "[Content_Types].xml": lambda xml: xml.replace(b"</Types>", baru),
        "xl/_rels/workbook.xml.rels": lambda xml: xml.replace(b"</Relationships>", tujuan),
    }
    isi = ubah(buku_kecil(), "Capaian", J2=Rumus("=[1]!A0", "0", "str"))
    return lambda berkas: bedah(tulis(isi, berkas), ubahan)


def mengaku_kecil(entri: str) -> Callable[[Path], Path]:
    """Return a function that writes a workbook one of whose entries says 1,000 bytes and inflates to 200 MB."""

    def tulis_bohong(berkas: Path) -> Path:
        bedah(tulis(buku_kecil(), berkas), {entri: None})
        with (
            zipfile.ZipFile(berkas, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as arsip,
            arsip.open(entri, "w") as keluaran,
        ):
            for _ in range(200):
                keluaran.write(bytes(MB))
        data = bytearray(berkas.read_bytes())
        # Where the size stands in the entry's own head and in the directory at the end.
        for tanda, letak in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
            awal = data.rindex(tanda)
            data[awal + letak : awal + letak + 4] = (1000).to_bytes(4, "little")
        return berkas_berisi(bytes(data))(berkas)

    return tulis_bohong


# --- what other programs write, read by a way of its own and refused as strictly --------------------------------------

LONGGAR = b"http://schemas.openxmlformats.org/"
KETAT = b"http://purl.oclc.org/ooxml/"


def strict(berkas: Path, isi: Isi = BUKU_KECIL) -> Path:
    """Write a workbook as Excel's "Strict Open XML Spreadsheet": every part in the namespaces of the ISO standard."""

    def ketatkan(xml: bytes) -> bytes:
        return re.sub(LONGGAR + rb"(spreadsheetml|officeDocument|drawingml)/2006/", KETAT + rb"\1/", xml)

    tulis(isi, berkas)
    with zipfile.ZipFile(berkas) as arsip:
        bagian = [n for n in arsip.namelist() if n.startswith(("xl/", "_rels/"))]
    return bedah(berkas, dict.fromkeys(bagian, ketatkan))


def bagian_lain(berkas: Path, isi: Isi = BUKU_KECIL, nama: str = "xl/buku1.xml") -> Path:
    """Write a workbook whose main part has another name, which _rels/.rels and [Content_Types].xml tell."""
    with zipfile.ZipFile(tulis(isi, berkas)) as arsip:
        entri = {n: arsip.read(n) for n in arsip.namelist()}
    folder, _, akhir = nama.rpartition("/")
    rels = f"{folder}/_rels/{akhir}.rels".lstrip("/")
    ubahan: dict[str, bytes | Callable[[bytes], bytes] | None] = {
        "xl/workbook.xml": None,
        nama: entri["xl/workbook.xml"],
        "xl/_rels/workbook.xml.rels": None,
        rels: entri["xl/_rels/workbook.xml.rels"].replace(b"styles.xml", b"/xl/styles.xml"),
        "_rels/.rels": lambda xml: xml.replace(b"xl/workbook.xml", nama.encode()),
        "[Content_Types].xml": lambda xml: xml.replace(b"/xl/workbook.xml", f"/{nama}".encode()),
    }
    return bedah(berkas, ubahan)


def lalu(
    buat: Callable[[Path], Path], ubahan: Mapping[str, bytes | Callable[[bytes], bytes] | None]
) -> Callable[[Path], Path]:
    """Return a function that writes a file and then changes parts of its archive."""
    return lambda berkas: bedah(buat(berkas), ubahan)


def berkepala(kepala: str) -> Callable[[bytes], bytes]:
    """Return a function that puts a DTD before a part; nothing in the part needs to use it."""
    return lambda xml: kepala.encode() + re.sub(rb"^<\?xml.*?\?>", b"", xml)


def _tipe_tambahan(tipe: str, bagian: str) -> Callable[[bytes], bytes]:
    baru = f'<Override PartName="/{bagian}" ContentType="application/vnd.{tipe}"/></Types>'.encode()
    return lambda xml: xml.replace(b"</Types>", baru)


TAUTAN = "openxmlformats-officedocument.spreadsheetml.externalLink+xml"
GAYA_ANEH = ("xl/styles.xml", lambda xml: xml.replace(b"<fill>", b"<fill/><fill>", 1))


def odf(tipe: str) -> Callable[[Path], Path]:
    """Return a function that writes an archive as OpenDocument programs do."""

    def tulis_odf(berkas: Path) -> Path:
        with zipfile.ZipFile(berkas, "w") as arsip:
            arsip.writestr("mimetype", f"application/vnd.oasis.opendocument.{tipe}")
            arsip.writestr("content.xml", "<a/>")
        return berkas

    return tulis_odf


def kantor(tipe: str, bagian: str) -> Callable[[Path], Path]:
    """Return a function that writes an archive as an office program does that is not Excel."""

    def tulis_kantor(berkas: Path) -> Path:
        with zipfile.ZipFile(berkas, "w") as arsip:
            arsip.writestr("[Content_Types].xml", _tipe_tambahan(tipe, bagian)(b"<Types></Types>"))
            arsip.writestr(bagian, "<a/>")
        return berkas

    return tulis_kantor


def hubungan(jenis: str, tujuan: str, *, luar: bool = True, dari: str = "xl/_rels/workbook.xml.rels") -> Bangun:
    """Return a function that writes the small workbook with one more relation of a part."""
    mode = ' TargetMode="External"' if luar else ""
    satu = f'<Relationship Id="rIdX" Type="http://x/relationships/{jenis}" Target="{tujuan}"{mode}/></Relationships>'
    kosong = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'

    def tambah(xml: bytes) -> bytes:
        return xml.replace(b"</Relationships>", satu.encode())

    return lambda berkas: bedah(tulis(buku_kecil(), berkas), {dari: tambah if "workbook" in dari else tambah(kosong)})


def bertipe(tipe: str, entri: str, data: bytes = b"<a/>") -> Bangun:
    """Return a function that writes the small workbook with a part of this content type."""
    baru = f'<Override PartName="/{entri}" ContentType="application/{tipe}"/></Types>'.encode()
    ubahan = {entri: data, "[Content_Types].xml": lambda xml: xml.replace(b"</Types>", baru)}
    return lambda berkas: bedah(tulis(buku_kecil(), berkas), ubahan)


_LEMBAR_RELS = "xl/worksheets/_rels/sheet4.xml.rels"
_SML = "vnd.openxmlformats-officedocument.spreadsheetml"

BERKAS_BURUK: dict[str, tuple[Callable[[Path], Path], str]] = {
    "an empty file": (berkas_berisi(b""), "berkas-kosong"),
    "a file of four bytes": (berkas_berisi(b"PK\x03\x04"), "berkas-rusak"),
    "a file of 21 MB": (berkas_berisi(b"PK\x03\x04" + bytes(21 * MB)), "berkas-besar"),
    "HTML renamed .xlsx": (berkas_berisi(HTML), "bukan-excel"),
    "CSV renamed .xlsx": (berkas_berisi(CSV), "bukan-excel"),
    "an old .xls or a password": (berkas_berisi(OLE), "excel-lama"),
    "encrypted entries": (terkunci, "excel-lama"),
    "half a zip": (setengah_zip, "berkas-rusak"),
    "a whole zip with a spoiled sheet": (entri_rusak, "berkas-rusak"),
    "a zip that is no workbook": (zip_biasa, "bukan-excel"),
    "a zip without [Content_Types].xml": (tanpa_tipe_isi, "bukan-excel"),
    "a macro": (rekaman("xl/vbaProject.bin"), "berkas-makro"),
    "a macro in capitals": (rekaman("xl/VBAPROJECT.BIN"), "berkas-makro"),
    "a macro under another name": (makro_bertipe("ms-office.vbaProject", "xl/data.bin"), "berkas-makro"),
    "a macro sheet of Excel 4.0": (makro_bertipe("ms-excel.macrosheet+xml", "xl/macrosheets/s1.xml"), "berkas-makro"),
    "an .xlsm under the name .xlsx": (makro_excel, "berkas-makro"),
    "the same with its parts listed in UTF-16": (tipe_utf16, "berkas-makro"),
    "the same with a letter written as a number": (tipe_bersandi, "berkas-makro"),
    "a DDE link": (tautan_dde("xl/externalLinks/externalLink1.xml"), "tautan-luar"),
    "a DDE link under another name": (tautan_dde("xl/data.xml"), "tautan-luar"),
    "a sheet of 200 MB that says 1,000 bytes": (mengaku_kecil(jalur_lembar("Capaian")), "berkas-rusak"),
    "a list of parts that does so": (mengaku_kecil("[Content_Types].xml"), "berkas-rusak"),
    "a link to another workbook": (rekaman("xl/externalLinks/externalLink1.xml"), "tautan-luar"),
    "an embedded object": (rekaman("xl/embeddings/oleObject1.bin"), "tautan-luar"),
    "an ActiveX control": (rekaman("xl/activeX/activeX1.xml"), "tautan-luar"),
    "a zip of 3 MB that inflates to 600 MB": (bom_zip, "terlalu-besar"),
    "10,000 entries": (sepuluh_ribu_entri, "isi-mencurigakan"),
    "an entry ../../x": (rekaman("../../x"), "isi-mencurigakan"),
    "an entry ..\\..\\x": (rekaman("..\\..\\x"), "isi-mencurigakan"),
    "an entry /etc/x": (rekaman("/etc/x"), "isi-mencurigakan"),
    "an entry C:x": (rekaman("C:x"), "isi-mencurigakan"),
    "two entries of one name": (entri_kembar, "isi-mencurigakan"),
    "billion laughs in a sheet": (dengan_entitas("xl/worksheets/sheet4.xml", TAWA), "berkas-rusak"),
    "billion laughs in sharedStrings": (dengan_entitas("xl/sharedStrings.xml", TAWA), "berkas-rusak"),
    "XXE in a sheet": (dengan_entitas("xl/worksheets/sheet4.xml", XXE), "berkas-rusak"),
    "XXE in sharedStrings": (dengan_entitas("xl/sharedStrings.xml", XXE), "berkas-rusak"),
    "Strict Open XML with XXE in a sheet": (lalu(strict, {"xl/worksheets/sheet4.xml": berkepala(XXE)}), "berkas-rusak"),
    "Strict Open XML with billion laughs": (lalu(strict, {"xl/styles.xml": berkepala(TAWA)}), "berkas-rusak"),
    "Strict Open XML with XXE in its properties": (lalu(strict, {"docProps/core.xml": berkepala(XXE)}), "berkas-rusak"),
    "odd styles and XXE in a sheet": (
        lalu(rekaman_diubah("xl/worksheets/sheet4.xml", XXE), dict([GAYA_ANEH])),
        "berkas-rusak",
    ),
    "a workbook part of another name with a macro": (
        lalu(bagian_lain, {"buku/vbaProject.bin": b"x"}),
        "berkas-makro",
    ),
    "a workbook part of another name with a link": (
        lalu(bagian_lain, {"buku/x.xml": b"x", "[Content_Types].xml": _tipe_tambahan(TAUTAN, "buku/x.xml")}),
        "tautan-luar",
    ),
    "an embedded object in another folder": (lalu(bagian_lain, {"buku/embeddings/x.bin": b"x"}), "tautan-luar"),
    "a tick box": (rekaman("xl/ctrlProps/ctrlProp1.xml"), "kontrol-formulir"),
    "a tick box under another name": (
        lalu(
            rekaman("xl/k.xml"), {"[Content_Types].xml": _tipe_tambahan("ms-excel.controlproperties+xml", "xl/k.xml")}
        ),
        "kontrol-formulir",
    ),
    "a connection": (bertipe(f"{_SML}.connections+xml", "xl/connections.xml"), "bagian-asing"),
    "a query table": (bertipe(f"{_SML}.queryTable+xml", "xl/queryTables/queryTable1.xml"), "bagian-asing"),
    "a connection as plain XML, known by its relation": (
        lalu(hubungan("connections", "koneksi.xml", luar=False), {"xl/koneksi.xml": b"<connections/>"}),
        "bagian-asing",
    ),
    "a picture from a network drive": (hubungan("image", r"\\server\a.png", dari=_LEMBAR_RELS), "bagian-asing"),
    "a picture from a website": (hubungan("image", "https://x.example/a.png", dari=_LEMBAR_RELS), "bagian-asing"),
    "a sheet that lies outside": (hubungan("worksheet", "https://x.example/a.xml"), "bagian-asing"),
    "the same without saying so": (hubungan("worksheet", "file:///x/a.xml", luar=False), "bagian-asing"),
    "a link to a network drive": (hubungan("hyperlink", "file://server/a.docx", dari=_LEMBAR_RELS), "bagian-asing"),
    "a web extension": (bertipe("vnd.ms-office.webextension+xml", "xl/webextensions/w1.xml"), "bagian-asing"),
    "live data of a program": (
        bertipe(f"{_SML}.volatileDependencies+xml", "xl/volatileDependencies.xml"),
        "bagian-asing",
    ),
    "a part of no kind": (rekaman("xl/media/alat.exe", b"MZ"), "bagian-asing"),
    "a program as a picture": (bertipe("xml", "xl/media/gambar.xml", b"MZ\x90\0"), "bagian-asing"),
    "an archive as a part": (bertipe("xml", "xl/media/isi.xml", b"PK\x03\x04"), "bagian-asing"),
    "a PDF": (berkas_berisi(b"%PDF-1.7\n" + bytes(99)), "bukan-excel"),
    "a page saved by a browser": (berkas_berisi(b"<!doctype HTML><html></html>"), "bukan-excel"),
    "an .ods": (odf("spreadsheet"), "bukan-excel"),
    "a document of Word": (
        kantor("openxmlformats-officedocument.wordprocessingml.document.main+xml", "word/document.xml"),
        "bukan-excel",
    ),
    "a binary workbook": (kantor("ms-excel.sheet.binary.main", "xl/workbook.bin"), "bukan-excel"),
}
"""Files that are no workbook or not a safe one, with the code of their one finding (CASES 1 to 8, 12, 13)."""

SEL_DI_LUAR: dict[str, tuple[Callable[[Path], Path], str]] = {
    "a cell at XFD1048576": (sel_terjauh, "Capaian!XFD1048576"),
    "the same between single quotes": (sel_terjauh_berkutip_satu, "Capaian!XFD1048576"),
    "300,000 rows": (banyak_baris, "Capaian!A200001"),
}
"""Workbooks larger than the limits of DESIGN section 4, with the cell of their one finding (CASES 9 and 10)."""
