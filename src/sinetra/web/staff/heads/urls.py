"""Addresses of heads, candidates and interests, after /kerja/id/ and /kerja/en/."""

from __future__ import annotations

from django.urls import path

from sinetra.web.staff.heads import appointing, correct, enter, interests, listing

urlpatterns = [
    path("register/ppk/", appointing.appointing, name="appointing"),
    path("register/kepala-daerah/", listing.heads, name="heads"),
    path("register/kepala-daerah/<uuid:pk>/jabatan/", enter.hold, name="hold_role"),
    path("register/kepala-daerah/<uuid:pk>/cuti/", enter.leave, name="record_leave"),
    path("register/kepala-daerah/<uuid:pk>/pasangan/", enter.pair, name="store_pair"),
    path("register/kepala-daerah/<uuid:pk>/kepentingan/", interests.of_head, name="declare_head_interest"),
    path("register/kepala-daerah/jabatan/<uuid:pk>/", correct.hold, name="change_held_role"),
    path("register/kepala-daerah/cuti/<uuid:pk>/", correct.leave, name="change_leave"),
    path("register/kepala-daerah/pasangan/<uuid:pk>/", correct.pair, name="change_pair"),
    path("register/kepentingan/", interests.interests, name="interests"),
    path("register/kepentingan/saya/", interests.own, name="declare_interest"),
    path("register/kepentingan/rekan/", interests.of_colleague, name="declare_colleague_interest"),
    path("register/kepentingan/<uuid:pk>/akhiri/", interests.end, name="end_interest"),
]
