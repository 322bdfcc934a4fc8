"""A report, its matter in each state, and the page that its code opens."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import page_faults, tree_of

from casework_rows import checked
from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.actions import ask_repair, close, open_matter, start_study
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.vocabulary import Outcome
from sinetra.apps.reports.actions import Filed, file_report
from sinetra.apps.reports.intake import read_report
from sinetra.apps.reports.models import Report

Find = Callable[[str], Actor]
PATHS = {"id": "/id/ikuti/", "en": "/en/ikuti/"}
FORMAL = {"channel": "report", "reporter": {"name": "Kamboja Contohwan", "address": "Jalan Contoh 1"}}


def filed(**changes: Any) -> Filed:
    given = {
        "channel": "initial_information",
        "what": "Kata-kata pelapor sendiri.",
        "happened_on": "2024-11-20",
        "known_on": "2024-11-21",
        "region": "99.71.01",
        "where": "Lapangan Contoh",
        "reported": [{"role": "lurah", "name": "Teratai Contohsari", "unit": None}],
        "acts": ["like"],
        "reporter": None,
        "idempotency_key": secrets.token_urlsafe(24),
    }
    return file_report(report=read_report(given | changes))


class Page:
    def __init__(self, answer: Any) -> None:
        assert answer.status_code == 200, answer.status_code
        assert "Set-Cookie" not in answer.headers
        self.answer = answer
        self.tree = tree_of(answer)
        self.token = self.tree.xpath("string(//input[@name='view']/@value)")
        self.steps = [item.text_content() for item in self.tree.xpath("//ol[contains(@class, 'timeline')]/li")]
        self.faults = page_faults(self.tree)
        self.text = " ".join(self.tree.text_content().split())


def report_of(answer: Filed) -> Report:
    return Report.objects.select_related("organisation").get(pk=answer.report_id)


def opened(answer: Filed, actor: Find) -> Matter:
    return open_matter(report=report_of(answer), actor=actor("staf.bawaslu"))


def closed(answer: Filed, actor: Find) -> Matter:
    return close(matter=opened(answer, actor), outcome=Outcome.NOT_PROVEN, actor=actor("pleno"))


def asked(answer: Filed, actor: Find, *gaps: str) -> Matter:
    staff = actor("staf.bawaslu")
    matter = start_study(matter=opened(answer, actor), actor=staff)
    ask_repair(matter=checked(matter, staff, but=gaps or ("evidence",)), actor=staff)
    return matter
