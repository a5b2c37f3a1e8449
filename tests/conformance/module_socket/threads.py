# A server in a thread, clients that block.
import select
import selectors
import socket
import threading


def serve(server, count):
    for _ in range(count):
        connection, address = server.accept()
        with connection:
            while data := connection.recv(1024):
                connection.sendall(data.upper())
        print("server: a client has gone")
    server.close()


server = socket.create_server(("127.0.0.1", 0))
thread = threading.Thread(target=serve, args=(server, 2))
thread.start()
for word in (b"hello", b"goodbye"):
    with socket.create_connection(server.getsockname()) as client:
        client.sendall(word)
        print("client:", client.recv(1024))
thread.join()

one, two = socket.socketpair()
print(select.select([one], [two], [], 0) == ([], [two], []))
one.send(b"x")
print(select.select([two], [], [])[0] == [two], two.recv(5))
threading.Timer(0.02, one.send, (b"later",)).start()
with selectors.DefaultSelector() as selector:
    selector.register(two, selectors.EVENT_READ, "two's data")
    print(selector.select(0))
    for key, events in selector.select(1):
        print(key.data, events == selectors.EVENT_READ, key.fileobj is two, two.recv(10))
    selector.modify(two, selectors.EVENT_READ | selectors.EVENT_WRITE)
    print([events for key, events in selector.select(1)])
    print(selector.unregister(two).fd == two.fileno(), len(selector.get_map()))
one.close()
two.close()
