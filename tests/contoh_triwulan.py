"""A small dataset with quarters: all three kinds of Akumulasi, both directions, a grade, gaps, a year's own row."""

from contoh import capaian, dataset, indikator, opd, profil

from kinerja.model.istilah import Periode

TW = (Periode.TW_I, Periode.TW_II, Periode.TW_III, Periode.TW_IV)


def triwulan(kode, target, realisasi, **isi):
    """Make the quarters of an indicator in 2025; a realisasi of None leaves the row out, "" leaves the cell empty."""
    pasangan = zip(TW, target, realisasi, strict=False)
    isi = {"sumber": "Laporan triwulan", **isi}
    return [capaian(kode, 2025, t, r, p.value, **isi) for p, t, r in pasangan if r is not None]


INDIKATOR = (
    indikator("UHH"),
    indikator("VAKSIN", "DINKES", akumulasi="Jumlah"),
    indikator("STUNTING", "DINKES", arah="Turun"),
    indikator("IKM", "DINKES", akumulasi="Rata-rata"),
    indikator("OPINI", "DINKES", skala_nilai="Opini BPK"),
    indikator("ADUAN", "DINKES", arah="Turun", akumulasi="Jumlah"),
    indikator("KUNJUNGAN", "DINKES", arah="Netral", akumulasi="Jumlah"),
    indikator("KEGIATAN", "DINKES", tingkat="Kegiatan"),
)
CAPAIAN = (
    capaian("UHH", 2024, "72,93", "72,97", sumber="000, Tabel 3.4"),
    capaian("VAKSIN", 2025, "1.000", None, sumber="Perjanjian Kinerja"),
    *triwulan("VAKSIN", ("200", "250", "250"), ("220", "240", "260")),
    *triwulan("STUNTING", ("20", "19", "18", "17"), ("19,5", "19,2", "18,4", "")),
    *triwulan("IKM", ("80", "80", "80", "80"), ("78", "", "83", None)),
    *triwulan("OPINI", ("WTP", "WTP"), ("WDP", "WTP"), skala="Opini BPK"),
    capaian("ADUAN", 2025, "40", "42", sumber="002, Tabel 3.3"),
    *triwulan("ADUAN", ("10", "10", "10", "10"), ("8", "12", "9", "10")),
    *triwulan("KUNJUNGAN", (None, None), ("4.120", "4.310")),
    *triwulan("KEGIATAN", ("1", "1"), ("1", "0")),
)


def bertriwulan(*tambahan, **tabel):
    """Return the dataset, with more rows of Capaian at its end."""
    isi = {
        "opd": (opd(), opd("DINKES", "Dinas"), opd("BADAN", "Badan")),
        "indikator": INDIKATOR,
        "capaian": (*CAPAIAN, *tambahan),
        "profil": profil(pemerintah_daerah="Kabupaten Contoh", tahun_akhir="2026"),
    }
    return dataset(**{**isi, **tabel})
