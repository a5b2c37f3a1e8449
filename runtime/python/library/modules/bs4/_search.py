# SPDX-License-Identifier: MIT
"""What find() and its relatives look for: https://www.crummy.com/software/BeautifulSoup/bs4/doc/#kinds-of-filters."""


def find(source, elements, name, attrs, string, limit, kwargs):
    from .element import NavigableString, ResultSet, Tag
    if string is None and "text" in kwargs:
        string = kwargs.pop("text")
    wanted = dict(attrs) if isinstance(attrs, dict) else {"class": attrs}
    if "class_" in kwargs:
        wanted["class"] = kwargs.pop("class_")
    wanted.update(kwargs)
    found = ResultSet(source)
    for element in elements:
        if isinstance(element, Tag):
            fits = not element.hidden and _tag_fits(element, name, wanted, string)
        else:
            fits = string is not None and name is None and not wanted and isinstance(element, NavigableString) and matches(element, string)
        if fits:
            found.append(element)
            if limit and len(found) >= limit:
                break
    return found


def _tag_fits(tag, name, wanted, string):
    if string is not None and name is None and not wanted:
        return False
    if name is not None and name is not True:
        if callable(name) and not hasattr(name, "search"):
            if not name(tag):
                return False
        elif not matches(tag.name, name):
            return False
    for key, rule in wanted.items():
        value = tag.attrs.get(key)
        if isinstance(value, list):  # one of the words, or all of them
            if not any(matches(one, rule) for one in value) and not matches(" ".join(value), rule):
                return False
        elif not matches(value, rule):
            return False
    return string is None or tag.string is not None and matches(tag.string, string)


def matches(value, rule):
    """A text, a pattern, a list of these, a function, True for anything that is there, None for what is not."""
    if rule is True:
        return value is not None
    if rule is None or rule is False:
        return value is None
    if hasattr(rule, "search"):
        return value is not None and rule.search(value) is not None
    if callable(rule):
        return bool(rule(value))
    if isinstance(rule, (list, tuple, set, frozenset)):
        return any(matches(value, one) for one in rule)
    if isinstance(rule, bytes):
        rule = rule.decode()
    return value == str(rule)
