# SPDX-License-Identifier: MIT
"""Query(), Body(), Depends()...: the classes of `params`, as functions (so that type checkers take them as defaults)."""

from pydantic._core import MISSING as Undefined

from . import params


def Path(default=..., **given):
    return params.Path(default, **given)


def Query(default=Undefined, **given):
    return params.Query(default, **given)


def Header(default=Undefined, **given):
    return params.Header(default, **given)


def Cookie(default=Undefined, **given):
    return params.Cookie(default, **given)


def Body(default=Undefined, **given):
    return params.Body(default, **given)


def Form(default=Undefined, **given):
    return params.Form(default, **given)


def File(default=Undefined, **given):
    return params.File(default, **given)


def Depends(dependency=None, *, use_cache=True):
    return params.Depends(dependency, use_cache=use_cache)


def Security(dependency=None, *, scopes=None, use_cache=True):
    return params.Security(dependency, scopes=scopes, use_cache=use_cache)
