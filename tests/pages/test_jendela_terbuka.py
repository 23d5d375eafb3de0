"""Windows that outlive their login: every fragment, callback and file made on press asks anew who acts.

A page is opened by somebody who may, everything is filled in; then the login dies, and each fragment of the page runs
alone with all its buttons pressed, as a browser runs it. With the login alive the same presses act: what is refused is
refused because of the login.
"""

from datetime import timedelta
from io import BytesIO
from types import SimpleNamespace

import pytest
from alat_halaman import buka, hanya, pemilik
from contoh_akun import KUNCI, Jam, satu
from contoh_gudang import buku, draf, gudang_baru, terbit
from contoh_notulen import isi
from openpyxl import load_workbook
from pembangun import BUKU_KECIL, ubah
from sqlalchemy import delete, select
from streamlit.runtime.media_file_manager import MediaFileManager

from components import ubah as ubah_angka
from components.bingkai import akses, bingkai, laporan_angka
from components.bingkai.navigasi import CAPAIAN, HALAMAN, INDIKATOR, KELOLA, NOTULEN, UJI
from components.dasar.keadaan import UNGGAH_BERKAS, UNGGAH_HASIL, UNGGAH_UBAHAN
from components.kelola import susun
from components.kelola import unggah as modul_unggah
from components.rapat import konsep
from components.server import jati_diri
from components.server.jati_diri import COOKIE, Pengunjung
from kinerja.akun.pengaturan import baca_pengaturan
from kinerja.akun.tiket import Loket
from kinerja.buku.banding.rincian import RincianUnggahan
from kinerja.gudang import notulen as simpanan
from kinerja.gudang import pemeriksaan
from kinerja.gudang.cabutan import CabutanGudang
from kinerja.gudang.gudang import Gudang
from kinerja.gudang.kantor import ingatan
from kinerja.gudang.kantor.ingatan import IsiIngatan
from kinerja.gudang.mesin import buka_mesin
from kinerja.gudang.skema import CABUTAN, LOG, METADATA
from kinerja.model.catatan import TERBUKA, AlamatAngka
from kinerja.nilai.waktu import hari_ini
from kinerja.sumber import versi as sumber
from kinerja.susun.model import HasilSusun
from kinerja.unggah.impor import Mode
from kinerja.unggah.kantor.hasil import HasilKantor
from kinerja.unggah.kirim import HasilUnggah
from kinerja.unggah.ubahan import Ubahan, tabel_indikator

LUSA = hari_ini() + timedelta(2)
RAHASIA = {**satu(), "masuk": {"kunci_cookie": KUNCI, "umur_menit": 60}}
TEMUAN = "U01-850e8a7efd"
"""What the audit says of the workbook below."""
ISI = ubah(BUKU_KECIL, "Capaian", G2="50,00")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def gudang(tmp_path, monkeypatch):
    """The store of the dashboard: two versions, a decision of each kind, a note about a figure, a lock."""
    hasil = gudang_baru(tmp_path)
    terbit(hasil, BUKU_KECIL)
    terbit(hasil, ISI)
    simpanan.simpan(hasil, isi(kode_opd="KAB", kode_indikator="UHH", tenggat=LUSA), "ani")
    selesai = simpanan.simpan(hasil, isi(kode_opd="KAB", kode_indikator="UHH", tenggat=LUSA), "ani")
    simpanan.selesaikan(hasil, selesai.id, "ani", "beres")
    pemeriksaan.lapor(hasil, AlamatAngka("KAB", "UHH", 2024, "Realisasi"), "keliru", "Pembaca")
    hasil.kunci_periode(2019, "Tahunan", "ani", "audit")
    ingatan.simpan(hasil, IsiIngatan(kode_opd="KAB", sidik="s", jenis="lra", berkas="a.xlsx", isi={"peta": {}}), "ani")
    monkeypatch.setenv("KINERJA_DATABASE_URL", str(hasil.mesin.url))
    yield hasil
    konsep._KONSEP.clear()


@pytest.fixture
def pintu(gudang, monkeypatch):
    """The login of the window: `rahasia` is what the secrets say, `jam` the clock, `tiket` its cookie."""
    jam = Jam()
    loket = Loket(jam=jam, cabutan=CabutanGudang(lambda: gudang))
    hasil = SimpleNamespace(jam=jam, rahasia=RAHASIA, gudang=gudang)
    hasil.tiket = loket.terbitkan(baca_pengaturan(RAHASIA), baca_pengaturan(RAHASIA).akun["siti"])
    pengunjung = Pengunjung({COOKIE: hasil.tiket}, "10.0.0.9", (("Host", "dasbor.kab.go.id"),), {})
    monkeypatch.setattr(jati_diri, "LOKET", loket)
    monkeypatch.setattr(jati_diri, "pengaturan_kini", lambda: baca_pengaturan(hasil.rahasia))
    monkeypatch.setattr(akses, "dari_sesi", lambda: pengunjung)
    return hasil


# --- ways in which a login dies ---------------------------------------------------------------------------------------


def keluar(pintu):
    """Log out in another process: it shares nothing with this one but the store and the key."""
    mesin = buka_mesin(str(pintu.gudang.mesin.url))
    Loket(jam=pintu.jam, cabutan=CabutanGudang(lambda: Gudang(mesin))).cabut(baca_pengaturan(RAHASIA), pintu.tiket)
    mesin.dispose()


def habis(pintu):
    pintu.jam.kini += 3601


def hapus_akun(pintu):
    pintu.rahasia = {**RAHASIA, "akun": {"ani": satu()["akun"]["siti"]}}


def turun(pintu):
    pintu.rahasia = {**RAHASIA, **satu(peran="pimpinan")}


def pindah_opd(pintu):
    pintu.rahasia = {**RAHASIA, **satu(peran="operator", kode_opd="DINKES")}


def rusak(pintu):
    pintu.rahasia = {**RAHASIA, "akun": {"siti": {"sandi": "terang", "peran": "admin"}}}


MATI = (habis, hapus_akun, turun, rusak, keluar)


# --- windows with everything filled in --------------------------------------------------------------------------------


def catat(at):
    semua = (*at.text_area, *at.text_input, *at.date_input)
    isian = {"keputusan": "Verifikasi", "penanggung_jawab": "Dinkes", "tenggat": LUSA}
    for nama, nilai in isian.items():
        next(w for w in semua if w.key and w.key.startswith(f"{nama}_") and "notulen" not in w.key).set_value(nilai)
    return at.run()


def tindak(nomor, kunci):
    def isi_(at):
        at.selectbox(key="notulen_ditindak").set_value(nomor).run()
        at.text_input(key=f"{kunci}_notulen_{nomor}").set_value("beres").run()
        for tenggat in (w for w in at.date_input if w.label == "Tenggat baru"):
            tenggat.set_value(LUSA + timedelta(7)).run()
        return at

    return isi_


def uji(at):
    at.selectbox(key="temuan_ditindak").set_value(TEMUAN).run()
    at.text_input(key=f"alasan_uji_{TEMUAN}").set_value("ralat").run()
    return at.text_input(key="catatan_laporan_1").set_value("beres").run()


def pilih_berkas(at):
    return at.file_uploader[0].set_value([("b.xlsx", b"PK", XLSX)]).run()


def cara_susun(at):
    """Stand where tables of offices are handed over."""
    return at.button_group(key="mode").set_value("susun").run()


def tabel_siap(at):
    """Stand before a table that is ready to be compared."""
    return pilih_berkas(cara_susun(at))


def pratinjau(at):
    """Stand before the two buttons of an upload that was checked."""
    rincian = RincianUnggahan(perubahan={"tambah": 0, "ubah": 1, "hapus": 0})
    nomor = int(at.session_state["draf_uji"])
    at.session_state[UNGGAH_HASIL] = HasilUnggah(temuan=(), draf=nomor, dasar=2, rincian=rincian)
    at.session_state[UNGGAH_BERKAS] = ((("b.xlsx", b"PK"),), Mode.PERBARUI)
    at.run()
    return at.text_input(key="catatan").set_value("Uji").run()


def pulih(at):
    at.selectbox(key="versi_pilih").set_value(1).run()
    return at.text_input(key="alasan_pulih_1").set_value("salah").run()


def kunci(at):
    for w in (w for w in at.text_input if w.label.startswith("Alasan")):
        w.set_value("audit")
    return at


def ketik(at):
    """Stand before the table of an indicator with a figure typed over another."""
    at.session_state["lipatan_ubah_angka"] = True
    return at.run()


def ketikan_diperiksa(at):
    """Stand before the two buttons of a figure that was typed and checked."""
    tabel = tabel_indikator(sumber.aktif().dataset, "UHH", 2024)
    at.session_state[UNGGAH_UBAHAN] = Ubahan(tabel, b"PK", ())
    return pratinjau(ketik(at))


UHH = {"opd": "KAB", "tahun": 2024, "indikator": "UHH"}
JENDELA = {
    "ubah angka": (INDIKATOR, UHH, ketik, {"Periksa perubahan"}),
    "angka diketik": (INDIKATOR, UHH, ketikan_diperiksa, {"Terbitkan", "Batalkan"}),
    "indikator": (INDIKATOR, UHH, catat, {"Simpan keputusan"}),
    "notulen": (NOTULEN, {}, catat, {"Simpan keputusan"}),
    "keputusan terbuka": (NOTULEN, {}, tindak(1, "catatan"), {"Tandai selesai", "Ubah tenggat"}),
    "keputusan selesai": (NOTULEN, {}, tindak(2, "alasan"), {"Buka kembali"}),
    "uji": (UJI, {}, uji, {"Tutup temuan", "Tandai selesai"}),
    "unggah": (KELOLA, {"urusan": "unggah"}, pilih_berkas, {"Periksa berkas"}),
    "susun": (KELOLA, {"urusan": "unggah"}, tabel_siap, {"Bandingkan dengan data yang berlaku"}),
    "ingatan": (KELOLA, {"urusan": "unggah"}, cara_susun, {"Lupakan"}),
    "pratinjau": (KELOLA, {"urusan": "unggah"}, pratinjau, {"Terbitkan", "Batalkan"}),
    "riwayat": (KELOLA, {"urusan": "riwayat"}, pulih, {"Pulihkan versi 1"}),
    "kunci": (KELOLA, {"urusan": "kunci"}, kunci, {"Kunci", "Buka kunci"}),
}
"""Page, address, what fills it in, and the buttons that act."""


@pytest.fixture
def terkirim(gudang, monkeypatch):
    """Uploads that reached their process, by the name they were sent under; nothing is read here."""
    hasil = []

    def unggah(berkas, mode, oleh, lapor, _menunggu):
        hasil.append(oleh.nama)
        draf(gudang, buku(7), oleh=oleh.nama, mode="perbarui")
        return HasilUnggah(temuan=(), identik=True, dasar=2)

    def data_editor(isi_, **_):
        return {k: ["70,00", *v[1:]] if k == "Realisasi" else v for k, v in isi_.items()}

    monkeypatch.setattr(modul_unggah, "unggah", unggah)
    monkeypatch.setattr(susun, "susun_kantor", lambda *_, **__: HasilKantor(hasil=HasilSusun(sidik="t"), bagian=b"PK"))
    monkeypatch.setattr(ubah_angka.st, "data_editor", data_editor)
    return hasil


def buka_jendela(gudang, nama):
    halaman, alamat, lengkapi, _ = JENDELA[nama]
    at = buka(halaman, **alamat)
    if nama in ("pratinjau", "angka diketik"):
        at.session_state["draf_uji"] = draf(gudang, buku(3), oleh="siti", mode="perbarui")
    lengkapi(at)
    assert [e.message for e in at.exception] == []
    return at


def simpanan_kini(gudang):
    """Return every row of the store but the log and the ended logins."""
    with gudang.mesin.connect() as koneksi:
        tabel = [t for t in METADATA.sorted_tables if t not in (LOG, CABUTAN)]
        return {t.name: [tuple(b) for b in koneksi.execute(select(t))] for t in tabel}


def tekan(at, pohon, tombol, fragmen):
    """Press a button of a window as it was drawn, and return what the fragment then says."""
    at._tree = pohon
    satu_tombol = next(b for b in at.button if b.label == tombol)
    with hanya(fragmen):
        satu_tombol.click().run()
    satu_tombol.set_value(False)
    assert [e.message for e in at.exception] == []
    kalimat = (*at.error, *at.warning, *at.caption, *at.text, *at.subheader)
    return " ".join(k.value for k in kalimat)


TOLAK = ("tidak masuk", "Masuk untuk mengelola data", "tidak berhak", "setelah masuk", "tidak mencakup", "Kelola data)")


@pytest.mark.parametrize("mati", MATI, ids=lambda m: m.__name__)
@pytest.mark.parametrize("nama", JENDELA)
def test_a_window_whose_login_died_does_nothing_and_says_so(gudang, pintu, terkirim, nama, mati):
    for tombol in sorted(JENDELA[nama][3]):
        pintu.rahasia, pintu.jam.kini = RAHASIA, 1000.0
        at = buka_jendela(gudang, nama)
        pohon, semula, satu_fragmen = at._tree, simpanan_kini(gudang), pemilik(at, at._tree, tombol)
        mati(pintu)
        kata = tekan(at, pohon, tombol, satu_fragmen)
        assert simpanan_kini(gudang) == semula
        assert any(t in kata for t in TOLAK), kata
        assert terkirim == []
        with gudang.menulis() as koneksi:
            koneksi.execute(delete(CABUTAN))


@pytest.mark.parametrize("nama", JENDELA)
def test_the_same_window_acts_while_its_login_lives(gudang, pintu, terkirim, nama):
    at = buka_jendela(gudang, nama)
    pohon, semula, tombol = at._tree, simpanan_kini(gudang), min(JENDELA[nama][3])
    tekan(at, pohon, tombol, pemilik(at, pohon, tombol))
    assert simpanan_kini(gudang) != semula


def test_a_login_whose_opd_changed_publishes_nothing_of_the_opd_it_had(gudang, pintu):
    at = buka_jendela(gudang, "pratinjau")
    pohon, semula, satu_fragmen = at._tree, simpanan_kini(gudang), pemilik(at, at._tree, "Terbitkan")
    pindah_opd(pintu)
    assert "tidak berhak mengubah baris perangkat daerah lain" in tekan(at, pohon, "Terbitkan", satu_fragmen)
    assert simpanan_kini(gudang) == semula


@pytest.mark.parametrize("mati", MATI, ids=lambda m: m.__name__)
@pytest.mark.parametrize("nama", ["pratinjau", "angka diketik"])
def test_comparing_anew_asks_too(gudang, pintu, terkirim, nama, mati):
    """It is offered where somebody else published meanwhile, and uploads again."""
    at = buka_jendela(gudang, nama)
    satu_fragmen = pemilik(at, at._tree, "Terbitkan")
    terbit(gudang, buku(5))
    tekan(at, at._tree, "Terbitkan", satu_fragmen)
    pohon, semula = at._tree, simpanan_kini(gudang)
    mati(pintu)
    kata = tekan(at, pohon, "Bandingkan ulang", satu_fragmen)
    assert (terkirim, simpanan_kini(gudang)) == ([], semula)
    assert any(t in kata for t in TOLAK), kata


@pytest.mark.parametrize("nama", ["pratinjau", "angka diketik"])
def test_comparing_anew_uploads_again_while_the_login_lives(gudang, pintu, terkirim, nama):
    at = buka_jendela(gudang, nama)
    satu_fragmen = pemilik(at, at._tree, "Terbitkan")
    terbit(gudang, buku(5))
    tekan(at, at._tree, "Terbitkan", satu_fragmen)
    tekan(at, at._tree, "Bandingkan ulang", satu_fragmen)
    assert terkirim == ["siti"]


def test_a_note_from_a_window_whose_login_died_is_a_readers(gudang, pintu, monkeypatch):
    monkeypatch.setattr(bingkai, "tombol_laporkan", laporan_angka.formulir)
    monkeypatch.setattr(laporan_angka, "dari_sesi", lambda: SimpleNamespace(klien="10.0.0.9"))
    at = buka(CAPAIAN, opd="KAB", tahun=2024)
    at.text_area[0].set_value("keliru lagi")
    pohon, satu_fragmen = at._tree, pemilik(at, at._tree, "Kirim")
    keluar(pintu)
    tekan(at, pohon, "Kirim", satu_fragmen)
    assert [b.oleh for b in pemeriksaan.laporan(gudang, TERBUKA)] == ["Pembaca", "Pembaca"]


# --- files that are made on press -------------------------------------------------------------------------------------


@pytest.fixture
def unduhan(monkeypatch):
    """Makers of files that pages register, by the name of the file."""
    hasil = {}

    def tambah(_, pembuat, jenis, letak, file_name=None, **lain):
        hasil[file_name] = pembuat
        return "0"

    monkeypatch.setattr(MediaFileManager, "add_deferred", tambah)
    return hasil


def semua_halaman(gudang):
    """Open every page, and Kelola data at each of its parts, also before a refused upload."""
    for halaman in HALAMAN:
        buka(halaman, opd="KAB", tahun=2024)
    for urusan in ("unggah", "riwayat", "kunci", "log"):
        at = buka(KELOLA, urusan=urusan)
    at = buka(KELOLA, urusan="unggah")
    at.session_state[UNGGAH_HASIL] = HasilUnggah(temuan=(), dasar=2)
    at.session_state[UNGGAH_BERKAS] = ((("b.xlsx", b"PK"),), Mode.PERBARUI)
    at.run()
    if any(b.key == "mode" for b in at.button_group):
        cara_susun(at)


def test_files_that_strangers_are_not_offered_are_not_made_for_a_dead_login(gudang, pintu, unduhan, monkeypatch):
    monkeypatch.setattr(modul_unggah, "bertanda", lambda *_: b"tanda")
    with pytest.MonkeyPatch.context() as mp:
        mp.setattr(akses, "dari_sesi", lambda: Pengunjung({}, "10.0.0.8", (("Host", "dasbor.kab.go.id"),), {}))
        semua_halaman(gudang)
        umum = {*unduhan, "templat_kinerja.xlsx"}  # an empty installation offers the template to everybody
    semua_halaman(gudang)
    terjaga = {nama: buat for nama, buat in unduhan.items() if nama not in umum}
    assert {"log.csv", "bertanda_b.xlsx", "peta_1.json"} <= set(terjaga)
    assert b"peristiwa" in terjaga["log.csv"]().lower()
    for mati in MATI:
        pintu.rahasia, pintu.jam.kini = RAHASIA, 1000.0
        mati(pintu)
        for nama, buat in terjaga.items():
            isi_berkas = buat()
            if nama.endswith(".xlsx"):
                isi_berkas = load_workbook(BytesIO(isi_berkas)).worksheets[0]["A1"].value
            assert isi_berkas.startswith(("Anda tidak masuk", "Peran pimpinan tidak berhak")), (mati.__name__, nama)
