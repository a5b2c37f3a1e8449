# SPDX-License-Identifier: MIT
"""The host on which a program's own servers and clients meet.

Ends of connections, in memory, with the readiness that Linux's TCP has over loopback. `_socket` puts the sockets' calls
on top, the event loop watches the descriptors (`_readiness`). Everything happens at once: what is sent has arrived.
Web servers outside of the program have addresses here too; who is connected to one talks to a `_http_gateway`."""

import _readiness
import errno
import os
import sys
from _readiness import FAILED, HUNG_UP, READABLE, WRITABLE

BUFFER = 1_310_720  # bytes that wait at each side of a direction: together, about what Linux's buffers take
PACKETS = 256  # datagrams that wait at one socket
_FIRST_PORT = 49152


def error(number):
    return OSError(number, os.strerror(number))


class End:
    """What one socket is: not connected, waiting for connections, or one end of one."""

    def __init__(self):
        self.descriptor = _readiness.open()
        self.waiters = []  # locks of threads that block
        self.local = None
        self.remote = None
        self.peer = None
        self.arrived = bytearray()
        self.send_buffer = self.receive_buffer = BUFFER
        self.packets = []  # (data, sender)
        self.backlog = None  # a list of ends once it listens
        self.backlog_size = 0
        self.connected = False
        self.finished = False  # the peer has sent all it had to
        self.ended = False  # nothing comes any more
        self.shut = False  # this side sends no more
        self.failure = 0
        self.reset = False
        self.closed = False
        self.web = None  # the gateway, if a web server is at the other end
        _readiness.update(self.descriptor, self.state(), 0)

    # -- readiness

    def state(self):
        if self.backlog is not None:
            return READABLE if self.backlog else 0
        if self.packets:
            return READABLE | WRITABLE
        state = FAILED if self.failure else 0
        if not self.connected:
            return state | WRITABLE | (READABLE | HUNG_UP if self.failure else 0)
        if self.arrived or self.ended or self.web is not None and self.web.pending():
            state |= READABLE
        if self.ended and self.shut:
            state |= HUNG_UP
        if self.shut or self.peer is None or len(self.peer.arrived) <= self._capacity(self.peer) * 2 // 3:
            state |= WRITABLE
        return state

    def tell(self, event):
        """Wakes those who wait for it."""
        if self.closed:
            return
        _readiness.update(self.descriptor, self.state(), event)
        waiters, self.waiters = self.waiters, []
        for lock in waiters:
            lock.release()

    def fail(self, number):
        """The connection is reset."""
        self.failure = number
        self.ended = self.shut = self.reset = True
        self.tell(READABLE | WRITABLE | FAILED | HUNG_UP)

    # -- streams

    def _capacity(self, receiver):
        return self.send_buffer + receiver.receive_buffer

    def send(self, data):
        """How many bytes were taken."""
        self._raise_failure()
        if self.shut or not self.connected:
            raise error(errno.EPIPE)
        peer = self.peer
        if peer is None or peer.closed:
            # The peer answers with a reset.
            self.fail(errno.EPIPE)
            return len(data)
        taken = min(len(data), self._capacity(peer) - len(peer.arrived))
        if taken <= 0:
            raise error(errno.EAGAIN)
        peer.arrived += data if taken == len(data) else data[:taken]
        _readiness.update(self.descriptor, self.state(), 0)
        peer.tell(READABLE)
        return taken

    def receive(self, count, peek=False):
        """b"" at the end."""
        if self.web is not None and not self.arrived:
            self.web.pull()
        if self.arrived:
            data = bytes(self.arrived[:count])
            if not peek:
                del self.arrived[:count]
                self._received()
            return data
        if not self.finished:
            self._raise_failure()
        if self.ended:
            return b""
        if not self.connected:
            raise error(errno.ENOTCONN)
        raise error(errno.EAGAIN)

    def _received(self):
        _readiness.update(self.descriptor, self.state(), 0)
        peer = self.peer
        if peer is not None and len(self.arrived) <= peer._capacity(self) * 2 // 3:
            peer.tell(WRITABLE)

    def _raise_failure(self):
        if self.failure:
            number, self.failure = self.failure, 0
            _readiness.update(self.descriptor, self.state(), 0)
            raise error(number)

    def shut_writing(self):
        if self.shut:
            return
        self.shut = True
        self.tell(WRITABLE | (HUNG_UP if self.ended else 0))
        if self.peer is not None and not self.peer.ended:
            self.peer.ended = self.peer.finished = True
            self.peer.tell(READABLE | (HUNG_UP if self.peer.shut else 0))

    def close(self, reset=False):
        if self.closed:
            return
        if self.backlog is not None:
            waiting, self.backlog = self.backlog, []
            for end in waiting:
                end.close(reset=True)
        elif self.peer is not None:
            if self.arrived or reset:
                # Nobody will read this: the peer hears so.
                self.peer.fail(errno.ECONNRESET)
            else:
                self.shut_writing()
            if self.peer is not None:  # it may have gone when it heard that
                self.peer.peer = None
                self.peer = None
        _forget(self)
        self.closed = True
        waiters, self.waiters = self.waiters, []
        for lock in waiters:
            lock.release()
        os.close(self.descriptor)


def join(one, other):
    """The two ends are now one connection."""
    one.peer, other.peer = other, one
    one.connected = other.connected = True
    for end in (one, other):
        _readiness.update(end.descriptor, end.state(), WRITABLE)


def enter(end, listener):
    """Makes `end`, whose addresses are known, a connection to the server there."""
    accepted = End()
    accepted.kind = end.kind
    accepted.local, accepted.remote = end.remote, end.local
    join(end, accepted)
    listener.backlog.append(accepted)
    listener.tell(READABLE)


# -- addresses


_places = {}  # (family, kind): {port or path: end}
_last_port = _FIRST_PORT - 1
names = set()  # host names that the program's servers have been given


def places(family, kind):
    return _places.setdefault((family, kind), {})


def free_port(taken):
    global _last_port
    _last_port += 1
    while _last_port in taken or _served_by_http(_last_port):
        _last_port += 1
    return _last_port


def _served_by_http(port):
    """Whether a server made with `_http` has it."""
    http = sys.modules.get("_http")
    return http is not None and isinstance(port, int) and http.is_port_taken(port)


def is_tcp_port_taken(port):
    """For `_http`, which asks before it gives a server this port."""
    return any(port in taken and not taken[port].closed
               for (family, kind), taken in _places.items() if kind == 1)  # SOCK_STREAM


def is_tcp_listening(port):
    """Whether a server made of sockets is there."""
    return any(port in taken and taken[port].backlog is not None
               for (family, kind), taken in _places.items() if kind == 1)


def bind(end, family, kind, key, *, shared=False):
    taken = places(family, kind)
    other = taken.get(key)
    if other is not None and not other.closed and not shared or kind == 1 and _served_by_http(key):
        raise error(errno.EADDRINUSE)
    taken[key] = end
    end.place = (family, kind, key)


def _forget(end):
    family, kind, key = getattr(end, "place", (None, None, None))
    taken = _places.get((family, kind))
    if taken is not None and taken.get(key) is end:
        del taken[key]


def find(family, kind, key):
    """Who is bound there, or None."""
    return places(family, kind).get(key)


# -- web servers outside of the program

MOCK = "mock.loopscope"
_WEB_NET = "198.18."  # set aside for tests of networks (RFC 2544): no real server is there
_web_addresses = {MOCK: _WEB_NET + "0.80"}


def web_address(name):
    """The address here of the web server of that name, or None if there is no way to it."""
    address = _web_addresses.get(name)
    if address is None and ("." in name or name == "localhost"):
        import _http
        if _http.has_network():
            number = len(_web_addresses)
            address = _web_addresses[name] = f"{_WEB_NET}{1 + number // 250}.{1 + number % 250}"
    return address


def web_name(address):
    """Whose address that is, or None."""
    if not address.startswith(_WEB_NET):
        return None
    return next((name for name, known in _web_addresses.items() if known == address), None)


def connect_to_web(end, host, port):
    """Connects `end` to a web server: one with such an address, or one that the program has made with `_http`. False: there
    is none."""
    name = web_name(host)
    if name is None:
        if not _served_by_http(port):
            return False
        name = "localhost"
    import _http_gateway
    usual = 443 if port == 443 else 80
    _http_gateway.Gateway(end, name if port == usual else f"{name}:{port}", secure=port == 443)
    _readiness.update(end.descriptor, end.state(), WRITABLE)
    return True
