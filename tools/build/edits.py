"""The few lines of libraries that are written otherwise in the artefact: each stands in its file as here, or the build fails."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Edit:
    """In `file`, `old` becomes `new`."""

    file: str
    old: str
    new: str


EDITS = (
    # Proxies are searched for with urllib.request, which is loaded now where a variable of the environment names one.
    Edit(
        "botocore/utils.py",
        "def get_environ_proxies(url):\n",
        """def get_environ_proxies(url):
    is_any = any(name.lower().endswith('_proxy') for name in os.environ)
    return _environ_proxies(url) if is_any else {}


def _environ_proxies(url):
""",
    ),
    # Nobody asks a client's methods for help here, and the help would load all that writes botocore's documentation.
    Edit(
        "botocore/client.py",
        """        # Add the docstring to the client method
        operation_model = service_model.operation_model(operation_name)
        docstring = ClientMethodDocstring(
            operation_model=operation_model,
            method_name=operation_name,
            event_emitter=self._event_emitter,
            method_description=operation_model.documentation,
            example_prefix=f'response = client.{py_operation_name}',
            include_signature=False,
        )
        _api_call.__doc__ = docstring
""",
        "",
    ),
    # Credentials from the environment may say when they end: only then a parser of dates is needed.
    Edit(
        "botocore/credentials.py",
        "                expiry_time = parse(expiry_time)\n",
        "                expiry_time = _parse_if_needed(expiry_time)\n",
    ),
    # Python itself has both by now; of the rest of typing_extensions nothing is used.
    Edit(
        "aws_lambda_powertools/event_handler/api_gateway.py",
        "from typing_extensions import override\n",
        "from typing import override\n",
    ),
    Edit(
        "aws_lambda_powertools/utilities/data_classes/alb_event.py",
        "from typing_extensions import override\n",
        "from typing import override\n",
    ),
    Edit(
        "aws_lambda_powertools/utilities/data_classes/common.py",
        "from typing_extensions import deprecated\n",
        "from warnings import deprecated\n",
    ),
    Edit(
        "aws_lambda_powertools/utilities/data_classes/shared_functions.py",
        "from typing_extensions import deprecated\n",
        "from warnings import deprecated\n",
    ),
)


def make_edits(folder: Path) -> None:
    """Rewrites the files of EDITS below `folder`. Raises ValueError where one no longer says what it said."""
    for edit in EDITS:
        path = folder / edit.file
        path.write_text(edited(path.read_text("utf-8"), edit), "utf-8")


def edited(source: str, edit: Edit) -> str:
    """The text with the edit made."""
    if (times := source.count(edit.old)) != 1:
        raise ValueError(f"{edit.file} says {times} times, not once, what tools/build/edits.py changes:\n{edit.old}")
    return source.replace(edit.old, edit.new)
