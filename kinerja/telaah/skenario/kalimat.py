"""What a scenario says: the headline, the key figures for a message, the rules behind each choice."""

from collections.abc import Iterator, Sequence

from kinerja.sajian.kalimat import besar, kecil
from kinerja.sajian.salinan import secukupnya
from kinerja.telaah.capaian.predikat import dari
from kinerja.telaah.skenario.skenario import BAKU, HasilSkenario, Sisi, SkalaSkenario, jumlah_kata

ATURAN = (
    (
        "Semula",
        "skala setiap OPD, tanpa batas, rata-rata: hitungan yang dipakai semua halaman lain.",
    ),
    (
        "Skala",
        "capaian dibulatkan dua desimal, lalu memperoleh pita terbaik yang batas bawahnya dicapai. Predikat dinyatakan "
        "berubah hanya bila kedua kata ada pada kedua skala; selain itu kedua kata ditampilkan sebagai ganti istilah.",
    ),
    (
        "Skala yang ditawarkan",
        "skala bawaan, skala capaian yang dipakai OPD, dan skala lain di buku kerja yang semua pitanya berbatas, "
        "berawal dari 0, dan bukan skala nilai seperti AKIP, IKM, atau IPM.",
    ),
    (
        "Dibatasi 100%",
        "capaian di atas 100% dihitung 100%, sehingga satu IKU tidak menutupi yang lain; predikat IKU ikut dihitung "
        "dari angka yang dibatasi.",
    ),
    (
        "Median",
        "nilai tengah setelah capaian diurutkan; bila jumlahnya genap, rata-rata dua nilai di tengah. Satu capaian "
        "yang sangat tinggi atau sangat rendah tidak menggesernya. Untuk satu atau dua IKU sama dengan rata-rata.",
    ),
    (
        "IKU tanpa persentase",
        "tidak dapat dihitung dalam skenario apa pun dan tidak ikut dalam rata-rata maupun median.",
    ),
)
"""The rule behind each choice: its name, and what it means."""


def judul_skenario(h: HasilSkenario, skala: Sequence[SkalaSkenario]) -> str:
    """State what a scenario changes; of the standard, what the other scales would change."""
    if not h.semula.angka.dihitung:
        return f"{h.jumlah} IKU belum dapat dihitung, dalam skenario apa pun"
    if h.menjadi.pilihan == BAKU:
        return f"{besar(_puncak(h))}, {_angka(h.menjadi)}; {_skala_lain([s for s in skala if not s.sendiri])}"
    if h.beda:
        sebutan = f"skala {h.menjadi.skala.nama}" if h.menjadi.pilihan.skala else "capaian dibatasi 100%"
        # A word that only one of the scales has is no change of the grade.
        ubah = [f"{h.berubah} predikat berubah"] if h.berubah else []
        if h.berubah == 1:
            satu = h.beda[0]
            ubah[0] += f", {satu.indikator} dari {satu.semula.predikat} menjadi {satu.menjadi.predikat}"
        if h.berganti:
            ubah.append(f"{h.berganti} predikat berganti istilah")
        return f"Dengan {sebutan} {_pergeseran(h)}; {'; '.join(ubah)}{_keseluruhan(h)}"
    angka = "" if h.menjadi.teks == h.semula.teks else f"; {_angka(h.menjadi)}, semula {_angka(h.semula)}"
    return f"Skenario ini tidak mengubah satu predikat IKU pun: {_puncak(h)}{angka}{_keseluruhan(h)}"


def _kata_puncak(h: HasilSkenario) -> str:
    """The best word in use on either side; empty where everything lies below the scale."""
    kata = h.menjadi.skala.predikat
    return next((k for k in kata if jumlah_kata(h.menjadi, k) or jumlah_kata(h.semula, k)), "")


def _puncak(h: HasilSkenario) -> str:
    kata = _kata_puncak(h)
    if not kata:
        return f"tidak satu pun dari {h.jumlah} IKU mencapai pita terbawah"
    bagian = dari(jumlah_kata(h.menjadi, kata) or 0, h.jumlah)
    return f"{kecil(bagian)} IKU {kata}"


def _pergeseran(h: HasilSkenario) -> str:
    """How many have the best word, and how many had; where the own scale has no such word, how many had its best."""
    kata = _kata_puncak(h)
    dulu = jumlah_kata(h.semula, kata)
    if dulu is None:
        terisi = zip(h.semula.jumlah, h.semula.skala.predikat, strict=True)
        return f"{_puncak(h)}, semula {next((f'{n} {k}' for n, k in terisi if n), 'di bawah skala')}"
    return f"tetap {_puncak(h)}" if dulu == jumlah_kata(h.menjadi, kata) else f"{_puncak(h)}, semula {dulu}"


def judul_beda(h: HasilSkenario) -> str:
    """Head the list of IKU whose grade changes."""
    return f"{h.berubah} IKU berubah predikat" if h.berubah else "Tidak ada IKU yang berubah predikat"


def judul_ganti(h: HasilSkenario) -> str:
    """Head the list of IKU whose word the other scale does not know."""
    return f"{h.berganti} IKU berganti istilah: katanya hanya ada pada salah satu skala, jadi tidak dibandingkan"


def _angka(sisi: Sisi) -> str:
    return f"{sisi.pilihan.pusat.lower()} {sisi.teks}"


def _keseluruhan(h: HasilSkenario) -> str:
    """Say so when the grade of the one figure changes, by words that both scales have."""
    dulu, kini = h.semula.kata.predikat, h.menjadi.kata.predikat
    sama = h.semula.skala.cari(kini) is None or h.menjadi.skala.cari(dulu) is None or dulu == kini
    return "" if sama else f"; keseluruhan {dulu} menjadi {kini}"


def _skala_lain(lain: Sequence[SkalaSkenario]) -> str:
    if not lain:
        return "buku kerja tidak memuat skala capaian lain"
    paling = max(lain, key=lambda s: s.berubah)
    if paling.berubah:
        return f"skala {paling.nama} akan mengubah {paling.berubah} predikat"
    ganti = sum(bool(s.berganti) for s in lain)
    tetap = f"{len(lain) - ganti} skala lain tidak mengubah satu predikat pun" if len(lain) > ganti else ""
    istilah = f"{ganti} {'' if tetap else 'skala lain '}memakai istilah lain" if ganti else ""
    return ", ".join(t for t in (tetap, istilah) if t)


def butir_skenario(h: HasilSkenario) -> tuple[str, ...]:
    """Return the scenario, both figures and what changes for a message."""
    return secukupnya((h.menjadi.pilihan.spanduk, *_butir_sisi(h), *_butir_beda(h), *_butir_belum(h)), "hal")


def _butir_sisi(h: HasilSkenario) -> Iterator[str]:
    sisi = [("Semula", h.semula)] + ([("Skenario", h.menjadi)] if h.menjadi.pilihan != BAKU else [])
    for nama, s in sisi:
        yield f"{nama}: {_angka(s)} ({s.kata.predikat}), {s.angka.keterangan}, skala {s.skala.nama}"


def _butir_beda(h: HasilSkenario) -> Iterator[str]:
    for b in h.beda:
        yield f"{b.indikator} ({b.capaian}): {b.semula.predikat} menjadi {b.menjadi.predikat}"


def _butir_belum(h: HasilSkenario) -> Iterator[str]:
    if h.belum:
        yield f"{len(h.belum)} IKU tidak dapat dihitung"
