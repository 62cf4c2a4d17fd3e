"""Keep the addresses of share links out of the log: each of them opens what is shared."""

from __future__ import annotations

import logging
import re

_TOKEN = re.compile(r"(/s/)[^/\s]+")


class RedactShareTokens(logging.Filter):
    """Put an asterisk where a line of the log has the token of a share link."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(
                _TOKEN.sub(r"\1*", a) if isinstance(a, str) else a for a in record.args
            )
        return True
