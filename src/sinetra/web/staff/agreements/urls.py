"""Addresses of agreements, requests for data, disclosures and breaches on the staff side."""

from __future__ import annotations

from django.urls import path

from sinetra.web.staff.agreements import (
    breaches,
    deciding,
    disclosures,
    listing,
    one,
    parts_of,
    requests,
    work,
    writing,
)

urlpatterns = [
    path("kesepakatan/", listing.agreements, name="agreements"),
    path("kesepakatan/baru/", writing.new_agreement, name="new_agreement"),
    path("kesepakatan/kewajiban/", work.obligation_list, name="obligation_list"),
    path("kesepakatan/<uuid:pk>/", one.agreement, name="agreement"),
    path("kesepakatan/<uuid:pk>/ubah/", writing.edit_agreement, name="edit_agreement"),
    path("kesepakatan/<uuid:pk>/akhiri/", writing.end, name="end_agreement"),
    path("kesepakatan/<uuid:pk>/kewajiban/", writing.new_obligation, name="new_obligation"),
    path("kesepakatan/<uuid:pk>/lampiran/", parts_of.new_annex, name="new_agreement_annex"),
    path("kesepakatan/<uuid:pk>/rapat/", parts_of.add_meeting, name="link_meeting"),
    path("kesepakatan/kewajiban/<uuid:pk>/selesai/", writing.settle, name="settle_obligation"),
    path("kesepakatan/lampiran/<uuid:pk>/", parts_of.agreement_annex, name="agreement_annex"),
    path("kesepakatan/lampiran/<uuid:pk>/hapus/", parts_of.drop_annex, name="drop_agreement_annex"),
    path("kesepakatan/rapat/<uuid:pk>/lepas/", parts_of.drop_meeting, name="unlink_meeting"),
    path("permintaan-data/", requests.requests, name="data_requests"),
    path("permintaan-data/baru/", requests.ask, name="ask_data"),
    path("permintaan-data/catat/", requests.record, name="record_request"),
    path("permintaan-data/pengungkapan/", disclosures.disclosures, name="disclosures"),
    path("permintaan-data/pengungkapan.xlsx", disclosures.disclosures_xlsx, name="disclosures_xlsx"),
    path("permintaan-data/pengungkapan/<uuid:pk>/", disclosures.disclosure, name="disclosure"),
    path("permintaan-data/pengungkapan/<uuid:pk>/isi/", disclosures.open_one, name="open_disclosure"),
    path("permintaan-data/pengungkapan/<uuid:pk>/tutup/", disclosures.end, name="end_disclosure"),
    path("permintaan-data/<uuid:pk>/", requests.data_request, name="data_request"),
    path("permintaan-data/<uuid:pk>/tarik/", requests.withdraw, name="withdraw_request"),
    path("permintaan-data/<uuid:pk>/tutup/", deciding.close, name="close_request"),
    path("permintaan-data/<uuid:pk>/putusan/", deciding.decide, name="decide_request"),
    path("permintaan-data/<uuid:pk>/ungkapkan/", deciding.disclose, name="disclose_data"),
    path("kebocoran/", breaches.breaches, name="breaches"),
    path("kebocoran/baru/", breaches.new_breach, name="new_breach"),
    path("kebocoran/<uuid:pk>/", breaches.breach, name="breach"),
    path("kebocoran/<uuid:pk>/<str:notice>/terkirim/", breaches.notify, name="breach_notice"),
    path("kebocoran/<uuid:pk>/<str:notice>/surat.<str:ending>", breaches.breach_letter_file, name="breach_letter"),
]
