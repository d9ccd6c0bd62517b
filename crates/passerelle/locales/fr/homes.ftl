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
homes-recent = Vos travaux récents
homes-recent-all = Tous les travaux
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
homes-unlink = Retirer { $student } de mon compte
homes-others = Qui voit ce portfolio
homes-you = Vous
homes-others-new = Un autre adulte
homes-others-new-text = Un autre adulte a été lié à { $student } le { $day }. Si ce n'est pas normal, vous pouvez le signaler.
homes-report = Le signaler à l'école
homes-waiting = Demandes
homes-waiting-text = L'école vérifie. Vous n'avez rien à faire : l'enfant apparaîtra ici dès que l'école aura confirmé.
homes-waiting-declined = L'école n'a pas confirmé votre demande. Pour en savoir plus, adressez-vous à l'école.
homes-newcomer = Nouveau parent/gardien
homes-newcomer-text = Cette personne voit maintenant votre Portfolio. Si ce n'est pas normal, dites-le : l'école vérifiera.
homes-newcomer-fine = C'est bien
homes-newcomer-fine-name = C'est bien, { $guardian }
homes-newcomer-wrong = Ce n'est pas normal
homes-newcomer-wrong-name = Ce n'est pas normal, { $guardian }
homes-contested = Signalé à l'école
homes-object = Signaler
homes-object-name = Signaler { $guardian }
homes-removed = Lien retiré le { $day } : { $guardian }
homes-account-ready = Votre compte est prêt.
homes-to-check = À vérifier : { $count }
