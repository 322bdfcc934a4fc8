"""What an author says to each finding of the law engine, what they add, prove, conclude and propose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils.translation import gettext as _

from sinetra.apps.base.catalogue import rulebook
from sinetra.apps.cases.actions.write_study import LONGEST, LONGEST_LINE, LONGEST_REASON, NewStudy, Said
from sinetra.apps.cases.studies import StudyView
from sinetra.core.casework.plenary import Decision
from sinetra.core.casework.study import MatterFacts, Ruling, StudyFinding
from sinetra.core.law.words import NormKind
from sinetra.web import law_words
from sinetra.web.law_view import in_words
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.study.finding_line import FindingLine
from sinetra.web.staff.words import DECISIONS, RULINGS

#: So many lines at most; one is always left to be filled in.
_MOST = 30


class StudyForm(forms.Form):
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        data: QueryDict | None,
        *,
        findings: tuple[StudyFinding, ...],
        people: list[str],
        before: StudyView | None,
        version: int,
    ) -> None:
        super().__init__(data, initial={"seen": version})
        self.findings, self.people = findings, people
        said = {item["key"]: item for item in before.findings} if before is not None else {}
        for finding in findings:
            self._finding(finding, said.get(finding.key, {}))
        added = before.added if before is not None else ()
        norms = _norms()
        self.added_lines = self._lines("added", len(added))
        for place in range(1, self.added_lines + 1):
            told = added[place - 1] if place <= len(added) else {}
            self.fields[f"added_{place}"] = forms.ChoiceField(
                label=_("Norma tambahan %(number)s") % {"number": place},
                choices=norms,
                initial=told.get("norm", ""),
                required=False,
            )
            self._text(f"why_{place}", _("Mengapa norma ini berlaku"), told.get("reason", ""), LONGEST_REASON, 2)
        self._proven(before)
        conclusion = before.conclusion if before is not None else ""
        self._text("conclusion", _("Simpulan"), conclusion, LONGEST, 6, missing=_("Tuliskan simpulannya."))
        self.fields["proposal"] = forms.ChoiceField(
            label=_("Saran kepada rapat pleno"),
            choices=[(decision.value, DECISIONS[decision.value]) for decision in Decision],
            initial=before.study.proposal if before is not None else None,
            widget=forms.RadioSelect,
            error_messages={"required": _("Pilih satu saran.")},
        )

    def _text(self, name: str, label: str, initial: str, longest: int, rows: int, missing: str = "") -> None:
        # The placeholder tells the style sheet that nothing is written yet.
        widget = forms.Textarea(attrs={"rows": rows, "placeholder": " "})
        self.fields[name] = PlainText(
            label=label,
            initial=initial,
            max_length=longest,
            required=bool(missing),
            widget=widget,
            error_messages={"required": missing} if missing else None,
        )

    def _finding(self, finding: StudyFinding, said: Any) -> None:
        title = in_words(finding.norm.title)
        self.fields[f"ruling_{finding.key}"] = forms.ChoiceField(
            label=title,
            choices=[(ruling.value, RULINGS[ruling.value]) for ruling in Ruling],
            initial=said.get("ruling"),
            widget=forms.RadioSelect,
            error_messages={"required": _("Terima temuan ini, atau kesampingkan dengan alasan.")},
        )
        label = _("Alasan: %(what)s") % {"what": title}
        self._text(f"reason_{finding.key}", label, said.get("reason", ""), LONGEST_REASON, 2)

    def _proven(self, before: StudyView | None) -> None:
        told = before.proven if before is not None else ()
        self.proven_lines = self._lines("fact", len(told))
        for place in range(1, self.proven_lines + 1):
            line = told[place - 1] if place <= len(told) else {}
            number = {"number": place}
            self._text(f"fact_{place}", _("Fakta %(number)s") % number, line.get("fact", ""), LONGEST_LINE, 2)
            self._text(f"evidence_{place}", _("Buktinya"), line.get("evidence", ""), LONGEST_LINE, 2)

    def _lines(self, name: str, told: int) -> int:
        filled = [
            int(key.removeprefix(f"{name}_")) for key, value in self.data.items() if value and _is_line(key, name)
        ]
        return min(max([0, *filled] if self.is_bound else [told]) + 1, _MOST)

    def finding_lines(self) -> Iterator[FindingLine]:
        for finding in self.findings:
            yield FindingLine(
                finding=finding,
                people="; ".join(self.people[place] for place in finding.people)
                if len(finding.people) < len(self.people)
                else "",
                act=law_words.word(law_words.ACTS, finding.act),
                ruling=self[f"ruling_{finding.key}"],
                reason=self[f"reason_{finding.key}"],
            )

    def added_fields(self) -> Iterator[tuple[BoundField, BoundField]]:
        return ((self[f"added_{place}"], self[f"why_{place}"]) for place in range(1, self.added_lines + 1))

    def proven_fields(self) -> Iterator[tuple[BoundField, BoundField]]:
        return ((self[f"fact_{place}"], self[f"evidence_{place}"]) for place in range(1, self.proven_lines + 1))

    def study(self, facts: MatterFacts) -> NewStudy:
        values = self.cleaned_data
        return NewStudy(
            facts=facts,
            said={
                finding.key: Said(
                    ruling=Ruling(values[f"ruling_{finding.key}"]), reason=values[f"reason_{finding.key}"]
                )
                for finding in self.findings
            },
            added=self._pairs("added", "why", self.added_lines),
            proven=self._pairs("fact", "evidence", self.proven_lines),
            conclusion=values["conclusion"],
            proposal=Decision(values["proposal"]),
        )

    def clean(self) -> dict[str, Any]:
        """Half of a pair is a mistake; the verb says so only of the first."""
        values = super().clean() or {}
        words = {
            "why": _("Tuliskan mengapa norma ini berlaku."),
            "added": _("Pilih normanya."),
            "evidence": _("Tuliskan buktinya."),
            "fact": _("Tuliskan faktanya."),
        }
        for first, second, most in (("added", "why", self.added_lines), ("fact", "evidence", self.proven_lines)):
            for place in range(1, most + 1):
                for name, other in ((first, second), (second, first)):
                    if values.get(f"{name}_{place}") and not values.get(f"{other}_{place}"):
                        self.add_error(f"{other}_{place}", words[other])
        for finding in self.findings:
            overruled = values.get(f"ruling_{finding.key}") == Ruling.OVERRULED
            if overruled and not values.get(f"reason_{finding.key}"):
                self.add_error(f"reason_{finding.key}", _("Tuliskan mengapa temuan ini dikesampingkan."))
        return values

    def _pairs(self, first: str, second: str, most: int) -> tuple[tuple[str, str], ...]:
        values = self.cleaned_data
        found = ((values[f"{first}_{place}"], values[f"{second}_{place}"]) for place in range(1, most + 1))
        return tuple(pair for pair in found if any(pair))


def _is_line(key: str, name: str) -> bool:
    number = key.removeprefix(f"{name}_")
    return key != number and number.isdecimal() and len(number) <= len(str(_MOST))


def _norms() -> list[Any]:
    """Prohibitions of the catalogue by track, to be chosen from."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for norm in rulebook().norms:
        if norm.kind is NormKind.PROHIBITION:
            groups.setdefault(norm.track, []).append((norm.id, in_words(norm.title)))
    by_title = ((track, sorted(norms, key=lambda item: item[1])) for track, norms in sorted(groups.items()))
    return [("", _("tidak ada")), *((law_words.word(law_words.TRACKS, track), norms) for track, norms in by_title)]
