"""The body of a request: read up to a limit, and only of the kind that is expected."""

from starlette.requests import Request


class BadanDitolak(ValueError):  # noqa: N818 - Indonesian for "body refused"
    """The body is not what is expected; carries the status."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


async def baca_badan(permintaan: Request, jenis: str, batas: int) -> bytes:
    """Return the body, at most `batas` bytes of the media type `jenis`.

    Raises:
        BadanDitolak: 415 for another type, 413 for more; what follows the limit is not read.
    """
    if permintaan.headers.get("content-type", "").partition(";")[0].strip().lower() != jenis:
        raise BadanDitolak(415)
    badan = bytearray()
    async for potongan in permintaan.stream():
        badan += potongan
        if len(badan) > batas:
            raise BadanDitolak(413)
    return bytes(badan)
