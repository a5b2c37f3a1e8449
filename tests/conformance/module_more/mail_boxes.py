"""mailbox, xmlrpc and wsgiref: files in memory, a server and its client in one program."""
import mailbox
import os
import tempfile
import threading
import time
import xmlrpc.client
from wsgiref.headers import Headers
from wsgiref.util import setup_testing_defaults
from xmlrpc.server import SimpleXMLRPCServer

folder = tempfile.mkdtemp()
path = os.path.join(folder, "box")
box = mailbox.mbox(path)
box.lock()
for subject in ("First", "Second"):
    message = mailbox.mboxMessage()
    message.set_from("author", time.gmtime(0))
    message["From"], message["Subject"] = "a@example.org", subject
    message.set_payload("From here on\nit is text.\n")
    box.add(message)
box.flush()
box.unlock()
with open(path) as file:
    print(file.read())
for message in mailbox.mbox(path):
    print(message["Subject"], repr(message.get_payload()), message.get_from())
folders = mailbox.Maildir(os.path.join(folder, "mail"))
key = folders.add(message)
folders.add_folder("kept")
print(len(folders), folders[key]["Subject"], folders.list_folders(), folders[key].get_subdir())

server = SimpleXMLRPCServer(("localhost", 0), logRequests=False, allow_none=True)
server.register_introspection_functions()
server.register_function(pow)


@server.register_function(name="echo")
def repeat(x):
    return x


@server.register_function
def fail():
    raise ValueError("no")


threading.Thread(target=server.serve_forever, daemon=True).start()
proxy = xmlrpc.client.ServerProxy(f"http://localhost:{server.server_address[1]}", allow_none=True)
print(proxy.pow(2, 5), proxy.echo({"a": [1, 2.5, None, True, "<é>"]}), proxy.system.listMethods())
for call in (proxy.fail, proxy.nothing, lambda: proxy.pow(1)):
    try:
        call()
    except xmlrpc.client.Fault as e:
        print(e.faultCode, e.faultString)
server.shutdown()
print(xmlrpc.client.loads(xmlrpc.client.dumps((1, "a", [True], xmlrpc.client.DateTime("20240501T10:00:00")), "name")))
headers = Headers([("A", "b")])
headers.add_header("C", "d", e="f")
print(headers, headers.items())
environment = {}
setup_testing_defaults(environment)
print(sorted(environment))
