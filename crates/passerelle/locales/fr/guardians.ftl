guardians-email-empty = Entrez votre courriel.
guardians-email-no-domain = Ajoutez la fin de l'adresse, par exemple « @gmail.com ».
guardians-email-malformed = Vérifiez l'adresse : une seule, sans espace, comme « marie@exemple.ca ».
guardians-email-too-long = Vérifiez l'adresse : elle est trop longue pour en être une.
guardians-name-empty = Entrez votre nom.
guardians-name-too-long = Raccourcissez votre nom : 120 caractères au plus.
guardians-name-unprintable = Entrez votre nom de nouveau : il contient des signes que l'on ne peut pas afficher.
