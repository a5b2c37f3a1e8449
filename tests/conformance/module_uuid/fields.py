# uuid: parsing, fields, name-based identifiers, comparison.
import uuid

u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, repr(u), u.hex, u.int, u.urn, u.bytes, u.fields)
print(u == uuid.UUID("{12345678123456781234567812345678}"), u == uuid.UUID(int=u.int), u == uuid.UUID(bytes=u.bytes), u == uuid.UUID("urn:uuid:" + str(u)), u == str(u))
print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_URL, "http://example.com/"))
v5 = uuid.uuid5(u, "name")
print(v5, v5.version, v5.variant, uuid.uuid3(u, "name").version, u.version, u.variant)
print(v5.time_low, v5.clock_seq, v5.node, v5.bytes_le.hex(), uuid.UUID(bytes_le=v5.bytes_le) == v5)
r = uuid.uuid4()
print(r.version, len(str(r)), r != uuid.uuid4(), r.variant == uuid.RFC_4122)
print(sorted([v5, u, uuid.UUID(int=0)]), {u: 1}[uuid.UUID(str(u))], uuid.UUID(int=1) < uuid.UUID(int=2), uuid.NAMESPACE_OID)
print(uuid.UUID(hex="12345678" * 4, version=4), uuid.UUID(fields=(1, 2, 3, 4, 5, 6)))
for work in (lambda: uuid.UUID("xyz"), lambda: uuid.UUID("z" * 32), lambda: uuid.UUID(), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(bytes=b"short"), lambda: uuid.UUID(int=1, version=9), lambda: u < 5, lambda: setattr(u, "int", 3), lambda: uuid.UUID(5)):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
