"""Runs it: the command, its configuration, the engine and the tools around it."""

__version__ = "0.1.0"
