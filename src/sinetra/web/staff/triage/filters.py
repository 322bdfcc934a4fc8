"""Which reports the desk shows: in the address, so that the back button and the next page keep it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import visible
from sinetra.apps.cases.desk import STATES, DeskFilter, DeskOrder
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.selectors import children_of
from sinetra.apps.reports.vocabulary import ReportState
from sinetra.ports.clock import today
from sinetra.web.staff.triage import words
from sinetra.web.staff.words import CHANNELS
from sinetra.web.words import ACTS

_REFUSED = {"invalid_choice": _lazy("Pilih salah satu dari daftar.")}
_WAITING = (("", _lazy("berapa pun")), ("2", _lazy("2 hari atau lebih")), ("7", _lazy("7 hari atau lebih")))


class DeskForm(forms.Form):
    state = forms.ChoiceField(
        label=_lazy("Penanganan"),
        required=False,
        error_messages=_REFUSED,
        choices=[("" if state is ReportState.NEW else state.value, words.STATES[state]) for state in STATES],
    )
    channel = forms.ChoiceField(
        label=_lazy("Jalur"), required=False, error_messages=_REFUSED, choices=[("", _lazy("semua")), *CHANNELS.items()]
    )
    region = forms.ChoiceField(label=_lazy("Kecamatan"), required=False, error_messages=_REFUSED)
    act = forms.ChoiceField(
        label=_lazy("Perbuatan"),
        required=False,
        error_messages=_REFUSED,
        choices=[("", _lazy("semua")), *ACTS.items()],
    )
    waiting = forms.ChoiceField(label=_lazy("Menunggu"), required=False, error_messages=_REFUSED, choices=_WAITING)
    order = forms.ChoiceField(
        label=_lazy("Urutan"),
        required=False,
        error_messages=_REFUSED,
        choices=[
            (DeskOrder.DUE.value, _lazy("tenggat terdekat di atas")),
            (DeskOrder.OLDEST.value, _lazy("terlama menunggu di atas")),
            (DeskOrder.UNDATED.value, _lazy("hanya yang tanpa tenggat")),
        ],
    )

    def __init__(self, given: QueryDict | None, actor: Actor) -> None:
        super().__init__(given or None)
        self.office = visible(actor, Organisation).get(pk=actor.office)
        places = children_of(self.office.region_id).values_list("code", "name")
        self.fields["region"].choices = [("", _("semua")), *places]  # type: ignore[attr-defined]

    @property
    def day(self) -> date:
        return today(self.office.region_id)

    @property
    def given(self) -> dict[str, Any]:
        """What is a choice; what is none stands as an error at its field and filters nothing."""
        self.is_valid()
        return self.cleaned_data if self.is_bound else {}

    def filters(self) -> DeskFilter:
        given = self.given
        state = ReportState(given.get("state") or ReportState.NEW)
        days = given.get("waiting")
        return DeskFilter(
            state=state,
            order=DeskOrder(given.get("order", "")) if state is ReportState.NEW else DeskOrder.OLDEST,
            channel=given.get("channel", ""),
            region=given.get("region", ""),
            act=given.get("act", ""),
            filed_until=self.day - timedelta(days=int(days)) if days else None,
        )

    def told(self) -> dict[str, str]:
        """The filters that narrow or order the list, for an address."""
        return {name: str(value) for name, value in self.given.items() if value}
