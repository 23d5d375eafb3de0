"""Where labels beside each other stand without touching."""

from collections.abc import Sequence


def renggangkan(letak: Sequence[float], jarak: float) -> list[float]:
    """Push rising positions between 0 and 1 apart until neighbours keep a distance, moving each as little as needed.

    Those that touch share out the room around their mean; where all together need more than there is, the first
    stands at 0.
    """
    kelompok: list[tuple[float, int]] = []
    for nomor, y in enumerate(letak):
        jumlah, banyak = y - nomor * jarak, 1
        while kelompok and kelompok[-1][0] / kelompok[-1][1] >= jumlah / banyak:
            jumlah_lalu, banyak_lalu = kelompok.pop()
            jumlah, banyak = jumlah + jumlah_lalu, banyak + banyak_lalu
        kelompok.append((jumlah, banyak))
    rata = [jumlah / banyak for jumlah, banyak in kelompok for _ in range(banyak)]
    ruang = max(0.0, 1 - (len(rata) - 1) * jarak)
    return [min(max(y, 0.0), ruang) + nomor * jarak for nomor, y in enumerate(rata)]
