"""Raw requests to an ASGI app (Starlette's own TestClient asks for more than is installed here)."""

import asyncio
from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True)
class Jawaban:
    """What came back; `tajuk` holds the last value of each header."""

    status: int
    tajuk: dict
    isi: str
    cookies: list


def minta(aplikasi, jalur, metode="GET", tajuk=(), badan=b"", klien="127.0.0.1", skema="http"):
    """Ask once; the body goes in pieces of 1 KB, a query stands behind the path."""
    potongan = [badan[i : i + 1024] for i in range(0, len(badan), 1024)] or [b""]
    masuk = iter(
        [{"type": "http.request", "body": p, "more_body": p is not potongan[-1]} for p in potongan]
        + [{"type": "http.disconnect"}]
    )
    dikirim = []

    async def terima():
        await asyncio.sleep(0)
        return next(masuk)

    async def kirim(pesan):
        dikirim.append(pesan)

    nama, _, kueri = jalur.partition("?")
    lingkup = {
        "type": "http",
        "method": metode,
        "path": nama,
        "query_string": kueri.encode(),
        "headers": [(k.lower().encode(), v.encode("latin-1")) for k, v in tajuk],
        "client": (klien, 5000) if klien else None,
        "server": ("127.0.0.1", 8501),
        "scheme": skema,
    }
    asyncio.run(aplikasi(lingkup, terima, kirim))
    awal, *isi = dikirim
    pasangan = [(k.decode().lower(), v.decode("latin-1")) for k, v in awal["headers"]]
    return Jawaban(
        awal["status"],
        dict(pasangan),
        b"".join(p.get("body", b"") for p in isi).decode(),
        [v for k, v in pasangan if k == "set-cookie"],
    )


def formulir(aplikasi, jalur, isi, tajuk=(), **pilihan):
    """Send a form as a page of this server does."""
    milik = {"host": "127.0.0.1:8501", "origin": "http://127.0.0.1:8501"}
    milik |= {"content-type": "application/x-www-form-urlencoded", **dict(tajuk)}
    kirim = [(k, v) for k, v in milik.items() if v is not None]
    return minta(aplikasi, jalur, "POST", kirim, urlencode(isi).encode(), **pilihan)
