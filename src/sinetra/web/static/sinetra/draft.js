// A draft of a report on the reporter's own phone, only when asked for. The PIN never leaves this page.
//
// Kept: one entry of localStorage. A key pair (P-256) is made once; the PIN (PBKDF2, AES-GCM) seals its private half, the
// public half stays open. So each page can seal what was typed anew without the PIN, and only the PIN opens it.
// What is sealed is itself sealed by the server (web/public/report/draft.py) and opens there for seven days.
"use strict";

(() => {
  const panel = document.getElementById("draft");
  const form = document.getElementById("report-form");
  if (!panel || !form || !window.isSecureContext || !window.crypto?.subtle) {
    return;
  }
  const KEY = panel.dataset.key;
  const ROUNDS = 1_000_000;
  const TRIES = 5;
  const LEAST = 6;
  const PAUSE = 400;
  const CURVE = { name: "ECDH", namedCurve: "P-256" };
  const subtle = window.crypto.subtle;
  const part = (id) => document.getElementById(id);

  const packed = (bytes) => btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(""));
  const unpacked = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const random = (length) => window.crypto.getRandomValues(new Uint8Array(length));

  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(KEY));
    } catch {
      return null;
    }
  };
  const write = (record) => localStorage.setItem(KEY, JSON.stringify(record));

  const keyOfPin = async (pin, salt) => {
    const material = await subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveKey"]);
    const how = { name: "PBKDF2", hash: "SHA-256", iterations: ROUNDS, salt };
    return subtle.deriveKey(how, material, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  };

  const shared = async (privateKey, publicKey, usage) => {
    const bits = await subtle.deriveBits({ name: "ECDH", public: publicKey }, privateKey, 256);
    const material = await subtle.importKey("raw", bits, "HKDF", false, ["deriveKey"]);
    const how = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: new TextEncoder().encode(KEY) };
    return subtle.deriveKey(how, material, { name: "AES-GCM", length: 256 }, false, [usage]);
  };

  const publicKeyOf = (text) => subtle.importKey("raw", unpacked(text), CURVE, false, []);

  const sealed = async (content, recipient) => {
    const once = await subtle.generateKey(CURVE, false, ["deriveBits"]);
    const key = await shared(once.privateKey, await publicKeyOf(recipient), "encrypt");
    const iv = random(12);
    const data = await subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode(JSON.stringify(content)));
    return { from: packed(await subtle.exportKey("raw", once.publicKey)), iv: packed(iv), data: packed(data) };
  };

  const opened = async (record, pin) => {
    const lock = await keyOfPin(pin, unpacked(record.salt));
    const bytes = await subtle.decrypt({ name: "AES-GCM", iv: unpacked(record.iv) }, lock, unpacked(record.secret));
    const privateKey = await subtle.importKey("pkcs8", bytes, CURVE, false, ["deriveBits"]);
    const key = await shared(privateKey, await publicKeyOf(record.box.from), "decrypt");
    const data = await subtle.decrypt({ name: "AES-GCM", iv: unpacked(record.box.iv) }, key, unpacked(record.box.data));
    return JSON.parse(new TextDecoder().decode(data));
  };

  // The page as it stands, also half filled in. Files are not part of a draft.
  const content = () => ({
    page: panel.dataset.page,
    blob: panel.dataset.blob,
    fields: [...new FormData(form)].filter(([name, value]) => !["sealed", "page"].includes(name) && typeof value === "string"),
  });

  // "Keluar cepat" (leave.js) empties the page while what was begun on it goes on: that is not brought to its end.
  const hasLeft = () => !panel.isConnected;
  // "Tidak jadi": the page goes on without a draft.
  let isDeclined = false;

  const isOurs = (record) => record !== null && record.name === panel.dataset.name;

  const keep = async () => {
    const record = read();
    if (!isOurs(record)) {
      return;
    }
    const box = await sealed(content(), record.open);
    const now = read();
    // Wiped in another tab, or while it was being sealed: gone is gone.
    if (isOurs(now)) {
      write({ ...now, box, at: Date.now() });
    }
  };

  const made = async (pin) => {
    const pair = await subtle.generateKey(CURVE, true, ["deriveBits"]);
    const open = packed(await subtle.exportKey("raw", pair.publicKey));
    const salt = random(16);
    const iv = random(12);
    const lock = await keyOfPin(pin, salt);
    const secret = await subtle.encrypt({ name: "AES-GCM", iv }, lock, await subtle.exportKey("pkcs8", pair.privateKey));
    const box = await sealed(content(), open);
    return { name: panel.dataset.name, at: Date.now(), tries: 0, open, salt: packed(salt), iv: packed(iv), secret: packed(secret), box };
  };

  const show = (...ids) => {
    for (const id of ["draft-seal", "draft-open", "draft-kept", "draft-gone"]) {
      part(id).hidden = !ids.includes(id);
    }
  };

  const wipe = () => {
    localStorage.removeItem(KEY);
    show("draft-gone");
    part("draft-gone").focus();
  };

  const told = (id, wrong, field) => {
    part(id).hidden = !wrong;
    part(field).setAttribute("aria-invalid", String(wrong));
    if (wrong) {
      part(field).focus();
    }
    return wrong;
  };

  // One way only: as the server takes it from any page.
  const send = (found) => {
    const back = document.createElement("form");
    back.method = "post";
    for (const [name, value] of [...found.fields, ["page", found.page], ["draft", found.blob], ["go", "restore"]]) {
      back.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    }
    document.body.append(back);
    back.submit();
  };

  const seal = async () => {
    const pin = part("draft-pin").value;
    if (told("draft-pin-short", pin.length < LEAST || new Set(pin).size < 2, "draft-pin")) {
      return;
    }
    if (told("draft-pin-other", part("draft-pin-again").value !== pin, "draft-pin-again")) {
      return;
    }
    part("draft-save").disabled = true;
    const record = await made(pin);
    if (hasLeft() || isDeclined) {
      return;
    }
    write(record);
    part("draft-pin").value = part("draft-pin-again").value = "";
    part("draft-save").disabled = false;
    show("draft-kept");
  };

  const unlock = async () => {
    const record = read();
    if (record === null) {
      wipe();
      return;
    }
    // Counted before it is tried: closing the page in between gives no free try.
    const tries = record.tries + 1;
    write({ ...record, tries });
    part("draft-unlock").disabled = true;
    const found = await opened(record, part("draft-old-pin").value).catch(() => null);
    if (hasLeft()) {
      return;
    }
    // Wiped meanwhile, in another tab too: gone is gone. Or this was the last try.
    if (read() === null || (found === null && tries >= TRIES)) {
      wipe();
      return;
    }
    if (found !== null) {
      write({ ...record, tries: 0 });
      send(found);
      return;
    }
    part("draft-unlock").disabled = false;
    part("draft-left").textContent = String(TRIES - tries);
    part("draft-old-pin").value = "";
    told("draft-wrong", true, "draft-old-pin");
  };

  const onEnter = (id, act) =>
    part(id).addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        act();
      }
    });

  const start = () => {
    const record = read();
    panel.hidden = false;
    for (const button of document.querySelectorAll("[data-draft-ask]")) {
      button.hidden = false;
    }
    for (const button of panel.querySelectorAll("[data-draft-wipe]")) {
      button.addEventListener("click", wipe);
    }
    part("draft-save").addEventListener("click", seal);
    part("draft-unlock").addEventListener("click", unlock);
    part("draft-decline").addEventListener("click", () => {
      isDeclined = true;
      part("draft-pin").value = part("draft-pin-again").value = "";
    });
    onEnter("draft-pin-again", seal);
    onEnter("draft-old-pin", unlock);
    if (!panel.dataset.blob) {
      show(...(record === null ? [] : ["draft-open"]));
    } else if (isOurs(record)) {
      show("draft-kept");
      keep();
    } else {
      part("draft-other").hidden = record === null;
      show("draft-seal");
      part("draft-seal").focus();
    }
    let waiting = 0;
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(keep, PAUSE);
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") {
        keep();
      }
    });
  };

  start();
})();
