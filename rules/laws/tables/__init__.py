"""The rows and columns of tables: totals, shares and ranks, cells against notes, the text and other tables."""
