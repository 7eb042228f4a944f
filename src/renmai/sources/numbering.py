"""Phone numbers by the numbering plans of all countries, which take long to load: for who meets a number."""

from phonenumbers import (
    SUPPORTED_REGIONS,
    CountryCodeSource,
    NumberParseException,
    PhoneNumber,
    PhoneNumberFormat,
    PhoneNumberType,
    format_number,
    is_possible_number,
    number_type,
    parse,
)

from renmai.domain.people.handles import Handle, HandleKind
from renmai.sources.handles import Phone, PhoneUse

_USES = {
    PhoneNumberType.MOBILE: PhoneUse.OWN,
    PhoneNumberType.PERSONAL_NUMBER: PhoneUse.OWN,
    PhoneNumberType.FIXED_LINE_OR_MOBILE: PhoneUse.UNSURE,
    PhoneNumberType.UNKNOWN: PhoneUse.UNSURE,
}


def is_region(code: str) -> bool:
    """Tell whether numbers are dialled in a region of these two letters."""
    return code in SUPPORTED_REGIONS


def planned_number(text: str, region: str, extension: str) -> Phone | None:
    """Return a number that is valid in its country, or written internationally and of a possible length.

    :param extension: the one that was cut off its end already, or nothing
    """
    try:
        number = parse(text, region, keep_raw_input=True)
    except NumberParseException:
        return None
    kind = number_type(number)
    if kind == PhoneNumberType.UNKNOWN and not _may_be_new(number):
        return None
    value = format_number(number, PhoneNumberFormat.E164)
    if extension := extension or number.extension or "":
        return Phone(Handle(HandleKind.PHONE, f"{value};ext={extension}"), PhoneUse.OWN)
    return Phone(Handle(HandleKind.PHONE, value), _USES.get(kind, PhoneUse.SHARED))


def _may_be_new(number: PhoneNumber) -> bool:
    """Tell whether a number was written internationally, of a length its country could give out."""
    international = (CountryCodeSource.FROM_NUMBER_WITH_PLUS_SIGN, CountryCodeSource.FROM_NUMBER_WITH_IDD)
    return number.country_code_source in international and is_possible_number(number)
