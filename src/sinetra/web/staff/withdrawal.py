"""The page on which a report is taken back: which of several, how the reporter said so, who asked by the code."""

from __future__ import annotations

from django import forms
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.actions.withdraw import can_be_withdrawn, joined_to_withdraw
from sinetra.apps.cases.joined import sources_of
from sinetra.apps.cases.models import Matter
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.withdrawal import asked_in
from sinetra.ports.clock import zone_of
from sinetra.web.format import day_text, moment_text
from sinetra.web.parts import Pair
from sinetra.web.staff.intake_forms import ReasonForm
from sinetra.web.staff.words import CHANNELS

#: The report that the matter was opened by; it may lie at another office.
OPENING = "opening"


class WithdrawForm(ReasonForm):
    """``report`` only for a matter that holds several; clean, it is None for the one that the matter was opened by."""

    report = forms.ChoiceField(
        label=_lazy("Laporan yang dicabut"),
        help_text=_lazy("Untuk laporan yang digabungkan, pencabutan hanya dicatat; perkara tetap berjalan."),
        widget=forms.RadioSelect,
        error_messages={
            "required": _lazy("Pilih laporannya."),
            "invalid_choice": _lazy(
                "Laporan itu sudah dicabut, atau tidak digabungkan pada perkara ini lagi. Pilih dari daftar ini."
            ),
        },
    )
    field_order = ["report", "reason"]

    def __init__(self, *args: object, **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        self.fields["reason"].label = _lazy("Kapan dan bagaimana pelapor mencabutnya")
        self.fields["reason"].help_text = _lazy("Tanpa nama pelapor.")

    def offer(self, matter: Matter, actor: Actor) -> None:
        joined = sources_of(actor, matter).joined
        self.joined = {str(row.pk): row for row in joined}
        # One that left the matter since the page was shown never stands for the one that is left.
        if not joined and self.data.get("report", OPENING) == OPENING:
            del self.fields["report"]
            return
        possible = set(joined_to_withdraw(matter).values_list("pk", flat=True))
        found = [(OPENING, _opening(matter))] if can_be_withdrawn(matter) else []
        found += [(str(row.pk), named(row)) for row in joined if row.pk in possible]
        # None is left when somebody was faster; then all stay, so that the page shows what was chosen.
        everything = [(OPENING, _opening(matter)), *((str(row.pk), named(row)) for row in joined)]
        self.fields["report"].choices = found or everything  # type: ignore[attr-defined]

    def clean_report(self) -> Report | None:
        return self.joined.get(self.cleaned_data["report"])


def withdrawal_pairs(matter: Matter) -> list[Pair]:
    """Who has asked for it by the code, before it is noted."""
    asked = asked_in(matter)
    several = bool(asked) and matter.joined_reports.exists()
    return [_asked(row, day_text(on, get_language() or "id"), several=several) for row, on in asked]


def _asked(row: Report, day: str, *, several: bool) -> Pair:
    value = f"{named(row)}: {day}" if several else day
    return Pair(term=_("Diminta pelapor lewat kode"), value=value, url=reverse("report_talk", args=[row.pk]))


def withdrawal_address(report: Report, matter: Matter) -> str:
    """Of the verb, with this report chosen where there are several."""
    chosen = str(report.pk) if report.joined_to_id is not None else OPENING
    return f"{reverse('verb', args=[matter.pk, 'withdraw'])}?report={chosen}"


def named(row: Report) -> str:
    """By when it came and as what; who told it is in no list."""
    zone = zone_of(row.region_id).abbreviation
    at = moment_text(row.filed_at, row.filed_on, zone, get_language() or "id")
    return f"{CHANNELS[row.kept_as]}, {at}"


def _opening(matter: Matter) -> str:
    words = named(matter.report) if matter.report is not None else str(CHANNELS[matter.kind])
    return _("%(report)s – yang membuka perkara ini") % {"report": words}
