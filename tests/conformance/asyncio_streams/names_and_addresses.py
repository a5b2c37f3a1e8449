# getaddrinfo, getnameinfo and what a connection says of itself.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    for info in await loop.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM):
        print(info)
    print(await loop.getnameinfo(("127.0.0.1", 8080), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))
    print(socket.gethostbyname("localhost"), socket.inet_aton("127.0.0.1"), socket.inet_ntoa(b"\x0a\x00\x00\x01"))
    print(socket.htons(80), socket.ntohl(1), socket.AF_INET, repr(socket.SOCK_STREAM))
    server = await asyncio.start_server(lambda reader, writer: writer.close(), "localhost", 0, family=socket.AF_INET)
    listening = server.sockets[0]
    print(listening.family, listening.type, listening.getsockname()[0])
    reader, writer = await asyncio.open_connection("localhost", listening.getsockname()[1], family=socket.AF_INET)
    sock = writer.get_extra_info("socket")
    print(type(sock).__name__, sock.family, sock.type, sock.fileno() > 0, sock.gettimeout())
    print(writer.get_extra_info("sockname") == sock.getsockname(), writer.get_extra_info("peername") == sock.getpeername())
    print(writer.get_extra_info("sslcontext"), writer.get_extra_info("cipher", "none"))
    print(sock.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE) == socket.SOCK_STREAM,
          sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    print(writer.is_closing(), writer.transport.is_closing())
    server.close()
    await server.wait_closed()


asyncio.run(main())
