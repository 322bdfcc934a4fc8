"""Addresses of evidence, after /kerja/id/ and /kerja/en/."""

from __future__ import annotations

from django.urls import path

from sinetra.web.staff.evidence import custody, files, masking, one

urlpatterns = [
    path("bukti/<uuid:pk>/", one.evidence_file, name="evidence_file"),
    path("bukti/<uuid:pk>/jejak/", custody.evidence_custody, name="evidence_custody"),
    path("bukti/<uuid:pk>/putar/", files.evidence_play, name="evidence_play"),
    path("bukti/<uuid:pk>/asli/", files.evidence_original, name="evidence_original"),
    path("bukti/<uuid:pk>/samarkan/", masking.mask_evidence, name="mask_evidence"),
    path("bukti/salinan/<uuid:pk>/", files.evidence_copy, name="evidence_copy"),
]
