"""Who may log in: accounts and roles as the secrets say them, read strictly, and the check of a password.

A setting that cannot be read closes managing; it never counts as "nothing configured".
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from argon2 import Type, extract_parameters
from argon2.exceptions import InvalidHashError

from kinerja.akun.akses import Pengguna, PeranPengguna

PANJANG_KUNCI = 32
"""Fewest characters of a key that signs a cookie."""
PANJANG_NAMA = 80
SANDI_TERPENDEK = 12
SANDI_TERPANJANG = 256
UMUR_BAWAAN = 480
UMUR_TERPANJANG = 7 * 24 * 60
_KUNCI_PENYEDIA = ("client_id", "server_metadata_url")
T = TypeVar("T")


class PengaturanAkunSalah(ValueError):  # noqa: N818 - Indonesian for "wrong account settings"
    """The secrets say something about accounts that cannot be meant; the text says what."""


@dataclass(frozen=True, slots=True)
class Hak:
    """A role and, for an operator, the OPD it is for."""

    peran: PeranPengguna
    kode_opd: str = ""

    def pengguna(self, nama: str) -> Pengguna:
        """Return the person who holds this right."""
        return Pengguna(nama, self.peran, self.kode_opd)


@dataclass(frozen=True, slots=True)
class Akun:
    """A local account: its name, the argon2id hash of its password and its right."""

    nama: str
    sandi: str = field(repr=False)
    hak: Hak

    @property
    def sidik(self) -> str:
        """Return a short fingerprint of the hash: a cookie that carries another one is older than the password."""
        return hashlib.sha256(self.sandi.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pengaturan:
    """What the secrets say: accounts by casefolded name, rights by casefolded e-mail, providers of OpenID Connect."""

    akun: Mapping[str, Akun] = field(default_factory=dict)
    oidc: Mapping[str, Hak] = field(default_factory=dict)
    penyedia: tuple[str, ...] = ()
    kunci_cookie: str = field(default="", repr=False)
    umur_detik: int = UMUR_BAWAAN * 60

    @property
    def kosong(self) -> bool:
        """Tell whether nobody can log in because nothing is configured."""
        return not self.akun and not self.penyedia

    def cari(self, nama: str) -> Akun | None:
        """Return the account of a name, as it is typed."""
        return self.akun.get(kunci_nama(nama))


def kunci_nama(nama: str) -> str:
    """Return what a typed name is looked up and counted by: cut first, so that no tail makes another name of it."""
    return nama[:PANJANG_NAMA].strip().casefold()


def baca_pengaturan(rahasia: Mapping[str, Any]) -> Pengaturan:
    """Read the settings of accounts from the secrets.

    Args:
        rahasia: the secrets, of which `akun`, `peran_oidc`, `masuk` and Streamlit's `auth` are read.

    Raises:
        PengaturanAkunSalah: when something there cannot be meant.
    """
    masuk = _tabel(rahasia, "masuk")
    _hanya(masuk, "masuk", "kunci_cookie", "umur_menit")
    # The provider without a name is "".
    auth = _tabel(rahasia, "auth")
    penyedia: tuple[str, ...] = ()
    if auth:
        bernama = [n for n, isi in auth.items() if isinstance(isi, Mapping) and n != "client_kwargs"]
        tanpa_nama = any(k in auth for k in _KUNCI_PENYEDIA)
        for nama in bernama:
            _lengkap(auth[nama], f"auth.{nama}")
        if tanpa_nama or not bernama:
            _lengkap(auth, "auth")
        _kunci(auth, "auth", "cookie_secret", wajib=True)
        if not str(auth.get("redirect_uri", "")).endswith("/oauth2callback"):
            raise PengaturanAkunSalah("[auth] redirect_uri harus berakhir dengan /oauth2callback")
        penyedia = (*([""] if tanpa_nama else []), *bernama)
    oidc = _unik("peran_oidc", _tabel(rahasia, "peran_oidc"), _hak_oidc)
    if oidc and not penyedia:
        raise PengaturanAkunSalah("[peran_oidc] memerlukan [auth] dengan client_id dan server_metadata_url")
    umur = masuk.get("umur_menit", UMUR_BAWAAN)
    if isinstance(umur, bool) or not isinstance(umur, int) or not 1 <= umur <= UMUR_TERPANJANG:
        raise PengaturanAkunSalah(f"[masuk] umur_menit harus bilangan bulat 1 sampai {UMUR_TERPANJANG}")
    return Pengaturan(
        akun=_unik("akun", _tabel(rahasia, "akun"), _akun),
        oidc=oidc,
        penyedia=penyedia,
        kunci_cookie=_kunci(masuk, "masuk", "kunci_cookie"),
        umur_detik=umur * 60,
    )


def _tabel(asal: Mapping[str, Any], nama: str) -> Mapping[str, Any]:
    isi = asal.get(nama, {})
    if not isinstance(isi, Mapping):
        raise PengaturanAkunSalah(f"[{nama}] harus berupa tabel")
    return isi


def _hanya(tabel: Mapping[str, Any], tempat: str, *dikenal: str) -> None:
    """Refuse a key that is not known: a misspelt one would otherwise be silently without effect."""
    if asing := sorted(set(tabel) - set(dikenal)):
        raise PengaturanAkunSalah(f"[{tempat}] memuat {', '.join(asing)}; yang dikenal: {', '.join(dikenal)}")


def _unik(tempat: str, tabel: Mapping[str, Any], baca: Callable[[str, Any], T]) -> dict[str, T]:
    hasil: dict[str, T] = {}
    for nama, isi in tabel.items():
        kunci = nama.strip().casefold()
        if kunci in hasil:
            raise PengaturanAkunSalah(f"[{tempat}] memuat {nama} dua kali; huruf besar dan kecil tidak dibedakan")
        hasil[kunci] = baca(nama.strip(), isi)
    return hasil


def _akun(nama: str, isi: Any) -> Akun:
    tempat = f"akun.{nama}"
    if not nama or len(nama) > PANJANG_NAMA or not nama.isprintable():
        raise PengaturanAkunSalah(f"Nama akun harus 1 sampai {PANJANG_NAMA} huruf yang tampak")
    if not isinstance(isi, Mapping):
        raise PengaturanAkunSalah(f"[{tempat}] harus berupa tabel dengan sandi dan peran")
    _hanya(isi, tempat, "sandi", "peran", "kode_opd")
    sidik = isi.get("sandi")
    try:
        jenis = extract_parameters(sidik).type if isinstance(sidik, str) else None
    except InvalidHashError:
        jenis = None
    if jenis is not Type.ID:
        # What stands there is not repeated: it may be the password.
        raise PengaturanAkunSalah(f"[{tempat}] sandi bukan sidik argon2id; buat dengan: python -m kinerja sandi")
    return Akun(nama, str(sidik), _hak(isi, tempat))


def _hak_oidc(surel: str, isi: Any) -> Hak:
    tempat = f"peran_oidc.{surel}"
    if "@" not in surel:
        raise PengaturanAkunSalah(f"[peran_oidc] memuat {surel}; yang diharapkan alamat surel")
    tabel = isi if isinstance(isi, Mapping) else {"peran": isi}
    _hanya(tabel, tempat, "peran", "kode_opd")
    return _hak(tabel, tempat)


def _hak(isi: Mapping[str, Any], tempat: str) -> Hak:
    try:
        peran = PeranPengguna(isi.get("peran", ""))
    except ValueError:
        dikenal = ", ".join(PeranPengguna)
        raise PengaturanAkunSalah(f"[{tempat}] peran tidak dikenal; yang dikenal: {dikenal}") from None
    kode = isi.get("kode_opd", "")
    if not isinstance(kode, str) or (peran is PeranPengguna.OPERATOR) != bool(kode.strip()):
        raise PengaturanAkunSalah(f"[{tempat}] kode_opd wajib untuk operator, dan hanya untuk operator")
    return Hak(peran, kode.strip())


def _lengkap(tabel: Mapping[str, Any], tempat: str) -> None:
    if kurang := [k for k in _KUNCI_PENYEDIA if not tabel.get(k)]:
        raise PengaturanAkunSalah(f"[{tempat}] belum memuat {' dan '.join(kurang)}")


def _kunci(tabel: Mapping[str, Any], tempat: str, nama: str, *, wajib: bool = False) -> str:
    kunci = tabel.get(nama, "")
    if (wajib or nama in tabel) and (not isinstance(kunci, str) or len(kunci) < PANJANG_KUNCI):
        raise PengaturanAkunSalah(f"[{tempat}] {nama} harus berupa teks acak, sedikitnya {PANJANG_KUNCI} huruf")
    return str(kunci)


# --- passwords --------------------------------------------------------------------------------------------------------
