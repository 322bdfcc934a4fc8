"""What stands beside a form of an examination: the range that the law knows, who is competent, who is PPK today."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from sinetra.apps.base.catalogue import rulebook
from sinetra.apps.cases.examinations.catalogue import penalties
from sinetra.apps.cases.examinations.penalty_choice import competences, possible_penalties, ppk_of
from sinetra.apps.cases.examinations.remedies import remedy_of
from sinetra.apps.cases.examinations.team import roles_in
from sinetra.apps.cases.models import Examination
from sinetra.core.law.decision import Finding
from sinetra.core.law.words import SanctionClass, Status, Track
from sinetra.web.law_view import cited, in_words
from sinetra.web.law_words import CONFIDENCE, SANCTIONS
from sinetra.web.parts import Pair
from sinetra.web.staff.decider_parts import decider_pairs
from sinetra.web.staff.examinations.words import OFFICIALS, TEAM_ROLES, basis

_TRACKS = (Track.ETHICS, Track.DISCIPLINE, Track.OTHER_LAW)


def team_pairs(row: Examination) -> list[Pair]:
    rule = penalties().team
    present = roles_in(row)
    missing = [str(TEAM_ROLES[role]) for role in rule.required if role.value not in present]
    note = f"{in_words(rule.note)} ({basis(rule.source, rule.confidence.value)})"
    return [Pair(term=_("Unsur yang belum ada"), value=", ".join(missing) or _("tidak ada"), note=note)]


def acting_head_pairs(row: Examination) -> list[Pair]:
    del row
    rule = penalties().acting_head
    return [Pair(term=_("Dasarnya"), value=basis(rule.source, rule.confidence.value))]


def remedy_pairs(row: Examination) -> list[Pair]:
    remedy = remedy_of(row)
    if remedy is None:
        return [Pair(term=_("Upaya administratif"), value=_("tidak ada yang dikenal katalog hukum"))]
    why = f"{basis(remedy.source, remedy.confidence.value)}. {in_words(remedy.note)}"
    return [Pair(term=_("Upaya administratif"), value=in_words(remedy.title), note=why)]


def decision_pairs(row: Examination) -> list[Pair]:
    """Nothing is proposed: norms with their range, then the competent official of each level, then the PPK."""
    norms = [_norm_pair(finding) for finding in _findings(row)]
    none = Pair(
        term=_("Menurut mesin hukum"),
        value=_("tidak ada norma yang terpenuhi atau terbuka"),
        note=_("Faktanya mungkin belum lengkap; pejabat yang berwenang menilai sendiri."),
    )
    return [*(norms or [none]), *_competent(row), *team_pairs(row), *decider_pairs(ppk_of(row))]


def _norm_pair(finding: Finding) -> Pair:
    """One norm that is met or open on what the matter says, with the range of its sanctions."""
    ranges = (
        f"{SANCTIONS[item.sanction_class.value]}: {', '.join(in_words(option) for option in item.options)}"
        if item.options
        else str(SANCTIONS[item.sanction_class.value])
        for item in finding.sanctions
    )
    articles = ", ".join(item.text for item in cited(rulebook().instruments, finding.norms))
    state = _("menurut keterangan terpenuhi") if finding.status is Status.MET else _("masih terbuka")
    note = _("%(articles)s; %(confidence)s; %(state)s. Bukan putusan.") % {
        "articles": articles,
        "confidence": CONFIDENCE[finding.norm.confidence.value],
        "state": state,
    }
    return Pair(term=in_words(finding.norm.title), value="; ".join(ranges) or "–", note=note)


def _findings(row: Examination) -> Iterator[Finding]:
    """Of each act of the matter, each norm once."""
    from sinetra.core.law import decide, parse_facts

    matter, seen = row.matter, set[str]()
    for act in matter.acts:
        facts: dict[str, object] = {
            "region": matter.region_id,
            "subject": {"status": row.status, "position": row.position},
            "act": {"code": act},
        }
        if matter.happened_on:
            facts["act_date"] = matter.happened_on.isoformat()
        if matter.election:
            facts["election"] = matter.election
        for finding in decide(rulebook(), parse_facts(facts)).findings:
            shown = finding.status in (Status.MET, Status.OPEN) and finding.norm.track in _TRACKS
            if shown and finding.sanctions and finding.norm.id not in seen:
                seen.add(finding.norm.id)
                yield finding


def _competent(row: Examination) -> Iterator[Pair]:
    classes = dict.fromkeys(penalty.sanction_class for penalty in possible_penalties(row))
    for sanction_class in classes:
        found = competences(row, sanction_class)
        who = "; ".join(f"{OFFICIALS[item.official]} ({basis(item.source, item.confidence.value)})" for item in found)
        yield Pair(term=_term(sanction_class), value=who or _("tidak disebut katalog untuk jabatan ini"))


def _term(sanction_class: SanctionClass) -> str:
    return _("Berwenang untuk: %(level)s") % {"level": SANCTIONS[sanction_class.value]}
