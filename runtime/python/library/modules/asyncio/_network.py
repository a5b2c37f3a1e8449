# SPDX-License-Identifier: MIT
"""Connections of the event loop: CPython's own, over the sockets of the pretend host (`_pretend_host`).

The methods come from CPython's BaseEventLoop and BaseSelectorEventLoop; the loop itself is ours, so what they need of a
selector is the loop's own watching of descriptors. Loaded when a program first asks for a connection or a server."""

import sys
import types
import weakref


class StandInForSubprocess:
    """CPython's modules import subprocess for a few constants; here it does not have to exist."""

    def __enter__(self):
        self._absent = "subprocess" not in sys.modules
        if self._absent:
            sys.modules["subprocess"] = types.SimpleNamespace(PIPE=-1, STDOUT=-2, DEVNULL=-3)

    def __exit__(self, *exc_info):
        if self._absent:
            del sys.modules["subprocess"]


with StandInForSubprocess():
    from . import _cpython_base_events as base_events
    from . import selector_events

Server = base_events.Server
Server.__module__ = "asyncio.base_events"

_FROM_BASE = """
    _check_sendfile_params _connect_sock _create_connection_transport _create_server_getaddrinfo _ensure_resolved
    _sendfile_fallback _sock_sendfile_fallback connect_accepted_socket create_connection create_datagram_endpoint
    _sock_sendfile_native create_server sendfile sock_sendfile
""".split()
_FROM_SELECTOR = """
    _accept_connection _accept_connection2 _ensure_fd_no_transport _make_datagram_transport _make_socket_transport
    _sendfile_native _sock_accept _sock_connect _sock_connect_cb _sock_read_done _sock_recv
    _sock_recv_into _sock_recvfrom _sock_recvfrom_into _sock_sendall _sock_sendto _sock_write_done
    _start_serving add_reader add_writer remove_reader remove_writer sock_accept sock_connect sock_recv
    sock_recv_into sock_recvfrom sock_recvfrom_into sock_sendall sock_sendto
""".split()


class _Selector:
    """As much of a selector as transports ask for: what is watched."""

    def __init__(self, loop):
        self._loop = loop

    def get_key(self, fd):
        reader, writer = self._loop._watched(fd)
        if reader is None and writer is None:
            raise KeyError(f"{fd!r} is not registered")
        import selectors
        events = (reader is not None) * selectors.EVENT_READ | (writer is not None) * selectors.EVENT_WRITE
        return selectors.SelectorKey(fd, fd, events, (reader, writer))


def _stop_serving(self, sock):
    """Also takes the name of a Unix server away."""
    import os
    import socket
    inode = self._unix_server_sockets.pop(sock, None) if sock.family == socket.AF_UNIX else None
    path = sock.getsockname() if inode is not None else None
    self._remove_reader(sock.fileno())
    sock.close()
    if path is not None:
        try:
            if os.stat(path).st_ino == inode:
                os.unlink(path)
        except FileNotFoundError:
            pass


async def _getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
    """No thread need wait for an answer: it is known here, and comes an iteration later."""
    import socket
    future = self.create_future()
    self.call_soon(_answer, future, socket.getaddrinfo, host, port, family, type, proto, flags)
    return await future


async def _getnameinfo(self, sockaddr, flags=0):
    import socket
    future = self.create_future()
    self.call_soon(_answer, future, socket.getnameinfo, sockaddr, flags)
    return await future


def _answer(future, ask, *args):
    if future.cancelled():
        return
    try:
        future.set_result(ask(*args))
    except OSError as error:
        future.set_exception(error)


def _make_ssl_transport(self, rawsock, protocol, sslcontext, waiter=None, *, server_side=False, server_hostname=None,
                        extra=None, server=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
    """TLS is not spoken here (see the module ssl): the connection is the plain one."""
    import ssl
    ssl._speak_https(rawsock)
    extra = {**(extra or {}), "sslcontext": sslcontext, "peername": rawsock.getpeername()}
    return self._make_socket_transport(rawsock, protocol, waiter, extra=extra, server=server)


def install(cls):
    """Gives a class of event loops its methods for connections, in the place of those that call this."""
    for names, source in ((_FROM_BASE, base_events.BaseEventLoop),
                          (_FROM_SELECTOR, selector_events.BaseSelectorEventLoop)):
        for name in names:
            setattr(cls, name, vars(source)[name])
    cls._make_ssl_transport = _make_ssl_transport
    cls.getaddrinfo = _getaddrinfo
    cls.getnameinfo = _getnameinfo
    cls._stop_serving = _stop_serving
    cls._unix_server_sockets = {}
    # Descriptors are the program's, so all loops may share the table.
    cls._transports = weakref.WeakValueDictionary()
    cls._selector = property(_Selector)


def install_unix(cls):
    """The methods for sockets with a path; seldom used, so apart."""
    with StandInForSubprocess():
        from ._cpython_unix_events import _UnixSelectorEventLoop as source
    for name in ("create_unix_connection", "create_unix_server"):
        setattr(cls, name, vars(source)[name])
