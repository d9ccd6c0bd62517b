help-title = Aide
help-families = Ouvrir un compte de parent/gardien
help-families-text =
    L'école vous remet un code d'activation de 12 caractères, sur papier ou de vive voix.
    À l'adresse du portail, choisissez « Parent/gardien », puis « Inscrivez-vous maintenant ». Entrez votre nom, votre courriel, un mot de passe et le code.
    Le portail vous montre le prénom de l'élève, son initiale et son école. Si c'est bien votre enfant, dites oui : votre compte est ouvert. Sinon, dites non : le code n'est pas utilisé et l'école en est avertie.
help-codes = Les codes d'activation
help-codes-text =
    Un code ne sert qu'une fois, pour un parent/gardien et un enfant. Chaque parent/gardien a besoin du sien.
    Les tirets, les espaces et les majuscules n'ont pas d'importance. Si vous faites une faute de frappe, le portail la remarque et le code reste bon.
    Un code finit par expirer. Si le vôtre ne peut pas servir, demandez-en un nouveau à l'école.
help-children = Ajouter un autre enfant
help-children-text =
    Ouvrez une session et choisissez « Ajouter un enfant ». Entrez le code reçu pour cet enfant, puis confirmez.
    Vos enfants peuvent fréquenter des écoles différentes : un seul compte suffit.
help-students = Pour les élèves
help-students-text =
    Ouvrez une session avec votre nom d'utilisateur de l'école. Votre page d'accueil montre qui est lié à vous.
help-staff = Pour le personnel
help-staff-text =
    « Recherche d'élèves » trouve un élève par son nom ou son numéro, avec ou sans accents. « Accès du Parent » ouvre sa page.
    Choisissez le « Nombre de codes » et cliquez sur « Allez ». Les codes apparaissent sous « Codes d'activation inutilisés », avec la personne qui les a créés et la date où ils expirent. La corbeille supprime un code inutilisé.
    Personne dans l'école ne peut lire ni changer le mot de passe d'un parent/gardien.
help-privacy-title = Confidentialité
help-privacy-what = Ce que le portail garde
help-privacy-what-text =
    Des élèves : ce que l'école transmet, soit le nom, le numéro, le niveau, la classe, la date de naissance, la langue et l'adresse.
    Des parents/gardiens : le nom, le courriel, et une empreinte du mot de passe dont on ne peut pas le tirer.
help-privacy-who = Qui voit quoi
help-privacy-who-text =
    Un parent/gardien voit seulement les enfants liés à son compte. Le personnel voit seulement les élèves de son école. Un élève voit toujours qui est lié à lui.
    Chaque consultation du dossier d'un élève par le personnel est inscrite dans un registre que personne ne peut modifier.
help-privacy-how = Comment c'est protégé
help-privacy-how-text =
    Les codes d'activation sont chiffrés. Le portail ne charge rien d'un autre site et ne suit personne. Vos données ne quittent pas le serveur de votre conseil scolaire.
help-accessibility-title = Accessibilité
help-accessibility-aim = Notre but
help-accessibility-aim-text =
    Le portail vise le niveau AA des règles WCAG 2.2. Chaque page est vérifiée, en français et en anglais, par un outil automatique et à la main.
help-accessibility-ways = Comment l'utiliser
help-accessibility-ways-text =
    Tout se fait au clavier, avec un lecteur d'écran, sur un petit téléphone, agrandi à 400 %, et sans JavaScript. Les couleurs suivent le mode clair ou sombre de votre appareil.
help-accessibility-tell = Dites-nous ce qui gêne
help-accessibility-tell-text =
    Si une page vous arrête, dites-le à l'école : elle transmettra, et nous corrigerons.
