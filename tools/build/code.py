"""build/functions: the dependencies with our own code and the schemas beside them."""

import shutil
from pathlib import Path

from giaoban.campaign import load, load_all
from giaoban.campaign.load import stamp_as_checked
from tools.build.botocore_data import cut_operations
from tools.build.bytecode import compile_folder

LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc")


def make_functions(root: Path, build: Path, folder: Path) -> None:
    """What Lambda lays at /var/task. Needs build/dependencies, which comes before it. Raises CampaignRefused."""
    campaigns = root / "schemas" / "campaigns"
    slugs = [load(campaigns / slug).slug for slug in load_all(campaigns)]
    shutil.copytree(build / "dependencies", folder, dirs_exist_ok=True)
    cut_operations(folder / "botocore" / "data", root / "template.yaml")
    own = folder.with_name(f"{folder.name}.own")
    shutil.rmtree(own, ignore_errors=True)
    shutil.copytree(root / "functions", own, ignore=LEFT_OUT)
    compile_folder(own)
    shutil.copytree(root / "schemas", own / "schemas")
    for slug in slugs:
        stamp_as_checked(own / "schemas" / "campaigns" / slug)
    shutil.copytree(own, folder, dirs_exist_ok=True)
    shutil.rmtree(own)
