"""MediaWiki wikitext into pages."""
