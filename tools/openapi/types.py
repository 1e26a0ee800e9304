"""`python -m tools.openapi.types`: site/app/api.d.ts, the API as the type checker of the web apps reads it."""

import json
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
NODE = ROOT / ".venv" / "bin" / "node"
GENERATOR = ROOT / "tools" / "node" / "node_modules" / "openapi-typescript" / "bin" / "cli.js"
TYPES = ROOT / "site" / "app" / "api.d.ts"
# What says nothing about a type: the file is a third without it.
SAID = ("description", "examples", "example", "pattern")
type Schema = dict[str, Schema] | list[Schema] | str | int | float | bool | None


def main() -> None:
    """Writes the file anew. Raises CalledProcessError when the generator refuses."""
    described = json.loads((ROOT / "schemas" / "openapi.json").read_text(encoding="utf-8"))
    schemas = {name: bare(schema) for name, schema in described["components"]["schemas"].items()}
    alone = {**{key: described[key] for key in ("openapi", "info")}, "paths": {}, "components": {"schemas": schemas}}
    command = [str(NODE), str(GENERATOR), "--output", str(TYPES)]
    subprocess.run(command, input=json.dumps(alone), cwd=ROOT, text=True, check=True, stdout=subprocess.DEVNULL)


def bare(schema: Schema) -> Schema:
    """The schema without words and examples; a property may bear such a name, and stays."""
    if isinstance(schema, list):
        return [bare(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    return {key: _inside(key, each) for key, each in schema.items() if key not in SAID}


def _inside(key: str, each: Schema) -> Schema:
    if key == "properties" and isinstance(each, dict):
        return {name: bare(value) for name, value in each.items()}
    return bare(each)


if __name__ == "__main__":
    main()
