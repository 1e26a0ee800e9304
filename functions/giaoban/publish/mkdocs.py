"""One language through MkDocs, in this process: the layer of this job holds it."""

import logging
import os
from pathlib import Path
from typing import Any

from giaoban.language import Language
from giaoban.publish.broken import BrokenSite
from giaoban.publish.places import ROOTS

CONFIGS = {"vi": "mkdocs.yml", "en": "mkdocs.en.yml"}
# MkDocs writes the day of the build into the sitemap: the same editions make the same site on any day.
EPOCH = "315532800"


def build_language(sources: Path, docs: Path, into: Path, language: Language, origin: str, *, is_demo: bool) -> None:
    """Raises BrokenSite for anything that MkDocs refuses or warns of."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, MkDocsException

    os.environ.update(SOURCE_DATE_EPOCH=EPOCH, NO_MKDOCS_2_WARNING="1")
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    root = ROOTS[language]
    places: dict[str, Any] = {
        "docs_dir": str(docs),
        "site_dir": str(into / root.strip("/")) if root != "/" else str(into),
        "site_url": f"{origin}{root}",
    }
    try:
        config = load_config(config_file=str(sources / CONFIGS[language]), **places)
        config.extra.update(origin=origin, is_demo=is_demo)
        build(config)
    except (Abort, MkDocsException) as error:
        raise BrokenSite(f"MkDocs ({language}): {error}") from error
