sign-in-title = Ouvrir une session
sign-in-submit = Ouvrir une session
sign-in-sign-out = Fermer la session
sign-in-signed-out = Votre session est fermée.
sign-in-slogan = Son avenir, suivi ensemble
sign-in-promise-family = Le portfolio de votre enfant et les nouvelles de l'école, au même endroit.
sign-in-promise-student = Votre portfolio, vos projets, et ceux qui vous encouragent.
sign-in-promise-staff = Les familles de vos élèves, à portée de main.
sign-in-who = Qui êtes-vous?
sign-in-face-family = Parent/gardien
sign-in-face-student = Élève
sign-in-face-staff = Personnel
sign-in-email = Courriel
sign-in-username = Nom d'utilisateur
sign-in-password = Mot de passe
sign-in-have-code = Vous avez reçu un code d'activation?
sign-in-sign-up-now = Inscrivez-vous maintenant
sign-in-forgot = Mot de passe oublié
sign-in-empty = Entrez votre courriel et votre mot de passe.
sign-in-empty-student = Entrez votre nom d'utilisateur et votre mot de passe.
sign-in-wrong = Ce courriel et ce mot de passe ne vont pas ensemble. Vérifiez les deux et essayez de nouveau.
sign-in-wrong-student = Ce nom d'utilisateur et ce mot de passe ne vont pas ensemble. Vérifiez les deux et essayez de nouveau.
sign-in-too-many = { $seconds ->
    [one] Trop d'essais. Attendez { $seconds } seconde, puis essayez de nouveau.
   *[other] Trop d'essais. Attendez { $seconds } secondes, puis essayez de nouveau.
}
sign-in-demo = Démonstration : les comptes et leur mot de passe sont dans la fenêtre où le portail a démarré. Rien ici n'est vrai.
