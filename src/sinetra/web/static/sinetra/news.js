// "Is there news?" without sending the code: its token of the day is computed here and looked up in a public list
// (docs/adr/0019). Vanilla; without scripts the page works as ever.
"use strict";
(() => {
  const part = document.getElementById("kabar");
  const typed = document.getElementById("id_code");
  if (!part || !typed || !window.crypto?.subtle) return;
  const told = part.querySelector("[role=status]");
  const bytes = (text) => new TextEncoder().encode(text);
  const WORDS = 9;

  // The check word: a sum over GF(1024) that is zero for words that belong together (core/report_code.py).
  const remainder = (numbers) =>
    numbers.reduce((total, number) => {
      const doubled = total << 1;
      return (doubled & 1024 ? doubled ^ 0x409 : doubled) ^ number;
    }, 0);

  function spelled(text, words) {
    const tokens = text.normalize("NFKC").toLowerCase().match(/\p{L}+/gu) ?? [];
    const starts = words.map((word) => word.slice(0, 4));
    const numbers = tokens.map((token) =>
      words.includes(token) ? words.indexOf(token) : starts.indexOf(token.slice(0, 4)),
    );
    if (numbers.length !== WORDS || numbers.includes(-1) || remainder(numbers) !== 0) return null;
    return numbers.map((number) => words[number]).join(" ");
  }

  async function token(code, day) {
    const secret = await crypto.subtle.importKey("raw", bytes(code), "PBKDF2", false, ["deriveBits"]);
    const stretch = { name: "PBKDF2", hash: "SHA-256", salt: bytes("sinetra news 1"), iterations: 1000 };
    const seed = await crypto.subtle.deriveBits(stretch, secret, 256);
    const key = await crypto.subtle.importKey("raw", seed, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    const whole = new Uint8Array(await crypto.subtle.sign("HMAC", key, bytes(day)));
    return Array.from(whole.slice(0, 16), (octet) => octet.toString(16).padStart(2, "0")).join("");
  }

  async function look() {
    // Nothing stays on the phone that would tell that somebody looked.
    const quiet = { cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer" };
    const answer = await fetch(part.dataset.list, quiet);
    if (!answer.ok) return part.dataset.failed;
    const list = await answer.json();
    const code = spelled(typed.value, list.words);
    if (code === null) return part.dataset.wrong;
    if (!list.day) return part.dataset.failed;
    return list.tokens.includes(await token(code, list.day)) ? part.dataset.yes : part.dataset.no;
  }

  part.querySelector("button").addEventListener("click", async () => {
    told.textContent = "";
    told.textContent = await look().catch(() => part.dataset.failed);
  });
  part.hidden = false;
})();
