"""`python -m tools.deploy`: says everything that is missing at once, and deploys only when nothing is."""

import os
import shutil
import subprocess
import sys
import tomllib
from functools import partial
from typing import Any

import botocore.session

from tools.deploy.afterwards import finish
from tools.deploy.needs import ROOT, command, concurrency, has_credentials, needs


def main() -> int:
    """0 when all of it is deployed."""
    has_any = has_credentials()
    settings = tomllib.loads((ROOT / "samconfig.toml").read_text("utf-8"))["default"]["global"]["parameters"]
    client = partial(botocore.session.get_session().create_client, region_name=settings["region"])
    room = concurrency(client("lambda")) if has_any else None
    if missing := needs(os.environ, shutil.which("sam"), has_any, ROOT, room):
        print("Nothing was deployed. It needs:", *(f"- {each}" for each in missing), sep="\n", file=sys.stderr)
        return 1
    if failed := subprocess.run(command(os.environ), cwd=ROOT, check=False).returncode:
        return failed
    outputs = _outputs(client("cloudformation"), settings["stack_name"])
    finish(ROOT / "build" / "app", outputs, client)
    print(f"The apps are there, and the site is being built. The CDN answers at https://{outputs['Address']}")
    return 0


def _outputs(cloudformation: Any, stack: str) -> dict[str, str]:
    (found,) = cloudformation.describe_stacks(StackName=stack)["Stacks"]
    return {each["OutputKey"]: each["OutputValue"] for each in found["Outputs"]}


if __name__ == "__main__":
    sys.exit(main())
