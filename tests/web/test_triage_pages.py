"""The desk as people use it: the list, one page a report, what becomes of it; and who may not."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from sinetra.apps.accounts.models import User
from sinetra.apps.audit.access_models import AccessEntry
from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.actions import join_report, keep_report, open_matter
from sinetra.apps.cases.models import Matter, NotSameEvent
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.selectors import follow
from sinetra.apps.reports.vocabulary import Kept, ReportState
from sinetra.ports.clock import today
from sinetra.web.staff.triage import listing

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import text, tree
from triage_cast import told

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def pick(row: Report) -> str:
    row.refresh_from_db()
    return f"{row.pk}.{row.version}"


def test_the_list_says_what_is_needed_to_decide_and_the_nearest_deadline_stands_first(
    signed_in: SignIn, reports: None
) -> None:
    _code, row = told()
    listed = tree(signed_in("staf.bawaslu").get(reverse("inbox")))
    line = listed.xpath(f"//tr[.//a[contains(@href, '{row.pk}')]]")[0].text_content()
    for word in ("Informasi awal", "Mengarahkan pegawai", "tidak diberikan", "hari ini"):
        assert word in line, word
    due = Report.objects.filter(state=ReportState.NEW, organisation=row.organisation, due_on__isnull=False)
    first = listed.xpath("//form[@class='picking']//tbody/tr[1]/th//a/@href")[0]
    assert str(due.order_by("due_on", "id").values_list("pk", flat=True)[0]) in first


def test_a_report_without_a_deadline_stands_behind_those_with_one_and_is_on_no_page_twice(
    signed_in: SignIn, city: None
) -> None:
    rows = [told()[1] for _ in range(3)]
    Report.objects.filter(pk=rows[0].pk).update(due_on=None)
    Report.objects.filter(pk__in=[row.pk for row in rows[1:]]).update(due_on=today("99.71.01"))
    found = tree(signed_in("staf.bawaslu").get(reverse("inbox"))).xpath("//form[@class='picking']//tbody//th//a/@href")
    assert len(found) == len(set(found)) == 3
    assert str(rows[0].pk) in found[-1]


@pytest.mark.parametrize("size", [1, 2, 3, 4, 50])
def test_from_page_to_page_each_report_is_met_once(
    signed_in: SignIn, city: None, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    rows = [told()[1] for _ in range(5)]
    Report.objects.filter(pk__in=[row.pk for row in rows[:2]]).update(due_on=None)
    monkeypatch.setattr(listing, "SIZE", size)
    client, address, met = signed_in("staf.bawaslu"), reverse("inbox"), []
    while address:
        shown = tree(client.get(address))
        met += [row.pk for row in rows for href in shown.xpath("//tbody//th//a/@href") if str(row.pk) in href]
        found = shown.xpath("//a[@rel='next']/@href")
        address = found[0] if found else ""
        assert len(met) <= len(rows)
    assert sorted(met) == sorted(row.pk for row in rows)


@pytest.mark.parametrize(
    ("query", "hit"),
    [
        ("channel=initial_information", True),
        ("channel=report", False),
        ("act=mobilise_asn", True),
        ("act=like", False),
        ("region=99.71.01", True),
        ("region=99.71.02", False),
        ("waiting=2", False),
        ("state=kept", False),
        ("order=oldest", True),
    ],
)
def test_the_list_is_narrowed(signed_in: SignIn, city: None, query: str, hit: bool) -> None:
    _code, row = told()
    found = tree(signed_in("staf.bawaslu").get(f"{reverse('inbox')}?{query}"))
    assert bool(found.xpath(f"//a[contains(@href, '{row.pk}')]")) is hit
    if not hit:
        assert found.xpath(f"//div[@class='empty']//a[@href='{reverse('inbox')}']"), "the way back to everything"


def test_a_filter_that_is_none_stands_as_an_error_and_hides_nothing(signed_in: SignIn, city: None) -> None:
    _code, row = told()
    answer = signed_in("staf.bawaslu").get(f"{reverse('inbox')}?act=x")
    assert "Pilih salah satu dari daftar" in text(answer)
    assert str(row.pk) in answer.content.decode()


def test_the_list_costs_the_same_with_few_and_with_many(
    signed_in: SignIn, city: None, django_assert_max_num_queries: Any
) -> None:
    client = signed_in("staf.bawaslu")
    for _ in range(3):
        told()
    client.get(reverse("inbox"))
    with django_assert_max_num_queries(60) as few:
        client.get(reverse("inbox"))
    for _ in range(9):
        told()
    with django_assert_max_num_queries(len(few)):
        client.get(reverse("inbox"))


def test_the_page_proposes_what_may_be_the_same_event_and_keeps_the_log(signed_in: SignIn, city: None) -> None:
    _code, one = told()
    _code, other = told()
    before = AccessEntry.objects.count()
    shown = text(signed_in("staf.bawaslu").get(reverse("received_report", args=[one.pk])))
    assert "Mungkin peristiwa yang sama" in shown
    assert "tempat sama, hari sama" in shown
    assert "kata-katanya hampir sama" in shown
    opened = set(AccessEntry.objects.values_list("subject_id", flat=True))
    assert AccessEntry.objects.count() > before
    assert {one.pk, other.pk} <= opened, "also what was only compared with is in the log"


def test_two_told_apart_are_proposed_no_more(signed_in: SignIn, city: None) -> None:
    _code, one = told()
    _code, other = told()
    client = signed_in("staf.bawaslu")
    assert client.get(reverse("tell_apart", args=[one.pk, other.pk])).status_code == 405
    client.post(reverse("tell_apart", args=[one.pk, other.pk]))
    assert NotSameEvent.objects.count() == 1
    assert "Mungkin peristiwa yang sama" not in text(client.get(reverse("received_report", args=[one.pk])))


def test_a_report_is_joined_by_the_number_of_a_matter_and_separated_again(
    signed_in: SignIn, city: None, actor: Callable[[str], Actor]
) -> None:
    _code, first = told()
    matter = open_matter(report=first, actor=actor("staf.bawaslu"))
    code, second = told()
    client, address = signed_in("staf.bawaslu"), reverse("join_report", args=[second.pk])
    wrong = client.post(address, {"number": "tidak ada", "source": "own"})
    assert "Tidak ada perkara dengan nomor ini" in text(wrong, 422)
    assert "tidak ada" in wrong.content.decode(), "what was typed stays"
    assert client.post(address, {"number": matter.number, "source": "own"}).status_code == 302
    shown = text(client.get(reverse("matter", args=[matter.pk])))
    assert "Laporan dalam perkara ini: 2 laporan" in shown
    assert follow(code).steps[-1].code == "opened"
    away = client.post(reverse("separate_report", args=[second.pk]), {"reason": "Lain tempat."})
    assert away.status_code == 302
    second.refresh_from_db()
    assert second.state == ReportState.NEW
    assert "Laporan dalam perkara ini" not in text(client.get(reverse("matter", args=[matter.pk])))


def test_who_separates_information_that_had_been_kept_reads_that_it_is_kept_again(
    signed_in: SignIn, city: None, actor: Callable[[str], Actor]
) -> None:
    staff = actor("staf.bawaslu")
    _code, first = told()
    _code, second = told()
    matter = open_matter(report=first, actor=staff)
    keep_report(report=second, why=Kept.NO_LEAD, actor=staff)
    join_report(report=second, matter=matter, actor=staff)
    client = signed_in("staf.bawaslu")
    address = reverse("separate_report", args=[second.pk])
    asked = text(client.get(address))
    assert "kembali ke yang disimpan" in asked
    assert "dengan tenggatnya sendiri" not in asked
    assert "disimpan lagi" in text(client.post(address, {"reason": "Lain tempat."}, follow=True))
    second.refresh_from_db()
    assert second.state == ReportState.KEPT


def test_duplicates_are_kept_together_in_one_go(signed_in: SignIn, city: None) -> None:
    rows = [told()[1] for _ in range(3)]
    client = signed_in("staf.bawaslu")
    picks = [pick(row) for row in rows]
    asked = text(client.get(reverse("group_chosen"), {"pick": picks}))
    assert "3 laporan" in asked
    assert "tidak tahu ada laporan lain" in asked
    answer = client.post(reverse("group_chosen"), {"pick": picks, "copies": [str(rows[2].pk)]})
    matter = Matter.objects.get(report=rows[0])
    assert answer.headers["Location"] == reverse("matter", args=[matter.pk])
    shown = text(client.get(reverse("matter", args=[matter.pk])))
    assert "2 laporan, ditambah 1 salinan" in shown
    late = client.post(reverse("group_chosen"), {"pick": picks})
    assert "Pilih paling sedikit dua laporan" in text(late)


def test_chosen_reports_are_opened_for_a_colleague_and_each_says_what_became_of_it(
    signed_in: SignIn, city: None
) -> None:
    rows = [told()[1] for _ in range(2)]
    picks = [pick(row) for row in rows]
    colleague = User.objects.get(username="staf.bawaslu")
    client = signed_in("pleno")
    told_text = text(client.post(reverse("open_chosen"), {"pick": picks, "handler": colleague.pk}))
    assert "2 selesai, 0 ditolak" in told_text
    assert set(Matter.objects.filter(report__in=rows).values_list("handler", flat=True)) == {colleague.pk}
    again = text(client.post(reverse("open_chosen"), {"pick": picks, "handler": colleague.pk}))
    assert "0 selesai, 2 ditolak" in again
    staff = signed_in("staf.bawaslu").post(
        reverse("open_chosen"), {"pick": picks, "handler": User.objects.get(username="pleno").pk}
    )
    assert "tidak berperan di kantor Anda" in text(staff), "who may not assign opens for nobody else"


def test_kept_information_tells_its_reporter_what_is_missing_and_can_be_opened_later(
    signed_in: SignIn, city: None
) -> None:
    code, row = told()
    client = signed_in("staf.bawaslu")
    missing = client.post(reverse("keep_report", args=[row.pk]), {})
    assert "Pilih salah satu" in text(missing, 422)
    client.post(reverse("keep_report", args=[row.pk]), {"why": "no_act"})
    step = follow(code).steps[-1]
    assert step.code == "kept_for_later"
    assert "tempatnya belum disebut" in step.text()
    assert str(row.pk) not in client.get(reverse("inbox")).content.decode()
    assert str(row.pk) in client.get(f"{reverse('inbox')}?state=kept").content.decode()
    assert client.post(reverse("open_report", args=[row.pk])).status_code == 302


def test_many_are_kept_at_once_but_never_a_report_of_law(signed_in: SignIn, vault: None) -> None:
    _code, information = told()
    reporter = {"name": "Kamboja Contohwan", "address": "Jalan Contoh No. 1", "phone": "0800-0000-0001"}
    _code, formal = told(channel="report", reporter=reporter)
    answer = signed_in("staf.bawaslu").post(
        reverse("keep_chosen"), {"pick": [pick(information), pick(formal)], "why": "no_lead"}
    )
    shown = text(answer)
    assert "1 selesai, 1 ditolak" in shown
    assert "Laporan resmi selalu dikaji" in shown
    formal.refresh_from_db()
    assert formal.state == ReportState.NEW


def test_nothing_is_refused_silently(signed_in: SignIn, city: None) -> None:
    code, row = told()
    address = reverse("set_aside_report", args=[row.pk])
    assert signed_in("staf.bawaslu").get(address).status_code == 403, "who decides is the plenary"
    client = signed_in("pleno")
    other = Organisation.objects.filter(kind="bawaslu").exclude(pk=row.organisation_id).order_by("name")[0]
    incomplete = client.post(address, {"ground": "other_office", "reason": "Kota lain."})
    assert "Pilih kantor Bawaslu lain" in text(incomplete, 422)
    client.post(address, {"ground": "other_office", "office": other.pk, "reason": "Kota lain."})
    said = follow(code).steps[-1].text()
    assert other.name in said
    assert "Kota lain" not in said, "the reason of the office stays there"


def test_a_report_for_another_office_goes_the_way_of_a_transfer(signed_in: SignIn, vault: None) -> None:
    reporter = {"name": "Kamboja Contohwan", "address": "Jalan Contoh No. 1", "phone": "0800-0000-0001"}
    _code, row = told(channel="report", reporter=reporter)
    client = signed_in("pleno")
    assert "Limpahkan ke kantor lain" in text(client.get(reverse("received_report", args=[row.pk])))
    answer = client.post(reverse("send_report_on", args=[row.pk]))
    matter = Matter.objects.get(report=row)
    assert answer.headers["Location"] == reverse("verb", args=[matter.pk, "transfer"])
    assert client.get(answer.headers["Location"]).status_code == 200
    assert signed_in("staf.bawaslu").post(reverse("send_report_on", args=[row.pk])).status_code == 403


@pytest.mark.parametrize("who", ["pemeriksa.jejak", "admin", "auditor.bkn", "kustodian"])
def test_who_may_not_sees_nothing_of_the_desk(signed_in: SignIn, city: None, who: str) -> None:
    _code, row = told()
    client = signed_in(who)
    for name in ("join_report", "separate_report", "keep_report", "set_aside_report"):
        assert client.get(reverse(name, args=[row.pk])).status_code == 403, name
    for name in ("open_chosen", "keep_chosen", "group_chosen"):
        assert client.get(reverse(name), {"pick": pick(row)}).status_code == 403, name
    assert client.post(reverse("tell_apart", args=[row.pk, row.pk])).status_code == 403
    inbox = client.get(reverse("inbox"))
    assert str(row.pk) not in inbox.content.decode()


def test_from_one_report_to_the_next_without_going_back_to_the_list(signed_in: SignIn, city: None) -> None:
    rows = [told()[1] for _ in range(3)]
    client = signed_in("staf.bawaslu")
    listed = tree(client.get(f"{reverse('inbox')}?act=mobilise_asn"))
    first, second, _last = listed.xpath("//form[@class='picking']//tbody//th//a/@href")
    shown = tree(client.get(first))
    assert shown.xpath("//a[@rel='next']/@href") == [second]
    assert not shown.xpath("//a[@rel='prev']")
    assert shown.xpath("//a[@accesskey='u']/@href") == [f"{reverse('inbox')}?act=mobilise_asn"]
    assert not tree(client.get(reverse("received_report", args=[rows[0].pk]))).xpath("//nav[contains(@class,'walk')]")
    Report.objects.filter(pk__in=[row.pk for row in rows]).update(due_on=None)
    first, second, _last = tree(client.get(f"{reverse('inbox')}?act=mobilise_asn")).xpath(
        "//form[@class='picking']//tbody//th//a/@href"
    )
    assert tree(client.get(first)).xpath("//a[@rel='next']/@href") == [second], "without a deadline as well"


def test_what_is_no_box_of_the_list_is_refused(signed_in: SignIn, city: None) -> None:
    client = signed_in("staf.bawaslu")
    assert client.get(reverse("group_chosen"), {"pick": "x.y"}).status_code == 422
    assert "Pilih dahulu laporan" in text(client.get(reverse("group_chosen")), 422)


def test_who_must_step_aside_is_named_but_cannot_be_chosen(
    signed_in: SignIn, city: None, actor: Callable[[str], Actor]
) -> None:
    named = User.objects.get(username="staf.bawaslu")
    _code, row = told(reported=[{"role": "lurah", "name": named.name, "unit": None}])
    matter = open_matter(report=row, actor=actor("pleno"))
    client, address = signed_in("pleno"), reverse("verb", args=[matter.pk, "assign"])
    (option,) = tree(client.get(address)).xpath(f"//option[@value='{named.pk}']")
    assert option.get("disabled") is not None
    assert "berkepentingan" in option.text_content()
    forced = client.post(address, {"handler": named.pk, "reason": "x"})
    assert "tidak dapat menangani perkara ini" in text(forced)
    free = tree(client.get(address)).xpath("//select[@name='handler']/option[not(@disabled) and @value!='']")
    assert free, "the twin: others can be chosen"


def test_a_matter_of_nobody_is_taken_by_who_works_with_it(
    signed_in: SignIn, city: None, actor: Callable[[str], Actor]
) -> None:
    _code, row = told()
    matter = open_matter(report=row, actor=actor("pleno"))
    client, address = signed_in("staf.bawaslu"), reverse("verb", args=[matter.pk, "take"])
    assert client.get(address).status_code == 404, "it has somebody"
    Matter.objects.filter(pk=matter.pk).update(handler=None)
    assert "Tangani sendiri" in text(client.get(reverse("matter", args=[matter.pk])))
    assert client.post(address).status_code == 302
    matter.refresh_from_db()
    assert matter.handler is not None
    assert matter.handler.username == "staf.bawaslu"
