# SPDX-License-Identifier: MIT
"""Warnings about names of pydantic 1, which pydantic 2 still has."""


class PydanticDeprecationWarning(DeprecationWarning):
    since = (2, 0)
    expected_removal = (3, 0)

    def __init__(self, message, *args):
        super().__init__(message, *args)
        self.message = message.rstrip(".")

    def __str__(self):
        return (
            f"{self.message}. Deprecated in Pydantic V{self.since[0]}.{self.since[1]} to be removed in "
            f"V{self.expected_removal[0]}.{self.expected_removal[1]}. See Pydantic V2 Migration Guide at "
            "https://errors.pydantic.dev/2.10/migration/"
        )


class PydanticDeprecatedSince20(PydanticDeprecationWarning):
    pass


class PydanticExperimentalWarning(Warning):
    pass
