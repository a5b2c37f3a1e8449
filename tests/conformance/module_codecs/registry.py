"""Looking codecs up, and registering one's own codec and error handler."""
import codecs

info = codecs.lookup("UTF8")
print(info.name, info)
print(codecs.lookup("latin1").name, codecs.lookup("cp1252").name, codecs.lookup("ascii").name)
print(info.encode("hé"), info.decode(b"h\xc3\xa9"))
print(codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def upper_encode(text, errors="strict"):
    return text.upper().encode("ascii", errors), len(text)


def upper_decode(data, errors="strict"):
    return bytes(data).decode("ascii", errors).lower(), len(data)


def search(name):
    print("asked for", name)
    if name == "shouting":
        return codecs.CodecInfo(upper_encode, upper_decode, name="shouting")
    return None


codecs.register(search)
print("hello".encode("shouting"), b"HELLO".decode("shouting"))
print(codecs.lookup("Shouting"))
try:
    "ü".encode("shouting")
except UnicodeEncodeError as error:
    print(error)
codecs.unregister(search)
try:
    codecs.lookup("shouting")
except LookupError as error:
    print("LookupError:", error)


def spell(error):
    print(type(error).__name__, error.object[error.start : error.end], error.reason)
    return "<" + "-".join(str(ord(c)) for c in error.object[error.start : error.end]) + ">", error.end


codecs.register_error("spell", spell)
print("aß☃b".encode("ascii", errors="spell"))
print(codecs.lookup_error("spell") is spell, codecs.lookup_error("strict").__name__)
try:
    codecs.lookup_error("nobody")
except LookupError as error:
    print(error)
for handler in (codecs.ignore_errors, codecs.replace_errors, codecs.backslashreplace_errors, codecs.xmlcharrefreplace_errors):
    print(handler(UnicodeEncodeError("ascii", "aßb", 1, 2, "because")))
