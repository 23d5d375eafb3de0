"""Performance tables: the evaluation of Renja (Formulir E.81), targets by quarter, a year, several years."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from kantor.bentuk import Bentuk, Gaya, Jumlah, Kisi, TabelKantor, cetak_nilai, cetak_uang, pecah, rupiah
from kantor.pohon import OPD, SASARAN, Simpul, Ukur, pilih_program

TW = ("TW I", "TW II", "TW III", "TW IV")
ROMAWI = ("I", "II", "III", "IV")


@dataclass(frozen=True, kw_only=True)
class RagamRenja:
    """What varies in Formulir E.81 besides its shape."""

    kode: bool = True
    """A column of codes; without, the words Program, Kegiatan, Sub Kegiatan tell the level."""
    satuan: bool = True
    """A column of units; without, the unit stands behind the figure."""
    hingga: int = 4
    """So many quarters are filled."""
    kumulatif: bool = False
    """Each quarter's rupiah includes those before it, and the header says so."""
    kosong: str | None = None
    """What stands where a quarter is not filled."""
    renstra: bool = True
    """Columns of the plan: its target and what was reached until last year."""
    volume: bool = False
    """Each K is a volume and its unit, as a plugin of SIPD prints it: four header rows."""
    penutup: bool = False
    """Rows under the table: mean, predikat, pushing and hindering factors."""
    ganda: bool = False
    """Programs have two indicators in one cell, parted by a line break."""
    tahun: int = 2025


KOP = (
    "Formulir E.81",
    "EVALUASI TERHADAP HASIL RENJA PERANGKAT DAERAH LINGKUP KABUPATEN CONTOH",
    "RENJA DINAS KESEHATAN KABUPATEN CONTOH",
    "PERIODE PELAKSANAAN TAHUN 2025",
    "Indikator dan target kinerja Perangkat Daerah yang mengacu pada sasaran RKPD:",
    "...............................................................",
    "",
    "",
)
UNIT = "Unit Perangkat Daerah Penanggung Jawab"
PENUTUP = (
    "Rata-rata capaian kinerja (%)",
    "Predikat kinerja",
    "Faktor pendorong keberhasilan pencapaian kinerja: ketersediaan tenaga",
    "Faktor penghambat pencapaian kinerja: jarak tempuh",
    "Tindak lanjut yang diperlukan dalam triwulan berikutnya: penjadwalan ulang",
)


def bangun_renja(benih: int, bentuk: Bentuk, ragam: RagamRenja, folder: Path) -> TabelKantor:
    """Draw the form of a seed in a shape; its header has three rows."""
    return Renja(Random(benih), bentuk, ragam).tabel(folder / "renja.xlsx")


def angka_ukur(acak: Random, ukur: Ukur) -> tuple[Decimal, list[Decimal]]:
    """Draw a target and the four quarters of an indicator by its Akumulasi."""
    if ukur.akumulasi == "Jumlah":
        target = Decimal(acak.randint(8, 480))
        return target, pecah(acak, Decimal(acak.randint(4, int(target))), 4)
    target = Decimal(acak.randrange(3000, 9900)).scaleb(-2)
    return target, sorted(Decimal(acak.randrange(1000, 9900)).scaleb(-2) for _ in range(4))


def menurun(ukur: Ukur, tiap: list[Decimal]) -> list[Decimal]:
    """Return quarters of a sum in an order that only their own figures can have: those that hold others never fall."""
    if ukur.akumulasi != "Jumlah":
        return tiap
    urut = sorted(tiap, reverse=True)
    return [urut[0] + 1, *urut[1:]]


class Renja:
    """One Formulir E.81 while it is drawn."""

    def __init__(self, acak: Random, bentuk: Bentuk, ragam: RagamRenja) -> None:
        self.acak, self.bentuk, self.ragam = acak, bentuk, ragam
        self.kisi = Kisi(bentuk)
        self.program = pilih_program(acak)
        self.uang = {s.kode: self._belanja() for p in self.program for k in p.anak for s in k.anak}
        self.capaian: list[dict[str, Any]] = []
        self.boleh: dict[str, list[dict[str, Any]]] = {"Capaian": [], "Anggaran": []}
        self.anggaran: list[dict[str, Any]] = []
        self.dilewati: set[int] = set()
        self.letak: list[int] = []

    def _belanja(self) -> tuple[Decimal, list[Decimal]]:
        """Draw pagu and what each quarter spent of it."""
        pagu, realisasi = rupiah(self.acak, bulat=True)
        tiap = pecah(self.acak, realisasi, 4)
        return pagu, [t if n < self.ragam.hingga else Decimal(0) for n, t in enumerate(tiap)]

    def _isi(self, simpul: Simpul) -> tuple[Decimal, list[Decimal]]:
        daun = [u for kode, u in self.uang.items() if kode.startswith(simpul.kode)]
        return sum((d[0] for d in daun), Decimal(0)), [sum((d[1][n] for d in daun), Decimal(0)) for n in range(4)]

    def tabel(self, berkas: Path) -> TabelKantor:
        """Draw everything and return it with its truth."""
        self.kisi.kop(KOP)
        jalur = self._jalur()
        judul = self.kisi.judul(jalur, self._nomor(jalur))
        for p in self.program:
            self._baris(1, p, p, None)
            for k in p.anak:
                self._baris(2, k, p, k)
                for s in k.anak:
                    self._baris(3, s, p, k)
            if self.bentuk.sela:
                self.kisi.baris()
        semua = self._jumlah(jalur)
        if self.ragam.penutup:
            self.kisi.baris()
            for kata in PENUTUP:
                self.kisi.baris(None, kata)
        self.kisi.ttd(len(jalur))
        if self.bentuk.baris_tersembunyi:
            self.kisi.baris_tersembunyi.append(self.acak.choice(self.letak))
        if self.bentuk.kolom_tersembunyi:
            self.kisi.kolom_tersembunyi.append(len(jalur) - 1)
        return TabelKantor(
            berkas=self.kisi.tulis(berkas, "E.81"),
            jenis="pengukuran",
            lembar="E.81",
            jawaban={"opd": OPD, "tahun": str(self.ragam.tahun)},
            kebenaran={"Capaian": self.capaian, "Anggaran": self.anggaran},
            boleh=self.boleh,
            tercetak=semua,
            cocok={Jumlah.ADA: True, Jumlah.SALAH: False, Jumlah.TIADA: None}[self.bentuk.jumlah],
            dilewati=self.dilewati,
            judul=judul,
            tersembunyi=bool(self.kisi.baris_tersembunyi or self.kisi.kolom_tersembunyi),
        )

    def _jalur(self) -> list[tuple[str, ...]]:
        r = self.ragam
        tw = "Realisasi Kinerja s.d. Triwulan" if r.kumulatif else "Realisasi Kinerja pada Triwulan"
        pasang = [
            *(
                [
                    ("Target Renstra Perangkat Daerah pada Tahun 2026",),
                    ("Realisasi Capaian Kinerja Renstra s.d. Renja Tahun Lalu (2024)",),
                ]
                if r.renstra
                else []
            ),
            (f"Target Kinerja dan Anggaran Renja Tahun Berjalan {r.tahun} yang Dievaluasi",),
            *((tw, n) for n in ROMAWI),
            ("Realisasi Capaian Kinerja dan Anggaran Renja yang Dievaluasi",),
            ("Tingkat Capaian Kinerja dan Realisasi Anggaran Renja (%)",),
        ]
        tinggi = self.bentuk.tinggi
        tiga = [p if len(p) == 2 else (*p, "") for p in pasang]
        if r.volume:
            semua = [(*p, *k) for p in tiga[:-1] for k in (("K", "Volume"), ("K", "Satuan"), ("Rp",))]
            return [*self._jalur_awal(), *semua, (*tiga[-1], "K"), (*tiga[-1], "Rp"), (UNIT,)]
        dua = [(*p, k) if tinggi > 2 else (" ".join(filter(None, p)), k) for p in tiga for k in ("K", "Rp")]
        return [*self._jalur_awal(), *dua, (UNIT,)]

    def _jalur_awal(self) -> list[tuple[str, ...]]:
        r = self.ragam
        kode, satuan = ([(n,)] if ada else [] for n, ada in (("Kode", r.kode), ("Satuan", r.satuan)))
        ukur = ("Indikator Kinerja Program (Outcome)/Kegiatan (Output)",)
        return [("No",), *kode, ("Program/Kegiatan/Sub Kegiatan",), ukur, *satuan]

    def _nomor(self, jalur: list[tuple[str, ...]]) -> list[str]:
        """Number the columns as the form does: K and Rp share one number, sums show how they are made."""
        nomor, hasil = 0, []
        for kata in jalur:
            if kata[-1] not in ("Rp", "Satuan") or len(kata) == 1:
                nomor += 1
            rumus = "" if self.ragam.kumulatif or "Realisasi Capaian Kinerja dan Anggaran" not in kata[0] else "="
            hasil.append(f"{nomor}{rumus}{f'{nomor - 4}+{nomor - 3}+{nomor - 2}+{nomor - 1}' if rumus else ''}")
        return hasil

    def _baris(self, tingkat: int, simpul: Simpul, program: Simpul, kegiatan: Simpul | None) -> None:
        r, gaya = self.ragam, self.bentuk.gaya
        ukuran = [simpul.ukur]
        if r.ganda and tingkat == 1:
            ukuran.append(SASARAN[self.program.index(simpul)][1])
        angka = [angka_ukur(self.acak, u) for u in ukuran]
        satuan_gaya = gaya if r.satuan or r.volume else Gaya.BERSATUAN
        k_sel: list[list[Any]] = [
            [self._k(u, a, i, satuan_gaya) for i in range(6)] for u, a in zip(ukuran, angka, strict=True)
        ]
        pagu, tiap = self._isi(simpul)
        berjalan = [sum(tiap[: n + 1], Decimal(0)) for n in range(4)]
        rp_tw = berjalan if r.kumulatif else tiap
        rp = [
            cetak_uang(pagu, gaya),
            *(cetak_uang(u, gaya) if n < r.hingga else None for n, u in enumerate(rp_tw)),
            cetak_uang(sum(tiap, Decimal(0)), gaya),
        ]
        k = [_gabung([s[i] for s in k_sel]) for i in range(6)]
        if r.renstra:
            k = [k[0], cetak_nilai(Decimal(11), gaya), *k]
            rp = [cetak_uang(pagu * 5, gaya), cetak_uang(pagu * 3, gaya), *rp]
        satuan = _gabung([u.satuan for u in ukuran])
        renja = (k, [satuan] * len(k), rp) if r.volume else (k, rp)
        persen = [cetak_nilai(Decimal("87.50"), Gaya.INDONESIA), cetak_nilai(Decimal("91.20"), Gaya.INDONESIA)]
        nama = simpul.nama
        if not r.kode:
            nama = ("Program ", "Kegiatan ", "Sub Kegiatan ")[tingkat - 1] + nama.removeprefix("PROGRAM ")
        self.letak.append(
            self.kisi.baris(
                len(self.letak) + 1,
                *([simpul.kode] if r.kode else []),
                nama,
                _gabung([u.nama for u in ukuran]),
                *([satuan] if r.satuan else []),
                *(sel for pasang in zip(*renja, strict=True) for sel in pasang),
                *persen,
                "Dinas Kesehatan",
            )
        )
        for u, (target, triwulan) in zip(ukuran, angka, strict=True):
            self._benar_k(u, target, triwulan)
        self._benar_rp(tingkat, simpul, program, kegiatan, (pagu, berjalan))

    def _k(self, ukur: Ukur, angka: tuple[Decimal, list[Decimal]], letak: int, gaya: Gaya) -> Any:
        """Print target (0), a quarter (1 to 4) or the year so far (5) of an indicator."""
        target, tiap = angka
        r = self.ragam
        if letak == 0:
            return cetak_nilai(target, gaya, ukur.satuan)
        if letak == 5:
            return cetak_nilai(_setahun(ukur, tiap[: r.hingga]), gaya, ukur.satuan)
        if letak > r.hingga:
            return r.kosong
        nilai = _setahun(ukur, tiap[:letak]) if r.kumulatif else tiap[letak - 1]
        return cetak_nilai(nilai, gaya, ukur.satuan)

    def _benar_k(self, ukur: Ukur, target: Decimal, tiap: list[Decimal]) -> None:
        kunci = {"Kode indikator": ukur.kode, "Tahun": self.ragam.tahun}
        self.capaian.append({**kunci, "Periode": "Tahunan", "Target": target})
        for n in range(self.ragam.hingga):
            self.capaian.append({**kunci, "Periode": TW[n], "Realisasi": tiap[n]})
        tahunan = {**kunci, "Periode": "Tahunan", "Capaian dilaporkan": Decimal("87.5")}
        if self.ragam.hingga == 4:
            tahunan["Realisasi"] = _setahun(ukur, tiap)
        self.boleh["Capaian"].append(tahunan)

    def _benar_rp(
        self,
        tingkat: int,
        simpul: Simpul,
        program: Simpul,
        kegiatan: Simpul | None,
        uang: tuple[Decimal, list[Decimal]],
    ) -> None:
        pagu, berjalan = uang
        kunci = {
            "Kode OPD": OPD,
            "Tahun": self.ragam.tahun,
            "Kode": simpul.kode if self.ragam.kode else "",
            "Program": program.nama,
            "Kegiatan": kegiatan.nama if kegiatan else "",
            "Sub kegiatan": simpul.nama if tingkat == 3 else "",
        }
        baris = [{**kunci, "Periode": TW[n], "Pagu": pagu, "Realisasi": berjalan[n]} for n in range(self.ragam.hingga)]
        (self.anggaran if tingkat == 3 else self.boleh["Anggaran"]).extend(baris)
        tahunan = {**kunci, "Periode": "Tahunan", "Pagu": pagu}
        if self.ragam.hingga == 4:
            tahunan["Realisasi"] = berjalan[3]
        self.boleh["Anggaran"].append(tahunan)

    def _jumlah(self, jalur: list[tuple[str, ...]]) -> dict[str, Decimal]:
        """Print the total of the rupiah of target and year so far."""
        if self.bentuk.jumlah is Jumlah.TIADA:
            return {}
        pagu = sum((u[0] for u in self.uang.values()), Decimal(0))
        realisasi = sum((sum(u[1], Decimal(0)) for u in self.uang.values()), Decimal(0))
        salah = 1_000_000 if self.bentuk.jumlah is Jumlah.SALAH else 0
        sel: list[Any] = [None] * len(jalur)
        rp = [n for n, kata in enumerate(jalur) if kata[-1] == "Rp"]
        awal = 2 if self.ragam.renstra else 0
        sel[0] = "JUMLAH"
        sel[rp[awal]] = cetak_uang(pagu + salah, self.bentuk.gaya)
        sel[rp[awal + 5]] = cetak_uang(realisasi, self.bentuk.gaya)
        self.kisi.baris(*sel)
        return {"Pagu": pagu, "Realisasi": realisasi}


def _setahun(ukur: Ukur, tiap: list[Decimal]) -> Decimal:
    return sum(tiap, Decimal(0)) if ukur.akumulasi == "Jumlah" else tiap[-1]


def _gabung(sel: list[Any]) -> Any:
    """Put several things into one cell, a line each; a single one stays what it is."""
    if len(sel) == 1:
        return sel[0]
    return None if all(s is None for s in sel) else "\n".join(_teks(s) for s in sel)


def _teks(sel: Any) -> str:
    if hasattr(sel, "pecahan"):
        return f"{round(sel.pecahan * 100, 2)}%".replace(".", ",")
    return str(sel).replace(".", ",") if isinstance(sel, float) else "" if sel is None else str(sel)


# --- tables of an office's own indicators -----------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class RagamKinerja:
    """What varies in a table of target and realisasi besides its shape."""

    susunan: str = "tahun"
    """`tahun` (one year), `triwulan` (targets and realisasi by quarter), `banyak` (several years), `sd` (realisasi
    until each quarter, target of the year)."""
    satuan: bool = True
    sasaran_gabung: bool = False
    """A sasaran stands once, merged down over its indicators."""
    ganda: bool = False
    """The indicators of a sasaran stand in one cell."""
    target: str = ""
    """`batas`, `rentang`: how targets are written."""
    predikat: bool = False
    """A row whose values are grades."""
    capaian: bool = False
    no: bool = True
    tahun: tuple[int, ...] = (2025,)


KOP_KINERJA = (
    "PENGUKURAN KINERJA",
    "DINAS KESEHATAN KABUPATEN CONTOH",
    "Tahun 2025",
    ("Perangkat daerah", ":", "Dinas Kesehatan"),
    ("Tahun", ":", "2025"),
    "Lampiran Perjanjian Kinerja",
    "",
    "",
)


def bangun_kinerja(benih: int, bentuk: Bentuk, ragam: RagamKinerja, folder: Path) -> TabelKantor:
    """Draw the table of a seed in a shape."""
    return Kinerja(Random(benih), bentuk, ragam).tabel(folder / "kinerja.xlsx")


class Kinerja:
    """One table of indicators while it is drawn."""

    def __init__(self, acak: Random, bentuk: Bentuk, ragam: RagamKinerja) -> None:
        self.acak, self.bentuk, self.ragam = acak, bentuk, ragam
        self.kisi = Kisi(bentuk)
        self.capaian: list[dict[str, Any]] = []
        self.boleh: list[dict[str, Any]] = []

    def tabel(self, berkas: Path) -> TabelKantor:
        """Draw everything and return it with its truth."""
        self.kisi.kop(KOP_KINERJA)
        jalur = self._jalur()
        judul = self.kisi.judul(jalur)
        for n, (sasaran, ukuran) in enumerate(self._kelompok(), 1):
            self._sasaran(n, sasaran, ukuran)
            if self.bentuk.sela:
                self.kisi.baris()
        self.kisi.ttd(len(jalur))
        return TabelKantor(
            berkas=self.kisi.tulis(berkas, "IKU"),
            jenis="pengukuran",
            lembar="IKU",
            jawaban={"opd": OPD, **({"tahun": str(self.ragam.tahun[0])} if len(self.ragam.tahun) == 1 else {})},
            kebenaran={"Capaian": self.capaian},
            boleh={"Capaian": self.boleh},
            judul=judul,
        )

    def _kelompok(self) -> Iterator[tuple[str, list[Ukur]]]:
        for sasaran in dict.fromkeys(s for s, _ in SASARAN):
            ukuran = [u for s, u in SASARAN if s == sasaran and (self.ragam.predikat or not u.skala)]
            if ukuran:
                yield sasaran, ukuran

    def _jalur(self) -> list[tuple[str, ...]]:
        r, tinggi = self.ragam, self.bentuk.tinggi
        awal = [*([("No",)] if r.no else []), ("Sasaran Strategis",), ("Indikator Kinerja",)]
        satuan = [("Satuan",)] if r.satuan else []
        if r.susunan == "tahun":
            angka = (
                [("Target",), ("Realisasi",)]
                if tinggi == 1
                else [(f"Tahun {r.tahun[0]}", k) for k in ("Target", "Realisasi")]
            )
        elif r.susunan == "triwulan":
            angka = [("Target", "Tahunan"), *(("Target", t) for t in TW), *(("Realisasi", t) for t in TW)]
        elif r.susunan == "sd":
            angka = [("Target",), *(("Realisasi", f"s.d. Triwulan {n}") for n in ROMAWI)]
        else:
            angka = [(str(t), k) for t in r.tahun for k in ("Target", "Realisasi")]
        return [*awal, *satuan, *angka, *([("Capaian (%)",)] if r.capaian else [])]

    def _sasaran(self, nomor: int, sasaran: str, ukuran: list[Ukur]) -> None:
        sel = [self._sel(u) for u in ukuran]
        depan = [*([nomor] if self.ragam.no else []), sasaran]
        ekor = [cetak_nilai(Decimal("98.5"), Gaya.INDONESIA)] if self.ragam.capaian else []
        if self.ragam.ganda and len(ukuran) > 1:
            satuan = ["\n".join(u.satuan for u in ukuran)] if self.ragam.satuan else []
            indikator = "\n".join(f"{n}. {u.nama}" for n, u in enumerate(ukuran, 1))
            self.kisi.baris(*depan, indikator, *satuan, *(_gabung(list(k)) for k in zip(*sel, strict=True)))
            return
        awal = len(self.kisi.isi) + 1
        for n, (u, isi) in enumerate(zip(ukuran, sel, strict=True)):
            kini = depan if n == 0 or not self.ragam.sasaran_gabung else [None] * len(depan)
            self.kisi.baris(*kini, u.nama, *([u.satuan] if self.ragam.satuan else []), *isi, *ekor)
        if self.ragam.sasaran_gabung:
            for k in range(len(depan)):
                self.kisi.gabungkan(awal, k, awal + len(ukuran) - 1, k)

    def _sel(self, ukur: Ukur) -> list[Any]:
        """Draw the figures of an indicator, note the truth and return its cells."""
        r, gaya = self.ragam, self.bentuk.gaya
        gaya = Gaya.BERSATUAN if not r.satuan else gaya
        sel: list[Any] = []
        if r.susunan in ("tahun", "banyak"):
            for tahun in r.tahun:
                (target, cetak), realisasi = self._target(ukur, gaya), self._realisasi(ukur)
                self._catat(ukur, tahun, "Tahunan", target, realisasi)
                sel += [cetak, realisasi if isinstance(realisasi, str) else cetak_nilai(realisasi, gaya, ukur.satuan)]
            return sel
        if ukur.skala:
            raise ValueError("grades come by year only")
        target, tiap = angka_ukur(self.acak, ukur)
        tiap = menurun(ukur, tiap) if r.susunan == "triwulan" else tiap
        sel = [cetak_nilai(target, gaya, ukur.satuan)]
        self._catat(ukur, r.tahun[0], "Tahunan", target, None)
        sasar = (
            pecah(self.acak, target, 4) if ukur.akumulasi == "Jumlah" else [target - 3, target - 2, target - 1, target]
        )
        if r.susunan == "triwulan":
            sel += [cetak_nilai(s, gaya, ukur.satuan) for s in sasar]
        sd = r.susunan == "sd"
        for n, t in enumerate(TW):
            self._catat(ukur, r.tahun[0], t, None if sd else sasar[n], tiap[n])
        return sel + [
            cetak_nilai(_setahun(ukur, tiap[: n + 1]) if sd else tiap[n], gaya, ukur.satuan) for n in range(4)
        ]

    def _target(self, ukur: Ukur, gaya: Gaya) -> tuple[Any, Any]:
        """Return a target as it is and as printed: a figure, a bound, a range, a grade."""
        if ukur.skala:
            return "BB", "BB"
        angka = angka_ukur(self.acak, ukur)[0]
        teks = cetak_nilai(angka, Gaya.INDONESIA)
        if self.ragam.target == "batas":
            teks = f"{'≤' if ukur.arah == 'Turun' else '≥'} {teks}"
            return teks, teks
        if self.ragam.target == "rentang" and ukur.akumulasi != "Jumlah":
            teks = f"{teks}-{cetak_nilai(angka + 1, Gaya.INDONESIA)}"
            return teks, teks
        return angka, cetak_nilai(angka, gaya, ukur.satuan)

    def _realisasi(self, ukur: Ukur) -> Any:
        if ukur.skala:
            return self.acak.choice(("BB", "B", "A"))
        return angka_ukur(self.acak, ukur)[1][-1] + 1

    def _catat(self, ukur: Ukur, tahun: int, periode: str, target: Any, realisasi: Any) -> None:
        kunci = {"Kode indikator": ukur.kode, "Tahun": tahun, "Periode": periode}
        self.capaian.append({**kunci, "Target": target, "Realisasi": realisasi})
        if self.ragam.capaian:
            self.boleh.append({**kunci, "Capaian dilaporkan": Decimal("98.5")})
