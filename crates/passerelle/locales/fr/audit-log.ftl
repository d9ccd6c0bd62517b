audit-log-title = Registre
audit-log-text = { $school }. Ce qui a été fait dans le portail, du plus récent au plus ancien. Personne ne peut modifier ni effacer une ligne.
audit-log-search = Personne ou élève
audit-log-kind = Sujet
audit-log-any-kind = Tous
audit-log-kind-looks = Consultations
audit-log-kind-codes = Codes d'activation
audit-log-kind-invitations = Invitations
audit-log-kind-links = Liens
audit-log-kind-protection = Protection des élèves
audit-log-kind-accounts = Comptes et mots de passe
audit-log-kind-options = Options
audit-log-kind-files = Fichiers
audit-log-from = Du
audit-log-from-day = Depuis le { $day }
audit-log-to = Au
audit-log-to-day = Jusqu'au { $day }
audit-log-submit = Rechercher
audit-log-total = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
audit-log-range = { $first } à { $last } sur { $total }
audit-log-drop = , retirer ce filtre
audit-log-download = Télécharger (CSV)
audit-log-when = Quand
audit-log-who = Qui
audit-log-who-phone = Qui :
audit-log-what = Quoi
audit-log-student = Élève
audit-log-student-phone = Élève :
audit-log-address = Adresse IP
audit-log-address-phone = Adresse IP :
audit-log-none-yet = Rien pour le moment
audit-log-none-yet-text = Ce que le personnel, les familles et les élèves font dans le portail apparaîtra ici.
audit-log-none = Aucune ligne ne correspond
audit-log-none-filters = Vérifiez l'orthographe et les dates, ou retirez un filtre :
audit-log-all = Voir tout le registre
audit-log-a-guardian = Un parent/gardien
audit-log-another-guardian = Un autre parent/gardien
audit-log-a-student = Un élève
audit-log-a-member = Un membre du personnel
audit-log-operator = Commande
audit-log-stranger = Quelqu'un sans session
audit-log-you = Vous
audit-log-whoever-runs = La personne qui exploite le portail
audit-log-other = Autre action dans le portail
audit-log-event-student-looked = Dossier d'élève consulté
audit-log-event-codes-created = { $count ->
    [one] { $count } code d'activation créé
   *[other] { $count } codes d'activation créés
}
audit-log-event-code-deleted = Code d'activation supprimé
audit-log-event-code-used = Code d'activation utilisé
audit-log-event-code-disowned = Code remis à la mauvaise famille : « Ce n'est pas mon enfant »
audit-log-event-batch-asked = { $count ->
    [one] Codes demandés pour { $count } élève
   *[other] Codes demandés pour { $count } élèves
}
audit-log-event-batch-renewed = { $count ->
    [one] Renouvellement de { $count } code inutilisé demandé
   *[other] Renouvellement de { $count } codes inutilisés demandé
}
audit-log-event-batch-voided = { $count ->
    [one] Annulation de { $count } code inutilisé demandée
   *[other] Annulation de { $count } codes inutilisés demandée
}
audit-log-event-job-cancelled = Reste d'un travail annulé
audit-log-event-job-retried = Travail interrompu repris
audit-log-event-invitation-sent = Invitation envoyée par l'élève
audit-log-event-invitation-held = Invitation retenue : l'adulte est sous restriction
audit-log-event-invitation-withdrawn = Invitation annulée
audit-log-event-invitation-refused = Invitation refusée par la personne qui l'a reçue
audit-log-event-link-removed = Lien retiré
audit-log-event-guardian-left = Lien terminé : le parent/gardien a fermé son compte
audit-log-event-link-requested = Lien demandé, en attente de vérification
audit-log-event-link-accepted = Lien confirmé par l'école
audit-log-event-link-declined = Lien refusé par l'école
audit-log-event-link-objected = Parent/gardien signalé à l'école
audit-log-event-concern-settled = Signalement réglé
audit-log-event-restriction-made = Restriction ajoutée
audit-log-event-restriction-lifted = Restriction levée
audit-log-event-restricted-tried = Code essayé par un adulte sous restriction
audit-log-event-verification-switched = Vérification avant tout nouveau lien modifiée
audit-log-event-account-opened = Compte ouvert
audit-log-event-account-closed = Compte fermé
audit-log-event-name-changed = Nom changé
audit-log-event-language-changed = Langue des courriels choisie
audit-log-event-email-confirmed = Courriel confirmé
audit-log-event-email-changed = Courriel changé
audit-log-event-email-corrected = Courriel corrigé
audit-log-event-email-refused = Courriel retiré à la demande de la personne à qui il appartient
audit-log-event-password-changed = Mot de passe changé
audit-log-event-password-reset = Nouveau mot de passe choisi par un lien
audit-log-event-sessions-ended = Sessions fermées sur d'autres appareils
audit-log-event-temporary-password-set = Mot de passe temporaire créé pour l'élève
audit-log-event-student-password-set = Mot de passe de l'élève fixé par une commande
audit-log-event-staff-added = Accès donné à un membre du personnel
audit-log-event-staff-password-set = Mot de passe d'un membre du personnel fixé par une commande
audit-log-event-option-changed = { $option ->
    [none] Option modifiée
   *[other] Option modifiée : { $option }
}
audit-log-event-logo-changed = Logo modifié
audit-log-event-data-exported = Données personnelles téléchargées
audit-log-event-access-data-exported = Données d'accès téléchargées
audit-log-event-audit-exported = Registre téléchargé
audit-log-event-roster-imported = Données de l'école importées
audit-log-family-title = Qui a consulté ces renseignements
audit-log-family-text = { $student } : qui a ouvert le dossier, et ce qui a été fait avec les codes, les invitations et les liens, du plus récent au plus ancien.
audit-log-family-none = Rien pour le moment
audit-log-family-none-text = Chaque consultation par le personnel de l'école apparaîtra ici.
audit-log-family-question = Une ligne vous étonne? Parlez-en à l'école.
audit-log-told-looked = Dossier consulté
audit-log-told-codes-created = { $count ->
    [one] { $count } code d'activation créé
   *[other] { $count } codes d'activation créés
}
audit-log-told-code-deleted = Code d'activation supprimé
audit-log-told-code-used = Code d'activation utilisé
audit-log-told-invited = Invitation demandée
audit-log-told-invitation-withdrawn = Invitation annulée
audit-log-told-link-removed = Lien retiré
audit-log-told-password = Nouveau mot de passe créé pour l'élève
