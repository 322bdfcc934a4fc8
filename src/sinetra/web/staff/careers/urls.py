"""Addresses of careers, after /kerja/id/ and /kerja/en/: below the register, so that the menu stays as it is."""

from __future__ import annotations

from django.urls import path

from sinetra.web.staff.careers import listing, policies, proposing, step_page

urlpatterns = [
    path("register/karier/", listing.career_steps, name="career_steps"),
    path("register/karier/unit/", proposing.for_unit, name="propose_for_unit"),
    path("register/karier/kebijakan/", policies.policies, name="career_policies"),
    path("register/karier/kebijakan/baru/", policies.new_policy, name="new_career_policy"),
    path("register/karier/kebijakan/<uuid:pk>/", policies.policy, name="career_policy"),
    path("register/karier/kebijakan/<uuid:pk>/akhiri/", policies.end, name="end_career_policy"),
    path("register/karier/<uuid:pk>/", step_page.career_step, name="career_step"),
    path("register/karier/<uuid:pk>/putus/", step_page.decide, name="decide_career_step"),
    path("register/karier/<uuid:pk>/akhiri/", step_page.end, name="end_career_step"),
    path("register/pegawai/<uuid:pk>/karier/", listing.person_career, name="person_career"),
    path("register/pegawai/<uuid:pk>/karier/usul/", proposing.for_person, name="propose_for_person"),
]
