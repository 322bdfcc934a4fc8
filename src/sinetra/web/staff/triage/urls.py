"""Addresses of the desk; they stand before those of one report."""

from __future__ import annotations

from django.urls import path

from sinetra.web.staff.triage import many, verbs

urlpatterns = [
    path("laporan/buka/", many.open_chosen, name="open_chosen"),
    path("laporan/simpan/", many.keep_chosen, name="keep_chosen"),
    path("laporan/gabung/", many.group_chosen, name="group_chosen"),
    path("laporan/<uuid:pk>/gabung/", verbs.join, name="join_report"),
    path("laporan/<uuid:pk>/pisah/", verbs.separate, name="separate_report"),
    path("laporan/<uuid:pk>/simpan/", verbs.keep, name="keep_report"),
    path("laporan/<uuid:pk>/tidak-ditangani/", verbs.set_aside, name="set_aside_report"),
    path("laporan/<uuid:pk>/limpahkan/", verbs.send_on, name="send_report_on"),
    path("laporan/<uuid:pk>/bukan-sama/<uuid:other>/", verbs.apart, name="tell_apart"),
]
