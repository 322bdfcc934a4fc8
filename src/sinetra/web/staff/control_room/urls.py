"""Addresses of the control room, after /kerja/id/ and /kerja/en/."""

from __future__ import annotations

from django.urls import path

from sinetra.web.staff.control_room import (
    behind,
    brief,
    coverage,
    drivers,
    funnel,
    patterns,
    quadrant,
    recount,
    sheets,
    today,
    trend,
    zones,
)

urlpatterns = [
    path("ruang-kendali/", today.today_page, name="control_room"),
    path("ruang-kendali/zona/", zones.zones_page, name="room_zones"),
    path("ruang-kendali/kuadran/", quadrant.quadrant_page, name="room_quadrant"),
    path("ruang-kendali/kenapa/", drivers.drivers_page, name="room_why"),
    path("ruang-kendali/corong/", funnel.funnel_page, name="room_funnel"),
    path("ruang-kendali/pola/", patterns.patterns_page, name="room_patterns"),
    path("ruang-kendali/cakupan/", coverage.coverage_page, name="room_coverage"),
    path("ruang-kendali/tren/", trend.trend_page, name="room_trend"),
    path("ruang-kendali/perkara/", behind.room_matters, name="room_matters"),
    path("ruang-kendali/hitung-ulang/", recount.recount_now, name="room_recount"),
    path("ruang-kendali/ringkasan.pdf", brief.brief_file, name="room_brief"),
    path("ruang-kendali/<slug:code>.xlsx", sheets.room_workbook, name="room_workbook"),
]
