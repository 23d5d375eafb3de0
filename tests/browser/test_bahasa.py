"""Streamlit's own words are Indonesian wherever a reader meets them, also in what is only read out."""

from alat_peramban import buka, kotak, tampak, utama


def test_a_box_of_choices_speaks_indonesian(server, halaman):
    buka(halaman, server.url("opd", opd="BATUBARA", tahun=2024, lihat_opd="banding", banding="SETDA,BKPSDM"))
    kotak(halaman, "OPD").click()
    halaman.keyboard.type("zzzz")
    daftar = halaman.get_by_role("listbox")
    daftar.get_by_text("Tidak ada yang cocok").wait_for()
    halaman.keyboard.press("Escape")
    halaman.get_by_role("button", name="Hapus BKPSDM").wait_for()
    banyak = kotak(halaman, "Bandingkan")
    for nama in ("Inspektorat", "Disdik"):
        banyak.click()
        daftar.get_by_role("option", name=nama, exact=True).click()
    # The box stays open: what it says now is set by Streamlit anew.
    daftar.get_by_text("Paling banyak 4. Hapus salah satu dahulu.").wait_for()
    assert "available" not in halaman.locator("[data-live-announcer]").inner_text()


def test_a_text_to_copy_says_so_before_and_after(server, halaman):
    buka(halaman, server.url("kelengkapan", opd="BATUBARA", tahun=2024))
    utama(halaman).get_by_role("button", name="Surat permintaan").click()
    salin = halaman.get_by_role("button", name="Salin teks", exact=True)
    salin.click()
    halaman.get_by_role("button", name="✓ Tersalin", exact=True).wait_for()
    salin.wait_for()


def test_what_cannot_be_uploaded_is_refused_in_indonesian(server, halaman, tmp_path):
    for nama, besar in (("a.pdf", 1), ("b.xlsx", 21_000_000)):
        with (tmp_path / nama).open("wb") as berkas:
            berkas.truncate(besar)
    buka(halaman, server.url("kelola"))
    kotak_unggah = halaman.get_by_test_id("stFileUploader")
    assert kotak_unggah.get_by_role("button", name="Pilih berkas").is_visible()
    kotak_unggah.locator("input").set_input_files([tmp_path / "a.pdf", tmp_path / "b.xlsx"])
    salah = kotak_unggah.get_by_role("alert")
    salah.nth(1).wait_for(state="attached")
    assert [tampak(s) for s in salah.all_text_contents()] == [
        "Ditolak: Jenis berkas ini tidak dapat dibaca.",
        "Ditolak: Berkas lebih besar daripada 20 MB.",
    ]


def test_a_field_of_a_form_says_how_it_is_sent(server, halaman):
    buka(halaman, server.url("kelola", urusan="kunci"))
    halaman.get_by_label("Alasan (wajib)").first.fill("x")
    halaman.get_by_text("Tekan Enter untuk mengirim").wait_for()


def test_the_first_step_of_the_tab_key_leads_to_the_content(server, halaman):
    buka(halaman, server.url("panduan"))
    halaman.keyboard.press("Tab")
    assert halaman.evaluate("document.activeElement.innerText") == "Langsung ke isi halaman"
    halaman.keyboard.press("Enter")
    assert halaman.evaluate("document.activeElement.closest('[data-testid=stMain]') !== null")
