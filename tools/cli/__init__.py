"""`giaoban`: the administrator's command line. Each command stands in its own module."""

import os
import sys
from collections.abc import Sequence

from giaoban.problem import Unavailable
from tools.cli.parser import make_parser
from tools.cli.words import Failed, failed, tell

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code: 0 done, 1 not done, 2 asked for what cannot be."""
    given = sys.argv[1:] if arguments is None else arguments
    chosen = make_parser().parse_args(_given(given))
    try:
        done: int = chosen.command(chosen)
    except Failed as failure:
        tell(failure.text)
        return failure.status
    except Unavailable:
        silent = failed("store_silent")
        tell(silent.text)
        return silent.status
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output (`head`) has enough; what is still buffered must not complain on the way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return INTERRUPTED
    return done


def _given(arguments: Sequence[str]) -> Sequence[str]:
    """A link's token may begin with a hyphen, as options do."""
    if list(arguments[:2]) != ["link", "revoke"]:
        return arguments
    from tools.cli.link_revoke import not_an_option

    return [not_an_option(each) for each in arguments]
