# SPDX-License-Identifier: MIT
"""Leads the name mock.loopscope to the stand-in server: Python loads this before a program that is being recorded.

LOOPSCOPE_MOCK_PORTS has the server's two ports, for http and https.

Where openai, bs4 or tenacity is not installed, programs with it are recorded with Loopscope's own package. LOOPSCOPE_MODULES is its
folder: last in the path, where all its other modules have names that Python or a package has before."""

import importlib.util
import os
import sys

if _ports := os.environ.get("LOOPSCOPE_MOCK_PORTS"):
    import socket

    _NAME = "mock.loopscope"
    _ADDRESS = "127.198.18.80"  # of loopback, and nobody else's
    _to = dict(zip((80, 443), map(int, _ports.split())))
    _getaddrinfo, _connect, _connect_ex = socket.getaddrinfo, socket.socket.connect, socket.socket.connect_ex

    def _there(address):
        if isinstance(address, tuple) and address[:1] == (_ADDRESS,) and address[1] in _to:
            return "127.0.0.1", _to[address[1]]
        return address

    def getaddrinfo(host, port, *args, **kwargs):
        name = host.decode() if isinstance(host, bytes) else host
        return _getaddrinfo(_ADDRESS if name == _NAME else host, port, *args, **kwargs)

    def connect(self, address):
        return _connect(self, _there(address))

    def connect_ex(self, address):
        return _connect_ex(self, _there(address))

    socket.getaddrinfo, socket.socket.connect, socket.socket.connect_ex = getaddrinfo, connect, connect_ex

    if None in map(importlib.util.find_spec, ("bs4", "openai", "tenacity")):
        sys.path.append(os.environ["LOOPSCOPE_MODULES"])
