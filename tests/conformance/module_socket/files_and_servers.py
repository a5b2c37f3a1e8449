# Sockets as files, and socketserver on top of them.
import socket
import socketserver
import threading


class Shout(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            print("server:", line)
            self.wfile.write(line.upper())


one, two = socket.socketpair()
with one, two:
    written, read = one.makefile("w", encoding="utf-8", newline="\n"), two.makefile("r", encoding="utf-8")
    print("first line\nsecond line", file=written)
    written.flush()
    print(repr(read.readline()), repr(read.readline()))
    binary = two.makefile("rwb")
    binary.write(b"back\n")
    binary.flush()
    print(one.recv(10), binary.readable(), binary.writable())
    threading.Timer(0.02, one.sendall, (b"from a timer\n",)).start()
    print(binary.readline())
    written.close()
    one.shutdown(socket.SHUT_WR)
    print(binary.read(), repr(read.read()))

with socketserver.TCPServer(("127.0.0.1", 0), Shout) as server:
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    with socket.create_connection(server.server_address) as client:
        for word in (b"one\n", b"two\n"):
            client.sendall(word)
            print("client:", client.recv(100))
    server.shutdown()
    thread.join()
print("closed")
