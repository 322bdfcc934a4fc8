"""The demonstration shows the agreement of article 003, and filling it twice changes nothing."""

from __future__ import annotations

import pytest

from sinetra.apps.agreements.demo import load_agreements
from sinetra.apps.agreements.models import Agreement, DataRequest, Disclosure
from sinetra.core.errors import Forbidden

pytestmark = pytest.mark.django_db


def test_two_promises_two_told_fields_one_withheld_and_one_request_that_waits(city: None):
    load_agreements()
    load_agreements()
    row = Agreement.objects.get()
    assert row.region_id == "99.71", "a real region never holds invented things"
    assert row.obligations.count() == 2
    told = Disclosure.objects.get()
    assert told.fields == ["Nama lengkap", "Jabatan"]
    assert list(told.request.fields.order_by("place").values_list("approved", flat=True)) == [True, True, False]
    assert sorted(DataRequest.objects.values_list("state", flat=True)) == ["asked", "disclosed"]


def test_outside_the_demonstration_nothing_is_loaded(city: None, settings):
    settings.SINETRA_PROFILE = "pemda"
    with pytest.raises(Forbidden):
        load_agreements()
    assert not Agreement.objects.exists()
