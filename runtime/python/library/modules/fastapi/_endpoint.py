# SPDX-License-Identifier: MIT
"""A path operation as a function from request to response: body, dependencies, the call, the answer."""

import json
from contextlib import AsyncExitStack

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.responses import Response

from ._dependant import flat_dependants
from ._solve import Solving, solve
from .datastructures import Default
from .encoders import jsonable_encoder
from .exceptions import FastAPIError, HTTPException, RequestValidationError
from .utils import is_body_allowed_for_status_code

_NO_RESPONSE = (
    "No response object was returned. There's a high chance that the application code is raising an exception and a dependency with yield "
    "has a block with a bare except, or a block with except Exception, and is not raising the exception again. Read more about it in the "
    "docs: https://fastapi.tiangolo.com/tutorial/dependencies/dependencies-with-yield/#dependencies-with-yield-and-except"
)


def embeds(fields):
    """Whether body parameters are found under their names in one JSON object."""
    if not fields:
        return False
    if len({field.name for field in fields}) > 1 or getattr(fields[0].field_info, "embed", None):
        return True
    return fields[0].form and fields[0].model is None


def request_handler(dependant, *, status_code, response_class, response_field, dump_options, overrides_provider):
    flat = flat_dependants(dependant)
    body_fields = [field for each in flat for field in each.body_params]
    embed = embeds(body_fields)
    has_body, is_form = bool(body_fields), bool(body_fields) and body_fields[0].form
    needs_stack = any(each.kind in ("generator", "async generator") for each in flat[1:])
    is_coroutine = dependant.kind == "coroutine"
    actual_class = response_class.value if isinstance(response_class, Default) else response_class
    call = dependant.call

    async def answer(request, body, stack):
        overrides = overrides_provider.dependency_overrides if overrides_provider is not None else None
        solving = Solving(request, body, stack, overrides, embed)
        values, errors = await solve(dependant, solving)
        if errors:
            return None, errors
        raw = await call(**values) if is_coroutine else await run_in_threadpool(call, **values)
        if isinstance(raw, Response):
            if raw.background is None:
                raw.background = solving.background_tasks
            return raw, None
        extra = solving._response
        code = extra.status_code if extra is not None and extra.status_code else status_code
        content = response_field.encode(raw, dump_options) if response_field is not None else jsonable_encoder(raw)
        arguments = {"background": solving.background_tasks}
        if code is not None:
            arguments["status_code"] = code
        response = actual_class(content, **arguments)
        if not is_body_allowed_for_status_code(response.status_code):
            response.body = b""
        if extra is not None:
            response.raw_headers.extend(extra.raw_headers)
        return response, None

    async def handle(request):
        body = None
        if has_body:
            body = await _form(request) if is_form else await _json_or_bytes(request)
        if needs_stack or overrides_provider is not None and overrides_provider.dependency_overrides:
            response = errors = None
            async with AsyncExitStack() as stack:
                response, errors = await answer(request, body, stack)
        else:
            response, errors = await answer(request, body, None)
        if is_form:
            await request.close()
        if errors:
            raise RequestValidationError(errors, body=body)
        if response is None:
            raise FastAPIError(_NO_RESPONSE)
        return response

    return handle


async def _form(request):
    try:
        return await request.form()
    except StarletteHTTPException:
        raise
    except Exception as error:
        raise HTTPException(status_code=400, detail="There was an error parsing the body") from error


async def _json_or_bytes(request):
    try:
        data = await request.body()
        if not data:
            return None
        kind = request.headers.get("content-type")
        if kind:
            main, _, sub = kind.partition(";")[0].strip().lower().partition("/")
            if main != "application" or sub != "json" and not sub.endswith("+json"):
                return data
        return await request.json()
    except json.JSONDecodeError as error:
        details = {"type": "json_invalid", "loc": ("body", error.pos), "msg": "JSON decode error", "input": {}, "ctx": {"error": error.msg}}
        raise RequestValidationError([details], body=error.doc) from error
    except StarletteHTTPException:
        raise
    except Exception as error:
        raise HTTPException(status_code=400, detail="There was an error parsing the body") from error
