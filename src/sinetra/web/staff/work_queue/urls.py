"""Addresses of the queues; they stand before those of one matter."""

from __future__ import annotations

from django.urls import path

from sinetra.web.staff.work_queue import listing, many, searching, sheets

urlpatterns = [
    path("perkara/", listing.matters, name="matters"),
    path("perkara/cari/", searching.find, name="find_matters"),
    path("perkara/lembar-kerja/", sheets.sheet, name="queue_sheet"),
    path("perkara/daftar.xlsx", sheets.workbook, name="queue_workbook"),
    path("perkara/ganti-penanggung-jawab/", many.assign_chosen, name="assign_chosen"),
    path("perkara/nyatakan-diterima/", many.acknowledge_chosen, name="acknowledge_chosen"),
]
