"""`python -m tests.documents.run_job FOLDER [EDGE]` runs the job once, and kills itself at that edge."""

import sys
from pathlib import Path

from giaoban.documents.job import Workshop, make
from tests.documents.memory import ASKED, Killer, Memory
from tests.documents.scene import FONTS

AT = "2025-07-24T16:48:30.000+07:00"


def tools_of(memory: Memory) -> Workshop:
    """The job with everything in one folder."""
    return Workshop(memory, memory, memory, memory, memory, FONTS, "http://127.0.0.1:8520")


if __name__ == "__main__":
    folder, *edges = sys.argv[1:]
    make(tools_of(Memory(Path(folder), Killer(int(edges[0]) if edges else None))), ASKED, AT)
