"""Names of the places that the help page can be set to."""

from collections.abc import Callable

Say = Callable[..., str]

ELSEWHERE = "ZZ"


def territory_name(_: Say, code: str) -> str:
    """The name of a country by its ISO 3166-1 code; the code itself where there is no name yet."""
    names = {
        ELSEWHERE: _("Somewhere else"),
        "AE": _("United Arab Emirates"),
        "AR": _("Argentina"),
        "AT": _("Austria"),
        "AU": _("Australia"),
        "BE": _("Belgium"),
        "BG": _("Bulgaria"),
        "BR": _("Brazil"),
        "CA": _("Canada"),
        "CL": _("Chile"),
        "CO": _("Colombia"),
        "CY": _("Cyprus"),
        "CZ": _("Czechia"),
        "DE": _("Germany"),
        "DK": _("Denmark"),
        "EE": _("Estonia"),
        "ES": _("Spain"),
        "FI": _("Finland"),
        "FR": _("France"),
        "GB": _("United Kingdom"),
        "GR": _("Greece"),
        "HR": _("Croatia"),
        "HU": _("Hungary"),
        "IE": _("Ireland"),
        "IT": _("Italy"),
        "JP": _("Japan"),
        "KE": _("Kenya"),
        "KR": _("South Korea"),
        "LT": _("Lithuania"),
        "LU": _("Luxembourg"),
        "LV": _("Latvia"),
        "MT": _("Malta"),
        "NG": _("Nigeria"),
        "NL": _("Netherlands"),
        "NZ": _("New Zealand"),
        "PH": _("Philippines"),
        "PL": _("Poland"),
        "PT": _("Portugal"),
        "RO": _("Romania"),
        "SE": _("Sweden"),
        "SI": _("Slovenia"),
        "SK": _("Slovakia"),
        "US": _("United States"),
        "ZA": _("South Africa"),
    }
    return names.get(code, code)
