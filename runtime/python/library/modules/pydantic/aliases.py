# SPDX-License-Identifier: MIT
"""pydantic.aliases, by its public name."""

from ._aliases import AliasChoices, AliasGenerator, AliasPath
