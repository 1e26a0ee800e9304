"""How `make test` shares tests out among its processes: what rests on the same costly thing stays together."""

from xdist.scheduler import LoadScopeScheduling

# Their tests read one site of 45 days, or ten stored days: making these takes as long as many of them.
TOGETHER = ("tests/browser/site/", "tests/frozen/")
# What takes longest, the longest first: begun late, it would keep one process busy while the others are done.
LONGEST = (
    "tests/browser/site/",
    "tests/browser/board/test_pictures.py",
    "tests/browser/board/test_the_hour.py",
    "tests/browser/board/test_reminders.py",
    "tests/browser/test_reminded.py",
    "tests/browser/test_xss.py",
)


def turn(path: str) -> tuple[bool, int]:
    """Browsers come last: their driver keeps an event loop in its thread until the end, and others need their own."""
    number = next((number for number, each in enumerate(LONGEST) if each in path), len(LONGEST))
    return "tests/browser" in path, number


class Shared(LoadScopeScheduling):
    """A file's tests are one process's, and those of a folder in TOGETHER too."""

    def _split_scope(self, nodeid: str) -> str:
        return next((folder for folder in TOGETHER if nodeid.startswith(folder)), nodeid.partition("::")[0])
