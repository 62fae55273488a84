"""Money: the marks and codes that stand beside an amount, and the names that stand behind it, as ISO 4217 codes."""

# Before or behind an amount, in lower case. Codes that are English words or initials ("try", "cop") are left out.
SYMBOLS = {
    "$": "USD", "us$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "can$": "CAD", "hk$": "HKD", "nz$": "NZD",
    "r$": "BRL", "s$": "SGD", "nt$": "TWD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₴": "UAH", "₹": "INR",
    "₺": "TRY", "₪": "ILS", "₩": "KRW", "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND", "₸": "KZT", "₾": "GEL",
    "rs": "INR", "rs.": "INR", "ksh": "KES", "kshs": "KES", "ush": "UGX", "tsh": "TZS", "rp": "IDR", "rm": "MYR",
    "r": "ZAR", "n": "NGN",
} | {
    code.lower(): code
    for code in str.split(
        "USD EUR GBP RUB UAH CHF JPY CNY INR AUD CAD SEK NOK DKK PLN CZK HUF AED QAR KWD PKR BDT THB IDR MYR KRW SGD "
        "HKD TWD NZD MXN BRL ZAR NGN KES"
    )
}  # fmt: skip
# Marks that begin or end a letter's mark too ("US$", "Rs."), and what may stand before the digits as one character.
MARKS = frozenset("$€£¥₽₴₹₺₪₩₦₱฿₫₸₾")
_ANY = "[" + "".join(sorted(MARKS - {"$"})) + "]"
_CODES = "|".join(sorted(mark for mark in SYMBOLS if mark.isalpha() and mark.isascii() and len(mark) > 1))
# One letter is a label ("R5", "N1") unless the amount is a large one.
_LARGE = r"(?=\d{1,3}(?:,\d{3}|(?:\.\d{1,2})? ?(?:million|billion|trillion|bn\b|m\b)))"
PATTERN = rf"(?:us|hk|nz|nt|au|can|[acrs])?\$|{_ANY}|(?:rs\.|{_CODES}) ?|[rn]{_LARGE}"

# Behind an amount, in the singular.
NAMES = {
    "dollar": "USD", "buck": "USD", "euro": "EUR", "pound": "GBP", "sterling": "GBP", "ruble": "RUB", "rouble": "RUB",
    "hryvnia": "UAH", "hryvnya": "UAH", "yuan": "CNY", "renminbi": "CNY", "yen": "JPY", "rupee": "INR", "lira": "TRY",
    "shekel": "ILS", "franc": "CHF", "zloty": "PLN", "krona": "SEK", "kronor": "SEK", "rial": "IRR", "dirham": "AED",
    "riyal": "SAR", "cent": "cent", "peso": "MXN", "won": "KRW", "naira": "NGN", "rand": "ZAR", "baht": "THB",
    "birr": "ETB", "taka": "BDT", "ringgit": "MYR", "rupiah": "IDR", "forint": "HUF", "koruna": "CZK", "lari": "GEL",
    "tenge": "KZT", "afghani": "AFN", "cedi": "GHS", "kwacha": "ZMW", "reai": "BRL", "reais": "BRL",
    "manat": "AZN",
} | {
    code: code.upper() for code in str.split("usd eur gbp rub uah chf jpy cny inr aud cad sek nok dkk pln")
}  # fmt: skip
# Whose dollars, pounds and crowns they are.
WHOSE = {
    ("canadian", "USD"): "CAD", ("australian", "USD"): "AUD", ("zealand", "USD"): "NZD", ("kong", "USD"): "HKD",
    ("singapore", "USD"): "SGD", ("taiwan", "USD"): "TWD", ("taiwanese", "USD"): "TWD", ("jamaican", "USD"): "JMD",
    ("egyptian", "GBP"): "EGP", ("syrian", "GBP"): "SYP", ("lebanese", "GBP"): "LBP", ("sudanese", "GBP"): "SDG",
    ("indian", "INR"): "INR", ("pakistani", "INR"): "PKR", ("nepali", "INR"): "NPR", ("nepalese", "INR"): "NPR",
    ("lankan", "INR"): "LKR", ("belarusian", "RUB"): "BYN", ("lebanese", "TRY"): "LBP", ("syrian", "TRY"): "SYP",
    ("qatari", "SAR"): "QAR", ("omani", "IRR"): "OMR", ("yemeni", "SAR"): "YER", ("yemeni", "IRR"): "YER",
    ("moroccan", "AED"): "MAD", ("argentine", "MXN"): "ARS", ("chilean", "MXN"): "CLP", ("colombian", "MXN"): "COP",
    ("philippine", "MXN"): "PHP", ("cuban", "MXN"): "CUP", ("cfa", "CHF"): "XOF", ("rwandan", "CHF"): "RWF",
    ("congolese", "CHF"): "CDF", ("burundian", "CHF"): "BIF", ("korean", "KRW"): "KRW", ("icelandic", "SEK"): "ISK",
    ("kenyan", "shilling"): "KES", ("ugandan", "shilling"): "UGX", ("tanzanian", "shilling"): "TZS",
    ("somali", "shilling"): "SOS", ("swedish", "crown"): "SEK",
    ("norwegian", "crown"): "NOK", ("danish", "crown"): "DKK", ("czech", "crown"): "CZK",
    ("iraqi", "dinar"): "IQD", ("kuwaiti", "dinar"): "KWD", ("jordanian", "dinar"): "JOD", ("serbian", "dinar"): "RSD",
    ("algerian", "dinar"): "DZD", ("tunisian", "dinar"): "TND", ("libyan", "dinar"): "LYD",
    ("bahraini", "dinar"): "BHD",
}  # fmt: skip
