"""The talk with the reporter of one report, who is known by the code alone; and what nobody has read yet."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.paging import page
from sinetra.apps.reports.actions import read_messages, write_message
from sinetra.apps.reports.messages import LENGTHS
from sinetra.apps.reports.models import Message, Report
from sinetra.apps.reports.talk import TalkView, talk_view, unread
from sinetra.core.casework.replies import left_open
from sinetra.core.errors import BadInput, Conflict
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import day_text
from sinetra.web.middleware.errors import in_words
from sinetra.web.once import key_after, key_of, sealed_key
from sinetra.web.parts import Cell, Column, Link, Table
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.reply_texts.insert import Insertion, insertion
from sinetra.web.staff.withdrawal import withdrawal_address
from sinetra.web.staff.words import CHANNELS
from sinetra.web.talk_lines import MARKS, talk_items

FORM = "staff_talk"


class MessageForm(forms.Form):
    text = PlainText(
        label=_lazy("Pesan kepada pelapor"),
        help_text=_lazy("Pelapor membaca nama kantor, bukan nama Anda. Jangan menanyakan siapa pelapor."),
        max_length=LENGTHS[1],
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _lazy("Tulis pesannya.")},
    )

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if missing := left_open(text):
            raise forms.ValidationError(_("Ganti dahulu: %(fields)s.") % {"fields": ", ".join(missing)})
        return text


@staff("message.read")
@require_http_methods(["GET", "POST"])
def report_talk(request: StaffRequest, pk: UUID) -> HttpResponse:
    view = talk_view(request.actor, pk)
    if request.method == "POST" and request.POST.get("do") == "read":
        return _read(request, view)
    return _write(request, view)


def _write(request: StaffRequest, view: TalkView) -> HttpResponse:
    begun = insertion(request, view.report)
    form, key = MessageForm(request.POST if request.method == "POST" else None, initial={"text": begun.text}), ""
    if request.method == "POST" and form.is_valid():
        try:
            key = key_of(FORM, request.POST.get("form", ""))
            write_message(report=view.report, text=form.cleaned_data["text"], key=key, actor=request.actor)
        except (BadInput, Conflict) as error:
            in_form = isinstance(error, BadInput) and error.field in form.fields
            form.add_error("text" if in_form else None, in_words(error))
            key = key_after(error, key)
        else:
            messages.success(request, _("Pesan terkirim. Pelapor membacanya dengan kodenya."))
            return _marked(request, view)
    return _page(request, view, form, key, begun)


def _read(request: StaffRequest, view: TalkView) -> HttpResponse:
    messages.success(request, _("Ditandai sudah dibaca."))
    return _marked(request, view)


def _marked(request: StaffRequest, view: TalkView) -> HttpResponse:
    """Who answers has read what was on the page; what came since stays new."""
    shown = {str(one.id): one.id for one in view.messages}
    upto = shown.get(request.POST.get("upto", ""))
    if upto is not None:
        read_messages(report=view.report, upto=upto, actor=request.actor)
    return redirect("report_talk", pk=view.report.pk)


def _page(request: StaffRequest, view: TalkView, form: MessageForm, key: str, begun: Insertion) -> HttpResponse:
    row = view.report
    matter = row.in_matter
    back = reverse("matter", args=[matter.pk]) if matter is not None else reverse("received_report", args=[row.pk])
    context = {
        "view": view,
        "talk": talk_items(view.messages, office=row.organisation.name, reporter=_("Pelapor"), reader_is_office=True),
        "form": form,
        "key": sealed_key(FORM, key),
        "insertion": begun,
        "back": Link(text=_about(row), url=back),
        "withdraw": withdrawal_address(row, matter) if matter is not None else back,
    }
    return render(request, "staff/talk.html", context)


def _about(row: Report) -> str:
    matter = row.in_matter
    return _("Perkara %(number)s") % {"number": matter.number} if matter is not None else str(CHANNELS[row.kept_as])


def unread_table(request: StaffRequest) -> Table | None:
    """For the page of what came in; None when everything was read."""
    after = request.GET.get("pesan")
    found = page(unread(request.actor), order=("sent_at", "id"), after=after)
    if not found and not after:
        return None
    return Table(
        caption=_("Pesan pelapor yang belum dibaca, yang paling lama menunggu di atas"),
        columns=[Column(text=_("Dari")), Column(text=_("Pesan")), Column(text=_("Dikirim")), Column(text=_("Tempat"))],
        rows=[_cells(row) for row in found],
        newer=request.path if after else "",
        older=f"?pesan={found.next_token}" if found.next_token else "",
    )


def _cells(row: Message) -> list[Cell]:
    return [
        Cell(text=_about(row.report), url=reverse("report_talk", args=[row.report_id])),
        Cell(text=str(MARKS[row.mark]) or _("pesan")),
        Cell(text=day_text(row.sent_on, get_language() or "id")),
        Cell(text=row.report.region.name),
    ]
