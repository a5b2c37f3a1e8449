# SPDX-License-Identifier: MIT
"""pydantic.functional_serializers, by its public name."""

from ._functions import PlainSerializer, WrapSerializer, field_serializer, model_serializer
