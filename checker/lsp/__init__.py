"""The language server: a contradiction is underlined while it is being written."""
