# SPDX-License-Identifier: MIT
"""HTTP/1.1 between sockets and the network: what speaks HTTP by hand reaches what `_http` reaches, and the other way round.

A socket connected to a web server has a `Gateway` for its peer: it reads the requests that are sent, and the socket
receives what comes back. A request of an HTTP library to a server that the program has made of sockets goes through a
`Passage`: a client's end of a connection to that server."""

import _http
import _readiness
import errno
import io
import socket
from _pretend_host import End, enter, find, free_port, places
from _readiness import READABLE

_LONGEST_HEAD = _PIECE = 65536
_NO_BODY = {204, 304}
_AF_INET, _AF_INET6, _SOCK_STREAM = 2, 10, 1


class _Malformed(Exception):
    pass


class _Message:
    """Reads one message, head and body, out of what has arrived."""

    def __init__(self):
        self.start = None  # the words of its first line
        self.headers = []
        self.complete = False
        self._left = None  # bytes of the body, or of a chunk, that are still to come; None: until the end
        self._chunked = False
        self._trailer = False

    def header(self, name):
        return next((value for key, value in self.headers if key.lower() == name), "")

    def read_head(self, arrived):
        """False: it is not there yet."""
        end = arrived.find(b"\r\n\r\n")
        if end < 0:
            if len(arrived) > _LONGEST_HEAD:
                raise _Malformed
            return False
        first, *lines = bytes(arrived[:end]).decode("latin-1").split("\r\n")
        del arrived[:end + 4]
        self.start = first.split(" ", 2)
        for line in lines:
            name, colon, value = line.partition(":")
            if not colon:
                raise _Malformed
            self.headers.append((name, value.strip()))
        return True

    def begin_body(self, without=False, until_end=False):
        if "chunked" in self.header("transfer-encoding").lower():
            self._chunked, self._left = True, 0
        elif without:
            self.complete = True
        elif length := self.header("content-length"):
            if not length.isdigit():
                raise _Malformed
            self._left = int(length)
        elif not until_end:
            self._left = 0
        self.complete = self.complete or self._left == 0 and not self._chunked

    def read_body(self, arrived):
        """What there is of it."""
        data = bytearray()
        while not self.complete and (arrived or self._left == 0):
            if self._chunked and not self._left:
                if not self._begin_chunk(arrived):
                    break
                continue
            taken = len(arrived) if self._left is None else min(self._left, len(arrived))
            data += arrived[:taken]
            del arrived[:taken]
            if self._left is not None:
                self._left -= taken
                self.complete = not self._left and not self._chunked
        return bytes(data)

    def _begin_chunk(self, arrived):
        """Reads the line before a chunk, with the end of the one before."""
        if self._trailer:
            line, found, _ = bytes(arrived).partition(b"\r\n")
            del arrived[:len(line) + 2 if found else 0]
            self.complete = bool(found) and not line
            return bool(found)
        skipped = 2 if arrived[:2] == b"\r\n" else 0
        end = arrived.find(b"\r\n", skipped)
        if end < 0:
            return False
        try:
            self._left = int(bytes(arrived[skipped:end]).split(b";")[0], 16)
        except ValueError:
            raise _Malformed from None
        del arrived[:end + 2]
        self._trailer = self._left == 0
        return True


class Gateway:
    """The peer of a socket that is connected to a web server. Looks like an `End` to it."""

    send_buffer = receive_buffer = 1 << 30

    def __init__(self, end, authority, secure):
        self._end = end
        self._authority = authority
        self.secure = secure
        self.arrived = bytearray()
        self.ended = self.finished = self.shut = self.closed = False
        self._request = None
        self._body = bytearray()
        self._exchange = None
        self._chunked = self._head_sent = self._last = False
        end.web = self
        end.peer = self
        end.connected = True

    # -- the socket's side calls these, as of its peer

    def _capacity(self, receiver):
        return self.send_buffer

    def tell(self, event):
        try:
            self._read_requests()
        except _Malformed:
            self._end.arrived += b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            self._end_response(close=True)

    def fail(self, number):
        self._drop()

    @property
    def peer(self):
        return self._end

    @peer.setter
    def peer(self, end):
        if end is None:
            self._drop()

    def _drop(self):
        """The client is gone."""
        self.closed = True
        exchange, self._exchange = self._exchange, None
        if exchange is not None:
            exchange.watch(-1)
            exchange.abort()

    # -- requests

    def _read_requests(self):
        while self._exchange is None and not self._last and self.arrived:
            if self._request is None:
                request = _Message()
                while self.arrived[:2] == b"\r\n":
                    del self.arrived[:2]
                if not request.read_head(self.arrived):
                    return
                if len(request.start) != 3 or not request.start[2].startswith("HTTP/1."):
                    raise _Malformed
                request.begin_body()
                self._request = request
                if request.header("expect").lower() == "100-continue":
                    self._end.arrived += b"HTTP/1.1 100 Continue\r\n\r\n"
            self._body += self._request.read_body(self.arrived)
            if not self._request.complete:
                return
            self._send(self._request, bytes(self._body))
            self._request, self._body = None, bytearray()

    def _send(self, request, body):
        method, target, version = request.start
        if "://" not in target:
            host = request.header("host") or self._authority
            target = f"{'https' if self.secure else 'http'}://{host}{target}"
        connection = request.header("connection").lower()
        self._last = "close" in connection or version == "HTTP/1.0" and "keep-alive" not in connection
        self._chunked = False
        self._head_sent = False
        self._without_body = method == "HEAD"
        self._version = version
        headers = [(name, value) for name, value in request.headers if name.lower() != "transfer-encoding"]
        self._exchange = _http.open(method, target, headers, body)
        self._exchange.watch(self._end.descriptor)

    # -- responses

    def pending(self):
        """The socket could receive something now."""
        return self._exchange is not None and self._exchange.ready

    def wait(self, timeout):
        """Blocks the thread until there is something. False: nothing is to come."""
        if self._exchange is None:
            return False
        self._exchange.wait_blocking(timeout)
        return True

    def pull(self):
        """Gives the socket what has come."""
        out = self._end.arrived
        try:
            while self._exchange is not None and self._pull_piece(out):
                pass
        except _http.NetworkError as failure:
            self._exchange = None
            self._end.ended = self._end.finished = True
            if failure.kind != "reset":
                self._end.failure = errno.ECONNRESET
                self._end.shut = self._end.reset = True

    def _pull_piece(self, out):
        """False: there is no more for now."""
        if not self._head_sent:
            head = self._exchange.head_now()
            if head is None:
                return False
            self._send_head(out, *head)
            return True
        piece = self._exchange.read_now()
        if piece is None:
            return False
        if piece and not self._without_body:
            out += b"%x\r\n%b\r\n" % (len(piece), piece) if self._chunked else piece
        if not piece:
            if self._chunked:
                out += b"0\r\n\r\n"
            self._end_response(self._last)
        return True

    def _send_head(self, out, status, reason, headers, url):
        self._head_sent = True
        names = {name.lower() for name, _ in headers}
        self._without_body = self._without_body or status in _NO_BODY or status < 200
        sized = "content-length" in names or self._without_body
        self._chunked = not sized and self._version != "HTTP/1.0"
        self._last = self._last or not sized and not self._chunked
        lines = [f"HTTP/1.1 {status} {reason}"]
        lines += [f"{name}: {value}" for name, value in headers if name.lower() not in ("transfer-encoding", "connection")]
        if self._chunked:
            lines.append("Transfer-Encoding: chunked")
        lines.append("Connection: " + ("close" if self._last else "keep-alive"))
        out += "\r\n".join(lines).encode("latin-1", "replace") + b"\r\n\r\n"

    def _end_response(self, close):
        self._exchange = None
        if close:
            self._end.ended = self._end.finished = True
        else:
            self.tell(0)
        if not self._end.closed:
            _readiness.update(self._end.descriptor, self._end.state(), READABLE)


class Passage(End):
    """A request of an HTTP library on its way to a server that the program has made of sockets."""

    def __init__(self, incoming):
        super().__init__()
        self._incoming = incoming
        self._response = None
        self._answered = False
        self._to_send = b""

    def tell(self, event):
        """The server has sent something, or nothing more is to come."""
        super().tell(event)
        if self._answered:
            return
        if self._incoming.aborted:
            return self.leave()
        try:
            self._send_rest()
            self._read()
        except (_Malformed, OSError):
            self._give_up()

    def start(self, request):
        self._to_send = request
        self._send_rest()

    def _send_rest(self):
        while self._to_send and not self.shut:
            try:
                taken = self.send(self._to_send)
            except BlockingIOError:
                return
            self._to_send = self._to_send[taken:]

    def _read(self):
        if self._response is None:
            response = _Message()
            if not response.read_head(self.arrived):
                return self._give_up() if self.ended else None
            if len(response.start) < 2 or not response.start[0].startswith("HTTP/") or not response.start[1].isdigit():
                raise _Malformed
            status = int(response.start[1])
            if status < 200:
                return self._read()
            without = self._incoming.method == "HEAD" or status in _NO_BODY
            response.begin_body(without, until_end=True)
            self._response = response
            self._incoming.respond(status, "".join(response.start[2:]), response.headers)
        if data := self._response.read_body(self.arrived):
            self._received()
            self._incoming.write(data)
        if self._response.complete or self.ended and self._response._left is None:
            self._incoming.finish()
            self.leave()
        elif self.ended:
            self._give_up()

    def _give_up(self):
        self._incoming.fail()
        self.leave()

    def leave(self):
        self._answered = True  # what the server hears of it, it need not tell
        self.close()


class _Leave:
    """In the server's end of a passage: tells it when the client of the HTTP library has gone."""

    secure = False

    def __init__(self, passage, incoming):
        self._passage = passage
        self._incoming = incoming

    def pending(self):
        return self._incoming.aborted

    def wait(self, timeout):
        return False

    def pull(self):
        if self._incoming.aborted:
            self._passage.arrived.clear()  # read, though not understood yet
            self._passage.leave()


def pass_on(incoming, port):
    """Carries a request of `_http` to the server that listens at that port with a socket."""
    end = Passage(incoming)
    family, listener = next((family, taken) for family in (_AF_INET, _AF_INET6)
                            if (taken := find(family, _SOCK_STREAM, port)) is not None)
    host = "::1" if family == _AF_INET6 else "127.0.0.1"
    rest = (0, 0) if family == _AF_INET6 else ()
    end.kind = family, _SOCK_STREAM, 0
    end.local = (host, free_port(places(family, _SOCK_STREAM)), *rest)
    end.remote = (host, port, *rest)
    enter(end, listener)
    end.peer.web = _Leave(end, incoming)
    incoming.watch(end.peer.descriptor)
    headers = list(incoming.headers)
    names = {name.lower() for name, _ in headers}
    if "host" not in names:
        headers.insert(0, ("Host", f"localhost:{port}"))
    if incoming.body and "content-length" not in names:
        headers.append(("Content-Length", str(len(incoming.body))))
    headers = [(name, value) for name, value in headers if name.lower() not in ("connection", "transfer-encoding")]
    headers.append(("Connection", "close"))
    lines = [f"{incoming.method} {incoming.target} HTTP/1.1", *(f"{name}: {value}" for name, value in headers)]
    end.start("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + incoming.body)


# -- reading from a socket without native code in between


class _Reader(io.BufferedIOBase):
    """What `makefile("rb")` gives for a socket with a web server at its other end. CPython's would be called by native code,
    and could not wait there for what only comes when that has returned."""

    def __init__(self, sock):
        self._sock = sock
        self._buffer = bytearray()
        sock._io_refs += 1

    def readable(self):
        return True

    def _fill(self):
        """False at the end."""
        piece = self._sock.recv(_PIECE)
        self._buffer += piece
        return bool(piece)

    def _take(self, count):
        data = bytes(self._buffer[:count])
        del self._buffer[:count]
        return data

    def read(self, size=-1, /):
        if size is None or size < 0:
            while self._fill():
                pass
            return self._take(len(self._buffer))
        while len(self._buffer) < size and self._fill():
            pass
        return self._take(size)

    def read1(self, size=-1, /):
        if not self._buffer and size:
            self._fill()
        return self._take(len(self._buffer) if size is None or size < 0 else size)

    def readline(self, size=-1, /):
        size = -1 if size is None else size
        searched = 0
        while True:
            end = self._buffer.find(b"\n", searched)
            if end >= 0 or 0 <= size <= len(self._buffer):
                break
            searched = len(self._buffer)
            if not self._fill():
                end = len(self._buffer) - 1
                break
        count = end + 1 if end >= 0 else len(self._buffer)
        return self._take(count if size < 0 else min(count, size))

    def readinto(self, buffer, /):
        view = memoryview(buffer).cast("B")
        data = self.read(len(view))
        view[:len(data)] = data
        return len(data)

    def readinto1(self, buffer, /):
        view = memoryview(buffer).cast("B")
        data = self.read1(len(view))
        view[:len(data)] = data
        return len(data)

    def peek(self, size=0, /):
        if not self._buffer:
            self._fill()
        return bytes(self._buffer)

    def fileno(self):
        return self._sock.fileno()

    def close(self):
        if not self.closed:
            super().close()
            self._sock._decref_socketios()


_makefile = socket.socket.makefile


def _make_reader_or_file(self, mode="r", buffering=None, **options):
    if mode == "rb" and buffering != 0 and self._end is not None and self._end.web is not None:
        return _Reader(self)
    return _makefile(self, mode, buffering, **options)


socket.socket.makefile = _make_reader_or_file
