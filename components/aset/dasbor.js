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
