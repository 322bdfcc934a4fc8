"""The rings hold, and the check that says so finds a core that reaches outside."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [
        str(Path(sys.executable).parent / "lint-imports"),
        "--no-cache",
        "--config",
        str(ROOT / "pyproject.toml"),
    ]
    environment = os.environ | {"PYTHONPATH": str(folder / "src")}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rings")
    shutil.copytree(
        ROOT / "src" / "sinetra",
        folder / "src" / "sinetra",
        ignore=shutil.ignore_patterns("*.csv", "*.json", "__pycache__", "static", "templates"),
    )
    return folder


def test_the_rings_hold(copy: Path):
    found = lint(copy)
    assert found.returncode == 0, found.stdout


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("core/ids.py", "import django"),
        ("core/canonical.py", "from sinetra.apps.base import policy"),
        ("ports/files.py", "from sinetra.apps.base import row"),
        ("apps/base/row.py", "from sinetra.web import menu"),
    ],
)
def test_an_import_out_of_its_ring_is_found(copy: Path, place: str, line: str):
    module = copy / "src" / "sinetra" / place
    original = module.read_text(encoding="utf-8")
    module.write_text(f"{original}\n{line}\n", encoding="utf-8")
    try:
        found = lint(copy)
    finally:
        module.write_text(original, encoding="utf-8")
    assert found.returncode != 0
    assert "BROKEN" in found.stdout
