"""When somebody must step aside (conflict of interest): by name, by what is declared, in the election of the matter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.viewing import compared_only
from sinetra.apps.cases.models import Matter, NameClearance
from sinetra.apps.cases.parcels import reported_of
from sinetra.apps.registry.heads import declared, pair_facts
from sinetra.apps.registry.models import DeclaredInterest
from sinetra.apps.registry.selectors import pairs_in
from sinetra.apps.reports.handled import openers_of, openers_of_report
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.sealing import open_value
from sinetra.core.casework.interests import Decider, Interest, MatterFacts, Tie, interests
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.ports import clock

_SAME_NAME = gettext_noop("Nama Anda sama dengan nama yang dilaporkan dalam perkara ini; serahkan kepada petugas lain.")
_SAME_CANDIDATE = gettext_noop(
    "Nama Anda sama dengan nama calon dalam pemilihan perkara ini; serahkan kepada petugas lain."
)
_WHY: Mapping[Tie, str] = {
    Tie.CANDIDATE: gettext_noop("Anda tercatat sebagai calon dalam pemilihan perkara ini."),
    Tie.SPOUSE: gettext_noop("Anda tercatat sebagai suami atau istri orang yang terkait perkara ini."),
    Tie.PARENT_CHILD: gettext_noop("Anda tercatat sebagai orang tua atau anak orang yang terkait perkara ini."),
    Tie.SIBLING: gettext_noop("Anda tercatat sebagai saudara kandung orang yang terkait perkara ini."),
    Tie.IN_LAW: gettext_noop("Anda tercatat sebagai mertua, menantu, atau ipar orang yang terkait perkara ini."),
    Tie.REPORTED: gettext_noop("Anda tercatat sebagai yang dilaporkan dalam perkara ini."),
    Tie.REPORTED_SUPERIOR: gettext_noop("Yang dilaporkan tercatat sebagai atasan Anda."),
    Tie.WAS_ORDERED: gettext_noop("Anda tercatat sebagai atasan langsung yang menerima perintah itu."),
    Tie.GAVE_ORDER: gettext_noop("Anda tercatat sebagai pemberi perintah dalam perkara ini."),
}


class StepAside(Conflict):
    """Somebody opens, or works on, what they have an interest in. ``matter`` None: a report that nobody opened yet."""

    code = "conflict_of_interest"

    def __init__(self, found: tuple[Interest, ...], matter: Matter | None) -> None:
        super().__init__(_message(found[0]))
        self.interests = found
        self.matter = matter


def _message(interest: Interest) -> str:
    if interest.by_name:
        return _SAME_NAME if interest.tie is Tie.REPORTED else _SAME_CANDIDATE
    return _WHY[interest.tie]


def matter_facts(matter: Matter, day: date | None = None) -> MatterFacts:
    """Of what the matter tells, today (or on ``day``) at its place."""
    with compared_only():
        people = reported_of(matter)
    return _facts(
        key=str(matter.pk),
        day=day or clock.today(matter.region_id),
        region=matter.region_id,
        election=matter.election,
        reported=tuple(person.get("name") for person in people),
    )


def _reported(report: Report) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = open_value(report.reported_sealed, report.pk, "reported")
    return found


def report_facts(report: Report) -> MatterFacts:
    """The same for a report. Of one in a matter all of that: who is named in one of its reports reads none of them."""
    if (matter := report.in_matter) is not None:
        return matter_facts(matter)
    with compared_only():
        people = _reported(report)
    return _facts(
        key="",
        day=clock.today(report.region_id),
        region=report.region_id,
        election=report.election,
        reported=tuple(person.get("name") for person in people),
    )


def _facts(*, key: str, day: date, region: str, election: str, reported: tuple[str | None, ...]) -> MatterFacts:
    pairs = pair_facts(pairs_in(region, election)) if election else ()
    return MatterFacts(key=key, day=day, pairs=pairs, reported=reported)


def interests_of(user: User, facts: MatterFacts) -> tuple[Interest, ...]:
    return interests_of_all([user], facts)[user.pk]


def interests_of_all(users: Iterable[User], facts: MatterFacts) -> Mapping[UUID, tuple[Interest, ...]]:
    """By account; one query for what is declared. ``person`` of each is to be loaded."""
    people = list(users)
    wanted = Q(pair_id__in=[pair.key for pair in facts.pairs])
    if facts.key:
        wanted |= Q(matter_id=facts.key)
    rows: dict[UUID | None, list[DeclaredInterest]] = {}
    for row in DeclaredInterest.objects.filter(wanted, user__in=people):
        rows.setdefault(row.user_id, []).append(row)
    cleared = _namesakes(facts)
    found = {user.pk: interests(_decider(user, rows.get(user.pk, [])), facts) for user in people}
    return {
        key: tuple(one for one in each if not (one.by_name and one.tie is Tie.REPORTED and key in cleared))
        for key, each in found.items()
    }


def _namesakes(facts: MatterFacts) -> frozenset[UUID]:
    """Accounts of which it was said that they only bear the same name."""
    if not facts.key:
        return frozenset()
    return frozenset(NameClearance.objects.filter(matter_id=facts.key).values_list("user_id", flat=True))


def _decider(user: User, rows: Iterable[DeclaredInterest]) -> Decider:
    names = (user.name, user.person.name if user.person else "")
    return Decider(names=names, declared=declared(rows))


def must_step_aside(user: User, matter: Matter) -> bool:
    return user.pk in openers_of(matter) or bool(interests_of(user, matter_facts(matter)))


def require_no_conflict(actor: Actor, matter: Matter) -> None:
    """Errors: ``StepAside``; ``Conflict`` (``opened_identity``) for who has read who reported it."""
    _require(actor, lambda: matter_facts(matter), matter)
    _require_unread(actor, openers_of(matter))


def require_never_opened(actor: Actor, report: Report) -> None:
    """Two persons also in this order: who knows the reporter does not handle the report. Errors: ``Conflict``."""
    _require_unread(actor, openers_of_report(report.pk))


def require_handler_never_opened(matter: Matter, report: Report) -> None:
    """Before the report comes to whoever handles the matter. Errors: ``Conflict``."""
    if matter.handler_id in openers_of_report(report.pk):
        raise Conflict(
            gettext_noop(
                "Penanggung jawab perkara itu pernah membuka identitas pelapor laporan ini. "
                "Serahkan dahulu perkaranya kepada orang lain."
            ),
            code="opened_identity",
        )


def _require_unread(actor: Actor, openers: frozenset[UUID]) -> None:
    if actor.user_id in openers:
        raise Conflict(
            gettext_noop("Anda pernah membuka identitas pelapornya; orang lain yang menangani."), code="opened_identity"
        )


def require_no_conflict_in_report(actor: Actor, report: Report) -> None:
    """Errors: ``StepAside``."""
    _require(actor, lambda: report_facts(report), report.in_matter)


def _require(actor: Actor, facts: Callable[[], MatterFacts], matter: Matter | None) -> None:
    user = User.objects.select_related("person").filter(pk=actor.user_id).first() if actor.user_id else None
    found = interests_of(user, facts()) if user is not None else ()
    if found:
        raise StepAside(found, matter)
