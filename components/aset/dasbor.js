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
document.documentElement.classList.add("is-naskah");

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

// A text to send (components/bingkai/salin.py) is selected, so that it can also be copied by hand, and put on the clipboard. A browser
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
  if (!tombol) return;
  const kotak = tombol.closest(".dk-salin").querySelector("pre");
  getSelection().selectAllChildren(kotak);
  let berhasil = true;
  try {
    await navigator.clipboard.writeText(kotak.textContent);
  } catch {
    berhasil = salinLama(kotak.textContent);
  }
  tombol.textContent = berhasil ? "✓ Tersalin" : "Teks terpilih: tekan Ctrl+C";
  setTimeout(() => (tombol.textContent = "Salin teks"), 3000);
});

// Streamlit speaks English and lets nobody translate it: what a reader meets on our pages is replaced here, whole
// sentences only, in what is read out (aria-label, placeholder) and in the places of TEMPAT. Data are never touched.
const SEBUTAN = new Map([
  ["Sidebar", "Bilah samping"],
  ["App pages", "Halaman dasbor"],
  ["Collapse sidebar", "Tutup bilah samping"],
  ["Expand sidebar", "Buka bilah samping"],
  ["Skip to main content", "Langsung ke isi halaman"],
  ["Open", "Buka pilihan"],
  ["Dismiss", "Tutup"],
  ["Close", "Tutup"],
  ["Clear value", "Kosongkan pilihan"],
  ["Clear all", "Kosongkan semua"],
  ["Selected values", "Yang dipilih"],
  ["Select all", "Pilih semua"],
  ["No results", "Tidak ada yang cocok"],
  ["Choose an option", "Pilih"],
  ["Choose options", "Pilih"],
  ["No options to select", "Tidak ada pilihan"],
  ["Choose date", "Pilih tanggal"],
  ["Previous month", "Bulan sebelumnya"],
  ["Next month", "Bulan berikutnya"],
  ["Empty", "Kosong"],
  ["Fullscreen", "Layar penuh"],
  ["Close fullscreen", "Tutup layar penuh"],
  ["Press Enter to apply", "Tekan Enter untuk memakai"],
  ["Press Enter to submit form", "Tekan Enter untuk mengirim"],
  ["Upload", "Pilih berkas"],
  ["Add files", "Tambah berkas"],
  ["file upload", "Unggah berkas"],
  ["Drag and drop a file here", "Tarik berkas ke sini"],
  ["Drag and drop files here", "Tarik berkas ke sini"],
  ["Running...", "Sedang menghitung"],
  ["Stop", "Hentikan"],
  ["Connecting", "Menyambung"],
  ["Connecting to Streamlit server", "Menyambung ke peladen"],
  ["Error", "Galat"],
  ["Error:", "Ditolak:"],
  ["Unable to connect to Streamlit server", "Peladen tidak dapat dihubungi"],
  ["Connection error", "Sambungan terputus"],
  ["Streamlit server is not responding. Are you connected to the internet?", "Peladen tidak menjawab. Periksa jaringan."],
]);
const POLA = [
  [/^Help for (.+)$/s, "Penjelasan: $1"],
  [/^Remove (.+)$/s, "Hapus $1"],
  [/^Choose date, (.+)$/s, "Pilih tanggal, $1"],
  [/^day, (.+)$/s, "tanggal, $1"],
  [/^month, (.+)$/s, "bulan, $1"],
  [/^year, (.+)$/s, "tahun, $1"],
  [/^Fullscreen: (.+)$/s, "Layar penuh: $1"],
  [/^Close fullscreen: (.+)$/s, "Tutup layar penuh: $1"],
  [/^Select (\d+) matches$/, "Pilih $1 yang cocok"],
  [/^You can only select up to (\d+) options?\. Remove an option first\.$/, "Paling banyak $1. Hapus salah satu dahulu."],
  [/^\S+ files are not allowed\.$/, "Jenis berkas ini tidak dapat dibaca."],
  [/^File must be (\d+)(?:\.0)?([KMG]B) or smaller\.$/, "Berkas lebih besar daripada $1 $2."],
  [/^(\d+)(?:\.0)?([KMG]B) per file$/, "Paling besar $1 $2 per berkas"],
  [/^(\d+) options? available\.$/, "$1 pilihan tersedia."],
  [/^(.+), selected$/s, "$1, dipilih"],
];
const TEMPAT =
  "[role=listbox], [role=tooltip], [data-live-announcer], [data-testid=InputInstructions], " +
  "[data-testid=stFileUploader], [data-testid=stSkipToContent], [data-testid=stStatusWidget], " +
  "[data-testid=stConnectionStatus], [data-testid=stDialog]";

const ATRIBUT = ["aria-label", "aria-valuetext", "placeholder"];
const BERATRIBUT = ATRIBUT.map((nama) => `[${nama}]`).join();

function terjemah(teks) {
  const isi = teks.trim();
  if (SEBUTAN.has(isi)) return teks.replace(isi, SEBUTAN.get(isi));
  const pola = POLA.find(([bentuk]) => bentuk.test(teks));
  return pola && teks.replace(...pola);
}

function gantiAtribut(el) {
  for (const nama of ATRIBUT) {
    const baru = terjemah(el.getAttribute(nama) ?? "");
    if (baru) el.setAttribute(nama, baru);
  }
}

function gantiTeks(akar) {
  const jalan = document.createTreeWalker(akar, NodeFilter.SHOW_TEXT);
  for (let t = akar.nodeType === Node.TEXT_NODE ? akar : jalan.nextNode(); t; t = jalan.nextNode()) {
    const baru = terjemah(t.data);
    if (baru) t.data = baru;
  }
}

function terjemahkan(simpul) {
  const el = simpul.nodeType === Node.ELEMENT_NODE ? simpul : simpul.parentElement;
  if (!el || el instanceof SVGElement || el.closest(".js-plotly-plot")) return;
  if (el.closest(TEMPAT)) gantiTeks(simpul);
  else for (const tempat of el.querySelectorAll(TEMPAT)) gantiTeks(tempat);
  for (const lain of [el, ...el.querySelectorAll(BERATRIBUT)]) gantiAtribut(lain);
}

function atur(el, nama, nilai) {
  if (el.getAttribute(nama) !== nilai) el.setAttribute(nama, nilai);
}

// Markup of Streamlit 1.67 that a screen reader takes wrongly; React keeps attributes that it does not know.
function rapikan() {
  const menu = document.querySelector("[data-testid=stSidebarNavItems]");
  if (menu) {
    // A list of sections, each with its pages: as delivered, neither the sections nor the pages are in a list.
    atur(menu, "role", "presentation");
    for (const bagian of menu.querySelectorAll(":scope > div")) {
      atur(bagian, "role", "list");
      atur(bagian, "aria-label", bagian.querySelector("header p")?.textContent ?? "");
    }
  }
  // Our pages go from the title (h1) to parts (st.subheader: h3); without this a level would be missing between them.
  for (const judul of document.querySelectorAll("[data-testid=stMain] :is(h3, h4)")) {
    atur(judul, "aria-level", String(judul.tagName[1] - 1));
  }
  // The name of an icon's drawing says nothing; its heading does.
  for (const ikon of document.querySelectorAll("[role=img][aria-label$=' icon']")) atur(ikon, "aria-hidden", "true");
  // Both have a name of their own but no role that may carry one.
  for (const el of document.querySelectorAll("[data-testid=stFileUploaderDropzone], [data-tag]")) atur(el, "role", "group");
}

// Who came from the full-screen deck (paparan.js) to an indicator finds the way back to the same slide.
function kembaliKePaparan() {
  const asal = location.pathname.endsWith("/indikator") && sessionStorage.getItem("dk_paparan");
  const lama = document.querySelector(".dk-tombol__kembali");
  if (!asal) return lama?.remove();
  if (lama) return;
  const tautan = document.createElement("a");
  tautan.className = "dk-tombol is-utama dk-tombol__kembali";
  tautan.href = asal;
  tautan.textContent = "◀ Kembali ke paparan";
  document.body.append(tautan);
}

// A server that comes back may have newer data. Streamlit asks for them only when the connection broke while it was busy;
// a step through the history that leads nowhere makes it ask.
let tersambung = false;
let terputus = false;
function tanyaLagi() {
  const kini = document.querySelector("[data-testid=stApp]")?.dataset.testConnectionState;
  if (kini !== "CONNECTED") {
    terputus = tersambung;
    return;
  }
  tersambung = true;
  if (!terputus) return;
  terputus = false;
  // A newer server may bring another style sheet with its pages; until it is here the old one holds.
  document.querySelector("link[href^='/dk/gaya.css']").href = `/dk/gaya.css?${Date.now()}`;
  dispatchEvent(new PopStateEvent("popstate", { state: {} }));
}

// Once a frame: a page is drawn in many small changes, and each look goes through the whole document.
let menunggu = false;
function rapikanSekali() {
  if (menunggu) return;
  menunggu = true;
  requestAnimationFrame(() => {
    menunggu = false;
    rapikan();
    kembaliKePaparan();
    tanyaLagi();
  });
}

new MutationObserver((perubahan) => {
  for (const { type, target, addedNodes } of perubahan) {
    if (type === "attributes") gantiAtribut(target);
    else if (type === "characterData") terjemahkan(target);
    else addedNodes.forEach(terjemahkan);
  }
  rapikanSekali();
}).observe(document.documentElement, {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: [...ATRIBUT, "data-test-connection-state"],
});
terjemahkan(document.body);
rapikan();
