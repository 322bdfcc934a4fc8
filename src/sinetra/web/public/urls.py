"""Addresses of the public side, after /id/ and /en/. Words in the path are Indonesian in both languages."""

from __future__ import annotations

from django.urls import path

from sinetra.web.public import (
    certificates,
    deadline,
    due_calendar,
    follow,
    follow_evidence,
    home,
    may_i,
    plain_pages,
    rulebook,
    rulebook_changes,
    rulebook_files,
    statistics,
    style_guide,
)
from sinetra.web.public.advice import answer as team_answer
from sinetra.web.public.advice import ask, library
from sinetra.web.public.circulars import accept as accept_circular
from sinetra.web.public.circulars import views as circulars
from sinetra.web.public.documents import views as documents
from sinetra.web.public.fair_service import views as fair_service
from sinetra.web.public.index import listing as index_list
from sinetra.web.public.index import method_page as index_method
from sinetra.web.public.index import unit_page as index_unit
from sinetra.web.public.invitations import ask as ask_invitation
from sinetra.web.public.invitations import follow as follow_invitation
from sinetra.web.public.invitations.check import check_consult_proof
from sinetra.web.public.invitations.proof import give_consult_proof
from sinetra.web.public.maps import views as maps
from sinetra.web.public.mediation import ask as request_mediation
from sinetra.web.public.mediation import explain
from sinetra.web.public.mediation import follow as follow_mediation
from sinetra.web.public.participation import certificate as participant_certificate
from sinetra.web.public.participation import check_in, knowledge, own_careers, own_page, participant
from sinetra.web.public.participation import pledge as participant_pledge
from sinetra.web.public.printed import views as printed
from sinetra.web.public.proof.check import check_proof
from sinetra.web.public.proof.give import give_proof
from sinetra.web.public.report import evidence as report_evidence
from sinetra.web.public.report import form_file
from sinetra.web.public.report import views as report
from sinetra.web.public.tour import legal_date
from sinetra.web.public.tour import views as tour
from sinetra.web.public.transfers import calculator
from sinetra.web.public.transfers import figures as transfer_figures

urlpatterns = [
    path("", home.home, name="home"),
    path("bolehkah/", may_i.may_i, name="may_i"),
    path("aturan/", rulebook.rulebook, name="rulebook"),
    path("aturan/tabel/", rulebook.rulebook_table, name="rulebook_table"),
    path("aturan/daftar.csv", rulebook_files.rulebook_csv, name="rulebook_csv"),
    path("aturan/daftar.xlsx", rulebook_files.rulebook_xlsx, name="rulebook_xlsx"),
    path("aturan/perubahan/", rulebook_changes.rulebook_changes, name="rulebook_changes"),
    path("aturan/cetak/", printed.printed, name="printed"),
    path("aturan/cetak/poster.pdf", printed.poster, name="printed_poster"),
    path("aturan/cetak/selebaran.pdf", printed.leaflet, name="printed_leaflet"),
    path("aturan/cetak/kartu.png", printed.card, name="printed_card"),
    path("aturan/cetak/pesan.txt", printed.message, name="printed_message"),
    path("aturan/cetak/apel/", printed.talking_points, name="printed_talk"),
    path("aturan/cetak/apel.txt", printed.talking_points_text, name="printed_talk_text"),
    path("aturan/<str:rule>/", rulebook.norm, name="norm"),
    path("tenggat/", deadline.deadline, name="deadline"),
    path("tenggat/kalender/<str:link>.ics", due_calendar.due_calendar, name="due_calendar"),
    path("mutasi/", calculator.calculator, name="transfer_calculator"),
    path("mutasi/angka/", transfer_figures.figures, name="transfer_figures"),
    path("mutasi/angka/sesudah.csv", transfer_figures.after_vote_csv, name="after_vote_csv"),
    path("edaran/", circulars.public_circulars, name="public_circulars"),
    path("edaran/<uuid:pk>/", circulars.public_circular, name="public_circular"),
    path("edaran/<uuid:pk>/surat.pdf", circulars.public_circular_pdf, name="public_circular_pdf"),
    path("edaran/<uuid:pk>/pesan.txt", circulars.public_circular_message, name="public_circular_message"),
    path("edaran/<uuid:pk>/lampiran/<int:place>/", circulars.public_circular_annex, name="public_circular_annex"),
    path("edaran/<uuid:pk>/terima/", accept_circular.accept, name="accept_circular"),
    path("surat/", documents.check_documents, name="check_documents"),
    path("surat/<str:code>/", documents.check_document, name="check_document"),
    path("peta/", maps.country, name="map"),
    path("peta/<str:name>/", maps.map_of, name="map_of"),
    path("peta/<str:name>/peta.svg", maps.map_svg, name="map_svg"),
    path("peta/<str:name>/peta.png", maps.map_picture, name="map_png"),
    path("statistik/", statistics.statistics, name="statistics"),
    path("statistik/<str:name>.csv", statistics.table_csv, name="statistics_csv"),
    path("indeks/", index_list.index, name="index"),
    path("indeks/cara/", index_method.index_method, name="index_method"),
    path("indeks/<str:code>.csv", index_unit.index_unit_csv, name="index_unit_csv"),
    path("indeks/<str:code>.json", index_unit.index_unit_json, name="index_unit_json"),
    path("indeks/<str:code>/", index_unit.index_unit, name="index_unit"),
    path("aksesibilitas/", plain_pages.accessibility, name="accessibility"),
    path("privasi/", plain_pages.privacy, name="privacy"),
    path("tentang/", plain_pages.about, name="about"),
    path("gaya/", style_guide.style_guide, name="style_guide"),
    path("lapor/", report.report, name="report"),
    path("lapor/formulir/", form_file.report_form_file, name="report_form_file"),
    path("ikuti/formulir/", form_file.follow_form_file, name="follow_form_file"),
    path("lapor/bukti/", report_evidence.report_evidence, name="report_evidence"),
    path("ikuti/bukti/", follow_evidence.follow_evidence, name="follow_evidence"),
    path("ikuti/", follow.follow_page, name="follow"),
    path("ikuti/bukti-penyampaian/", give_proof, name="give_proof"),
    path("bukti/", check_proof, name="check_proof"),
    path("tanya/", ask.ask_team, name="ask_team"),
    path("tanya/jawaban/", team_answer.team_answer, name="team_answer"),
    path("layanan-adil/", fair_service.fair_service, name="fair_service"),
    path("layanan-adil/lembar.pdf", fair_service.sheet, name="fair_service_sheet"),
    path("mediasi/", explain.mediation, name="mediation"),
    path("mediasi/minta/", request_mediation.request_page, name="request_mediation"),
    path("mediasi/ikuti/", follow_mediation.follow_page, name="follow_mediation"),
    path("undangan/", ask_invitation.invite, name="invite"),
    path("undangan/ikuti/", follow_invitation.follow_page, name="follow_invitation"),
    path("undangan/bukti/", give_consult_proof, name="give_consult_proof"),
    path("undangan/periksa/", check_consult_proof, name="check_consult"),
    path("pendapat/", library.library, name="library"),
    path("pendapat/<uuid:pk>/", library.public_opinion, name="public_opinion"),
    path("hadir/peserta/<str:link>/", participant.participant, name="participant"),
    path("hadir/<uuid:session>/<str:code>/", check_in.check_in_page, name="check_in"),
    path("saya/<str:link>/", own_page.own_page, name="own_page"),
    path("saya/<str:link>/kebijakan/<uuid:pk>/", own_careers.own_policy, name="own_policy"),
    path("hadir/peserta/<str:link>/tes/<str:moment>/", knowledge.participant_test, name="participant_test"),
    path("hadir/peserta/<str:link>/ikrar/", participant_pledge.participant_pledge, name="participant_pledge"),
    path(
        "hadir/peserta/<str:link>/sertifikat/",
        participant_certificate.participant_certificate,
        name="participant_certificate",
    ),
    path("sertifikat/", certificates.check_certificate, name="check_certificate"),
    path("sertifikat/<str:code>/", certificates.certificate, name="certificate"),
    path("tur/", tour.tour, name="tour"),
    path("tur/<int:number>/", tour.stop, name="tour_stop"),
    path("tanggal-hukum/", legal_date.legal_date, name="legal_date"),
    path("dari-berita/", tour.news, name="news"),
    path("dari-berita/<str:article>/<int:number>/", tour.statement, name="statement"),
]
