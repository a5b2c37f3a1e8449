"""Source text as tokens: strings and f-strings, indentation, comments, numbers, operators; and back."""
import io
import token
import tokenize

SOURCE = '''\
# a comment
def area(r, *, π=3.14):  # with one
    """Doc
    string."""
    if r >= 0 and not None:

        x = 0xFF + 1_000j ** -2.5e-3 // 7
    return f"{r!r:>{10}} is {{fine}} {x=}" + rb'\\x' \\
        + 'end'


area(1,
     2)
a := b -> c ... != d
'''
for tok in tokenize.generate_tokens(io.StringIO(SOURCE).readline):
    print(tok.start, tok.end, token.tok_name[tok.type], token.tok_name[tok.exact_type], repr(tok.string), repr(tok.line))
print(list(tokenize.tokenize(io.BytesIO("# -*- coding: latin-1 -*-\nx = 'é'".encode("latin-1")).readline))[0])
print(tokenize.detect_encoding(io.BytesIO(b"\xef\xbb\xbfx = 1\n").readline))
tokens = [(tok.type, tok.string) for tok in tokenize.generate_tokens(io.StringIO("x=  [1,2 ]\nif x :\n  y(x)\n").readline)]
print(tokenize.untokenize(tokens))
full = list(tokenize.generate_tokens(io.StringIO(SOURCE).readline))

renamed = []
for tok in tokenize.generate_tokens(io.StringIO("total = price * count\n").readline):
    renamed.append((tok.type, tok.string.upper() if tok.type == tokenize.NAME else tok.string))
print(tokenize.untokenize(renamed))
print(full[1])
for bad in ("x = 'abc\n", '"""never closed\n', "(1, 2\n", "if x:\n        a\n    b\n", "f'{x}\n", "f'a}'\n", "x = (1]\n"):
    try:
        list(tokenize.generate_tokens(io.StringIO(bad).readline))
    except (tokenize.TokenError, SyntaxError) as error:
        print(repr(bad), type(error).__name__, error.args[0])
