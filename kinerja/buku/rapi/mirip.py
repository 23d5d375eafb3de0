"""Which name of ours was meant by one that is not: a sheet "Capaian (2)", a column "Realisasi s.d. TW III"."""

import re
from collections.abc import Iterable

from kinerja.nilai.nama import samakan

_KATA = re.compile(r"[^\W_]+")
_SEBUTAN = {
    "periode": "triwulan tw kuartal quarter period semester",
    "realisasi": "real hasil actual realized realised realization achievement capaian capaian;kinerja kinerja",
    "target": "tgt goal rencana",
    "pagu": "anggaran alokasi budget jumlah",
    "nilai": "value angka data capaian",
    "tahun": "year thn",
    "satuan": "unit sat",
    "indikator": "indicator ukuran variabel kinerja",
    "kode indikator": "kode;iku id;iku indicator;code indicator;id",
    "kode opd": "opd skpd kode;skpd perangkat;daerah kode;perangkat;daerah unit unit;kerja opd;code",
    "nama opd": "nama;skpd nama;perangkat;daerah",
    "wilayah": "daerah kabupaten kabupaten;kota kab;kota nama;kabupaten region",
    "tingkat wilayah": "level tingkat",
    "arah": "polaritas polarity direction",
    "akumulasi": "agregasi aggregation",
    "jenis": "tipe kategori type",
    "uraian": "penjelasan deskripsi description",
    "tenggat": "deadline batas;waktu jatuh;tempo",
}
"""What else offices call a column of ours, where the words have nothing in common; `;` stands between two words."""
_DIMAKSUD = {
    tuple(lain.split(";")): [k for k, semua in _SEBUTAN.items() if lain in semua.split()]
    for lain in " ".join(_SEBUTAN.values()).split()
}
_TAHUN = re.compile(r"(?:19|20)\d\d")
_ANGKA_TAHUN = ("realisasi", "nilai")
"""What a column is that is called by its year alone."""
_KURUNG = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
MIRIP = 0.8
"""How alike two words are that a slip of the finger tells apart."""


def nama_dimaksud(tertulis: str, nama: Iterable[str]) -> str | None:
    """Return the name that `tertulis` most likely means, None when it resembles none.

    A name is meant where offices call it so, where it stands whole within the other (the longest one wins), where the
    other begins it, or where a letter or two tell them apart. Behind what offices call it may stand a unit or year.
    """
    semua = {_kata(n): n for n in nama}
    kata = _kata(tertulis)
    polos = tuple(k for k in _kata(_KURUNG.sub("", tertulis)) if not _TAHUN.fullmatch(k))
    sebutan = _DIMAKSUD.get(polos, ()) if polos else _ANGKA_TAHUN
    if disebut := next((semua[tuple(s.split())] for s in sebutan if tuple(s.split()) in semua), None):
        return disebut
    memuat = [k for k in semua if any(kata[i : i + len(k)] == k for i in range(len(kata) - len(k) + 1))]
    if memuat:
        return semua[max(memuat, key=lambda k: len(" ".join(k)))]
    awal = [k for k in semua if kata and k[: len(kata)] == kata]
    if len(awal) == 1:
        return semua[awal[0]]
    from difflib import get_close_matches  # few workbooks have a name that needs it

    dekat = get_close_matches(" ".join(kata), [" ".join(k) for k in semua], n=1, cutoff=MIRIP)
    return semua[_kata(dekat[0])] if dekat else None


def _kata(teks: str) -> tuple[str, ...]:
    return tuple(_KATA.findall(samakan(teks)))
