"""A refusal: a wish the house does not grant, as a code with numbers that a door turns into a sentence."""

from renmai.domain.because import Because


class Refused(Exception):
    """A wish was not granted, nothing has changed; subclasses stand beside the function that raises them."""

    def __init__(self, code: str, **numbers: object) -> None:
        """Keep why: `code` is worded in `renmai.wording.refusals`."""
        super().__init__(code, numbers)
        self.because = Because(code, numbers)
