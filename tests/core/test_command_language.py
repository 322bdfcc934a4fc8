"""Every word of the command line is Indonesian, or English for whoever sets SINETRA_LANG."""

from __future__ import annotations

import argparse
import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import sinetra.cli
from sinetra.cli.main import COMMANDS, main
from sinetra.cli.parser import Parser
from sinetra.cli.words import gettext

FOLDER = Path(sinetra.cli.__file__).parent
# Names that a terminal shows as they are.
MACHINE_WORDS = {"help", "http", "sha256"}


def helps(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        if action.help and action.help != argparse.SUPPRESS:
            yield action.help
        if isinstance(action, argparse._SubParsersAction):
            yield from (choice.help for choice in action._choices_actions if choice.help)
            for inner in action.choices.values():
                yield from helps(inner)


def said_by(command: str) -> list[str]:
    module = import_module(f"sinetra.cli.{COMMANDS[command]}")
    parser = Parser(prog=f"sinetra {command}")
    module.configure(parser)
    return [gettext(module.HELP), *helps(parser)]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_is_in_both_languages(monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setenv("SINETRA_LANG", "id")
    indonesian = said_by(command)
    monkeypatch.setenv("SINETRA_LANG", "en")
    english = said_by(command)
    assert len(indonesian) == len(english)
    assert [pair for pair in zip(indonesian, english, strict=True) if pair[0] == pair[1]] == []


def test_the_list_of_commands_is_in_the_language_of_the_reader(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = {}
    for language in ("id", "en"):
        monkeypatch.setenv("SINETRA_LANG", language)
        assert main(["--help"]) == 0
        shown[language] = capsys.readouterr().out
    assert "Menulis cadangan" in shown["id"] and "Write a backup" not in shown["id"]
    assert "Write a backup" in shown["en"] and "Menulis cadangan" not in shown["en"]


def test_the_help_of_one_command_has_its_headings_in_the_language_of_the_reader(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for language, usage, options in (("id", "pemakaian: ", "pilihan:"), ("en", "usage: ", "options:")):
        monkeypatch.setenv("SINETRA_LANG", language)
        with pytest.raises(SystemExit):
            main(["keys", "escrow", "--help"])
        out = capsys.readouterr().out
        assert out.startswith(f"{usage}sinetra keys escrow ")
        assert f"\n{options}\n" in out


def unmarked(source: str) -> list[str]:
    """``line: text`` of what is printed, stepped or explained without a translator ever seeing it."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "HELP" for t in node.targets):
            found += _words(node.value)
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name in {"print", "step", "getpass"}:
            found += [text for argument in node.args for text in _words(argument)]
        found += [text for keyword in node.keywords if keyword.arg == "help" for text in _words(keyword.value)]
    return found


def _words(node: ast.expr) -> list[str]:
    """Of a text or an f-string itself, not of the calls inside it."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    texts = [part for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return [
        f"{node.lineno}: {word}"
        for text in texts
        for word in "".join(letter if letter.isalnum() else " " for letter in str(text.value)).split()
        if len(word) > 1 and word.lower() not in MACHINE_WORDS and not word.isdecimal()
    ]


def test_no_command_prints_words_of_its_own() -> None:
    paths = sorted(FOLDER.glob("*.py"))
    assert len(paths) > 20
    found = {path.name: unmarked(path.read_text("utf-8")) for path in paths}
    assert {name: words for name, words in found.items() if words} == {}


def test_planted_words_are_found_and_marked_ones_are_not() -> None:
    source = """
HELP = "write"
parser.add_argument("file", help="the place")
parser.add_argument("file", help=_("tempat"))
print(f"{count} files", file=sys.stderr)
print(_("%(count)s berkas") % {"count": 3})
print(f"sha256 {digest}")
with step("Tabel"):
    pass
"""
    assert unmarked(source) == ["2: write", "3: the", "3: place", "5: files", "8: Tabel"]
