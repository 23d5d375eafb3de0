"""What axe finds on a page: its rules of serious and critical impact, in both themes, with everything unfolded."""

from importlib.resources import files

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text()
TINGGI = 12_000
"""Pixels: axe judges no contrast in what is scrolled out of sight, so the window is higher than any page."""
BENTANGKAN = "() => document.querySelectorAll('[data-testid=stMain] details').forEach(d => { d.open = true; })"
# What is drawn inside a chart is left out: it is one picture with a text of its own (role=img, aria-label), and axe
# finds no background behind a text in a drawing.
# Contrast takes nine tenths of the time, so of all texts that look alike (own colour and size, colours and opacity of
# everything around) one is looked at.
PERIKSA = """async (aturan) => {
    const GAMBAR = '.js-plotly-plot';
    const rupa = new Map([[null, '']]);
    const sekitar = el => {
        if (!rupa.has(el)) {
            const g = getComputedStyle(el);
            const sendiri = `${g.backgroundColor} ${g.backgroundImage} ${g.opacity} ${g.position} ${g.filter}`;
            const luar = sekitar(el.parentElement);
            rupa.set(el, luar.endsWith(sendiri) ? luar : `${luar}|${sendiri}`);
        }
        return rupa.get(el);
    };
    const wakil = new Map();
    for (const el of document.body.querySelectorAll(`:not(${GAMBAR} *)`)) {
        const berteks = [...el.childNodes].some(s => s.nodeType === 3 && s.data.trim()) || el.placeholder || el.value;
        if (!berteks || !el.checkVisibility()) continue;
        const g = getComputedStyle(el);
        wakil.set(`${g.color} ${g.fontSize} ${g.fontWeight} ${g.textShadow}${sekitar(el)}`, el);
    }
    const pilihan = {resultTypes: ['violations', 'incomplete'], preload: false};
    const warna = await axe.run({include: [...wakil.values()]}, {...pilihan, runOnly: ['color-contrast']});
    const lain = aturan === 'warna' ? [] : [await axe.run(
        {exclude: [[GAMBAR]]}, {...pilihan, rules: {'color-contrast': {enabled: false}}})];
    return [warna, ...lain].flatMap(hasil => [
        ...hasil.violations.filter(a => ['serious', 'critical'].includes(a.impact)),
        ...hasil.incomplete.filter(a => JSON.stringify(a.nodes).includes('error-occurred')),
    ]).flatMap(a => a.nodes.map(s => `${a.id}: ${s.html.slice(0, 160)} (${s.failureSummary.replace(/\\s+/g, ' ')})`));
}"""
BERTEMA = """(tema) => [...document.querySelectorAll('[data-testid=stApp]')].every(
    app => getComputedStyle(app).colorScheme === tema)
    && document.getAnimations().every(a => a.playState !== 'running')"""


def pasang_axe(halaman):
    """Bring axe into the open document, as its console would: the Content-Security-Policy stays in force."""
    if not halaman.evaluate("'axe' in window"):
        halaman.evaluate(f"{AXE}; 0")


def pelanggaran(halaman):
    """Return what axe finds in the theme of the moment and then, where only colours differ, in the other one."""
    pasang_axe(halaman)
    halaman.evaluate(BENTANGKAN)
    ditemukan = halaman.evaluate(PERIKSA)
    tema = ganti_tema(halaman)
    return [*ditemukan, *(f"{tema} {t}" for t in halaman.evaluate(PERIKSA, "warna"))]


def pelanggaran_kini(halaman):
    """Return what axe finds on what is shown now, in the theme of the moment."""
    pasang_axe(halaman)
    return halaman.evaluate(PERIKSA)


def ganti_tema(halaman):
    """Change between the light and the dark theme, as the system setting does, and return the new one."""
    tema = "light" if halaman.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") else "dark"
    halaman.emulate_media(color_scheme=tema)
    halaman.wait_for_function(BERTEMA, arg=tema)
    return tema
