# SPDX-License-Identifier: MIT
"""Locales: there is one here, "C" (as in CPython's `locale` where the system has no other)."""

__all__ = [
    "CHAR_MAX", "Error", "LC_ALL", "LC_COLLATE", "LC_CTYPE", "LC_MESSAGES", "LC_MONETARY", "LC_NUMERIC", "LC_TIME",
    "atof", "atoi", "currency", "delocalize", "format_string", "getdefaultlocale", "getencoding", "getlocale",
    "getpreferredencoding", "localeconv", "localize", "normalize", "setlocale", "str", "strcoll", "strxfrm",
]

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127


class Error(Exception):
    pass


_chosen = {category: "C" for category in range(LC_ALL)}


def setlocale(category, locale=None):
    if category not in range(LC_ALL + 1):
        raise Error("invalid locale category")
    if isinstance(locale, tuple):
        locale = ".".join(part for part in locale if part) or "C"
    if locale is not None:
        if locale not in ("", "C", "POSIX", "C.UTF-8", "C.utf8"):
            raise Error("unsupported locale setting")
        for each in range(LC_ALL) if category == LC_ALL else (category,):
            _chosen[each] = locale or "C.UTF-8"
    return _chosen[LC_CTYPE if category == LC_ALL else category]


def getlocale(category=LC_CTYPE):
    if category == LC_ALL:
        raise TypeError("category LC_ALL is not supported")
    return ("en_US", "UTF-8") if _chosen[category].lower().endswith(("utf-8", "utf8")) else (None, None)


def getdefaultlocale(envvars=("LC_ALL", "LC_CTYPE", "LANG", "LANGUAGE")):
    return "en_US", "UTF-8"


def getencoding():
    return "utf-8"


def getpreferredencoding(do_setlocale=True):
    return "utf-8"


def normalize(localename):
    return localename


def localeconv():
    numbers = {name: CHAR_MAX for name in (
        "int_frac_digits", "frac_digits", "p_cs_precedes", "p_sep_by_space", "n_cs_precedes", "n_sep_by_space",
        "p_sign_posn", "n_sign_posn")}
    texts = {name: "" for name in (
        "int_curr_symbol", "currency_symbol", "mon_decimal_point", "mon_thousands_sep", "positive_sign", "negative_sign",
        "thousands_sep")}
    return {**numbers, **texts, "mon_grouping": [], "decimal_point": ".", "grouping": []}


def strcoll(a, b, /):
    return (a > b) - (a < b)


def strxfrm(text, /):
    return text


def format_string(f, val, grouping=False, monetary=False):
    return f % val


def currency(val, symbol=True, grouping=False, international=False):
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def delocalize(string):
    return string


def localize(string, grouping=False, monetary=False):
    return string


def str(val):
    return "%.12g" % val


def atof(string, func=float):
    return func(delocalize(string))


def atoi(string):
    return int(delocalize(string))
