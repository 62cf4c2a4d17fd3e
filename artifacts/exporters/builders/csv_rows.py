"""CSV as importers read it: a comma, quotation marks where they are needed, one row an item and
none empty.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return the text of the file, with line feeds and without a mark at its beginning."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return file.getvalue()
