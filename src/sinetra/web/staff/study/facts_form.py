"""The facts that a study asks the law engine with: what the matter says stands there, what it does not is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.studies import StudyView, known_facts, people_of, told_by_role
from sinetra.core.casework.study import Examined, MatterFacts
from sinetra.core.law.vocabulary import FIELDS, FieldType
from sinetra.web import field_words, law_words
from sinetra.web.staff.prevention.fields import day_field
from sinetra.web.staff.study.answers import NOTHING, UNKNOWN, acts_left, read_answer, shown
from sinetra.web.templatetags.words import reported_role

#: So many facts that the engine asks for are shown at once for a person or an act; the next follow the answers.
MOST_ASKED = 4
Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A person or an act with its fields."""

    title: str
    fields: tuple[BoundField, ...]


class FactsForm(forms.Form):
    """Built from what was sent, else from the last study, else from the matter."""

    act_date = day_field(_lazy("Tanggal perbuatan"), required=False, help_text=_lazy("Kosongkan bila belum diketahui."))

    def __init__(self, data: QueryDict | None, matter: Matter, before: StudyView | None) -> None:
        self.matter = matter
        self.reported = people_of(matter)
        self.before: Told = before.facts if before is not None else {}
        day = date.fromisoformat(self.before["act_date"]) if self.before.get("act_date") else matter.happened_on
        super().__init__(_with_more(data), initial={"act_date": day})
        self.acts = tuple(dict.fromkeys((*matter.acts, *self.before.get("acts", ()), *self._sent("acts"))))
        if self.acts:
            self.fields["acts"] = forms.MultipleChoiceField(
                label=_("Perbuatan yang dikaji"),
                choices=[(code, law_words.word(law_words.ACTS, code)) for code in self.acts],
                initial=list(self.before.get("acts", self.acts)),
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )
        self.fields["more_act"] = forms.ChoiceField(
            label=_("Tambahkan perbuatan lain"), choices=acts_left(self.acts), required=False
        )
        for place, person in enumerate(self.reported):
            self._person(place, person)

    def _sent(self, name: str) -> list[str]:
        return self.data.getlist(name) if isinstance(self.data, QueryDict) else []

    def _told(self, prefix: str) -> Told | None:
        """What the last study says of a person (``p0``) or an act (``a.like``); None where it does not say."""
        if prefix.startswith("a."):
            found: Told | None = self.before.get("acts", {}).get(prefix.removeprefix("a."))
            return found
        place, people = int(prefix.removeprefix("p")), self.before.get("people", ())
        return people[place] if place < len(people) else None

    def _person(self, place: int, person: Told) -> None:
        before = self._told(f"p{place}")
        told = told_by_role(person["role"]) if before is None else before
        self.fields[f"p{place}.status"] = forms.ChoiceField(
            label=_("Status"),
            choices=[("", _("pilih")), *law_words.STATUSES.items(), (UNKNOWN, _("belum diketahui"))],
            initial=told.get("status", "" if before is None else UNKNOWN),
            error_messages={"required": _("Pilih statusnya, atau “belum diketahui”.")},
        )
        self.fields[f"p{place}.position"] = forms.ChoiceField(
            label=_("Jabatan"),
            choices=[("", _("belum diketahui")), *law_words.POSITIONS.items()],
            initial=told.get("position", ""),
            required=False,
        )

    def ask(self, examined: Examined) -> None:
        """Adds what the engine asks for, and keeps what was answered before."""
        for place, names in enumerate(examined.of_people):
            self._ask(f"p{place}", "subject", names)
        for act, names in examined.of_acts.items():
            self._ask(f"a.{act}", "act", names)

    def _ask(self, prefix: str, group: str, names: tuple[str, ...]) -> None:
        told = self._told(prefix) or {}
        for field in self._answered(prefix, group, told):
            self._add(prefix, field, told)
        asked = [name for name in names if f"{prefix}.{name.split('.')[1]}" not in self.fields]
        for name in asked[:MOST_ASKED]:
            self._add(prefix, name, told)

    def _answered(self, prefix: str, group: str, told: Told) -> Iterator[str]:
        for name, item in FIELDS.items():
            key = name.removeprefix(f"{group}.")
            if key == name or item.derived_from or f"{prefix}.{key}" in self.fields or name == "act.code":
                continue
            if any(self._sent(f"{prefix}.{key}")) if self.is_bound else key in told:
                yield name

    def _add(self, prefix: str, name: str, told: Told) -> None:
        item, key, words = FIELDS[name], name.split(".", 1)[1], field_words.FIELDS[name]
        choices = [(value, law_words.word(words.values, value)) for value in item.values]
        if item.type is FieldType.LIST:
            self.fields[f"{prefix}.{key}"] = forms.MultipleChoiceField(
                label=str(words.label),
                choices=[*choices, (NOTHING, _("tidak satu pun"))],
                initial=shown(told.get(key)),
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )
            return
        self.fields[f"{prefix}.{key}"] = forms.ChoiceField(
            label=str(words.label),
            choices=[("", _("belum diketahui")), *choices],
            initial=shown(told.get(key)),
            required=False,
        )

    @property
    def is_asked(self) -> bool:
        """There is something to ask the engine with: an act, and a status of everybody that was asked for."""
        if not self.is_bound:
            return bool(self.before)
        return all(any(self._sent(f"p{place}.status")) for place in range(len(self.reported)))

    def facts(self) -> MatterFacts:
        """From what was sent, as far as it can be read; else from what stands in the fields."""
        acts = self._values("acts") if "acts" in self.fields else []
        return known_facts(
            self.matter,
            act_date=self._day(),
            people=tuple(self._block(f"p{place}", "subject") for place in range(len(self.reported))),
            acts={act: self._block(f"a.{act}", "act") for act in acts if act in law_words.ACTS},
        )

    def _day(self) -> date | None:
        field = self.fields["act_date"]
        try:
            found = field.clean(self["act_date"].data) if self.is_bound else self["act_date"].initial
        except forms.ValidationError:
            return None
        return found if isinstance(found, date) else None

    def _values(self, name: str) -> list[str]:
        if self.is_bound:
            return self._sent(name)
        initial = self.fields[name].initial or []
        return list(initial) if isinstance(initial, list) else [initial]

    def _block(self, prefix: str, group: str) -> dict[str, Any]:
        """Also of fields that are not shown yet: what was answered goes to the engine before it asks again."""
        found: dict[str, Any] = {}
        told = self._told(prefix) or {}
        for name, item in FIELDS.items():
            key = name.removeprefix(f"{group}.")
            if key == name or item.derived_from or name == "act.code":
                continue
            if self.is_bound:
                values = self._sent(f"{prefix}.{key}")
            elif f"{prefix}.{key}" in self.fields:
                values = self._values(f"{prefix}.{key}")
            else:
                values = shown(told.get(key))
            value = read_answer(item.type, [one for one in values if one in (*item.values, NOTHING)])
            if value is not None:
                found[key] = value
        return found

    def of_all(self) -> Iterator[BoundField]:
        return (self[name] for name in ("acts", "more_act", "act_date") if name in self.fields)

    def people_fields(self) -> Iterator[Group]:
        for place, person in enumerate(self.reported):
            yield Group(title=person_words(person), fields=self._of(f"p{place}."))

    def act_fields(self) -> Iterator[Group]:
        for act in self.acts:
            if fields := self._of(f"a.{act}."):
                yield Group(title=law_words.word(law_words.ACTS, act), fields=fields)

    def _of(self, prefix: str) -> tuple[BoundField, ...]:
        return tuple(self[name] for name in self.fields if name.startswith(prefix))


def person_words(person: Told) -> str:
    parts = (person["name"], reported_role(person["role"]) if person["role"] else "", person["unit"])
    return ", ".join(str(part) for part in parts if part) or _("yang dilaporkan belum diketahui")


def _with_more(data: QueryDict | None) -> QueryDict | None:
    """An act that was added stands among the others from then on."""
    if data is None or data.get("more_act") not in law_words.ACTS:
        return data
    changed, added = data.copy(), str(data.get("more_act"))
    if added not in changed.getlist("acts"):
        changed.appendlist("acts", added)
    changed["more_act"] = ""
    return changed
