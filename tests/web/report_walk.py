"""One person at the report form, page by page as a browser without JavaScript sends it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.test import Client

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import page_faults, tree_of

HERE = {"id": "/id/lapor/", "en": "/en/lapor/"}
STORY = "Akun yang disebut milik lurah menyukai unggahan pasangan calon."
ANSWERS: dict[str, dict[str, Any]] = {
    "channel": {"channel": "initial_information"},
    "what": {"what": STORY, "acts": ["like", "share"]},
    "when": {"happened_on": "2024-11-20", "known_on": "2024-11-21"},
    "where": {"region": "99.71.01", "where": "Lapangan Gaharu"},
    "who": {"role": "lurah", "name": "Teratai Contohsari", "unit": "Kelurahan Contoh"},
    "evidence": {},
    "reporter": {"name": "Kamboja Contohwan", "address": "Jalan Contoh No. 1", "phone": "0800-0000-0001"},
}
NAMED = ANSWERS | {"channel": {"channel": "report"}}
CONFIDENTIAL = NAMED | {"channel": {"channel": "confidential"}}


class Walk:
    """One person at the form: sends what stands on the page, with changes."""

    def __init__(self, language: str = "id", answers: dict[str, dict[str, Any]] = ANSWERS) -> None:
        self.client, self.address, self.answers = Client(), HERE[language], answers
        self._take(self.client.get(self.address))

    def _take(self, answer: Any) -> None:
        assert answer.status_code == 200
        assert "Set-Cookie" not in answer.headers
        assert "no-store" in answer.headers["Cache-Control"], "answers and code stay in no cache of a shared computer"
        assert not self.client.cookies
        self.answer = answer
        self.tree = tree_of(answer)
        self.sealed = self.tree.xpath("string(//input[@name='sealed']/@value)")
        self.page = self.tree.xpath("string(//input[@name='page']/@value)")

    def post(self, **fields: Any) -> Walk:
        given = {"sealed": self.sealed, "page": self.page} | fields
        self._take(self.client.post(self.address, given, headers={"Sec-Fetch-Site": "same-origin"}))
        return self

    def next(self, **fields: Any) -> Walk:
        """Answers the page that is open; ``fields`` instead of the usual answers."""
        return self.post(**(self.answers.get(self.page, {}) | fields))

    def to(self, page: str) -> Walk:
        for _ in range(8):
            if self.page == page:
                return self
            self.next()
        raise AssertionError(f"{page} is not on the way; the form stands at {self.page}: {self.faults}")

    @property
    def faults(self) -> list[str]:
        """The lines at the top of the page."""
        return page_faults(self.tree)

    @property
    def text(self) -> str:
        return " ".join(str(self.tree.text_content()).split())

    @property
    def code(self) -> str:
        return str(self.tree.xpath("string(//*[@id='report-code'])"))

    def typed(self) -> dict[str, Any]:
        """What stands in the fields, as the browser would send it again."""
        found: dict[str, Any] = {}
        for field in self.tree.xpath("//main//input[@name and not(@type='hidden')] | //main//textarea"):
            name, kind = field.get("name"), field.get("type", "textarea")
            if kind in {"radio", "checkbox"}:
                if field.get("checked") is not None:
                    found.setdefault(name, []).append(field.get("value"))
            else:
                found[name] = field.get("value", "") if field.tag == "input" else (field.text or "").lstrip("\n")
        return found


def draft_of(walk: Walk) -> str:
    return str(walk.tree.xpath("string(//*[@id='draft']/@data-blob)"))


def same(shown: dict[str, Any], given: dict[str, Any]) -> None:
    for name, value in given.items():
        expected = value if isinstance(value, list) else [value]
        assert (shown[name] if isinstance(shown[name], list) else [shown[name]]) == expected
