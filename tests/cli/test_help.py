"""Every command explains itself, in both languages; what the documents name exists."""

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import tools.cli
from tests.cli.conftest import Said
from tools.cli.parser import CommandParser, make_parser

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"`(?:\.venv/bin/)?giaoban ([a-z]+(?: [a-z]+)?)")
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "schemas").glob("*.md"), *(ROOT / "site/docs").rglob("*.md")]


def commands(parser: argparse.ArgumentParser, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of each command, groups included."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, each in action.choices.items():
                yield (*path, name)
                yield from commands(each, (*path, name))


def parser_of(path: tuple[str, ...]) -> argparse.ArgumentParser:
    found: CommandParser = make_parser()
    for name in path:
        found = next(each for each in found._actions if isinstance(each, argparse._SubParsersAction)).choices[name]
    found.load()
    return found


COMMANDS = list(commands(make_parser()))


def test_the_commands_are_these() -> None:
    leaves = {path for path in COMMANDS if not any(other[:-1] == path for other in COMMANDS)}
    assert leaves == {
        ("campaign", "check"),
        ("link", "issue"),
        ("link", "revoke"),
        ("replay",),
        ("export",),
        ("units", "import"),
        ("edition", "verify"),
    }


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_a_command_explains_itself_and_its_arguments_in_both_languages(
    path: tuple[str, ...], giaoban: Callable[..., Said]
) -> None:
    said = giaoban(*path, "--help")
    assert said.status == 0
    assert " / " in (parser_of(path).description or "")
    explained = [
        each
        for each in parser_of(path)._actions
        if not isinstance(each, (argparse._HelpAction, argparse._SubParsersAction))
    ]
    assert all(" / " in (each.help or "") for each in explained)


def test_every_sentence_stands_in_both_languages() -> None:
    words = json.loads(Path(tools.cli.__file__).with_name("words.json").read_text("utf-8"))
    for name, text in words.items():
        assert set(text) == {"en", "vi"}, name
        shared = [set(re.findall(r"{(\w+?)(?:_en|_vi)?}", text[language])) - {"en", "vi"} for language in ("en", "vi")]
        assert shared[0] == shared[1], name


def test_every_command_that_a_document_names_exists() -> None:
    named = {tuple(found.split()) for file in DOCUMENTS for found in NAMED.findall(file.read_text("utf-8"))}
    assert ("campaign", "check") in named
    assert not [path for path in named if path not in COMMANDS and path[:1] not in COMMANDS]


def test_without_a_command_it_says_how_it_is_called(giaoban: Callable[..., Said]) -> None:
    said = giaoban()
    assert said.status == 2
    assert "usage: giaoban" in said.err


HEAVY = ("botocore", "pynamodb", "httpx", "giaoban.campaign", "giaoban.access", "asyncio")
LOADS = f"""
import sys
from tools.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print("loaded:", *[name for name in {HEAVY} if name in sys.modules])
"""


def loaded_by(*arguments: str) -> set[str]:
    said = subprocess.run([sys.executable, "-c", LOADS, *arguments], check=True, capture_output=True, text=True).stdout
    return set(said.rpartition("loaded:")[2].split())


def test_the_list_of_commands_loads_none_of_them() -> None:
    assert loaded_by("--help") == loaded_by("link") == loaded_by("link", "--help") == set()


def test_a_command_loads_what_it_needs_and_not_what_others_do() -> None:
    assert loaded_by("campaign", "check", "--help") == {"giaoban.campaign"}
    assert {"botocore", "giaoban.access"} <= loaded_by("link", "issue", "--help")
