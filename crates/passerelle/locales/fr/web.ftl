web-face-family = Portail des parents/gardiens
web-face-student = Portfolio
web-face-staff = Outil administratif
web-portal = Passerelle
web-title = { $page } – { $face }
web-title-error = Erreur : { $page } – { $face }
web-skip = Aller au contenu
web-main-menu = Menu principal
web-menu = Menu
web-close = Fermer
web-crumbs = Fil d'Ariane
web-other-language = English
web-this-language = Français
web-reveal = Voir
web-pages = Pages
web-page = Page { $number }
web-next = Suivant
web-password-again = Par prudence, le mot de passe est à entrer de nouveau.
web-grade = { $grade }e année
web-grade-html = { $grade }<sup>e</sup> année
web-errors = { $count ->
    [one] Une réponse à corriger
    [2] Deux réponses à corriger
    [3] Trois réponses à corriger
    [4] Quatre réponses à corriger
   *[other] { $count } réponses à corriger
}
web-problem-home = Retour à l'accueil
web-problem-reference = Numéro à donner si vous nous écrivez :
web-problem-not-found = Cette page n'existe pas
web-problem-not-found-text = L'adresse a peut-être changé, ou le lien est trop ancien. Repartez de l'accueil.
web-problem-forbidden = Cette page n'est pas pour vous
web-problem-forbidden-text = Votre rôle ne donne pas accès à cette page. Un administrateur de l'école peut le changer.
web-problem-other-origin = Cet envoi n'est pas parti d'une page du portail
web-problem-other-origin-text = Rien n'a été fait. Ouvrez la page dans le portail et envoyez-la de là.
web-problem-bad-request = Nous n'avons pas pu lire cet envoi
web-problem-bad-request-text = Rien n'a été fait. Revenez en arrière, rechargez la page et essayez de nouveau.
web-problem-too-large = C'est trop long
web-problem-too-large-text = Rien n'a été fait. Revenez en arrière, raccourcissez le texte et essayez de nouveau.
web-problem-too-many = Trop d'essais
web-problem-too-many-text = { $seconds ->
    [one] Attendez { $seconds } seconde, puis essayez de nouveau.
   *[other] Attendez { $seconds } secondes, puis essayez de nouveau.
}
web-problem-unavailable = Le portail fait une pause
web-problem-unavailable-text = Rien n'a été perdu. Attendez une minute, puis essayez de nouveau.
web-problem-broken = Quelque chose n'a pas marché de notre côté
web-problem-broken-text = Ce que vous demandiez n'a pas été fait. Essayez de nouveau; si cela revient, écrivez à l'école.
web-language-ar = Arabe
web-language-bn = Bengali
web-language-cr = Cri
web-language-de = Allemand
web-language-el = Grec
web-language-en = Anglais
web-language-es = Espagnol
web-language-fa = Persan
web-language-fr = Français
web-language-gu = Gujarati
web-language-he = Hébreu
web-language-hi = Hindi
web-language-ht = Créole haïtien
web-language-hu = Hongrois
web-language-hy = Arménien
web-language-it = Italien
web-language-iu = Inuktitut
web-language-ja = Japonais
web-language-ko = Coréen
web-language-ln = Lingala
web-language-ne = Népalais
web-language-nl = Néerlandais
web-language-oj = Ojibwé
web-language-pa = Pendjabi
web-language-pl = Polonais
web-language-ps = Pachto
web-language-pt = Portugais
web-language-rn = Kirundi
web-language-ro = Roumain
web-language-ru = Russe
web-language-rw = Kinyarwanda
web-language-so = Somali
web-language-sq = Albanais
web-language-sr = Serbe
web-language-sw = Swahili
web-language-ta = Tamoul
web-language-ti = Tigrigna
web-language-tl = Tagalog
web-language-tr = Turc
web-language-uk = Ukrainien
web-language-ur = Ourdou
web-language-vi = Vietnamien
web-language-wo = Wolof
web-language-yi = Yiddish
web-language-yue = Cantonais
web-language-zh = Chinois
