"""`python -m tools.setup.libreoffice`: LibreOffice for the tests of DOCX and XLSX, found or installed by the system's packages."""

import sys

from tools.setup.program import Program

LIBREOFFICE = Program(
    title="LibreOffice",
    names=("soffice", "libreoffice"),
    packages=("libreoffice-writer", "libreoffice-calc"),
    needed=(
        "setup: the tests of the documents need LibreOffice Writer and Calc. "
        "On Debian and Ubuntu: apt-get install libreoffice-writer libreoffice-calc. "
        "Elsewhere: LibreOffice from the system's packages, on the PATH as soffice or libreoffice."
    ),
)

if __name__ == "__main__":
    sys.exit(LIBREOFFICE.provide())
