"""The command line: one module a group of commands, each prints text for people or one JSON object."""
