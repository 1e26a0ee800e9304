"""`python -m tools.openapi` writes what is printed of the routes; a test fails when a file is older than the code."""

from tools.openapi.printed import printed
from tools.openapi.routes import registered


def main() -> None:
    for path, text in printed(registered()).items():
        path.write_text(text, encoding="utf-8")
        print(f"{path.parent.name}/{path.name} is written.")


if __name__ == "__main__":
    main()
