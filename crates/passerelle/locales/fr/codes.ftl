codes-field = Code d'activation
codes-field-hint = Les 12 caractères de la lettre ou du courriel de l'école. Les tirets, les espaces et les majuscules n'ont pas d'importance.
codes-empty = Entrez le code d'activation reçu de l'école.
codes-length = Comptez les caractères du code : il y en a 12, en trois groupes de quatre.
codes-typo = Relisez le code : un caractère n'est pas le bon, ou deux sont inversés.
codes-not-usable = Ce code ne peut pas servir. Demandez-en un nouveau à l'école.
codes-too-many = Trop de codes essayés. Attendez un moment, puis essayez de nouveau.
codes-wait = { $seconds ->
    [one] Vous pourrez essayer de nouveau dans { $seconds } seconde.
   *[other] Vous pourrez essayer de nouveau dans { $seconds } secondes.
}
codes-none = Je n'ai pas de code
codes-none-text = Demandez-le à l'école de votre enfant. Chaque parent/gardien a besoin de son propre code, et d'un code par enfant.
codes-add-child-title = Ajouter un enfant
codes-add-child-text = Entrez le code d'activation reçu de l'école pour cet enfant. Il peut venir de n'importe quelle école.
codes-add-child-submit = Ajouter cet enfant
codes-confirm-title = Est-ce bien votre enfant?
codes-confirm-text = Voici l'élève que ce code désigne.
codes-confirm-yes = Oui, c'est mon enfant
codes-confirm-no = Ce n'est pas mon enfant
codes-confirm-no-text = Si ce n'est pas votre enfant, le code reste inutilisé et l'école en est avertie.
codes-disowned = Merci. Le code n'a pas été utilisé et l'école verra qu'il s'est trompé de famille.
codes-linked = L'enfant est lié à votre compte.
codes-access-title = Accès du parent/gardien, { $student }
codes-access-tab = Accès du parent/gardien
codes-access-tabs = Dossier : { $student }
codes-access-homeroom = classe { $homeroom }
codes-access-unused = Codes d'activation inutilisés
codes-access-none = Aucun code inutilisé pour { $student }.
codes-access-code = Code
codes-access-made-at = Créé
codes-access-made-at-phone = Créé :
codes-access-until = Expire
codes-access-until-phone = Expire :
codes-access-new = Nouveau
codes-access-expired = Expiré
codes-access-disowned = « Pas mon enfant », le { $day }
codes-access-sent-to = envoyé par l'élève à { $email }
codes-access-undelivered = Courriel refusé
codes-access-unreadable = Code illisible
codes-access-copy = Copier { $code }
codes-access-copied = { $code } est copié.
codes-access-copy-failed = Le code n'a pas pu être copié. Sélectionnez-le à la main.
codes-access-delete = Supprimer le code { $code }
codes-access-delete-unreadable = Supprimer le code illisible
codes-access-guardians = Parents/gardiens liés
codes-access-no-guardians = Aucun parent/gardien n'a encore de compte lié à cet élève.
codes-access-linked = Lien depuis le { $day }
codes-access-visited = Dernière visite : { $day }
codes-access-generate = Générer les codes d'activation
codes-access-generate-text = Un code par parent/gardien. Chaque code ne sert qu'une fois.
codes-access-number = Nombre de codes
codes-access-go = Allez
codes-access-count = Choisissez un nombre de 1 à { $most }.
codes-access-too-many = { $unused ->
    [one] Un élève peut avoir { $most } codes inutilisés au plus, et en a déjà { $unused }. Demandez-en moins, ou supprimez ceux qui ne serviront pas.
   *[other] Un élève peut avoir { $most } codes inutilisés au plus, et en a déjà { $unused }. Demandez-en moins, ou supprimez ceux qui ne serviront pas.
}
codes-access-made = { $count ->
    [one] { $count } code créé pour { $student }
   *[other] { $count } codes créés pour { $student }
}
codes-access-made-text = Remettez un code à chaque parent/gardien. Il s'inscrit avec ce code, ou l'ajoute au compte qu'il a déjà.
codes-deleted = Le code est supprimé.
codes-already-deleted = Ce code était déjà supprimé. Il n'y avait plus rien à faire.
codes-used-meanwhile = Ce code vient d'être utilisé : il ne peut plus être supprimé. Le parent/gardien figure dans la liste.
codes-delete-title = Supprimer le code
codes-delete-text = Ce code pour { $student } ne pourra plus servir. La personne qui l'a reçu devra en demander un autre.
codes-delete-submit = Supprimer le code
codes-delete-back = Garder le code
codes-access-restricted = Restriction en vigueur
codes-access-restricted-ask = Restriction en vigueur : voir un administrateur
codes-access-verification = Vérification avant tout nouveau lien
codes-access-contested = Signalé à l'école
codes-access-restrict = Restreindre
codes-access-restrict-name = Restreindre { $guardian }
codes-access-remove = Retirer le lien
codes-access-remove-name = Retirer le lien de { $guardian }
codes-access-waiting = Attend la vérification de l'école depuis le { $day }
codes-access-removed = Liens retirés depuis 30 jours
