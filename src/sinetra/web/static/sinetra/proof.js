// What a QR code brought stands behind the #, which no browser sends: put it into the field.
const field = document.getElementById("id_text");
if (field && !field.value && /^#SINETRA-(BUKTI|KONSULTASI)-1\./.test(location.hash)) {
  field.value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
}
