"""Addresses of the index, after /kerja/id/ and /kerja/en/."""

from __future__ import annotations

from django.urls import path

from sinetra.web.staff.index import views

urlpatterns = [
    path("indeks/", views.own_index, name="own_index"),
    path("indeks/hitung/", views.compute, name="compute_index"),
    path("indeks/<str:code>/", views.own_index_unit, name="own_index_unit"),
]
