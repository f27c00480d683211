"""The numbers of a passage against one another: sums and what is left, shares, changes, rates, conversions, lists."""
