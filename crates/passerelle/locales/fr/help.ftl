help-title = Aide
help-contents = Sur cette page
help-part-families = Parents/gardiens
help-part-students = Élèves
help-part-staff = Personnel
help-contact = À qui vous adresser
help-open = Comment ouvrir un compte de parent/gardien?
help-open-text =
    Il faut un code d'activation de 12 caractères. L'école vous le remet, ou votre enfant vous l'envoie par courriel.
    1) À l'adresse du portail, choisissez « Parent/gardien », puis « Inscrivez-vous maintenant ».
    2) Entrez votre nom, votre courriel, un mot de passe et le code d'activation, puis choisissez « Créer mon compte ».
    3) Le portail montre le prénom de l'élève, son initiale et son école. Répondez « Oui, c'est mon enfant ». Sinon, répondez « Ce n'est pas mon enfant » : le code reste inutilisé et l'école en est avertie.
    4) Ouvrez le courriel que nous vous envoyons et confirmez votre adresse. Le portail fonctionne déjà, mais n'écrit rien au sujet de votre enfant avant.
    Sans code, on ne peut pas ouvrir de compte.
help-code = Mon code ne fonctionne pas. Que faire?
help-code-text =
    Les tirets, les espaces et les majuscules n'ont pas d'importance. Si un caractère n'est pas le bon, le portail le dit et le code reste bon.
    Un code ne sert qu'une fois, pour un parent/gardien et un enfant, et finit par expirer. Si le vôtre ne peut pas servir, demandez-en un nouveau à l'école.
    « L'école doit vérifier » : le code est resté inutilisé. Adressez-vous à l'école.
help-invited = J'ai reçu une invitation par courriel. Est-ce que je peux m'y fier?
help-invited-text =
    Un élève peut inviter son parent/gardien par courriel. Le message vient du portail, nomme l'école et contient un code d'activation. Ouvrez son premier lien pour vous inscrire : le code est déjà entré et votre adresse est confirmée.
    Si ce message n'est pas pour vous, dites-le par le lien qu'il contient : le code ne pourra plus servir et cet élève ne pourra plus vous écrire d'ici.
help-children = J'ai plus d'un enfant. Ai-je besoin de plusieurs comptes?
help-children-text =
    Non. Un seul compte suffit pour tous vos enfants, même s'ils fréquentent des écoles différentes. Il faut un code d'activation pour chaque enfant.
    1) Ouvrez une session avec votre courriel et votre mot de passe.
    2) Choisissez « Ajouter un enfant ».
    3) Entrez le code, puis confirmez que c'est bien votre enfant. Le lien se fait tout de suite, sauf si l'école vérifie d'abord.
help-several = L'autre parent/gardien peut-il aussi avoir un compte?
help-several-text =
    Oui. Plusieurs parents/gardiens peuvent être liés au même enfant, chacun avec son compte et son propre code d'activation. Demandez un code de plus à l'école, ou à votre enfant une invitation.
    Votre enfant voit toujours le nom de ceux qui lui sont liés. Vous voyez le nom des autres seulement si l'école le permet.
help-newcomer = Un adulte que je n'attendais pas est lié à mon enfant. Que faire?
help-newcomer-text =
    Quand un autre adulte est lié à votre enfant, le portail vous avertit par courriel et sur la page de l'enfant. Si ce n'est pas normal, choisissez « Le signaler à l'école ». L'école vérifie; d'ici là, l'adulte n'est pas averti.
help-looked = Qui a consulté les renseignements de mon enfant?
help-looked-text =
    La page de votre enfant mène à « Qui a consulté ces renseignements » : chaque consultation par le personnel y est, avec le nom, la date et l'heure.
help-forgotten = J'ai oublié mon mot de passe
help-forgotten-text =
    Choisissez « Mot de passe oublié », entrez votre courriel et ouvrez le lien que vous recevez. Il est bon pendant une heure. Vous seul pouvez le faire : personne à l'école ne peut voir, changer ni récupérer votre mot de passe.
help-account = Changer mon nom, mon courriel ou mon mot de passe
help-account-text =
    Ouvrez « Compte ». Un nouveau courriel sert dès qu'il est confirmé par le lien que nous y envoyons. Vous y choisissez aussi la langue des courriels, et y voyez les appareils où votre session est ouverte.
help-remove = Retirer un enfant de mon compte
help-remove-text =
    Sur la page de l'enfant, ou dans « Compte », choisissez de le retirer. Vous ne voyez plus rien de lui dès ce moment. Pour revenir en arrière, il faut un nouveau code.
help-download = Obtenir une copie de mes données
help-download-text =
    Dans « Compte », choisissez « Télécharger mes données ». Vous recevez un fichier avec une page à lire et les mêmes données pour un autre logiciel.
help-close = Fermer mon compte
help-close-text =
    Dans « Compte », choisissez « Fermer mon compte » et entrez votre mot de passe. Votre nom, votre courriel et votre mot de passe sont effacés et les liens avec vos enfants sont retirés. Pour revenir, il faudra un nouveau code.
help-later = Ce qui viendra plus tard
help-later-text =
    Le contenu du portfolio, la boîte de réception et les messages de l'école n'existent pas encore dans ce portail. Ils viendront dans une prochaine version.
help-sign-in = Comment ouvrir une session?
help-sign-in-text =
    À l'adresse du portail, choisissez « Élève ». Entrez le nom d'utilisateur et le mot de passe que l'école vous a donnés. Un mot de passe temporaire ne sert qu'une fois : vous choisissez ensuite le vôtre.
help-invite = Comment inviter mon parent ou mon gardien?
help-invite-text =
    1) À l'accueil, sous « Liens rapides », choisissez « Partager votre Portfolio avec votre parent/votre gardien ».
    2) Entrez son courriel et choisissez « Envoyer l'invitation ». Nous lui envoyons un code d'activation et la marche à suivre.
    L'accueil montre où en est chaque invitation et permet de l'annuler. Chaque parent/gardien a besoin de sa propre invitation. Si le lien n'y est pas, votre école n'offre pas les invitations : demandez un code à l'école.
help-seen = Qui voit mon Portfolio?
help-seen-text =
    L'accueil donne le nom de chaque parent/gardien lié à vous. Si quelqu'un ne devrait pas l'être, choisissez « Signaler » : l'école vérifie, et la personne n'est pas avertie.
    « Qui a consulté ces renseignements » montre quand le personnel de l'école a ouvert votre dossier.
help-student-password = J'ai oublié mon mot de passe d'élève
help-student-password-text =
    Choisissez « Mot de passe oublié ». Si l'école a votre courriel, vous y recevez un lien. Sinon, demandez un mot de passe temporaire à votre conseiller ou à votre conseillère.
help-student-later = Ce qui viendra plus tard pour les élèves
help-student-later-text =
    Vous pourrez tenir votre Portfolio, lire les messages de l'école et les commentaires de vos parents/gardiens dans une prochaine version.
help-create = Comment créer des codes d'activation?
help-create-text =
    1) Dans « Recherche d'élèves », trouvez l'élève par son nom ou son numéro, avec ou sans accents.
    2) Sur sa ligne, choisissez « Accès du Parent ».
    3) Sous « Générer les codes d'activation », choisissez le nombre de codes, puis « Allez ».
    Les codes apparaissent sous « Codes d'activation inutilisés », avec la personne qui les a créés et la date où ils expirent. Un élève peut aussi en envoyer un lui-même, par une invitation.
    Pour plusieurs élèves à la fois : « Gérer les comptes des parents/gardiens », puis « Créer des codes d'activation pour les parents/gardiens ». Choisissez selon des critères, cochez des élèves ou « Sélectionner tout », puis « Soumettre » : le travail se fait pendant que vous continuez le vôtre. Sous « Lots de codes », renouvelez les codes inutilisés ou annulez-les.
    Générer une lettre pour chaque code viendra dans une prochaine version.
help-more-codes = Un élève a besoin de plus d'un compte de parent/gardien
help-more-codes-text =
    Créez plusieurs codes. Chacun ne sert qu'une fois : chaque parent/gardien a besoin du sien. Un parent/gardien de plusieurs enfants garde un seul compte, avec un code par enfant.
help-delete = Comment supprimer un code d'activation?
help-delete-text =
    Trouvez l'élève par « Recherche d'élèves », puis choisissez « Accès du Parent ». Sous « Codes d'activation inutilisés », choisissez la corbeille à côté du code et confirmez. Un code déjà utilisé ne se supprime pas : c'est le lien qu'il faut retirer.
help-accounts = Quels parents/gardiens ont ouvert un compte?
help-accounts-text =
    Choisissez « Gérer les comptes des parents/gardiens », puis « Données d'accès du Portfolio du Parent/Gardien » : la liste de tous les comptes liés à un élève de votre école. Un parent/gardien de deux élèves de l'école y est deux fois. La liste se télécharge.
help-guardian-password = Puis-je récupérer le mot de passe d'un parent/gardien?
help-guardian-password-text =
    Non. Personne d'autre ne peut le lire, le changer ni le récupérer. Le parent/gardien choisit « Mot de passe oublié » et reçoit un lien par courriel.
help-temporary = Un élève a oublié son mot de passe
help-temporary-text =
    Ouvrez le dossier de l'élève, puis l'onglet « Mot de passe », et choisissez « Créer un mot de passe temporaire ». Il n'est montré qu'une fois. Remettez-le à l'élève seulement : il choisira le sien à la première session.
help-off = Désactiver les invitations envoyées par les élèves
help-off-text =
    Il faut être administrateur de l'école. Choisissez « Options du Portfolio ». Sous « Paramètres du Portfolio », mettez « Permettre aux élèves d'inviter leurs parents/gardiens » à « Inactif », puis choisissez « Sauvegarder ». Les codes déjà envoyés restent bons.
help-check = Un lien n'est pas le bon, ou une famille signale quelqu'un
help-check-text =
    « À vérifier » réunit les liens qui attendent l'école et ce que les élèves et les parents/gardiens ont signalé. Dans « Accès du Parent », « Retirer le lien » demande un motif; le parent/gardien ne voit plus rien de l'élève dès ce moment.
help-protect = Protéger un élève (administrateurs)
help-protect-text =
    Au dossier de l'élève, l'onglet « Restrictions » tient un adulte à l'écart : il n'est plus lié, ni invité, ni averti au sujet de l'élève, et un code qu'il entrerait reste inutilisé. La note n'est lue que par les administrateurs. La famille ne voit ni la restriction ni la note.
    La vérification fait attendre tout nouveau lien de cet élève jusqu'à ce que l'école l'ait confirmé.
help-audit = Qui a fait quoi? (administrateurs)
help-audit-text =
    « Registre » montre ce qui a été fait dans le portail pour votre école, avec la personne, l'heure et l'adresse IP. On peut chercher, filtrer et télécharger; personne ne peut modifier ni effacer une ligne. Ouvrir le dossier d'un élève y laisse une trace que la famille voit.
help-messages = Envoyer un message, faire des groupes
help-messages-text =
    Les messages aux parents/gardiens et aux élèves, les groupes et les lettres viendront dans une prochaine version.
help-privacy-title = Confidentialité
help-privacy-what = Ce que le portail garde
help-privacy-what-text =
    Des élèves : ce que l'école transmet, soit le nom, le numéro, le niveau, la classe, la personne qui conseille, la date de naissance, la langue, l'adresse et le courriel d'un parent/gardien, selon ce qu'elle a.
    Des parents/gardiens : le nom, le courriel, la langue, la date de la dernière visite, les enfants liés, et une empreinte du mot de passe dont on ne peut pas le tirer.
    Des codes et des invitations : qui les a créés, quand, à quelle adresse ils sont partis, et quel compte les a utilisés.
    Du personnel : le nom, le courriel, le rôle et une empreinte du mot de passe.
help-privacy-long = Combien de temps
help-privacy-long-text =
    Une session dure 30 jours après la dernière utilisation, 12 heures pour le personnel. Une inscription commencée et non terminée est bonne pendant une heure.
    Un lien reçu par courriel, par exemple pour un mot de passe oublié, est effacé du portail 30 jours après sa fin.
    Le texte d'un courriel est gardé jusqu'à ce qu'il soit parti ou que l'envoi soit abandonné. Qu'il a été envoyé, à qui et quand, reste 400 jours.
    Le registre de ce qui a été fait est gardé sans limite de temps : personne ne peut en modifier ni en effacer une ligne.
    Quand un parent/gardien ferme son compte, son nom, son courriel et son mot de passe sont effacés. Ce qui a été fait reste au registre, sans son nom.
help-privacy-who = Qui voit quoi
help-privacy-who-text =
    Un parent/gardien voit seulement les enfants liés à son compte, et le nom des autres parents/gardiens seulement si l'école le permet.
    Un élève voit ses propres renseignements et le nom de chaque parent/gardien lié à lui.
    Le personnel voit les élèves de son école et les comptes qui leur sont liés. Pour les autres écoles, il ne voit rien. Les administrateurs lisent aussi le registre de leur école, avec l'adresse IP d'où chaque action est venue.
    La personne qui exploite le portail a accès au serveur. Ce qu'elle fait par les commandes du portail est inscrit au registre.
help-privacy-rights = Ce que vous pouvez faire
help-privacy-rights-text =
    Voir qui a consulté les renseignements d'un élève : « Qui a consulté ces renseignements », sur la page de l'enfant ou à l'accueil de l'élève.
    Télécharger vos données, corriger votre nom et votre courriel, retirer un enfant et fermer votre compte : dans « Compte ».
    Faire corriger ce que l'école a transmis : demandez-le à l'école. La correction arrive avec ses prochaines données.
help-privacy-mail = Les courriels
help-privacy-mail-text =
    Le portail écrit pour confirmer une adresse, pour un mot de passe oublié ou changé, pour une invitation d'un élève, et quand un lien avec un enfant change. Rien au sujet d'un enfant ne part vers une adresse non confirmée, sauf l'invitation elle-même. Les courriels ne contiennent ni image ni lien qui vous suivrait.
help-privacy-how = Comment c'est protégé
help-privacy-how-text =
    Les codes d'activation sont chiffrés et les mots de passe ne sont gardés que sous forme d'empreinte. Le portail ne charge rien d'un autre site, n'a ni publicité ni mesure d'audience et ne suit personne. Ses témoins (cookies) ne servent qu'à vous reconnaître, à garder votre langue et à mener à bien ce que vous avez commencé. Vos données restent sur le serveur de votre conseil scolaire; seuls les courriels en sortent, vers leur destinataire.
help-accessibility-title = Accessibilité
help-accessibility-aim = Notre but
help-accessibility-aim-text =
    Le portail vise le niveau AA des règles WCAG 2.2. Chaque page est vérifiée, en français et en anglais, par un outil automatique, et regardée à la main.
help-accessibility-ways = Comment l'utiliser
help-accessibility-ways-text =
    Tout se fait au clavier, sur un petit téléphone, agrandi à 400 %, et sans JavaScript. Un lien mène droit au contenu, chaque champ a son étiquette, et une erreur est dite en haut de la page et à côté du champ. Les pages sont construites pour les lecteurs d'écran.
    Les couleurs suivent le mode clair ou sombre de votre appareil et ses contrastes forcés; les mouvements s'arrêtent si vous les avez désactivés. Chaque page s'imprime en noir sur blanc.
    Aucune étape n'est minutée à l'écran, sauf l'inscription (une heure) et la session (30 jours, 12 heures pour le personnel). Coller un mot de passe ou un code est permis partout.
help-accessibility-limits = Ce que nous savons imparfait
help-accessibility-limits-text =
    Le portail parle français et anglais seulement. Les noms et les textes que l'école transmet sont montrés tels quels. Nos vérifications n'ont pas encore été refaites par un organisme indépendant.
help-accessibility-tell = Dites-nous ce qui gêne
help-accessibility-tell-text =
    Si une page vous arrête, dites-le à l'école : quelle page, quel appareil, ce que vous vouliez faire. Elle vous aidera autrement en attendant, et transmettra pour que ce soit corrigé.
