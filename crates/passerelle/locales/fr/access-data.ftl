access-data-hub-title = Gérer les comptes des parents/gardiens
