"""Addresses of the press room beside articles and events."""

from __future__ import annotations

from django.urls import path

from sinetra.web.staff.press import digest_lists, digest_page, standings, watch_lists, watch_page

urlpatterns = [
    path("pantau/", watch_lists.watch_lists, name="watch_lists"),
    path("pantau/baru/", watch_lists.new_watch_list, name="new_watch_list"),
    path("pantau/<uuid:pk>/", watch_page.watch_list, name="watch_list"),
    path("pantau/<uuid:pk>/ubah/", watch_lists.edit_watch_list, name="change_watch_list"),
    path("pantau/<uuid:pk>/hentikan/", watch_lists.end_watch_list, name="stop_watch_list"),
    path("pantau/temuan/<uuid:pk>/dilihat/", watch_page.see, name="see_watch_hit"),
    path("keadaan/", standings.listing, name="standings"),
    path("keadaan/catat/", standings.take, name="new_standing"),
    path("keadaan/<uuid:pk>/", standings.one, name="standing"),
    path("keadaan/<uuid:pk>/tarik/", standings.drop, name="drop_standing"),
    path("ringkasan/", digest_page.digest_now, name="digest"),
    path("ringkasan/<str:week>/", digest_page.digest_week, name="digest_week"),
    path("ringkasan/<str:week>/data.json", digest_page.digest_data, name="digest_data"),
    path("ringkasan/<str:week>/ringkasan.pdf", digest_page.digest_file, name="digest_file"),
    path("ringkasan/<str:week>/<str:name>/", digest_lists.digest_list, name="digest_list"),
]
