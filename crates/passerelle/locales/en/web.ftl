web-face-family = Parent/Guardian Portal
web-face-student = Portfolio
web-face-staff = Administration tool
web-portal = Passerelle
web-title = { $page } – { $face }
web-title-error = Error: { $page } – { $face }
web-skip = Skip to content
web-main-menu = Main menu
web-menu = Menu
web-close = Close
web-crumbs = Breadcrumb
web-other-language = Français
web-this-language = English
web-reveal = Show
web-pages = Pages
web-page = Page { $number }
web-next = Next
web-password-again = To be safe, enter the password again.
web-grade = Grade { $grade }
web-grade-html = Grade { $grade }
web-errors = { $count ->
    [one] One answer to correct
    [2] Two answers to correct
    [3] Three answers to correct
    [4] Four answers to correct
   *[other] { $count } answers to correct
}
web-problem-home = Back to the home page
web-problem-reference = Reference to quote if you write to us:
web-problem-not-found = This page doesn't exist
web-problem-not-found-text = The address may have changed, or the link is too old. Start again from the home page.
web-problem-forbidden = This page isn't for you
web-problem-forbidden-text = Your role doesn't reach this page. A school administrator can change that.
web-problem-other-origin = This didn't come from a page of the portal
web-problem-other-origin-text = Nothing was done. Open the page in the portal and send it from there.
web-problem-bad-request = We couldn't read what was sent
web-problem-bad-request-text = Nothing was done. Go back, reload the page and try again.
web-problem-too-large = That's too long
web-problem-too-large-text = Nothing was done. Go back, shorten the text and try again.
web-problem-too-many = Too many tries
web-problem-too-many-text = { $seconds ->
    [one] Wait { $seconds } second, then try again.
   *[other] Wait { $seconds } seconds, then try again.
}
web-problem-unavailable = The portal is taking a break
web-problem-unavailable-text = Nothing was lost. Wait a minute, then try again.
web-problem-broken = Something went wrong on our side
web-problem-broken-text = What you asked for wasn't done. Try again; if it happens again, write to the school.
web-language-ar = Arabic
web-language-bn = Bengali
web-language-cr = Cree
web-language-de = German
web-language-el = Greek
web-language-en = English
web-language-es = Spanish
web-language-fa = Persian
web-language-fr = French
web-language-gu = Gujarati
web-language-he = Hebrew
web-language-hi = Hindi
web-language-ht = Haitian Creole
web-language-hu = Hungarian
web-language-hy = Armenian
web-language-it = Italian
web-language-iu = Inuktitut
web-language-ja = Japanese
web-language-ko = Korean
web-language-ln = Lingala
web-language-ne = Nepali
web-language-nl = Dutch
web-language-oj = Ojibwe
web-language-pa = Punjabi
web-language-pl = Polish
web-language-ps = Pashto
web-language-pt = Portuguese
web-language-rn = Kirundi
web-language-ro = Romanian
web-language-ru = Russian
web-language-rw = Kinyarwanda
web-language-so = Somali
web-language-sq = Albanian
web-language-sr = Serbian
web-language-sw = Swahili
web-language-ta = Tamil
web-language-ti = Tigrinya
web-language-tl = Tagalog
web-language-tr = Turkish
web-language-uk = Ukrainian
web-language-ur = Urdu
web-language-vi = Vietnamese
web-language-wo = Wolof
web-language-yi = Yiddish
web-language-yue = Cantonese
web-language-zh = Chinese
