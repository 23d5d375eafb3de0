"""An issuer of OpenID Connect for the tests: discovery, authorization, token and keys, on this machine."""

import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_urlsafe
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

KLIEN = "dasbor"


class Penerbit:
    """Everybody who comes is logged in as `surel`; tokens are signed with RS256."""

    def __init__(self, surel):
        self.surel = surel
        self.klaim = {}
        self.alamat = ""
        self._kunci = RSAKey.generate_key(2048, {"kid": "uji", "alg": "RS256", "use": "sig"})
        self._kode = {}

    def jawab(self, jalur, isi):
        """Return status, headers and JSON of an answer."""
        if jalur == "/.well-known/openid-configuration":
            return 200, {}, self._penemuan()
        if jalur == "/jwks":
            return 200, {}, {"keys": [self._kunci.as_dict(private=False)]}
        if jalur == "/authorize":
            kode = token_urlsafe(8)
            self._kode[kode] = isi.get("nonce")
            return 302, {"Location": f"{isi['redirect_uri']}?{urlencode({'code': kode, 'state': isi['state']})}"}, {}
        if jalur == "/token" and isi.get("code") in self._kode:
            return 200, {}, self._token(self._kode.pop(isi["code"]))
        return 400, {}, {"error": "invalid_request"}

    def _penemuan(self):
        titik = {f"{n}_endpoint": f"{self.alamat}/{j}" for n, j in (("authorization", "authorize"), ("token", "token"))}
        return {
            "issuer": self.alamat,
            "jwks_uri": f"{self.alamat}/jwks",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            **titik,
        }

    def _token(self, nonce):
        kini = int(time.time())
        klaim = {"iss": self.alamat, "sub": "1", "aud": KLIEN, "iat": kini, "exp": kini + 300, "nonce": nonce}
        klaim |= {"email": self.surel, "email_verified": True} | self.klaim
        id_token = jwt.encode({"alg": "RS256", "kid": "uji"}, klaim, self._kunci)
        return {"access_token": "x", "token_type": "Bearer", "expires_in": 300, "id_token": id_token}


@contextmanager
def jalankan_penerbit(surel):
    """Run an issuer on a free port in a thread."""
    penerbit = Penerbit(surel)

    class Jawaban(BaseHTTPRequestHandler):
        def do_GET(self):
            self._jawab(urlsplit(self.path).query)

        def do_POST(self):
            self._jawab(self.rfile.read(int(self.headers["Content-Length"])).decode())

        def _jawab(self, teks):
            isi = {k: v[0] for k, v in parse_qs(teks).items()}
            status, tajuk, badan = penerbit.jawab(urlsplit(self.path).path, isi)
            kirim = json.dumps(badan).encode()
            self.send_response(status)
            for nama, nilai in {"Content-Type": "application/json", "Content-Length": str(len(kirim)), **tajuk}.items():
                self.send_header(nama, nilai)
            self.end_headers()
            self.wfile.write(kirim)

        def log_message(self, *isi):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Jawaban) as server:
        penerbit.alamat = f"http://127.0.0.1:{server.server_address[1]}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield penerbit
        server.shutdown()
