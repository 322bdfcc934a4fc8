"""Addresses of clarifications, after /kerja/id/ and /kerja/en/; before the verbs of a matter, which take any word."""

from __future__ import annotations

from django.urls import path

from sinetra.web.staff.clarifications import one, recording, summoning

urlpatterns = [
    path("perkara/<uuid:pk>/undang/", summoning.summon_somebody, name="summon"),
    path("klarifikasi/<uuid:pk>/", one.clarification, name="clarification"),
    path("klarifikasi/<uuid:pk>/undang-lagi/", summoning.summon_again, name="summon_again"),
    path("klarifikasi/<uuid:pk>/berita-acara/", recording.record_minutes, name="clarification_minutes"),
    path("klarifikasi/<uuid:pk>/tidak-datang/", recording.record_missed, name="missed_clarification"),
]
