"""An import moves into the functions that need it, or the build fails."""

import pytest

from tools.build.late import LATE, late

LIBRARY = '''
import os
from slow import (
    draw,
    paint as painted,
)

class Picture:
    size = os.sep

    def show(self, colour=None):
        """Shows it."""
        def again():
            return painted(self)
        return again()

def count(pictures):
    return len(pictures)

async def drawn():
    return draw()
'''
MOVED = '''
import os

class Picture:
    size = os.sep

    def show(self, colour=None):
        """Shows it."""
        from slow import draw, paint as painted
        def again():
            return painted(self)
        return again()

def count(pictures):
    return len(pictures)

async def drawn():
    from slow import draw, paint as painted
    return draw()
'''


def test_an_import_moves_into_each_function_that_uses_it_and_into_no_other():
    assert late(LIBRARY, "slow", "library.py") == MOVED


@pytest.mark.parametrize(
    "line",
    [
        "PICTURE = draw()",
        "class Mine(painted): ...",
        "def f(by=draw): ...",
        "@draw\ndef f(): ...",
        "def f(a: draw): ...",
    ],
)
def test_what_is_needed_while_the_library_is_imported_fails_the_build(line: str):
    with pytest.raises(ValueError, match=r"library\.py uses (draw|painted) while it is imported"):
        late(LIBRARY + line, "slow", "library.py")


def test_an_import_that_is_no_longer_there_fails_the_build():
    with pytest.raises(ValueError, match=r"library\.py has ceased to import jmespath"):
        late(LIBRARY, "jmespath", "library.py")


def test_no_file_is_named_with_a_module_twice():
    assert all(len(set(modules)) == len(modules) for modules in LATE.values())
