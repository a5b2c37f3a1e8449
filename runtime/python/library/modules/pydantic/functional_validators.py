# SPDX-License-Identifier: MIT
"""pydantic.functional_validators, by its public name."""

from ._functions import AfterValidator, BeforeValidator, PlainValidator, WrapValidator, field_validator, model_validator
