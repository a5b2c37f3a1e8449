# SPDX-License-Identifier: MIT
from json import JSONDecodeError, JSONDecoder
