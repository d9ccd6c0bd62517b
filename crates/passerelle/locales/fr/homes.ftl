homes-nav-home = Accueil
homes-nav-children = Mes enfants
homes-nav-account = Compte
homes-hello = Bonjour, { $name }
homes-children-count = { $count ->
    [0] Votre compte est prêt. Il ne manque que votre enfant.
    [one] Un enfant est lié à votre compte.
   *[other] { $count } enfants sont liés à votre compte.
}
homes-no-children = Ajoutez votre premier enfant
homes-no-children-text = Entrez le code d'activation reçu de l'école. Votre enfant apparaîtra ici tout de suite.
homes-child-left = N'est plus inscrit à une école du conseil
homes-portfolio = Portfolio
homes-portfolio-none = Le portfolio de { $student } apparaîtra ici
homes-portfolio-none-text = Intérêts, métiers, plan de cours et bénévolat : vous suivrez ici ce que votre enfant y ajoute. Le portfolio ouvrira dans une prochaine version du portail.
homes-facts = Ce que l'école nous a transmis
homes-school = École
homes-grade = Niveau
homes-linked = Lié à votre compte
homes-student-portfolio-none = Votre portfolio apparaîtra ici
homes-student-portfolio-none-text = Vous y noterez vos intérêts, vos projets et ce que vous faites. Le portfolio ouvrira dans une prochaine version du portail.
homes-quick-links = Liens rapides
homes-seen-by = Qui voit votre Portfolio
homes-seen-by-nobody = Aucun parent/gardien n'est lié à votre compte pour le moment.
homes-seen-since = Parent/gardien, depuis le { $day }
homes-search-hint = Nom, prénom ou numéro d'élève.
homes-reach = Élèves avec au moins un compte parent/gardien
homes-reach-of = { $reached ->
    [one] { $reached } élève sur { $students }
   *[other] { $reached } élèves sur { $students }
}
homes-reach-of-short = { $reached } sur { $students }
homes-reach-caption = Élèves dont au moins un parent/gardien a un compte, par niveau
homes-reach-share = Part
homes-reach-students = Élèves
homes-reach-board = Voir les élèves sans parent/gardien, et pourquoi
homes-percent-under-one = < 1 %
homes-percent = { $percent } %
