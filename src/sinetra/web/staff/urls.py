"""Addresses of the staff side, after /kerja/id/ and /kerja/en/."""

from __future__ import annotations

from django.urls import path

from sinetra.web.staff import (
    article_input,
    articles,
    audit,
    checklist,
    custody,
    fact_page,
    feeds,
    figures,
    identity,
    inbox,
    information,
    matters,
    nil_reports,
    number_patterns,
    own_calendar,
    packages,
    personal_links,
    press_lead,
    queue,
    quoting,
    registry,
    reseal,
    sign_in,
    story_arranging,
    story_list,
    talk,
    verbs,
    worklists,
    workspace,
)
from sinetra.web.staff.accounts import account, leaving, listing, new, office, own, roles, slips
from sinetra.web.staff.advice import mediations, opinions, questions
from sinetra.web.staff.agreements.urls import urlpatterns as of_agreements
from sinetra.web.staff.careers.urls import urlpatterns as of_careers
from sinetra.web.staff.clarifications.urls import urlpatterns as of_clarifications
from sinetra.web.staff.control_room.urls import urlpatterns as of_control_room
from sinetra.web.staff.corrections.urls import urlpatterns as of_corrections
from sinetra.web.staff.evidence.urls import urlpatterns as of_evidence
from sinetra.web.staff.examinations import verb_page
from sinetra.web.staff.hand_overs.urls import urlpatterns as of_hand_overs
from sinetra.web.staff.heads.urls import urlpatterns as of_heads
from sinetra.web.staff.imports import pages as imports
from sinetra.web.staff.index.urls import urlpatterns as of_index
from sinetra.web.staff.invitations import pages as invitations
from sinetra.web.staff.letters.urls import urlpatterns as of_letters
from sinetra.web.staff.oversight.urls import urlpatterns as of_oversight
from sinetra.web.staff.press.urls import urlpatterns as of_press
from sinetra.web.staff.prevention.urls import urlpatterns as of_prevention
from sinetra.web.staff.recommendations.urls import urlpatterns as of_recommendations
from sinetra.web.staff.reply_texts.urls import urlpatterns as of_reply_texts
from sinetra.web.staff.report_entry import signed_form
from sinetra.web.staff.report_entry import views as report_entry
from sinetra.web.staff.study import page as study
from sinetra.web.staff.triage.urls import urlpatterns as of_triage
from sinetra.web.staff.work_queue.urls import urlpatterns as of_queue

urlpatterns = [
    path("", workspace.workspace, name="workspace"),
    *of_control_room,
    path("tenggat/", worklists.due_list, name="due_list"),
    path("menunggu/", worklists.waiting_list, name="waiting_list"),
    path("perkara-terlama/", worklists.ageing_list, name="ageing_list"),
    path("pembetulan-perkara/", worklists.correction_list, name="corrections"),
    path("laporan/terlewat/", worklists.unopened_list, name="unopened_list"),
    path("komitmen/", worklists.commitment_list, name="commitment_list"),
    path("antrean/", queue.queue, name="queue"),
    path("antrean/<uuid:pk>/ulang/", queue.retry, name="retry_task"),
    path("laporan/", inbox.inbox, name="inbox"),
    path("laporan/catat/", report_entry.enter_report, name="enter_report"),
    path("laporan/<uuid:pk>/formulir/", signed_form.signed_form, name="signed_form"),
    *of_triage,
    *of_reply_texts,
    path("laporan/<uuid:pk>/", inbox.received_report, name="received_report"),
    path("laporan/<uuid:pk>/pesan/", talk.report_talk, name="report_talk"),
    path("laporan/<uuid:pk>/buka/", inbox.open_report, name="open_report"),
    *of_queue,
    path("perkara/<uuid:pk>/", matters.matter, name="matter"),
    path("perkara/<uuid:pk>/syarat/", checklist.checklist, name="checklist"),
    path("perkara/<uuid:pk>/kajian/", study.study, name="study"),
    *of_letters,
    *of_clarifications,
    path(
        "perkara/<uuid:pk>/pemeriksaan/<uuid:examination>/<str:name>/",
        verb_page.examination_verb,
        name="examination_verb",
    ),
    *of_corrections,
    *of_evidence,
    *of_oversight,
    path("perkara/<uuid:pk>/<str:name>/", verbs.verb, name="verb"),
    path("perkara/catat/", information.new_information, name="new_information"),
    path("perkara/pola-nomor/", number_patterns.number_patterns, name="number_patterns"),
    path("laporan-nihil/", nil_reports.nil_reports, name="nil_reports"),
    path("laporan-nihil/baru/", nil_reports.new_nil_report, name="new_nil_report"),
    path("paket/masuk/", packages.bring_in, name="bring_in_package"),
    path("paket/<uuid:pk>/", matters.package, name="package"),
    path("paket/jawaban/<uuid:pk>/", verb_page.follow_up_answer, name="follow_up_answer"),
    path("brankas/", identity.vault, name="vault"),
    path("brankas/kunci/", identity.new_key, name="new_custodian_key"),
    path("brankas/segel-ulang/", reseal.reseal, name="reseal_identities"),
    path("brankas/penunjukan/", custody.namings_page, name="custody"),
    path("brankas/penunjukan/<uuid:pk>/", custody.end, name="end_naming"),
    path("brankas/<uuid:pk>/", identity.open_one, name="open_identity"),
    path("masuk/", sign_in.sign_in, name="sign_in"),
    path("masuk/sebagai/", sign_in.sign_in_as, name="sign_in_as"),
    path("keluar/", sign_in.sign_out, name="sign_out"),
    path("buka-akun/", sign_in.open_account, name="open_account"),
    path("artikel/", articles.articles, name="articles"),
    path("artikel/tambah/", article_input.add, name="add_articles"),
    path("artikel/ambil/", article_input.fetch, name="fetch_article"),
    path("artikel/<uuid:pk>/asal/", article_input.capture, name="article_capture"),
    path("artikel/<uuid:pk>/asal/<int:number>/", article_input.capture, name="page_capture"),
    path("umpan/", feeds.feeds, name="feeds"),
    path("umpan/<uuid:pk>/", feeds.feed, name="feed"),
    path("umpan/<uuid:pk>/ubah/", feeds.change, name="change_feed"),
    path("artikel/<uuid:pk>/", articles.article, name="article"),
    path("artikel/<uuid:pk>/fakta/<str:field>/<int:number>/", fact_page.judge, name="judge_fact"),
    path("artikel/<uuid:pk>/informasi-awal/", press_lead.take, name="take_lead"),
    path("artikel/<uuid:pk>/angka/", figures.take, name="take_figure"),
    path("pembetulan/<uuid:pk>/tarik/", fact_page.back, name="take_back_correction"),
    path("angka/", figures.figures, name="figures"),
    path("angka/<uuid:pk>/tarik/", figures.drop, name="drop_figure"),
    path("peristiwa/", story_list.stories, name="stories"),
    path("peristiwa/<uuid:pk>/atur/", story_arranging.arrange, name="arrange_story"),
    path("peristiwa/<uuid:pk>/", articles.story, name="story"),
    path("peristiwa/<uuid:pk>/kutip/", quoting.quote, name="quote_fact"),
    path("peristiwa/<uuid:pk>/putuskan/", articles.decide, name="decide_story"),
    path("pertanyaan/", questions.questions, name="questions"),
    path("pertanyaan/<uuid:pk>/", questions.question, name="question"),
    path("mediasi/", mediations.mediations, name="mediations"),
    path("mediasi/<uuid:pk>/", mediations.mediation, name="mediation_item"),
    path("mediasi/<uuid:pk>/tawarkan/", mediations.offer, name="offer_mediation"),
    path("mediasi/<uuid:pk>/berlangsung/", mediations.hold, name="hold_mediation"),
    path("mediasi/<uuid:pk>/tutup/", mediations.close, name="close_mediation"),
    path("mediasi/<uuid:pk>/tolak/", mediations.turn_away, name="turn_away_mediation"),
    path("undangan/", invitations.invitations, name="invitations"),
    path("undangan/paket/", packages.bring_consult, name="bring_consult"),
    path("undangan/<uuid:pk>/", invitations.invitation, name="invitation_item"),
    path("undangan/<uuid:pk>/surat/", invitations.letter, name="invitation_letter"),
    path("undangan/<uuid:pk>/paket.json", invitations.invitation_package, name="invitation_package"),
    path("pendapat/", opinions.opinions, name="opinions"),
    path("pendapat/baru/", opinions.new_opinion, name="new_opinion"),
    path("pendapat/<uuid:pk>/", opinions.opinion, name="opinion"),
    path("pendapat/<uuid:pk>/ubah/", opinions.rewrite_opinion, name="rewrite_opinion"),
    path("pendapat/<uuid:pk>/tarik/", opinions.withdraw, name="withdraw_opinion"),
    path("register/", registry.registry, name="registry"),
    path("register/pegawai/", registry.people, name="people"),
    path("register/pegawai/<uuid:pk>/lembar/", personal_links.person_slip, name="person_slip"),
    path("register/unit/<uuid:pk>/lembar/", personal_links.unit_slips, name="unit_slips"),
    path("register/impor/", imports.import_people, name="import_people"),
    path("register/impor/simpan/", imports.store_import, name="store_import"),
    path("register/impor/kesalahan/", imports.import_faults, name="import_faults"),
    path("register/impor/contoh/<str:kind>.xlsx", imports.import_example, name="import_example"),
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
    path("kantor/", office.office, name="office"),
    path("kantor/pekan-kerja/", office.office_week, name="office_week"),
    path("kantor/lama/<str:rule>/", office.office_length, name="office_length"),
    path("akun-saya/", own.own_account, name="own_account"),
    path("akun-saya/kalender/", own_calendar.own_calendar, name="own_calendar"),
    path("akun-saya/kalender/<str:scope>/", own_calendar.issue, name="issue_own_calendar"),
    path("akun-saya/kalender/<str:scope>/cabut/", own_calendar.revoke, name="revoke_own_calendar"),
    path("akun-saya/kata-sandi/", own.change_password, name="change_password"),
    path("akun-saya/serah-terima/", leaving.own_hand_over, name="own_hand_over"),
    *of_careers,
    *of_agreements,
    *of_hand_overs,
    *of_heads,
    *of_index,
    *of_press,
    *of_prevention,
    *of_recommendations,
]
