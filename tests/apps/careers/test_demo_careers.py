"""The invented careers of the demonstration."""

from __future__ import annotations

import pytest

from sinetra.apps.careers.after_vote import after_votes, by_reason
from sinetra.apps.careers.demo import load_careers
from sinetra.apps.careers.models import CareerPolicy, CareerStep, TransferCheck
from sinetra.apps.registry.models import Organisation
from sinetra.catalogue import ROOT
from sinetra.ports.clock import today

pytestmark = pytest.mark.django_db
CAST = ROOT / "samples" / "cendana.yaml"


def test_the_demonstration_has_steps_of_each_decision_and_loads_once(city):
    load_careers(CAST)
    counts = (CareerStep.objects.count(), TransferCheck.objects.count(), CareerPolicy.objects.count())
    assert {"proposed", "granted", "refused"} == set(CareerStep.objects.values_list("decision", flat=True))
    load_careers(CAST)
    assert (CareerStep.objects.count(), TransferCheck.objects.count(), CareerPolicy.objects.count()) == counts


def test_who_was_moved_after_the_vote_of_february_is_told_by_reason(city):
    load_careers(CAST)
    pemko = Organisation.objects.get(kind="local_government")
    (span,) = (span for span in after_votes("99.71", today("99.71")) if span.election == "pemilu_2024")
    told = by_reason(pemko.pk, span, today("99.71"))["transfer"]
    assert {code: count for code, count in told.items() if count} == {"vacancy": 6, "reorganisation": 5}
