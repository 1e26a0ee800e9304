"""The duties' queue in memory: what a worker asks for is done after it, what fails or dies comes again."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from giaoban.duties.duty import Duty
from giaoban.duties.work import Done, Work
from giaoban.problem import GiaobanError
from tests.reminders.world import Killed, World

TRIES = 3


@dataclass
class Queue:
    """As SQS would be, one message at a time. `world`: a process that can be killed at its edges, too."""

    world: World | None = None
    waiting: deque[tuple[Duty, int]] = field(default_factory=deque)
    dead: list[Duty] = field(default_factory=list)
    done: list[tuple[Duty, dict[str, list[Done]]]] = field(default_factory=list)

    def ask(self, duties: Sequence[Duty]) -> None:
        if self.world:
            self.world.edges.cross("before duties.ask")
        self.waiting.extend((each, 1) for each in duties)
        if self.world:
            self.world.edges.cross("after duties.ask")

    def empty(self, work: Work) -> None:
        while self.waiting:
            duty, tries = self.waiting.popleft()
            try:
                self.done.append((duty, work.do(duty)))
            except (GiaobanError, Killed):
                if tries < TRIES:
                    self.waiting.append((duty, tries + 1))
                else:
                    self.dead.append(duty)
