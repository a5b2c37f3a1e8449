# SPDX-License-Identifier: MIT
"""One event, and how it is written."""

import re

_LINE_END = re.compile(r"\r\n|\r|\n")
SEPARATOR = "\r\n"


class ServerSentEvent:
    def __init__(self, data=None, *, event=None, id=None, retry=None, comment=None, sep=None):
        self.data = data
        self.event = event
        self.id = id
        self.retry = retry
        self.comment = comment
        self._sep = sep if sep is not None else SEPARATOR

    def encode(self):
        lines = []
        if self.comment is not None:
            lines += [f": {line}" for line in _LINE_END.split(str(self.comment))]
        if self.id is not None:
            lines.append("id: " + _LINE_END.sub("", self.id))
        if self.event is not None:
            lines.append("event: " + _LINE_END.sub("", self.event))
        if self.data is not None:
            lines += [f"data: {line}" for line in _LINE_END.split(str(self.data))]
        if self.retry is not None:
            if not isinstance(self.retry, int):
                raise TypeError("retry argument must be int")
            lines.append(f"retry: {self.retry}")
        return "".join(line + self._sep for line in [*lines, ""]).encode("utf-8")


def ensure_bytes(data, sep):
    if isinstance(data, bytes):
        return data
    if isinstance(data, ServerSentEvent):
        return data.encode()
    if isinstance(data, dict):
        data["sep"] = sep
        return ServerSentEvent(**data).encode()
    return ServerSentEvent(str(data), sep=sep).encode()
