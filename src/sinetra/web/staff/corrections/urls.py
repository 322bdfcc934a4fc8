"""Addresses of corrections, after /kerja/id/ and /kerja/en/; before the verbs of a matter, which take any word."""

from __future__ import annotations

from django.urls import path

from sinetra.web.staff.corrections import pages

urlpatterns = [
    path("perkara/<uuid:pk>/diberi-tahu/", pages.new_correction, name="new_correction"),
    path("pembetulan-perkara/<uuid:pk>/", pages.correction, name="correction"),
    path("pembetulan-perkara/<uuid:pk>/paket.json", pages.correction_package, name="correction_package"),
    path("pembetulan-perkara/<uuid:pk>/<str:name>/", pages.correction_step, name="correction_step"),
]
