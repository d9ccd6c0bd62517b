options-title = Options du Portfolio
options-text = { $school }. Ces options valent pour tous les élèves de l'école.
options-portfolio = Paramètres du Portfolio
options-codes = Codes d'activation
options-invitations = Invitations des élèves
options-contact = Personne à joindre
options-on = Actif
options-off = Inactif
options-student-invitations = Permettre aux élèves d'inviter leurs parents/gardiens
options-student-invitations-hint = L'élève entre un courriel; nous y envoyons un code d'activation. À « Inactif », le lien disparaît tout de suite de l'accueil des élèves. Les codes déjà envoyés restent bons.
options-name-other-guardians = Montrer aux parents/gardiens le nom des autres
options-name-other-guardians-hint = À « Actif », chaque parent/gardien lié à un élève voit le nom des autres. À « Inactif », il sait seulement qu'ils existent. L'élève voit toujours qui est lié.
options-code-life-days = Validité d'un code d'activation
options-code-life-days-hint = Pour les codes créés à partir de maintenant. Les autres gardent leur date.
options-most-codes = Codes inutilisés par élève
options-most-codes-hint = Les codes envoyés par l'élève comptent aussi.
options-open-invitations = Invitations ouvertes par élève
options-open-invitations-hint = Une invitation est ouverte tant que son code peut servir.
options-mails-per-student = Courriels d'invitation d'un élève, par jour
options-mails-per-student-hint = Une même adresse ne reçoit qu'un courriel par jour du même élève.
options-mails-per-address = Courriels d'invitation à une même adresse, par jour
options-mails-per-address-hint = Tous élèves confondus, pour que personne ne soit inondé.
options-mails-per-school = Courriels d'invitation de l'école, par jour
options-mails-per-school-hint = Tous élèves confondus. Cette limite ne touche pas le personnel.
options-contact-name = Nom
options-contact-name-hint = La personne ou le bureau à qui les familles peuvent s'adresser (facultatif).
options-contact-phone = Téléphone
options-contact-phone-hint = Avec le poste, s'il y en a un (facultatif).
options-contact-email = Courriel
options-contact-email-hint = Les réponses aux courriels du portail y arrivent (facultatif).
options-bounds = De { $least } à { $most }.
options-unit-days = jours
options-unit-codes = codes
options-unit-invitations = invitations
options-unit-mails = courriels
options-error-at = { $option } : { $error }
options-error-switch = Choisissez « Actif » ou « Inactif ».
options-error-number = Entrez un nombre entier, de { $least } à { $most }.
options-error-district = { $most ->
    [one] Entrez au plus { $most } jour : c'est la plus longue validité que le conseil scolaire permet.
   *[other] Entrez au plus { $most } jours : c'est la plus longue validité que le conseil scolaire permet.
}
options-error-line = Raccourcissez ce texte : une seule ligne, { $longest } caractères au plus.
options-error-address = Vérifiez l'adresse : une seule, sans espace, comme « accueil@ecole.ca ».
options-error-address-long = Vérifiez l'adresse : elle est trop longue pour en être une.
options-by-district = Fixé par le conseil scolaire
options-longest-life = Plus longue validité d'un code d'activation
options-days = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
options-save = Sauvegarder
options-saved = Paramètres sauvegardés.
options-saved-off = Paramètres sauvegardés. Les élèves ne peuvent plus inviter leurs parents/gardiens.
options-last-change = Dernière modification : { $moment }.
options-last-change-by = Dernière modification : { $moment }, par { $name }.
options-history = Historique
options-history-title = Historique des options
options-history-total = { $count ->
    [one] { $count } modification
   *[other] { $count } modifications
}
options-history-none = Aucune modification
options-history-none-text = Les options sont celles du départ. Chaque changement apparaîtra ici, avec sa date et son auteur.
options-history-option = Option
options-history-before = Avant
options-history-before-phone = Avant :
options-history-after = Après
options-history-after-phone = Après :
options-history-when = Quand et par qui
options-change-untold = Modifié
options-change-removed = Retiré
options-logo = Logo de l'école
options-logo-absent = L'école n'a pas encore de logo ici.
options-logo-alt = Logo : { $school }
options-logo-file = Image du logo
options-logo-hint = Un fichier PNG ou JPEG de 256 Ko au plus. Il remplace le logo actuel.
options-logo-submit = Garder ce logo
options-logo-kept = Le logo est enregistré.
options-logo-none = Choisissez d'abord un fichier.
options-logo-too-large = Choisissez une image plus légère : 256 Ko au plus.
options-logo-no-picture = Choisissez une image PNG ou JPEG : ce fichier n'en est pas une, ou il est abîmé.
options-logo-too-many-pixels = Choisissez une image plus petite : 4096 pixels de côté au plus.
options-logo-remove = Retirer le logo
options-logo-remove-title = Retirer le logo?
options-logo-remove-text = Le logo ne sera plus affiché pour cette école : { $school }. Vous pourrez en choisir un autre quand vous voudrez.
options-logo-remove-back = Garder le logo
options-logo-removed = Le logo est retiré.
