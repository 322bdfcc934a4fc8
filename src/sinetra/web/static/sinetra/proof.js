// What a QR code brought stands behind the #, which no browser sends: put it into the field.
const field = document.getElementById("id_text");
if (field && !field.value && location.hash.startsWith("#SINETRA-BUKTI-1.")) {
  field.value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
}
