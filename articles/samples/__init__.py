"""Sample articles, our own writing, which ship with the package."""
