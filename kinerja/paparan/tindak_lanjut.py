"""The first slide of a meeting: what earlier ones decided and is not done."""

from kinerja.model.catatan import Notulen, StatusNotulen
from kinerja.nilai.angka import format_tanggal
from kinerja.paparan.bahan import Bahan, Hasil, catatan
from kinerja.paparan.model import BARIS_TERBANYAK, BagianPaparan, Slaid
from kinerja.sajian.tabel_terbit import KolomTerbit, Sel, TabelTerbit
from kinerja.telaah.notulen import RUPA_STATUS, judul_notulen, kata_sisa, perihal

_KOLOM = (
    KolomTerbit("Keputusan", lebar=5),
    KolomTerbit("Tentang", lebar=3),
    KolomTerbit("Penanggung jawab", lebar=3),
    KolomTerbit("Tenggat", lebar=3),
    KolomTerbit("Status", lebar=2),
)


def slaid_tindak_lanjut(bahan: Bahan) -> Hasil:
    """Return the decisions that wait, late ones first; where all are done, the newest of them."""
    if not bahan.keputusan:
        return "Belum ada keputusan rapat yang dicatat"
    menunggu = [n for n in bahan.keputusan if n.status(bahan.hari_ini) is not StatusNotulen.SELESAI]
    dipilih = (menunggu or list(bahan.keputusan))[:BARIS_TERBANYAK]
    judul = judul_notulen(bahan.keputusan, bahan.hari_ini)
    lain = len(menunggu) - len(dipilih)
    tabel = TabelTerbit(kode="tindak-lanjut", judul=judul, kolom=_KOLOM, baris=tuple(_baris(bahan, n) for n in dipilih))
    return (
        Slaid(
            kode="tindak-lanjut",
            bagian=BagianPaparan.TINDAK_LANJUT,
            judul=judul,
            topik=bahan.topik,
            versi=bahan.dataset.versi,
            butir=(f"Dan {lain} keputusan lain yang belum selesai.",) if lain > 0 else (),
            tabel=tabel,
            catatan=catatan(kalimat_keputusan(bahan, n) for n in bahan.keputusan),
        ),
    )


def _baris(bahan: Bahan, notulen: Notulen) -> tuple[Sel, ...]:
    status = notulen.status(bahan.hari_ini)
    rupa = RUPA_STATUS[status]
    tenggat = f"{format_tanggal(notulen.tenggat)} ({kata_sisa(notulen, bahan.hari_ini)})"
    isi = (notulen.keputusan, perihal(bahan.dataset, notulen), notulen.penanggung_jawab, tenggat)
    return (*(Sel(t) for t in isi), Sel(f"{rupa.simbol} {status.value}", rupa=rupa))


def kalimat_keputusan(bahan: Bahan, notulen: Notulen) -> str:
    """Write a decision for the speaker: about what, what, who by when, how it stands."""
    siapa = f"{notulen.penanggung_jawab}, tenggat {format_tanggal(notulen.tenggat)}"
    selesai = f" Selesai: {notulen.selesai_catatan}" if notulen.selesai_waktu else ""
    return (
        f"{perihal(bahan.dataset, notulen)}: {notulen.keputusan} ({siapa}, "
        f"{notulen.status(bahan.hari_ini).value.lower()}).{selesai}"
    )
