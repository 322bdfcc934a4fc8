"""An institution sets how long a deadline is that no law fixes, or goes back to what the catalogue proposes."""

from __future__ import annotations

from django.db import IntegrityError

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.catalogue import clock
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.registry.counting import CHANGED
from sinetra.apps.registry.models import Organisation, RuleLength
from sinetra.core.errors import BadInput, Conflict, gettext_noop

LONGEST = 365


def configurable_rules() -> tuple[str, ...]:
    """Rules of the catalogue whose length an institution may set."""
    rules = clock().rules
    return tuple(name for name in rules.ids if all(version.configurable for version in rules.versions(name)))


def set_rule_length(*, organisation: Organisation, rule: str, length: int | None, reason: str, actor: Actor) -> bool:
    """``length`` None: as in the catalogue. False when it says the same already: then nothing is written.

    Errors: ``Forbidden``; ``BadInput`` on ``rule``, ``length`` or ``reason``; ``Conflict`` when another set it
    meanwhile.
    """
    require(actor, "registry.set_counting", organisation)
    _check(rule, length, reason)
    known = RuleLength.objects.filter(organisation=organisation, rule=rule).first()
    before = known.length if known else None
    if before == length:
        return False
    try:
        with unit_of_work(actor) as work:
            row = _write(work, organisation, known, rule, length, reason.strip())
            data = {"rule": rule, "before": before, "length": length}
            work.record("registry.set_rule_length", row, data=data, reason=reason.strip())
            key = f"{CHANGED}:{organisation.pk}:{work.group}"
            work.enqueue(CHANGED, {"organisation": str(organisation.pk)}, key=key)
    except IntegrityError as error:  # set for the first time by two at once
        raise Conflict(gettext_noop("Data ini baru saja diubah orang lain. Muat ulang, lalu coba lagi.")) from error
    return True


def _check(rule: str, length: int | None, reason: str) -> None:
    if rule not in configurable_rules():
        raise BadInput(
            gettext_noop("Lama tenggat %(value)s tidak dapat diatur; yang dapat: %(accepted)s"),
            field="rule",
            accepted=configurable_rules(),
            value=repr(rule),
        )
    if length is not None and not 1 <= length <= LONGEST:
        raise BadInput(
            gettext_noop("Lama %(value)s hari tidak diterima; yang diterima: %(accepted)s"),
            field="length",
            accepted=(f"1–{LONGEST}",),
            value=str(length),
        )
    if not reason.strip():
        raise BadInput(gettext_noop("Tuliskan alasannya."), field="reason")


def _write(
    work: Work, organisation: Organisation, known: RuleLength | None, rule: str, length: int | None, reason: str
) -> RuleLength:
    if known is None:
        assert length is not None  # noqa: S101 - nothing set and nothing wanted was answered before
        return work.create(RuleLength(organisation=organisation, rule=rule, length=length, reason=reason))
    if length is None:
        work.remove(known)
        return known
    return work.change(known, length=length, reason=reason)
