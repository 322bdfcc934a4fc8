"""An open or unproven report never appears in a career check: nothing of careers reads a report or a matter.

Two ways are looked at: a word in the source that reaches the tables (models, tables, what points at them), and an
import, direct or through any other module, of reports or cases. What only tells of reading (the access log, the audit
chain) is passed through by nobody: it gives nothing back.
"""

from __future__ import annotations

import ast
import re
import shutil
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "sinetra"
#: What weighs a career, and the pages that show it.
CAREERS = (
    *("apps/careers", "core/transfers", "web/staff/careers", "web/public/participation/own_careers"),
    *("web/career_words", "web/transfer_form", "web/transfer_view"),
)
#: Not looked into, and the one thing that careers take from it: the field for plain text, how large a file may be.
SHELL = {"web/public/report/forms.py": "PlainText", "web/staff/imports/pages.py": "MOST_BYTES"}
READS = re.compile(r"apps/(?:reports|cases|evidence)/")
REACHES = re.compile(
    r"\b(?:reports|cases|evidence)[._](?:report|matter|examination|issueddocument|handover|track|step|identity)"
    r"|['\"](?:reports|cases|evidence)['\"]",
    re.IGNORECASE,
)
#: They write down that something was read, or run what every app declares.
TELLS = re.compile(r"apps/(?:audit/|base/(?:tasks|retention|work|reseal|kept|belonging)\.py)")


def readers(root: Path) -> list[str]:
    """Modules of ``CAREERS`` under ``root`` that reach a report or a matter, with how."""
    modules = {path.relative_to(root).as_posix(): path for path in root.rglob("*.py")}
    text = {name: path.read_text(encoding="utf-8") for name, path in modules.items()}

    @cache
    def imports(name: str) -> frozenset[str]:
        return frozenset(found for module in _imported(text[name]) for found in _files(module, modules))

    found = []
    for name in sorted(modules):
        if not name.startswith(CAREERS):
            continue
        if REACHES.search(text[name]):
            found.append(f"{name} itself")
        seen, waiting = {name}, [name]
        while waiting:
            for other in imports(waiting.pop()):
                if READS.match(other):
                    found.append(f"{name} by {other}")
                elif other not in seen and not TELLS.match(other) and other not in SHELL:
                    seen.add(other)
                    waiting.append(other)
    return found


def _imported(source: str) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return {name for name in names if name.startswith("sinetra.")}


def _files(module: str, modules: dict[str, Path]) -> list[str]:
    base = module.removeprefix("sinetra.").replace(".", "/")
    return [name for name in (f"{base}.py", f"{base}/__init__.py") if name in modules]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("careers") / "sinetra"
    shutil.copytree(SOURCE, folder, ignore=lambda _folder, names: [n for n in names if "." in n and n[-3:] != ".py"])
    return folder


def test_the_modules_that_are_looked_at_are_there():
    assert (SOURCE / "apps/careers/actions/decide_step.py").is_file()
    assert (SOURCE / "web/staff/careers").is_dir()
    assert READS.match("apps/cases/models/matter.py")


@pytest.mark.parametrize("name", SHELL)
def test_what_is_not_looked_into_would_be_found_and_one_thing_is_taken_from_it(
    monkeypatch: pytest.MonkeyPatch, name: str
):
    module = f"sinetra.{name.removesuffix('.py').replace('/', '.')}."
    ours = (path for path in SOURCE.rglob("*.py") if path.relative_to(SOURCE).as_posix().startswith(CAREERS))
    taken = {found for path in ours for found in _imported(path.read_text(encoding="utf-8"))}
    assert {found for found in taken if found.startswith(module)} == {module + SHELL[name]}
    monkeypatch.delitem(SHELL, name)
    assert readers(SOURCE)


def test_nothing_of_careers_reads_a_report_or_a_matter():
    assert readers(SOURCE) == []


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("apps/careers/selectors.py", "from sinetra.apps.cases.models import Matter"),
        ("apps/careers/actions/decide_step.py", "import sinetra.apps.cases.examinations.outcomes"),
        ("apps/careers/grounds.py", "def open(): from sinetra.apps.reports import selectors"),
        ("apps/careers/selectors.py", "model = apps.get_model('cases', 'Matter')"),
        ("apps/careers/models/step.py", "matter = models.ForeignKey('cases.Matter', on_delete=models.PROTECT)"),
        ("apps/careers/selectors.py", "SQL = 'SELECT 1 FROM reports_report'"),
        ("web/staff/careers/step_page.py", "from sinetra.apps.cases.selectors import matters"),
        ("web/career_words.py", "from sinetra.apps.cases.selectors import matters"),
        ("web/transfer_view.py", "model = apps.get_model('reports', 'Report')"),
        ("apps/careers/tallies.py", "from sinetra.apps.insight.selectors import public_figures"),
    ],
)
def test_a_module_that_does_is_found(copy: Path, place: str, line: str):
    planted = copy / place
    original = planted.read_text(encoding="utf-8")
    planted.write_text(f"{original}\n{line}\n", encoding="utf-8")
    try:
        assert place in {found.split()[0] for found in readers(copy)}
    finally:
        planted.write_text(original, encoding="utf-8")


@pytest.mark.parametrize(
    ("helper", "place"),
    [
        ("apps/registry/looks_harmless.py", "apps/careers/selectors.py"),
        ("web/looks_harmless.py", "web/staff/careers/step_page.py"),
        ("web/staff/looks_harmless.py", "web/transfer_form.py"),
    ],
)
def test_one_that_does_by_way_of_another_is_found(copy: Path, helper: str, place: str):
    (copy / helper).write_text("from sinetra.apps.reports.selectors import received\n", encoding="utf-8")
    planted = copy / place
    original = planted.read_text(encoding="utf-8")
    module = helper.removesuffix(".py").replace("/", ".")
    planted.write_text(f"{original}\nfrom sinetra.{module} import received\n", encoding="utf-8")
    try:
        found = readers(copy)
    finally:
        planted.write_text(original, encoding="utf-8")
        (copy / helper).unlink()
    assert f"{place} by apps/reports/selectors.py" in found
