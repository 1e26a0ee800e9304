"""Drop the `funding` links from package-lock.json: a lock file names versions and hashes, no addresses."""

import json
import sys
from pathlib import Path

lock = Path(sys.argv[1])
content = json.loads(lock.read_text(encoding="utf-8"))
for package in content["packages"].values():
    package.pop("funding", None)
    package.pop("resolved", None)
lock.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
