access-data-hub-title = Gérer les comptes des parents/gardiens
access-data-hub-codes = Créer des codes d'activation pour les parents/gardiens
access-data-hub-codes-text = Choisissez un élève sans compte ni code, puis générez ses codes. Créer pour un groupe ou pour tous viendra dans une prochaine version.
access-data-hub-list-text = { $count ->
    [0] La liste de tous les comptes liés à un élève de l'école : aucun compte pour le moment.
    [one] La liste de tous les comptes liés à un élève de l'école : { $count } compte.
   *[other] La liste de tous les comptes liés à un élève de l'école : { $count } comptes.
}
access-data-hub-reach-text = Combien d'élèves ont un parent/gardien ici; pour les autres, pourquoi, et la prochaine étape.
access-data-hub-to-check = À vérifier
access-data-hub-to-check-text = Les liens à confirmer et ce que les familles ont signalé.
access-data-title = Données d'accès du Portfolio du Parent/Gardien
access-data-search = Nom, courriel ou élève
access-data-grade = Niveau
access-data-homeroom = Classe
access-data-how = Code reçu
access-data-any = Tous
access-data-any-homeroom = Toutes
access-data-either = Peu importe
access-data-how-screen = à l'écran
access-data-how-letter = lettre
access-data-how-email = invitation
access-data-submit = Rechercher
access-data-total = { $links ->
    [one] { $links } lien
   *[other] { $links } liens
}, { $accounts ->
    [one] { $accounts } compte
   *[other] { $accounts } comptes
}
access-data-download = Télécharger (CSV)
access-data-guardian = Parent/gardien
access-data-student = Élève
access-data-since = Lien depuis
access-data-visit = Dernière visite
access-data-student-phone = Élève :
access-data-homeroom-phone = Classe :
access-data-since-phone = Lien depuis :
access-data-visit-phone = Dernière visite :
access-data-email = Courriel
access-data-email-state = État du courriel
access-data-email-confirmed = confirmé
access-data-email-unconfirmed = non confirmé
access-data-email-refused = refusé
access-data-email-confirmed-chip = courriel confirmé
access-data-email-unconfirmed-badge = courriel non confirmé
access-data-email-refused-badge = courriel refusé
access-data-family-name = Nom de l'élève
access-data-given-name = Prénom de l'élève
access-data-remove = Retirer le lien
access-data-remove-name = Retirer le lien entre { $guardian } et { $student }
access-data-range = { $first } à { $last } sur { $total }
access-data-drop = , retirer ce filtre
access-data-none-yet = Aucun compte pour le moment
access-data-none-yet-text = Les comptes des parents/gardiens apparaîtront ici dès qu'un code d'activation aura servi.
access-data-none = Aucun compte ne correspond
access-data-none-text = Vérifiez l'orthographe, ou essayez avec une partie du nom.
access-data-none-filters = Vérifiez l'orthographe, ou retirez un filtre :
access-data-all = Voir tous les comptes
access-data-reach-title = Familles rejointes
access-data-reach-text = Combien de parents/gardiens sont liés à chaque élève et, pour qui n'en a pas, la prochaine étape.
access-data-reach-figures = Élèves selon leurs parents/gardiens liés
access-data-reach-by-grade = Élèves selon le nombre de parents/gardiens liés, par niveau
access-data-reach-by-homeroom = Élèves selon le nombre de parents/gardiens liés, par classe
access-data-reach-homerooms = Voir par classe
access-data-reach-more = 2 ou plus
access-data-reach-one = 1
access-data-reach-zero = Aucun
access-data-reach-more-phone = 2 ou plus :
access-data-reach-one-phone = 1 :
access-data-reach-zero-phone = Aucun :
access-data-reach-key-more = 2 parents/gardiens ou plus : { $count }
access-data-reach-key-one = 1 parent/gardien : { $count }
access-data-reach-key-zero = Aucun parent/gardien : { $count }
access-data-reach-no-grade = Sans niveau
access-data-reach-no-homeroom = Sans classe
access-data-reach-missing = Élèves sans parent/gardien lié
access-data-reach-total = { $count ->
    [one] { $count } élève
   *[other] { $count } élèves
}
access-data-reach-reason = Raison
access-data-reach-option = { $reason } ({ $count })
access-data-reach-nobody = Aucun élève pour le moment
access-data-reach-nobody-text = Les élèves apparaîtront ici dès que la liste de l'école sera importée.
access-data-reach-everybody = Chaque élève a au moins un parent/gardien lié
access-data-reach-everybody-text = Il n'y a rien à faire.
access-data-reach-none = Aucun élève ne correspond
access-data-reach-none-text = Retirez un filtre :
access-data-reach-all = Voir tous les élèves sans parent/gardien lié
access-data-reason-to-confirm = En attente d'une confirmation de l'école
access-data-reason-undelivered = Le courriel d'invitation a été refusé
access-data-reason-code-unused = Un code existe, mais n'a pas encore servi
access-data-reason-expired = Le code a expiré sans servir
access-data-reason-removed = Le lien a été retiré
access-data-reason-no-code = Aucun code n'a été créé
access-data-step-to-confirm = Confirmer ou refuser
access-data-step-undelivered = Remettre un code autrement
access-data-step-code-unused = Remettre le code
access-data-step-expired = Générer un nouveau code
access-data-step-removed = Revoir l'accès
access-data-step-no-code = Générer les codes d'activation
access-data-step-name = { $step }, { $student }
