"""Pictures as founders upload them, and as nobody should."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0'
    ' 0 40 20"'
)


def raster(kind: str = "PNG", size: tuple[int, int] = (80, 40), **options: object) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, "#0e594b").save(file, kind, **options)
    return file.getvalue()


def svg(inside: str = '<rect width="30" height="10" fill="#0e594b"/>', head: str = HEAD) -> bytes:
    return f"{head}>{inside}</svg>".encode()


def png_that_says(width: int, height: int) -> bytes:
    """A PNG with a true header for that size, and hardly anything behind it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 99))
        + chunk(b"IEND", b"")
    )
