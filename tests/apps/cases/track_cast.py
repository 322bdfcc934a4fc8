"""Receivers of tracks beside the cast, and the plenary's decision on tracks."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from report_cast import NAME, SUMMARY, Cast, _organisation

from casework_rows import decided as after_plenary
from sinetra.apps.base.actor import SYSTEM, Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import actions as act
from sinetra.apps.cases.models import HandOver, Matter, Track
from sinetra.apps.cases.partners import receivers_of
from sinetra.apps.cases.steps import moment
from sinetra.apps.cases.tracks import open_tracks
from sinetra.apps.cases.vocabulary import Direction
from sinetra.apps.registry.models import Organisation
from sinetra.core.casework.plenary import Decision
from sinetra.core.law.words import BodyCode
from sinetra.core.law.words import Track as Kind

VILLAGE = [{"role": "village_head", "name": "Kenanga Contohwati", "unit": "Desa Contoh"}]
BOTH = [{"role": "lurah", "name": NAME, "unit": "Kelurahan Contoh"}, *VILLAGE]
DECIDED_AT = datetime.fromisoformat("2024-11-23T15:00+07:00")


def bodies() -> dict[str, Organisation]:
    """Of the invented city and of the country: a KPU, the police, DKPP, the ministry, the army."""
    return {
        "kpu": _organisation("KPU Cendana", "kpu", "city", "99.71"),
        "polri": _organisation("Polres Cendana", "polri", "city", "99.71"),
        "dkpp": _organisation("DKPP (contoh)", "dkpp", "national", None),
        "tni": _organisation("TNI (contoh)", "tni", "national", None),
    }


def in_plenary(cast: Cast, **changes: Any) -> Matter:
    """Held without opening a track: each test opens its own."""
    return after_plenary(cast.registered(**changes), cast.commissioner, decision=Decision.NOT_PROVEN)


def decided(matter: Matter, *kinds: Kind, at: datetime = DECIDED_AT, **more: Any) -> tuple[Track, ...]:
    at, on = moment(at, matter.region_id)
    with unit_of_work(SYSTEM) as work:
        return open_tracks(work, matter, kinds, on=on, at=at, **more)


def sent(cast: Cast, track: Track, at: datetime = DECIDED_AT, actor: Actor | None = None) -> HandOver:
    to = receivers_of(track.matter, BodyCode(track.receives)).first()
    assert to is not None
    return act.forward_track(track=track, to=to, summary=SUMMARY, actor=actor or cast.staff, at=at)


def answered(hand_over: HandOver, *, returned: bool = False, at: datetime = DECIDED_AT) -> None:
    """The whole way: the package is brought, the receiver answers, the answer is brought back."""
    act.deliver(hand_over.pk, "package", at=at)
    there = HandOver.objects.get(direction=Direction.INCOMING, package_id=hand_over.package_id)
    if returned:
        act.return_package(hand_over=there, reason="Bukan kewenangan kami.", actor=SYSTEM, at=at)
    else:
        act.acknowledge(hand_over=there, actor=SYSTEM, at=at)
    act.deliver(there.pk, "reply", at=at)


def fresh(matter: Matter) -> Matter:
    return Matter.objects.select_related("report", "organisation").get(pk=matter.pk)


def track_of(matter: Matter, kind: Kind, subject: str | None = None) -> Track:
    rows = Track.objects.select_related("matter__report", "matter__organisation").filter(matter=matter, kind=kind)
    return rows.get() if subject is None else rows.get(subject=subject)


def all_acknowledged(cast: Cast, matter: Matter, *kinds: Kind) -> None:
    decided(matter, *kinds)
    for kind in kinds:
        answered(sent(cast, track_of(matter, kind)))
