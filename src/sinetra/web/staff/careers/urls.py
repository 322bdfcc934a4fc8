"""Addresses of careers, after /kerja/id/ and /kerja/en/: below the register, so that the menu stays as it is."""

from __future__ import annotations

from django.urls import path

from sinetra.web.staff.careers import checks, file_page, letter_pages, listing, policies, proposing, step_page

urlpatterns = [
    path("register/karier/", listing.career_steps, name="career_steps"),
    path("register/karier/unit/", proposing.for_unit, name="propose_for_unit"),
    path("register/karier/kebijakan/", policies.policies, name="career_policies"),
    path("register/karier/kebijakan/baru/", policies.new_policy, name="new_career_policy"),
    path("register/karier/kebijakan/<uuid:pk>/", policies.policy, name="career_policy"),
    path("register/karier/kebijakan/<uuid:pk>/akhiri/", policies.end, name="end_career_policy"),
    path("register/karier/mutasi/", checks.transfer_checks, name="transfer_checks"),
    path("register/karier/mutasi/baru/", checks.new_check, name="new_transfer_check"),
    path("register/karier/mutasi/berkas/", file_page.screen, name="screen_transfers"),
    path("register/karier/mutasi/berkas/hasil/", file_page.result, name="transfer_results"),
    path("register/karier/mutasi/berkas/contoh.xlsx", file_page.example, name="transfer_example"),
    path("register/karier/mutasi/<uuid:pk>/", checks.transfer_check, name="transfer_check"),
    path("register/karier/surat/<uuid:pk>.pdf", letter_pages.letter_file, name="transfer_letter"),
    path("register/karier/surat/<uuid:pk>/cabut/", letter_pages.revoke, name="revoke_transfer_letter"),
    path("register/karier/<uuid:pk>/periksa/", checks.check_step, name="check_career_step"),
    path("register/karier/<uuid:pk>/surat/<str:kind>/", letter_pages.write, name="write_transfer_letter"),
    path("register/karier/<uuid:pk>/", step_page.career_step, name="career_step"),
    path("register/karier/<uuid:pk>/putus/", step_page.decide, name="decide_career_step"),
    path("register/karier/<uuid:pk>/akhiri/", step_page.end, name="end_career_step"),
    path("register/pegawai/<uuid:pk>/karier/", listing.person_career, name="person_career"),
    path("register/pegawai/<uuid:pk>/karier/usul/", proposing.for_person, name="propose_for_person"),
]
