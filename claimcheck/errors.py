"""The one kind of error that a user sees, always as a message."""


class ClaimcheckError(Exception):
    """Something that the user can mend: the message names the file, the place and the cure."""


class Stopped(ClaimcheckError):
    """The run is to end: nobody goes on with the next file."""
