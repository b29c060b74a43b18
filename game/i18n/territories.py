"""Names of the places that the help page can be set to."""

from collections.abc import Callable

Say = Callable[..., str]

ELSEWHERE = "ZZ"


def territory_name(_: Say, code: str) -> str:
    """The name of a country by its ISO 3166-1 code; the code itself where there is no name yet."""
    names = {
        ELSEWHERE: _("Somewhere else"),
        "AT": _("Austria"),
        "BE": _("Belgium"),
        "BG": _("Bulgaria"),
        "CY": _("Cyprus"),
        "CZ": _("Czechia"),
        "DE": _("Germany"),
        "DK": _("Denmark"),
        "EE": _("Estonia"),
        "ES": _("Spain"),
        "FI": _("Finland"),
        "FR": _("France"),
        "GR": _("Greece"),
        "HR": _("Croatia"),
        "HU": _("Hungary"),
        "IE": _("Ireland"),
        "IT": _("Italy"),
        "LT": _("Lithuania"),
        "LU": _("Luxembourg"),
        "LV": _("Latvia"),
        "MT": _("Malta"),
        "NL": _("Netherlands"),
        "PL": _("Poland"),
        "PT": _("Portugal"),
        "RO": _("Romania"),
        "SE": _("Sweden"),
        "SI": _("Slovenia"),
        "SK": _("Slovakia"),
        "US": _("United States"),
    }
    return names.get(code, code)
