"""What a kind of event is called, and what an event is called where no accused person may be named."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.monitoring.models import Story
from sinetra.apps.monitoring.outside import outside_story_title

EVENT_TYPES: dict[str, str | Promise] = {
    "sosialisasi": _lazy("Sosialisasi"),
    "rakor/mou": _lazy("Rapat koordinasi atau kesepakatan"),
    "circular": _lazy("Surat edaran"),
    "alleged_violation": _lazy("Dugaan pelanggaran"),
    "decision/sanction": _lazy("Putusan atau sanksi"),
    "statistics": _lazy("Statistik"),
    "opinion": _lazy("Opini"),
    "other": _lazy("Lain-lain"),
}
# Headlines of these tell of a programme or a number. Others may name whom nobody has decided about.
_TITLED = frozenset(("sosialisasi", "rakor/mou", "circular", "statistics"))
_ACCUSING = frozenset(("alleged_violation", "decision/sanction"))


def type_word(code: str) -> str:
    return str(EVENT_TYPES.get(code, code))


def safe_title(story: Story) -> str:
    """The headline where it accuses nobody; else the kind of event and where.

    The kind may be read wrong, so accused persons are masked in a headline too. ``articles`` may have been prefetched.
    """
    if story.event_type in _TITLED:
        return outside_story_title(story)
    kind = _("Dugaan pelanggaran") if story.event_type in _ACCUSING else type_word(story.event_type)
    place = story.region.name if story.region else _("daerah tidak disebut")
    return _("%(kind)s di %(place)s") % {"kind": kind, "place": place} if story.region else f"{kind}, {place}"
