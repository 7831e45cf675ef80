"""The version of everything the program writes as JSON. Imports nothing: quick commands use it."""

from __future__ import annotations

SCHEMA_VERSION = 1
"""Raised when a key changes its meaning or goes; new keys leave it alone."""
