"""Makes build/: the artefact as it is tested, run and deployed, its runtime client, and what the CDN serves."""

from tools.build.archive import zip_artefact
from tools.build.folder import digest
from tools.build.parts import PARTS, Part, build_all, refresh

__all__ = ["PARTS", "Part", "build_all", "digest", "refresh", "zip_artefact"]
