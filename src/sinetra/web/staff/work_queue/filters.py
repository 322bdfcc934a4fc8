"""Which matters a queue shows: in the address, so that the back button and the next page keep it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import visible
from sinetra.apps.cases.queue import Order, QueueFilter, Whose
from sinetra.apps.cases.selectors import open_states
from sinetra.apps.cases.vocabulary import State
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.selectors import children_of
from sinetra.ports.clock import today
from sinetra.web.staff.words import KINDS

_REFUSED = {"invalid_choice": _lazy("Pilih salah satu dari daftar.")}


class FilterForm(forms.Form):
    whose = forms.ChoiceField(
        label=_lazy("Penanggung jawab"),
        required=False,
        error_messages=_REFUSED,
        choices=[
            (Whose.OFFICE.value, _lazy("semua di kantor")),
            (Whose.MINE.value, _lazy("saya")),
            (Whose.NOBODY.value, _lazy("belum ada")),
        ],
    )
    order = forms.ChoiceField(
        label=_lazy("Urutan"),
        required=False,
        error_messages=_REFUSED,
        choices=[
            (Order.DUE.value, _lazy("tenggat terdekat di atas")),
            (Order.NEWEST.value, _lazy("terbaru di atas")),
            (Order.OLDEST.value, _lazy("terlama di atas")),
        ],
    )
    state = forms.ChoiceField(label=_lazy("Keadaan"), required=False, error_messages=_REFUSED)
    kind = forms.ChoiceField(
        label=_lazy("Asal"),
        required=False,
        error_messages=_REFUSED,
        choices=[("", _lazy("semua")), *KINDS.items()],
    )
    region = forms.ChoiceField(label=_lazy("Tempat"), required=False, error_messages=_REFUSED)
    overdue = forms.BooleanField(label=_lazy("hanya yang lewat tenggat, terlama lewat di atas"), required=False)

    def __init__(self, given: QueryDict | None, actor: Actor) -> None:
        super().__init__(given or None)
        self.office = visible(actor, Organisation).get(pk=actor.office)
        english = get_language() == "en"
        states = [(value, name.en if english else name.id) for value, name in open_states(actor).items()]
        ended = (State.CLOSED.value, _("ditutup"))
        self.fields["state"].choices = [("", _("yang berjalan")), *states, ended]  # type: ignore[attr-defined]
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

    @property
    def is_closed(self) -> bool:
        return self.given.get("state") == State.CLOSED

    def filters(self) -> QueueFilter:
        given = self.given
        return QueueFilter(
            whose=Whose(given.get("whose", "")),
            # What is overdue stands by its deadline: by age an index could not give it.
            order=Order.DUE if given.get("overdue") else Order(given.get("order", "")),
            state=given.get("state", ""),
            kind=given.get("kind", ""),
            region=given.get("region", ""),
            overdue_on=self.day if given.get("overdue") else None,
        )

    def told(self) -> dict[str, str]:
        """The filters that narrow or order the list, for an address."""
        return {name: "on" if value is True else str(value) for name, value in self.given.items() if value}
