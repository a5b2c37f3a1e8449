"""Encodings by name: what str and bytes know by themselves, and what the codecs registry adds."""
import codecs

word = "Grüße, 안녕, €5"
for name in ("utf-8", "utf-16-le", "utf-32-be", "utf-8-sig"):
    data = word.encode(name)
    print(name, len(data), data.decode(name) == word)

for name in ("cp1252", "iso8859-15", "mac_roman", "cp437", "koi8-r"):
    try:
        print(name, "€ä".encode(name))
    except UnicodeEncodeError as error:
        print(name, error)

print(b"\x80\xe4\xf6".decode("cp1252"), b"\xa4".decode("iso8859-15"), b"\xf0\xd2\xc9".decode("koi8-r"))
try:
    b"\x81".decode("cp1252")
except UnicodeDecodeError as error:
    print(type(error).__name__, error.encoding, error.start, error.end, error.reason)

for errors in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace"):
    print(errors, "naïve ☃".encode("ascii", errors))
print("ab☃".encode("cp1252", "replace"), b"a\x81b".decode("cp1252", "replace"))

for bad in ("no-such-codec", "rot13", "hex"):
    try:
        "x".encode(bad)
    except LookupError as error:
        print(error)

print(codecs.encode("Hello", "rot13"), codecs.decode("Uryyb", "rot_13"))
print(codecs.encode(b"\x00\xffab", "hex"), codecs.decode(b"00ff", "hex"))
print(codecs.encode(b"hello world", "base64"), codecs.decode(b"aGk=\n", "base64"))
print(codecs.decode(rb"tab\tnew\\line\x41\u0042", "unicode_escape"))
print("bücher".encode("punycode"), b"bcher-kva".decode("punycode"))
