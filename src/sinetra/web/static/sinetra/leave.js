// "Keluar cepat": wipes a draft, empties the page and takes its place in the history; and the end of a draft by age or
// because its report was sent. Nothing else of a reporter is ever stored.
"use strict";

(() => {
  const KEY = "sinetra.konsep";
  const LONGEST = 7 * 24 * 3600 * 1000;

  const wipe = () => {
    try {
      localStorage.removeItem(KEY);
    } catch {
      // Storage is shut off: then nothing was ever kept.
    }
  };

  const isOld = () => {
    try {
      const kept = localStorage.getItem(KEY);
      const age = kept === null ? 0 : Date.now() - JSON.parse(kept).at;
      return !(age >= 0 && age <= LONGEST);
    } catch {
      return true;
    }
  };

  if (document.currentScript.dataset.sent || isOld()) {
    wipe();
  }

  for (const link of document.querySelectorAll("a[data-leave]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      wipe();
      document.title = "…";
      document.body.replaceChildren();
      location.replace(link.href);
    });
  }
})();
