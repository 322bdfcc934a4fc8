"""After a full run nothing that was written says from where anybody came, with what, or who reported.

People file by page and by API, through proxies that tell everything, guess codes and send nonsense; staff sign in, read
and open a matter; the custodian opens a name. Then every octet of the installation is searched: database with its log,
log of the server, blobs, uploads, mail, keys, temporary files; on PostgreSQL every table.
"""

from __future__ import annotations

import json
import re
import secrets
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest
from bench.intake import filings
from bench.intake.client import Connection
from installation import PASSPHRASE, Installation
from leaks import binary_address, found, turned
from serving import Server
from whole import PHOTO

from sinetra.catalogue import ROOT
from sinetra.core.report_code import WordList
from sinetra.ports.limits import WRONG_CODES

REPORTER_AT, STAFF_AT, TOLD, TOLD_V6 = "127.0.0.77", "127.0.0.78", "203.0.113.177", "2001:db8:dead:beef::77"
BROWSER, OFFICE_BROWSER = "PenandaPeramban/7.7 (Ponsel Contoh)", "PenandaKantor/8.8"
TELLING = {
    "User_Agent": BROWSER,
    "X_Forwarded_For": f"{TOLD_V6}, {TOLD}",
    "X_Real_IP": TOLD,
    "Forwarded": f'for="[{TOLD_V6}]";by={TOLD}',
    "Cookie": "lacak=PenandaKuki77",
    "Referer": "https://penanda-asal.example/surat",
}
KEY = secrets.token_urlsafe(24)
WORDS: dict[str, str | bytes] = {
    "address of the connection": REPORTER_AT,
    "address of staff": STAFF_AT,
    "address by the proxy": TOLD,
    "address by the proxy, version 6": TOLD_V6,
    "address by the proxy, in octets": binary_address(TOLD_V6),
    "its network": "2001:db8:dead:beef",
    "browser": "PenandaPeramban",
    "browser of staff": "PenandaKantor",
    "cookie": "PenandaKuki77",
    "page before": "penanda-asal.example",
    "name": filings.REPORTER["name"],
    "home": filings.REPORTER["address"],
    "telephone": filings.REPORTER["phone"],
    "what was told": "kejadian rekaan untuk pengukuran",
    "secret key": KEY,
}
CAST = f"""
from sinetra.apps.accounts.demo import load_cast
from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.reports.actions import new_custodian_key
from sinetra.catalogue import ROOT
from django.core.management import call_command
call_command("collectstatic", verbosity=0, interactive=False)
load_cast(ROOT / "samples" / "cendana.yaml")
office = User.objects.select_related("organisation").get(username="kustodian").organisation
new_custodian_key(organisation=office, passphrase="{PASSPHRASE}", actor=SYSTEM)
"""
PLANTED = f"""
from ipaddress import ip_address
from datetime import UTC, datetime
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.models import OutboxTask
from sinetra.apps.registry.models import Organisation
last = AuditEntry.objects.order_by("organisation", "-seq").first()
last.pk, last.seq, last.detail = None, last.seq + 1, {{"note": "{filings.REPORTER["name"]}"}}
last.save()
OutboxTask.objects.create(name="x", key="x", payload={{"from": "{TOLD_V6}"}}, run_after=datetime.now(UTC))
Organisation.objects.filter(kind="bawaslu").update(public_key=ip_address("{TOLD_V6}").packed)
"""
_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


class Official:
    """Somebody of the office at a browser."""

    def __init__(self, server: Server, username: str) -> None:
        self._connection = HTTPConnection("127.0.0.1", server.port, timeout=120, source_address=(STAFF_AT, 0))
        self._cookies: dict[str, str] = {}
        wrong = {"username": username, "password": "bukan kata sandinya"}
        assert self.post("/kerja/id/masuk/", **wrong)[0] == 200, "a wrong password is noted by its name alone"
        assert self.post("/kerja/id/masuk/sebagai/", page="/kerja/id/masuk/", username=username)[0] == 302

    def get(self, path: str) -> str:
        status, page = self._ask("GET", path)
        assert status == 200, (path, status)
        return page

    def post(self, path: str, page: str = "", **fields: str) -> tuple[int, str]:
        """``page`` holds the form; without it the form is at ``path``."""
        hidden = dict(_HIDDEN.findall(self.get(page or path)))
        return self._ask("POST", path, urlencode(hidden | fields))

    def close(self) -> None:
        self._connection.close()

    def _ask(self, method: str, path: str, body: str = "") -> tuple[int, str]:
        told = {name.replace("_", "-"): value for name, value in TELLING.items()} | {"User-Agent": OFFICE_BROWSER}
        told |= {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        self._connection.request(method, path, body, told | {"Content-Type": "application/x-www-form-urlencoded"})
        answer = self._connection.getresponse()
        page = answer.read().decode(errors="replace")
        for line in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = line.partition(";")[0].partition("=")
            self._cookies[name] = value
        return answer.status, page


@pytest.fixture
def server(place: Installation) -> Iterator[Server]:
    (place.folder / "tmp").mkdir()
    demo = replace(place, profile="demo")
    demo.shell(CAST)
    made = Server(place=demo, environment={"TMPDIR": str(place.folder / "tmp"), "SINETRA_PROXIES": "1"})
    made.start()
    yield made
    made.stop()


def people_file(server: Server) -> str:
    """The code of one of the reports; more are filed, and much is sent that is wrong."""
    with Connection(server.url, source=REPORTER_AT, headers=TELLING) as visitor:
        evidence = [filings.send_photo(visitor, filings.photo(PHOTO))]
        status, body = visitor.ask("POST", filings.REPORTS, filings.content(KEY, evidence))
        assert status == 201, body
        code = str(json.loads(body)["code"])
        assert filings.walk(visitor) == ""
        assert visitor.ask("POST", filings.REPORTS, filings.content(KEY)[:-9])[0] == 422
        assert visitor.ask("POST", filings.REPORTS, filings.content("short"))[0] == 422
        assert visitor.ask("GET", "/id/tidak-ada/")[0] == 404
        assert visitor.ask("GET", "/api/v1/follow", x_report_code=code)[0] == 200
        statuses = {visitor.ask("GET", "/api/v1/follow", x_report_code=code_of(n))[0] for n in range(WRONG_CODES + 5)}
        assert statuses == {404, 429}, "the limits have seen where they came from"
        status, page = visitor.ask("POST", "/id/ikuti/", urlencode({"code": code}).encode(), filings.FORM_TYPE)
        assert status == 200
        view = {name: value for name, value in _HIDDEN.findall(page.decode()) if name == "view"}
        assert visitor.ask("POST", "/id/ikuti/", urlencode(view).encode(), filings.FORM_TYPE)[0] == 200
    return code


def code_of(number: int) -> str:
    """Well formed, and never given out."""
    return WordList.read(ROOT / "code_words.txt").code(bytes([number] * 32))


def the_office_works(server: Server) -> None:
    staff = Official(server, "staf.bawaslu")
    reports = set(re.findall(r"/kerja/id/laporan/([0-9a-f-]{36})/", staff.get("/kerja/id/laporan/")))
    assert len(reports) >= 2
    for report in reports:
        assert "kejadian rekaan" in staff.get(f"/kerja/id/laporan/{report}/")
        assert staff.post(f"/kerja/id/laporan/{report}/buka/", page=f"/kerja/id/laporan/{report}/")[0] == 302
    staff.close()
    custodian = Official(server, "kustodian")
    (name, *_) = set(re.findall(r"/kerja/id/brankas/([0-9a-f-]{36})/", custodian.get("/kerja/id/brankas/")))
    given = {"ground": "clarification", "reason": "Klarifikasi pelapor atas permintaan pleno.", "secret": PASSPHRASE}
    status, page = custodian.post(f"/kerja/id/brankas/{name}/", **given)
    assert status == 200
    assert filings.REPORTER["name"] in page, "the name was opened"
    custodian.close()


def test_nothing_that_was_written_says_who_reported_or_from_where_anybody_came(server: Server) -> None:
    place = server.place
    assert found(place, WORDS) == [], "the words are new to it"
    code = people_file(server)
    the_office_works(server)
    words = WORDS | {"code": code, "code with hyphens": code.replace(" ", "-"), "passphrase": PASSPHRASE}
    assert found(place, words) == []
    server.stop()
    assert found(place, words) == []
    assert place.sql("SELECT count(*) FROM reports_identity")[0][0] >= 2, "names were sealed"
    assert place.verify()["ok"]


def test_what_were_left_anywhere_would_be_found(place: Installation) -> None:
    place.shell(PLANTED)
    (place.folder / "server.log").write_text(f"GET /id/lapor/ {REPORTER_AT}\n")
    (place.folder / "tmp").mkdir()
    (place.folder / "tmp" / "upload").write_bytes(BROWSER.encode("utf-16-le"))
    (place.data / "blobs").mkdir(exist_ok=True)
    (place.data / "blobs" / "letter").write_bytes(b"1" + b64encode(b"ab" + str(filings.REPORTER["address"]).encode()))
    (place.data / f"{TOLD}.txt").touch()
    told = found(place, WORDS)
    database = "" if place.database_url else "sinetra.sqlite3"
    for name, where in {
        "address of the connection": "server.log",
        "browser": "upload",
        "home": "letter",
        "address by the proxy": f"the name of {TOLD}.txt",
        "name": database or "audit_auditentry",
        "address by the proxy, version 6": database or "base_outboxtask",
        "address by the proxy, in octets": database or "registry_organisation",
    }.items():
        assert any(line.startswith(f"{name} in {where}") for line in told), (name, told)


@pytest.mark.parametrize("before", range(4))
def test_base64_is_seen_wherever_the_word_begins(before: int) -> None:
    content = b64encode(b"x" * before + b"PenandaPeramban" + b"yz")
    assert any(form in content for form in turned("PenandaPeramban"))
