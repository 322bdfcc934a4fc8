"""What a report may begin with, when a tile or another page leads to it. It travels sealed and ticks an act beforehand.

A topic proposes and never decides: the act stays to be changed, and is no heavier than the words of the tile.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _lazy

TOPIC = "perihal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    title: str | Promise
    acts: tuple[str, ...]


TOPICS: Mapping[str, Topic] = {
    # Contract 1: "decision or act that favours or harms" is as much as "refused or bent" says.
    "layanan": Topic(title=_lazy("Layanan ditolak atau dibedakan karena politik"), acts=("decision_benefit",)),
    "tekanan": Topic(title=_lazy("Ancaman, tekanan, atau tindakan balasan karena politik"), acts=("intimidation",)),
    "perintah": Topic(title=_lazy("Perintah atasan untuk memihak"), acts=("mobilise_asn",)),
}


def report_address(topic: str) -> str:
    """Where this report begins: here, at Bawaslu's installation, or nowhere (empty) when its address is not known."""
    if settings.SINETRA_PROFILE != "pemda":
        return f"{reverse('report')}?{urlencode({TOPIC: topic})}"
    return with_topic(settings.SINETRA_BAWASLU_URL, topic)


def with_topic(address: str, topic: str) -> str:
    """The address of another installation's report page; a topic that nobody knows is left out."""
    if not address or topic not in TOPICS:
        return address
    return f"{address}{'&' if '?' in address else '?'}{urlencode({TOPIC: topic})}"
