"""Codes of evidence in plain words."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.evidence.vocabulary import CleanRefusal, ScanResult, Touch
from sinetra.core.evidence.metadata import PLACE

Word = str | Promise

TOUCHES: Mapping[str, Word] = {
    Touch.RECEIVED: _lazy("diterima dan disegel"),
    Touch.QUARANTINED: _lazy("ditaruh di karantina"),
    Touch.SCANNED: _lazy("diperiksa antivirus"),
    Touch.CLEANED: _lazy("salinan bersih dibuat"),
    Touch.MASKED: _lazy("salinan tersamar dibuat"),
    Touch.VIEWED: _lazy("dilihat"),
    Touch.MASKED_VIEWED: _lazy("salinan tersamar dilihat"),
    Touch.DOWNLOADED: _lazy("salinan diunduh"),
    Touch.ORIGINAL_OPENED: _lazy("berkas asli diambil"),
}
REFUSALS: Mapping[str, Word] = {
    CleanRefusal.KIND: _lazy("tidak ada salinan bersih untuk jenis ini"),
    CleanRefusal.BROKEN: _lazy("tidak dapat dibersihkan: rusak atau terpotong"),
    CleanRefusal.LARGE: _lazy("tidak dapat dibersihkan: terlalu besar"),
    CleanRefusal.LOCKED: _lazy("tidak dapat dibersihkan: terkunci sandi"),
    CleanRefusal.LIMITS: _lazy("tidak dapat dibersihkan: melampaui batas waktu atau memori"),
    CleanRefusal.VIRUS: _lazy("tidak dibersihkan: antivirus menemukan sesuatu"),
}
#: How the answer of the antivirus looks; its words are those of the reporter's page.
SCANS: Mapping[str, str] = {
    ScanResult.UNCHECKED: "plain",
    ScanResult.CLEAN: "good",
    ScanResult.INFECTED: "stop",
    ScanResult.TOO_LARGE: "attention",
}
#: What the metadata is called; any other shows the name that the file itself gives it.
METADATA: Mapping[str, Word] = {
    PLACE: _lazy("Lokasi pengambilan (lintang, bujur)"),
    "exif.Make": _lazy("Merek kamera atau ponsel"),
    "exif.Model": _lazy("Model kamera atau ponsel"),
    "exif.Software": _lazy("Aplikasi"),
    "exif.DateTime": _lazy("Waktu disimpan"),
    "exif.DateTimeOriginal": _lazy("Waktu pengambilan"),
    "exif.Artist": _lazy("Pembuat"),
    "exif.ImageDescription": _lazy("Keterangan"),
    "text.comment": _lazy("Komentar dalam gambar"),
    "xmp.creator": _lazy("Pembuat"),
    "xmp.CreatorTool": _lazy("Aplikasi"),
    "pdf.Author": _lazy("Pembuat"),
    "pdf.Title": _lazy("Judul"),
    "pdf.Creator": _lazy("Aplikasi"),
    "pdf.Producer": _lazy("Aplikasi pembuat PDF"),
    "pdf.CreationDate": _lazy("Waktu dibuat"),
    "pdf.ModDate": _lazy("Waktu diubah"),
    "pdf.file": _lazy("Berkas di dalamnya"),
    "office.creator": _lazy("Pembuat"),
    "office.lastModifiedBy": _lazy("Terakhir diubah oleh"),
    "office.Company": _lazy("Instansi"),
    "office.created": _lazy("Waktu dibuat"),
    "office.modified": _lazy("Waktu diubah"),
}
#: What a reader does not see on the page and the copy does not have.
HIDDEN: Mapping[str, Word] = {
    "hidden.scripts": _lazy("program"),
    "hidden.actions": _lazy("tindakan otomatis"),
    "hidden.embedded": _lazy("berkas lain di dalamnya"),
    "hidden.form": _lazy("isian formulir"),
    "hidden.annotations": _lazy("catatan tepi atau tautan"),
    "hidden.locked": _lazy("kunci sandi"),
    "hidden.macros": _lazy("makro"),
    "hidden.comments": _lazy("komentar"),
    "hidden.pages": _lazy("halaman atau gambar sesudah yang pertama"),
}
