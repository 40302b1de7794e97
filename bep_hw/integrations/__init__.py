"""The core in other people's frameworks, a file for each; nothing here is imported elsewhere."""
