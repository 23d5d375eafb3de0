"""Years of an indicator that can be held against each other, and the finding about a target."""

from collections.abc import Iterator, Sequence

from kinerja.model.istilah import Arah, Ukuran
from kinerja.nilai.baca import Nilai
from kinerja.rumus.capaian import CapaianIndikator
from kinerja.telaah.indikator.deret import deret
from kinerja.uji.bukti.cetakan import Bukti
from kinerja.uji.model import Alamat, Keyakinan, Temuan


def tahunan_dinilai(bukti: Bukti) -> Iterator[CapaianIndikator]:
    """Every year of every judged indicator, oldest first."""
    for i in bukti.dataset.indikator.values():
        if i.arah is Arah.NETRAL:
            continue
        for tahun in reversed(bukti.dataset.tahun):
            c = bukti.dataset.tahunan(i.kode_indikator, tahun)
            if c is not None:
                yield c


def temuan_target(
    aturan: str,
    capaian: CapaianIndikator,
    ukuran: Ukuran,
    isi: tuple[tuple[str, ...], str, str],
    langkah: Sequence[str],
    masukan: Sequence[str],
    sumber: Sequence[str] = (),
) -> Temuan:
    """Put together a finding about one year of an indicator; `isi` is cetakan, seharusnya and the sentence."""
    alamat = Alamat(
        kode_opd=capaian.opd.kode_opd, kode_indikator=capaian.kode, tahun=capaian.tahun, ukuran=ukuran.value
    )
    tempat = tuple(dict.fromkeys(filter(None, (capaian.baris.sumber, *sumber))))
    cetakan, seharusnya, uraian = isi
    return Temuan(
        aturan=aturan,
        keyakinan=Keyakinan.PATUT_DICEK,
        alamat=alamat,
        cetakan=cetakan,
        seharusnya=seharusnya,
        uraian=uraian,
        sumber=tempat,
        langkah=tuple(langkah),
        masukan=tuple(masukan),
    )


def isi_masukan(nama: str, tahun: int | None, nilai: Nilai | None, sumber: str = "") -> str:
    """A figure as an input of a finding."""
    teks = nilai.teks if nilai else ""
    return f"{nama} {tahun}: {teks}{f' ({sumber})' if sumber else ''}"


def sumber_tahun(bukti: Bukti, kode: str, tahun: int) -> str:
    """Return where the value of a year stands; empty where it stands nowhere."""
    return next((t.sumber for t in deret(bukti.dataset, kode) if t.tahun == tahun), "")
