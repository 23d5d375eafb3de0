"""A strip of dots: where one unit stands among all on a scale."""

from collections.abc import Iterator

from markupsafe import Markup

from kinerja.sajian.lajur import Lajur, TitikUnit
from kinerja.telaah.opd.posisi import Posisi

_LAJUR = Markup('<div class="dk-lajur" role="img" aria-label="{}">{}</div>')
_TITIK = Markup('<b class="{}" style="left:{:.2f}%" title="{}"></b>')
_PITA = Markup('<i style="left:{:.2f}%;width:{:.2f}%"><em>{}</em></i>')


def lajur_html(p: Posisi, lajur: Lajur) -> Markup:
    """Return every unit as a dot on the scale, the own one large and named."""
    pita = (_PITA.format(lajur.letak(a), lajur.letak(b) - lajur.letak(a), kata) for kata, a, b in reversed(lajur.pita))
    titik = (_TITIK.format(_kelas(t), lajur.letak(t.angka), f"{t.nama}: {t.teks}") for t in lajur.titik)
    isi = Markup("").join((*pita, *titik, *_label(lajur), *_ujung(lajur)))
    return Markup('{}<div class="dk-lajur__arti">{}</div>').format(_LAJUR.format(p.alt, isi), _arti(lajur))


def _kelas(t: TitikUnit) -> str:
    return " ".join(k for k, ada in (("is-milik", t.sendiri), ("is-utuh", t.keseluruhan and not t.sendiri)) if ada)


def _label(lajur: Lajur) -> Iterator[Markup]:
    for t in lajur.titik:
        if t.sendiri:
            letak = lajur.letak(t.angka)
            geser = 0 if letak < 15 else (-100 if letak > 85 else -50)
            gaya = f"left:{letak:.2f}%;transform:translateX({geser}%)"
            yield Markup('<span style="{}">{}</span>').format(gaya, t.nama)


def _ujung(lajur: Lajur) -> Iterator[Markup]:
    yield Markup('<small style="left:0">{}</small>').format(lajur.bawah)
    yield Markup('<small style="right:0">{}</small>').format(lajur.atas)


def _arti(lajur: Lajur) -> Markup:
    """Say what the other dots are."""
    utuh = next((t for t in lajur.titik if t.keseluruhan and not t.sendiri), None)
    lain = any(not t.sendiri and not t.keseluruhan for t in lajur.titik)
    kata = ("● unit lain" if lain else "", f"◇ {utuh.nama} {utuh.teks}" if utuh else "")
    return Markup(" ").join(Markup('<span class="dk-teks__sebaris">{}</span>').format(t) for t in kata if t)
