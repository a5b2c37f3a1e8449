"""configparser: sections, defaults, interpolation, types, writing, mistakes."""
import configparser
import io

TEXT = """
; a comment
[DEFAULT]
home = /data
timeout = 30

[server]
host = example.org
port: 8080
debug = yes
path = %(home)s/www
motd = first line
    second line
empty =

[client]
retries = 3
ratio = 0.5
timeout = 5
"""
config = configparser.ConfigParser()
config.read_string(TEXT)
print(config.sections(), config.defaults())
server = config["server"]
print(server["host"], server.getint("port"), server.getboolean("debug"), server["path"], repr(server["motd"]), repr(server["empty"]))
print(config.getfloat("client", "ratio"), config["client"]["timeout"], server["timeout"], config.get("server", "nothing", fallback="none"))
print(list(server), "HOST" in server, config.has_option("client", "home"), config.options("client"))
config["new"] = {"a": "1", "B": "two"}
config.set("new", "c", "%(a)s2")
print(dict(config["new"]), config.get("new", "c", raw=True))
config.remove_option("new", "a")
config.remove_section("client")
out = io.StringIO()
config.write(out)
print(out.getvalue())

extended = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), allow_no_value=True)
extended.read_string("[paths]\nroot=/r\nlogs=${root}/logs\nflag\n[app]\nfile=${paths:logs}/app\n")
print(extended["app"]["file"], extended["paths"]["flag"])


for text in ("key = 1\n", "[a]\nx=1\nx=2\n", "[a]\n[a]\n", "[a]\n x y z\n", "[a\nb=1\n"):
    try:
        configparser.ConfigParser().read_string(text)
    except configparser.Error as error:
        print(type(error).__name__, "|", str(error).replace("\n", "\\n"))
for action in (
    lambda: config["nothing"],
    lambda: config.get("server", "nothing"),
    lambda: config.getint("server", "host"),
    lambda: config.getboolean("server", "port"),
    lambda: config.set("server", "n", 5),
    lambda: config.add_section("server"),
):
    try:
        action()
    except (configparser.Error, KeyError, ValueError, TypeError) as error:
        print(type(error).__name__, "|", error)
try:
    loop = configparser.ConfigParser()
    loop.read_string("[a]\nx=%(y)s\ny=%(x)s\nz=%(nobody)s")
    loop["a"]["z"]
except configparser.InterpolationError as error:
    print(type(error).__name__, "|", str(error).replace("\n", " "))
