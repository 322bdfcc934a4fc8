"""Tracks on pages: each with its route and its own buttons, forwarded one by one; the reporter reads no name."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import tree_of, words

from casework_rows import decided, registered
from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.actions import forward_track, open_matter
from sinetra.apps.cases.models import HandOver, Matter, Track
from sinetra.apps.cases.vocabulary import TrackState
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.actions import file_report
from sinetra.apps.reports.intake import read_report
from sinetra.apps.reports.models import Report
from sinetra.core.law.words import Track as Kind
from sinetra.ports.clock import legal_clock

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
ActorOf = Callable[[str], Actor]
NAMED, SUMMARY = "Teratai Contohsari", "Ringkasan kajian kantor ini."


@pytest.fixture
def filed(vault: None) -> tuple[str, Report]:
    given = {
        "channel": "report",
        "what": "Kata-kata pelapor sendiri.",
        "happened_on": legal_clock().today().isoformat(),
        "known_on": legal_clock().today().isoformat(),
        "region": "99.71",
        "where": "Lapangan Contoh",
        "reported": [{"role": "lurah", "name": NAMED, "unit": None}],
        "acts": ["like"],
        "reporter": {"name": "Kamboja Contohwan", "address": "Jalan Contoh Nomor 1"},
        "idempotency_key": secrets.token_urlsafe(16),
    }
    made = file_report(report=read_report(given))
    return made.code, Report.objects.select_related("organisation").get(pk=made.report_id)


@pytest.fixture
def matter(filed: tuple[str, Report], actor: ActorOf) -> Matter:
    """The plenary has decided on two tracks: discipline and the offence."""
    made = registered(open_matter(report=filed[1], actor=actor("staf.bawaslu")), actor("staf.bawaslu"))
    tracks = (Kind.DISCIPLINE, Kind.CRIMINAL)
    return decided(made, actor("pleno"), by=actor("staf.bawaslu"), tracks=tracks)


def track(matter: Matter, kind: Kind) -> Track:
    return Track.objects.select_related("matter__organisation", "matter__report").get(matter=matter, kind=kind)


def section(client: Client, matter: Matter) -> Any:
    (found,) = tree_of(client.get(reverse("matter", args=[matter.pk]))).xpath("//section[@aria-labelledby='jalur']")
    return found


def address(matter: Matter, verb: str, kind: Kind) -> str:
    return f"{reverse('verb', args=[matter.pk, verb])}?track={track(matter, kind).pk}"


def test_the_matter_shows_each_track_with_its_route_its_clock_and_what_comes_next(
    signed_in: SignIn, matter: Matter
) -> None:
    told = words(section(signed_in("staf.bawaslu"), matter))
    for said in ("Disiplin – PNS", "Pidana", "BKN", "Sentra Gakkumdu", "pengadilan", "rekomendasi", "penerusan"):
        assert said in told
    assert "UU 1/2015 pasal 135 ayat (2) (terverifikasi)" in told
    assert "Penerusan tindak pidana ke penyidik" in told, "the deadline of the track stands with the track"
    assert "Teruskan kepada penerimanya." in told


def test_staff_forward_and_only_the_plenary_gives_a_track_up(signed_in: SignIn, matter: Matter) -> None:
    def links(username: str) -> set[str]:
        return {href.split("/")[-2] for href in section(signed_in(username), matter).xpath(".//a[@class]/@href")}

    assert links("staf.bawaslu") == {"forward"}
    assert links("pleno") == {"forward", "give_up_track"}
    staff = signed_in("staf.bawaslu")
    assert staff.get(address(matter, "give_up_track", Kind.CRIMINAL)).status_code == 404
    assert staff.post(reverse("verb", args=[matter.pk, "give_up_track"]), {"reason": "x"}).status_code == 404
    bkn = signed_in("auditor.bkn")
    assert bkn.get(address(matter, "forward", Kind.CRIMINAL)).status_code == 404


def test_the_page_of_forwarding_offers_the_receivers_of_the_chosen_track(signed_in: SignIn, matter: Matter) -> None:
    client = signed_in("staf.bawaslu")
    page = tree_of(client.get(address(matter, "forward", Kind.DISCIPLINE)))
    bkn = Organisation.objects.get(kind="bkn", is_demo=True)
    assert page.xpath("//select[@name='to']/option[@value!='']/@value") == [str(bkn.pk)]
    assert page.xpath("//input[@name='track'][@checked]/@value") == [str(track(matter, Kind.DISCIPLINE).pk)]
    told = words(page)
    assert "kepada BKN: rekomendasi; yang memutus PPK (kepegawaian)" in told
    assert "berlaku pada" in told
    nothing = client.post(reverse("verb", args=[matter.pk, "forward"]), {"summary": SUMMARY})
    assert nothing.status_code == 200
    assert "Pilih jalurnya." in words(tree_of(nothing))
    assert SUMMARY in nothing.content.decode(), "what was typed stays"


def test_one_track_is_forwarded_and_the_other_waits(signed_in: SignIn, matter: Matter) -> None:
    client, bkn = signed_in("staf.bawaslu"), Organisation.objects.get(kind="bkn", is_demo=True)
    given = {"track": str(track(matter, Kind.DISCIPLINE).pk), "to": str(bkn.pk), "summary": SUMMARY}
    assert client.post(reverse("verb", args=[matter.pk, "forward"]), given).status_code == 302
    assert track(matter, Kind.DISCIPLINE).state == TrackState.SENT
    assert track(matter, Kind.CRIMINAL).state == TrackState.OPEN
    told = words(section(client, matter))
    assert "menunggu jawaban penerima" in told
    assert "menunggu diteruskan" in told
    again = client.post(reverse("verb", args=[matter.pk, "forward"]), given)
    assert again.status_code == 200
    assert "sudah berubah" in words(tree_of(again))
    assert HandOver.objects.filter(matter=matter).count() == 1


def test_where_nobody_in_the_register_receives_a_track_the_page_says_what_to_do(
    signed_in: SignIn, matter: Matter
) -> None:
    page = tree_of(signed_in("staf.bawaslu").get(address(matter, "forward", Kind.CRIMINAL)))
    options = page.xpath("//select[@name='to']/option[@value!='']")
    assert options or "Minta admin menambahkannya" in words(page)


def test_the_plenary_gives_one_track_up_with_a_reason(signed_in: SignIn, matter: Matter) -> None:
    client, at = signed_in("pleno"), address(matter, "give_up_track", Kind.CRIMINAL)
    given = {"track": str(track(matter, Kind.CRIMINAL).pk), "reason": ""}
    assert "Tuliskan alasannya." in words(tree_of(client.post(at, given)))
    assert client.post(at, given | {"reason": "Bukti kurang."}).status_code == 302
    assert "Tidak dilanjutkan pada jalur ini" in words(section(client, matter))


def test_the_reporter_reads_where_each_track_stands_and_never_a_name(
    client: Client, filed: tuple[str, Report], matter: Matter, actor: ActorOf
) -> None:
    bkn = Organisation.objects.get(kind="bkn", is_demo=True)
    forward_track(track=track(matter, Kind.DISCIPLINE), to=bkn, summary=SUMMARY, actor=actor("staf.bawaslu"))
    page = tree_of(client.post(reverse("follow"), {"code": filed[0]}))
    lines = {words(line.find("dt")): words(line.find("dd")) for line in page.xpath("//dl[@class='pairs']/div")}
    assert lines == {
        "Disiplin": "menunggu jawaban penerima kepada BKN, sebagai rekomendasi",
        "Pidana": "menunggu diteruskan kepada Sentra Gakkumdu, sebagai penerusan",
    }
    told = words(page)
    assert NAMED not in told
    assert SUMMARY not in told
