# SPDX-License-Identifier: MIT
"""CSS selectors: https://www.crummy.com/software/BeautifulSoup/bs4/doc/#css-selectors-through-the-css-property."""

import re

_TOKENS = re.compile(r"""
    (?P<combinator>\s*[>+~]\s*|\s+) | (?P<comma>\s*,\s*) | (?P<any>\*) | (?P<name>[\w-]+) | \#(?P<id>[\w-]+) | \.(?P<cls>[\w-]+) |
    \[\s*(?P<key>[\w:-]+)\s*(?:(?P<how>[~|^$*!]?=)\s*(?P<value>"[^"]*"|'[^']*'|[^\]\s]+)\s*(?P<flag>[iI])?\s*)?\] |
    :(?P<pseudo>[\w-]+)(?P<open>\()?""", re.VERBOSE)


class SelectorSyntaxError(Exception):
    pass


def select(root, selector, limit=None):
    alternatives = _parse(selector.strip())
    found = []
    for element in root.descendants:
        if hasattr(element, "attrs") and any(_fits(element, chain, root) for chain in alternatives):
            found.append(element)
            if limit and len(found) >= limit:
                break
    return found


def _parse(text):
    """Chains: [(combinator before, tests of one element)...], the last one the element itself."""
    chains, chain, tests, position = [], [], [], 0
    combinator = " "
    while position < len(text):
        token = _TOKENS.match(text, position)
        if token is None:
            raise SelectorSyntaxError(f"Invalid character {text[position]!r} position {position}\n  line 1:\n{text}\n{' ' * position}^")
        position = token.end()
        if token["comma"]:
            chain.append((combinator, tests))
            chains.append(chain)
            chain, tests, combinator = [], [], " "
        elif token["combinator"]:
            if tests:
                chain.append((combinator, tests))
            tests, combinator = [], token["combinator"].strip() or " "
        elif token["pseudo"]:
            argument = None
            if token["open"]:
                end = _closing(text, position)
                argument, position = text[position:end], end + 1
            tests.append(_pseudo(token["pseudo"], argument))
        else:
            tests.append(_simple(token))
    if not tests:
        raise SelectorSyntaxError(f"Expected a selector at position {position}\n  line 1:\n{text}\n{' ' * position}^")
    chain.append((combinator, tests))
    return [*chains, chain]


def _closing(text, position):
    depth = 1
    while position < len(text):
        depth += {"(": 1, ")": -1}.get(text[position], 0)
        if not depth:
            return position
        position += 1
    raise SelectorSyntaxError(f"Unclosed pseudo-class at position {position}")


def _words(element, key):
    value = element.attrs.get(key)
    return value if isinstance(value, list) else [] if value is None else value.split()


def _simple(token):
    if token["any"]:
        return lambda element: True
    if token["name"]:
        name = token["name"].lower()
        return lambda element: element.name.lower() == name
    if token["id"]:
        return lambda element: element.attrs.get("id") == token["id"]
    if token["cls"]:
        return lambda element: token["cls"] in _words(element, "class")
    key, how, value = token["key"], token["how"], token["value"]
    if how is None:
        return lambda element: key in element.attrs
    if value[:1] in "\"'":
        value = value[1:-1]
    fold = str.lower if token["flag"] else str
    value = fold(value)

    def test(element):
        given = element.attrs.get(key)
        if given is None:
            return how == "!="
        text = fold(" ".join(given) if isinstance(given, list) else given)
        if how == "=":
            return text == value
        if how == "!=":
            return text != value
        if how == "~=":
            return value in text.split()
        if how == "|=":
            return text == value or text.startswith(f"{value}-")
        return bool(value) and {"^=": text.startswith, "$=": text.endswith, "*=": text.__contains__}[how](value)

    return test


def _tags(element):
    return [child for child in element.parent.contents if hasattr(child, "attrs")] if element.parent is not None else [element]


def _place(element, same_name, backwards):
    """Counted from 1."""
    siblings = [one for one in _tags(element) if not same_name or one.name == element.name]
    position = next(number for number, one in enumerate(siblings) if one is element)
    return len(siblings) - position if backwards else position + 1


def _nth(formula):
    formula = formula.strip().lower()
    formula = {"odd": "2n+1", "even": "2n"}.get(formula, formula).replace(" ", "")
    if "n" not in formula:
        return lambda place: place == int(formula)
    step, _, start = formula.partition("n")
    step = int(step + "1") if step in ("", "+", "-") else int(step)
    start = int(start or 0)
    return lambda place: (place - start) % step == 0 and (place - start) // step >= 0 if step else place == start


def _pseudo(name, argument):
    same_name = name.endswith("of-type")
    backwards = "last" in name
    if name in ("first-child", "last-child", "first-of-type", "last-of-type"):
        return lambda element: _place(element, same_name, backwards) == 1
    if name in ("only-child", "only-of-type"):
        return lambda element: _place(element, same_name, False) == _place(element, same_name, True) == 1
    if name in ("nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type"):
        fits = _nth(argument)
        return lambda element: fits(_place(element, same_name, backwards))
    if name == "not":
        chains = _parse(argument.strip())
        return lambda element: not any(_fits(element, chain, None) for chain in chains)
    if name in ("is", "where"):
        chains = _parse(argument.strip())
        return lambda element: any(_fits(element, chain, None) for chain in chains)
    if name == "has":
        return lambda element: bool(select(element, argument, 1))
    if name in ("-soup-contains", "contains"):
        texts = [text.strip().strip("\"'") for text in argument.split(",")]
        return lambda element: any(text in element.get_text() for text in texts)
    if name == "empty":
        return lambda element: not any(hasattr(child, "attrs") or child.strip() for child in element.contents)
    if name == "root":
        return lambda element: element.parent is not None and element.parent.hidden
    raise SelectorSyntaxError(f"':{name}' was detected as a pseudo-class and is either unsupported or invalid. If the syntax was not "
                              "intended to be recognized as a pseudo-class, please escape the colon.")


def _fits(element, chain, root):
    combinator, tests = chain[-1]
    if not all(test(element) for test in tests):
        return False
    before = chain[:-1]
    if not before:
        return combinator == " " or root is None or combinator == ">" and element.parent is root
    if combinator == ">":
        candidates = [element.parent]
    elif combinator == " ":
        candidates = element.parents
    else:
        candidates = (one for one in element.previous_siblings if hasattr(one, "attrs"))
        if combinator == "+":
            first = next(candidates, None)
            candidates = [] if first is None else [first]
    return any(one is not None and not one.hidden and _fits(one, before, root) for one in candidates)
