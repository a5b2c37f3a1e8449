# SPDX-License-Identifier: MIT
"""Sockets of the pretend host: they reach the servers of the same program, and web servers (CPython: `_socket`)."""

import _pretend_host as _host
import errno as _errno
import os as _os
import time as _time
from _pretend_host import End as _End, error as _os_error
from _readiness import (FAILED as _FAILED, HUNG_UP as _HUNG_UP, READABLE as _READABLE, WRITABLE as _WRITABLE,
                        make_file as _make_file)
from _thread import allocate_lock as _allocate_lock

AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10
SOCK_STREAM, SOCK_DGRAM, SOCK_RAW = 1, 2, 3
SOCK_NONBLOCK, SOCK_CLOEXEC = 2048, 524288
SOL_SOCKET, SOL_IP, SOL_TCP, SOL_UDP = 1, 0, 6, 17
SO_REUSEADDR, SO_TYPE, SO_ERROR, SO_BROADCAST, SO_SNDBUF, SO_RCVBUF, SO_KEEPALIVE = 2, 3, 4, 6, 7, 8, 9
SO_LINGER, SO_REUSEPORT, SO_RCVTIMEO, SO_SNDTIMEO, SO_ACCEPTCONN, SO_PROTOCOL, SO_DOMAIN = 13, 15, 20, 21, 30, 38, 39
IPPROTO_IP, IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPV6 = 0, 1, 6, 17, 41
IPV6_V6ONLY = 26
TCP_NODELAY, TCP_MAXSEG, TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT = 1, 2, 4, 5, 6
MSG_OOB, MSG_PEEK, MSG_DONTWAIT, MSG_WAITALL, MSG_NOSIGNAL = 1, 2, 64, 256, 16384
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
SOMAXCONN = 4096
INADDR_ANY, INADDR_LOOPBACK, INADDR_BROADCAST, INADDR_NONE = 0, 0x7F000001, 0xFFFFFFFF, 0xFFFFFFFF
AI_PASSIVE, AI_CANONNAME, AI_NUMERICHOST, AI_V4MAPPED, AI_ALL, AI_ADDRCONFIG, AI_NUMERICSERV = 1, 2, 4, 8, 16, 32, 1024
EAI_FAMILY, EAI_SOCKTYPE, EAI_SERVICE, EAI_NONAME, EAI_AGAIN, EAI_FAIL = -6, -7, -8, -2, -3, -4
NI_NUMERICHOST, NI_NUMERICSERV, NI_NAMEREQD, NI_DGRAM, NI_MAXHOST, NI_MAXSERV = 1, 2, 8, 16, 1025, 32
has_ipv6 = False

error = OSError
timeout = TimeoutError


class herror(OSError):
    pass


class gaierror(OSError):
    pass


herror.__module__ = gaierror.__module__ = "socket"

_NOWHERE = "only mock.loopscope and the servers of the program itself can be reached from here"
_SERVICES = {"echo": 7, "ftp": 21, "ssh": 22, "telnet": 23, "smtp": 25, "domain": 53, "http": 80, "pop3": 110, "ntp": 123,
             "imap2": 143, "https": 443}
_PROTOCOLS = {"ip": 0, "icmp": 1, "tcp": 6, "udp": 17, "ipv6": 41}
_default_timeout = None


# -- addresses


def _is_number_address(host):
    parts = host.split(".")
    return len(parts) == 4 and all(part.isascii() and part.isdigit() and int(part) < 256 for part in parts)


def _is_of_this_host(address):
    return address.startswith("127.") or address == "0.0.0.0"


def _look_up(host, passive=False):
    """The address of a host name; gaierror if there is no such host."""
    if host in (None, ""):
        return "0.0.0.0" if passive else "127.0.0.1"
    if isinstance(host, (bytes, bytearray)):
        host = host.decode("ascii")
    if _is_number_address(host):
        return host
    if host == "<broadcast>":
        return "255.255.255.255"
    name = host.lower()
    if passive:
        _host.names.add(name)
    elif name not in _host.names and name not in ("localhost", "localhost.localdomain", gethostname()):
        if address := _host.web_address(name):
            return address
        raise gaierror(EAI_NONAME, f"Name or service not known ({_NOWHERE}: {host!r})")
    return "127.0.0.1"


def _check_port(port, what):
    if not isinstance(port, int):
        raise TypeError(f"'{type(port).__name__}' object cannot be interpreted as an integer")
    if not 0 <= port <= 65535:
        raise OverflowError(f"{what}(): port must be 0-65535.")


def _read_address(sock, address, what):
    """(host, port) as the socket's family has them."""
    if sock._family == AF_UNIX:
        if isinstance(address, (bytes, bytearray)):
            address = bytes(address).decode("utf-8", "surrogateescape")
        if not isinstance(address, str):
            raise TypeError(f"a bytes-like object is required, not '{type(address).__name__}'")
        return address
    if not isinstance(address, tuple):
        raise TypeError(f"{what}(): AF_INET address must be tuple, not {type(address).__name__}")
    if len(address) < 2 or len(address) > 2 and sock._family == AF_INET:
        raise TypeError("AF_INET address must be a pair (host, port)")
    host, port = address[:2]
    if not isinstance(host, (str, bytes, bytearray)):
        raise TypeError("str, bytes or bytearray expected, not " + type(host).__name__)
    _check_port(port, what)
    if sock._family == AF_INET6:
        return host or "::", port
    return _look_up(host, passive=what == "bind" or not host), port


# -- sockets


class socket:
    """One socket. Blocking calls block the thread; the loop and other threads go on."""

    __slots__ = ("_end", "_family", "_type", "_proto", "_timeout", "_options")

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        family = AF_INET if family == -1 else family
        type = SOCK_STREAM if type == -1 else type
        self._end = None
        if fileno is not None:
            end = _by_descriptor.get(fileno)
            if end is None:
                raise _os_error(_errno.EBADF)
            family, type, proto = end.kind
        if family not in (AF_INET, AF_INET6, AF_UNIX):
            raise _os_error(_errno.EAFNOSUPPORT)
        kind = type & ~(SOCK_NONBLOCK | SOCK_CLOEXEC)
        if kind not in (SOCK_STREAM, SOCK_DGRAM):
            raise _os_error(_errno.EPERM if kind == SOCK_RAW else _errno.EINVAL)
        if proto <= 0:
            proto = 0
        self._family = int(family)
        self._type = int(kind)
        self._proto = int(proto)
        self._timeout = 0.0 if type & SOCK_NONBLOCK else _default_timeout
        self._options = {}
        if fileno is None:
            end = _End()
            end.kind = (self._family, self._type, self._proto)
            _by_descriptor[end.descriptor] = end
        self._end = end

    def __repr__(self):
        return (f"<socket object, fd={self.fileno()}, family={self._family}, type={self._type}, proto={self._proto}>")

    def __del__(self):
        end = self._end
        if end is not None and not end.closed:
            import warnings
            warnings.warn(f"unclosed {self!r}", ResourceWarning, source=self)
            self.close()

    def _open(self):
        end = self._end
        if end is None:
            raise _os_error(_errno.EBADF)
        return end

    # -- blocking

    def settimeout(self, value):
        if value is not None:
            value = float(value)
            if value < 0:
                raise ValueError("Timeout value out of range")
        self._timeout = value

    def gettimeout(self):
        return self._timeout

    timeout = property(gettimeout)
    family = property(lambda self: self._family)
    type = property(lambda self: self._type)
    proto = property(lambda self: self._proto)

    def setblocking(self, flag):
        self._timeout = None if flag else 0.0

    def getblocking(self):
        return self._timeout != 0.0

    def _wait(self, end, wanted, deadline):
        """Blocks the thread until the end is ready for it."""
        while not end.closed and not end.state() & (wanted | _FAILED | _HUNG_UP):
            if end.web is not None and end.web.wait(None if deadline is None else max(deadline - _time.monotonic(), 0)):
                continue
            lock = _allocate_lock()
            lock.acquire()
            end.waiters.append(lock)
            left = -1 if deadline is None else deadline - _time.monotonic()
            if deadline is not None and (left <= 0 or not lock.acquire(True, left)):
                raise TimeoutError("timed out")
            if deadline is None:
                lock.acquire()
        if end.closed:
            raise _os_error(_errno.EBADF)

    def _try(self, wanted, call, *args):
        """Calls, and waits as long as that would block and the socket may."""
        end = self._open()
        deadline = None if not self._timeout else _time.monotonic() + self._timeout
        while True:
            try:
                return call(end, *args)
            except BlockingIOError:
                if self._timeout == 0.0:
                    raise
                self._wait(end, wanted, deadline)

    # -- being a server

    def bind(self, address, /):
        end = self._open()
        place = _read_address(self, address, "bind")
        if end.local is not None:
            raise _os_error(_errno.EINVAL)
        shared = bool(self._options.get((SOL_SOCKET, SO_REUSEPORT)))
        if self._family == AF_UNIX:
            if not place:
                return
            if not place.startswith("\0"):
                _make_file(place)
            _host.bind(end, AF_UNIX, self._type, place, shared=True)
            end.local = place
            return
        host, port = place
        if self._family == AF_INET and not _is_of_this_host(host):
            raise _os_error(_errno.EADDRNOTAVAIL)
        if not port:
            port = _host.free_port(_host.places(self._family, self._type))
        _host.bind(end, self._family, self._type, port, shared=shared)
        end.local = self._pair(host, port)

    def _pair(self, host, port):
        return (host, port, 0, 0) if self._family == AF_INET6 else (host, port)

    def listen(self, backlog=128, /):
        end = self._open()
        if self._type != SOCK_STREAM:
            raise _os_error(_errno.EOPNOTSUPP)
        if end.connected:
            raise _os_error(_errno.EINVAL)
        if end.local is None and self._family != AF_UNIX:
            self.bind(("::" if self._family == AF_INET6 else "0.0.0.0", 0))
        if end.backlog is None:
            end.backlog = []
            end.tell(0)

    def _accept(self):
        """(descriptor, address); socket.py makes the socket."""
        accepted = self._try(_READABLE, _take_connection)
        return accepted.descriptor, accepted.remote if accepted.remote is not None else ""

    # -- being a client

    def connect(self, address, /):
        number = self._begin_connecting(address, "connect")
        if number:
            raise _os_error(number)

    def connect_ex(self, address, /):
        try:
            return self._begin_connecting(address, "connect_ex")
        except gaierror:
            raise
        except OSError as failure:
            if failure.errno is None:
                raise
            return failure.errno

    def _begin_connecting(self, address, what):
        end = self._open()
        place = _read_address(self, address, what)
        if self._type == SOCK_DGRAM:
            end.remote = place if self._family == AF_UNIX else self._pair(*place)
            end.connected = True
            if end.local is None and self._family != AF_UNIX:
                self.bind(("127.0.0.1", 0))
            return 0
        if end.connected:
            return _errno.EISCONN
        if end.backlog is not None:
            return _errno.EINVAL
        if self._family == AF_UNIX:
            listener = _host.find(AF_UNIX, SOCK_STREAM, place)
            if listener is None and not _os.path.exists(place):
                return _errno.ENOENT
        else:
            host, port = place
            if self._family == AF_INET and not _is_of_this_host(host) and _host.web_name(host) is None:
                raise OSError(_errno.ENETUNREACH, f"{_os.strerror(_errno.ENETUNREACH)} ({_NOWHERE})")
            listener = _host.find(self._family, SOCK_STREAM, port) if _is_of_this_host(host) or self._family != AF_INET else None
            if listener is None and _host.connect_to_web(end, host, port):
                self._set_addresses(end, host, port)
                return _errno.EINPROGRESS if self._timeout == 0.0 else 0
        if listener is None or listener.backlog is None:
            if self._family == AF_UNIX or self._timeout != 0.0:
                return _errno.ECONNREFUSED
            end.failure = _errno.ECONNREFUSED
            end.tell(_FAILED | _HUNG_UP | _WRITABLE)
            return _errno.EINPROGRESS
        if self._family != AF_UNIX:
            self._set_addresses(end, *place)
        else:
            end.remote = place
        _host.enter(end, listener)
        # As over TCP, who does not wait hears of it a little later.
        return _errno.EINPROGRESS if self._timeout == 0.0 and self._family != AF_UNIX else 0

    def _set_addresses(self, end, host, port):
        if end.local is None:
            end.local = self._pair("::1" if self._family == AF_INET6 else "127.0.0.1",
                                   _host.free_port(_host.places(self._family, SOCK_STREAM)))
        end.remote = self._pair("127.0.0.1" if host == "0.0.0.0" else host, port)

    # -- data

    def send(self, data, flags=0, /):
        view = memoryview(data).cast("B")
        if self._type == SOCK_DGRAM:
            end = self._open()
            if end.remote is None and end.peer is None:
                raise _os_error(_errno.EDESTADDRREQ)
            return self._send_packet(view, end.remote)
        return self._try(_WRITABLE, _End.send, view)

    def sendall(self, data, flags=0, /):
        view = memoryview(data).cast("B")
        while len(view):
            view = view[self.send(view):]

    def sendmsg(self, buffers, ancdata=(), flags=0, address=None, /):
        data = b"".join(buffers)
        return self.send(data) if address is None else self.sendto(data, address)

    def sendto(self, data, *where):
        if not 1 <= len(where) <= 2:
            raise TypeError(f"sendto() takes 2 or 3 arguments ({len(where) + 1} given)")
        if self._type == SOCK_STREAM:
            return self.send(data)
        return self._send_packet(memoryview(data).cast("B"), _read_address(self, where[-1], "sendto"))

    def _send_packet(self, data, place):
        end = self._open()
        if self._family != AF_UNIX:
            if end.local is None:
                self.bind(("0.0.0.0", 0))
            if not _is_of_this_host(place[0]) and self._family == AF_INET:
                raise OSError(_errno.ENETUNREACH, f"{_os.strerror(_errno.ENETUNREACH)} ({_NOWHERE})")
        if len(data) > 65507:
            raise _os_error(_errno.EMSGSIZE)
        receiver = end.peer or _host.find(self._family, SOCK_DGRAM, place if self._family == AF_UNIX else place[1])
        if receiver is None:
            if self._family == AF_UNIX:
                raise _os_error(_errno.ECONNREFUSED if _os.path.exists(place) else _errno.ENOENT)
            if end.connected:  # the host answers that nobody is there
                end.failure = _errno.ECONNREFUSED
                end.tell(_FAILED | _READABLE)
            return len(data)
        sender = end.local
        if sender is not None and self._family == AF_INET and sender[0] == "0.0.0.0":
            sender = ("127.0.0.1", sender[1])
        if len(receiver.packets) < _host.PACKETS:
            receiver.packets.append((bytes(data), sender))
            receiver.tell(_READABLE)
        return len(data)

    def recv(self, bufsize, flags=0, /):
        if bufsize < 0:
            raise ValueError("negative buffersize in recv")
        return self._receive(bufsize, flags)[0]

    def recvfrom(self, bufsize, flags=0, /):
        if bufsize < 0:
            raise ValueError("negative buffersize in recvfrom")
        return self._receive(bufsize, flags)

    def _receive(self, count, flags):
        peek = bool(flags & MSG_PEEK)
        if self._type == SOCK_DGRAM:
            return self._try(_READABLE, _take_packet, count, peek)
        if flags & MSG_WAITALL and self._timeout != 0.0:
            data = b""
            while len(data) < count and (more := self._try(_READABLE, _End.receive, count - len(data))):
                data += more
            return data, None
        return self._try(_READABLE, _End.receive, count, peek), None

    def recv_into(self, buffer, nbytes=0, flags=0):
        return self.recvfrom_into(buffer, nbytes, flags)[0]

    def recvfrom_into(self, buffer, nbytes=0, flags=0):
        view = memoryview(buffer).cast("B")
        if nbytes < 0:
            raise ValueError("negative buffersize in recv_into")
        if nbytes > len(view):
            raise ValueError("nbytes is greater than the length of the buffer")
        data, sender = self._receive(nbytes or len(view), flags)
        view[:len(data)] = data
        return len(data), sender

    # -- ends

    def shutdown(self, how, /):
        end = self._open()
        if not end.connected or end.reset:
            raise _os_error(_errno.ENOTCONN)
        if how not in (SHUT_RD, SHUT_WR, SHUT_RDWR):
            raise _os_error(_errno.EINVAL)
        if how != SHUT_WR:
            end.ended = end.finished = True
            end.tell(_READABLE)
        if how != SHUT_RD:
            end.shut_writing()

    def close(self):
        end, self._end = self._end, None
        if end is not None:
            _by_descriptor.pop(end.descriptor, None)
            end.close()

    def detach(self):
        end, self._end = self._end, None
        return -1 if end is None else end.descriptor

    def fileno(self):
        return -1 if self._end is None else self._end.descriptor

    # -- facts

    def getsockname(self):
        end = self._open()
        if end.local is not None:
            return end.local
        return "" if self._family == AF_UNIX else self._pair("::" if self._family == AF_INET6 else "0.0.0.0", 0)

    def getpeername(self):
        end = self._open()
        if not end.connected or end.reset:
            raise _os_error(_errno.ENOTCONN)
        return end.remote if end.remote is not None else ""

    def setsockopt(self, level, option, value, optlen=None, /):
        end = self._open()
        if level == SOL_SOCKET and option == SO_SNDBUF:
            end.send_buffer = max(2 * value, 4608)  # Linux doubles it for its own needs
        elif level == SOL_SOCKET and option == SO_RCVBUF:
            end.receive_buffer = max(2 * value, 2304)
        self._options[level, option] = value if isinstance(value, (bytes, bytearray)) else int(value or 0)

    def getsockopt(self, level, option, buflen=0, /):
        end = self._open()
        if level == SOL_SOCKET and option == SO_ERROR:
            number, end.failure = end.failure, 0
            return number
        if level == SOL_SOCKET:
            known = {SO_TYPE: self._type, SO_DOMAIN: self._family, SO_PROTOCOL: self._proto,
                     SO_ACCEPTCONN: int(end.backlog is not None)}
            if option in known:
                return known[option]
        value = self._options.get((level, option), 0)
        if level == SOL_SOCKET and option in (SO_SNDBUF, SO_RCVBUF):
            return value * 2 or 131072
        if buflen and isinstance(value, int):
            return value.to_bytes(4, "little")[:buflen]
        return value


SocketType = socket
_by_descriptor = {}


def _take_connection(end):
    if end.backlog is None:
        raise _os_error(_errno.EINVAL)
    if not end.backlog:
        raise _os_error(_errno.EAGAIN)
    accepted = end.backlog.pop(0)
    _by_descriptor[accepted.descriptor] = accepted
    end.tell(0)
    return accepted


def _take_packet(end, count, peek):
    if not end.packets:
        if end.failure:
            number, end.failure = end.failure, 0
            end.tell(0)
            raise _os_error(number)
        raise _os_error(_errno.EAGAIN)
    data, sender = end.packets[0] if peek else end.packets.pop(0)
    end.tell(0)
    return data[:count], sender


def socketpair(family=AF_UNIX, type=SOCK_STREAM, proto=0):
    one, other = socket(family, type, proto), socket(family, type, proto)
    _host.join(one._end, other._end)
    return one, other


def dup(fd, /):
    raise NotImplementedError("a socket cannot be duplicated here")


def close(fd, /):
    end = _by_descriptor.pop(fd, None)
    if end is None:
        raise _os_error(_errno.EBADF)
    end.close()


def getdefaulttimeout():
    return _default_timeout


def setdefaulttimeout(timeout, /):
    global _default_timeout
    _default_timeout = None if timeout is None else float(timeout)


# -- names


def gethostname():
    return _os.uname().nodename


def gethostbyname(hostname, /):
    return _look_up(hostname)


def gethostbyname_ex(hostname, /):
    return hostname, [], [_look_up(hostname)]


def gethostbyaddr(ip_address, /):
    address = _look_up(ip_address)
    if not _is_of_this_host(address):
        raise herror(1, f"Unknown host ({_NOWHERE})")
    return "localhost", [], [address]


def _service(port, passive=False):
    if port is None:
        return 0
    if isinstance(port, (bytes, bytearray)):
        port = port.decode("ascii")
    if isinstance(port, str):
        if port.isdigit():
            return int(port)
        if port not in _SERVICES:
            raise gaierror(EAI_SERVICE, "Servname not supported for ai_socktype")
        return _SERVICES[port]
    if not isinstance(port, int):
        raise OSError("Int or String expected")
    return port


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    if family not in (AF_UNSPEC, AF_INET, AF_INET6):
        raise gaierror(EAI_FAMILY, "ai_family not supported")
    number = _service(port)
    if host in ("::1", "::") or family == AF_INET6 and host in (None, "", "localhost"):
        host = host if host in ("::1", "::") else "::1"
        family, address = AF_INET6, (host, number, 0, 0)
    else:
        if flags & AI_NUMERICHOST and host is not None and not _is_number_address(host):
            raise gaierror(EAI_NONAME, "Name or service not known")
        if family == AF_INET6:
            raise gaierror(EAI_NONAME, f"Name or service not known ({_NOWHERE}: {host!r})")
        family, address = AF_INET, (_look_up(host, bool(flags & AI_PASSIVE)), number)
    name = host or "" if flags & AI_CANONNAME else ""
    return [(family, kind, protocol, name, address)
            for kind, protocol in ((SOCK_STREAM, IPPROTO_TCP), (SOCK_DGRAM, IPPROTO_UDP), (SOCK_RAW, 0))
            if type in (0, kind) and proto in (0, protocol)]


def getnameinfo(sockaddr, flags, /):
    host, port = sockaddr[:2]
    if not flags & NI_NUMERICHOST and _is_of_this_host(host):
        host = "localhost"
    if not flags & NI_NUMERICSERV:
        port = next((name for name, number in _SERVICES.items() if number == port), port)
    return host, str(port)


def getservbyname(servicename, protocolname=None, /):
    if servicename not in _SERVICES:
        raise OSError("service/proto not found")
    return _SERVICES[servicename]


def getservbyport(port, protocolname=None, /):
    for name, number in _SERVICES.items():
        if number == port:
            return name
    raise OSError("port/proto not found")


def getprotobyname(protocolname, /):
    if protocolname not in _PROTOCOLS:
        raise OSError("protocol not found")
    return _PROTOCOLS[protocolname]


def inet_aton(ip_addr, /):
    if not _is_number_address(ip_addr):
        raise OSError("illegal IP address string passed to inet_aton")
    return bytes(map(int, ip_addr.split(".")))


def inet_ntoa(packed_ip, /):
    if len(packed_ip) != 4:
        raise OSError("packed IP wrong length")
    return ".".join(map(str, packed_ip))


def inet_pton(address_family, ip_string, /):
    import ipaddress
    kind = {AF_INET: ipaddress.IPv4Address, AF_INET6: ipaddress.IPv6Address}.get(address_family)
    if kind is None:
        raise _os_error(_errno.EAFNOSUPPORT)
    try:
        return kind(ip_string).packed
    except ValueError:
        raise OSError("illegal IP address string passed to inet_pton") from None


def inet_ntop(address_family, packed_ip, /):
    import ipaddress
    kind = {AF_INET: (ipaddress.IPv4Address, 4), AF_INET6: (ipaddress.IPv6Address, 16)}.get(address_family)
    if kind is None:
        raise ValueError(f"unknown address family {address_family}")
    if len(packed_ip) != kind[1]:
        raise ValueError("invalid length of packed IP address string")
    return str(kind[0](bytes(packed_ip)))


def htons(x, /):
    return (x & 0xFF) << 8 | x >> 8


def htonl(x, /):
    return int.from_bytes(x.to_bytes(4, "little"), "big")


ntohs, ntohl = htons, htonl


def if_nameindex():
    return [(1, "lo")]
