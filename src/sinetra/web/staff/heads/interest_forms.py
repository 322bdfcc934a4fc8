"""What is filled in to declare an interest: the kind of tie, with which pair or in which matter, since when."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may, visible
from sinetra.apps.cases.models import Matter
from sinetra.apps.registry.heads import pair_label
from sinetra.apps.registry.models import ElectionPair
from sinetra.core.casework.interests import Tie
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.heads.entry_forms import SourceForm
from sinetra.web.staff.heads.offices import day_field, own_office
from sinetra.web.staff.registry_words import tie_word
from sinetra.web.templatetags.words import election_name

MOST_PAIRS = 200


class InterestForm(SourceForm):
    """Toward a pair, or by its number a matter of one's own office."""

    tie = forms.ChoiceField(
        label=_lazy("Apa hubungannya?"),
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih hubungannya.")},
    )
    pair = forms.ModelChoiceField(
        label=_lazy("Dengan pasangan calon"),
        queryset=ElectionPair.objects.none(),
        required=False,
        empty_label=_lazy("bukan dengan pasangan calon"),
    )
    matter = PlainText(
        label=_lazy("Atau dengan yang dilaporkan dalam perkara nomor"),
        required=False,
        max_length=60,
        help_text=_lazy("Nama keluarga tidak ditulis. Cukup nomor perkaranya."),
    )
    from_on = day_field(_lazy("Berlaku sejak"))
    field_order = ["tie", "pair", "matter", "from_on"]

    def __init__(self, actor: Actor, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.actor = actor
        self.fields["tie"].choices = [(tie.value, tie_word(tie)) for tie in Tie]  # type: ignore[attr-defined]
        field = self.fields["pair"]
        field.queryset = _pairs(actor)  # type: ignore[attr-defined]
        field.label_from_instance = _named  # type: ignore[attr-defined]
        if not may(actor, "matter.read"):
            del self.fields["matter"]
            field.required = True

    def target(self) -> dict[str, Any]:
        """``pair`` and ``matter`` as the verb takes them. Errors: ``BadInput`` for a number that is not there."""
        number = self.cleaned_data.get("matter", "").strip()
        found = visible(self.actor, Matter).filter(number=number).first() if number else None
        if number and found is None:
            raise BadInput(gettext_noop("Tidak ada perkara dengan nomor ini di kantor Anda."), field="matter")
        return {"pair": self.cleaned_data["pair"], "matter": found}


class OwnForm(InterestForm):
    """What somebody says of themselves is its own source."""

    def __init__(self, actor: Actor, *args: Any, **more: Any) -> None:
        super().__init__(actor, *args, **more)
        del self.fields["source"], self.fields["confidence"]


class ColleagueForm(InterestForm):
    user = forms.ModelChoiceField(
        label=_lazy("Siapa"),
        queryset=User.objects.none(),
        error_messages={"required": _lazy("Pilih rekan Anda.")},
    )
    field_order = ["user", *InterestForm.field_order]

    def __init__(self, actor: Actor, *args: Any, **more: Any) -> None:
        super().__init__(actor, *args, **more)
        rows = visible(actor, User).filter(is_active=True).exclude(pk=str(actor.user_id)).order_by("name", "id")
        self.fields["user"].queryset = rows  # type: ignore[attr-defined]
        self.fields["user"].label_from_instance = lambda user: user.name  # type: ignore[attr-defined]


class HeadForm(InterestForm):
    holder_name = PlainText(
        label=_lazy("Nama pejabat"), max_length=200, help_text=_lazy("Persis seperti dalam daftar jabatan.")
    )
    field_order = ["holder_name", *InterestForm.field_order]


class EndForm(forms.Form):
    until_on = day_field(_lazy("Hari terakhir berlaku"))
    reason = PlainText(
        label=_lazy("Alasan"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _lazy("Tuliskan alasannya.")},
    )


def _pairs(actor: Actor) -> Any:
    """Of one's own region, those above and below it; the newest election first."""
    region = own_office(actor).region_id
    rows = visible(actor, ElectionPair).filter(is_empty_column=False).select_related("region")
    if region is not None:
        parts = region.split(".")
        above = [".".join(parts[: n + 1]) for n in range(len(parts))]
        rows = rows.filter(Q(region_id__in=above) | Q(region__code__startswith=f"{region}."))
    newest = list(rows.order_by("-election", "region_id", "number", "id").values_list("pk", flat=True)[:MOST_PAIRS])
    return rows.filter(pk__in=newest).order_by("-election", "region_id", "number", "id")


def _named(pair: ElectionPair) -> str:
    return _("%(pair)s (%(election)s, %(region)s)") % {
        "pair": pair_label(pair),
        "election": election_name(pair.election),
        "region": pair.region.name,
    }
