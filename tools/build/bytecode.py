"""Compiled bytecode that Lambda takes as it is: nobody there may write it, and compiling costs half a cold start."""

import compileall
from pathlib import Path
from py_compile import PycInvalidationMode

# Where Lambda lays the artefact. In the bytecode instead of the folder it was built in: trace backs say where a line
# runs, and no folder of the building machine ends in what is deployed.
TASK_ROOT = "/var/task"


def compile_folder(folder: Path, lies_at: str = TASK_ROOT) -> None:
    """Compiles everything below, never to be checked against its source. Raises SyntaxError if a file cannot be."""
    compiled = compileall.compile_dir(
        folder,
        quiet=1,
        stripdir=str(folder),
        prependdir=lies_at,
        invalidation_mode=PycInvalidationMode.UNCHECKED_HASH,
        workers=0,
    )
    if not compiled:
        raise SyntaxError(f"not all of {folder.name} could be compiled; see above")
