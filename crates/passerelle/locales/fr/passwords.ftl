passwords-empty = Choisissez un mot de passe.
passwords-too-short = Ajoutez des caractères : il en faut 8 ou plus.
passwords-too-long = Raccourcissez le mot de passe : 1 024 caractères suffisent.
passwords-common = Ce mot de passe se devine facilement. Prenez plutôt quelques mots sans lien entre eux.
