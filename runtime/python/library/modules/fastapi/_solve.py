# SPDX-License-Identifier: MIT
"""A request to the arguments of an endpoint: follows the plan that `_dependant` made."""

from contextlib import asynccontextmanager

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, Headers, ImmutableMultiDict
from starlette.datastructures import UploadFile as StarletteUploadFile
from starlette.responses import Response

from . import params
from ._dependant import get_dependant
from ._fields import is_sequence, members, missing_error, without_annotated
from .background import BackgroundTasks
from .concurrency import contextmanager_in_threadpool
from ._security_scopes import SecurityScopes


class Solving:
    """One request's share: what its dependencies have given so far."""

    __slots__ = ("request", "body", "background_tasks", "_response", "cache", "stack", "overrides", "embed", "errors")

    def __init__(self, request, body, stack, overrides, embed):
        self.request = request
        self.body = body
        self.background_tasks = None
        self._response = None
        self.cache = {}
        self.stack = stack
        self.overrides = overrides
        self.embed = embed

    @property
    def response(self):
        """The response on which dependencies set headers, cookies and the status."""
        if self._response is None:
            self._response = Response()
            del self._response.headers["content-length"]
            self._response.status_code = None
        return self._response


async def solve(dependant, solving):
    """(arguments, errors) of one function."""
    values = {}
    errors = []
    for sub in dependant.dependencies:
        plan, call = sub, sub.call
        if solving.overrides and call in solving.overrides:
            call = solving.overrides[call]
            plan = get_dependant(path=sub.path, call=call, name=sub.name, security_scopes=sub.security_scopes)
        arguments, sub_errors = await solve(plan, solving)
        if sub_errors:
            errors += sub_errors
            continue
        if sub.use_cache and sub.cache_key in solving.cache:
            solved = solving.cache[sub.cache_key]
        elif plan.kind == "coroutine":
            solved = await call(**arguments)
        elif plan.kind == "function":
            solved = await run_in_threadpool(call, **arguments)
        elif plan.kind == "async generator":
            solved = await solving.stack.enter_async_context(asynccontextmanager(call)(**arguments))
        else:
            solved = await solving.stack.enter_async_context(contextmanager_in_threadpool(call, arguments))
        if sub.name is not None:
            values[sub.name] = solved
        solving.cache.setdefault(sub.cache_key, solved)
    request = solving.request
    if dependant.path_params:
        _parameters(dependant.path_params, request.path_params, values, errors)
    if dependant.query_params:
        _parameters(dependant.query_params, request.query_params, values, errors)
    if dependant.header_params:
        _parameters(dependant.header_params, request.headers, values, errors)
    if dependant.cookie_params:
        _parameters(dependant.cookie_params, request.cookies, values, errors)
    if dependant.body_params:
        await _body(dependant.body_params, solving.body, solving.embed, values, errors)
    for name in dependant.request_names:
        values[name] = request
    if dependant.background_name:
        if solving.background_tasks is None:
            solving.background_tasks = BackgroundTasks()
        values[dependant.background_name] = solving.background_tasks
    if dependant.response_name:
        values[dependant.response_name] = solving.response
    if dependant.scopes_name:
        values[dependant.scopes_name] = SecurityScopes(scopes=dependant.security_scopes)
    return values, errors


def _parameters(fields, received, values, errors):
    if len(fields) == 1 and fields[0].model is not None:
        _model_of_parameters(fields[0], received, values, errors)
        return
    for field in fields:
        value = _found(field.alias, field.sequence, field.form, received)
        loc = (field.place, field.alias)
        if value is None:
            if field.required:
                errors.append(missing_error(loc))
                continue
            value = field.get_default()
            if value is None:
                values[field.name] = None
                continue
        result, wrong = field.validate(value, loc)
        if wrong:
            errors += wrong
        else:
            values[field.name] = result


def _found(alias, sequence, form, received):
    if sequence and isinstance(received, (ImmutableMultiDict, Headers)):
        return received.getlist(alias) or None
    value = received.get(alias, None)
    return None if form and value == "" else value


def _model_of_parameters(field, received, values, errors):
    """All parameters of one place as the fields of one model."""
    found, known = {}, set()
    for name, info in field.model.model_fields.items():
        alias = info.alias or name
        if isinstance(received, Headers) and field.convert and alias == name:
            alias = name.replace("_", "-")
        value = _found(alias, is_sequence(info.annotation), field.form, received)
        if value is None and not info.is_required():
            value = info.get_default(call_default_factory=True)
        if value is not None:
            found[info.alias or name] = value
        known.update((alias, name))
    for key, value in received.items():
        if key not in known:
            found[key] = value
    result, wrong = field.validate(found, (field.place,))
    if wrong:
        errors += wrong
    else:
        values[field.name] = result


async def _body(fields, body, embed, values, errors):
    first = fields[0]
    alone = len(fields) == 1 and not embed
    if isinstance(body, FormData):
        body = await _form_values(fields, first, body, alone)
    for field in fields:
        loc = ("body",) if alone else ("body", field.alias)
        value = body
        if not alone and body is not None:
            if not hasattr(body, "get"):
                errors.append(missing_error(loc))
                continue
            value = body.get(field.alias)
        if value is None:
            if field.required:
                errors.append(missing_error(loc))
            else:
                values[field.name] = field.get_default()
            continue
        result, wrong = field.validate(value, loc)
        if wrong:
            errors += wrong
        else:
            values[field.name] = result


async def _form_values(fields, first, body, alone):
    """A form by the names of fields; of a model's fields, if there is one model."""
    if alone and first.model is not None:
        rows = [
            (info.alias or name, is_sequence(info.annotation), info.annotation, None if info.is_required() else info)
            for name, info in first.model.model_fields.items()
        ]
    else:
        rows = [(field.alias, field.sequence, field.hint, None if field.required else field.field_info) for field in fields]
    as_files = isinstance(first.field_info, params.File)
    values = {}
    for alias, sequence, hint, optional in rows:
        value = _found(alias, sequence, True, body)
        if value is None and optional is not None:
            value = optional.get_default(call_default_factory=True)
        if value is None:
            continue
        if as_files and _wants_bytes(hint):
            if isinstance(value, StarletteUploadFile):
                value = await value.read()
            elif isinstance(value, list):
                value = [await each.read() if isinstance(each, StarletteUploadFile) else each for each in value]
        values[alias] = value
    for key, value in body.items():
        values.setdefault(key, value)
    return values


def _wants_bytes(hint):
    from ._fields import item_types

    wanted = [without_annotated(each) for each in (*members(hint), *item_types(hint))]
    return bytes in wanted
