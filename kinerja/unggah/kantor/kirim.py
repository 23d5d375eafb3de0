"""Handing an office's table to a process of its own; what it found comes back, and the part where nothing is open."""

from collections.abc import Callable

from kinerja.akun.akses import Pengguna
from kinerja.susun.model import HasilSusun, Jawaban
from kinerja.unggah.kantor.hasil import HasilKantor, tulis_jawaban
from kinerja.unggah.kirim import jalankan_pekerja, terhenti, tugas_orang

TAMBAHAN_DETIK = 60
"""What finding, mapping and adding up may take beyond the reading."""


def susun_kantor(
    berkas: tuple[str, bytes],
    jawaban: Jawaban,
    pengguna: Pengguna,
    menunggu: Callable[[int], None],
    *,
    ingat: bool,
) -> HasilKantor:
    """Read an office's table; nothing of it is kept.

    Args:
        berkas: its name and bytes.
        jawaban: what was said about it so far.
        pengguna: who sends it.
        menunggu: told how many uploads are before this one while it waits for its turn.
        ingat: whether to answer with what is remembered of its form.

    Raises:
        Ditolak: when the person may not, the store is in trouble, too many wait, or there is no room to work.
    """
    tugas = {**tugas_orang(pengguna), "jawaban": tulis_jawaban(jawaban), "ingat": ingat}
    modul = "kinerja.unggah.kantor.pekerja"
    pesan = jalankan_pekerja(modul, [berkas], tugas, TAMBAHAN_DETIK, menunggu=menunggu)
    if "hasil" not in pesan:
        return HasilKantor(hasil=HasilSusun(temuan=(terhenti(pesan),)), jawaban=jawaban)
    return HasilKantor.dari_json(pesan["hasil"])
