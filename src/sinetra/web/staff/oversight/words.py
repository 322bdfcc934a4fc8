"""Codes of the access log and of retention in plain words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _lazy

SHOWN: dict[str, str | Promise] = {
    "report": _lazy("isi laporan"),
    "reported": _lazy("yang dilaporkan"),
    "reporter": _lazy("identitas pelapor"),
    "notes": _lazy("catatan tertutup"),
    "letter": _lazy("surat"),
    "package": _lazy("paket serah terima"),
    "file": _lazy("berkas"),
    "civil_servant": _lazy("data pegawai"),
}
SUBJECTS: dict[str, str | Promise] = {
    "cases.matter": _lazy("perkara"),
    "reports.report": _lazy("laporan"),
    "registry.person": _lazy("pegawai"),
    "registry.personnumber": _lazy("pegawai"),
    "advice.question": _lazy("pertanyaan"),
    "prevention.attendance": _lazy("daftar hadir"),
    "prevention.pledgesignature": _lazy("ikrar"),
    "prevention.certificate": _lazy("sertifikat"),
    "prevention.circularreceipt": _lazy("penerima edaran"),
    "careers.careerstep": _lazy("langkah karier"),
    "careers.transfercheck": _lazy("cek mutasi"),
    "agreements.agreement": _lazy("kesepakatan"),
    "agreements.datarequest": _lazy("permintaan data"),
    "agreements.disclosure": _lazy("pengungkapan"),
    "agreements.breach": _lazy("kebocoran data"),
}
# By the name of the address; what is not here shows that name.
PAGES: dict[str, str | Promise] = {
    "matter": _lazy("halaman perkara"),
    "checklist": _lazy("daftar syarat"),
    "verb": _lazy("langkah perkara"),
    "received_report": _lazy("laporan masuk"),
    "report_talk": _lazy("percakapan dengan pelapor"),
    "open_identity": _lazy("brankas identitas"),
    "package": _lazy("unduhan paket"),
    "letter": _lazy("surat"),
    "edit_letter": _lazy("surat"),
    "letter_pdf": _lazy("unduhan surat"),
    "letter_docx": _lazy("unduhan surat"),
    "signed_pdf": _lazy("unduhan surat"),
    "evidence_file": _lazy("halaman bukti"),
    "evidence_custody": _lazy("jejak bukti"),
    "evidence_copy": _lazy("salinan bukti"),
    "evidence_play": _lazy("pemutaran bukti"),
    "evidence_original": _lazy("berkas asli bukti"),
    "mask_evidence": _lazy("penyamaran bukti"),
    "people": _lazy("daftar pegawai"),
    "person_slip": _lazy("lembar pegawai"),
    "question": _lazy("pertanyaan"),
    "agreement": _lazy("kesepakatan"),
    "data_request": _lazy("permintaan data"),
    "decide_request": _lazy("putusan permintaan data"),
    "disclose_data": _lazy("pengisian pengungkapan"),
    "open_disclosure": _lazy("isi pengungkapan"),
    "breach": _lazy("kebocoran data"),
    "breach_letter": _lazy("surat pemberitahuan"),
}


def page_words(name: str) -> str:
    return str(PAGES.get(name, name))


def shown_words(kinds: str) -> str:
    return ", ".join(str(SHOWN.get(kind, kind)) for kind in kinds.split(","))


def subject_words(label: str) -> str:
    return str(SUBJECTS.get(label, _lazy("halaman")))
