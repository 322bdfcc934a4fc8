"""Addresses of the short texts."""

from __future__ import annotations

from django.urls import path

from sinetra.web.staff.reply_texts import pages

urlpatterns = [
    path("teks-balasan/", pages.reply_texts, name="reply_texts"),
    path("teks-balasan/baru/", pages.new_reply_text, name="new_reply_text"),
    path("teks-balasan/bawaan/<slug:key>/", pages.replace_default, name="replace_reply_text"),
    path("teks-balasan/<uuid:pk>/", pages.change, name="change_reply_text"),
    path("teks-balasan/<uuid:pk>/hentikan/", pages.retire, name="retire_reply_text"),
]
