# SPDX-License-Identifier: MIT
"""Names of pydantic 1 that pydantic 2 does not have: what became of them."""

from .errors import PydanticImportError

_REMOVED = frozenset(
    "ConstrainedBytes ConstrainedDate ConstrainedDecimal ConstrainedFloat ConstrainedFrozenSet ConstrainedInt ConstrainedList "
    "ConstrainedSet ConstrainedStr JsonWrapper NoneBytes NoneStr NoneStrBytes Protocol Required StrBytes compiled "
    "create_model_from_namedtuple create_model_from_typeddict parse_file_as parse_raw_as stricturl validate_model".split()
)


def explain(name):
    if name == "BaseSettings":
        raise PydanticImportError(
            "`BaseSettings` has been moved to the `pydantic-settings` package. See "
            "https://docs.pydantic.dev/2.10/migration/#basesettings-has-moved-to-pydantic-settings for more details."
        )
    if name in _REMOVED:
        raise PydanticImportError(f"`pydantic:{name}` has been removed in V2.")
    raise AttributeError(f"module 'pydantic' has no attribute {name!r}")
