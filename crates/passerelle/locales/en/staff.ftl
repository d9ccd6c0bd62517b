staff-role-counsellor = Guidance
staff-role-school-administrator = Administration
staff-role-district-administrator = School board administration
staff-role-at = { $role }, { $school }
staff-nav-home = Home
staff-nav-schools = Schools
staff-schools-title = Choose a school
staff-schools-text = You always work in one school at a time.
staff-schools-students = { $count ->
    [one] { $count } student
   *[other] { $count } students
}
staff-schools-none = No school for now
staff-schools-none-text = Your account has no role in any school. Whoever runs the portal can give you one.
