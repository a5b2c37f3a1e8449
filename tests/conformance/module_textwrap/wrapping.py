# textwrap: wrap, fill, shorten, indent, dedent and the options of TextWrapper.
import textwrap

text = "The quick brown fox jumps over the lazy dog, and an extraordinarily-long-hyphenated-word follows it."
for width in (20, 10):
    print(textwrap.fill(text, width))
    print("-" * width)
print(textwrap.wrap(text, 30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.wrap("abcdefghij klm", 4), textwrap.wrap("abcdefghij klm", 4, break_long_words=False), textwrap.wrap("", 4))
print(textwrap.wrap("well-known half-done", 6), textwrap.wrap("well-known half-done", 6, break_on_hyphens=False, break_long_words=False))
print(textwrap.shorten(text, 30), "|", textwrap.shorten("one  two", 20), "|", textwrap.shorten(text, 25, placeholder=" [more]"))
print(textwrap.wrap("one two three four five", 9, max_lines=2, placeholder="~"))
print(textwrap.wrap("a\tb\n\nc   d", 40), textwrap.wrap("a   b", 40, drop_whitespace=False), textwrap.wrap("a\nb", 9, replace_whitespace=False))
print(repr(textwrap.dedent("""\
    first
      second

    third
""")), repr(textwrap.dedent("\tx\n    y")))
print(textwrap.indent("a\n\nb\n", "> "), end="")
print(textwrap.indent("a\n\nb", "+", lambda line: True))
wrapper = textwrap.TextWrapper(width=12, fix_sentence_endings=True, expand_tabs=False)
print(wrapper.fill("End. Next one. Last"))
for work in (lambda: textwrap.wrap("x", 0), lambda: textwrap.wrap("abc def", 3, max_lines=1)):
    try:
        print(work())
    except ValueError as error:
        print(error)
