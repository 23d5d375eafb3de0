"""Ports for the servers of the tests."""

import random
import socket

SINI = "127.0.0.1"
RENTANG = range(20_000, 32_000)
"""Below the ports that Linux gives to outgoing connections, of which a browser opens many: what is free now stays free
until the server that it is for has started."""


def port_kosong():
    """Return a port that nobody listens on, as text."""
    acak = random.SystemRandom()
    while True:
        porta = acak.choice(RENTANG)
        with socket.socket() as s:
            try:
                s.bind((SINI, porta))
            except OSError:
                continue
            return str(porta)
