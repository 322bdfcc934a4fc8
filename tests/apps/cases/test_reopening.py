"""What has ended is handled once more only on a ground of the catalogue, by a document, and with new clocks."""

from __future__ import annotations

from typing import Any

import pytest
from report_cast import FILED_AT, NAME, Cast, filed, formal

from casework_rows import decided, registered
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.cases import actions as act
from sinetra.apps.cases.models import Clock, Matter, Reopening, Step, SupervisionReport
from sinetra.apps.cases.selectors import matter_view
from sinetra.apps.cases.vocabulary import Ground, Outcome, State
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.sealing import open_value
from sinetra.apps.reports.selectors import follow
from sinetra.core.casework.plenary import Decision
from sinetra.core.errors import BadInput, Conflict
from sinetra.ports import clock as clock_port

pytestmark = pytest.mark.django_db
GIVEN: dict[str, Any] = {"ground": "court_order", "document": "Putusan 1/2024", "reason": "Hakim memerintahkannya."}


def again(cast: Cast, matter: Matter, **changes: Any) -> Reopening:
    return act.reopen(matter=matter, actor=cast.commissioner, **GIVEN | changes)


def stopped(cast: Cast) -> tuple[Matter, str]:
    answer = filed(formal())
    matter = act.open_matter(report=Report.objects.get(pk=answer.report_id), actor=cast.staff, at=FILED_AT)
    decided(registered(matter, cast.staff), cast.commissioner, decision=Decision.NOT_PROVEN)
    act.close(matter=matter, outcome=Outcome.NOT_PROVEN, actor=cast.commissioner)
    return matter, answer.code


def test_a_registered_matter_begins_after_its_registration_with_a_new_clock_of_study(cast: Cast) -> None:
    matter, code = stopped(cast)
    number, steps = matter.register_number, Step.objects.filter(matter=matter).count()
    assert not Clock.objects.filter(matter=matter, done_at=None).exists()
    row = again(cast, matter)
    assert (matter.state, matter.outcome, matter.closed_at) == (State.REGISTERED, "", None)
    assert matter.register_number == number, "it takes no second number"
    assert (row.outcome, row.document) == (Outcome.NOT_PROVEN, "Putusan 1/2024")
    (clock,) = Clock.objects.filter(matter=matter, done_at=None)
    assert (clock.rule, clock.started_on) == (f"{matter.regime}.study", clock_port.today(matter.region_id))
    assert Step.objects.filter(matter=matter).count() == steps + 1, "what was before stays in the trail"
    assert matter_view(cast.staff, matter.pk).reported[0]["name"] == NAME
    last = follow(code).steps[-1]
    assert last.text() == "Dibuka kembali dan ditangani lagi: putusan pengadilan atau Mahkamah Konstitusi."
    assert last.text(language="en").endswith("order of a court or of the Constitutional Court.")
    assert "Hakim" not in str(follow(code).to_json()), "the reason stays in the office"
    assert decided(matter, cast.commissioner).state == State.PLENARY


def test_a_report_that_was_not_registered_begins_at_the_initial_study(cast: Cast) -> None:
    matter = cast.matter()
    act.start_study(matter=matter, actor=cast.staff)
    act.refuse_registration(matter=matter, ground=Ground.OUT_OF_COMPETENCE, reason="x", actor=cast.staff)
    act.close(matter=matter, outcome=Outcome.NOT_REGISTERED, actor=cast.staff)
    again(cast, matter, ground="higher_office")
    assert matter.state == State.INITIAL_STUDY
    assert Clock.objects.get(matter=matter, done_at=None).rule.endswith(".initial_study")
    assert matter_view(cast.staff, matter.pk).may_check, "its requirements are looked at anew"


def test_information_begins_as_information_and_keeps_what_was_written_about_it(cast: Cast) -> None:
    matter = cast.matter(channel="initial_information", reporter=None)
    for text in ("Yang pertama.", "Yang kedua."):
        act.start_study(matter=matter, actor=cast.staff)
        act.report_tracing(matter=matter, text=text, found_on=None, actor=cast.staff)
        if text == "Yang pertama.":
            act.close(matter=matter, outcome=Outcome.NOT_PROVEN, actor=cast.commissioner)
            act.reopen(matter=matter, actor=cast.commissioner, **GIVEN)
            assert matter.state == State.INITIAL_INFORMATION
    row = SupervisionReport.objects.get(matter=matter)
    assert open_value(row.text_sealed, row.pk, "text") == "Yang pertama.\n\nYang kedua."


@pytest.mark.parametrize(("field", "value"), [("ground", "belief"), ("document", " "), ("reason", "")])
def test_without_a_ground_a_document_and_a_reason_it_stays_ended(cast: Cast, field: str, value: str) -> None:
    matter, _code = stopped(cast)
    with pytest.raises(BadInput) as caught:
        again(cast, matter, **{field: value})
    assert caught.value.field == field
    assert matter.state == State.CLOSED


def test_what_still_runs_or_was_taken_back_or_is_elsewhere_is_not_reopened(cast: Cast) -> None:
    running = cast.matter()
    with pytest.raises(Conflict):
        again(cast, running)
    act.withdraw(matter=running, reason="Surat.", actor=cast.staff)
    act.close(matter=running, outcome=Outcome.WITHDRAWN, actor=cast.staff)
    with pytest.raises(Conflict):
        again(cast, running)
    handed = cast.arrived().matter
    with pytest.raises(Conflict):
        act.reopen(matter=handed, actor=SYSTEM, **GIVEN)


def test_the_button_is_there_for_the_plenary_alone(cast: Cast) -> None:
    matter, _code = stopped(cast)
    assert "reopen" in matter_view(cast.commissioner, matter.pk).acts
    assert "reopen" not in matter_view(cast.staff, matter.pk).acts
