"""A study from the matter to the law engine and back: what is known, what the engine finds, what was written last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sinetra.apps.base.catalogue import rulebook
from sinetra.apps.cases.models import Matter, Study
from sinetra.apps.cases.parcels import reported_of
from sinetra.apps.reports.sealing import open_value
from sinetra.core.casework.study import Examined, MatterFacts, StudyFinding, examine
from sinetra.core.law.decision import Cited
from sinetra.core.law.model import Norm
from sinetra.core.law.words import Position, SubjectStatus

_WRITTEN = "written"


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyView:
    """A version as it was written: ``facts``, ``findings``, ``added`` and ``proven`` as in ``kept``."""

    study: Study
    facts: Mapping[str, Any]
    findings: tuple[Mapping[str, Any], ...]
    added: tuple[Mapping[str, Any], ...]
    proven: tuple[Mapping[str, str], ...]
    conclusion: str


def last_study(matter: Matter) -> Study | None:
    return Study.objects.filter(matter=matter).select_related("by").order_by("-edition").first()


def opened(study: Study) -> StudyView:
    told = open_value(study.written_sealed, study.pk, _WRITTEN)
    lists = {name: tuple(told[name]) for name in ("findings", "added", "proven")}
    return StudyView(study=study, facts=told["facts"], conclusion=told["conclusion"], **lists)


def statuses_of(study: Study | None) -> tuple[SubjectStatus, ...] | None:
    """Of those reported, each once; None where the study does not know it of everybody."""
    told = [person.get("status") for person in opened(study).facts["people"]] if study is not None else []
    if not told or None in told:
        return None
    return tuple(dict.fromkeys(SubjectStatus(status) for status in told))


def known_facts(
    matter: Matter,
    *,
    act_date: date | None,
    people: tuple[Mapping[str, Any], ...],
    acts: Mapping[str, Mapping[str, Any]],
) -> MatterFacts:
    """What the matter itself says, with what its study says of the day, the people and the acts."""
    report = matter.report
    return MatterFacts(
        act_date=act_date,
        known_date=report.known_on if report is not None else None,
        filed_on=report.filed_on if report is not None else None,
        election=matter.election,
        region=matter.region_id,
        people=people,
        acts=acts,
    )


def people_of(matter: Matter) -> list[dict[str, Any]]:
    """Those reported, at least one: where nobody is known, somebody of whom nothing is known."""
    return reported_of(matter) or [{"role": None, "name": None, "unit": None}]


def told_by_role(role: str | None) -> dict[str, str]:
    """The role in a report is a post or a status; the other of the two is to be asked."""
    if role in tuple(Position) and role != Position.OTHER:
        return {"position": str(role)}
    return {"status": str(role)} if role in tuple(SubjectStatus) and role != SubjectStatus.NONE else {}


def examined(facts: MatterFacts) -> Examined:
    """Errors: those of ``examine``."""
    return examine(rulebook(), facts)


def cited(items: tuple[Cited, ...]) -> Iterator[str]:
    """In Indonesian, as a letter prints it."""
    for item in items:
        found = rulebook().instruments.get(item.instrument)
        name = found.cited_as if found is not None else item.instrument
        yield f"{name} Pasal {item.article}" if item.article[:1].isdigit() else f"{name} {item.article}"


def kept(finding: StudyFinding, ruling: str, reason: str) -> dict[str, Any]:
    """A finding as it is kept: later the law may read otherwise, what was found then does not."""
    return _of_norm(finding.norm) | {
        "key": finding.key,
        "people": list(finding.people),
        "act": finding.act,
        "verdict": finding.verdict.value,
        "election": finding.election,
        "citations": list(cited(finding.citations)),
        "contested": [
            {
                "topic": one.topic.to_json(),
                "readings": [{"text": item.text.to_json(), "source": item.source} for item in one.readings],
            }
            for one in finding.contested
        ],
        "ruling": ruling,
        "reason": reason,
    }


def kept_norm(norm: Norm, day: date | None, reason: str) -> dict[str, Any]:
    """A norm that the author added, with what it cites on the day of the act."""
    holding = (item for item in norm.citations if day is None or item.period.holds(day))
    found = tuple(
        Cited(instrument=item.instrument, article=item.article, confidence=item.confidence, in_force=None)
        for item in holding
    )
    return _of_norm(norm) | {"citations": list(cited(found)), "reason": reason}


def _of_norm(norm: Norm) -> dict[str, Any]:
    return {
        "norm": norm.id,
        "title": norm.title.to_json(),
        "kind": norm.kind.value,
        "track": norm.track.value,
        "confidence": norm.confidence.value,
    }
