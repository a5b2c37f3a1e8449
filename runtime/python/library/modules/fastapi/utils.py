# SPDX-License-Identifier: MIT
"""Small questions about status codes and names."""

import re


def is_body_allowed_for_status_code(status_code):
    if status_code is None or status_code in ("default", "1XX", "2XX", "3XX", "4XX", "5XX"):
        return True
    return not (int(status_code) < 200 or int(status_code) in (204, 205, 304))


def generate_unique_id(route):
    name = re.sub(r"\W", "_", f"{route.name}{route.path_format}")
    return f"{name}_{list(route.methods)[0].lower()}"


def deep_dict_update(main, update):
    for key, value in update.items():
        if isinstance(main.get(key), dict) and isinstance(value, dict):
            deep_dict_update(main[key], value)
        elif isinstance(main.get(key), list) and isinstance(value, list):
            main[key] = main[key] + value
        else:
            main[key] = value
