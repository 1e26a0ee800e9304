"""What somebody might type to make a page of ours do their will, or merely look wrong.

`hit` is the page's own alarm (test_xss.py); whatever else is fetched has “xss” in its address.
"""

MARKUP = [
    "<script>hit(1)</script>",
    "<ScRiPt>hit(1)</sCrIpT>",
    "<script src=/xss.js></script>",
    "<script type=module>import('/xss.js')</script>",
    "</textarea><script>hit(1)</script>",
    "</title><script>hit(1)</script>",
    "--><script>hit(1)</script><!--",
    "]]><script>hit(1)</script>",
    "<scr<script>ipt>hit(1)</scr</script>ipt>",
    "<noscript><p title='</noscript><img src=/xss onerror=hit(1)>'></noscript>",
    "<template><script>hit(1)</script></template>",
    "<!--[if gte IE 4]><script>hit(1)</script><![endif]-->",
]
HANDLERS = [
    "<img src=/xss onerror=hit(1)>",
    "<img src=x: onerror=hit(1)//",
    "<IMG SRC=/xss OnErRoR=hit&#40;1&#41;>",
    "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' onload=hit(1)>",
    '"><img src=/xss onerror=hit(1)>',
    "'><img src=/xss onerror=hit(1)>",
    '" onmouseover="hit(1)" autofocus onfocus="hit(1)" x="',
    "' onfocus='hit(1)' autofocus='",
    "<input autofocus onfocus=hit(1)>",
    "<select autofocus onfocus=hit(1)></select>",
    "<textarea autofocus onfocus=hit(1)></textarea>",
    "<details open ontoggle=hit(1)><summary>x</summary></details>",
    "<video><source src=/xss onerror=hit(1)></video>",
    "<audio src=/xss onerror=hit(1)></audio>",
    "<body onload=hit(1)>",
    "<marquee onstart=hit(1)>x</marquee>",
    "<div style='animation:x' onanimationstart=hit(1)><style>@keyframes x{}</style>x</div>",
    "<a href=# onclick=hit(1)>x</a>",
]
DRAWINGS = [
    "<svg onload=hit(1)>",
    "<svg/onload=hit(1)//",
    "<svg><script>hit(1)</script></svg>",
    "<svg><script href='data:,hit(1)'/></svg>",
    "<svg><animate onbegin=hit(1) attributeName=x dur=1s>",
    "<svg><a xlink:href='javascript:hit(1)'><text x=0 y=20>x</text></a></svg>",
    "<svg><foreignObject><iframe srcdoc='&lt;script&gt;top.hit(1)&lt;/script&gt;'></iframe></foreignObject></svg>",
    "<math><mtext><table><mglyph><style><img src=/xss onerror=hit(1)></style></mglyph></table></mtext></math>",
]
ADDRESSES = [
    "javascript:hit(1)",
    "JaVaScRiPt:hit(1)//",
    "java\tscript:hit(1)",
    "data:text/html,<script>top.hit(1)</script>",
    "<a href='javascript:hit(1)'>mở</a>",
    "<iframe src='javascript:top.hit(1)'></iframe>",
    "<iframe srcdoc='<script>top.hit(1)</script>'></iframe>",
    "<object data='/xss.html'></object>",
    "<embed src='/xss.html'>",
    "<link rel=stylesheet href=/xss.css>",
    "<meta http-equiv=refresh content='0;url=/xss.html'>",
    "<base href='/xss/'>",
    "<form action=/xss><button>x</button></form>",
    "<style>@import '/xss.css'; body { display: none }</style>",
]
TEMPLATES = [
    "{{constructor.constructor('hit(1)')()}}",
    "${hit(1)}",
    "<%= hit(1) %>",
    "#{hit(1)}",
    "{reason}{by}{time}{unit}",
    "[mở](javascript:hit(1)) ![x](/xss.png)",
    "`hit(1)` <http://127.0.0.1/xss>",
    "__proto__",
    '=HYPERLINK("http://127.0.0.1/xss","mở")',
    "+cmd|' /C calc'!A1",
    "@SUM(1+1)*cmd|' /C calc'!A0",
]
LETTERS = [
    "\u202egpj.exe tốt\u202c",
    "\u202ekhông đóng lại \u2067và nữa",
    "مرحبا بالعالم 123",
    "＜script＞hit(1)＜/script＞",
    "\u003cimg src\u003d/xss onerror\u003dhit(1)\u003e",
    "%3Cscript%3Ehit(1)%3C/script%3E",
    "&lt;script&gt;hit(1)&lt;/script&gt;",
    "Ž̶̨̛͚̖̗̘̙̜̝̞̟̠̣̤̥̦̩̪̫̬̭̮̯̰̱̲̳̹̺̻̼͇͈͉͍͎ͅ" * 8,
    "a\u200b\u200d\u2060\ufeffb\u00adc",
    "👩‍👩‍👧‍👦" * 40,
    "W" * 1000,
    "Ư" * 1000,
    "﷽" * 300,
]
CORPUS = [*MARKUP, *HANDLERS, *DRAWINGS, *ADDRESSES, *TEMPLATES, *LETTERS]
