"""Runs a Python module that ends with the process that started it, even if that one is killed: `tied.py PID MODULE …`."""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1  # Linux, prctl(2)


def main() -> None:
    parent, module = int(sys.argv[1]), sys.argv[2:]
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() == parent:  # else it has gone before we asked
        os.execv(sys.executable, [sys.executable, "-m", *module])  # noqa: S606


if __name__ == "__main__":
    main()
