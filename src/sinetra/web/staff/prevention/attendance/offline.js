// Attendance without a network. Vanilla, loads nothing, writes text only by textContent. Data: offline_page.py.
"use strict";
(() => {
  const at = (id) => document.getElementById(id);
  const data = JSON.parse(at("data").textContent);
  const words = data.words;
  const key = `sinetra-hadir-${data.session}`;
  const clean = (text) => text.normalize("NFC").split(/\s+/).filter(Boolean).join(" ");
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

  // --- what is kept

  let entries = [];
  let kept = true;

  function load() {
    try {
      const stored = JSON.parse(localStorage.getItem(key) ?? "[]");
      entries = Array.isArray(stored) ? stored.filter((entry) => entry && typeof entry === "object") : [];
    } catch {
      kept = false;
    }
  }

  function save() {
    try {
      localStorage.setItem(key, JSON.stringify(entries));
    } catch {
      kept = false;
    }
    show();
  }

  const identity = (entry) => (entry.number || `${entry.name}|${entry.unit}`).toLowerCase();

  // --- the code of this minute

  function path(step) {
    const bits = atob(data.codes[step]);
    let drawn = "";
    for (let place = 0; place < data.size * data.size; place += 1) {
      if ((bits.charCodeAt(place >> 3) >> (7 - (place & 7))) & 1) {
        drawn += `M${place % data.size} ${Math.floor(place / data.size)}h1v1h-1z`;
      }
    }
    return drawn;
  }

  const clock = (seconds) => new Date((seconds + data.offset) * 1000).toISOString().slice(11, 16).replace(":", words.sign);
  let shown = -1;

  function tick() {
    const second = Math.floor(Date.now() / 1000);
    const step = Math.floor(second / data.step) - data.first;
    at("clock").textContent = fill(words.now, { time: `${clock(second)} ${data.zone}` });
    const has = step >= 0 && step < data.codes.length;
    at("code").hidden = !has;
    if (!has) {
      const start = `${clock(data.first * data.step)} ${data.zone}`;
      at("turn").textContent = step < 0 ? fill(words.early, { time: start }) : words.late;
    } else {
      at("turn").textContent = fill(words.next, { seconds: data.step - (second % data.step) });
      if (step !== shown) {
        at("code-path").setAttribute("d", path(step));
        shown = step;
      }
    }
  }

  // --- who came

  function show() {
    at("came").textContent = fill(words.came, { n: entries.length });
    at("kept").textContent = kept ? words.kept : words.not_kept;
    at("kept").className = kept ? "quiet" : "warning";
    at("text").value = exported();
    at("rows").replaceChildren(...entries.map(row).reverse());
  }

  function row(entry) {
    const item = document.createElement("li");
    const text = document.createElement("span");
    text.textContent = [entry.number, entry.name, entry.unit].filter(Boolean).join(" · ");
    const remove = document.createElement("button");
    remove.type = "button";
    remove.textContent = words.remove;
    remove.setAttribute("aria-label", `${words.remove}: ${text.textContent}`);
    remove.addEventListener("click", () => {
      entries = entries.filter((other) => other !== entry);
      save();
    });
    item.append(text, remove);
    return item;
  }

  function told(message, isWrong) {
    at("told").textContent = message;
    at("told").className = isWrong ? "wrong" : "good";
  }

  at("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const [number, name, unit] = ["number", "name", "unit"].map((id) => clean(at(id).value));
    const digits = number.replace(/[\s.\-']/g, "");
    if (digits && !/^\d{18}$/.test(digits)) {
      told(words.number, true);
      at("number").focus();
      return;
    }
    if (!digits && !(name && unit)) {
      told(words.needed, true);
      at(name ? "unit" : "number").focus();
      return;
    }
    const entry = { at: new Date().toISOString(), number: digits, name, unit, status: at("status").value };
    const who = digits || name;
    if (entries.some((other) => identity(other) === identity(entry))) {
      told(fill(words.there, { who }), false);
    } else {
      entries.push(entry);
      save();
      told(fill(words.saved, { who }), false);
    }
    at("form").reset();
    at("number").focus();
  });

  // --- taking it back

  function exported() {
    const { format, session, issued_at, mark } = data;
    return JSON.stringify({ format, session, issued_at, mark, entries });
  }

  at("save").addEventListener("click", () => {
    const address = URL.createObjectURL(new Blob([exported()], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = `${data.name}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  });

  at("erase").addEventListener("click", () => {
    if (confirm(words.erase)) {
      entries = [];
      save();
    }
  });

  addEventListener("beforeunload", (event) => {
    if (!kept && entries.length) {
      event.preventDefault();
    }
  });

  load();
  show();
  tick();
  setInterval(tick, 1000);
})();
