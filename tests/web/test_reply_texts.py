"""Short texts for messages to reporters: defaults, the office's own words, who may change them, inserting one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse

from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.cases.actions import open_matter
from sinetra.apps.reports.actions.add_reply_text import add_reply_text
from sinetra.apps.reports.models import ReplyText, Report
from sinetra.apps.reports.replies import defaults, reply_texts
from sinetra.core.casework.replies import Field, check
from sinetra.core.errors import BadInput, Conflict, Forbidden
from sinetra.web.staff.reply_texts.insert import insertion

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import text
from triage_cast import told

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
OWN = {"title": "Jam kantor", "text": "{kantor} buka pukul 08.00 sampai 16.00."}


def titles(row: Report, language: str = "id") -> list[str]:
    return [one.title for one in reply_texts(row.organisation, language)]


def test_an_office_without_own_texts_has_those_of_the_catalogue_in_both_languages(city: None) -> None:
    _code, row = told()
    assert titles(row) == [reply.title.id for reply in defaults()]
    assert titles(row, "en") == [reply.title.en for reply in defaults()]


def test_the_page_shows_each_text_as_a_reporter_would_read_it(signed_in: SignIn, city: None) -> None:
    shown = text(signed_in("staf.bawaslu").get(reverse("reply_texts")))
    assert "perkara nomor 001/CONTOH" in shown
    assert not [field for field in Field if f"{{{field}}}" in shown]
    assert text(signed_in("staf.bawaslu").get("/kerja/en/teks-balasan/")).count("built in") == len(defaults())


def test_a_text_is_added_changed_and_retired(signed_in: SignIn, city: None) -> None:
    _code, row = told()
    client = signed_in("staf.bawaslu")
    assert client.post(reverse("new_reply_text"), OWN).status_code == 302
    own = ReplyText.objects.get()
    assert titles(row)[-1] == "Jam kantor"
    client.post(reverse("change_reply_text", args=[own.pk]), OWN | {"title": "Jam buka"})
    assert titles(row)[-1] == "Jam buka"
    assert "tidak ditawarkan lagi" in text(client.get(reverse("retire_reply_text", args=[own.pk])))
    client.post(reverse("retire_reply_text", args=[own.pk]))
    assert titles(row) == [reply.title.id for reply in defaults()]
    assert client.get(reverse("change_reply_text", args=[own.pk])).status_code == 404


def test_own_words_stand_in_the_place_of_a_default_until_they_are_retired(signed_in: SignIn, city: None) -> None:
    _code, row = told()
    client, address = signed_in("pleno"), reverse("replace_reply_text", args=["received"])
    assert defaults()[0].text.id[:20] in client.get(address).content.decode(), "begins with the words of the catalogue"
    client.post(address, OWN | {"title": "Terima kasih"})
    assert titles(row)[0] == "Terima kasih"
    assert len(titles(row)) == len(defaults())
    assert "sudah diubah" in text(client.post(address, OWN), 422) or "baru saja diubah" in text(
        client.post(address, OWN), 422
    )
    client.post(reverse("retire_reply_text", args=[ReplyText.objects.get().pk]))
    assert titles(row)[0] == defaults()[0].title.id
    assert client.get(reverse("replace_reply_text", args=["tidak-ada"])).status_code == 404


@pytest.mark.parametrize("wrong", ["Halo {nama}", "Tanda } sendiri", "x" * 1001])
def test_a_text_that_cannot_be_filled_in_is_refused_with_what_was_typed(
    signed_in: SignIn, city: None, wrong: str
) -> None:
    answer = signed_in("staf.bawaslu").post(reverse("new_reply_text"), OWN | {"text": wrong})
    assert answer.status_code == 422
    assert wrong[:10] in answer.content.decode()
    assert not ReplyText.objects.exists()


def test_who_may_not_write_texts(signed_in: SignIn, city: None, actor: Callable[[str], Actor]) -> None:
    _code, row = told()
    for who in ("pemeriksa.jejak", "admin", "auditor.bkn", "kustodian"):
        assert signed_in(who).get(reverse("reply_texts")).status_code == 403, who
        assert signed_in(who).post(reverse("new_reply_text"), OWN).status_code == 403, who
    for refused in (
        Actor(
            kind="person",
            user_id=actor("staf.bawaslu").user_id,
            organisation_id=row.organisation_id,
            roles=frozenset({Role.BAWASLU_STAFF}),
            regions=("99.71.01",),
        ),
        actor("auditor.bkn"),
        Actor(kind="public"),
    ):
        with pytest.raises(Forbidden):
            add_reply_text(organisation=row.organisation, actor=refused, **OWN)


def test_a_second_of_the_same_default_is_a_conflict(city: None, actor: Callable[[str], Actor]) -> None:
    _code, row = told()
    given: dict[str, Any] = {"organisation": row.organisation, "actor": actor("pleno"), "stands_for": "received"} | OWN
    add_reply_text(**given)
    with pytest.raises(Conflict):
        add_reply_text(**given)


def test_an_inserted_text_says_number_and_office_and_what_nobody_knows(
    city: None, actor: Callable[[str], Actor]
) -> None:
    _code, row = told()
    asked = RequestFactory().get("/", {"balasan": "under_way"})
    before = insertion(asked, row)
    assert before.left_open == ("{nomor}", "{tenggat}")
    assert "Belum diketahui: {nomor}, {tenggat}" in render_to_string(
        "staff/reply_texts/choose.html", {"insertion": before}
    )
    matter = open_matter(report=row, actor=actor("pleno"))
    row = Report.objects.select_related("organisation").get(pk=row.pk)
    assert matter.number in insertion(asked, row).text
    assert insertion(RequestFactory().get("/"), row).text == ""
    assert insertion(RequestFactory().get("/", {"balasan": "tidak-ada"}), row).text == ""


def test_every_default_has_only_fields_that_can_be_filled() -> None:
    for reply in defaults():
        check(reply.text.id)
        check(reply.text.en)
    with pytest.raises(BadInput):
        check("{nama}")
