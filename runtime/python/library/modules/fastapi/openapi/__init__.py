# SPDX-License-Identifier: MIT
"""An application's description in OpenAPI 3.1."""
