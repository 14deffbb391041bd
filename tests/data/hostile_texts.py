"""Texts that strangers could give as names, descriptions or error messages."""

ESC = "\x1b"
BELL = "\x07"

MARKUP = [
    "[/foo]",
    "[/]",
    "[b",
    "[b]bold[/b]",
    "[@click=app.quit]x[/]",
    "[@click=app.bell()]",
    "[link=https://evil.example]click[/link]",
    "[red on white]danger",
    "[[escaped]]",
    "\\[not markup]",
    "a [b] c",
    "[" * 50,
    "]" * 50,
    "[/][/][/]",
    "[$primary]x",
    "[not a tag, just a list]",
    ":warning: :rocket:",
    "{placeholder} %s %(name)s {0!r:>999999}",
    "$HOME `id` $(reboot)",
    "'; DROP TABLE clients; --",
    "<script>alert(1)</script>",
]

TERMINAL = [
    f"{ESC}[31mred{ESC}[0m",
    f"{ESC}[2J{ESC}[1;1Hwiped",
    f"{ESC}]0;new title{BELL}",
    f"{ESC}]8;;https://evil.example{ESC}\\click{ESC}]8;;{ESC}\\",
    f"{ESC}]52;c;ZXZpbA=={BELL}",
    f"{ESC}P+q544e{ESC}\\",
    f"{ESC}_Gf=24;AAAA{ESC}\\",
    f"{ESC}c",
    f"{ESC}[?1049h",
    f"{ESC}[6n",
    f"{ESC}[5i",
    f"cut off {ESC}[",
    "\x9b31mC1 red",
    "\x9d52;c;ZXZpbA==\x9c",
    "\x90sixel\x9c",
    "bell\x07bell",
    "over\rwritten",
    "back\b\b\b\bspace",
    "shift\x0eout\x0fin",
    "nul\x00in the middle",
    "\x00",
    "delete\x7f",
    "".join(map(chr, range(32))),
    "".join(map(chr, range(0x7F, 0xA0))),
]

LINES = [
    "two\nlines",
    "two\r\nlines",
    "tab\tseparated\tcells",
    "\n\n\n",
    "next\x85line",
    "line\u2028separator",
    "paragraph\u2029separator",
    "vertical\vtab form\ffeed",
    "   ",
    "",
    "no\xa0break\u2007space\u202fhere",
    "ideographic\u3000space",
    "blank\u2800braille",
    "line\n" * 2000,
]

BIDI = [
    "user\u202etxt.exe",
    "\u202d\u202c\u202a\u202b",
    "admin\u2066 \u2067 \u2068 \u2069",
    "\u200eleft\u200fright\u061carabic",
    "\u202e" * 500,
    "שלום עולם",
    "مرحبا بالعالم",
    "Acme شركة 123",
]

INVISIBLE = [
    "ad\u200bmin",
    "ad\u200cm\u200din",
    "\ufeffbyte order mark",
    "word\u2060joiner",
    "soft\u00adhyphen",
    "\u200b" * 3000,
    "invisible\u2061\u2062\u2063\u2064times",
    "\U000e0001\U000e0061\U000e0062tagged",
    "annotated\ufff9by\ufffaus\ufffb",
    "\u3164",
    "\u115f\u1160\uffa0",
    "\u180e\u180bmongolian",
    "variation\ufe0f\ufe0e\U000e0100selectors",
    "grapheme\u034fjoiner",
]

SCRIPTS = [
    "客户端应用程序",
    "クライアント 管理",
    "클라이언트",
    "क्षत्रिय हिन्दी",
    "ไคลเอนต์ที่ดี",
    "Ti\u1ebfng Vi\u1ec7t, Tie\u0302\u0301ng Vie\u0323\u0302t",
    "Ελληνικά, Русский, ქართული",
    "аdmin",  # The first letter is Cyrillic.
    "👩\u200d👩\u200d👧\u200d👦 family",
    "👍🏽 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f 🇫🇷 1\ufe0f\u20e3",
    "fullwidth ABC",
    "ﷺ",
    "𝕱𝖗𝖆𝖐𝖙𝖚𝖗",
]

STACKED = [
    "Z\u0351\u036b\u0343\u036a\u0302\u0314\u0311\u0352\u0329\u033aalgo" * 3,
    "a" + "\u0300" * 1000,
    "\u0301\u0301\u0301starts with marks",
    "enclosed\u20dd\u20de\u20e0",
]

BROKEN = [
    "\ud800",
    "high \ud83d alone",
    "low \ude00 alone",
    "reversed \ude00\ud83d pair",
    "\ufffe\uffff not characters",
    "\ue000\uf8ff private",
    "\U000fffff\U0010ffff far away",
    "\U0001fbff\u0378 unassigned",
    "\ufffd replaced",
]

LONG = [
    "x" * 10_000,
    "word " * 4_000,
    "客" * 10_000,
    "👩\u200d" * 5_000,
    "https://evil.example/" + "a" * 8_000,
]

HOSTILE: list[str] = [
    *MARKUP,
    *TERMINAL,
    *LINES,
    *BIDI,
    *INVISIBLE,
    *SCRIPTS,
    *STACKED,
    *BROKEN,
    *LONG,
]
"""All of them, for whatever shows foreign text."""
