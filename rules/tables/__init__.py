"""Tables: their totals, shares and ranks, and what their rows say against notes, text and other tables."""
