"""What the tests of invitations share: a form filled in, its code, the page behind the code, what the worker brings."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.test import Client
from django.urls import reverse
from lxml import html

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import field, tree

from sinetra.apps.base.models import OutboxTask
from sinetra.apps.invitations.actions import deliver
from sinetra.ports.clock import today

SignIn = Callable[[str], Client]
NAME = "Seroja Contohwati, Pjs Wali Kota Cendana"
ADVICE = {"stance": "with_limits", "text": "Dengarkan saja, tanpa atribut dan tanpa foto.", "norms": "skb2022.pd-7"}


def given(**changes: Any) -> dict[str, Any]:
    return {
        "do": "read",
        "whom": "self",
        "status": "acting_regional_head",
        "inviter": "Pasangan calon nomor urut 2",
        "target": "candidate",
        "capacity": "official",
        "event": "campaign",
        "event_on": (today("99.71") + timedelta(days=1)).isoformat(),
        "place": "Lapangan Damar",
        "asks": ["listen", "photo"],
        "text": "Diminta hadir mendengarkan visi dan misi, lalu berfoto bersama.",
        "name": NAME,
        **changes,
    }


def first(client: Client, **changes: Any) -> html.HtmlElement:
    """The reading page, or the form again with its errors."""
    page = tree(client.get(reverse("invite")))
    return tree(client.post(reverse("invite"), given(sealed=field(page, "sealed"), **changes)))


def recorded(client: Client, **changes: Any) -> str:
    """The code."""
    page = first(client, **changes)
    sent = tree(client.post(reverse("invite"), {"sealed": field(page, "sealed"), "do": "send"}))
    return " ".join(sent.xpath("//p[@id='invitation-code']/span/text()"))


def follow(code: str) -> html.HtmlElement:
    return tree(Client().post(reverse("follow_invitation"), {"code": code}))


def press(page: html.HtmlElement, do: str, **fields: str) -> html.HtmlElement:
    return tree(Client().post(reverse("follow_invitation"), {"view": field(page, "view"), "do": do, **fields}))


def brought() -> None:
    """What the worker does."""
    for task in OutboxTask.objects.filter(name="invitations.deliver"):
        deliver(task.payload["consultation"], task.payload["part"])
