"""Pages of the network: what is too large, too slow, leads inside or is not wanted is refused, and its twin comes."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path

import pytest

from sinetra.ports import fetch
from sinetra.ports.fetch import FetchFailed, HttpFetcher, Limits, cleaned
from sinetra.ports.net_addresses import may_ask, networks

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from press_site import Site, serving

HERE = networks(["127.0.0.1"])
FAST = Limits(octets=200_000, seconds=1.5, redirects=3, pause=0)


@pytest.fixture
def site() -> Iterator[tuple[type[Site], str]]:
    with serving() as found:
        yield found


@pytest.fixture
def ask() -> HttpFetcher:
    return HttpFetcher(allowed=HERE, limits=FAST)


def refused(ask: HttpFetcher, address: str) -> str:
    with pytest.raises(FetchFailed) as error:
        ask.get(address)
    return error.value.code


def test_a_page_comes_as_it_is_with_its_headers(site, ask):
    answer = ask.get(f"{site[1]}/berita")
    assert (answer.status, answer.media_type) == (200, "text/html")
    assert b"sosialisasi netralitas ASN" in answer.data
    assert site[0].asked == ["/robots.txt", "/berita"]
    assert all(agent.startswith("SinetraBot") for agent in site[0].agents)


@pytest.mark.parametrize(
    ("bad", "code", "good"),
    [
        ("besar", "too_large", "berita"),
        ("bom", "too_large", "padat"),
        ("tetes", "too_slow", "pelan"),
        ("tetes-kepala", "too_slow", "pelan"),
        ("putar", "too_many_redirects", "pindah"),
        ("terpotong", "no_answer", "padat"),
        ("hilang", "bad_status", "berita"),
    ],
)
def test_what_passes_a_limit_is_refused_and_its_twin_comes(site, ask, bad, code, good):
    started = time.monotonic()
    assert refused(ask, f"{site[1]}/{bad}") == code
    assert time.monotonic() - started < FAST.seconds + 0.5
    assert b"netralitas ASN" in ask.get(f"{site[1]}/{good}").data


def test_a_redirect_into_the_office_is_refused_and_one_to_an_allowed_place_is_followed(site, ask):
    with serving() as (inner, inside):
        site[0].elsewhere = inside.replace("127.0.0.1", "127.0.0.2") + "/berita"
        assert refused(ask, f"{site[1]}/keluar") == "private_address"
        assert inner.asked == []
        site[0].elsewhere = f"{inside}/berita"
        assert ask.get(f"{site[1]}/keluar").address == f"{inside}/berita"
    site[0].elsewhere = "file:///etc/passwd"
    assert refused(ask, f"{site[1]}/keluar") == "bad_address"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"])
def test_every_way_to_write_this_machine_is_refused_without_an_allow_list(site, host):
    port = site[1].rpartition(":")[2]
    assert refused(HttpFetcher(limits=FAST), f"http://{host}:{port}/berita") == "private_address"
    assert site[0].asked == []


def test_a_name_that_leads_inside_is_refused_and_looked_up_once(site, ask, monkeypatch):
    port = site[1].rpartition(":")[2]
    answers = [[ip_address("10.0.0.8")], [ip_address("127.0.0.1")], [ip_address("8.8.8.8"), ip_address("10.0.0.8")]]
    looked_up = []

    def resolver(host: str, _port: int) -> list:
        looked_up.append(host)
        return answers[min(len(looked_up), len(answers)) - 1]

    monkeypatch.setattr(fetch, "resolved", resolver)
    assert refused(ask, f"http://warta.contoh.id:{port}/berita") == "private_address"
    answers[:] = [[ip_address("127.0.0.1")]]
    looked_up.clear()
    assert ask.get(f"http://warta.contoh.id:{port}/berita").status == 200
    assert looked_up == ["warta.contoh.id"] * 2, "once for robots.txt, once for the page, never again to connect"
    answers[:] = [[ip_address("127.0.0.1"), ip_address("10.0.0.8")]]
    assert refused(ask, f"http://warta.contoh.id:{port}/berita") == "private_address", "one bad address is enough"


@pytest.mark.parametrize(
    "address",
    [
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "fe80::1",
        "::",
        "fd00:ec2::254",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::",
        "::ffff:10.0.0.1",
    ],
)
def test_no_inner_address_may_be_asked_unless_it_is_listed(address):
    assert not may_ask(ip_address(address), ())
    assert may_ask(ip_address(address), networks([address]))


@pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888", "64:ff9b::808:808"])
def test_public_addresses_may_be_asked(address):
    assert may_ask(ip_address(address), ())


@pytest.mark.parametrize(
    "address",
    [
        *("", "berita", "ftp://contoh.id/", "file:///etc/passwd", "http://", "http://u:p@contoh.id/"),
        *("http://a:99999/", "http://[::1/", "javascript:alert(1)", "http://contoh.id/" + "a" * 2000),
    ],
)
def test_an_address_of_another_kind_is_refused(ask, address):
    assert refused(ask, address) == "bad_address"


def test_a_line_break_in_an_address_makes_no_header():
    assert "\n" not in cleaned("http://contoh.id/a\r\nX-Y: 1")
    assert cleaned("http://contoh.id/a%20b?q=%C3%A9") == "http://contoh.id/a%20b?q=%C3%A9"


@pytest.mark.parametrize(
    ("status", "rules", "open_"),
    [
        (200, "User-agent: *\nDisallow: /berita", False),
        (200, "User-agent: SinetraBot\nDisallow: /", False),
        (200, "User-agent: *\nDisallow: /*ita$", False),
        (503, "", False),
        (200, "User-agent: *\nDisallow: /berita\nAllow: /berita", True),
        (200, "User-agent: LainBot\nDisallow: /", True),
        (200, "User-agent: *\nDisallow: /admin", True),
        (404, "", True),
    ],
)
def test_robots_are_respected(site, ask, status, rules, open_):
    site[0].robots = (status, rules)
    if open_:
        assert ask.get(f"{site[1]}/berita").status == 200
    else:
        assert refused(ask, f"{site[1]}/berita") == "refused_by_robots"
        assert "/berita" not in site[0].asked


def test_robots_hold_behind_a_redirect_too(site, ask):
    site[0].robots = (200, "User-agent: *\nDisallow: /berita")
    assert refused(ask, f"{site[1]}/pindah") == "refused_by_robots"


def test_an_unchanged_feed_is_not_sent_again(site, ask):
    first = ask.get(f"{site[1]}/rss")
    assert (first.etag, first.unchanged) == ('"satu"', False)
    again = ask.get(f"{site[1]}/rss", etag=first.etag)
    assert (again.unchanged, again.data) == (True, b"")
    assert ask.get(f"{site[1]}/rss", etag='"lain"').data


def test_a_host_is_left_in_peace_between_two_requests(site):
    ask = HttpFetcher(allowed=HERE, limits=Limits(pause=0.3, seconds=5))
    started = time.monotonic()
    ask.get(f"{site[1]}/berita")
    assert time.monotonic() - started >= 0.3
    assert refused(HttpFetcher(allowed=HERE, limits=Limits(pause=2, seconds=1)), f"{site[1]}/berita") == "too_slow"


def test_a_site_that_is_not_there_is_told(ask):
    with serving() as (_site, gone):
        pass
    assert refused(ask, f"{gone}/berita") == "no_answer"
    assert refused(ask, "http://tidak-ada.invalid/") == "no_host"


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """Signed by itself, for the name warta.contoh.id."""
    file = tmp_path / "warta.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"),
            *("-days", "2", "-subj", "/CN=warta.contoh.id", "-addext", "subjectAltName=DNS:warta.contoh.id"),
            *("-keyout", str(file), "-out", str(tmp_path / "only-certificate.pem")),
        ],
        check=True,
        capture_output=True,
    )
    file.write_text(file.read_text() + (tmp_path / "only-certificate.pem").read_text())
    return file


def test_over_tls_the_certificate_must_be_known_and_be_that_of_the_name(ask, certificate, monkeypatch):
    monkeypatch.setattr(fetch, "resolved", lambda host, port: [ip_address("127.0.0.1")])
    with serving(certificate) as (kind, address):
        secure = f"https://warta.contoh.id:{address.rpartition(':')[2]}"
        assert refused(ask, f"{secure}/berita") == "no_answer"
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate.with_name("only-certificate.pem")))
        assert ask.get(f"{secure}/berita").status == 200
        assert refused(ask, f"{secure}/tetes") == "too_slow", "the socket under TLS is shut too"
        assert refused(ask, f"{secure.replace('warta', 'lain')}/berita") == "no_answer"
        assert kind.asked == ["/robots.txt", "/berita", "/tetes"]
