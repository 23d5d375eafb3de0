// What the dashboard adds to Streamlit's own browser code. Served from here, no inline script, nothing from outside.
"use strict";

// A link in a table is a real link (copied, opened in a new tab, read out), but a plain click changes the page inside
// the open session: Streamlit listens to steps through the history and reruns with the new address.
addEventListener("click", (kejadian) => {
  const lain = kejadian.button || kejadian.metaKey || kejadian.ctrlKey || kejadian.shiftKey || kejadian.altKey;
  const tautan = kejadian.target.closest?.("a.dk-tautan");
  if (kejadian.defaultPrevented || lain || !tautan || tautan.origin !== location.origin) return;
  kejadian.preventDefault();
  history.pushState({}, "", tautan.href);
  dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
});

// The performance tree is nested details and opens without any of this. Added are the keys of a tree and the two
// buttons; the style sheet shows the buttons only once this file runs.
document.documentElement.classList.add("dk-naskah");

const cabang = (pohon) => [...pohon.querySelectorAll("details:not(.dk-tanda)")];

// What the arrow keys visit: every summary and link that is not inside something closed.
function perhentian(pohon) {
  const semua = pohon.querySelectorAll("details:not(.dk-tanda) > summary, a.dk-tautan");
  return [...semua].filter((el) => {
    const luar = el.matches("summary") ? el.parentElement.parentElement : el;
    return !luar.closest("details:not([open])");
  });
}

// Each returns what takes the focus next; nothing where the key only opens or closes.
const LANGKAH = {
  ArrowDown: (kini, semua) => semua[semua.indexOf(kini) + 1],
  ArrowUp: (kini, semua) => semua[semua.indexOf(kini) - 1],
  Home: (kini, semua) => semua[0],
  End: (kini, semua) => semua.at(-1),
  ArrowRight: (kini, semua) => {
    if (!kini.matches("summary")) return undefined;
    if (kini.parentElement.open) return semua[semua.indexOf(kini) + 1];
    kini.parentElement.open = true;
    return undefined;
  },
  ArrowLeft: (kini) => {
    const milik = kini.closest("details");
    if (!kini.matches("summary")) return milik?.querySelector("summary");
    if (!milik.open) return milik.parentElement.closest("details")?.querySelector("summary");
    milik.open = false;
    return undefined;
  },
  "*": (kini) => {
    const daftar = kini.closest("ul");
    for (const d of daftar.querySelectorAll(":scope > li > details")) d.open = true;
  },
};

addEventListener("keydown", (kejadian) => {
  const pohon = kejadian.target.closest?.(".dk-pohon");
  const langkah = LANGKAH[kejadian.key];
  if (!pohon || !langkah || kejadian.altKey || kejadian.ctrlKey || kejadian.metaKey) return;
  const semua = perhentian(pohon);
  if (!semua.includes(kejadian.target)) return;
  kejadian.preventDefault();
  langkah(kejadian.target, semua)?.focus();
});

addEventListener("click", (kejadian) => {
  const tombol = kejadian.target.closest?.("[data-pohon]");
  const pohon = tombol?.closest(".dk-pohon");
  if (pohon) for (const d of cabang(pohon)) d.open = tombol.dataset.pohon === "buka";
});

// The text of "Salin ringkasan" is selected, so that it can also be copied by hand, and put on the clipboard. A browser
// withholds the clipboard on plain http; the older command still works there.
function salinLama(teks) {
  const isi = (kejadian) => {
    kejadian.clipboardData.setData("text/plain", teks);
    kejadian.preventDefault();
  };
  addEventListener("copy", isi);
  const berhasil = document.execCommand("copy");
  removeEventListener("copy", isi);
  return berhasil;
}

addEventListener("click", async (kejadian) => {
  const tombol = kejadian.target.closest?.("[data-salin]");
  const kode = tombol?.closest("[data-testid=stPopoverBody]")?.querySelector("code");
  if (!kode) return;
  getSelection().selectAllChildren(kode);
  let berhasil = true;
  try {
    await navigator.clipboard.writeText(kode.textContent);
  } catch {
    berhasil = salinLama(kode.textContent);
  }
  tombol.textContent = berhasil ? "✓ Tersalin" : "Teks terpilih: tekan Ctrl+C";
  setTimeout(() => (tombol.textContent = "Salin teks"), 3000);
});
