"""How `make test` shares tests out among its processes: what rests on the same costly thing stays together."""

from xdist.scheduler import LoadScopeScheduling

# Their tests read one site of 45 days, or ten stored days: making these takes as long as many of them.
TOGETHER = ("tests/browser/site/", "tests/frozen/")


class Shared(LoadScopeScheduling):
    """A file's tests are one process's, and those of a folder in TOGETHER too."""

    def _split_scope(self, nodeid: str) -> str:
        return next((folder for folder in TOGETHER if nodeid.startswith(folder)), nodeid.partition("::")[0])
