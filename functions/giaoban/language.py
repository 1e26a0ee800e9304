"""The two languages that people read: Vietnamese first."""

from typing import Literal

type Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, Language] = ("vi", "en")
