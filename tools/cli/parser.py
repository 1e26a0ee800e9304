"""How commands describe themselves: help in English with one line of Vietnamese."""

import argparse
from pathlib import Path

from tools.cli.system import RUN_FILE
from tools.cli.words import words

type Commands = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_command(commands: Commands, name: str, key: str | None = None) -> argparse.ArgumentParser:
    """A command whose help is the sentence `key` (its name if not given) of words.json."""
    text = words(key or name)
    return commands.add_parser(name, help=text.en, description=f"{text.en} / {text.vi}")


def add_group(commands: Commands, name: str) -> Commands:
    """A command that has commands of its own."""
    return add_command(commands, name).add_subparsers(metavar="COMMAND", required=True)


def explained(argument: str) -> str:
    text = words(f"argument {argument}")
    return f"{text.en} / {text.vi}".replace("%", "%%")


def add_run_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--run", type=Path, default=RUN_FILE, metavar="FILE", help=explained("run"))
