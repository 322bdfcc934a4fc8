"""After a matter in which nothing was proven no page, search, export, file, figure or API finds the person.

Every address of the site is asked for, with what belongs to the matter in it, by whoever may ask. Before the matter is
cleared the same sweep finds the person: it would find what is left.
"""

from __future__ import annotations

import io
import json
import re
import sys
import zipfile
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.db.models import CharField, JSONField, TextField
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, reverse
from django.utils import translation
from pypdf import PdfReader

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from casework_rows import cleared_there, held, studied
from sinetra.api.urls import api
from sinetra.apps.base.actor import SYSTEM, Actor, reporter
from sinetra.apps.cases import actions as act
from sinetra.apps.cases.actions.check_requirements import Given
from sinetra.apps.cases.actions.issue_document import issue_document
from sinetra.apps.cases.actions.record_acknowledgement import Proof
from sinetra.apps.cases.actions.set_letter_house import House, set_letter_house
from sinetra.apps.cases.checklist import items
from sinetra.apps.cases.clarification.said import Invited, Session
from sinetra.apps.cases.letters.house import letters
from sinetra.apps.cases.models import (
    Clarification,
    Correction,
    Examination,
    FollowUpAnswer,
    HandOver,
    IssuedDocument,
    Matter,
    Recommendation,
    RecordedAnswer,
)
from sinetra.apps.cases.steps import moment
from sinetra.apps.cases.vocabulary import Direction, HandOverState, Outcome, ProofKind, Whom
from sinetra.apps.registry.exports import export_people, export_units
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.actions import file_report, write_message
from sinetra.apps.reports.intake import read_report
from sinetra.apps.reports.models import Report
from sinetra.core.casework.checklist import Answer
from sinetra.core.documents.signature_block import Capacity, SignatureBlock
from sinetra.core.law.words import Position, SubjectStatus
from sinetra.web.public.urls import urlpatterns as public_pages
from sinetra.web.staff.corrections.verbs import STEPS
from sinetra.web.staff.examinations.verb_table import VERBS as EXAMINATION
from sinetra.web.staff.urls import urlpatterns as staff_pages
from sinetra.web.staff.verb_table import VERBS

pytestmark = pytest.mark.django_db
NAME, UNIT = "Zamrud Contohpratama", "Balai Antah Contoh"
USERS = ("staf.bawaslu", "pleno", "auditor.bkn", "kustodian", "admin", "pemeriksa.jejak", "humas", "petugas.bkpsdm")
USERS += ("kepala.bkpsdm",)
OF_THE_MATTER = USERS[:3]
CHAIR = SignatureBlock(capacity=Capacity.OWN, title="Ketua", name="Akasia Contohwan")
# Where who was cleared is named on purpose: the letters that say so, and where they are written.
CLEARING = {"clearance", "correction", "exam_clearance"}
# The first word of an address, or the first two, and what its number is of.
KEPT_UNDER = {"perkara": Matter, "laporan": Report, "paket": HandOver, "surat": IssuedDocument}
KEPT_UNDER |= {"pembetulan-perkara": Correction, "klarifikasi": Clarification, "serah-terima": HandOver}
KEPT_UNDER |= {"rekomendasi": Recommendation, "serah-terima/catatan": RecordedAnswer, "paket/jawaban": FollowUpAnswer}
NAMED = {
    "verb": list(VERBS),
    "write_letter": [kind.id for kind in letters()],
    "correction_step": list(STEPS),
    "examination_verb": list(EXAMINATION),
    "statistics_csv": ["reports", "nil_reports"],
}
# Details of audit entries are kept apart and shown on no page; they go with the retention of the chain.
APART = {"audit.AuditEntry.detail"}
Find = Callable[[str], Actor]


@pytest.fixture
def matter(vault: None, actor: Find) -> Matter:
    """Told to BKN by a package and to another body by a letter, and acknowledged."""
    staff, plenary = actor("staf.bawaslu"), actor("pleno")
    set_letter_house(
        house=House(
            lines=(),
            address="",
            place="Cendana",
            paper="a4",
            nature="Biasa",
            copies=(),
            signature=CHAIR,
            pattern="{sequence}/{year}",
        ),
        year=2024,
        actor=plenary,
    )
    given = {
        "channel": "report",
        "what": f"{NAME} dari {UNIT} terlihat.",
        "happened_on": "2024-11-20",
        "known_on": "2024-11-21",
        "region": "99.71.01",
        "where": f"Halaman {UNIT}",
        "reported": [{"role": "lurah", "name": NAME, "unit": UNIT}],
        "acts": ["like"],
        "reporter": {"name": "Kamboja Contohwan", "address": "Jalan Contoh 1", "phone": "0800-0000-0001"},
        "idempotency_key": uuid4().hex,
    }
    filed = file_report(report=read_report(given))
    report = Report.objects.select_related("organisation").get(pk=filed.report_id)
    write_message(report=report, text=f"{NAME} terlihat lagi.", key=uuid4().hex, actor=reporter(report.pk))
    made = act.open_matter(report=report, actor=staff)
    act.start_study(matter=made, actor=staff)
    answers = {item.requirement.id: Given(answer=Answer.MET, note=f"{NAME} jelas.") for item in items(made)}
    act.check_requirements(matter=made, answers=answers, actor=staff)
    act.find_complete(matter=made, actor=staff)
    act.register(matter=made, actor=staff)
    invited = Invited(whom=Whom.REPORTED)
    session = Session(held_at=moment(None, made.region_id)[0], venue=UNIT)
    act.summon(matter=made, session=session, invited=invited, actor=staff)
    proven = ((f"{NAME} terlihat.", f"Foto dari {UNIT}."),)
    studied(made, staff, conclusion=f"{NAME} patut diduga.", proven=proven)
    held(made, plenary, reason=f"Tentang {NAME}.")
    entries = {"addressee": "Inspektorat Contoh", "summary": f"Tentang {NAME}.", "request": "Mohon diperiksa."}
    issue_document(matter=made, form="forwarding", actor=plenary, entries=entries)
    bkn = Organisation.objects.get(kind="bkn")
    sent = act.forward(matter=made, to=bkn, summary=f"Ringkasan tentang {NAME} di {UNIT}.", actor=staff)
    told_there = {"kind": ProofKind.SBT, "number": "SBT-1", "note": f"{NAME} disebut."}
    on = moment(None, made.region_id)[1]
    proof = Proof(answer=HandOverState.RETURNED, dated_on=on, **told_there)  # type: ignore[arg-type]
    recorded = act.record_acknowledgement(hand_over=sent, proof=proof, actor=staff)
    act.confirm_acknowledgement(record=recorded, accept=False, reason=f"Bukan tentang {NAME}.", actor=plenary)
    arrived = act.deliver(sent.pk, "package")
    assert arrived is not None
    act.acknowledge(hand_over=arrived, actor=actor("auditor.bkn"))
    act.deliver(arrived.pk, "reply")
    there = Matter.objects.select_related("organisation").get(pk=arrived.matter_id)
    told = {"status": SubjectStatus.PNS, "position": Position.LURAH, "note": f"{NAME} ada di daftar {UNIT}."}
    act.open_examination(matter=there, place=0, actor=actor("auditor.bkn"), **told)  # type: ignore[arg-type]
    return Matter.objects.select_related("report", "organisation").get(pk=made.pk)


def addresses(pattern: URLPattern) -> Iterator[tuple[str, dict[str, Any]]]:
    """With everything of the matter that can stand in it."""
    route, wanted = str(pattern.pattern), set(pattern.pattern.converters)
    first, second, *_rest = [*route.split("/"), ""]
    kept = KEPT_UNDER.get(f"{first}/{second}", KEPT_UNDER.get(first))
    keys: list[Any] = list(kept.objects.values_list("pk", flat=True)) if kept is not None else []
    choices = {
        "pk": keys,
        "name": NAMED.get(str(pattern.name), []),
        "examination": list(Examination.objects.values_list("pk", flat=True)),
    }
    if not wanted:
        yield route, {}
    elif wanted <= set(choices):
        for values in product(*(choices[name] for name in sorted(wanted))):
            yield route, dict(zip(sorted(wanted), values, strict=True))


def said(answer: Any) -> str:
    """What an answer tells, whatever its kind."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    kind = answer.headers.get("Content-Type", "")
    if content[:4] == b"%PDF":
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            return " ".join(
                re.sub("<[^>]+>", "", parts.read(name).decode(errors="replace")) for name in parts.namelist()
            )
    if "json" in kind:
        return json.dumps(json.loads(content), ensure_ascii=False)
    return str(content.decode(errors="replace"))


def names_them(text: str) -> bool:
    folded = " ".join(text.split())
    return NAME in folded or UNIT in folded


def of_clearing(route: str, given: dict[str, Any]) -> bool:
    if given.get("name") in CLEARING:
        return True
    row = IssuedDocument.objects.filter(pk=given["pk"]).first() if "pk" in given else None
    return row is not None and row.kind in CLEARING


def sweep(signed_in: Callable[[str], Client], *, users: tuple[str, ...] = USERS) -> set[str]:
    """Names of the addresses at which the person is found."""
    found: set[str] = set()
    searched = {"q": NAME, "cari": NAME, "nama": NAME}
    asked = 0
    with translation.override("id"):
        for username in users:
            client = signed_in(username)
            for pattern in staff_pages:
                for route, given in addresses(pattern):
                    if (given and username not in OF_THE_MATTER) or of_clearing(route, given):
                        continue
                    if pattern.name in {"sign_out", "sign_in_as"}:
                        continue
                    asked += 1
                    answer = client.get(reverse(pattern.name, kwargs=given), {} if given else searched)
                    # What one typed stands in the field of a search; only what is listed counts.
                    text = re.sub(r"<input[^>]*>", "", said(answer)).replace(f"?{searched}", "")
                    text = re.sub(r'(href|action)="[^"]*"', "", text)
                    if names_them(text):
                        found.add(f"{username} {pattern.name}")
    assert asked > 100 * len(users), "hardly anything was asked for"
    return found


def sweep_in_public() -> set[str]:
    """The same for who has not signed in, and for machines."""
    found: set[str] = set()
    searched = {"q": NAME, "cari": NAME, "nama": NAME}
    asked = 0
    with translation.override("id"):
        stranger = Client()
        for pattern in public_pages:
            for _route, given in addresses(pattern):
                try:
                    address = reverse(pattern.name, kwargs=given)
                except NoReverseMatch:
                    continue
                asked += 1
                text = re.sub(r"<input[^>]*>", "", said(stranger.get(address, searched)))
                if names_them(re.sub(r'(href|action)="[^"]*"', "", text)):
                    found.add(f"publik {pattern.name}")
        for address, ways in api.get_openapi_schema()["paths"].items():
            if "get" in ways and "{" not in address:
                asked += 1
                if names_them(said(stranger.get(address, {"kind": "x"}))):
                    found.add(f"api {address}")
    assert asked > 30, "hardly anything was asked for"
    return found


def in_the_tables() -> set[str]:
    """Columns in plain text that hold the name: what any query, export or figure to come could find."""
    found = set()
    for model in apps.get_models():
        if not model.__module__.startswith("sinetra."):
            continue
        for field in model._meta.concrete_fields:
            if isinstance(field, CharField | TextField | JSONField):
                for value in model._base_manager.values_list(field.name, flat=True).iterator():
                    if value and names_them(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)):
                        found.add(f"{model._meta.label}.{field.name}")
    return found - APART


def exports() -> str:
    files = (export(organisation=office, actor=SYSTEM) for office in Organisation.objects.all() for export in EXPORTS)
    return "\n".join(file.content.decode() for file in files)


EXPORTS = (export_people, export_units)


def clear(matter: Matter, actor: Find) -> None:
    """BKN wrote that nothing was proven, so it is closed; BKN corrected by package, the other body by letter."""
    staff, plenary = actor("staf.bawaslu"), actor("pleno")
    cleared_there(matter, staff)
    act.close(matter=matter, outcome=Outcome.NOT_PROVEN, actor=plenary)
    issue_document(matter=matter, form="clearance", actor=plenary)
    for row in Correction.objects.select_related("matter__report", "about").all():
        if row.body_kind:
            act.send_correction_package(correction=row, actor=staff)
            act.deliver_correction(row.pk, "package")
            continue
        letter = issue_document(matter=matter, form="correction", actor=plenary, entries={"addressee": row.body_name})
        act.send_correction(correction=row, number=letter.number, sent_on=row.since, actor=staff)


def test_before_it_is_cleared_the_sweep_finds_the_person_where_the_matter_is_handled(
    matter: Matter, signed_in: Callable[[str], Client]
) -> None:
    found = sweep(signed_in, users=("staf.bawaslu", "auditor.bkn"))
    for where in ("matter", "received_report", "report_talk", "package", "letter"):
        assert f"staf.bawaslu {where}" in found
    assert {"auditor.bkn matter", "auditor.bkn package", "staf.bawaslu letter_pdf", "staf.bawaslu letter_docx"} <= found
    assert in_the_tables() == set(), "names are sealed, whatever stands in the matter"


def test_after_it_is_cleared_nothing_finds_the_person(
    matter: Matter, signed_in: Callable[[str], Client], actor: Find
) -> None:
    clear(matter, actor)
    assert sweep(signed_in) | sweep_in_public() == set()
    assert in_the_tables() == set()
    assert not names_them(exports())
    row = Correction.objects.select_related("matter__report", "about").get(direction=Direction.INCOMING)
    act.accept_correction(correction=row, actor=actor("auditor.bkn"))
    assert sweep(signed_in, users=("auditor.bkn",)) == set(), "also when the receiver has closed it"


def test_a_reopened_matter_shows_again_who_it_is_about(
    matter: Matter, signed_in: Callable[[str], Client], actor: Find
) -> None:
    clear(matter, actor)
    given = {"ground": "new_evidence", "document": "BA 1/2024", "reason": "Rekaman baru."}
    act.reopen(matter=matter, actor=actor("pleno"), **given)  # type: ignore[arg-type]
    page = signed_in("staf.bawaslu").get(reverse("matter", args=[matter.pk]))
    assert names_them(said(page))
