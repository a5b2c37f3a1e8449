# Chained exceptions: cause and context.
class ConfigError(Exception):
    pass


def read():
    settings = {"host": "localhost"}
    return settings["port"]


def load():
    try:
        return read()
    except KeyError as error:
        raise ConfigError("no port") from error


def start():
    try:
        load()
    except ConfigError:
        undefined_cleanup()


start()
