"""For every act and every status of a civil servant: on which of the two tracks of the service it is met, by stage.

The table is the decision, also where it says nothing: a change of a norm that moves a cell must change the table.
E ethics, D discipline, - neither. The facts are the worst of each kind: active, with the aim of support, before the
public, without leave, resignation or duty.
"""

from __future__ import annotations

from typing import Any

import pytest

from sinetra.catalogue import ROOT
from sinetra.core.law import decide, load_rulebook, parse_facts
from sinetra.core.law.words import ASN, ActCode, NormKind, Status, Track

BOOK = load_rulebook(ROOT)
# before determination, campaign, after the vote, after the inauguration, no election
DAYS = ("2024-07-01", "2024-11-10", "2024-11-30", "2025-03-01", "2026-11-21")
TABLE = """
like                   E  D  D  -  -
comment                E  D  D  -  -
share                  E  D  D  -  -
follow_join_group      E  D  D  -  -
post_media             E  D  D  E  E
photo_with_candidate   E  D  D  -  -
hand_sign              E  D  -  -  -
uniform_or_attribute   E  D  -  E  E
attend_declaration     E  D  -  -  -
attend_campaign        E  D  -  -  -
campaign_participation E  D  -  E  E
campaign_team          D  D  -  E  E
banner_billboard       E  D  D  E  E
invite_vote            E  D  D  E  E
mobilise_asn           E  D  D  E  E
partisan_activity      E  D  D  E  E
money_politics         E  D  D  E  E
support_letter_ktp     D  D  D  D  D
decision_benefit       D  D  D  -  -
use_state_facility     D  D  D  -  -
use_state_programme    D  D  D  -  -
official_transfer      -  -  -  -  -
approach_party         D  D  D  D  D
run_for_office         D  D  D  D  D
party_member           D  D  D  D  D
party_sympathiser      -  -  -  -  -
spouse_support         E  E  E  -  -
partisanship_general   ED ED ED E  E
intimidation           ED ED ED E  E
hate_speech_hoax       ED ED ED E  E
conflict_of_interest   E  E  E  E  E
private_opinion        E  E  E  -  -
vote                   -  -  -  -  -
attend_passively       -  D  -  -  -
"""
ROWS = {line.split()[0]: tuple(line.split()[1:]) for line in TABLE.split("\n") if line}
# PP 94/2021 art. 5 letter n no. 7 names no stage, but only PNS and CPNS; the row of the decree is for the stages.
CONTRACT_ROWS = {**ROWS, "support_letter_ktp": ("D", "D", "D", "-", "-")}


def _letters(code: str, status: str, day: str) -> str:
    act: dict[str, Any] = {
        "code": code,
        "target": "prospective_candidate" if day < "2024-09-22" else "candidate",
        "active": code != "attend_passively",
        "intent_support": True,
        "audience": ["public"],
        "on_duty": False,
    }
    subject = {"status": status, "position": "executor", "on_unpaid_leave": False, "resigned": False}
    place = {"region": "32.79"} if day == DAYS[-1] else {"election": "pilkada_2024"}
    found = decide(BOOK, parse_facts({"act_date": day, **place, "subject": subject, "act": act})).findings
    bans = [item for item in found if item.norm.kind is NormKind.PROHIBITION]
    own = [item for item in bans if item.norm.track in {Track.ETHICS, Track.DISCIPLINE}]
    assert all(item.status is not Status.OPEN for item in own), "the facts leave something open"
    tracks = {item.norm.track for item in own if item.status is Status.MET}
    return "".join(letter for track, letter in ((Track.ETHICS, "E"), (Track.DISCIPLINE, "D")) if track in tracks) or "-"


def test_the_table_has_every_act() -> None:
    assert set(ROWS) == set(ActCode)


@pytest.mark.parametrize("status", ASN)
@pytest.mark.parametrize("code", ActCode)
def test_the_act_is_met_where_the_table_says(code: ActCode, status: str) -> None:
    expected = CONTRACT_ROWS if status.startswith("pppk") else ROWS
    assert tuple(_letters(code, status, day) for day in DAYS) == expected[code]
