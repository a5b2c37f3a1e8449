# SPDX-License-Identifier: MIT
"""What calls return: objects made of JSON, with the fields that the library's own have, and those that came besides."""


class BaseModel:
    """`_defaults` are the fields, in their order, that may be missing; `_parts` the types of those that are objects or lists of
    objects."""

    _fields = ()
    _defaults = {}
    _parts = {}

    def __init__(self, **data):
        self._fields_set = tuple(data)
        for name in (*self._fields, *data):
            if name in data or name in self._defaults:
                self.__dict__[name] = self._made(name, data.get(name, self._defaults.get(name)))

    @classmethod
    def _made(cls, name, value):
        part = cls._parts.get(name, BaseModel)
        if isinstance(value, list):
            return [part(**item) if isinstance(item, dict) else item for item in value]
        return part(**value) if isinstance(value, dict) else value

    def _items(self):
        return [(name, value) for name, value in self.__dict__.items() if not name.startswith("_")]

    def model_dump(self, *, mode="python", exclude_unset=False, exclude_none=False, **kwargs):
        return {name: _plain(value, exclude_unset, exclude_none) for name, value in self._items()
                if not (exclude_unset and name not in self._fields_set or exclude_none and value is None)}

    def to_dict(self, *, exclude_unset=True, exclude_none=False, **kwargs):
        return self.model_dump(exclude_unset=exclude_unset, exclude_none=exclude_none)

    def model_dump_json(self, *, indent=None, **kwargs):
        import json
        return json.dumps(self.model_dump(**kwargs), indent=indent, ensure_ascii=False,
                          separators=(",", ":") if indent is None else None)

    def to_json(self, *, indent=2, **kwargs):
        import json
        return json.dumps(self.to_dict(**kwargs), indent=indent, ensure_ascii=False)

    def __eq__(self, other):
        return type(self) is type(other) and self._items() == other._items()

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._items())})"

    def __str__(self):
        return repr(self)


def _plain(value, exclude_unset, exclude_none):
    if isinstance(value, BaseModel):
        return value.model_dump(exclude_unset=exclude_unset, exclude_none=exclude_none)
    if isinstance(value, list):
        return [_plain(item, exclude_unset, exclude_none) for item in value]
    return value


def _model(name, fields, defaults="", **parts):
    """A class of the library's, named as it names it: https://github.com/openai/openai-python/tree/main/src/openai/types."""
    names = tuple(fields.split())
    return type(name, (BaseModel,), {"_fields": names, "_defaults": dict.fromkeys(defaults.split()), "_parts": parts,
                                     "__module__": "openai.types"})


FunctionCall = _model("FunctionCall", "arguments name")
ToolCall = _model("ChatCompletionMessageFunctionToolCall", "id function type", function=_model("Function", "arguments name"))
ChatCompletionMessage = _model("ChatCompletionMessage", "content refusal role annotations audio function_call tool_calls",
                               "content refusal annotations audio function_call tool_calls", function_call=FunctionCall,
                               tool_calls=ToolCall)
Choice = _model("Choice", "finish_reason index logprobs message", "logprobs", message=ChatCompletionMessage)
CompletionUsage = _model("CompletionUsage",
                         "completion_tokens prompt_tokens total_tokens completion_tokens_details prompt_tokens_details",
                         "completion_tokens_details prompt_tokens_details")
ChatCompletion = _model("ChatCompletion", "id choices created model object service_tier system_fingerprint usage",
                        "service_tier system_fingerprint usage", choices=Choice, usage=CompletionUsage)
ChoiceDelta = _model("ChoiceDelta", "content function_call refusal role tool_calls",
                     "content function_call refusal role tool_calls")
ChunkChoice = _model("Choice", "delta finish_reason index logprobs", "finish_reason logprobs", delta=ChoiceDelta)
ChatCompletionChunk = _model("ChatCompletionChunk", "id choices created model object service_tier system_fingerprint usage",
                             "service_tier system_fingerprint usage", choices=ChunkChoice, usage=CompletionUsage)
Embedding = _model("Embedding", "embedding index object")
CreateEmbeddingResponse = _model("CreateEmbeddingResponse", "data model object usage", "", data=Embedding,
                                 usage=_model("Usage", "prompt_tokens total_tokens"))
Model = _model("Model", "id created object owned_by")


class SyncPage(BaseModel):
    """A list of objects that is also the iteration over them."""

    _fields = ("data", "object")
    _parts = {"data": Model}

    def __iter__(self):
        return iter(self.data)


class AsyncPage(SyncPage):
    async def __aiter__(self):
        for item in self.data:
            yield item


class AsyncPaginator:
    """A list that has not been asked for yet: to be awaited, or iterated over."""

    def __init__(self, ask):
        self._ask = ask

    def __await__(self):
        return self._ask().__await__()

    async def __aiter__(self):
        async for item in await self._ask():
            yield item
