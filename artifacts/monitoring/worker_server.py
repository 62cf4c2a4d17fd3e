"""A small HTTP server in a worker, which serves no pages: /healthz and /metrics under
WORKER_METRICS_ADDRESS.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from http import HTTPStatus
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django.conf import settings

from artifacts.monitoring.guard import refusal
from artifacts.monitoring.metrics import CONTENT_TYPE_LATEST, exposition

logger = logging.getLogger(__name__)

METRICS = "metrics"
"""The name of the server's thread."""

PATHS = {"/healthz": "HEALTHZ", "/metrics": "METRICS"}


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _QuietHandler(WSGIRequestHandler):
    timeout = 10

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the name that the library gives it)
        logger.debug(format, *args)


def serve(address: tuple[str, int]) -> WSGIServer:
    """Answer under host and port from a thread of its own until the process ends.

    Port 0 takes any that is free.

    Raises OSError if the port is taken.
    """
    server = make_server(
        address[0], address[1], application, server_class=_Server, handler_class=_QuietHandler
    )
    threading.Thread(target=server.serve_forever, name=METRICS, daemon=True).start()
    return server


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    setting = PATHS.get(environ.get("PATH_INFO", ""))
    status = refusal(
        getattr(settings, setting) if setting else "off", environ.get("HTTP_AUTHORIZATION", "")
    )
    kind, body = "text/plain", b"ok\n"
    if status is not None:
        body = f"{status.phrase}\n".encode()
    elif setting == "METRICS":
        kind, body = CONTENT_TYPE_LATEST, exposition()
    status = status or HTTPStatus.OK
    start_response(
        f"{status.value} {status.phrase}",
        [("Content-Type", kind), ("Content-Length", str(len(body)))],
    )
    return [body]
