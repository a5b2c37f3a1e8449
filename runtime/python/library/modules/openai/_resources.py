# SPDX-License-Identifier: MIT
"""client.chat.completions, client.embeddings, client.models. Each call is the client's own `_call`, which is a coroutine for
AsyncOpenAI."""

from . import _models


class NotGiven:
    """Stands for an argument that is left out."""

    def __bool__(self):
        return False

    def __repr__(self):
        return "NOT_GIVEN"


NOT_GIVEN = NotGiven()


def _given(arguments):
    return {name: value for name, value in arguments.items() if not isinstance(value, NotGiven)}


class _Resource:
    def __init__(self, client):
        self._client = client


class Completions(_Resource):
    def create(self, *, messages, model, stream=False, extra_headers=None, extra_query=None, extra_body=None, timeout=NOT_GIVEN,
               **params):
        """A ChatCompletion; with `stream=True`, a stream of ChatCompletionChunks."""
        body = _given({"messages": messages, "model": model, **params, **(extra_body or {})})
        if stream and not isinstance(stream, NotGiven):
            body["stream"] = True
        return self._client._call("POST", "/chat/completions", body,
                                  _models.ChatCompletionChunk if body.get("stream") else _models.ChatCompletion,
                                  stream=bool(body.get("stream")), headers=extra_headers, query=extra_query, timeout=timeout)


class Chat(_Resource):
    @property
    def completions(self):
        return Completions(self._client)


class Embeddings(_Resource):
    def create(self, *, input, model, extra_headers=None, extra_query=None, extra_body=None, timeout=NOT_GIVEN, **params):
        body = _given({"input": input, "model": model, **params, **(extra_body or {})})
        return self._client._call("POST", "/embeddings", body, _models.CreateEmbeddingResponse, headers=extra_headers,
                                  query=extra_query, timeout=timeout)


class Models(_Resource):
    def list(self, *, timeout=NOT_GIVEN, **extra):
        return self._client._list("/models", timeout)

    def retrieve(self, model, *, timeout=NOT_GIVEN, **extra):
        return self._client._call("GET", f"/models/{model}", None, _models.Model, timeout=timeout)
