"""The rows of a canonical sheet by their keys: how a row of one workbook is found in another."""

from collections import Counter
from collections.abc import Mapping

from kinerja.buku.pembaca import LembarMentah
from kinerja.model.kolom import Lembar
from kinerja.model.skema import kunci_baris
from kinerja.nilai.nama import samakan, samakan_teks

Kunci = tuple[str, ...]
Isi = Mapping[str, str]


def baris_berkunci(skema: Lembar, lembar: LembarMentah | None) -> dict[Kunci, dict[str, str]]:
    """Return the rows of a canonical sheet by key, in its order; cells as text, empty ones as "".

    None is lost: a version that was taken under an older rule of names may hold two rows of one key, and the second
    then bears its number behind it.
    """
    if lembar is None or not lembar.baris:
        return {}
    judul = [str(j) for j in lembar.baris[0][1]]
    hasil: dict[Kunci, dict[str, str]] = {}
    kembar: Counter[Kunci] = Counter()
    bawaan = [k for k in skema.kolom if k.tambahan and k.bawaan]
    for _, sel in lembar.baris[1:]:
        isi = {j: "" if s is None else str(s) for j, s in zip(judul, sel, strict=True)}
        isi |= {k.nama: k.bawaan for k in bawaan if not isi.get(k.nama)}
        kunci = kunci_isi(skema, isi)
        kembar[kunci] += 1
        hasil[kunci if kembar[kunci] == 1 else (*kunci, str(kembar[kunci]))] = isi
    return hasil


def kunci_isi(skema: Lembar, isi: Isi) -> Kunci:
    """Return the normalised key of a row; an empty cell counts as its column's default word."""
    terisi = {k.nama: isi.get(k.nama) or k.bawaan for k in skema.kolom}
    sama = samakan_teks if skema.menurut_isi else samakan
    return (terisi.get("Peran", ""), *(sama(terisi[k]) for k in kunci_baris(skema, terisi)))


def nama_kunci(skema: Lembar, isi: Isi) -> str:
    """Return the key of a row as people read it."""
    return " · ".join(isi[k] for k in kunci_baris(skema, isi) if isi.get(k))
