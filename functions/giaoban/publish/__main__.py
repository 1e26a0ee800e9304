"""`python -m giaoban.publish --editions DIR --into DIR` builds the site from a folder of edition files."""

import argparse
from pathlib import Path

from giaoban.campaign import load_all
from giaoban.publish.job import ingredients
from giaoban.publish.site import build_site
from giaoban.publish.story import read_story


def main() -> None:
    """Builds; a broken site raises and says why."""
    parser = argparse.ArgumentParser(prog="python -m giaoban.publish", description=__doc__)
    parser.add_argument("--editions", type=Path, help="a folder of canonical editions (*.json); none: an empty site")
    parser.add_argument("--sources", type=Path, default=Path("site"), help="the folder with mkdocs.yml (site)")
    parser.add_argument("--into", type=Path, required=True, help="where the site goes; emptied first")
    parser.add_argument("--work", type=Path, required=True, help="a folder for what lies between; emptied first")
    parser.add_argument("--origin", default="http://127.0.0.1:8000", help="where the site will stand")
    parser.add_argument("--campaign", help="the campaign's slug (the one that begins last)")
    given = parser.parse_args()
    known = load_all()
    slug = given.campaign or max(known, key=lambda each: known[each].first_day)
    found = sorted(given.editions.glob("*.json")) if given.editions else []
    story = read_story(known[slug], (file.read_bytes() for file in found))
    build_site(ingredients(story, given.sources.resolve(), given.origin), given.work.resolve(), given.into.resolve())


if __name__ == "__main__":
    main()
