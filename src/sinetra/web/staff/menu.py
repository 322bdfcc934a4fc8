"""The staff menu: at most seven entries, each only for a role that may open it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import pgettext_lazy

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may
from sinetra.web.menu import LIMIT, Entry, address
from sinetra.web.staff.prevention.tabs import TABS

# Address name, word, action that the role must allow.
ENTRIES = (
    ("workspace", _lazy("Ruang kerja"), "workspace.read"),
    ("inbox", pgettext_lazy("menu", "Laporan"), "matter.read"),
    ("matters", _lazy("Perkara"), "matter.read"),
    ("vault", _lazy("Brankas"), "identity.open"),
    ("questions", _lazy("Nasihat"), "question.read"),
    ("activities", _lazy("Pencegahan"), "activity.read"),
    ("articles", _lazy("Artikel"), "article.read"),
    ("registry", pgettext_lazy("menu", "Register"), "registry.read"),
    ("audit", pgettext_lazy("menu", "Audit"), "audit.read"),
    ("accounts", _lazy("Akun"), "accounts.read"),
)

# Pages with an address of their own that belong to an entry.
ALSO = {
    "matters": ("recommendations", "nil_reports", "letter_house", "retention", "custody"),
    "questions": ("opinions", "mediations", "invitations"),
    "activities": (*(name for name, _word, _action in TABS if name != "activities"), "test_activities"),
    "articles": ("stories", "figures", "standings", "feeds", "watch_lists", "digest"),
    "audit": ("access_log", "retention", "breaches"),
    "accounts": ("office",),
}
# First words of addresses below the workspace that belong to an entry and have no page of their own.
INSIDE = {
    "workspace": ("ruang-kendali/",),
    "matters": ("surat/",),
    "activities": ("sesi/", "hadir/", "sertifikat/"),
    "articles": ("peristiwa/", "angka/"),
}


def entries(actor: Actor, path: str) -> list[Entry]:
    """The menu of ``actor`` seen from ``path``."""
    found = []
    for name, word, action in ENTRIES:
        url = address(name)
        if url and may(actor, action):
            # Every address of the staff begins with that of the workspace.
            own = () if name == "workspace" else (url,)
            begins = (*own, *filter(None, (address(other) for other in ALSO.get(name, ()))))
            begins += tuple(address("workspace") + part for part in INSIDE.get(name, ()))
            current = path == url or path.startswith(begins)
            found.append(Entry(text=str(word), url=url, current=current))
    return found[:LIMIT]
