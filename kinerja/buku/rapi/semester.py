"""Half a year in column Periode of Capaian: one quarter where the last one counts, both where quarters are added.

Semester I is TW II and Semester II TW IV of an indicator whose Akumulasi is Terakhir; under Jumlah it holds the sum of
its two quarters and under Rata-rata their mean, and stays what it is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kinerja.buku.pembaca import IsiSel, LembarMentah
from kinerja.buku.sel import paruh_tahun
from kinerja.model.istilah import PARUH, Akumulasi
from kinerja.model.skema import CAPAIAN, INDIKATOR
from kinerja.nilai.nama import samakan


def selaraskan_semester(lembar: Iterable[LembarMentah], dasar: Iterable[LembarMentah] = ()) -> tuple[LembarMentah, ...]:
    """Return sheets in which half a year is named by what it stands for, so that one key is one period.

    Args:
        lembar: the sheets.
        dasar: others that tell the Akumulasi of indicators; what `lembar` says counts before.
    """
    semua = tuple(lembar)
    if not any(_berparuh(s) for s in semua):
        return semua
    cara: dict[str, str] = {}
    for s in (*dasar, *semua):
        cara |= _akumulasi(s)
    return tuple(_ubah(s, cara) if _berparuh(s) else s for s in semua)


def _berparuh(lembar: LembarMentah) -> bool:
    """Tell whether a sheet Capaian names half a year anywhere."""
    if samakan(lembar.nama) != samakan(CAPAIAN.nama):
        return False
    periode = _letak(lembar).get("periode")
    return periode is not None and any(paruh_tahun(_kata(sel, periode)) for _, sel in lembar.baris[1:])


def _letak(lembar: LembarMentah) -> dict[str, int]:
    judul = lembar.baris[0][1] if lembar.baris else ()
    return {samakan(isi): i for i, isi in enumerate(judul) if isinstance(isi, str)}


def _kata(sel: tuple[IsiSel, ...], letak: int | None) -> str:
    isi = sel[letak] if letak is not None and letak < len(sel) else None
    return isi if isinstance(isi, str) else "" if isi is None else str(isi)


def _akumulasi(lembar: LembarMentah) -> Mapping[str, str]:
    """Return the Akumulasi that a sheet gives to indicators, by code."""
    if samakan(lembar.nama) != samakan(INDIKATOR.nama):
        return {}
    letak = _letak(lembar)
    kode, cara = letak.get("kode indikator"), letak.get("akumulasi")
    isi = ((samakan(_kata(sel, kode)), samakan(_kata(sel, cara))) for _, sel in lembar.baris[1:])
    return {k: v for k, v in isi if k and v}


def _ubah(lembar: LembarMentah, cara: Mapping[str, str]) -> LembarMentah:
    letak = _letak(lembar)
    kode, periode = letak.get("kode indikator"), letak["periode"]
    baris = [lembar.baris[0]]
    for nomor, sel in lembar.baris[1:]:
        paruh = paruh_tahun(_kata(sel, periode))
        if paruh is not None and cara.get(samakan(_kata(sel, kode))) not in _DITAMBAH:
            sel = (*sel[:periode], PARUH[paruh][-1].value, *sel[periode + 1 :])
        baris.append((nomor, sel))
    return replace(lembar, baris=tuple(baris))


_DITAMBAH = frozenset(samakan(a) for a in (Akumulasi.JUMLAH, Akumulasi.RATA_RATA))
