"""The first slide of a meeting: what earlier ones decided and is not done."""

from collections.abc import Sequence

from kinerja.model.catatan import Notulen, StatusNotulen
from kinerja.nilai.angka import format_tanggal
from kinerja.paparan.bahan import Bahan, Hasil, catatan
from kinerja.paparan.model import BARIS_TERBANYAK, Bagian, Slaid
from kinerja.sajian.tabel_terbit import Kolom, Sel, TabelTerbit
from kinerja.telaah.notulen import RUPA_STATUS, judul_notulen, kata_sisa, perihal

_KOLOM = (
    Kolom("Keputusan", lebar=5),
    Kolom("Tentang", lebar=3),
    Kolom("Penanggung jawab", lebar=3),
    Kolom("Tenggat", lebar=3),
    Kolom("Status", lebar=2),
)


def slaid_tindak_lanjut(b: Bahan) -> Hasil:
    """Return the decisions that wait, late ones first; where all are done, the newest of them."""
    if not b.keputusan:
        return "Belum ada keputusan rapat yang dicatat"
    menunggu = [n for n in b.keputusan if n.status(b.hari_ini) is not StatusNotulen.SELESAI]
    dipilih = (menunggu or list(b.keputusan))[:BARIS_TERBANYAK]
    judul = judul_notulen(b.keputusan, b.hari_ini)
    lain = len(menunggu) - len(dipilih)
    return (
        Slaid(
            kode="tindak-lanjut",
            bagian=Bagian.TINDAK_LANJUT,
            judul=judul,
            topik=b.topik,
            versi=b.dataset.versi,
            butir=(f"Dan {lain} keputusan lain yang belum selesai.",) if lain > 0 else (),
            tabel=_tabel(b, judul, dipilih),
            catatan=catatan(kalimat_keputusan(b, n) for n in b.keputusan),
        ),
    )


def _tabel(b: Bahan, judul: str, notulen: Sequence[Notulen]) -> TabelTerbit:
    return TabelTerbit(kode="tindak-lanjut", judul=judul, kolom=_KOLOM, baris=tuple(_baris(b, n) for n in notulen))


def _baris(b: Bahan, n: Notulen) -> tuple[Sel, ...]:
    status = n.status(b.hari_ini)
    rupa = RUPA_STATUS[status]
    tenggat = f"{format_tanggal(n.tenggat)} ({kata_sisa(n, b.hari_ini)})"
    isi = (n.keputusan, perihal(b.dataset, n), n.penanggung_jawab, tenggat)
    return (*(Sel(t) for t in isi), Sel(f"{rupa.simbol} {status.value}", rupa=rupa))


def kalimat_keputusan(b: Bahan, n: Notulen) -> str:
    """Write a decision for the speaker: about what, what, who by when, how it stands."""
    siapa = f"{n.penanggung_jawab}, tenggat {format_tanggal(n.tenggat)}"
    selesai = f" Selesai: {n.selesai_catatan}" if n.selesai_waktu else ""
    return f"{perihal(b.dataset, n)}: {n.keputusan} ({siapa}, {n.status(b.hari_ini).value.lower()}).{selesai}"
