"""LRA of SIPD and its relatives: budget realisation down to sub kegiatan, with accounts below."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from kantor.bentuk import Bentuk, Gaya, Jumlah, Kisi, TabelKantor, cetak_uang, pecah, rupiah
from kantor.pohon import NAMA_OPD, OPD, PROGRAM, REKENING, Simpul, pilih_program

JENIS_BELANJA = ("Operasi", "Modal", "Tidak Terduga", "Transfer")
OPD_LAIN = "DISDIK"
BIDANG = {"1.02": ("KESEHATAN", NAMA_OPD), "1.01": ("PENDIDIKAN", "Dinas Pendidikan")}
Uang = tuple[Decimal, Decimal]


@dataclass(frozen=True, kw_only=True)
class RagamLra:
    """What varies in an LRA besides its shape."""

    kode: str = "satu"
    """`satu` column, `tiga` (one a level), `lima` (parts), `menyatu` (code and name in one cell), `tanpa`,
    `nama` (a column of names a level, one row a sub kegiatan)."""
    uang: str = "tunggal"
    """`tunggal`, `jenis` (Anggaran over kinds), `belanja` (kinds over Anggaran), `bulan` (last month's, this, all)."""
    jumlah_kolom: bool = False
    """A column Jumlah beside the kinds of belanja."""
    persen: bool = False
    atas: bool = False
    """Rows of urusan, bidang urusan and OPD above the programs."""
    rekening: bool = False
    induk_kosong: bool = False
    """Programs and kegiatan carry no money."""
    awalan: bool = False
    """Names begin with Program, Kegiatan, Sub Kegiatan."""
    no: bool = False
    """A column of running numbers."""
    desimal: bool = False
    """English thousands with cents."""
    dua_opd: bool = False
    """A second office below the first, with programs of the same names."""
    ribu: str = ""
    """Money is printed in thousands, and the `judul` of the table or of each `kolom` says so."""
    tahun: int = 2025
    periode: str = ""


KOP = (
    "PEMERINTAH KABUPATEN CONTOH",
    "LAPORAN REALISASI ANGGARAN PENDAPATAN DAN BELANJA DAERAH",
    "TAHUN ANGGARAN 2025",
    ("SKPD", ":", "1.02.0.00.0.00.01.0000 DINAS KESEHATAN"),
    "Periode 1 Januari 2025 s.d. {akhir} 2025",
    ("Sumber dana", ":", "Semua"),
    ("Dicetak", ":", "02 Januari 2026 08:12"),
    "(dalam rupiah)",
)


def bangun_lra(benih: int, bentuk: Bentuk, ragam: RagamLra, folder: Path) -> TabelKantor:
    """Draw the table of a seed in a shape."""
    return Lra(Random(benih), bentuk, ragam).tabel(folder / "lra.xlsx")


class Lra:
    """One LRA while it is drawn."""

    def __init__(self, acak: Random, bentuk: Bentuk, ragam: RagamLra) -> None:
        self.acak, self.bentuk, self.ragam = acak, bentuk, ragam
        self.kisi = Kisi(bentuk)
        self.program = list(PROGRAM) if ragam.kode == "nama" else pilih_program(acak)
        self.opd = {p.kode: OPD for p in self.program}
        if ragam.dua_opd:
            lain = [_pindah(p) for p in self.program[:2]]
            self.program += lain
            self.opd |= {p.kode: OPD_LAIN for p in lain}
        self.uang = {s.kode: self._belanja() for s in self.sub()}
        self.dilewati: set[int] = set()
        self.letak: dict[str, int] = {}
        self.lebar_kode = {"tiga": 3, "lima": 5, "tanpa": 0, "menyatu": 0, "nama": 2}.get(ragam.kode, 1)
        self.nomor = 0
        self.di_atas = ""
        self.menunggu: list[str | None] = [None, None]

    def sub(self) -> Iterator[Simpul]:
        """Yield the leaves."""
        return (s for p in self.program for k in p.anak for s in k.anak)

    def _belanja(self) -> list[Uang]:
        """Draw pagu and realisasi of the four kinds; only the first always has money."""
        ada = [True, *(self.acak.random() < p for p in (0.4, 0.15, 0.15))]
        bulat = self.bentuk.gaya is Gaya.INGGRIS and not self.ragam.desimal
        bulat = bulat or bool(self.ragam.ribu)
        uang = [rupiah(self.acak, bulat=bulat) if a else (Decimal(0), Decimal(0)) for a in ada]
        if self.ragam.ribu:
            uang = [(p // 1000 * 1000, r // 1000 * 1000) for p, r in uang]
        return uang if self.ragam.uang in ("jenis", "belanja") else [_jumlah(uang)]

    def _isi(self, simpul: Simpul) -> list[Uang]:
        """Return the money of a node by kind: its own, or that of all leaves under it."""
        daun = [s.kode for s in self.sub() if s.kode.startswith(simpul.kode)]
        return [_jumlah([self.uang[d][i] for d in daun]) for i in range(len(self.uang[daun[0]]))]

    def tabel(self, berkas: Path) -> TabelKantor:
        """Draw everything and return it with its truth."""
        akhir = {"": "31 Desember", "TW II": "30 Juni"}[self.ragam.periode]
        kop = ("(dalam ribuan rupiah)", *KOP) if self.ragam.ribu == "judul" else KOP
        self.kisi.kop([k if isinstance(k, tuple) else k.format(akhir=akhir) for k in kop])
        jalur = self._jalur()
        judul = self.kisi.judul(jalur)
        for p in self.program:
            if self.ragam.atas and self.opd[p.kode] != self.opd.get(self.di_atas):
                self._atas(p)
            self.di_atas = p.kode
            self._baris(p, 0)
            for k in p.anak:
                self._baris(k, 1)
                for s in k.anak:
                    self._baris(s, 2)
                    self._rekening(s)
            if self.bentuk.subtotal:
                self.dilewati.add(self._tulis("", f"Jumlah {p.nama.title()}", self._isi(p), 0))
            if self.bentuk.sela:
                self.kisi.baris()
        semua = _jumlah([u for isi in self.uang.values() for u in isi])
        self._total()
        self.kisi.ttd(len(jalur))
        self._sembunyikan(jalur)
        return TabelKantor(
            berkas=self.kisi.tulis(berkas, "LRA"),
            jenis="lra",
            lembar="LRA",
            jawaban={
                "opd": OPD,
                "tahun": str(self.ragam.tahun),
                "periode": self.ragam.periode,
            },
            kebenaran={"Anggaran": [self._benar(p, k, s) for p in self.program for k in p.anak for s in k.anak]},
            boleh={"Anggaran": [*self._induk()]},
            tercetak={} if self.bentuk.jumlah is Jumlah.TIADA else {"Pagu": semua[0], "Realisasi": semua[1]},
            cocok={Jumlah.ADA: True, Jumlah.SALAH: False, Jumlah.TIADA: None}[self.bentuk.jumlah],
            dilewati=self.dilewati,
            judul=judul,
            tersembunyi=bool(self.kisi.baris_tersembunyi or self.kisi.kolom_tersembunyi),
        )

    # --- columns ------------------------------------------------------------------------------------------------------

    def _jalur(self) -> list[tuple[str, ...]]:
        kode: list[tuple[str, ...]] = {
            "satu": [("Kode",)],
            "tiga": [("Kode", "Program"), ("Kode", "Kegiatan"), ("Kode", "Sub Kegiatan")],
            "nama": [("Program",), ("Kegiatan",)],
            "lima": [("Kode", n) for n in ("Urusan", "Bidang", "Program", "Kegiatan", "Sub Kegiatan")],
        }.get(self.ragam.kode, [])
        uraian = {"tanpa": "Program/Kegiatan/Sub Kegiatan", "nama": "Sub Kegiatan"}.get(self.ragam.kode, "Uraian")
        no = [("No",)] if self.ragam.no else []
        ekor = [("%",)] if self.ragam.persen else []
        return [*no, *kode, (uraian,), *self._jalur_uang(), *ekor]

    def _jalur_uang(self) -> list[tuple[str, ...]]:
        jenis = [*JENIS_BELANJA, *(["Jumlah"] if self.ragam.jumlah_kolom else [])]
        tinggi = self.bentuk.tinggi
        if self.ragam.uang == "tunggal":
            if self.ragam.ribu == "kolom":
                return [("Anggaran (Ribu Rp)",), ("Realisasi (Ribu Rp)",)]
            return (
                [("Anggaran",), ("Realisasi",)]
                if tinggi == 1
                else [("Jumlah (Rp)", k) for k in ("Anggaran", "Realisasi")]
            )
        if self.ragam.uang == "bulan":
            kata = ("s.d. Bulan Lalu", "Bulan Ini", "s.d. Bulan Ini")
            return [("Anggaran",), *(("Realisasi", k) for k in kata)]
        atas = {3: ("Belanja",), 4: ("Tahun Anggaran 2025", "Belanja")}.get(tinggi, ())
        if self.ragam.uang == "jenis":
            return [(*atas, k, j) for k in ("Anggaran", "Realisasi") for j in jenis]
        sebut = "" if atas else "Belanja "
        return [(*atas, j if j == "Jumlah" else sebut + j, k) for j in jenis for k in ("Anggaran", "Realisasi")]

    def _sel_uang(self, isi: list[Uang]) -> list[Any]:
        if self.ragam.ribu:
            isi = [(p / 1000, r / 1000) for p, r in isi]
        sen = Decimal("0.01")
        if self.ragam.desimal:
            isi = [(u[0].quantize(sen), u[1].quantize(sen)) for u in isi]
        gaya, kini = self.bentuk.gaya, isi
        if self.ragam.uang == "bulan":
            pagu, realisasi = _jumlah(isi)
            lalu = (realisasi / 2).to_integral_value()
            return [cetak_uang(a, gaya) for a in (pagu, lalu, realisasi - lalu, realisasi)]
        if self.ragam.jumlah_kolom:
            kini = [*isi, _jumlah(isi)]
        if self.ragam.uang == "belanja":
            return [cetak_uang(a, gaya) for pasang in kini for a in pasang]
        return [cetak_uang(pasang[i], gaya) for i in (0, 1) for pasang in kini]

    def _kode(self, kode: str, tingkat: int) -> list[Any]:
        if self.ragam.kode == "satu":
            return [kode]
        if self.ragam.kode == "tiga":
            letak = min(tingkat, 2)
            return [kode if n == letak else None for n in range(3)]
        if self.ragam.kode != "lima":
            return []
        if kode.startswith("5"):
            return [None, None, None, None, kode]
        bagian = kode.split(".")
        potong = [*bagian[:3], *([".".join(bagian[3:5])] if bagian[3:5] else []), *bagian[5:]]
        return [*potong, *[None] * (5 - len(potong))]

    # --- rows ---------------------------------------------------------------------------------------------------------

    def _tulis(self, kode: str, nama: str, isi: list[Uang] | None, tingkat: int) -> int:
        self.nomor += 1
        if self.ragam.kode == "menyatu" and kode:
            nama = f"{kode} {nama}"
        uang = [None] * len(self._jalur_uang()) if isi is None else self._sel_uang(isi)
        persen = [] if not self.ragam.persen else [None if isi is None else _serapan(_jumlah(isi), self.bentuk.gaya)]
        no = [self.nomor] if self.ragam.no else []
        return self.kisi.baris(
            *no, *(self._kode(kode, tingkat) if kode else [None] * self.lebar_kode), nama, *uang, *persen
        )

    def _baris(self, simpul: Simpul, tingkat: int) -> None:
        if self.ragam.kode == "nama":
            self._baris_nama(simpul, tingkat)
            return
        awal = ("Program ", "Kegiatan ", "Sub Kegiatan ")[tingkat] if self.ragam.awalan else ""
        nama = simpul.nama
        if awal:
            nama = awal + nama.removeprefix("PROGRAM ")
        isi = None if self.ragam.induk_kosong and tingkat < 2 else self._isi(simpul)
        self.letak[simpul.kode] = self._tulis(simpul.kode, nama, isi, tingkat)

    def _baris_nama(self, simpul: Simpul, tingkat: int) -> None:
        """Write a sub kegiatan beside its program and kegiatan, which stand at their first row alone."""
        if tingkat < 2:
            self.menunggu[tingkat] = simpul.nama
            return
        self.nomor += 1
        no = [self.nomor] if self.ragam.no else []
        isi = self._sel_uang(self._isi(simpul))
        self.letak[simpul.kode] = self.kisi.baris(*no, *self.menunggu, simpul.nama, *isi)
        self.menunggu = [None, None]

    def _atas(self, program: Simpul) -> None:
        bidang = program.kode[:4]
        milik = [u for kode, u in self.uang.items() if kode.startswith(bidang)]
        semua = [_jumlah([u[i] for u in milik]) for i in range(len(milik[0]))]
        nama_bidang, nama_opd = BIDANG[bidang]
        for kode, nama in (
            ("1", "URUSAN PEMERINTAHAN WAJIB YANG BERKAITAN DENGAN PELAYANAN DASAR"),
            (bidang, f"URUSAN PEMERINTAHAN BIDANG {nama_bidang}"),
            (f"{bidang}.0.00.0.00.01.0000", nama_opd.upper()),
        ):
            if self.ragam.kode == "lima" and kode.count(".") > 4:
                continue
            self.dilewati.add(self._tulis(kode, nama, semua, 0))

    def _rekening(self, sub: Simpul) -> None:
        if not self.ragam.rekening:
            return
        isi = self.uang[sub.kode]
        banyak = self.acak.randint(1, 3)
        pecahan = [[pecah(self.acak, u[i], banyak) for i in (0, 1)] for u in isi]
        for n, (kode, nama) in enumerate(self.acak.sample(REKENING, banyak)):
            uang = [(p[0][n], p[1][n]) for p in pecahan]
            self.dilewati.add(self._tulis(kode, nama, uang, 3))

    def _total(self) -> None:
        if self.bentuk.jumlah is Jumlah.TIADA:
            return
        jenis = [_jumlah([u[i] for u in self.uang.values()]) for i in range(len(next(iter(self.uang.values()))))]
        if self.bentuk.jumlah is Jumlah.SALAH:
            jenis[0] = (jenis[0][0] + 1_000_000, jenis[0][1])
        self._tulis("", "JUMLAH", jenis, 0)

    def _sembunyikan(self, jalur: list[tuple[str, ...]]) -> None:
        if self.bentuk.baris_tersembunyi:
            self.kisi.baris_tersembunyi.append(self.letak[self.acak.choice(list(self.uang))])
        if self.bentuk.kolom_tersembunyi:
            self.kisi.kolom_tersembunyi.append(len(jalur) - 1)

    # --- truth --------------------------------------------------------------------------------------------------------

    def _benar(self, program: Simpul, kegiatan: Simpul | None, sub: Simpul | None) -> dict[str, Any]:
        simpul = sub or kegiatan or program
        pagu, realisasi = _jumlah(self._isi(simpul))
        return {
            "Kode OPD": self.opd[program.kode],
            "Tahun": self.ragam.tahun,
            "Periode": self.ragam.periode or "Tahunan",
            "Kode": "" if self.ragam.kode in ("tanpa", "nama") else simpul.kode,
            "Program": program.nama,
            "Kegiatan": kegiatan.nama if kegiatan else "",
            "Sub kegiatan": sub.nama if sub else "",
            "Pagu": pagu,
            "Realisasi": realisasi,
        }

    def _induk(self) -> Iterator[dict[str, Any]]:
        for p in self.program:
            yield self._benar(p, None, None)
            yield from (self._benar(p, k, None) for k in p.anak)


def _pindah(simpul: Simpul) -> Simpul:
    """Return the same program as another office has it: other codes, the same names."""
    return replace(simpul, kode=f"1.01{simpul.kode[4:]}", anak=tuple(map(_pindah, simpul.anak)))


def _jumlah(uang: list[Uang]) -> Uang:
    return sum((u[0] for u in uang), Decimal(0)), sum((u[1] for u in uang), Decimal(0))


def _serapan(uang: Uang, gaya: Gaya) -> Any:
    persen = (uang[1] / uang[0] * 100).quantize(Decimal("0.01")) if uang[0] else Decimal(0)
    return float(persen) if gaya is Gaya.ANGKA else f"{persen}".replace(".", ",")


def lra_besar(berkas: Path, baris: int, benih: int = 1) -> Path:
    """Write an LRA of about so many rows, for the bench: many kegiatan of one program, accounts below each."""
    acak = Random(benih)
    sub: list[Simpul] = []
    asal = pilih_program(acak)[0]
    ukur = asal.ukur
    kegiatan = []
    while len(kegiatan) * 16 < baris:
        n = len(kegiatan) + 1
        kode = f"1.02.{2 + n // 99:02d}.2.{n % 99 + 1:02d}"
        sub = [
            Simpul(kode=f"{kode}.{i:04d}", nama=f"Penyelenggaraan Layanan {n} Bagian {i}", ukur=ukur)
            for i in range(1, 6)
        ]
        kegiatan.append(Simpul(kode=kode, nama=f"Layanan Kesehatan Wilayah {n}", ukur=ukur, anak=tuple(sub)))
    bentuk = Bentuk(kop=4, tinggi=3, gaya=Gaya.SIPD, jumlah=Jumlah.ADA, ttd=True)
    lra = Lra(acak, bentuk, RagamLra(uang="belanja", rekening=True))
    per_program: dict[str, list[Simpul]] = {}
    for k in kegiatan:
        per_program.setdefault(k.kode[:7], []).append(k)
    lra.opd = dict.fromkeys(per_program, OPD)
    lra.program = [
        replace(asal, kode=kode, nama=f"PROGRAM LAYANAN {kode}", anak=tuple(isi)) for kode, isi in per_program.items()
    ]
    lra.uang = {s.kode: lra._belanja() for s in lra.sub()}
    return lra.tabel(berkas).berkas
