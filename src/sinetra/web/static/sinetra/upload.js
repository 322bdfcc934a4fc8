/* Sends the files of a form by themselves, in pieces, and goes on where it was when the connection comes back.
   Nothing is kept in the browser; without this file the form sends them by itself. */
(function () {
  "use strict";
  var PIECE = 4 * 1024 * 1024, LONGEST_WAIT = 30000, API = "/api/v1/uploads";
  var box = document.querySelector("[data-uploads]");
  if (!box || !window.fetch || !window.Blob || !Blob.prototype.slice) { return; }
  var input = box.querySelector("input[type=file]"), list = box.querySelector("[data-list]");
  var said = box.querySelector("[data-said]"), words = box.dataset, form = input.form, open = 0;
  var language = document.documentElement.lang || "id";

  function element(name, text) {
    var made = document.createElement(name);
    if (text) { made.textContent = text; }
    return made;
  }

  function row(file) {
    var item = element("li"), state = element("p", words.sending), bar = element("progress");
    var remove = element("button", words.remove);
    state.className = "quiet";
    bar.max = file.size;
    bar.value = 0;
    bar.setAttribute("aria-label", file.name);
    remove.type = "button";
    remove.className = "link";
    item.appendChild(element("p")).appendChild(element("b", file.name));
    item.appendChild(bar);
    item.appendChild(state);
    item.appendChild(remove);
    list.appendChild(item);
    return { item: item, state: state, bar: bar, remove: remove, gone: false, over: false };
  }

  function say(shown, text) {
    if (shown.state.textContent !== text) { shown.state.textContent = text; }
  }

  function call(method, headers, body) {
    headers["Accept-Language"] = language;
    return fetch(API, { method: method, headers: headers, body: body, credentials: "omit", cache: "no-store" });
  }

  function refused(answer) {
    return answer.json().catch(function () { return {}; }).then(function (told) {
      var error = new Error(told.detail || String(answer.status));
      error.isFinal = true;
      error.offset = told.offset;
      throw error;
    });
  }

  function later(tries) {
    return new Promise(function (go) {
      var timer = setTimeout(done, Math.min(LONGEST_WAIT, 1000 * Math.pow(2, tries)));
      function done() {
        clearTimeout(timer);
        window.removeEventListener("online", done);
        go();
      }
      window.addEventListener("online", done);
    });
  }

  function place(key) {
    return call("HEAD", { "X-Upload-Key": key }).then(function (answer) {
      if (answer.status >= 500) { throw new Error(String(answer.status)); }
      if (!answer.ok) { return refused(answer); }
      return Number(answer.headers.get("Upload-Offset"));
    });
  }

  function piece(file, key, offset) {
    var headers = { "X-Upload-Key": key, "Upload-Offset": String(offset), "Content-Type": "application/octet-stream" };
    return call("PATCH", headers, file.slice(offset, offset + PIECE)).then(function (answer) {
      if (answer.ok) { return answer.json(); }
      if (answer.status >= 500 && answer.status !== 507) { throw new Error(String(answer.status)); }
      return refused(answer);
    });
  }

  function send(file, key, shown, offset, tries) {
    if (shown.gone) { return Promise.resolve(null); }
    return piece(file, key, offset).then(function (told) {
      shown.bar.value = told.offset;
      say(shown, words.sending);
      return told.sha256 ? told : send(file, key, shown, told.offset, 0);
    }, function (error) {
      if (error.offset !== undefined && tries < 9) { return send(file, key, shown, error.offset, tries + 1); }
      if (error.isFinal) { throw error; }
      say(shown, words.waiting);
      return again(file, key, shown, tries);
    });
  }

  function again(file, key, shown, tries) {
    return later(tries).then(function () { return place(key); }).then(function (offset) {
      return send(file, key, shown, offset, tries + 1);
    }, function (error) {
      if (error.isFinal || shown.gone) { throw error; }
      return again(file, key, shown, tries + 1);
    });
  }

  function begin(file, shown, tries) {
    var body = JSON.stringify({ size: file.size, name: file.name });
    return call("POST", { "Content-Type": "application/json" }, body).then(function (answer) {
      if (!answer.ok) { return refused(answer); }
      return answer.json();
    }, function () {
      say(shown, words.waiting);
      return later(tries).then(function () { return shown.gone ? null : begin(file, shown, tries + 1); });
    });
  }

  function start(file) {
    var shown = row(file);
    open += 1;
    function over() {
      if (!shown.over) { shown.over = true; open -= 1; }
    }
    shown.remove.addEventListener("click", function () {
      shown.gone = true;
      over();
      list.removeChild(shown.item);
      input.focus();
    });
    begin(file, shown, 0).then(function (begun) {
      if (!begun) { return null; }
      return send(file, begun.key, shown, 0, 0).then(function (told) {
        if (!told || shown.gone) { return; }
        var field = element("input");
        field.type = "hidden";
        field.name = "upload";
        field.value = begun.key;
        shown.item.appendChild(field);
        shown.item.removeChild(shown.bar);
        shown.state.textContent = words.done;
        over();
      });
    }).catch(function (error) {
      over();
      if (shown.bar.parentNode) { shown.item.removeChild(shown.bar); }
      shown.item.className = "wrong";
      shown.state.textContent = error.message;
    });
  }

  input.addEventListener("change", function () {
    var chosen = Array.prototype.slice.call(input.files);
    input.value = "";
    said.textContent = "";
    chosen.forEach(start);
  });

  form.addEventListener("submit", function (event) {
    if (open > 0) {
      event.preventDefault();
      said.textContent = words.wait;
    }
  });
}());
