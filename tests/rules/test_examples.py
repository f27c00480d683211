"""Every rule finds what its own bad examples mark, exactly there, and leaves its near misses alone."""

import pytest

from rules.catalogue import catalogue
from rules.harness import problems


@pytest.mark.parametrize("slug", sorted(catalogue()))
def test_the_rule_proves_itself(slug: str) -> None:
    assert "\n".join(problems(catalogue()[slug])) == ""
