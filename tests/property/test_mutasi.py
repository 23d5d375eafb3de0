"""Workbooks changed at random, inside their XML, in their cells and in the zip: refused or read, never a crash.

A few hundred here; script/endurance runs 5,000 (KINERJA_UJI_LENGKAP). Every one goes through the whole intake; the
reading child runs in this process, but for each fortieth, which is read as in use.
"""

import json
import os
import random
import secrets
import sys
import zipfile

import pytest
from pembangun import BUKU_KECIL, bedah, tulis

from kinerja.buku import aman, anak, pembaca
from kinerja.buku.aman import periksa_berkas
from kinerja.buku.batas import Batas
from kinerja.buku.muat import HasilMuat, muat, muat_mentah
from kinerja.buku.rapi.saring import saring
from kinerja.buku.tulis import tulis_kanonik
from kinerja.dataset import Dataset
from kinerja.model.skema import SEMUA_LEMBAR
from kinerja.nilai.nama import samakan
from kinerja.uji.mesin import uji

LENGKAP = bool(os.environ.get("KINERJA_UJI_LENGKAP"))
BANYAK = {"xml": 2500, "sel": 1500, "zip": 1000} if LENGKAP else {"xml": 60, "sel": 45, "zip": 30}
BENIH = os.environ.get("KINERJA_UJI_BENIH") or (secrets.token_hex(4) if LENGKAP else "20261121")
"""The same mutations in every run of script/test, others in each of script/endurance; a failure names it."""
BATAS = Batas(memori=1024**3, detik=60)
ANEH = (
    *("", " ", "\u00a0", "-", "N/A", "1,234.5", "12,5%", "Rp 1.000", "-Rp 5", "1e308", "1e999", "NaN", "inf", "∞", "½"),
    *("=1+1", "+62", "@SUM(A1)", "\t=1", "'=1", "#REF!", "0x10", "١٢٣", "1.2.3", "1,2,3", "--5", "5-", "5/0", "9/9/9"),
    *(
        "<b>x</b>",
        "![](http://x/b.png)",
        "\u202e123",
        "\ud7ff",
        "a" * 40_000,
        "x\ny",
        "TRUE",
        "31/02/2024",
        "2024-13-40",
    ),
    *(0, -1, 1e308, -1e308, 1e-308, 10**15, 2**63, 1.1, 0.1 + 0.2, True, False, None),
)


# --- changing ---------------------------------------------------------------------------------------------------------


def ubah_xml(acak, xml):
    """Change a part of the archive by what a broken writer, or a hostile one, might do to it."""
    if not xml:
        return b"<"
    awal = acak.randrange(len(xml))
    akhir = min(len(xml), awal + acak.choice((1, 2, 8, 64, 512)))
    potong, sisip = xml[:awal], acak.choice(SISIPAN)
    return acak.choice(
        (
            potong + bytes(acak.randrange(256) for _ in range(akhir - awal)) + xml[akhir:],
            potong + xml[akhir:],
            potong + xml[awal:akhir] * acak.choice((2, 30)) + xml[akhir:],
            potong + sisip + xml[awal:],
            potong,
            xml.replace(*acak.choice(GANTI), acak.choice((-1, 1, 3))),
        )
    )


SISIPAN = (
    *(b"&#0;", b"&x;", b"]]>", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"<a>", b"</row>", b"\x00", b"\xff\xfe", b"<!--"),
    *(b'<c r="A1"/>', b'<row r="0"/>', b'<row r="-5"/>', b'<c r="XFE1"><v>1</v></c>', b"<f>1+1</f>", b'<v t="s">9</v>'),
)
GANTI = (
    *((b't="inlineStr"', b't="s"'), (b't="inlineStr"', b't="n"'), (b't="n"', b't="b"'), (b't="n"', b't="e"')),
    *((b't="n"', b't="d"'), (b't="n"', b't="str"'), (b' r="', b' q="'), (b"<v>", b"<v>9e999"), (b"<v>", b"<v>-")),
    *((b' s="1"', b' s="99999"'), (b' s="', b' s="-'), (b"<row ", b'<row hidden="1" '), (b"</c>", b"</d>")),
    *((b'r="2"', b'r="1"'), (b'r="A', b'r="AAA'), (b'r="A', b'r="1A'), (b"UTF-8", b"UTF-16"), (b"http://", b"x://")),
    *((b'state="visible"', b'state="x"'), (b'sheetId="1"', b'sheetId="0"'), (b"rId1", b"rId999"), (b".xml", b".xm")),
)


def mutasi_xml(acak, berkas):
    with zipfile.ZipFile(berkas) as arsip:
        bagian = acak.choice([n for n in arsip.namelist() if n.endswith((".xml", ".rels"))])
    return bedah(berkas, {bagian: lambda xml: ubah_xml(acak, xml)})


def mutasi_sel(acak, berkas):
    isi = {nama: [list(b) for b in baris] for nama, baris in BUKU_KECIL.items()}
    for _ in range(acak.choice((1, 3, 12))):
        baris = acak.choice(isi[acak.choice(list(isi))])
        if baris:
            baris[acak.randrange(len(baris))] = acak.choice(ANEH)
    if acak.random() < 0.2:
        acak.shuffle(isi[acak.choice(list(isi))])
    return tulis(isi, berkas)


def mutasi_zip(acak, berkas):
    data = bytearray(berkas.read_bytes())
    for _ in range(acak.choice((1, 1, 4, 40))):
        data[acak.randrange(len(data))] = acak.randrange(256)
    if acak.random() < 0.2:
        del data[acak.randrange(len(data)) :]
    elif acak.random() < 0.2:
        letak = acak.randrange(len(data))
        data[letak:letak] = data[: acak.randrange(len(data))]
    berkas.write_bytes(data)
    return berkas


MUTASI = {"xml": mutasi_xml, "sel": mutasi_sel, "zip": mutasi_zip}


# --- taking in --------------------------------------------------------------------------------------------------------


def muat_di_sini(berkas):
    """Take a workbook in as `muat` does, but read it in this process."""
    try:
        periksa_berkas(berkas, BATAS)
        nama = [samakan(s.nama) for s in SEMUA_LEMBAR]
        batas = {"lembar": BATAS.lembar, "kolom": BATAS.kolom, "baris": BATAS.baris, "unsur": BATAS.unsur}
        with pytest.MonkeyPatch.context() as mp:
            mp.setitem(sys.modules, "numpy", None)  # as the child does for itself, and taken back here
            hasil = anak.baca(str(berkas), batas, nama)
        return muat_mentah(saring(mentah(hasil)))
    except pembaca.BukuDitolak as ditolak:
        return HasilMuat(None, ditolak.temuan, {})


def mentah(hasil):
    """Give what the child printed to the reader that waits for it."""
    with pytest.MonkeyPatch.context() as mp:
        data = pembaca.hasil_anak(json.dumps(hasil).encode(), 0)
        mp.setattr(pembaca, "_jalankan_anak", lambda *_: data)
        mp.setattr(aman, "periksa_berkas", lambda *_: None)
        return pembaca.baca_mentah(None, BATAS)


def pakai(hasil, folder):
    """Do with a valid workbook what follows its publication."""
    uji(Dataset(hasil.buku, "1"))
    tulis_kanonik(hasil.kanonik(), folder / "kanonik.xlsx")


@pytest.mark.parametrize("jenis", MUTASI)
def test_a_changed_workbook_is_refused_or_read_and_never_a_crash(jenis, tmp_path):
    asal = tulis(BUKU_KECIL, tmp_path / "asal.xlsx").read_bytes()
    berkas = tmp_path / "mutasi.xlsx"
    sah = ditolak = 0
    for n in range(BANYAK[jenis]):
        benih = f"{BENIH}-{jenis}-{n}"
        berkas.write_bytes(asal)
        try:
            MUTASI[jenis](random.Random(benih), berkas)
            hasil = muat(berkas) if n % 40 == 0 else muat_di_sini(berkas)
            if hasil.sah:
                pakai(hasil, tmp_path)
            else:
                assert hasil.temuan
            assert all(t.pesan and "Traceback" not in t.pesan for t in hasil.temuan)
        except Exception as galat:
            raise AssertionError(f"mutation {benih}: {type(galat).__name__}: {galat}") from galat
        sah, ditolak = sah + hasil.sah, ditolak + (not hasil.sah)
    print(f"\n{jenis}: {sah + ditolak} mutasi, {sah} sah, {ditolak} ditolak, 0 galat")
    assert ditolak, "nothing was refused: the mutations do nothing"
    if jenis == "sel":
        assert sah, "nothing was valid: what follows a publication was not tried"
