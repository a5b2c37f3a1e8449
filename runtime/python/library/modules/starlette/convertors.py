# SPDX-License-Identifier: MIT
"""Kinds of path parameters: {name}, {name:int}, {name:path}..."""


class Convertor:
    regex = ""

    def convert(self, value):
        return value

    def to_string(self, value):
        return str(value)


class StringConvertor(Convertor):
    regex = "[^/]+"

    def to_string(self, value):
        value = str(value)
        assert "/" not in value, "May not contain path separators"
        assert value, "Must not be empty"
        return value


class PathConvertor(Convertor):
    regex = ".*"


class IntegerConvertor(Convertor):
    regex = "[0-9]+"

    def convert(self, value):
        return int(value)

    def to_string(self, value):
        value = int(value)
        assert value >= 0, "Negative integers are not supported"
        return str(value)


class FloatConvertor(Convertor):
    regex = r"[0-9]+(\.[0-9]+)?"

    def convert(self, value):
        return float(value)

    def to_string(self, value):
        return f"{float(value):0.20f}".rstrip("0").rstrip(".")


class UUIDConvertor(Convertor):
    regex = "[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}"

    def convert(self, value):
        import uuid

        return uuid.UUID(value)


CONVERTOR_TYPES = {
    "str": StringConvertor(),
    "path": PathConvertor(),
    "int": IntegerConvertor(),
    "float": FloatConvertor(),
    "uuid": UUIDConvertor(),
}


def register_url_convertor(key, convertor):
    CONVERTOR_TYPES[key] = convertor
