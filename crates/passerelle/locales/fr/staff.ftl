staff-role-counsellor = Conseil en orientation
staff-role-school-administrator = Administration
staff-role-district-administrator = Administration du conseil scolaire
staff-role-at = { $role }, { $school }
staff-nav-home = Accueil
staff-nav-schools = Écoles
staff-schools-title = Choisir une école
staff-schools-text = Vous travaillez toujours dans une école à la fois.
staff-schools-students = { $count ->
    [one] { $count } élève
   *[other] { $count } élèves
}
staff-schools-none = Aucune école pour le moment
staff-schools-none-text = Votre compte n'a de rôle dans aucune école. La personne qui administre le portail peut vous en donner un.
