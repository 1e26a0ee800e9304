"""How `make test` shares tests out among its processes: what rests on the same costly thing stays together."""

from xdist.scheduler import LoadScopeScheduling

# Its tests read one site of 45 days, whose building takes as long as many of them.
TOGETHER = ("tests/browser/site/",)


class Shared(LoadScopeScheduling):
    """A file's tests are one process's, and those of a folder in TOGETHER too."""

    def _split_scope(self, nodeid: str) -> str:
        return next((folder for folder in TOGETHER if nodeid.startswith(folder)), nodeid.partition("::")[0])
