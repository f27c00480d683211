"""Sample articles, our own writing, which ship with the package and are what ``factlint demo`` checks.

Every statement in them is made up or simplified, and all but one hold planted contradictions:
``morvania-varland-relations.txt`` is sound, and stays silent. What stands where is listed in
``tests/articles/samples``.
"""
