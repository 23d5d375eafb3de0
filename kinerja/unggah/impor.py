"""Importing: receive, check, compare, publish (CASES "Faults": nothing is ever half done).

Roles and locks are enforced here, so that the screen and the command line obey the same rules.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from itertools import accumulate
from pathlib import Path, PureWindowsPath
from typing import TypeVar

from kinerja.akun.akses import Izin, Pengguna, PeranPengguna, TidakBerhak, pastikan
from kinerja.buku.banding.beda import Beda, PerubahanBaris, bandingkan_buku
from kinerja.buku.banding.gabung import Gabungan, gabungkan
from kinerja.buku.banding.hilang import (
    AngkaHilang,
    angka_hilang,
    banyak_hilang,
    contoh_hilang,
    kalimat_hilang,
    keterangan_hilang,
)
from kinerja.buku.banding.kanonik import sidik_kanonik
from kinerja.buku.banding.rincian import Pengaman, RincianUnggahan
from kinerja.buku.ejaan.bagian import Bagian
from kinerja.buku.katalog.katalog import Berat, Kode
from kinerja.buku.muat import HasilMuat, muat_mentah, muat_tersimpan
from kinerja.buku.pembaca import BukuMentah, LembarMentah, baca_mentah
from kinerja.buku.rapi.saring import saring
from kinerja.buku.sel import TAHUN_AKHIR, TAHUN_AWAL
from kinerja.buku.temuan import BukuDitolak, TemuanBuku, potong, temuan
from kinerja.dataset import Dataset
from kinerja.gudang.gudang import Gudang, IsiDraf, KeadaanBerubah, SeluruhKunci, TidakAda
from kinerja.model.baris import BukuKerja
from kinerja.nilai.angka import format_angka
from kinerja.nilai.galat import Ditolak
from kinerja.nilai.kelompok import menurut
from kinerja.nilai.nama import samakan
from kinerja.sajian.kalimat import daftar
from kinerja.tindak.penolakan import PeriodeTerkunci, mencatat
from kinerja.uji.banding import BandingUji, banding_uji
from kinerja.unggah.batasan import baris_orang_lain, pemilik_lain
from kinerja.unggah.contoh import berisi_contoh
from kinerja.unggah.dampak import dampak
from kinerja.unggah.mode import Mode as Mode  # callers take it from here
from kinerja.unggah.pengaman import pengaman
from kinerja.unggah.penguncian import Sisi, tertahan

T = TypeVar("T")

NAMA_MAKS = 120
BYTE_MAKS = 240
"""What file systems count; a letter may take four."""
NAMA_ALAT = re.compile(r"(?i)(con|prn|aux|nul|(com|lpt)[\d¹²³])\s*(\.|$)")
"""Names that Windows takes for devices, whatever follows the dot."""
COBA_KUNCI = 5
"""How often a publication is held against the locks anew, where somebody locks or unlocks while it runs."""
BARIS_DIPERLIHATKAN = 400
"""Changed rows that a draft carries for the screen; all of them can be downloaded."""
HURUF_DIPERLIHATKAN = 1_000_000
"""Letters of the cells of such rows together."""


MENGHENTIKAN = frozenset({Kode.SATU_BERKAS, Kode.BAGIAN_BENTROK})
"""After these there is no one workbook that could be checked."""


class Langkah(StrEnum):
    """Steps of an import, as people see them go by."""

    DITERIMA = "Diterima"
    DIBACA = "Aman dan terbaca"
    DIPERIKSA = "Diperiksa"
    DIBANDINGKAN = "Dibandingkan"


Lapor = Callable[[Langkah], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rancangan:
    """An import that was checked and compared.

    Attributes:
        temuan: all findings; any galat refuses the import.
        lembar: canonical sheets of the version to be; empty when refused.
        sidik: their hash.
        beda: difference from the active version.
        dasar: number of the active version it was compared with.
        identik: whether what was read equals the active version.
        hilang: figures and words that would go.
        tanya_hilang: the same as findings, for whoever is not asked on a screen.
        asli: name and bytes of each file.
        mode: ganti or perbarui.
        dampak: what changes for the reader.
        pengaman: what is to be asked before publishing.
        uji: what changes in the audit.
    """

    temuan: tuple[TemuanBuku, ...]
    asli: tuple[tuple[str, bytes], ...]
    mode: Mode
    dasar: int | None
    lembar: tuple[LembarMentah, ...] = ()
    sidik: str = ""
    beda: Beda = field(default_factory=Beda)
    identik: bool = False
    hilang: tuple[AngkaHilang, ...] = ()
    tanya_hilang: tuple[TemuanBuku, ...] = ()
    dampak: tuple[str, ...] = ()
    pengaman: tuple[Pengaman, ...] = ()
    uji: BandingUji = field(default_factory=BandingUji)

    @property
    def sah(self) -> bool:
        """Whether it may be published."""
        return bool(self.lembar) and not any(t.tingkat is Berat.GALAT for t in self.temuan)

    @property
    def tak_terbaca(self) -> tuple[str, ...]:
        """Names of the sheets that were not read; of a file with any nobody may say that nothing in it is new."""
        return lembar_tak_terbaca(self.temuan)

    @property
    def kalimat_tak_terbaca(self) -> str:
        """Say of a file that changes nothing which of its sheets were not read."""
        return kalimat_tak_terbaca(self.dasar, self.tak_terbaca)

    def perubahan(self) -> dict[str, int]:
        """Count rows added, changed and removed, as `impor --json` prints them, and the figures and words that go."""
        angka, keterangan = banyak_hilang(self.hilang)
        pergi = {"hilang": angka, "keterangan_hilang": keterangan}
        return {**self.beda.hitung(), **{k: n for k, n in pergi.items() if n}}

    def rincian(self) -> RincianUnggahan:
        """Return what people are shown before they publish."""
        return RincianUnggahan(
            perubahan=self.perubahan(),
            per_lembar=self.beda.per_lembar(),
            per_opd=self.beda.per_opd(),
            nama_opd=self.beda.nama_opd(),
            baris=tuple(b.ringkas() for b in _sebanyak_layar(self.beda.baris)),
            hilang=self.hilang[:BARIS_DIPERLIHATKAN],
            kalimat_hilang=kalimat_hilang(self.hilang) if self.hilang else "",
            dampak=self.dampak,
            pengaman=self.pengaman,
            uji=self.uji.ringkas(),
        )


def _sebanyak_layar(baris: Sequence[PerubahanBaris]) -> Iterable[PerubahanBaris]:
    """Return the first changed rows, fewer where their texts are long."""
    huruf = accumulate(sum(len(s.lama) + len(s.baru) for s in b.sel) for b in baris[:BARIS_DIPERLIHATKAN])
    return (b for b, jumlah in zip(baris, huruf, strict=False) if jumlah <= HURUF_DIPERLIHATKAN)


def lembar_tak_terbaca(temuan_: Iterable[TemuanBuku]) -> tuple[str, ...]:
    """Return the names of the sheets that were passed over."""
    return tuple(t.lembar for t in temuan_ if t.kode is Kode.LEMBAR_TAK_DIKENAL)


def kalimat_tak_terbaca(dasar: int | None, lembar: Sequence[str]) -> str:
    """Say of a file that changes nothing which of its sheets were not read."""
    terbaca = f"yang terbaca sama dengan versi {dasar}"
    return f"{terbaca}, tetapi lembar {daftar([f'“{potong(n)}”' for n in lembar])} tidak dibaca"


def rancang(
    gudang: Gudang, berkas: Sequence[Path], mode: Mode, pengguna: Pengguna, lapor: Lapor = lambda _: None
) -> Rancangan:
    """Check workbooks and compare the outcome with the active version; nothing is written.

    Raises:
        TidakBerhak: when the person may not upload, or not replace the whole.
    """
    with mencatat(gudang, pengguna, f"mengunggah dengan cara {mode}"):
        pastikan(pengguna, Izin.MENGGANTI if mode is Mode.GANTI else Izin.MENGUNGGAH)
    dasar = gudang.aktif()
    # Nobody loses anything when the whole takes the place of an example: it is compared with nothing.
    kosong = dasar is None or (mode is Mode.GANTI and berisi_contoh(gudang.versi(), dasar))
    asli = tuple((nama_aman(b.name), b.read_bytes()) for b in berkas if b.is_file())
    lapor(Langkah.DITERIMA)
    with ThreadPoolExecutor(1) as pembaca:
        # The workbook is read by a child process; meanwhile this one gets the active version ready to compare with.
        janji = pembaca.submit(_baca_semua, berkas, lapor)
        lama = () if kosong or dasar is None else gudang.lembar(dasar)
        dulu = _dataset(lama) if lama else None
        bagian, catatan = janji.result()
    hasil, gabungan = _periksa(lama, bagian, catatan, mode)
    lapor(Langkah.DIPERIKSA)
    awal = Rancangan(temuan=hasil.temuan, asli=asli, mode=mode, dasar=dasar)
    if hasil.buku is None:
        return awal
    rancangan = _bandingkan(awal, lama, dulu, hasil)
    if dasar is not None and gudang.ambil(dasar).oleh == PENGELOLA_SISTEM.nama and _buku_lain(dulu, _buku(hasil)):
        # Nobody published what the program brought along; the first workbook of another government loses none of it.
        rancangan = replace(rancangan, hilang=())
    larangan: list[TemuanBuku] = []
    if not rancangan.identik:
        alamat, sisi = partial(_alamat, hasil), Sisi(rancangan.lembar, Dataset(_buku(hasil)))
        semula = Sisi(lama, dulu) if dulu is not None else None
        larangan += [t.temuan for t in tertahan(gudang.terkunci(), semula, sisi, rancangan.beda, alamat)]
        if pengguna.peran is PeranPengguna.OPERATOR:
            larangan += baris_orang_lain(rancangan.beda, pengguna.kode_opd, sisi.nama_opd, alamat)
    lapor(Langkah.DIBANDINGKAN)
    return replace(
        rancangan,
        temuan=(*hasil.temuan, *gabungan.kembalikan(larangan)),
        tanya_hilang=gabungan.kembalikan(_tanya_hilang(rancangan.hilang, hasil)),
    )


def _baca_semua(berkas: Sequence[Path], lapor: Lapor) -> tuple[list[Bagian], list[TemuanBuku]]:
    """Read every file; what is wrong with a file names it where there are several."""
    bagian, catatan = [], []
    for b, nama in zip(berkas, _sebutan([nama_aman(b.name) for b in berkas]), strict=True):
        try:
            mentah = saring(baca_mentah(b))
        except BukuDitolak as ditolak:
            catatan += [replace(t, berkas=nama) for t in ditolak.temuan]
        else:
            bagian.append(Bagian(nama, mentah.lembar))
            catatan += [replace(t, berkas=nama) for t in mentah.temuan]
    if len(bagian) == len(berkas):
        lapor(Langkah.DIBACA)
    return bagian, catatan


def _sebutan(nama: Sequence[str]) -> list[str]:
    """Return what findings call each file: nothing where there is one, a number behind names that are alike."""
    if len(nama) == 1:
        return [""]
    return [n if nama.count(n) == 1 else f"{n} ({urutan})" for urutan, n in enumerate(nama, 1)]


def _periksa(
    lama: tuple[LembarMentah, ...], bagian: Sequence[Bagian], catatan: Sequence[TemuanBuku], mode: Mode
) -> tuple[HasilMuat, Gabungan]:
    """Check the workbook as it would be; findings name the cells of the file they come from."""
    if mode is Mode.GANTI and len(bagian) > 1:
        catatan = (*catatan, temuan(Kode.SATU_BERKAS, jumlah=len(bagian)))
    gabungan = Gabungan(lembar=bagian[0].lembar if bagian else ())
    if mode is Mode.PERBARUI and (lama or len(bagian) > 1):
        gabungan = gabungkan(lama, bagian)
    semua = (*catatan, *gabungan.temuan)
    if not bagian or any(t.kode in MENGHENTIKAN for t in semua):
        return HasilMuat(None, semua, {}), gabungan
    hasil = muat_mentah(BukuMentah(gabungan.lembar, ()))
    semua = (*semua, *gabungan.kembalikan(hasil.temuan))
    galat = any(t.tingkat is Berat.GALAT for t in semua)
    return HasilMuat(None if galat else hasil.buku, semua, hasil.jumlah_baris, hasil.tafsir), gabungan


def _bandingkan(awal: Rancangan, lama: tuple[LembarMentah, ...], dulu: Dataset | None, hasil: HasilMuat) -> Rancangan:
    baru = hasil.kanonik()
    sidik = sidik_kanonik(baru)
    if lama and sidik == sidik_kanonik(lama):
        return replace(awal, lembar=baru, sidik=sidik, identik=True)
    beda, kini = bandingkan_buku(lama, baru), Dataset(_buku(hasil))
    letak = {nama: tafsir.letak for nama, tafsir in hasil.tafsir.items() if tafsir.baris}
    angka = angka_hilang(beda, letak)
    return replace(
        awal,
        lembar=baru,
        sidik=sidik,
        beda=beda,
        hilang=(*angka, *keterangan_hilang(beda, letak)),
        dampak=dampak(dulu, kini, beda, len(angka)),
        pengaman=pengaman(dulu, kini, beda, sum(len(s.baris) - 1 for s in lama)),
        uji=banding_uji(dulu, kini),
    )


def _buku_lain(lama: Dataset | None, baru: BukuKerja) -> bool:
    """Tell whether two workbooks have no indicator in common."""
    kode = {samakan(i.kode_indikator) for i in baru.indikator}
    return lama is not None and kode.isdisjoint(samakan(i.kode_indikator) for i in lama.buku.indikator)


def _tanya_hilang(hilang: Sequence[AngkaHilang], hasil: HasilMuat) -> list[TemuanBuku]:
    """Return a finding for each column and reason, with the first cell of it that still stands."""
    semua = []
    for (lembar, kolom, sebab), isi in menurut(hilang, lambda h: (h.lembar, h.kolom, h.sebab)).items():
        sel = _alamat(hasil, lembar, isi[0].baris, kolom) if isi[0].baris else ""
        jumlah, contoh = format_angka(len(isi)), contoh_hilang(isi)
        semua.append(
            temuan(
                Kode.ANGKA_HILANG,
                lembar,
                sel,
                kolom,
                apa="keterangan" if isi[0].keterangan else "angka",
                jumlah=jumlah,
                kolom=kolom,
                sebab=sebab.value,
                contoh=contoh,
            )
        )
    return semua


def _buku(hasil: HasilMuat) -> BukuKerja:
    if hasil.buku is None:
        raise ValueError("buku kerja tidak sah")
    return hasil.buku


def _dataset(lembar: tuple[LembarMentah, ...]) -> Dataset:
    return Dataset(_buku(muat_tersimpan(lembar)))


def _alamat(hasil: HasilMuat, lembar: str, nomor: int, kolom: str) -> str:
    """Return the cell of a canonical row in the sheet it was read from."""
    tafsir = hasil.tafsir[lembar]
    return tafsir.alamat(kolom, tafsir.baris[nomor - 2].nomor)


def catat_penolakan(gudang: Gudang, rancangan: Rancangan, pengguna: Pengguna) -> None:
    """Write a refused import into the log: who sent what, and why it was refused; nothing else of it is kept."""
    galat = [t for t in rancangan.temuan if t.tingkat is Berat.GALAT]
    berkas = [nama for nama, _ in rancangan.asli]
    gudang.catat("tolak", pengguna.nama, berkas=berkas, galat=len(galat), sebab=[t.pesan for t in galat[:3]])


def simpan(gudang: Gudang, rancangan: Rancangan, pengguna: Pengguna) -> int:
    """Keep a valid import as a draft and return its number.

    Raises:
        ValueError: when it is not valid or changes nothing; such an import is never kept.
    """
    if not rancangan.sah or rancangan.identik:
        raise ValueError("rancangan tidak sah atau tidak mengubah apa pun")
    nama, isi = rancangan.asli[0]
    sha256 = hashlib.sha256(isi).hexdigest()
    draf = IsiDraf(
        oleh=pengguna.nama,
        mode=rancangan.mode.value,
        dasar=rancangan.dasar,
        sidik=rancangan.sidik,
        sha256=sha256,
        berkas=nama,
        rincian=rancangan.rincian(),
    )
    return gudang.simpan_draf(draf, rancangan.lembar, rancangan.asli)


class HilangBelumDisetujui(Ditolak):
    """The draft takes figures away, and whoever publishes it was not asked about that number of them."""


def terbitkan(gudang: Gudang, draf: int, pengguna: Pengguna, catatan: str, *, setuju_hilang: int = 0) -> int:
    """Publish a draft and return the number of the new version.

    Args:
        gudang: the store.
        draf: number of the draft.
        pengguna: who publishes.
        catatan: why.
        setuju_hilang: how many figures and words the person agreed to lose.

    Raises:
        TidakBerhak: when the person may not, or no longer.
        HilangBelumDisetujui: when another number of figures would go; nothing is written.
        DasarBerubah: when somebody else published meanwhile; nothing is written.
        IsiBerubah: when the draft is no longer what was checked; nothing is written.
        PeriodeTerkunci: when a period it changes was locked meanwhile; nothing is written.
        TidakAda: when the draft was published or dropped.
    """
    isi = gudang.draf(draf)
    with mencatat(gudang, pengguna, f"menerbitkan {isi.berkas}"):
        pastikan(pengguna, Izin.MENGGANTI if isi.mode == Mode.GANTI else Izin.MENGUNGGAH)
        if pengguna.peran is PeranPengguna.OPERATOR and isi.oleh != pengguna.nama:
            raise TidakBerhak(pengguna, Izin.MENERBITKAN_LAIN)
        # What was allowed when the draft was checked is asked again: a role, its OPD or a lock may have changed since.
        lama = gudang.lembar(isi.dasar) if isi.dasar is not None else ()
        if pengguna.peran is PeranPengguna.OPERATOR:
            beda = bandingkan_buku(lama, gudang.lembar_draf(draf))
            if any(pemilik_lain(b, pengguna.kode_opd) is not None for b in beda.semua):
                raise TidakBerhak(pengguna, Izin.MENGUBAH_OPD_LAIN)
        if isi.rincian.jumlah_hilang != setuju_hilang:
            raise HilangBelumDisetujui(f"{isi.rincian.kalimat_hilang}. Setujui dahulu kehilangan itu")

        def coba(kunci: SeluruhKunci) -> int:
            if kunci and lama:
                _pastikan_terbuka(kunci, lama, gudang.lembar_draf(draf))
            return gudang.terbitkan(draf, pengguna.nama, catatan, kunci)

        return _menurut_kunci(gudang, coba)


def pulihkan(gudang: Gudang, nomor: int, pengguna: Pengguna, catatan: str) -> None:
    """Make an older version the active one.

    Raises:
        TidakBerhak, PeriodeTerkunci, TidakAda: as their texts say; nothing is written.
    """
    gudang.ambil(nomor)
    with mencatat(gudang, pengguna, f"memulihkan versi {nomor}"):
        pastikan(pengguna, Izin.MEMULIHKAN)

        def coba(kunci: SeluruhKunci) -> None:
            aktif = gudang.aktif()
            if kunci and aktif is not None:
                _pastikan_terbuka(kunci, gudang.lembar(aktif), gudang.lembar(nomor))
            gudang.pulihkan(nomor, pengguna.nama, catatan, (aktif, kunci))

        _menurut_kunci(gudang, coba)


def _menurut_kunci(gudang: Gudang, coba: Callable[[SeluruhKunci], T]) -> T:
    """Do what moves the pointer with the locks that hold; where others came meanwhile, it is held against those."""
    for _ in range(COBA_KUNCI):
        with suppress(KeadaanBerubah):
            return coba(gudang.terkunci())
    raise KeadaanBerubah


def _pastikan_terbuka(kunci: SeluruhKunci, lama: Sequence[LembarMentah], baru: Sequence[LembarMentah]) -> None:
    tahan = tertahan(kunci, Sisi.dari(lama), Sisi.dari(baru), bandingkan_buku(lama, baru), lambda *_: "")
    if tahan:
        pertama, lagi = tahan[0].temuan, len(tahan) - 1
        isi = f"{pertama.lembar}: {pertama.pesan}" if pertama.lembar else pertama.pesan
        isi += f"; dan {format_angka(lagi)} perubahan lain" if lagi else ""
        periode = daftar(list(dict.fromkeys(t.periode for t in tahan)))
        raise PeriodeTerkunci(f"Perubahan ini menyentuh periode yang terkunci: {periode}. {isi}")


def kunci_periode(gudang: Gudang, tahun: int, periode: str, pengguna: Pengguna, alasan: str) -> None:
    """Lock a year (Tahunan) or a quarter (TW I to TW IV); raises TidakBerhak, and TidakAda for no year."""
    with mencatat(gudang, pengguna, f"mengunci {periode} {tahun}"):
        pastikan(pengguna, Izin.MENGUNCI)
    if not TAHUN_AWAL <= tahun <= TAHUN_AKHIR:
        raise TidakAda(f"Tahun {tahun}")
    gudang.kunci_periode(tahun, periode, pengguna.nama, alasan)


def buka_kunci(gudang: Gudang, tahun: int, periode: str, pengguna: Pengguna, alasan: str) -> None:
    """Unlock a year or a quarter; raises TidakBerhak, and TidakAda when it is not locked."""
    with mencatat(gudang, pengguna, f"membuka kunci {periode} {tahun}"):
        pastikan(pengguna, Izin.MENGUNCI)
    if not TAHUN_AWAL <= tahun <= TAHUN_AKHIR:
        raise TidakAda(f"Kunci {periode} {tahun}")
    gudang.buka_kunci(tahun, periode, pengguna.nama, alasan)


def nama_aman(nama: str) -> str:
    """Return a file name as it may be stored: no folders, no control or direction marks, not too long."""
    polos = "".join(c for c in PureWindowsPath(nama).name if c.isprintable() and c not in '<>:"|?*').strip(" .")
    akhir = polos[-NAMA_MAKS:].encode()[-BYTE_MAKS:].decode(errors="ignore").strip(" .")
    awal = "_" if NAMA_ALAT.match(akhir) else ""
    return f"{awal}{akhir}" if akhir else "buku_kerja.xlsx"


PENGELOLA_SISTEM = Pengguna("sistem", PeranPengguna.ADMIN)
"""Who publishes the workbook of the installation into an empty store."""
