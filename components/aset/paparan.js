// The deck on the full screen (components/rapat/tayang.py). Every slide is in the document; a step only shows another one.
"use strict";

const SLAID = [...document.querySelectorAll(".slaid")];
const { keluar, opd, tahun, versi, simpan } = document.body.dataset;
const el = (id) => document.getElementById(id);
const DIALOG = [...document.querySelectorAll("dialog")];
let kini = 0;
let ketikan = "";

// --- which slide ---------------------------------------------------------------------------------------------------

// Long titles and tables are written smaller until the slide holds them: nothing is cut, nothing scrolls.
const PALING_PENDEK = 0.36; // of the slide: a chart that is lower is not read
function paskan(slaid) {
  const isi = slaid.querySelector(".isi");
  const gambar = slaid.querySelector("figure");
  const lebih = () =>
    (gambar && gambar.clientHeight < slaid.clientHeight * PALING_PENDEK) ||
    slaid.scrollHeight > slaid.clientHeight + 1 ||
    [isi, ...isi.querySelectorAll(".dua, .wadah, .butir")].some((b) => b.scrollHeight > b.clientHeight + 1) ||
    isi.lastElementChild.getBoundingClientRect().bottom > slaid.querySelector("footer").getBoundingClientRect().top + 1;
  for (let k = 1; k > 0.35; k -= 0.05) {
    slaid.style.setProperty("--k", k.toFixed(2));
    if (!lebih()) break;
  }
}

function tampilkan(nomor, { catat = true } = {}) {
  kini = Math.min(Math.max(nomor, 0), SLAID.length - 1);
  SLAID.forEach((s, n) => (s.hidden = n !== kini));
  const slaid = SLAID[kini];
  paskan(slaid);
  el("nomor").textContent = `${kini + 1} / ${SLAID.length}`;
  el("ke_indikator").disabled = !slaid.dataset.indikator;
  document.title = `${kini + 1}. ${slaid.querySelector("h1").textContent}`;
  if (catat) history.replaceState(null, "", `#${slaid.id}`);
  sessionStorage.setItem("dk_paparan", `${location.pathname}${location.search}#${slaid.id}`);
}

const dariAlamat = () => SLAID.findIndex((s) => s.id === decodeURIComponent(location.hash.slice(1)));
addEventListener("hashchange", () => tampilkan(Math.max(0, dariAlamat()), { catat: false }));
addEventListener("resize", () => paskan(SLAID[kini]));

function lompat() {
  const nomor = Number(ketikan);
  ketikan = "";
  if (nomor) tampilkan(nomor - 1);
}

// --- time ----------------------------------------------------------------------------------------------------------

// Kept for the tab, so that a look into an indicator does not stop it.
const jam = JSON.parse(sessionStorage.getItem("dk_waktu") ?? '{"lalu":0,"sejak":null}');
const berlalu = () => jam.lalu + (jam.sejak ? Date.now() - jam.sejak : 0);
function tulisWaktu() {
  const detik = Math.floor(berlalu() / 1000);
  const dua = (n) => String(n).padStart(2, "0");
  el("waktu").textContent = `${jam.sejak ? "▶" : "❚❚"} ${dua(Math.floor(detik / 60))}:${dua(detik % 60)}`;
  sessionStorage.setItem("dk_waktu", JSON.stringify(jam));
}
function jalankan(ulang) {
  jam.lalu = ulang ? 0 : berlalu();
  jam.sejak = ulang || !jam.sejak ? Date.now() : null;
  tulisWaktu();
}
setInterval(tulisWaktu, 500);

// --- what opens over the slide -------------------------------------------------------------------------------------

// A field that was left open keeps the keys otherwise.
for (const d of DIALOG) d.addEventListener("close", () => document.activeElement?.blur());

function bukaDialog(id, siapkan) {
  const d = el(id);
  if (d.open) return d.close();
  for (const lain of DIALOG) lain.close();
  siapkan?.(d);
  d.showModal();
}

function daftar(d) {
  const isi = SLAID.map((s, n) => {
    const tautan = document.createElement("a");
    tautan.href = `#${s.id}`;
    tautan.textContent = s.querySelector("h1").textContent;
    if (n === kini) tautan.setAttribute("aria-current", "true");
    tautan.addEventListener("click", () => d.close());
    const butir = document.createElement("li");
    butir.append(tautan);
    return butir;
  });
  d.querySelector("ol").replaceChildren(...isi);
}

function pembicara(d) {
  const isi = SLAID[kini].querySelector("template").content.cloneNode(true);
  d.querySelector("div").replaceChildren(isi.childElementCount ? isi : "Tidak ada catatan untuk slaid ini.");
}

function keIndikator() {
  const kode = SLAID[kini].dataset.indikator;
  if (!kode) return;
  const isi = new URLSearchParams({ opd, tahun, indikator: kode });
  const asal = new URLSearchParams(location.search).get("versi");
  if (asal) isi.set("versi", asal);
  location.assign(`/indikator?${isi}`);
}

function keluarPaparan() {
  if (document.fullscreenElement) return document.exitFullscreen();
  sessionStorage.removeItem("dk_paparan");
  location.assign(keluar);
}

function layarPenuh() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.();
}

// --- decisions -----------------------------------------------------------------------------------------------------

// What is being typed is kept on this machine until the server has said that it is stored.
const formulir = document.querySelector("#notulen form");
const kunciDraf = () => `dk_notulen_${opd}_${SLAID[kini].id}`;
const draf = () => JSON.parse(localStorage.getItem(kunciDraf()) ?? "{}");

formulir.addEventListener("input", () => {
  const isi = Object.fromEntries(new FormData(formulir));
  localStorage.setItem(kunciDraf(), JSON.stringify({ ...draf(), ...isi, kunci: draf().kunci ?? acak() }));
});
const acak = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (b) => b.toString(16).padStart(2, "0")).join("");

function kabar(teks) {
  formulir.querySelector(".kabar").textContent = teks;
}

async function muatKeputusan(d) {
  const kotak = d.querySelector(".ada");
  kotak.replaceChildren();
  const isi = new URLSearchParams({ opd, indikator: SLAID[kini].dataset.indikator });
  try {
    const jawab = await fetch(`/dk/notulen?${isi}`, { headers: { "X-Dasbor": "1" } });
    if (!jawab.ok) return;
    const { notulen } = await jawab.json();
    kotak.replaceChildren(
      ...notulen.map((n) => {
        const butir = document.createElement("li");
        butir.textContent = `${n.simbol} ${n.status}: ${n.keputusan} (${n.penanggung_jawab}, ${n.tenggat_teks}; ${n.keterangan})`;
        return butir;
      }),
    );
  } catch {
    kabar("Peladen tidak menjawab; keputusan yang sudah tersimpan tidak dapat ditampilkan.");
  }
}

function notulen(d) {
  const slaid = SLAID[kini];
  d.querySelector(".tentang").textContent = slaid.querySelector("h1").textContent;
  const boleh = simpan === "ya";
  formulir.hidden = !boleh;
  d.querySelector(".tanpa_hak").hidden = boleh;
  formulir.reset();
  for (const [nama, isi] of Object.entries(draf())) if (formulir.elements[nama]) formulir.elements[nama].value = isi;
  kabar(draf().keputusan ? "Isian yang belum tersimpan dikembalikan." : "");
  muatKeputusan(d);
}

formulir.addEventListener("submit", async (kejadian) => {
  kejadian.preventDefault();
  const kode = kunciDraf();
  const isi = Object.fromEntries(new FormData(formulir));
  const slaid = SLAID[kini];
  const kunci = draf().kunci ?? acak();
  localStorage.setItem(kode, JSON.stringify({ ...isi, kunci }));
  kabar("Menyimpan …");
  try {
    const jawab = await fetch("/dk/notulen", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Dasbor": "1" },
      body: JSON.stringify({
        ...isi, kunci, kode_opd: opd, kode_indikator: slaid.dataset.indikator, tahun: Number(tahun), slaid: slaid.id,
      }),
    });
    const hasil = await jawab.json();
    if (!jawab.ok) {
      // A refused decision was not stored: what is sent next is another one.
      localStorage.setItem(kode, JSON.stringify({ ...isi, kunci: acak() }));
      return kabar(`✗ ${hasil.galat.join(" ")}`);
    }
    localStorage.removeItem(kode);
    formulir.reset();
    kabar(`✓ Tersimpan: ${hasil.kalimat}`);
    muatKeputusan(el("notulen"));
  } catch {
    kabar("Peladen tidak menjawab. Isian tetap tersimpan di peramban ini; tekan Simpan lagi nanti.");
  }
});

// --- keys ----------------------------------------------------------------------------------------------------------

const maju = () => tampilkan(kini + 1);
const mundur = () => tampilkan(kini - 1);
const TOMBOL = {
  ArrowRight: maju, ArrowDown: maju, PageDown: maju, " ": maju,
  ArrowLeft: mundur, ArrowUp: mundur, PageUp: mundur, Backspace: mundur,
  Home: () => tampilkan(0),
  End: () => tampilkan(SLAID.length - 1),
  Enter: () => (ketikan ? lompat() : maju()),
  Escape: keluarPaparan,
  b: () => (el("hitam").hidden = !el("hitam").hidden),
  ".": () => TOMBOL.b(),
  c: () => bukaDialog("pembicara", pembicara),
  f: layarPenuh,
  g: () => bukaDialog("daftar", daftar),
  i: keIndikator,
  n: () => bukaDialog("notulen", notulen),
  r: () => jalankan(true),
  t: () => jalankan(false),
  "?": () => bukaDialog("bantuan"),
};

function tekan(nama) {
  const terbuka = DIALOG.find((d) => d.open);
  if (nama === "Escape" && terbuka) return terbuka.close();
  TOMBOL[nama.length === 1 ? nama.toLowerCase() : nama]?.();
}

addEventListener("keydown", (kejadian) => {
  const { key, target } = kejadian;
  if (kejadian.ctrlKey || kejadian.metaKey || kejadian.altKey) return;
  if (target.closest("dialog[open]") && key !== "Escape") {
    if (target.closest("input, textarea, form") || !/^[a-z?]$/i.test(key)) return;
  }
  if (target.matches("button") && (key === "Enter" || key === " ")) return;
  if (!el("hitam").hidden && key !== "Escape") {
    el("hitam").hidden = true;
    if (key.toLowerCase() === "b" || key === ".") return kejadian.preventDefault();
  }
  if (/^\d$/.test(key)) {
    ketikan = (ketikan + key).slice(-4);
    el("nomor").textContent = `${ketikan} ⏎`;
    return;
  }
  if (key !== "Enter" && key !== "Shift") ketikan = "";
  const dikenal = TOMBOL[key.length === 1 ? key.toLowerCase() : key];
  if (dikenal) {
    kejadian.preventDefault();
    tekan(key);
  }
});

document.addEventListener("click", (kejadian) => {
  const tombol = kejadian.target.closest("[data-tombol]");
  if (tombol) {
    tekan(tombol.dataset.tombol);
    if (!tombol.closest("dialog")) tombol.blur();
  } else if (kejadian.target === el("hitam")) TOMBOL.b();
  else if (kejadian.target.tagName === "DIALOG") kejadian.target.close();
  else if (!kejadian.target.closest("dialog, a")) (kejadian.clientX < innerWidth / 3 ? mundur : maju)();
});

// The controls come with the pointer and go when it rests.
let diam;
addEventListener("pointermove", () => {
  document.body.classList.add("gerak");
  clearTimeout(diam);
  diam = setTimeout(() => document.body.classList.remove("gerak"), 2500);
});

tampilkan(Math.max(0, dariAlamat()));
tulisWaktu();
