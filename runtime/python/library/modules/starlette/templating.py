# SPDX-License-Identifier: MIT
"""Templates need the package jinja2, which is not here."""


class Jinja2Templates:
    def __init__(self, *args, **kwargs):
        raise AssertionError("jinja2 must be installed to use Jinja2Templates; Loopscope cannot install packages: return an HTMLResponse with an f-string")
