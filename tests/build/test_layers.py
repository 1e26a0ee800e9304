"""The layers: what one job needs beside the artefact, and nothing twice."""

import importlib.util
import marshal
import re
from pathlib import Path

import pytest

from tests.build.test_artefact import run
from tools.build.layers import LIES_AT, without

ROOT = Path(__file__).parents[2]
LAYERS = ["documents", "site"]
MAKES_EVERY_FORMAT = r"""
import io, sys, docx, typst, xlsxwriter
from lxml import etree
docx.Document().save(io.BytesIO())
xlsxwriter.Workbook(io.BytesIO()).close()
pdf = typst.compile(b'#set text(font: "Tinos", fallback: false)\n#text[Ba \u0110\u00ecnh]', font_paths=[sys.argv[1]])
print(pdf[:5].decode(), etree.LXML_VERSION[0] >= 5)
"""
BUILDS_A_SITE = """
import sys
from giaoban.publish.__main__ import main
sources, work, into = sys.argv[1:]
sys.argv = ["publish", "--sources", sources, "--work", work, "--into", into]
main()
"""
each_layer = pytest.mark.parametrize("layer", LAYERS)


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@each_layer
def test_a_layer_is_laid_out_as_lambda_unpacks_it(built: Path, layer: str):
    assert {path.name for path in (built / "layers" / layer).iterdir()} <= {"python", "fonts", "site-sources"}


@each_layer
def test_the_artefact_and_a_layer_together_fit_into_lambda(built: Path, layer: str):
    unzipped = sum(file.stat().st_size for part in ("functions", f"layers/{layer}") for file in files(built / part))
    assert unzipped < 250 * 1000 * 1000


@each_layer
def test_a_layer_has_nothing_that_the_artefact_has(built: Path, layer: str):
    here = {path.name for path in (built / "layers" / layer / "python").iterdir()} - {"__pycache__"}
    assert not here & {path.name for path in (built / "functions").iterdir()}


@each_layer
def test_every_package_of_a_layer_brings_its_licence(built: Path, layer: str):
    for package in (built / "layers" / layer / "python").glob("*.dist-info"):
        texts = [file for file in package.rglob("*") if re.match(r"LICEN[CS]E|COPYING", file.name, re.IGNORECASE)]
        assert texts, package.name


@each_layer
def test_a_layers_bytecode_names_the_folder_it_runs_in(built: Path, layer: str):
    folder = built / "layers" / layer / "python"
    for file in sorted(folder.rglob("*.py")):
        compiled = Path(importlib.util.cache_from_source(str(file))).read_bytes()
        assert marshal.loads(compiled[16:]).co_filename == f"{LIES_AT}/{file.relative_to(folder)}"  # noqa: S302


@each_layer
def test_nothing_of_the_building_machine_is_in_a_layer(built: Path, layer: str):
    here = str(ROOT).encode()
    assert [file for file in files(built / "layers" / layer) if here in file.read_bytes()] == []


def test_with_its_layer_the_job_makes_every_format_in_the_font_that_lies_there(built: Path):
    fonts = str(built / "layers" / "documents" / "fonts")
    said = run(built, MAKES_EVERY_FORMAT, fonts, layers=["documents"])
    assert said.strip() == "%PDF- True"


def test_the_font_comes_in_four_cuts_with_its_licence(built: Path):
    names = {file.name for file in (built / "layers" / "documents" / "fonts").iterdir()}
    cuts = {"400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"}
    assert names == {"LICENSE_FONT", *(f"Tinos_{cut}.ttf" for cut in cuts)}


def test_with_its_layer_the_job_builds_a_site_from_the_sources_that_lie_there(built: Path, tmp_path: Path):
    sources = built / "layers" / "site" / "site-sources"
    run(built, BUILDS_A_SITE, *map(str, (sources, tmp_path / "work", tmp_path / "site")), layers=["site"])
    assert (tmp_path / "site" / "index.html").read_bytes() == (built / "site" / "index.html").read_bytes()


@pytest.mark.parametrize("name", ["docx", "typst", "xlsxwriter", "lxml", "mkdocs", "material"])
def test_a_function_without_the_layer_has_none_of_it(built: Path, name: str):
    assert run(built, f"import importlib.util as i; print(i.find_spec({name!r}))").strip() == "None"


LOCK = "# by make lock\na==1 \\\n    --hash=sha256:0\nb==2 \\\n    --hash=sha256:1 \\\n    --hash=sha256:2\n"


def test_what_the_artefact_pins_is_left_out_with_its_hashes():
    kept = without(LOCK, "a==1 \\\n    --hash=sha256:0\n")
    assert kept == "b==2 \\\n    --hash=sha256:1 \\\n    --hash=sha256:2\n"


def test_two_versions_of_one_package_fail_the_build():
    with pytest.raises(LookupError, match=r"b==2 in a layer, b==3 in the artefact"):
        without(LOCK, "b==3 \\\n    --hash=sha256:9\n")
