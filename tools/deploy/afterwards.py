"""After `sam deploy`: the apps lie where the CDN looks for them, and the public site is built once more.

The apps go with the code and not with the site: going back to an older build of the site leaves them alone.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

from giaoban.publish.afterwards.headers import type_of

# Asked for again each time, and answered "the same" as long as it is.
CHECKED = "no-cache"
SHOWN = "site"


def finish(apps: Path, outputs: Mapping[str, str], client: Callable[[str], Any]) -> None:
    """`outputs` are the stack's; `client` makes a client of a service. Raises ClientError."""
    s3 = client("s3")
    for name in in_order(apps):
        body = (apps / name).read_bytes()
        key = f"{SHOWN}/{name}"
        s3.put_object(Bucket=outputs["SiteBucket"], Key=key, Body=body, ContentType=type_of(name), CacheControl=CHECKED)
    paths = sorted(f"/{folder.name}*" for folder in apps.iterdir() if folder.is_dir())
    batch = {"Paths": {"Quantity": len(paths), "Items": paths}, "CallerReference": uuid4().hex}
    client("cloudfront").create_invalidation(DistributionId=outputs["Cdn"], InvalidationBatch=batch)
    # A minute or so later; a build that fails raises its alarm, nobody waits for it here.
    client("lambda").invoke(FunctionName=outputs["PublishFunction"], InvocationType="Event", Payload=b"{}")


def in_order(apps: Path) -> list[str]:
    """What pages are made with, the pages, then the workers that fetch it all: nobody sees half an app."""
    files = [file for file in apps.rglob("*") if file.is_file()]
    return [file.relative_to(apps).as_posix() for file in sorted(files, key=lambda file: (_rank(apps, file), file))]


def _rank(apps: Path, file: Path) -> int:
    return 2 if file.parent == apps else 1 if file.name == "index.html" else 0
