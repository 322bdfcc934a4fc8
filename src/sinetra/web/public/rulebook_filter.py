"""Which rules to show: a date, who, which post, which act, which track. It travels in the address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from sinetra.core.law.selection import Selection, parse_selection
from sinetra.web import law_words

DAY, WHO, POST, ACT, TRACK = "pada", "siapa", "jabatan", "perbuatan", "jalur"


class RulebookFilter(forms.Form):
    use_required_attribute = False

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields[DAY] = forms.DateField(
            label=_("Berlaku pada tanggal"),
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            required=False,
        )
        every = ("", _("semua"))
        for name, label, choices in (
            (ACT, _("Perbuatan"), law_words.acts_by_group()),
            (WHO, _("Siapa"), law_words.STATUSES.items()),
            (POST, _("Jabatan"), law_words.POSITIONS.items()),
            (TRACK, _("Jalur"), law_words.TRACKS.items()),
        ):
            self.fields[name] = forms.ChoiceField(label=label, choices=[every, *choices], required=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the address asks for. A value that cannot be used counts as not given; the form says so beside it."""

    form: RulebookFilter
    day: date
    selection: Selection

    @property
    def is_filtered(self) -> bool:
        return self.selection != Selection()

    def query(self, **more: str) -> str:
        """The same choice as the end of another address, the day always with it."""
        chosen = self.selection
        found = {
            DAY: self.day.isoformat(),
            WHO: chosen.status or "",
            POST: chosen.position or "",
            ACT: chosen.act or "",
            TRACK: chosen.track or "",
            **more,
        }
        return urlencode({name: str(value) for name, value in found.items() if value})

    def words(self) -> list[str]:
        """The filters in words, for the head of a table that leaves this page."""
        chosen = self.selection
        return [
            law_words.word(words, value)
            for words, value in (
                (law_words.STATUSES, chosen.status),
                (law_words.POSITIONS, chosen.position),
                (law_words.ACTS, chosen.act),
                (law_words.TRACKS, chosen.track),
            )
            if value is not None
        ]


def read(query: QueryDict, today: date) -> Wanted:
    form = RulebookFilter({DAY: today.isoformat(), **query.dict()})
    form.is_valid()
    chosen = form.cleaned_data
    return Wanted(
        form=form,
        day=chosen.get(DAY) or today,
        selection=parse_selection(
            status=chosen.get(WHO, ""),
            position=chosen.get(POST, ""),
            act=chosen.get(ACT, ""),
            track=chosen.get(TRACK, ""),
        ),
    )
