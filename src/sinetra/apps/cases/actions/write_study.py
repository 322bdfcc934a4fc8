"""A study of a registered matter: it starts from what the law engine finds, and a person decides on each finding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.catalogue import engine_version, rulebook, rulebook_digest
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import Matter, Study
from sinetra.apps.cases.moves import WRITE_STUDY, walk
from sinetra.apps.cases.rights import require_roles
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.studies import examined, kept, kept_norm, last_study
from sinetra.apps.cases.vocabulary import State
from sinetra.apps.reports.sealing import seal_value
from sinetra.core.casework.plenary import Decision
from sinetra.core.casework.study import MatterFacts, Ruling, StudyFinding, tracks
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.ids import uuid7
from sinetra.core.law.words import Track

LONGEST_REASON, LONGEST_LINE, LONGEST = 2_000, 1_000, 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """About one finding. What is overruled needs a reason."""

    ruling: Ruling
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStudy:
    """``said`` by the key of each finding; ``added``: norm and reason; ``proven``: fact and the evidence for it."""

    facts: MatterFacts
    said: Mapping[str, Said]
    conclusion: str
    proposal: Decision
    added: tuple[tuple[str, str], ...] = ()
    proven: tuple[tuple[str, str], ...] = ()


def write_study(
    *, matter: Matter, study: NewStudy, actor: Actor, seen: int | None = None, at: datetime | None = None
) -> Study:
    """The first version, or a correction until the plenary. ``seen``: the version of the matter that was looked at.

    Errors: ``Forbidden``; ``BadInput`` naming the fact, ``ruling_KEY``, ``reason_KEY``, ``added_N``, ``why_N``,
    ``fact_N``, ``evidence_N`` (from 1 on) or ``conclusion``; ``Conflict`` by state, by a lost race, or by interest.
    """
    require(actor, "matter.write_study", matter)
    steps = walk(matter, WRITE_STUDY, goal=State.STUDY)
    require_roles(actor, "matter.write_study", steps)
    if seen is not None and seen != matter.version:
        raise Conflict(gettext_noop("Data ini baru saja diubah orang lain. Muat ulang, lalu coba lagi."))
    require_no_conflict(actor, matter)
    content, opens = _content(study)
    before = last_study(matter)
    corrects = matter.state == State.STUDY
    at, on = moment(at, matter.region_id)
    key = uuid7()
    rulings = [said.ruling for said in study.said.values()]
    written = Study(
        id=key,
        organisation_id=matter.organisation_id,
        matter=matter,
        edition=before.edition + 1 if before is not None else 1,
        engine=engine_version(),
        catalogue=rulebook_digest(),
        proposal=study.proposal,
        tracks=[track.value for track in opens],
        accepted=rulings.count(Ruling.ACCEPTED),
        overruled=rulings.count(Ruling.OVERRULED),
        added=len(study.added),
        written_sealed=seal_value(content, key, "written"),
        by_id=actor.user_id,
        at=at,
        written_on=on,
    )
    told = {"edition": written.edition, "catalogue": written.catalogue, "engine": written.engine}
    with unit_of_work(actor) as work:
        work.change(matter, state=State.STUDY, handler_id=matter.handler_id or actor.user_id)
        work.record("matter.write_study", matter, data={"steps": [step.name for step in steps], **told})
        work.create(written)
        work.record("study.write", written, data=told)
        code = StepCode.STUDY_CORRECTED if corrects else StepCode.STUDY_WRITTEN
        add_step(work, code, matter=matter, at=at, on=on, edition=written.edition)
    return written


def _content(study: NewStudy) -> tuple[dict[str, Any], tuple[Track, ...]]:
    found = examined(study.facts).findings
    findings = [_finding(finding, study.said.get(finding.key)) for finding in found]
    opens: list[Track | None] = [
        finding.opens for finding in found if study.said[finding.key].ruling is Ruling.ACCEPTED
    ]
    added = []
    for place, (name, reason) in enumerate(study.added, start=1):
        book = rulebook()
        if name not in book.place:
            message = gettext_noop("%(field)s: norma %(value)s tidak ada di katalog.")
            raise BadInput(message, field=f"added_{place}", value=name)
        why = _text(reason, f"why_{place}", LONGEST_REASON, gettext_noop("Tuliskan mengapa norma ini berlaku."))
        added.append(kept_norm(book.norm(name), study.facts.act_date, why))
        opens.append(book.norm(name).track)
    content = {
        "facts": study.facts.to_json(),
        "findings": findings,
        "added": added,
        "proven": [_proven(place, *line) for place, line in enumerate(study.proven, start=1)],
        "conclusion": _text(study.conclusion, "conclusion", LONGEST, gettext_noop("Tuliskan simpulannya.")),
    }
    return content, tracks(opens)


def _finding(finding: StudyFinding, said: Said | None) -> dict[str, Any]:
    if said is None:
        message = gettext_noop("Terima temuan ini, atau kesampingkan dengan alasan.")
        raise BadInput(message, field=f"ruling_{finding.key}", accepted=tuple(Ruling))
    words = gettext_noop("Tuliskan mengapa temuan ini dikesampingkan.")
    overruled = said.ruling is Ruling.OVERRULED
    reason = _text(said.reason, f"reason_{finding.key}", LONGEST_REASON, words, least=1 if overruled else 0)
    return kept(finding, said.ruling.value, reason)


def _proven(place: int, fact: str, evidence: str) -> dict[str, str]:
    return {
        "fact": _text(fact, f"fact_{place}", LONGEST_LINE, gettext_noop("Tuliskan faktanya.")),
        "evidence": _text(evidence, f"evidence_{place}", LONGEST_LINE, gettext_noop("Tuliskan buktinya.")),
    }


def _text(text: str, name: str, longest: int, missing: str, *, least: int = 1) -> str:
    return plain_text(text, name, (least, longest), missing if not text.strip() else "")
