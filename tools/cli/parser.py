"""The commands, each in its own module, which is loaded when the command is run or asked to explain itself.

Help is in English with one line of Vietnamese. A command's module has `add_arguments(parser)`, which also sets `command`.
"""

import argparse
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from tools.cli.words import words

RUN_FILE = Path(__file__).parents[2] / "build" / "run.json"
# In the order of the help. A command of two words belongs to the group that the first one names.
COMMANDS = {
    "campaign check": "campaign_check",
    "link issue": "link_issue",
    "link revoke": "link_revoke",
    "units import": "units_import",
    "replay": "replay",
    "export": "export",
    "edition verify": "edition_verify",
}
type Commands = "argparse._SubParsersAction[CommandParser]"


class CommandParser(argparse.ArgumentParser):
    """A command's parser: its arguments come with its module, when it is its turn to parse."""

    module: str | None = None

    def parse_known_args(self, args: Sequence[str] | None = None, namespace: Any = None) -> Any:  # type: ignore[override]
        self.load()
        return super().parse_known_args(args, namespace)

    def load(self) -> None:
        """Adds the arguments, once."""
        module, self.module = self.module, None
        if module:
            import_module(f"tools.cli.{module}").add_arguments(self)


def make_parser() -> CommandParser:
    """Every command with its sentence, none of them loaded."""
    parser = CommandParser(prog="giaoban", description=_described("giaoban"))
    commands = _commands_of(parser)
    groups: dict[str, Commands] = {}
    for path, module in COMMANDS.items():
        group, _, name = path.rpartition(" ")
        if group and group not in groups:
            groups[group] = _commands_of(_add(commands, group, group))
        _add(groups[group] if group else commands, name, path).module = module
    return parser


def _commands_of(parser: CommandParser) -> Commands:
    return parser.add_subparsers(metavar="COMMAND", required=True, parser_class=CommandParser)


def _add(commands: Commands, name: str, key: str) -> CommandParser:
    return commands.add_parser(name, help=words(key).en, description=_described(key))


def _described(key: str) -> str:
    text = words(key)
    return f"{text.en} / {text.vi}"


def explained(argument: str) -> str:
    return _described(f"argument {argument}").replace("%", "%%")


def add_run_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--run", type=Path, default=RUN_FILE, metavar="FILE", help=explained("run"))
