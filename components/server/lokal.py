"""The rule for a server on which nothing is configured: whoever sits at this machine manages, nobody else does."""

from collections.abc import Iterable
from ipaddress import IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

PENERUS = frozenset({"forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip"})
"""Headers by which a proxy says that it speaks for somebody else; besides all that begin with x-forwarded."""


def setempat(alamat: str | None, klien: str | None, tajuk: Iterable[tuple[str, str]]) -> bool:
    """Tell whether a request was made at this machine, to a server that only this machine can reach.

    The Host header must name this machine too: a page from outside whose name was made to point here (DNS rebinding)
    sends its own name. A page of another origin is refused for the same reason.

    Args:
        alamat: the address the server listens on, as its option says.
        klien: the address of the other end of the connection.
        tajuk: names and values of the request's headers.
    """
    pasangan = [(nama.lower(), isi) for nama, isi in tajuk]
    host = [isi for nama, isi in pasangan if nama == "host"]
    asal = [isi for nama, isi in pasangan if nama == "origin"]
    return (
        _putar_balik(alamat)
        and _putar_balik(klien)
        and not any(nama in PENERUS or nama.startswith("x-forwarded") for nama, _ in pasangan)
        and len(host) == 1
        and _putar_balik(nama_host(f"//{host[0]}"))
        and all(_putar_balik(nama_host(a)) for a in asal)
    )


def nama_host(alamat: str) -> str:
    """Return the bare host name of an address (``//host:port`` or ``http://host:port``); empty where it is none."""
    try:
        bagian = urlsplit(alamat)
        _ = bagian.port  # raises when it is none
    except ValueError:
        return ""
    asing = bagian.username is not None or bagian.path or bagian.query or bagian.fragment
    return "" if asing else bagian.hostname or ""


def jaringan(klien: str) -> str:
    """Return what is throttled: an IPv4 address, or the network of 64 bits that one IPv6 subscriber has."""
    try:
        alamat = ip_address(klien.partition("%")[0])
    except ValueError:
        return klien
    return str(ip_network(f"{alamat}/64", strict=False)) if isinstance(alamat, IPv6Address) else str(alamat)


def _putar_balik(nama: str | None) -> bool:
    if not nama:
        return False
    if nama == "localhost":
        return True
    try:
        alamat = ip_address(nama)
    except ValueError:
        return False
    if isinstance(alamat, IPv6Address) and alamat.ipv4_mapped:
        return alamat.ipv4_mapped.is_loopback
    return alamat.is_loopback
