"""The demonstration has an open invitation with one advice, and one that was decided; loading again adds nothing."""

from __future__ import annotations

from typing import Any

import pytest

from sinetra.apps.invitations.demo import load_invitations
from sinetra.apps.invitations.models import Consultation, Invitation
from sinetra.apps.invitations.selectors import invitation_view
from sinetra.apps.invitations.vocabulary import State, Way
from sinetra.catalogue import ROOT
from sinetra.core.errors import Forbidden

pytestmark = pytest.mark.django_db
CAST = ROOT / "samples" / "cendana.yaml"


def test_loading_twice_is_loading_once(city: None):
    load_invitations(CAST)
    load_invitations(CAST)
    assert sorted(Invitation.objects.values_list("state", flat=True)) == [State.DECIDED, State.OPEN]
    waiting = Consultation.objects.filter(advised_at=None)
    assert {row.way for row in waiting} == {Way.SENT, Way.RECEIVED}
    given = {row.state: [item.advice for item in invitation_view(row).advices] for row in Invitation.objects.all()}
    assert {state: len(list(filter(None, advices))) for state, advices in given.items()} == {
        State.OPEN: 1,
        State.DECIDED: 2,
    }


def test_only_in_the_demonstration(city: None, settings: Any):
    settings.SINETRA_PROFILE = "pemda"
    with pytest.raises(Forbidden):
        load_invitations(CAST)
    assert not Invitation.objects.exists()
