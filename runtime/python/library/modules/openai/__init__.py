# SPDX-License-Identifier: MIT
"""Chat with language models, with the interface of openai (https://github.com/openai/openai-python). When a program has neither a
key nor an address of its own, https://mock.loopscope/v1 answers."""

from . import _models as types
from ._client import DEFAULT_MAX_RETRIES, DEFAULT_TIMEOUT, AsyncOpenAI, OpenAI
from ._client import VERSION as __version__
from ._exceptions import (APIConnectionError, APIError, APIResponseValidationError, APIStatusError, APITimeoutError, AuthenticationError,
                          BadRequestError, ConflictError, InternalServerError, NotFoundError, OpenAIError, PermissionDeniedError,
                          RateLimitError, UnprocessableEntityError)
from ._resources import NOT_GIVEN, NotGiven
from ._streaming import AsyncStream, Stream

Client = OpenAI
AsyncClient = AsyncOpenAI

# They are what programs see: openai.RateLimitError, not openai._exceptions.RateLimitError.
for _name, _value in list(globals().items()):
    if not _name.startswith("_") and isinstance(_value, type):
        _value.__module__ = "openai"
