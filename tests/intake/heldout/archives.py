"""Zip archives from the ground up, so that each part of them can lie."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

STORED, DEFLATED = 0, 8

BLOCK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeated:
    """Very much of the same, which is never whole in memory: a head, a unit many times, a tail."""

    unit: bytes
    times: int
    head: bytes = b""
    tail: bytes = b""


Content = bytes | str | Repeated


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A member as it is written: nothing in it need be true."""

    name: bytes
    packed: bytes
    crc: int
    size: int
    packed_size: int
    method: int = DEFLATED
    flags: int = 0
    extra: bytes = b""
    version: int = 20


def member(name: str | bytes, content: Content, method: int = DEFLATED) -> Member:
    """A member that tells the truth."""
    raw = name.encode() if isinstance(name, str) else name
    if isinstance(content, Repeated):
        packed, crc, size = _packed_repeatedly(content)
    else:
        data = content.encode() if isinstance(content, str) else content
        packed, crc, size = deflated(data) if method else data, zlib.crc32(data), len(data)
    return Member(
        name=raw, packed=packed, crc=crc, size=size, packed_size=len(packed), method=method
    )


def deflated(data: bytes) -> bytes:
    """A raw stream, as a member holds it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def _packed_repeatedly(content: Repeated) -> tuple[bytes, int, int]:
    """One block is packed on its own, and its packed bytes then repeated."""
    in_block = max(1, min(BLOCK // len(content.unit), content.times))
    block = content.unit * in_block
    blocks, rest = divmod(content.times, in_block)
    packed = [_piece(content.head), *[_piece(block)] * blocks, _piece(content.unit * rest)]
    crc = zlib.crc32(content.head)
    for _ in range(blocks):
        crc = zlib.crc32(block, crc)
    crc = zlib.crc32(content.tail, zlib.crc32(content.unit * rest, crc))
    size = len(content.head) + len(content.unit) * content.times + len(content.tail)
    return b"".join(packed) + deflated(content.tail), crc, size


def _piece(data: bytes) -> bytes:
    """A part of a stream that needs nothing of what stood before it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush(zlib.Z_FULL_FLUSH)


def local_header(one: Member) -> bytes:
    return (
        struct.pack(
            "<4s5H3I2H", b"PK\3\4", one.version, one.flags, one.method, 0, 0x21,
            one.crc, one.packed_size, one.size, len(one.name), len(one.extra),
        )
        + one.name
        + one.extra
    )  # fmt: skip


def central_entry(one: Member, offset: int) -> bytes:
    return (
        struct.pack(
            "<4s6H3I5H2I", b"PK\1\2", 20, one.version, one.flags, one.method, 0, 0x21,
            one.crc, one.packed_size, one.size, len(one.name), len(one.extra), 0, 0, 0, 0, offset,
        )
        + one.name
        + one.extra
    )  # fmt: skip


def end_record(count: int, size: int, offset: int, comment: bytes = b"") -> bytes:
    return (
        struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count, count, size, offset, len(comment)) + comment
    )


def zipped(members: Iterable[Member], central: Iterable[Member] | None = None) -> bytes:
    """An archive; its directory may tell of other members than are there."""
    written = list(members)
    listed = written if central is None else list(central)
    out = bytearray()
    offsets = []
    for one in written:
        offsets.append(len(out))
        out += local_header(one) + one.packed
    offsets += [0] * (len(listed) - len(written))
    start = len(out)
    for one, offset in zip(listed, offsets, strict=False):
        out += central_entry(one, offset)
    return bytes(out) + end_record(min(len(listed), 0xFFFF), len(out) - start, start)


def archive(parts: Mapping[str, Content]) -> bytes:
    """An honest archive of these parts."""
    return zipped([member(name, content) for name, content in parts.items()])
