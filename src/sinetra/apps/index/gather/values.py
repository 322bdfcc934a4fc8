"""Numbers of a region or unit that this installation can say itself, each with its source, day and confidence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sinetra.apps.base.catalogue import clock
from sinetra.apps.index.gather.staff_counts import Staff
from sinetra.apps.prevention.exposure import exposure_of
from sinetra.core.clock.confidence import Confidence
from sinetra.core.index.configuration import Configuration
from sinetra.core.index.inputs import Value
from sinetra.core.index.stage_value import stage_value
from sinetra.core.prevention.exposure import ExposureState

INCUMBENT, STAGE, EXPOSED_POSTS = "incumbent", "stage", "exposed_posts"
ARREARS, SOCIAL = "arrears", "social_media"
OWN_LIST = "Daftar pegawai instansi ini"
OWN_REGISTER = "Register tindak lanjut rekomendasi di pemasangan ini"
OWN_DECISIONS = "Putusan akhir yang tercatat di pemasangan ini"
#: Sources of shares of a list of people.
OF_LIST = frozenset({OWN_LIST, OWN_DECISIONS})
#: Of fewer recommendations no share is told, of fewer decisions no rate.
SMALLEST = 5


def of_election(region: str, day: date, method: Configuration) -> Mapping[str, Value]:
    """The stage, and whether an incumbent runs: missing where that is not on record, never zero."""
    return {**_incumbent(region, day), STAGE: stage_value(clock().timetables, region, day, method)}


def _incumbent(region: str, day: date) -> Mapping[str, Value]:
    found = exposure_of(region, day)
    if found.state is ExposureState.UNKNOWN:
        return {}
    amount = 1.0 if found.state is ExposureState.RAISED else 0.0
    said = found.because[0]
    source = said.known_from or said.ground.source.id
    return {INCUMBENT: Value(amount=amount, source=source, as_of=day, confidence=said.confidence)}


def of_staff(staff: Staff | None) -> Mapping[str, Value]:
    """The share of exposed posts in all civil servants, 0 to 1."""
    if staff is None or staff.number == 0:
        return {}
    share = round(staff.exposed / staff.number, 3)
    return {EXPOSED_POSTS: Value(amount=share, source=OWN_LIST, as_of=staff.as_of, confidence=Confidence.VERIFIED)}


def of_follow_up(due: int, late: int, day: date) -> Mapping[str, Value]:
    """Of the recommendations whose day has come, the share that nobody has followed up, 0 to 1. Missing where they are
    so few that the share would tell of one of them."""
    if due < SMALLEST:
        return {}
    share = round(late / due, 2)
    return {ARREARS: Value(amount=share, source=OWN_REGISTER, as_of=day, confidence=Confidence.VERIFIED)}


def of_decisions(social: int, staff: Staff | None, day: date) -> Mapping[str, Value]:
    """Final decisions about social media in 1,000 civil servants, this cycle. Missing where they are so few that the
    rate would tell their number."""
    if staff is None or staff.number == 0 or 0 < social < SMALLEST:
        return {}
    rate = round(1000 * social / staff.number, 2)
    return {SOCIAL: Value(amount=rate, source=OWN_DECISIONS, as_of=day, confidence=Confidence.VERIFIED)}
