"""The study and the plenaries of a matter as its page shows them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from sinetra.apps.cases.plenaries import PlenaryView
from sinetra.apps.cases.studies import StudyView
from sinetra.apps.cases.vocabulary import Seat
from sinetra.web import law_words
from sinetra.web.law_view import language
from sinetra.web.parts import Pair
from sinetra.web.staff.words import DECISIONS, RULINGS, VERDICTS, VOTES


def studied_parts(view: StudyView) -> dict[str, Any]:
    return {
        "view": view,
        "proposal": DECISIONS[view.study.proposal],
        "tracks": tracks_in_words(view.study.tracks),
        "findings": [_finding(item) for item in view.findings],
        "added": [{**item, "words": item["title"][language()]} for item in view.added],
    }


def _finding(item: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "title": item["title"][language()],
        "track": law_words.word(law_words.TRACKS, item["track"]),
        "verdict": VERDICTS[item["verdict"]],
        "confidence": item["confidence"],
        "ruling": RULINGS[item["ruling"]],
        "sentiment": "good" if item["ruling"] == "accepted" else "stop",
        "reason": item["reason"],
        "citations": item["citations"],
        "contested": [one["topic"][language()] for one in item["contested"]],
    }


def plenary_parts(view: PlenaryView) -> dict[str, Any]:
    row = view.plenary
    pairs = [
        Pair(term=_("Putusan"), value=DECISIONS[row.decision]),
        Pair(
            term=_("Kuorum"),
            value=_("%(needed)s dari %(members)s anggota") % {"needed": row.needed, "members": row.members},
        ),
    ]
    if row.tracks:
        pairs.insert(1, Pair(term=_("Jalur yang dibuka"), value=tracks_in_words(row.tracks)))
    pairs += [Pair(term=seat.name, value=VOTES[seat.vote]) for seat in view.of(Seat.PRESENT)]
    pairs += [Pair(term=seat.name, value=_("tidak hadir")) for seat in view.of(Seat.ABSENT)]
    pairs += [Pair(term=seat.name, value=_("menyingkir karena berkepentingan")) for seat in view.of(Seat.ASIDE)]
    return {
        "row": row,
        "pairs": pairs,
        "reason": view.reason,
        "dissents": [seat for seat in view.of(Seat.PRESENT) if seat.dissent],
    }


def tracks_in_words(tracks: list[str]) -> str:
    return ", ".join(law_words.word(law_words.TRACKS, track) for track in tracks)
