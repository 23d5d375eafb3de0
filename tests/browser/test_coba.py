import time

from conftest import *


def test_a(server, konteks_baru):
    konteks, rek = konteks_baru()
    h = konteks.new_page()
    t = time.time()
    buka(h, server.url())
    print("load", time.time() - t, h.title(), judul(h), saringan(h))
    print([(c.get_attribute("aria-label")) for c in h.get_by_role("combobox").all()])
    print(h.get_by_role("combobox").first.evaluate("e=>e.outerHTML"))
    pilih(h, "OPD", "Sekretariat Daerah")
    print(judul(h), saringan(h))
    pilih(h, "Tahun", "2023")
    print(judul(h), saringan(h))
    t = time.time()
    menu(h, "Capaian")
    print(time.time() - t, h.title(), judul(h), h.url)
    menu(h, "Predikat")
    print(judul(h), h.url)
    menu(h, "Ringkasan")
    print(judul(h), h.url)
    t = time.time()
    h.reload()
    diam(h)
    print("reload", time.time() - t, judul(h), h.url)
    t = time.time()
    buka(h, server.url("capaian", opd="SETDA", tahun=2022))
    print("goto", time.time() - t, judul(h), h.url)
    print(rek.konsol, rek.gagal, rek.ke_luar)
