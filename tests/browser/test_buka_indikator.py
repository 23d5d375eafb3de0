"""Opening an indicator: from a table, from a chart, by link, and back."""

from alat_peramban import buka, judul, kembali_ke, menunggu, pilih, saringan, utama


def tandai(halaman):
    """Leave a mark that a reload of the document would wipe out."""
    halaman.evaluate("window.__tanda = 1")


def sesesi(halaman):
    return halaman.evaluate("window.__tanda") == 1


def test_a_name_in_the_table_of_capaian_opens_its_story_in_the_same_session_and_back_leads_back(server, halaman):
    buka(halaman, server.url("capaian", opd="BATUBARA", tahun=2024))
    semula = judul(halaman)
    tandai(halaman)
    with menunggu(halaman):
        utama(halaman).get_by_role("link", name="Tingkat Pengangguran Terbuka", exact=True).click()
    assert judul(halaman).startswith("Tingkat Pengangguran Terbuka 5,75% pada 2024")
    assert saringan(halaman).items() >= {"opd": "BATUBARA", "tahun": "2024", "indikator": "BB-TPT"}.items()
    assert sesesi(halaman)
    kembali_ke(halaman, semula)
    assert sesesi(halaman)


def test_a_click_on_a_bar_opens_the_indicator(server, halaman):
    buka(halaman, server.url("capaian", opd="SETDA", tahun=2024))
    batang = utama(halaman).locator(".js-plotly-plot .bars .point path").nth(1)
    with menunggu(halaman):
        batang.click(force=True)
    halaman.wait_for_url("**/indikator?*")
    assert "Produk Hukum" in judul(halaman)
    assert saringan(halaman)["indikator"] == "SETDA-HUKUM"


def test_another_opd_opens_its_first_indicator_and_another_indicator_takes_its_opd_along(server, halaman):
    buka(halaman, server.url("indikator", opd="BATUBARA", tahun=2024, indikator="BB-TPT"))
    pilih(halaman, "OPD", "Sekretariat Daerah")
    assert saringan(halaman)["indikator"] == "SETDA-LPPD"
    pilih(halaman, "Indikator", "Opini BPK · Pemkab Batu Bara")
    assert saringan(halaman).items() >= {"opd": "BATUBARA", "indikator": "BB-OPINI"}.items()
    assert judul(halaman).startswith("Opini BPK WDP")


def test_a_code_that_does_not_exist_is_named_as_such_with_those_it_might_have_meant(server, halaman):
    buka(halaman, server.url("indikator", opd="BATUBARA", tahun=2024, indikator="BB-TPTT"))
    pesan = utama(halaman).get_by_role("alert").first.inner_text()
    assert "pilihan bawaan" in pesan
    assert "BB-TPT (Tingkat Pengangguran Terbuka)" in pesan
    assert judul(halaman).startswith("Usia Harapan Hidup")


def test_on_a_phone_the_key_figures_stand_two_by_two_and_nothing_is_wider_than_the_screen(server, ponsel):
    buka(ponsel, server.url("indikator", opd="BATUBARA", tahun=2024, indikator="BB-DAGANG"))
    kotak = ponsel.locator(".dk-indikator__kunci > div")
    atas = [kotak.nth(n).bounding_box()["y"] for n in range(4)]
    assert atas[0] == atas[1] < atas[2] == atas[3]
    lebar = ponsel.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert lebar <= 390
