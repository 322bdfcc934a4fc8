"""Addresses of recommendations, after /kerja/id/ and /kerja/en/."""

from __future__ import annotations

from django.urls import path

from sinetra.web.staff.recommendations import listing, one, reminder

urlpatterns = [
    path("rekomendasi/", listing.listing, name="recommendations"),
    path("rekomendasi/daftar.xlsx", listing.export, name="recommendations_workbook"),
    path("rekomendasi/pengingat/", reminder.remind, name="remind"),
    path("rekomendasi/surat/<uuid:pk>.pdf", reminder.letter_file, name="ladder_letter"),
    path("rekomendasi/<uuid:pk>/", one.one, name="recommendation"),
    path("rekomendasi/<uuid:pk>/jawaban/", one.answer, name="answer_recommendation"),
    path("rekomendasi/<uuid:pk>/tangga/", one.climb, name="climb_recommendation"),
]
