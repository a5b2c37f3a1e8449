# Sockets by hand: what each call gives, and what it refuses with.
import socket


def attempt(label, call):
    try:
        print(f"{label}:", call())
    except Exception as error:
        print(f"{label}: {type(error).__name__}: {error}")


print(socket.AF_INET, repr(socket.AF_INET), repr(socket.SOCK_DGRAM), socket.SHUT_RDWR)
fresh = socket.socket()
print(fresh.family, fresh.type, fresh.proto, fresh.gettimeout(), fresh.getblocking())
attempt("recv", lambda: fresh.recv(1))
attempt("send", lambda: fresh.send(b"x"))
attempt("getpeername", fresh.getpeername)
attempt("accept", fresh.accept)
attempt("shutdown", lambda: fresh.shutdown(socket.SHUT_RDWR))
attempt("connect", lambda: fresh.connect(("127.0.0.1", 1)))
attempt("bind to a name", lambda: fresh.bind("x"))
attempt("bind to half a pair", lambda: fresh.bind(("127.0.0.1",)))
attempt("bind to no port", lambda: fresh.bind(("127.0.0.1", "x")))
attempt("bind to too high a port", lambda: fresh.bind(("127.0.0.1", 70000)))
attempt("bind to another host", lambda: fresh.bind(("8.8.8.8", 1)))
attempt("settimeout", lambda: fresh.settimeout(-1))
attempt("recv", lambda: fresh.recv(-1))

server = fresh
server.bind(("127.0.0.1", 0))
attempt("bind again", lambda: server.bind(("127.0.0.1", 0)))
server.listen()
other = socket.socket()
attempt("bind where another is", lambda: other.bind(server.getsockname()))
other.close()
attempt("send after close", lambda: other.send(b"x"))
print(other.fileno(), "closed" in repr(other))

client = socket.create_connection(server.getsockname())
accepted, address = server.accept()
print(address == client.getsockname(), client.getpeername() == server.getsockname() == accepted.getsockname())
attempt("connect again", lambda: client.connect(server.getsockname()))
client.sendall(b"abcdef")
print(accepted.recv(3, socket.MSG_PEEK), accepted.recv(3), accepted.recv(10))
buffer = bytearray(4)
client.send(b"xyz")
print(accepted.recv_into(buffer), buffer)
client.shutdown(socket.SHUT_WR)
print(accepted.recv(10), accepted.send(b"still there"), client.recv(20))
accepted.close()
accepted.close()
print(client.recv(10))
client.close()
server.close()

one, two = socket.socketpair()
print(one.family, repr(one.getsockname()), repr(two.getpeername()))
one.setblocking(False)
attempt("recv from an empty one", lambda: one.recv(1))
one.settimeout(0.01)
attempt("recv in time", lambda: one.recv(1))
two.close()
attempt("recv from nobody", lambda: one.recv(1))
one.close()
print(socket.getaddrinfo("127.0.0.1", "http", type=socket.SOCK_STREAM)[0][4], socket.getservbyname("https"))
print(socket.inet_pton(socket.AF_INET, "1.2.3.4"), socket.inet_ntop(socket.AF_INET6, bytes(15) + b"\1"))
print(issubclass(socket.timeout, OSError), socket.error is OSError, socket.gaierror.__mro__[1].__name__)
