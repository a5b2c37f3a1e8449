# SPDX-License-Identifier: MIT
"""Where Python is installed and how it was built (CPython: `sysconfig`): the answers of CPython on Linux, as far as there are any."""

import sys

__all__ = [
    "get_config_h_filename", "get_config_var", "get_config_vars", "get_default_scheme", "get_makefile_filename", "get_path",
    "get_path_names", "get_paths", "get_platform", "get_preferred_scheme", "get_python_version", "get_scheme_names", "is_python_build",
]  # fmt: skip

_PATHS = {
    "stdlib": "/usr/lib/python3.13",
    "platstdlib": "/usr/lib/python3.13",
    "purelib": "/usr/lib/python3.13/site-packages",
    "platlib": "/usr/lib/python3.13/site-packages",
    "include": "/usr/include/python3.13",
    "scripts": "/usr/bin",
    "data": "/usr",
}


def get_python_version():
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def get_platform():
    return "linux-x86_64"


def get_config_vars(*names):
    values = {
        "prefix": "/usr", "exec_prefix": "/usr", "base": "/usr", "platbase": "/usr", "installed_base": "/usr", "installed_platbase": "/usr",
        "projectbase": "/usr/bin", "platlibdir": "lib", "py_version": sys.version.split()[0], "py_version_short": get_python_version(),
        "py_version_nodot": get_python_version().replace(".", ""), "abiflags": "", "Py_DEBUG": 0, "Py_GIL_DISABLED": 0, "EXT_SUFFIX": ".so",
        "SOABI": "cpython-313-x86_64-linux-gnu", "userbase": "/root/.local",
    }  # fmt: skip
    return [values.get(name) for name in names] if names else values


def get_config_var(name):
    return get_config_vars().get(name)


def get_scheme_names():
    return ("posix_home", "posix_prefix", "posix_user", "posix_venv", "venv")


def get_default_scheme():
    return "posix_prefix"


def get_preferred_scheme(key):
    return {"prefix": "posix_prefix", "home": "posix_home", "user": "posix_user"}[key]


def get_path_names():
    return tuple(_PATHS)


def get_paths(scheme="posix_prefix", vars=None, expand=True):
    return dict(_PATHS)


def get_path(name, scheme="posix_prefix", vars=None, expand=True):
    return _PATHS[name]


def get_makefile_filename():
    return "/usr/lib/python3.13/config-3.13-x86_64-linux-gnu/Makefile"


def get_config_h_filename():
    return "/usr/include/python3.13/pyconfig.h"


def is_python_build(check_home=None):
    return False
