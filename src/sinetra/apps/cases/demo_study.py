"""What the invented office wrote in its studies and how its plenary voted: once not with one voice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sinetra.apps.cases.actions.write_study import NewStudy, Said
from sinetra.apps.cases.ballots import Ballot
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.studies import examined, known_facts, people_of, told_by_role
from sinetra.apps.cases.successors import plenary
from sinetra.core.casework.plenary import Decision, Vote
from sinetra.core.casework.study import Ruling
from sinetra.core.law.words import Track

CONSIDERATIONS = "Rapat membaca kajian dan keterangan yang masuk (contoh, rekaan)."
_CONCLUSION: Mapping[bool, str] = {
    True: "Menurut bukti, perbuatan itu patut diduga terjadi (contoh, rekaan). Belum ada yang diputus bersalah.",
    False: "Tidak ada tanda bahwa gerak tangan itu dimaksudkan mendukung calon (contoh, rekaan).",
}
_PROVEN = (("Perbuatan itu tampak pada tangkapan layar atau foto (contoh).", "Tangkapan layar dari pelapor (contoh)."),)
_DISSENT = "Maksud mendukung belum cukup dibuktikan; keterangan saksi perlu ditambah (contoh, rekaan)."
# A hand sign in a photo of a contest among neighbours, and a pose on which one member thought otherwise.
_NOT_MEANT, _NOT_OF_ONE_MIND = "hand_sign", "photo_with_candidate"


def demo_study(matter: Matter) -> NewStudy:
    """All findings as the engine has them: who is reported is a PNS, and what was meant is said."""
    meant = _NOT_MEANT not in matter.acts
    told: dict[str, Any] = {"intent_support": meant, "target": "candidate" if meant else "none"}
    facts = known_facts(
        matter,
        act_date=matter.happened_on,
        people=tuple({"status": "pns", **told_by_role(person["role"])} for person in people_of(matter)),
        acts=dict.fromkeys(matter.acts, told),
    )
    return NewStudy(
        facts=facts,
        said={finding.key: Said(ruling=Ruling.ACCEPTED) for finding in examined(facts).findings},
        proven=_PROVEN,
        conclusion=_CONCLUSION[meant],
        proposal=Decision.PROVEN if meant else Decision.NOT_PROVEN,
    )


def demo_tracks(decision: Decision) -> tuple[Track, ...]:
    return (Track.DISCIPLINE,) if decision is Decision.PROVEN else ()


def demo_ballots(matter: Matter, day: date) -> dict[UUID, Ballot]:
    sitting, _aside = plenary(matter, day)
    ballots = {user.pk: Ballot(vote=Vote.FOR) for user in sitting}
    if _NOT_OF_ONE_MIND in matter.acts:
        ballots[sitting[-1].pk] = Ballot(vote=Vote.AGAINST, dissent=_DISSENT)
    return ballots
