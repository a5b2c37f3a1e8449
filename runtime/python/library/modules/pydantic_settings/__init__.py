# SPDX-License-Identifier: MIT
"""Settings from environment variables and .env files, as the package pydantic-settings (version 2.8) reads them."""

from pydantic import ConfigDict as SettingsConfigDict

from .main import BaseSettings, SettingsError

__version__ = VERSION = "2.8.1"
__all__ = ["BaseSettings", "SettingsConfigDict", "SettingsError"]
