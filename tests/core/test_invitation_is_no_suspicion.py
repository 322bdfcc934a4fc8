"""No suspicion follows from asking: no report, case, figure, index or press register reads an invitation.

Who advises is Bawaslu, too, so this holds for its casework above all. What carries a package in (a page, the API) hands
it to the app of invitations and to nothing else.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from blind import Blind

SOURCE = Path(__file__).resolve().parents[2] / "src" / "sinetra"
ASKED = Blind(
    folders=(
        "apps/cases",
        "apps/reports",
        "apps/evidence",
        "apps/monitoring",
        "apps/index",
        "apps/insight",
        "apps/agreements",
        "apps/careers",
        "apps/prevention",
        "apps/registry",
        "core/law",
        "core/casework",
        "core/index",
        "core/press",
        "web/public/statistics.py",
        "web/staff/inbox.py",
        "web/staff/triage",
        "web/staff/matters.py",
    ),
    reaches=re.compile(
        r"apps\.invitations|invitations_(invitation|consultation)"
        r"|['\"]invitations['\"], *['\"](Invitation|Consultation)",
        re.IGNORECASE,
    ),
    declares=re.compile(r"apps/invitations/(models/|migrations/|policies\.py|handlers\.py|apps\.py)|settings/"),
)


def test_the_modules_that_are_looked_at_are_there():
    assert [name for name in ASKED.folders if not (SOURCE / name).exists()] == []
    assert ASKED.reaches.search((SOURCE / "apps/invitations/selectors.py").read_text(encoding="utf-8"))


def test_no_report_case_figure_or_index_reads_an_invitation():
    assert ASKED.readers(SOURCE) == []


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("blind") / "sinetra"
    shutil.copytree(SOURCE, folder, ignore=lambda _folder, names: [n for n in names if "." in n and n[-3:] != ".py"])
    return folder


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("apps/cases/selectors.py", "from sinetra.apps.invitations.models import Invitation"),
        ("apps/reports/selectors.py", "model = apps.get_model('invitations', 'Consultation')"),
        ("core/law/words.py", "def late(): from sinetra.apps.invitations.told import Told"),
        ("web/public/statistics.py", "from sinetra.web.invitation_view import read"),
    ],
)
def test_a_module_that_does_is_found(copy: Path, place: str, line: str):
    planted = copy / place
    original = planted.read_text(encoding="utf-8")
    planted.write_text(f"{original}\n{line}\n", encoding="utf-8")
    try:
        assert place in {found.split()[0] for found in ASKED.readers(copy)}
    finally:
        planted.write_text(original, encoding="utf-8")
