"""What goes into the index: counts with their source; what is not known is missing and never zero."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import override_settings

from index_rows import DAY, MARCH, examined, large_town, late, matter, office, stored
from sinetra.apps.cases.models import Recommendation, Track
from sinetra.apps.cases.vocabulary import MATTER_STATES
from sinetra.apps.index.gather.matters import counted
from sinetra.apps.index.gather.units import gather
from sinetra.apps.index.gather.values import ARREARS, EXPOSED_POSTS, INCUMBENT, OWN_LIST, SOCIAL, STAGE
from sinetra.apps.index.method import method
from sinetra.apps.prevention.coverage.refresh import recompute
from sinetra.apps.registry.models import DeclaredInterest, ElectionPair, Organisation
from sinetra.apps.registry.regions import store_regions
from sinetra.core.index.inputs import Severity, Unit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("city", "nothing_published")]


def unit(code: str) -> Unit:
    return next(item for item in gather(DAY, method()).units if item.code == code)


def test_a_city_without_a_list_of_people_is_there_and_says_what_is_missing():
    city = unit("99.71")
    assert city.staff is None and city.coverage is None
    assert EXPOSED_POSTS not in city.values and STAGE in city.values


def test_staff_coverage_and_exposed_posts_come_from_the_list_of_civil_servants():
    town = large_town()
    town.came(town.session(MARCH), *town.people["Dinas Besar"][:30], *town.people["Kecamatan Tengah"][-10:])
    recompute(town.office.pk)
    city = unit("99.71")
    assert city.staff == 97  # the 30 who are not ASN are not among them
    assert city.coverage == 0.31  # nor among those who were reached
    posts = city.values[EXPOSED_POSTS]
    assert (posts.amount, posts.source, posts.as_of) == (0.206, OWN_LIST, date(2024, 10, 1))
    assert unit("99.71.01").staff == 25 and unit("99.71.01").values[EXPOSED_POSTS].amount == 0.8


def test_who_did_not_sign_or_take_a_test_is_no_fact_of_the_index():
    town = large_town()
    session = town.session(MARCH)
    town.came(session, *town.people["Dinas Besar"][:20])
    recompute(town.office.pk)
    before = unit("99.71")
    town.came(town.sitting(session.activity, MARCH, place=2), *town.people["Dinas Besar"][:20], before=True, after=True)
    town.signed(town.text(1, date(2024, 1, 1)), MARCH, *town.people["Dinas Besar"])
    recompute(town.office.pk)
    assert unit("99.71") == before


def test_no_decision_on_record_is_not_known_and_an_examination_without_one_is_none():
    large_town()
    assert unit("99.71.01").events is None
    examined(matter(1), stage="examined", verdict="")
    assert unit("99.71.01").events == () and unit("99.71.01").values[SOCIAL].amount == 0


def test_a_final_decision_counts_for_the_kecamatan_and_the_city():
    large_town()
    examined(matter(1, region="99.71.01.1001"))
    for code in ("99.71", "99.71.01"):
        (event,) = unit(code).events or ()
        assert (event.severity, event.on) == (Severity.LIGHT, date(2024, 10, 1))


def test_so_few_decisions_have_no_rate_of_social_media():
    large_town()
    for number in range(1, 5):
        examined(matter(number))
        assert SOCIAL not in unit("99.71.01").values
    examined(matter(5))
    assert unit("99.71.01").values[SOCIAL].amount == 200
    assert unit("99.71").values[SOCIAL].amount == round(5000 / 97, 2)


def test_what_is_later_than_the_legal_date_is_not_known_yet():
    town = large_town()
    examined(matter(1), decided_on=date(2024, 11, 23))
    assert unit("99.71.01").events == ()
    town.employ("Kecamatan Utara", 5)
    town.list_people(date(2024, 12, 1))
    recompute(town.office.pk)
    assert unit("99.71.01").staff == 25


def test_every_city_of_a_province_that_is_watched_over_stands_there():
    bawaslu = Organisation.objects.get(short_name="Bawaslu Provinsi")
    assert bawaslu.region_id == "99"
    store_regions([("99.72", "Kota Kenanga (contoh)")], "contoh")
    assert unit("99.72").staff is None


@pytest.mark.parametrize(
    ("stage", "verdict", "more"),
    [
        ("decided", "sanction", {}),
        ("delivered", "sanction", {}),
        ("contested", "sanction", {}),
        ("annulled", "sanction", {}),
        ("cleared", "not_proven", {}),
        ("recorded", "sanction", {"status": "non_asn", "penalty": "employer"}),
    ],
)
def test_what_is_not_proven_or_not_final_counts_for_nothing(stage, verdict, more):
    large_town()
    examined(matter(1), stage=stage, verdict=verdict, **more)
    assert unit("99.71.01").events == () == unit("99.71").events


def test_a_matter_that_was_corrected_counts_for_nothing():
    large_town()
    row = matter(1, outcome="not_proven")
    examined(row)
    assert unit("99.71.01").events == ()


def test_open_matters_are_counted_once_and_information_not_at_all():
    large_town()
    bawaslu = Organisation.objects.get(short_name="Bawaslu Cendana")
    before = counted("99.71", DAY).open_cases("99.71.01")
    registered = {"kind": "report", "state": "registered", "registered_on": date(2024, 11, 2)}
    for number in (1, 2):
        matter(number, of=bawaslu, **registered)
        matter(number + 10)  # the same event at the office that received it
    matter(3, of=bawaslu, kind="initial_information", state="initial_information")
    matter(4, of=bawaslu, kind="report", state="report_received")
    assert counted("99.71", DAY).open_cases("99.71.01") - before == 2
    matter(5, of=bawaslu, **(registered | {"state": "stopped"}))
    matter(6, of=bawaslu, **registered, outcome="not_proven")
    assert counted("99.71", DAY).open_cases("99.71.01") - before == 2
    assert {"stopped", "registered", "report_received"} <= {state.value for state in MATTER_STATES}


def test_what_is_past_its_day_is_counted_by_matter():
    large_town()
    row = matter(1)
    late(row, 1)
    late(row, 2)
    assert unit("99.71.01").overdue == unit("99.71").overdue == 1


def test_so_few_recommendations_have_no_share():
    large_town()
    for number in range(1, 5):
        _recommended(number, decided=number > 2)
    assert ARREARS not in unit("99.71.01").values
    _recommended(5, decided=True)
    assert unit("99.71.01").values[ARREARS].amount == 0.4


def _recommended(number: int, *, decided: bool) -> None:
    row = matter(number)
    known = {"receives": "bkn", "decides": "ppk", "product": "recommendation", "opened_on": date(2024, 10, 1)}
    track = stored(Track(organisation=office(), matter=row, kind="ethics", route="uji", **known))
    stored(
        Recommendation(
            organisation=office(),
            number=f"{number}/R/2024",
            dated_on=date(2024, 10, 1),
            addressee="PPK",
            due_on=date(2024, 11, 1),
            track=track,
            decided_on=date(2024, 10, 20) if decided else None,
            answer="sanctioned" if decided else "none",
        )
    )


def test_whether_an_incumbent_runs_is_missing_where_no_pair_is_on_record():
    large_town()
    assert INCUMBENT in unit("99.71").values
    DeclaredInterest.objects.exclude(pair=None).delete()
    ElectionPair.objects.all().delete()
    assert INCUMBENT not in unit("99.71").values and STAGE in unit("99.71").values


def test_an_installation_that_leads_nowhere_does_not_say_that_there_is_no_channel():
    large_town()
    assert unit("99.71").has_channel is True
    with override_settings(SINETRA_PROFILE="pemda", SINETRA_BAWASLU_URL=""):
        assert unit("99.71").has_channel is None
    with override_settings(SINETRA_PROFILE="pemda", SINETRA_BAWASLU_URL="https://bawaslu.example"):
        assert unit("99.71").has_channel is True
