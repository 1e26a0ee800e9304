"""A program that tests need: found on the PATH, else installed with the system's packages where this process may."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Program:
    """`names` are what it may be called on the PATH; `packages` Debian's; `needed` says what to do without apt-get."""

    title: str
    names: tuple[str, ...]
    packages: tuple[str, ...]
    needed: str

    def find(self) -> str | None:
        """Where it is on this machine, if it is."""
        return next((found for name in self.names if (found := shutil.which(name))), None)

    def is_provided(self) -> bool:
        """Whether it is there, or has been installed now."""
        return bool(self.find() or (_may_install() and self._install() and self.find()))

    def provide(self) -> int:
        """Exit code 0 with the program there; otherwise it says what to install."""
        if self.is_provided():
            return 0
        print(self.needed, file=sys.stderr)
        return 1

    def _install(self) -> bool:
        print(f"» installing {self.title} with apt-get", flush=True)
        steps = (["update", "-qq"], ["install", "-qq", "--yes", "--no-install-recommends", *self.packages])
        return all(_apt_get(step) for step in steps)


def _may_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _apt_get(step: list[str]) -> bool:
    command = ["apt-get", "-o", "Dpkg::Use-Pty=0", *step]
    quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=quietly, check=False, capture_output=True, text=True)
    if done.returncode:
        print(f"setup: {' '.join(command)} failed:\n{done.stdout}{done.stderr}", file=sys.stderr)
    return done.returncode == 0
