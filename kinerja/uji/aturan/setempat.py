"""Wholes and parts printed together: what one sentence or table prints is held against itself, also a second time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kinerja.model.istilah import Ukuran
from kinerja.uji.bukti.cetakan import Angka
from kinerja.uji.bukti.nama import Cetakan, DaftarNama, tempat
from kinerja.uji.model import Keyakinan, Temuan

DISEBUT = 4
"""How many figures a sentence names; all of them stand in the reasoning."""
Cocok = Sequence[Sequence[Angka]]
"""Prints that agree: each the whole, then its parts."""


def bersama(utuh: Cetakan, bagian: Sequence[Cetakan]) -> Iterator[tuple[Cetakan, tuple[Cetakan, ...]]]:
    """Every place that prints a whole with all of its parts: the same figures, that place's prints first."""
    milik = [{tempat(a.sumber) for a in c.angka} for c in bagian]
    for di in dict.fromkeys(tempat(a.sumber) for a in utuh.angka):
        if all(di in m for m in milik):
            yield _dahulukan(utuh, di), tuple(_dahulukan(c, di) for c in bagian)


def _dahulukan(cetakan: Cetakan, di: str) -> Cetakan:
    return replace(cetakan, angka=tuple(sorted(cetakan.angka, key=lambda a: tempat(a.sumber) != di)))


def cetakan_salah(utuh: Cetakan, bagian: Sequence[Cetakan], cocok: Cocok) -> Iterator[tuple[Cetakan, Angka, Angka]]:
    """Prints of one place that agree with nothing, where other prints of the same figures do.

    The prints of the place stand first in each figure; `cocok` is every choice of prints that agrees. Each comes as the
    figure, its print in this place, and a print of it that agrees. Second prints of a region have a rule of their own.
    """
    for n, c in enumerate((utuh, *bagian)):
        boleh = [isi[n] for isi in cocok]
        di_sini = [a for a in c.angka if tempat(a.sumber) == tempat(c.utama.sumber)]
        if c.kode and boleh and not _ada(di_sini, boleh):
            yield c, c.utama, boleh[0]


def _ada(angka: Iterable[Angka], boleh: Sequence[Angka]) -> bool:
    nilai = {a.nilai.angka for a in boleh}
    return any(a.nilai.angka in nilai for a in angka)


def temuan_salah(
    kode: str, daftar: DaftarNama, salah: tuple[Cetakan, Angka, Angka], cocok: Sequence[Angka], semua: Sequence[Cetakan]
) -> Temuan:
    """One print that is wrong for certain: its own sentence or table contradicts it, and another print agrees."""
    c, angka, benar = salah
    lain = [(m.nama, a.teks) for m, a in zip(semua, cocok, strict=True) if m is not c]
    isi = ", ".join(f"{nama} {teks}" for nama, teks in lain[:DISEBUT])
    isi += f" dan {len(lain) - DISEBUT} angka lain" if len(lain) > DISEBUT else ""
    return Temuan(
        aturan=kode,
        keyakinan=Keyakinan.PASTI,
        alamat=daftar.alamat(c, Ukuran.REALISASI.value),
        cetakan=(angka.teks,),
        seharusnya=benar.teks,
        uraian=f"{c.sebutan} tercetak {angka.teks}, padahal hanya {benar.teks} yang cocok dengan {isi}.",
        sumber=tuple(dict.fromkeys(a.sumber for a in (angka, benar))),
        langkah=(
            *(f"Tercetak bersama: {m.masukan(m.utama)}" for m in semua),
            *(f"Yang cocok: {m.masukan(a)}" for m, a in zip(semua, cocok, strict=True)),
        ),
        masukan=tuple(dict.fromkeys((c.masukan(angka), *(m.masukan(a) for m, a in zip(semua, cocok, strict=True))))),
    )
