"""Settings for the whole suite."""

from hypothesis import settings

# A shared machine is slow at times; how long an example takes is no promise of ours (benchmarks report ratios).
settings.register_profile("factlint", deadline=None)
settings.load_profile("factlint")
