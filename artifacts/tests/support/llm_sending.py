"""The sending side of the language-model server's connections."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

DRIP_SECONDS = 0.05


class Cut(Exception):
    """Raised to break the connection off."""


@dataclass
class Line:
    """The sending side of one connection."""

    writer: asyncio.StreamWriter

    async def send(
        self,
        status: int,
        body: bytes,
        kind: str = "application/json",
        *,
        headers: Mapping[str, str] | None = None,
        cut: bool = False,
        drip: bool = False,
    ) -> None:
        more = "".join(f"{name}: {value}\r\n" for name, value in (headers or {}).items())
        length = f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
        self.writer.write(f"HTTP/1.1 {status} Answer\r\n{length}{more}\r\n".encode())
        if cut:
            self.writer.write(body[: len(body) // 2])
            await self.writer.drain()
            raise Cut
        for chunk in _bytes_of(body) if drip else (body,):
            self.writer.write(chunk)
            await self.writer.drain()
            if drip:
                await asyncio.sleep(DRIP_SECONDS)

    async def begin(self) -> None:
        head = (
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding:"
            " chunked\r\n\r\n"
        )
        self.writer.write(head.encode())

    async def write(self, event: bytes) -> None:
        self.writer.write(f"{len(event):x}\r\n".encode() + event + b"\r\n")
        await self.writer.drain()

    async def end(self) -> None:
        self.writer.write(b"0\r\n\r\n")
        await self.writer.drain()


def _bytes_of(body: bytes) -> Iterator[bytes]:
    return (body[place : place + 1] for place in range(len(body)))
