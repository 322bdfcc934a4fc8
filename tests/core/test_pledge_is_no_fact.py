"""Not having signed a pledge is no fact in any case, decision or index: no module there reads who signed."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from blind import Blind

SOURCE = Path(__file__).resolve().parents[2] / "src" / "sinetra"
#: What decides about people or counts against a unit, and the pages and commands that show it.
BLIND = (
    "apps/cases",
    "apps/reports",
    "apps/advice",
    "apps/index",
    "apps/insight",
    "core/law",
    "core/casework",
    "core/index",
    "core/press",
    "apps/agreements",
)
REACHES = re.compile(
    r"PledgeSignature|pledge_?signature|PledgeText|pledge_?text|pledge_counts|unit_pledges", re.IGNORECASE
)
#: They name every model of their app and read no row.
DECLARES = re.compile(r"apps/prevention/(models/|migrations/|policies/|handlers\.py|apps\.py)")
SIGNED = Blind(folders=BLIND, reaches=REACHES, declares=DECLARES)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("blind") / "sinetra"
    shutil.copytree(SOURCE, folder, ignore=lambda _folder, names: [n for n in names if "." in n and n[-3:] != ".py"])
    return folder


def test_the_modules_that_are_looked_at_are_there():
    assert [folder for folder in BLIND if not (SOURCE / folder).is_dir()] == []
    assert REACHES.search((SOURCE / "apps/prevention/models/pledge.py").read_text(encoding="utf-8"))


def test_no_case_decision_or_index_reads_who_signed():
    assert SIGNED.readers(SOURCE) == []


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("apps/cases/selectors.py", "from sinetra.apps.prevention.models import PledgeSignature"),
        ("apps/cases/actions/close.py", "from sinetra.apps.prevention.selectors import pledge_counts"),
        ("apps/insight/suppress.py", "from sinetra.apps.prevention.selectors.unit_pledges import people"),
        ("apps/index/gather/staff_counts.py", "from sinetra.apps.prevention.models import PledgeSignature"),
        ("apps/insight/suppress.py", "import sinetra.apps.prevention.leader_first"),
        ("core/law/words.py", "def late(): from sinetra.apps.prevention.actions.sign_pledge import sign_pledge"),
        ("apps/reports/selectors.py", "model = apps.get_model('prevention', 'PledgeSignature')"),
        ("apps/advice/selectors.py", "SQL = 'SELECT 1 FROM prevention_pledgesignature'"),
    ],
)
def test_a_module_that_does_is_found(copy: Path, place: str, line: str):
    planted = copy / place
    original = planted.read_text(encoding="utf-8")
    planted.write_text(f"{original}\n{line}\n", encoding="utf-8")
    try:
        assert place in {found.split()[0] for found in SIGNED.readers(copy)}
    finally:
        planted.write_text(original, encoding="utf-8")


def test_one_that_does_by_way_of_another_is_found(copy: Path):
    helper = copy / "apps" / "base" / "looks_harmless.py"
    helper.write_text("from sinetra.apps.prevention.leader_first import must_wait\n", encoding="utf-8")
    planted = copy / "apps" / "cases" / "selectors.py"
    original = planted.read_text(encoding="utf-8")
    planted.write_text(f"{original}\nfrom sinetra.apps.base.looks_harmless import must_wait\n", encoding="utf-8")
    try:
        found = SIGNED.readers(copy)
    finally:
        planted.write_text(original, encoding="utf-8")
        helper.unlink()
    assert "apps/cases/selectors.py by apps/prevention/leader_first.py" in found
