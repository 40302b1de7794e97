"""Mutation testing: the tests have to notice when a line of the package does something else."""
