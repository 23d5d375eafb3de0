"""Accounts for the tests: cheap hashes, one account, a clock that stands still."""

from argon2 import PasswordHasher

RINGAN = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
SANDI = "kata-sandi-uji-coba"
SIDIK = RINGAN.hash(SANDI)
KUNCI = "k" * 32
AUTH = {
    "redirect_uri": "http://x/oauth2callback",
    "cookie_secret": KUNCI,
    "client_id": "a",
    "server_metadata_url": "http://y",
}


def satu(**isi):
    """Return secrets with the account siti, an admin unless `isi` says otherwise."""
    return {"akun": {"siti": {"sandi": SIDIK, "peran": "admin", **isi}}}


class Jam:
    """A clock in seconds that moves by hand."""

    def __init__(self, kini=1000.0):
        self.kini = kini

    def __call__(self):
        return self.kini
