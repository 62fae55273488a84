"""Reports written to do harm, each in the form an upload takes. What they try to run sets `window.hit`."""

# No report has fewer than forty words.
PADDING = (
    " The envoys met for three hours in the lake town of Vesk, in a hall that was once a customs house. They came with "
    "short lists and left with shorter ones, and nobody would say in the evening which of the points had gone, or why."
)
LINE = "Oria said on Monday that 340 prisoners would be freed. "

HOSTILE: dict[str, str] = {
    "script.txt": (
        "Title: <script>window.hit=1</script>\nSource: <img src=x onerror=window.hit=1>\nDate: 2025-06-03\n\n"
        'Oria said on Monday: "<script>window.hit=1</script> 340 prisoners" would be freed. </p></main>'
        "<svg onload=window.hit=1><a xlink:href='javascript:window.hit=1'>x</a></svg> Teland denied it."
    ),
    "attribute.txt": (
        'Title: " onmouseover="window.hit=1" x="\nSource: \' autofocus onfocus=\'window.hit=1\n'
        'URL: javascript:window.hit=1\nDate: 2025-06-03\n\n" onfocus="window.hit=1" said Oria on Monday. '
        'Teland\'s minister, Jon "&quot;><script>window.hit=1</script>" Petrov, agreed on a truce of 30 days.'
    ),
    "markdown.md": (
        "# [click](javascript:window.hit=1)\n\nOria said on Monday ![x](https://evil.example/x.png) that "
        "<iframe srcdoc='<script>parent.hit=1</script>'></iframe> 340 prisoners would be freed.\n"
    ),
    "template.txt": (
        "Title: {{ 7*7 }} {% raw %}\nSource: ${7*7}\nDate: 2025-06-03\n\nOria said on Monday {{ config }} that "
        "340 prisoners would be freed. <!-- --> ]]> \\u003cscript\\u003ewindow.hit=1\\u003c/script\\u003e"
    ),
    "bidi.txt": (
        "Title: Truce \u202egnihton\u202c \u2066hidden\u2069\nSource: Harbour\u200b Post\u2060\nDate: 2025-06-03\n\n"
        "Oria\u200b said on Monday \u202ethat 340 prisoners\u202c would be freed.\ufeff\n"
    ),
    "page.html": (
        "<html><head><title>Truce <script>window.hit=1</script></title><meta http-equiv=refresh content='0;url=//evil'>"
        "</head><body><article><h1>Truce</h1><p>Oria said on Monday that 340 prisoners would be freed. "
        "<svg><script>window.hit=1</script></svg><math><mi xlink:href='javascript:window.hit=1'>x</mi></math></p>"
        f"<p>{LINE * 6}</p></article></body></html>"
    ),
    "long-line.txt": f"Title: Long\nSource: Long Post\nDate: 2025-06-03\n\n{LINE * 19_000}",
}
HOSTILE = {name: text if name == "page.html" else text + PADDING for name, text in HOSTILE.items()}
