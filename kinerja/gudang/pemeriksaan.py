"""What people say about findings and figures, in the store: closed findings, notes about wrong figures."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, insert, select, update

from kinerja.gudang.gudang import NOMOR_MAKS, Gudang, TidakAda, berzona, catat, kini
from kinerja.gudang.skema import LAPORAN, TUTUPAN
from kinerja.model.catatan import SELESAI, TERBUKA, AlamatAngka, Laporan, Tutupan

# --- closed findings --------------------------------------------------------------------------------------------------


def tutupan(gudang: Gudang) -> Mapping[str, Tutupan]:
    """Return the closed findings by the id of the finding."""
    with gudang.mesin.connect() as koneksi:
        return {b.temuan: Tutupan(**berzona(dict(b._mapping))) for b in koneksi.execute(select(TUTUPAN))}


def tutup(gudang: Gudang, temuan: str, seharusnya: str, oleh: str, alasan: str) -> None:
    """Close a finding; closing again renews the reason."""
    with gudang.menulis() as koneksi:
        koneksi.execute(delete(TUTUPAN).where(TUTUPAN.c.temuan == temuan))
        isi = {"temuan": temuan, "seharusnya": seharusnya, "oleh": oleh, "alasan": alasan}
        koneksi.execute(insert(TUTUPAN).values(**isi, waktu=kini()))
        catat(koneksi, "tutup temuan", oleh, {"temuan": temuan, "seharusnya": seharusnya, "alasan": alasan})


def buka(gudang: Gudang, temuan: str, oleh: str, alasan: str) -> None:
    """Open a closed finding again.

    Raises:
        TidakAda: when it is not closed.
    """
    with gudang.menulis() as koneksi:
        if not koneksi.execute(delete(TUTUPAN).where(TUTUPAN.c.temuan == temuan)).rowcount:
            raise TidakAda(f"Penutupan temuan {temuan}")
        catat(koneksi, "buka temuan", oleh, {"temuan": temuan, "alasan": alasan})


# --- notes about wrong figures ----------------------------------------------------------------------------------------


def laporan(gudang: Gudang, status: str | None = None) -> tuple[Laporan, ...]:
    """Return the notes, newest first; of one status or all."""
    pilih = select(LAPORAN).order_by(LAPORAN.c.id.desc())
    if status is not None:
        pilih = pilih.where(LAPORAN.c.status == status)
    with gudang.mesin.connect() as koneksi:
        return tuple(_laporan(berzona(dict(b._mapping))) for b in koneksi.execute(pilih))


def lapor(gudang: Gudang, alamat: AlamatAngka, isi: str, oleh: str) -> int:
    """Keep a note about a figure and return its number."""
    tempat = {k: getattr(alamat, k) for k in AlamatAngka.__dataclass_fields__}
    nilai = {**tempat, "isi": isi, "oleh": oleh, "status": TERBUKA, "selesai_oleh": "", "selesai_catatan": ""}
    with gudang.menulis() as koneksi:
        sisip = insert(LAPORAN).values(**nilai, waktu=kini()).returning(LAPORAN.c.id)
        nomor = int(koneksi.execute(sisip).scalar_one())
        catat(koneksi, "lapor angka", oleh, {"nomor": nomor, **tempat})
    return nomor


def selesaikan(gudang: Gudang, nomor: int, oleh: str, catatan: str) -> None:
    """Settle a note.

    Raises:
        TidakAda: when there is no open note of that number.
    """
    terbuka = (LAPORAN.c.id == nomor, LAPORAN.c.status == TERBUKA)
    isi = {"status": SELESAI, "selesai_waktu": kini(), "selesai_oleh": oleh, "selesai_catatan": catatan}
    with gudang.menulis() as koneksi:
        if not 0 < nomor <= NOMOR_MAKS or not koneksi.execute(update(LAPORAN).where(*terbuka).values(**isi)).rowcount:
            raise TidakAda(f"Laporan angka keliru {nomor} yang terbuka")
        catat(koneksi, "selesai lapor", oleh, {"nomor": nomor, "catatan": catatan})


def _laporan(b: dict[str, Any]) -> Laporan:
    alamat = AlamatAngka(*(b[k] for k in AlamatAngka.__dataclass_fields__))
    return Laporan(alamat=alamat, **{k: b[k] for k in Laporan.__dataclass_fields__ if k != "alamat"})
