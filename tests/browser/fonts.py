"""The fonts of the tests' screens: their own, so that pictures and widths are the same on any machine."""

import os
from pathlib import Path

# What Chromium is started with: of fonts it knows what this file names.
ENVIRONMENT = {**os.environ, "FONTCONFIG_FILE": str(Path(__file__).with_name("fonts.conf"))}
