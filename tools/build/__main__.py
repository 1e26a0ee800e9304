"""`python -m tools.build [--into DIR]` makes what has changed; an unchanged tree costs a hash of its inputs."""

import argparse
import subprocess
import sys
from pathlib import Path

from giaoban.campaign import CampaignRefused
from tools.build.parts import ROOT, build_all


def main() -> int:
    """Builds the parts one after the other and says which; what a tool that fails has said, in full."""
    parser = argparse.ArgumentParser(prog="python -m tools.build", description=__doc__)
    parser.add_argument("--into", type=Path, default=ROOT / "build", help="where to build (build/)")
    try:
        for name, seconds in build_all(parser.parse_args().into.resolve()):
            print(f"» build/{name} in {seconds:.1f} s", flush=True)
    except CampaignRefused as refused:
        print("build: a campaign would not start:", *refused.mistakes, sep="\n  ", file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as failed:
        print("build:", *map(str, failed.cmd), "failed:", file=sys.stderr)
        print(failed.stdout or "", failed.stderr or "", sep="", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
