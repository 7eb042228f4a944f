"""Phone regions offered in Settings: a code and the calling code people know it by."""

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

REGIONS: tuple[tuple[str, str], ...] = tuple(
    sorted(
        (region, f"{region} +{calling}")
        for calling, regions in COUNTRY_CODE_TO_REGION_CODE.items()
        for region in regions
        if region != "001"
    )
)
