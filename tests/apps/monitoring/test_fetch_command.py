"""``sinetra press fetch URL`` against a real site: what is stored, what is printed, and the exit codes."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sinetra.apps.base.actor import Actor
from sinetra.apps.monitoring import internet, selectors
from sinetra.apps.monitoring.models import Article
from sinetra.apps.registry.models import Organisation
from sinetra.cli.main import main
from sinetra.ports.fetch import HttpFetcher, Limits
from sinetra.ports.net_addresses import networks

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from press_site import PAGE, Site, serving

pytestmark = pytest.mark.django_db
HERE = networks(["127.0.0.1"])


@pytest.fixture
def site(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[type[Site], str]]:
    """The installation has internet, and the site of the test is on its allow list."""
    settings.SINETRA_INTERNET, settings.SINETRA_FETCH_ALLOW = True, HERE
    patient = HttpFetcher(allowed=HERE, limits=Limits(octets=200_000, pause=0, seconds=5))
    monkeypatch.setattr(internet, "_fetcher", lambda allowed: patient if allowed else HttpFetcher())
    with serving() as found:
        yield found


@pytest.fixture
def office(press: Actor) -> str:
    return Organisation.objects.get(pk=press.organisation_id).name


def fetch(url: str, office: str, *more: str) -> int:
    return main(["press", "fetch", url, "--organisation", office, *more])


def test_a_page_is_stored_with_its_capture_and_its_id_is_printed(press: Actor, office, site, capsys) -> None:
    assert fetch(f"{site[1]}/latin", office) == 0
    out, err = capsys.readouterr()
    article = Article.objects.get()
    assert (out, err) == (f"{article.pk}\n", "")
    assert (article.came_by, article.address) == ("address", f"{site[1]}/latin")
    assert selectors.capture(article) == PAGE.encode("cp1252")
    assert article.story is not None
    assert selectors.article(press, article.pk) == article
    assert site[0].asked == ["/robots.txt", "/latin"]


def test_the_same_page_again_gives_the_same_id_and_stores_nothing(office: str, site, capsys) -> None:
    fetch(f"{site[1]}/berita", office, "--json")
    first = json.loads(capsys.readouterr().out)
    assert (first["title"], first["new"], first["joined"]) == ("Pemkot Ingatkan Netralitas", True, False)
    # The second address leads to the same bytes.
    for path in ("berita#atas", "pindah"):
        assert fetch(f"{site[1]}/{path}", office, "--json") == 0
        assert json.loads(capsys.readouterr().out) == first | {"new": False}, path
    assert fetch(f"{site[1]}/berita", office) == 0
    assert "sudah ada" in capsys.readouterr().err
    assert Article.objects.count() == 1


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("hilang", "404"),
        ("besar", "lebih besar dari"),
        ("putar", "mengalihkan"),
        ("gambar", "text/html"),
    ],
)
def test_what_the_site_does_wrong_is_one_line_and_nothing_is_stored(office: str, site, capsys, path, said) -> None:
    assert fetch(f"{site[1]}/{path}", office) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert said in err
    assert not Article.objects.exists()


def test_robots_txt_is_respected(office: str, site, capsys) -> None:
    site[0].robots = (200, "User-agent: *\nDisallow: /berita")
    assert fetch(f"{site[1]}/berita", office) == 2
    assert "robots.txt" in capsys.readouterr().err
    assert site[0].asked == ["/robots.txt"]
    assert fetch(f"{site[1]}/latin", office) == 0


def test_an_address_of_a_network_inside_is_refused(office: str, site, capsys, settings: Any) -> None:
    settings.SINETRA_FETCH_ALLOW = ()
    assert fetch(f"{site[1]}/berita", office) == 2
    assert "jaringan dalam" in capsys.readouterr().err
    assert site[0].asked == []


@pytest.mark.parametrize("url", ["berita", "ftp://contoh.id/a", "http://nama:sandi@contoh.id/"])
def test_what_is_no_address_is_named_with_what_is_accepted(office: str, site, capsys, url: str) -> None:
    assert fetch(url, office) == 2
    assert capsys.readouterr().err.startswith("URL: Tulis alamat halaman yang diawali http:// atau https://")


def test_without_internet_nothing_is_asked_for(office: str, site, capsys, settings: Any) -> None:
    settings.SINETRA_INTERNET = False
    assert fetch(f"{site[1]}/berita", office) == 2
    assert "tidak memakai internet" in capsys.readouterr().err
    assert site[0].asked == []


def test_with_several_offices_one_must_be_named(office: str, site, capsys) -> None:
    assert main(["press", "fetch", f"{site[1]}/berita"]) == 2
    assert office in capsys.readouterr().err
    assert site[0].asked == []
