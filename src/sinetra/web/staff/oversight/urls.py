"""Addresses of the access log and of retention."""

from __future__ import annotations

from django.urls import path

from sinetra.web.staff.oversight import access_file, access_log

urlpatterns = [
    path("akses/", access_log.access_log, name="access_log"),
    path("akses.xlsx", access_file.access_log_xlsx, name="access_log_xlsx"),
    path("akses/saya/", access_log.own_access, name="own_access"),
    path("perkara/<uuid:pk>/akses/", access_log.matter_access, name="matter_access"),
]
