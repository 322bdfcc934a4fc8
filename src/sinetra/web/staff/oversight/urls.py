"""Addresses of the access log, of retention and of holds."""

from __future__ import annotations

from django.urls import path

from sinetra.web.staff.oversight import access_file, access_log, hold_verbs, retention

urlpatterns = [
    path("akses/", access_log.access_log, name="access_log"),
    path("akses.xlsx", access_file.access_log_xlsx, name="access_log_xlsx"),
    path("akses/saya/", access_log.own_access, name="own_access"),
    path("perkara/<uuid:pk>/akses/", access_log.matter_access, name="matter_access"),
    path("laporan/<uuid:pk>/tahan/", hold_verbs.report_hold, name="report_hold"),
    path("masa-simpan/", retention.retention, name="retention"),
    path("masa-simpan/<uuid:pk>/sertifikat.pdf", retention.erasure_certificate, name="erasure_certificate"),
]
