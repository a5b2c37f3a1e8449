# SPDX-License-Identifier: MIT
from json import JSONEncoder
