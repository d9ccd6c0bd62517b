student-search-title = Recherche d'élèves
student-search-name = Nom ou numéro d'élève
student-search-grade = Niveau
student-search-homeroom = Classe
student-search-counsellor = Conseiller
student-search-accounts = Compte parent/gardien
student-search-codes = Codes inutilisés
student-search-codes-phone = Codes :
student-search-any = Tous
student-search-any-homeroom = Toutes
student-search-either = Peu importe
student-search-accounts-with = Au moins un compte
student-search-accounts-without = Aucun compte
student-search-codes-with = Au moins un code
student-search-codes-without = Aucun code
student-search-language = Langue parlée à la maison
student-search-any-language = Toutes
student-search-submit = Rechercher
student-search-total = { $count ->
    [one] { $count } élève
   *[other] { $count } élèves
}
student-search-list = Liste des élèves
student-search-student = Élève
student-search-no-account = Aucun compte
student-search-account-count = { $count ->
    [one] { $count } compte
   *[other] { $count } comptes
}
student-search-access = Accès du Parent
student-search-access-name = Accès du Parent/Gardien, { $student }
student-search-range = { $first } à { $last } sur { $total }
student-search-drop = , retirer ce filtre
student-search-none = Aucun élève ne correspond
student-search-none-text = Vérifiez l'orthographe, ou essayez avec une partie du nom.
student-search-none-filters = Vérifiez l'orthographe, ou retirez un filtre :
student-search-all = Voir tous les élèves
