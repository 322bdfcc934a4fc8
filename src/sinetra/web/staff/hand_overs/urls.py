"""Addresses of hand-overs."""

from __future__ import annotations

from django.urls import path

from sinetra.web.staff.hand_overs import lists, recording, sbt

urlpatterns = [
    path("serah-terima/lewat/", lists.overdue_list, name="overdue_list"),
    path("serah-terima/diperiksa/", lists.proof_list, name="proof_list"),
    path("serah-terima/sbt/", sbt.sbt, name="sbt_file"),
    path("serah-terima/<uuid:pk>/catat/", recording.record, name="record_acknowledgement"),
    path("serah-terima/catatan/<uuid:pk>/periksa/", recording.confirm, name="confirm_acknowledgement"),
    path("serah-terima/catatan/<uuid:pk>/bukti/", recording.proof, name="acknowledgement_proof"),
]
