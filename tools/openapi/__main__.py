"""`python -m tools.openapi` writes schemas/openapi.json; a test fails when that file is older than the code."""

from tools.openapi.document import PATH, text


def main() -> None:
    PATH.write_text(text(), encoding="utf-8")
    print(f"{PATH.parent.name}/{PATH.name} is written.")


if __name__ == "__main__":
    main()
