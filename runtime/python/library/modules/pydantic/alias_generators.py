# SPDX-License-Identifier: MIT
"""Names from one convention to another."""

import re


def to_pascal(snake):
    camel = snake.title()
    return re.sub("([0-9A-Za-z])_(?=[0-9A-Z])", lambda match: match[1], camel)


def to_camel(snake):
    if re.match("^[a-z]+[A-Za-z0-9]*$", snake) and not re.search(r"\d[a-z]+[A-Z]|_", snake):
        return snake
    camel = to_pascal(snake)
    return re.sub("(^_*[A-Z])", lambda match: match[1].lower(), camel)


def to_snake(camel):
    snake = re.sub(r"([A-Z]+)([A-Z][a-z])", lambda match: f"{match[1]}_{match[2]}", camel)
    snake = re.sub(r"([a-z])([A-Z])", lambda match: f"{match[1]}_{match[2]}", snake)
    snake = re.sub(r"([0-9])([A-Z])", lambda match: f"{match[1]}_{match[2]}", snake)
    snake = re.sub(r"([a-z])([0-9])", lambda match: f"{match[1]}_{match[2]}", snake)
    return snake.replace("-", "_").lower()
