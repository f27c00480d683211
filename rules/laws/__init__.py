"""The laws that rules share: what must hold between numbers and dates, whoever states them."""
