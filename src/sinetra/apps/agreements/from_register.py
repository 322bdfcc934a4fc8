"""What the register says of somebody who is asked about, to begin a disclosure with. A person looks at it before."""

from __future__ import annotations

from collections.abc import Mapping

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import visible
from sinetra.apps.registry.models import Person
from sinetra.core.law.said import STATUSES


def known_values(actor: Actor, line: str) -> Mapping[str, str]:
    """By code of the field; ``line`` is a name, or name, comma, position. Nothing for a namesake, or for nobody."""
    name = line.split(",", 1)[0].strip()
    found = list(visible(actor, Person).filter(name=name, is_active=True).select_related("unit")[:2])
    if len(found) != 1:
        return {}
    person = found[0]
    said = {
        "name": person.name,
        "number": person.nip,
        "status": STATUSES.get(person.status, ""),
        "position": person.position_title,
        "unit": person.unit.name if person.unit else "",
    }
    return {code: text for code, text in said.items() if text}
