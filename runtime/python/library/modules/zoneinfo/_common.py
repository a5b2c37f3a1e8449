# SPDX-License-Identifier: MIT
"""Where zoneinfo finds the data of a zone, and how it is written (RFC 8536)."""

import io
import struct

_UTC_NAMES = ("UTC", "Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu", "UCT", "Universal", "Zulu", "GMT", "Etc/GMT", "Etc/Greenwich", "Greenwich")


class ZoneInfoNotFoundError(KeyError):
    """There is no zone of that name."""


def _fixed(name):
    """The file of a zone that is always at UTC."""
    blocks = b""
    for _ in range(2):  # once for readers of version 1
        blocks += struct.pack(">4sc15x6l", b"TZif", b"2", 0, 0, 0, 0, 1, len(name) + 1) + struct.pack(">lBB", 0, 0, 0) + name.encode() + b"\0"
    return blocks + f"\n{name}0\n".encode()


def load_tzdata(key):
    if key in _UTC_NAMES:
        return io.BytesIO(_fixed("GMT" if "GMT" in key or "Greenwich" in key else "UTC"))
    raise ZoneInfoNotFoundError(
        f"No time zone found with key {key}. Loopscope has no time zone data but UTC's; use datetime.timezone(timedelta(hours=...))."
    )


def load_data(fobj):
    """(transitions, their kinds, offsets, is daylight saving time, abbreviations, the rule afterwards) of a file."""
    version, counts = _header(fobj)
    size = 4
    if version >= 2:
        isutc, isstd, leap, times, types, chars = counts
        fobj.seek(times * 5 + types * 6 + chars + leap * 8 + isstd + isutc, 1)
        version, counts = _header(fobj)
        size = 8
    isutc, isstd, leap, times, types, chars = counts
    transitions = struct.unpack(f">{times}{'q' if size == 8 else 'l'}", fobj.read(times * size))
    kinds = tuple(fobj.read(times))
    rows = [struct.unpack(">lbb", fobj.read(6)) for _ in range(types)]
    text = fobj.read(chars)
    offsets, daylight, starts = zip(*rows) if rows else ((), (), ())
    names = tuple(text[start:text.index(b"\0", start)].decode() for start in starts)
    rule = None
    if version >= 2:
        fobj.seek(leap * (size + 4) + isstd + isutc, 1)
        assert fobj.read(1) == b"\n"
        rule = fobj.readline().rstrip(b"\n")
    return kinds, transitions, offsets, daylight, names, rule


def _header(fobj):
    if fobj.read(4) != b"TZif":
        raise ValueError("Invalid TZif file: magic not found")
    version = fobj.read(1)
    fobj.read(15)
    return 1 if version == b"\0" else int(version), struct.unpack(">6l", fobj.read(24))
