"""Where the contracts lie: `schemas/`, beside the code in the artefact, at the top of the source tree."""

from pathlib import Path

_BESIDE = Path(__file__).parents[1] / "schemas"


def schemas_folder() -> Path:
    return _BESIDE if _BESIDE.is_dir() else Path(__file__).parents[2] / "schemas"
