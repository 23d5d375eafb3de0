"""One table being made into a part: its columns, what was answered, and all that is found on the way."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja.buku.katalog.katalog import Kode
from kinerja.buku.pembaca import IsiSel, SelKhusus
from kinerja.buku.sel import SelSalah, baca_sel
from kinerja.buku.temuan import TemuanBuku, temuan
from kinerja.model.kolom import Kolom
from kinerja.model.skema import ANGGARAN
from kinerja.nilai.baca import (
    KELIPATAN,
    JenisNilai,
    Nilai,
    kelipatan_satuan,
    memakai_koma_ribuan,
    ribuan_ragu,
    tampak_koma_ribuan,
)
from kinerja.nilai.kata import tanda_sementara
from kinerja.nilai.kelompok import himpun
from kinerja.nilai.skala import Skala
from kinerja.susun.acuan import Acuan
from kinerja.susun.isi import berangka
from kinerja.susun.jenis.judul import kata, kelipatan
from kinerja.susun.model import (
    Baris,
    BarisDilewati,
    Jawaban,
    KolomTabel,
    NamaBelumPasti,
    Pertanyaan,
    Tanya,
    Tujuan,
    UjiJumlah,
)
from kinerja.susun.temukan import Blok

_KOMA_TIGA = re.compile(r"[1-9]\d{0,2},\d{3}")
_UANG = frozenset({"Pagu", "Pagu awal", "Realisasi"})
_CATATAN = 8
"""Rows at the end of a table among which its notes stand."""
SATU = Decimal(1)


@dataclass(kw_only=True)
class Kerja:
    """A table on its way.

    Attributes:
        blok: the table.
        kolom: its columns with their destinations.
        acuan: the names that stand with us.
        jawaban: what was said about it.
        isi: the answers that hold, said or read from the table.
        bagian: rows of the part by sheet.
        dipakai: rows of the table that stand in it.
        dilewati, jumlah, nama, tanya, temuan: as in `HasilSusun`.
    """

    blok: Blok
    kolom: tuple[KolomTabel, ...]
    acuan: Acuan
    jawaban: Jawaban
    isi: Mapping[Tanya, str]
    bagian: dict[str, list[Baris]] = field(default_factory=dict)
    dipakai: set[int] = field(default_factory=set)
    dilewati: list[BarisDilewati] = field(default_factory=list)
    jumlah: list[UjiJumlah] = field(default_factory=list)
    nama: dict[tuple[str, str], NamaBelumPasti] = field(default_factory=dict)
    tanya: list[Pertanyaan] = field(default_factory=list)
    temuan: list[TemuanBuku] = field(default_factory=list)

    def __post_init__(self) -> None:
        """See how the figures of the table are written: one style holds for all of it unless both stand in it."""
        self._lajur = himpun(((k.tujuan.lembar, k.tujuan.kolom), k) for k in self.kolom if k.tujuan)
        self._kelipatan = self._kali()
        self._terbaca: dict[tuple[str, str, bool], Decimal | None] = {}
        kolom = [int(k) for k in self.blok.data.columns]
        isi = ((k, s) for b in self.blok.data.to_numpy() for k, s in zip(kolom, b, strict=True) if isinstance(s, str))
        teks = [(k, s) for k, s in isi if berangka(s)]
        inggris = {k for k, t in teks if memakai_koma_ribuan(t) or tampak_koma_ribuan(t)}
        indonesia = any(t.count(".") > 1 or (0 <= t.rfind(".") < t.rfind(",")) for _, t in teks)
        self._koma_ribuan = inggris if indonesia or not inggris else {k.nomor for k in self.kolom}
        koma = himpun((k, t.strip()) for k, t in teks if "," in t and "." not in t)
        # 10,420 beside 9,744: thousands as the English write them, or three decimals.
        self._koma_tiga = {
            k
            for k, s in koma.items()
            if len(s) > 1 and k not in self._koma_ribuan and all(map(_KOMA_TIGA.fullmatch, s))
        }
        self._titik_desimal = {
            k
            for k, t in teks
            if "," not in t and t.count(".") == 1 and len(t.rstrip("% )").rpartition(".")[2]) in (1, 2)
        }

    def lajur(self, lembar: str, kolom: str) -> list[KolomTabel]:
        """Return the columns of the table that go to a column of ours."""
        return self._lajur.get((lembar, kolom), [])

    def salah(self, kode: Kode, baris: int, kolom: int, /, **isi: object) -> None:
        """Note a finding about a cell."""
        self.temuan.append(temuan(kode, self.blok.kisi.nama, self.blok.sel(baris, kolom), **isi))

    def lewati(self, baris: int, alasan: str) -> None:
        """Leave a row out, with the reason."""
        self.dilewati.append(BarisDilewati(baris=baris, alasan=alasan))

    def tulis(self, lembar: str, baris: int, isi: Mapping[str, str]) -> None:
        """Put a row into the part; empty cells are left out."""
        self.bagian.setdefault(lembar, []).append({k: v for k, v in isi.items() if v})
        self.dipakai.add(baris)

    def belum_pasti(
        self, jenis: str, tertulis: str, usulan: str | None, sel: str, *, baru: str = "", kode: str = ""
    ) -> None:
        """Ask about a name once, wherever it stands again."""
        pilih = usulan or baru or tertulis
        nama = NamaBelumPasti(jenis=jenis, tertulis=tertulis, usulan=pilih, baru=usulan is None, sel=sel, kode=kode)
        if (jenis, tertulis) not in self.nama:
            self.nama[jenis, tertulis] = nama
            mirip = f"; yang paling mirip “{usulan}”" if usulan else ""
            self.temuan.append(
                temuan(Kode.SUSUN_NAMA, self.blok.kisi.nama, sel, jenis=jenis, isi=tertulis, mirip=mirip)
            )

    def tanyakan(self, apa: Tanya, kalimat: str, pilihan: tuple[str, ...] = ()) -> None:
        """Ask something about the whole table, once."""
        if not any(p.apa is apa for p in self.tanya):
            self.tanya.append(Pertanyaan(apa=apa, kalimat=kalimat, pilihan=pilihan))

    def dijawab(self, jenis: str, tertulis: str) -> str | None:
        """Return what a person has said that a name of the table is called with us."""
        return self.jawaban.nama.get(jenis, {}).get(tertulis)

    def baca(
        self, kolom: Kolom, baris: int, nomor: int, isi: IsiSel, satuan: str = "", skala: Skala | None = None
    ) -> Nilai | None:
        """Read a figure by our own reader; None where none is there or it cannot be read, which is then noted."""
        ribuan = nomor in self._koma_ribuan
        teks = isi if isinstance(isi, str) else ""
        beragu = nomor in self._titik_desimal or nomor in self._koma_tiga
        ragu = ribuan_ragu(teks) if teks and not ribuan and beragu else None
        try:
            if ragu is not None and (ragu[1] == ".") == (nomor in self._titik_desimal):
                # Beside figures with a dot before their decimals, 85.833 may be either.
                raise SelSalah(Kode.KOMA_GANDA, **_ganda(teks, ragu))
            nilai = baca_sel(kolom, isi, lambda: (satuan, skala), koma_ribuan=ribuan, koma_ragu=ribuan)
        except SelSalah as salah:
            self.temuan.append(
                temuan(salah.kode, self.blok.kisi.nama, self.blok.sel(baris, nomor), kolom.nama, **salah.isi)
            )
            return None
        return nilai if isinstance(nilai, Nilai) and nilai.ada else None

    def uang(self, kolom: Kolom, baris: int, nomor: int, isi: IsiSel) -> Decimal | None:
        """Read an amount of money."""
        kali = self._kelipatan.get(nomor, SATU)
        if not isinstance(isi, str) or nomor in self._titik_desimal:
            nilai = self.baca(kolom, baris, nomor, isi)
            return None if nilai is None or nilai.angka is None else nilai.angka * kali
        # The same text is the same amount, and most cells of four kinds of belanja say 0,00.
        kunci = (kolom.nama, isi, nomor in self._koma_ribuan)
        if kunci not in self._terbaca:
            nilai = self.baca(kolom, baris, nomor, isi)
            if nilai is None:
                return None
            self._terbaca[kunci] = nilai.angka
        angka = self._terbaca[kunci]
        berkata = kali != SATU and not set(kata(isi)).isdisjoint(KELIPATAN)
        return angka if angka is None or berkata else angka * kali

    def _kali(self) -> dict[int, Decimal]:
        """Return by column the multiple in which its money is written, where title or header says one, and say so."""
        # A note below the table says it, too: *) dalam ribuan rupiah.
        bawah = [s for b in self.blok.data.tail(_CATATAN).to_numpy() for s in b if isinstance(s, str)]
        kata_kata = [*(t for _, t in self.blok.atas), *(s for s in bawah if "dalam" in kata(s))]
        atas = next((kali for teks in kata_kata if (kali := kelipatan(teks))), None)
        hasil: dict[int, Decimal] = {}
        for k in self.kolom:
            kata_saja = kelipatan_satuan(k.judul)
            kelip = kelipatan(k.judul) or ((kata_saja, KELIPATAN[kata_saja]) if kata_saja else atas)
            if kelip and k.tujuan and k.tujuan.lembar == ANGGARAN.nama and k.tujuan.kolom in _UANG:
                if not hasil:
                    isi = {"kata": kelip[0], "kali": f"{kelip[1]:,}".replace(",", ".")}
                    self.salah(Kode.SUSUN_KELIPATAN, self.blok.judul_akhir, k.nomor, **isi)
                hasil[k.nomor] = kelip[1]
        return hasil


def _ganda(teks: str, ragu: tuple[str, str, str]) -> dict[str, str]:
    depan, tanda, belakang = ragu
    return {
        "isi": teks,
        "tanda": "titik" if tanda == "." else "koma",
        "ribuan": f"{depan}{belakang}",
        "desimal": f"{depan},{belakang}0",
    }


def teks_nilai(nilai: Nilai, isi: IsiSel) -> str:
    """Write a figure that was read so that our workbook reads the same again."""
    if nilai.jenis is JenisNilai.ANGKA and (nilai.gaya_inggris or not isinstance(isi, str | SelKhusus)):
        return teks_angka(nilai.bilangan)
    tanda = "*" if tanda_sementara(nilai.tanda) else ""
    return f"{nilai.teks}{tanda}"


def teks_angka(angka: Decimal) -> str:
    """Write a number without separators of thousands, with a decimal comma."""
    return f"{angka:f}".replace(".", ",")


def pilih_lajur(kolom: Iterable[KolomTabel], tujuan: Mapping[int, Tujuan]) -> tuple[KolomTabel, ...]:
    """Return the columns with the destinations that were found for some of them."""
    return tuple(
        KolomTabel(nomor=k.nomor, judul=k.judul, tujuan=tujuan.get(k.nomor), tersembunyi=k.tersembunyi) for k in kolom
    )
