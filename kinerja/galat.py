"""The base of everything that is refused in words a person understands."""


class Ditolak(Exception):  # noqa: N818 - Indonesian for "refused"
    """What was asked cannot be done; the text says why, nothing was changed."""
