"""The pages of study and plenary: facts, findings of the law engine, decisions, votes, dissent."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import text_of, tree_of
from staff_pages import fields_of, plenary_of, study_of

from casework_rows import all_for, registered, studied
from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.actions import open_matter
from sinetra.apps.cases.models import Matter, Plenary, Study
from sinetra.apps.cases.studies import opened
from sinetra.apps.reports.models import Report
from sinetra.ports.clock import today

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
ActorOf = Callable[[str], Actor]
TYPED = "Foto itu dari acara keluarga, bukan kampanye."


@pytest.fixture
def matter(reports: None, actor: ActorOf) -> Matter:
    report = Report.objects.select_related("organisation", "region").filter(state="new", kept_as="report")[0]
    return registered(open_matter(report=report, actor=actor("staf.bawaslu")), actor("staf.bawaslu"))


def address(matter: Matter) -> str:
    return reverse("study", args=[matter.pk])


def test_the_page_asks_first_for_the_status_and_shows_the_findings_when_it_is_said(signed_in: SignIn, matter: Matter):
    client = signed_in("staf.bawaslu")
    first = client.get(address(matter))
    assert first.status_code == 200
    assert not tree_of(first).xpath("//input[starts-with(@name, 'ruling_')]")
    lacking = client.post(address(matter), fields_of(first) | {"do": "examine"})
    assert "Pilih statusnya" in text_of(lacking)
    assert not tree_of(lacking).xpath("//input[starts-with(@name, 'ruling_')]")
    given = fields_of(first) | {"p0.status": "pns", "do": "examine"}
    found = client.post(address(matter), given)
    assert tree_of(found).xpath("//input[starts-with(@name, 'ruling_')]")
    assert not tree_of(found).xpath("//*[@role='alert']"), "nothing is wrong before it is stored"
    assert not Study.objects.exclude(matter__closed_at=None).filter(matter=matter).exists()


def test_what_is_overruled_needs_a_reason_and_what_was_typed_stays(signed_in: SignIn, matter: Matter):
    client = signed_in("staf.bawaslu")
    asked = client.post(address(matter), fields_of(client.get(address(matter))) | {"p0.status": "pns"})
    rulings = tree_of(asked).xpath("//input[starts-with(@name, 'ruling_')]/@name")
    given = fields_of(asked) | {str(name): "overruled" for name in rulings} | {"conclusion": TYPED, "do": "save"}
    refused = client.post(address(matter), given)
    assert "Tuliskan mengapa temuan ini dikesampingkan" in text_of(refused)
    assert "Pilih satu saran" in text_of(refused)
    assert TYPED in text_of(refused)
    assert not Study.objects.filter(matter=matter).exists()
    reasons = {str(name).replace("ruling_", "reason_", 1): TYPED for name in rulings}
    half = {"fact_1": "Unggahan itu ada.", "added_1": "skb2022.pd-7", "proposal": "not_proven"}
    refused = client.post(address(matter), given | reasons | half)
    assert "Tuliskan buktinya" in text_of(refused)
    assert "Tuliskan mengapa norma ini berlaku" in text_of(refused)
    whole = {"evidence_1": "Tangkapan layar.", "why_1": "Ada tanda dukungan."}
    assert client.post(address(matter), given | reasons | half | whole).status_code == 302
    view = opened(Study.objects.get(matter=matter))
    assert {item["reason"] for item in view.findings} == {TYPED}
    assert [item["norm"] for item in view.added] == ["skb2022.pd-7"]
    shown = text_of(client.get(reverse("matter", args=[matter.pk])))
    assert "dikesampingkan" in shown
    assert "Tangkapan layar." in shown


def test_a_correction_begins_with_what_was_written_and_keeps_the_version_before(signed_in: SignIn, matter: Matter):
    client = signed_in("staf.bawaslu")
    assert study_of(client, matter, fact_1="Ada.", evidence_1="Foto.").status_code == 302
    again = client.get(address(matter))
    given = fields_of(again)
    assert (given["conclusion"], given["fact_1"], given["p0.status"]) == (["Patut diduga terjadi."], ["Ada."], ["pns"])
    assert client.post(address(matter), given | {"conclusion": TYPED, "do": "save"}).status_code == 302
    editions = [opened(row).conclusion for row in Study.objects.filter(matter=matter).order_by("edition")]
    assert editions == ["Patut diduga terjadi.", TYPED]
    stale = client.post(address(matter), given | {"conclusion": "Lain.", "do": "save"})
    assert stale.status_code == 409
    assert "Lain." in text_of(stale)


def test_an_act_and_a_fact_that_were_added_stay(signed_in: SignIn, matter: Matter):
    client = signed_in("staf.bawaslu")
    given = fields_of(client.get(address(matter))) | {"p0.status": "pns", "more_act": "like"}
    asked = client.post(address(matter), given)
    assert "like" in fields_of(asked)["acts"]
    answered = client.post(address(matter), fields_of(asked) | {"a.like.target": "candidate"})
    assert fields_of(answered)["a.like.target"] == ["candidate"]
    verdicts = tree_of(answered).xpath("//input[starts-with(@name, 'ruling_0-like-skb2022.pd-6')]/@name")
    assert verdicts, "a fact that was answered goes to the engine"
    assert all(str(name).endswith("-met") for name in verdicts)
    nothing = {name: value for name, value in given.items() if name not in {"acts", "more_act"}}
    assert "Pilih paling sedikit satu perbuatan" in text_of(client.post(address(matter), nothing))


@pytest.mark.parametrize("username", ["auditor.bkn", "kustodian", "admin", "ppk", "orang.luar"])
def test_nobody_else_opens_the_study(signed_in: SignIn, matter: Matter, username: str):
    for answer in (signed_in(username).get(address(matter)), signed_in(username).post(address(matter), {"do": "save"})):
        assert answer.status_code in {403, 404}
    assert not Study.objects.filter(matter=matter).exists()


def test_the_plenary_is_recorded_with_votes_and_dissent_and_shown(signed_in: SignIn, matter: Matter, actor: ActorOf):
    studied(matter, actor("staf.bawaslu"))
    client = signed_in("pleno")
    page = client.get(reverse("verb", args=[matter.pk, "hold_plenary"]))
    assert "2 dari 3 anggota" in text_of(page)
    assert "perlu dicek" in text_of(page), "how far the rule was read"
    (first, *_others) = all_for(matter, today("99.71"))
    dissent = {f"vote_{first.hex}": "against", f"dissent_{first.hex}": TYPED}
    assert plenary_of(client, matter, **dissent).status_code == 302
    shown = text_of(client.get(reverse("matter", args=[matter.pk])))
    assert TYPED in shown
    assert "tidak setuju" in shown
    assert "Disiplin" in shown
    assert Plenary.objects.get(matter=matter).decision == "proven"


def test_without_quorum_or_majority_the_page_says_so_and_nothing_is_decided(
    signed_in: SignIn, matter: Matter, actor: ActorOf
):
    studied(matter, actor("staf.bawaslu"))
    first, second, third = (f"vote_{key.hex}" for key in all_for(matter, today("99.71")))
    client = signed_in("pleno")
    alone = plenary_of(client, matter, reason=TYPED, **{second: "absent", third: "absent"})
    assert "Belum kuorum: ikut 1 dari 3 anggota, perlu 2" in text_of(alone)
    assert TYPED in text_of(alone)
    tied = plenary_of(client, matter, **{second: "against", third: "abstain"})
    assert "Suara sama banyak" in text_of(tied)
    lost = plenary_of(client, matter, **{first: "against", second: "against"})
    assert "belum suara terbanyak" in text_of(lost)
    assert "Pilih jalur yang dibuka" in text_of(plenary_of(client, matter, tracks=[]))
    assert not Plenary.objects.filter(matter=matter).exists()
    matter.refresh_from_db()
    assert matter.state == "study"


def test_two_clicks_make_one_plenary_and_the_second_is_told(signed_in: SignIn, matter: Matter, actor: ActorOf):
    studied(matter, actor("staf.bawaslu"))
    client, chair = signed_in("pleno"), signed_in("ketua.bawaslu")
    assert plenary_of(client, matter).status_code == 302
    given = {f"vote_{key.hex}": "for" for key in all_for(matter, today("99.71"))}
    late = chair.post(reverse("verb", args=[matter.pk, "hold_plenary"]), given | {"reason": TYPED})
    assert late.status_code == 409
    assert "tidak mungkin lagi" in text_of(late)
    assert TYPED in text_of(late)
    assert Plenary.objects.filter(matter=matter).count() == 1
