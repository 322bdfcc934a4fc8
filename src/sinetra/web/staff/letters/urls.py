"""Addresses of letters, after /kerja/id/ and /kerja/en/; before the verbs of a matter, which take any word."""

from __future__ import annotations

from django.urls import path

from sinetra.web.staff.letters import house, listing, one, steps, writing

urlpatterns = [
    path("perkara/<uuid:pk>/surat/", listing.letters, name="letters"),
    path("perkara/<uuid:pk>/surat/<str:name>/", writing.new_letter, name="write_letter"),
    path("surat/<uuid:pk>/", one.letter, name="letter"),
    path("surat/<uuid:pk>/ubah/", writing.edit_letter, name="edit_letter"),
    path("surat/<uuid:pk>/nomor/", steps.number_letter, name="number_letter"),
    path("surat/<uuid:pk>/buang/", steps.discard, name="discard_letter"),
    path("surat/<uuid:pk>/cabut/", steps.revoke, name="revoke_letter"),
    path("surat/<uuid:pk>/berkas/", one.make_letter_file, name="make_letter_file"),
    path("surat/<uuid:pk>/surat.pdf", one.letter_pdf, name="letter_pdf"),
    path("surat/<uuid:pk>/surat.docx", one.letter_docx, name="letter_docx"),
    path("surat/<uuid:pk>/bertanda/", steps.bring_signed, name="bring_signed"),
    path("surat/bertanda/<uuid:pk>.pdf", one.signed_pdf, name="signed_pdf"),
    path("naskah-dinas/", house.letter_house, name="letter_house"),
]
