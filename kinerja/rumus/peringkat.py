"""Comparison of regions: ranking among their likes, reference lines, history."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kinerja.model.baris import BarisRegional
from kinerja.model.istilah import Arah, TingkatWilayah
from kinerja.model.pemerintah import Lingkup
from kinerja.nilai.nama import samakan


@dataclass(frozen=True, slots=True, kw_only=True)
class Posisi:
    """A region with its value and rank (1 is the best; equal values share a rank)."""

    wilayah: str
    nilai: Decimal
    teks: str
    peringkat: int
    sendiri: bool = False


@dataclass(frozen=True, slots=True)
class AcuanWilayah:
    """A reference value: that of a level above, the province or the nation."""

    nama: str
    nilai: Decimal
    teks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BandingRegional:
    """A measure in one year: the ranked regions and the reference values.

    `arah` Netral means that the order is by size and nothing is better or worse.
    """

    indikator: str
    tahun: int
    satuan: str
    arah: Arah
    posisi: tuple[Posisi, ...]
    acuan: tuple[AcuanWilayah, ...]
    sumber: tuple[str, ...]

    @property
    def sendiri(self) -> Posisi | None:
        """The own region's position."""
        return next((p for p in self.posisi if p.sendiri), None)


def arah_ukuran(baris: Iterable[BarisRegional]) -> Arah:
    """Return the direction of a measure: the first one written on its rows, Netral when none is."""
    return next((b.arah for b in baris if b.arah is not None), Arah.NETRAL)


def peringkatkan(baris: Iterable[BarisRegional], arah: Arah, sendiri: str) -> tuple[Posisi, ...]:
    """Rank regions by value, lower first when Arah is Turun."""
    ada = [b for b in baris if b.nilai.angka is not None]
    urut = sorted(ada, key=lambda b: b.nilai.bilangan, reverse=arah is not Arah.TURUN)
    hasil: list[Posisi] = []
    for nomor, b in enumerate(urut, 1):
        angka = b.nilai.bilangan
        peringkat = hasil[-1].peringkat if hasil and hasil[-1].nilai == angka else nomor
        milik = samakan(b.wilayah) == samakan(sendiri)
        hasil.append(Posisi(wilayah=b.wilayah, nilai=angka, teks=b.nilai.teks, peringkat=peringkat, sendiri=milik))
    return tuple(hasil)


def bandingkan(indikator: str, tahun: int, baris: Iterable[BarisRegional], lingkup: Lingkup) -> BandingRegional:
    """Arrange one measure in one year: of regencies only the own province's are ranked (DESIGN section 4)."""
    semua = list(baris)
    kini = [b for b in semua if b.tahun == tahun]
    arah = arah_ukuran(semua)
    return BandingRegional(
        indikator=indikator,
        tahun=tahun,
        satuan=next((b.satuan for b in semua if b.satuan), ""),
        arah=arah,
        posisi=peringkatkan((b for b in kini if selingkup(b, lingkup)), arah, lingkup.sendiri),
        acuan=tuple(_acuan(kini, lingkup)),
        sumber=tuple(dict.fromkeys(b.sumber for b in kini if b.sumber)),
    )


def selingkup(baris: BarisRegional, lingkup: Lingkup) -> bool:
    """Tell whether a region is one of those that are ranked among each other."""
    if baris.tingkat_wilayah is not lingkup.tingkat:
        return False
    return lingkup.tingkat is not TingkatWilayah.KABUPATEN_KOTA or samakan(baris.provinsi) in (
        "",
        samakan(lingkup.provinsi),
    )


def _acuan(kini: list[BarisRegional], lingkup: Lingkup) -> Iterable[AcuanWilayah]:
    for tingkat in lingkup.acuan:
        for b in kini:
            milik = tingkat is TingkatWilayah.NASIONAL or samakan(b.wilayah) == samakan(lingkup.provinsi)
            if b.tingkat_wilayah is tingkat and milik and b.nilai.angka is not None:
                yield AcuanWilayah(b.wilayah, b.nilai.angka, b.nilai.teks)


def lebih_baik(nilai: Decimal, acuan: Decimal, arah: Arah) -> bool | None:
    """Tell whether a value is better than a reference; None when equal or not judged."""
    if nilai == acuan or arah is Arah.NETRAL:
        return None
    return (nilai > acuan) == (arah is Arah.NAIK)
