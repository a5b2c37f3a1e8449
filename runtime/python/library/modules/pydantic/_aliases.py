# SPDX-License-Identifier: MIT
"""Several names, or a path, for one field."""


class AliasPath:
    def __init__(self, first_arg, *args):
        self.path = [first_arg, *args]

    def convert_to_aliases(self):
        return [self.path]

    def __repr__(self):
        return f"AliasPath(path={self.path!r})"


class AliasChoices:
    def __init__(self, first_choice, *choices):
        self.choices = [first_choice, *choices]

    def convert_to_aliases(self):
        return [choice.path if isinstance(choice, AliasPath) else [choice] for choice in self.choices]

    def __repr__(self):
        return f"AliasChoices(choices={self.choices!r})"


class AliasGenerator:
    def __init__(self, alias=None, validation_alias=None, serialization_alias=None):
        self.alias = alias
        self.validation_alias = validation_alias
        self.serialization_alias = serialization_alias

    def generate_aliases(self, field_name):
        return tuple(
            None if make is None else make(field_name) for make in (self.alias, self.validation_alias, self.serialization_alias)
        )
