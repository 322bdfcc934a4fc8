"""Addresses of the staff side, after /kerja/id/ and /kerja/en/."""

from __future__ import annotations

from django.urls import path

from sinetra.web.staff import (
    activities,
    articles,
    audit,
    identity,
    inbox,
    matters,
    packages,
    registry,
    sign_in,
    verbs,
    workspace,
)
from sinetra.web.staff.accounts import account, leaving, listing, new, own, roles, slips

urlpatterns = [
    path("", workspace.workspace, name="workspace"),
    path("laporan/", inbox.inbox, name="inbox"),
    path("laporan/<uuid:pk>/", inbox.received_report, name="received_report"),
    path("laporan/<uuid:pk>/buka/", inbox.open_report, name="open_report"),
    path("perkara/", matters.matters, name="matters"),
    path("perkara/<uuid:pk>/", matters.matter, name="matter"),
    path("perkara/<uuid:pk>/<str:name>/", verbs.verb, name="verb"),
    path("paket/masuk/", packages.bring_in, name="bring_in_package"),
    path("paket/<uuid:pk>/", matters.package, name="package"),
    path("brankas/", identity.vault, name="vault"),
    path("brankas/kunci/", identity.new_key, name="new_custodian_key"),
    path("brankas/<uuid:pk>/", identity.open_one, name="open_identity"),
    path("masuk/", sign_in.sign_in, name="sign_in"),
    path("masuk/sebagai/", sign_in.sign_in_as, name="sign_in_as"),
    path("keluar/", sign_in.sign_out, name="sign_out"),
    path("buka-akun/", sign_in.open_account, name="open_account"),
    path("artikel/", articles.articles, name="articles"),
    path("artikel/tambah/", articles.add, name="add_articles"),
    path("artikel/<uuid:pk>/", articles.article, name="article"),
    path("peristiwa/<uuid:pk>/", articles.story, name="story"),
    path("peristiwa/<uuid:pk>/putuskan/", articles.decide, name="decide_story"),
    path("kegiatan/", activities.activities, name="activities"),
    path("kegiatan/<uuid:pk>/", activities.activity, name="activity"),
    path("surat-edaran/", activities.circulars, name="circulars"),
    path("kesepakatan/", activities.agreements, name="agreements"),
    path("register/", registry.registry, name="registry"),
    path("register/pegawai/", registry.people, name="people"),
    path("audit/", audit.audit, name="audit"),
    path("akun/", listing.accounts, name="accounts"),
    path("akun/baru/", new.new_account, name="new_account"),
    path("akun/<uuid:pk>/", account.account, name="account"),
    path("akun/<uuid:pk>/peran/", roles.give_role, name="give_role"),
    path("akun/peran/<uuid:pk>/akhiri/", roles.end_role, name="end_role"),
    path("akun/<uuid:pk>/lembar/", slips.print_slip, name="print_slip"),
    path("akun/<uuid:pk>/setel-ulang/", slips.request_reset, name="request_reset"),
    path("akun/setel-ulang/<uuid:pk>/", slips.confirm_reset, name="confirm_reset"),
    path("akun/<uuid:pk>/serah-terima/", leaving.hand_over, name="hand_over"),
    path("akun/<uuid:pk>/tutup/", leaving.close_account, name="close_account"),
    path("akun-saya/", own.own_account, name="own_account"),
    path("akun-saya/kata-sandi/", own.change_password, name="change_password"),
    path("akun-saya/serah-terima/", leaving.own_hand_over, name="own_hand_over"),
]
