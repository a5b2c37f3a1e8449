# SPDX-License-Identifier: MIT
"""SecurityScopes: what the dependencies above ask for."""


class SecurityScopes:
    def __init__(self, scopes=None):
        self.scopes = scopes or []
        self.scope_str = " ".join(self.scopes)
