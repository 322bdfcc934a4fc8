"""What is filled in for a plenary: the day, each member's vote and dissent, the decision, the tracks that it opens."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.ballots import LONGEST, Ballot
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.studies import last_study
from sinetra.apps.cases.successors import plenary
from sinetra.core.casework.plenary import Decision, Vote
from sinetra.core.law.words import Track
from sinetra.ports.clock import today
from sinetra.web.law_words import TRACKS
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.prevention.fields import area, day_field
from sinetra.web.staff.words import DECISIONS, VOTES

ABSENT = "absent"


class PlenaryForm(forms.Form):
    held_on = day_field(_lazy("Hari rapat"))
    decision = forms.ChoiceField(
        label=_lazy("Putusan yang disuarakan"),
        choices=[(decision.value, DECISIONS[decision.value]) for decision in Decision],
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih putusannya.")},
    )
    tracks = forms.MultipleChoiceField(
        label=_lazy("Bila terbukti, jalur yang dibuka"),
        help_text=_lazy("Kajian sudah mengisi jalurnya; rapat yang memutuskan."),
        choices=[(track.value, TRACKS[track.value]) for track in Track],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    reason = PlainText(
        label=_lazy("Pertimbangan rapat"),
        help_text=_lazy("Masuk berita acara. Disimpan tersegel."),
        max_length=LONGEST,
        required=False,
        widget=area(4),
    )

    def offer(self, matter: Matter, _actor: Actor) -> None:
        """The members of the day of the meeting; of today until a day is filled in."""
        now = today(matter.region_id)
        self.fields["held_on"].initial = now
        study = last_study(matter)
        if study is not None:
            self.fields["decision"].initial = study.proposal
            self.fields["tracks"].initial = study.tracks
        self.members, _aside = plenary(matter, self._day() or now)
        for user in self.members:
            self._member(user)
        self.order_fields(["held_on", *(name for name in self.fields if "_" in name and name != "held_on")])

    def _day(self) -> date | None:
        try:
            return date.fromisoformat(self.data.get("held_on", ""))
        except ValueError:
            return None

    def _member(self, user: User) -> None:
        self.fields[f"vote_{user.pk.hex}"] = forms.ChoiceField(
            label=user.name,
            choices=[(ABSENT, _("tidak hadir")), *((vote.value, VOTES[vote.value]) for vote in Vote)],
            initial=ABSENT,
            error_messages={"required": _("Pilih suaranya, atau “tidak hadir”.")},
        )
        self.fields[f"dissent_{user.pk.hex}"] = PlainText(
            label=_("Pendapat berbeda %(name)s") % {"name": user.name},
            max_length=LONGEST,
            required=False,
            widget=area(2),
        )


def ballots(values: Mapping[str, Any]) -> dict[UUID, Ballot]:
    """Of who was there."""
    return {
        UUID(name.removeprefix("vote_")): Ballot(
            vote=Vote(vote), dissent=values.get(name.replace("vote_", "dissent_", 1), "")
        )
        for name, vote in values.items()
        if name.startswith("vote_") and vote != ABSENT
    }
