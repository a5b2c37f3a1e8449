# SPDX-License-Identifier: MIT
from collections.abc import *
from collections.abc import __all__, _check_methods
