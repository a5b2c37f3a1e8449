# str: escapes, raw strings, repr, encoding.
print("tab\there", "new\nline", "quote\"s", 'single\'s', "back\\slash", "\x41\u00e9\U0001F600\u2603", "oct\101")
print(r"raw\n", r"\"", "line \
continued")
print("""triple
  lines""", '''it's "fine"''')
for s in ("plain", "it's", 'say "hi"', "both ' and \"", "tab\t nl\n cr\r", "\x00\x1f\x7f", "é안🎉", "\u200b\u2028\xa0\xad", "\ud800", "back\\slash", ""):
    print(repr(s), ascii(s))
print("안녕".encode(), "é".encode("latin-1"), "abc".encode("ascii"), "🎉".encode("utf-16-le"), "é".encode("utf-8").decode("utf-8"))
print("é안".encode("ascii", "ignore"), "é안".encode("ascii", "replace"), "é".encode("ascii", "backslashreplace"), "é".encode("ascii", "xmlcharrefreplace"))
for work in (lambda: "é".encode("ascii"), lambda: "안녕".encode("latin-1"), lambda: b"\xff".decode(), lambda: b"\xe3\x81".decode("utf-8"), lambda: "x".encode("no-such-codec")):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, "|", error)
print(b"\xff\xfea".decode("utf-8", "replace"), b"ab\xffc".decode("utf-8", "ignore"), b"\xe9".decode("latin-1"))
