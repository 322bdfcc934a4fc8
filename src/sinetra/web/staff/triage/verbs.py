"""What becomes of one report: joined to a matter, separated, kept, set aside, sent on, told apart from another."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sinetra.apps.base.policy import require, visible
from sinetra.apps.cases.actions.join_report import join_report
from sinetra.apps.cases.actions.keep_report import keep_report
from sinetra.apps.cases.actions.open_matter import open_matter
from sinetra.apps.cases.actions.separate_report import goes_back_to, separate_report
from sinetra.apps.cases.actions.set_aside_report import set_aside_report
from sinetra.apps.cases.actions.start_study import start_study
from sinetra.apps.cases.actions.tell_apart import tell_apart
from sinetra.apps.cases.conflicts import StepAside
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.partners import offices_for_transfer
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.selectors import report_view
from sinetra.apps.reports.vocabulary import Aside, Kept, ReportState
from sinetra.core.errors import BadInput, Conflict, NotFound, gettext_noop
from sinetra.web.access import StaffRequest, staff
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Link
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.intake_forms import ReasonForm
from sinetra.web.staff.triage.forms import JoinForm, KeepForm, SetAsideForm

Act = Callable[[Report, forms.Form], object]


def _page(
    request: StaffRequest,
    report: Report,
    form: forms.Form,
    act: Act,
    *,
    title: str,
    consequences: list[str],
    done: str,
    stop: bool = False,
) -> HttpResponse:
    """Asks, acts, and says so on the page of the report; what is refused stands beside what was typed."""
    if form.is_valid():
        found = attempt(form, lambda: act(report, form))
        if found is not None:
            messages.success(request, done)
            return redirect("received_report", pk=report.pk)
    context = {
        "title": title,
        "consequences": consequences,
        "submit": title,
        "form": form,
        "stop": stop,
        "back": Link(text=_("Kembali ke laporan"), url=reverse("received_report", args=[report.pk])),
    }
    return render(request, "parts/confirm.html", context, status=422 if form.is_bound and form.errors else 200)


def _report(request: StaffRequest, pk: UUID) -> Report:
    """Errors: those of the page of the report: ``NotFound``, ``StepAside``."""
    return report_view(request.actor, pk).report


@staff("report.join")
@require_http_methods(["GET", "POST"])
def join(request: StaffRequest, pk: UUID) -> HttpResponse:
    report = _report(request, pk)
    form = JoinForm(posted(request), initial={"number": request.GET.get("perkara", "")})

    def act(row: Report, given: forms.Form) -> object:
        copy = given.cleaned_data["source"] == "copy"
        matter = _matter(request, given.cleaned_data["number"])
        return join_report(report=row, matter=matter, is_copy=copy, actor=request.actor)

    consequences = [
        _("Laporan ini ditangani bersama perkara itu; tidak ada nomor baru."),
        _("Pelapor membaca bahwa laporannya dibuka, dan setiap langkah sejak itu. Ia tidak tahu ada laporan lain."),
        _("Orang yang hanya disebut di laporan ini ikut menjadi yang dilaporkan dalam perkara itu."),
        _("Laporan dapat dipisahkan kembali selama perkara belum ditutup."),
        _("Sesudah orang itu masuk kajian, klarifikasi, atau konsep surat, laporan ini tidak dipisahkan lagi."),
    ]
    title = _("Gabungkan pada perkara")
    return _page(request, report, form, act, title=title, consequences=consequences, done=_("Digabungkan."))


def _matter(request: StaffRequest, number: str) -> Matter:
    """Errors: ``BadInput`` naming ``number``."""
    rows = visible(request.actor, Matter).select_related("organisation", "report")
    found = rows.filter(organisation_id=request.actor.office, number=number.strip()).first()
    if found is None:
        raise BadInput(gettext_noop("Tidak ada perkara dengan nomor ini di kantor Anda."), field="number")
    return found


@staff("report.separate")
@require_http_methods(["GET", "POST"])
def separate(request: StaffRequest, pk: UUID) -> HttpResponse:
    report = _report(request, pk)
    consequences = [
        _("Laporan ini kembali ke laporan masuk, dengan tenggatnya sendiri sejak hari diterima."),
        _("Pelapor membaca bahwa laporannya ditelaah lagi."),
    ]
    done = _("Dipisahkan; laporan ini menunggu di laporan masuk.")
    if goes_back_to(report) == ReportState.KEPT:
        consequences = [_("Informasi ini kembali ke yang disimpan, tanpa tenggat."), _("Pelapor membacanya.")]
        done = _("Dipisahkan; informasi ini disimpan lagi.")
    return _page(
        request,
        report,
        ReasonForm(posted(request)),
        lambda row, form: separate_report(report=row, reason=form.cleaned_data["reason"], actor=request.actor),
        title=_("Pisahkan dari perkara"),
        consequences=consequences,
        done=done,
    )


@staff("report.keep")
@require_http_methods(["GET", "POST"])
def keep(request: StaffRequest, pk: UUID) -> HttpResponse:
    report = _report(request, pk)
    return _page(
        request,
        report,
        KeepForm(posted(request)),
        lambda row, form: keep_report(report=row, why=Kept(form.cleaned_data["why"]), actor=request.actor),
        title=_("Simpan sebagai informasi awal"),
        consequences=[
            _("Tidak ada perkara dan tidak ada tenggat; isinya tetap dapat dibuka atau digabungkan kapan saja."),
            _("Pelapor membaca sebabnya."),
        ],
        done=_("Disimpan sebagai informasi awal."),
    )


@staff("report.set_aside")
@require_http_methods(["GET", "POST"])
def set_aside(request: StaffRequest, pk: UUID) -> HttpResponse:
    report = _report(request, pk)
    form = SetAsideForm(posted(request))
    form.offer(offices_for_transfer(Matter(organisation=report.organisation)))

    def act(row: Report, given: forms.Form) -> object:
        told = given.cleaned_data
        ground, office = Aside(told["ground"]), told["office"]
        return set_aside_report(report=row, ground=ground, office=office, reason=told["reason"], actor=request.actor)

    return _page(
        request,
        report,
        form,
        act,
        title=_("Tidak ditangani"),
        consequences=[
            _("Pelapor membaca mengapa; tidak ada yang ditolak diam-diam."),
            _("Isinya disimpan selama masa simpannya, dan masih dapat dibuka bila keputusan ini keliru."),
        ],
        done=_("Dinyatakan tidak ditangani; pelapor dapat membaca sebabnya."),
        stop=True,
    )


@staff("matter.transfer")
@require_POST
def send_on(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Another office of Bawaslu is competent: the report is opened and taken into study, then its way is the transfer
    of that matter, which wants an office and a summary."""
    try:
        report = _report(request, pk)
        matter = open_matter(report=report, actor=request.actor)
        start_study(matter=matter, actor=request.actor)
    except StepAside:
        raise
    except Conflict as error:
        messages.error(request, in_words(error))
        return redirect("received_report", pk=pk)
    return redirect("verb", pk=matter.pk, name="transfer")


@staff("report.join")
@require_POST
def apart(request: StaffRequest, pk: UUID, other: UUID) -> HttpResponse:
    try:
        report = _report(request, pk)
        second = visible(request.actor, Report).filter(pk=other).first()
        if second is None:
            raise NotFound(gettext_noop("Laporan ini tidak ada, atau bukan untuk Anda."))
        require(request.actor, "report.join", second)
        tell_apart(report=report, other=second, actor=request.actor)
    except StepAside:
        raise
    except Conflict as error:
        messages.error(request, in_words(error))
    else:
        messages.success(request, _("Dicatat sebagai dua peristiwa; tidak diusulkan lagi."))
    return redirect("received_report", pk=pk)
