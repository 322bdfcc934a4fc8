"""What a page quotes says its own language; law, elections, numbers and times follow the page and the office."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse
from django.utils import translation
from lxml import html

from sinetra.apps.accounts.models import User
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.catalogue import rulebook
from sinetra.apps.cases.models import Matter
from sinetra.apps.monitoring.models import Article
from sinetra.apps.registry.models import Organisation, Region
from sinetra.ports.clock import zone_of
from sinetra.web.format import instant_text
from sinetra.web.templatetags.words import election_name, fact_reading, outcome_word

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def tree(client: Client, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return html.document_fromstring(answer.content.decode())


def in_english(address: str) -> str:
    return address.replace("/id/", "/en/", 1)


def citations(rule: str, language: str) -> list[str]:
    address = reverse("norm", kwargs={"rule": rule}).replace("/id/", f"/{language}/", 1)
    found = tree(Client(), address).xpath("//ul[@class='law']/li/*[1]")
    return [" ".join(item.text_content().split()) for item in found]


def cites(instrument: str, article: str) -> str:
    """The first norm that cites this place."""
    return next(
        norm.id
        for norm in rulebook().norms
        if any((item.instrument, item.article) == (instrument, article) for item in norm.citations)
    )


def test_a_citation_on_an_english_page_is_english() -> None:
    rule = cites("pp-94-2021", "5 huruf n angka 5")
    assert any("PP 94/2021 article 5 letter n number 5" in text for text in citations(rule, "en"))
    assert any("PP 94/2021 Pasal 5 huruf n angka 5" in text for text in citations(rule, "id"))


def test_no_norm_page_in_english_cites_with_indonesian_words() -> None:
    for norm in rulebook().norms:
        said = " ".join(citations(norm.id, "en")).lower().split()
        assert {"huruf", "ayat", "angka", "butir", "pasal", "lampiran", "dan"}.isdisjoint(said), norm.id


def test_an_instrument_without_a_number_is_called_what_it_is_called() -> None:
    rule = cites("statement-mendagri-2024", "-")
    for language in ("id", "en"):
        assert "Pernyataan Mendagri 9 Juli 2024" in citations(rule, language)
        assert not [text for text in citations(rule, language) if text.endswith("-") or " /" in text]


def test_what_newspapers_wrote_is_marked_as_indonesian_on_an_english_page(signed_in: SignIn, articles: None) -> None:
    titles = "//main//tbody//span[@lang='id']"
    address = reverse("tour_stop", kwargs={"number": 2})
    assert tree(Client(), in_english(address)).xpath(titles)
    assert not tree(Client(), address).xpath(titles)
    client = signed_in("humas")
    page = reverse("article", args=[Article.objects.order_by("id")[0].pk])
    for what in ("//h1[@lang='id']", "//div[@class='marked'][@lang='id']"):
        assert tree(client, in_english(page)).xpath(what), what
        assert not tree(client, page).xpath(what), what


def test_where_a_reading_was_found_is_marked_as_indonesian() -> None:
    disputed = next(rule for dispute in rulebook().disputes for rule in dispute.rules)
    for rule, where in (
        ("attend.passive", "//ul[@class='timeline']//span[@lang='id']"),
        (disputed, "//dl[@class='pairs']//dt[@lang='id']"),
    ):
        address = reverse("norm", kwargs={"rule": rule})
        assert tree(Client(), in_english(address)).xpath(where), rule
        assert not tree(Client(), address).xpath(where), rule


def test_the_words_of_a_report_are_marked_as_indonesian_on_an_english_page(signed_in: SignIn, reports: None) -> None:
    client = signed_in("staf.bawaslu")
    office = User.objects.get(username="staf.bawaslu").organisation
    matter = Matter.objects.filter(organisation=office, report__isnull=False).order_by("id")[0]
    page = reverse("matter", args=[matter.pk])
    assert tree(client, in_english(page)).xpath("//section[@aria-labelledby='isi-laporan']//dd[@lang='id']")
    assert not tree(client, page).xpath("//section//dd[@lang='id']")


def test_the_workspace_names_the_election(signed_in: SignIn, settings: LazySettings) -> None:
    settings.SINETRA_AS_OF = date(2024, 11, 22)
    client = signed_in("staf.bawaslu")
    for language, address in (("id", reverse("workspace")), ("en", in_english(reverse("workspace")))):
        said = tree(client, address).xpath("string(//ul[@class='stages'])")
        with translation.override(language):
            assert election_name("pilkada_2024") in said
        assert "pilkada_2024" not in said
    assert election_name("gone_1999") == "gone_1999"


def test_numbers_of_a_reading_are_written_as_the_page_writes_them() -> None:
    with translation.override("id"):
        assert fact_reading(1500) == "1.500"
    with translation.override("en"):
        assert fact_reading(1500) == "1,500"


def test_allowed_is_a_heading_and_yes_an_answer() -> None:
    headings = tree(Client(), in_english(reverse("rulebook"))).xpath("//h3/text()")
    assert "Allowed" in {text.strip() for text in headings}
    assert "Yes" not in {text.strip() for text in headings}
    with translation.override("en"):
        assert outcome_word("permitted") == "Allowed"
        assert translation.gettext("Boleh") == "Yes"
    with translation.override("id"):
        assert outcome_word("permitted") == "Boleh"


def test_the_audit_chain_shows_times_in_the_zone_of_the_office(signed_in: SignIn) -> None:
    papua = Region.objects.create(code="94", name="Papua", search_name="papua", level="province")
    auditor = User.objects.get(username="pemeriksa.jejak")
    Organisation.objects.filter(pk=auditor.organisation_id).update(region=papua)
    client = signed_in("pemeriksa.jejak")
    assert zone_of("94").abbreviation == "WIT"
    last = AuditEntry.objects.filter(organisation=auditor.organisation_id).order_by("-seq")[0]
    times = [cell.text_content().strip() for cell in tree(client, reverse("audit")).xpath("//tbody/tr/td[1]")]
    assert times[0] == instant_text(last.at, "WIT", "id")
    assert all(time.endswith("WIT") for time in times)
