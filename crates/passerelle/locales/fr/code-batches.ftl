code-batches-step-1 = Étape 1 sur 3 : pour qui?
code-batches-step-2 = Étape 2 sur 3 : cochez les élèves.
code-batches-step-3 = Étape 3 sur 3 : combien de codes?
code-batches-everybody = Tous les élèves qui n’ont pas encore de code
code-batches-everybody-text = { $count ->
    [0] Chaque élève a déjà un compte parent/gardien ou un code inutilisé.
    [one] 1 élève n’a ni compte parent/gardien ni code inutilisé.
   *[other] { $count } élèves n’ont ni compte parent/gardien ni code inutilisé.
}
code-batches-everybody-submit = Choisir ces élèves
code-batches-some = Créer des comptes pour un élève individu ou pour un groupe d’élèves
code-batches-some-text = Cherchez selon des critères, puis cochez les élèves. Sans critère, tous les élèves sont listés.
code-batches-submit = Soumettre
code-batches-list = Lots de codes
code-batches-select = Choisir les élèves
code-batches-none-text = Vérifiez l’orthographe, ou changez les critères.
code-batches-change = Changer les critères
code-batches-all = Sélectionner tout
code-batches-nothing = Ne rien sélectionner
code-batches-chosen = { $count ->
    [0] Aucun élève sélectionné
    [one] 1 élève sélectionné
   *[other] { $count } élèves sélectionnés
}
code-batches-nobody = Cochez au moins un élève, ou choisissez « Sélectionner tout ».
code-batches-stranger = Un des élèves cochés n’est pas à cette école. Rien n’a été changé; cochez de nouveau.
code-batches-summary = Résumé
code-batches-each = Nombre de codes par élève
code-batches-each-hint = Un code par parent/gardien. Un élève garde au plus { $most } codes inutilisés.
code-batches-count = Choisissez un nombre de 1 à { $most }.
code-batches-who = Pour qui?
code-batches-who-all = { $count ->
    [one] L’élève choisi
   *[other] Les { $count } élèves choisis
}
code-batches-who-without = { $count ->
    [0] Seulement ceux qui n’ont pas de code inutilisé : aucun
    [one] Seulement ceux qui n’ont pas de code inutilisé : 1 élève
   *[other] Seulement ceux qui n’ont pas de code inutilisé : { $count } élèves
}
code-batches-forecast = { $codes ->
    [0] Aucun code ne sera créé.
    [one] 1 code sera créé, pour 1 élève.
   *[other] { $students ->
        [one] { $codes } codes seront créés, pour 1 élève.
       *[other] { $codes } codes seront créés, pour { $students } élèves.
    }
}
code-batches-forecast-full = { $count ->
    [one] 1 élève a déjà trop de codes inutilisés et n’en recevra pas.
   *[other] { $count } élèves ont déjà trop de codes inutilisés et n’en recevront pas.
}
code-batches-forecast-left = { $count ->
    [one] 1 élève a quitté l’école et ne recevra rien.
   *[other] { $count } élèves ont quitté l’école et ne recevront rien.
}
code-batches-recount = Mettre à jour le décompte
code-batches-list-text = Les codes créés pour plusieurs élèves à la fois, et ce qu’ils sont devenus.
code-batches-list-none = Aucun lot pour l’instant
code-batches-list-none-text = Un lot se crée quand vous demandez des codes pour plusieurs élèves.
code-batches-criteria = Pour qui
code-batches-made-at = Créé
code-batches-made-at-phone = Créé :
code-batches-codes = Codes
code-batches-codes-phone = Codes :
code-batches-used = Utilisés
code-batches-used-phone = Utilisés :
code-batches-unused = Inutilisés
code-batches-unused-phone = Inutilisés :
code-batches-expired = Expirés
code-batches-deleted = Supprimés
code-batches-printed = Lettres imprimées
code-batches-students = Élèves
code-batches-batch = Lot de codes
code-batches-job = Voir le travail qui l’a créé
code-batches-told-renewed = Renouvellement d’un lot
code-batches-told-one = Des élèves choisis
code-batches-told-everybody = Tous les élèves
code-batches-told-words = Nom ou numéro : { $value }
code-batches-told-grade = Niveau : { $value }
code-batches-told-homeroom = Classe : { $value }
code-batches-told-accounts = Compte parent/gardien : { $value }
code-batches-told-codes = Codes inutilisés : { $value }
code-batches-told-language = Langue parlée à la maison : { $value }
code-batches-told-counsellor = Un conseiller en particulier
code-batches-renew = Renouveler les codes inutilisés
code-batches-renew-text = { $count ->
    [one] 1 code inutilisé ou expiré cessera de servir et sera remplacé par un nouveau. Les codes déjà utilisés ne changent pas.
   *[other] { $count } codes inutilisés ou expirés cesseront de servir et seront remplacés par de nouveaux. Les codes déjà utilisés ne changent pas.
}
code-batches-renew-submit = Renouveler
code-batches-void = Annuler les codes inutilisés
code-batches-void-text = { $count ->
    [one] 1 code inutilisé cessera de servir. On ne peut pas revenir en arrière. Les codes déjà utilisés ne changent pas.
   *[other] { $count } codes inutilisés cesseront de servir. On ne peut pas revenir en arrière. Les codes déjà utilisés ne changent pas.
}
code-batches-void-submit = Annuler ces codes
code-batches-back = Revenir au lot
code-batches-see-batch = Voir le lot de codes
code-batches-selection-gone = La liste des élèves choisis n’est plus gardée. Choisissez-les de nouveau.
code-batches-left = A quitté l’école depuis.
code-batches-full = A déjà trop de codes inutilisés.
code-batches-made = { $codes ->
    [0] Aucun code créé
    [one] 1 code créé
   *[other] { $students ->
        [one] { $codes } codes créés pour 1 élève
       *[other] { $codes } codes créés pour { $students } élèves
    }
}
code-batches-had-code = { $students ->
    [one] 1 élève avait déjà un code inutilisé.
   *[other] { $students } élèves avaient déjà un code inutilisé.
}
code-batches-renewed = { $codes ->
    [0] Aucun code renouvelé
    [one] 1 code renouvelé
   *[other] { $codes } codes renouvelés
}
code-batches-voided = { $codes ->
    [0] Aucun code à annuler
    [one] 1 code annulé
   *[other] { $codes } codes annulés
}
code-batches-make-title = Création des codes
code-batches-make-progress = { $done } élèves traités sur { $total }.
code-batches-make-stopped = { $done } élèves traités sur { $total }. Leurs codes existent et peuvent servir.
code-batches-renew-title = Renouvellement des codes
code-batches-renew-progress = { $done } codes traités sur { $total }.
code-batches-renew-stopped = { $done } codes traités sur { $total }. Les autres n’ont pas changé.
code-batches-void-title = Annulation des codes inutilisés
code-batches-void-progress = { $done } codes annulés sur { $total }.
code-batches-void-stopped = { $done } codes annulés sur { $total }. Les autres peuvent encore servir.
