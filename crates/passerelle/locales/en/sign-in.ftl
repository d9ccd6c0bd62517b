sign-in-title = Sign in
sign-in-submit = Sign in
sign-in-sign-out = Sign out
sign-in-signed-out = You're signed out.
sign-in-slogan = Their future, followed together
sign-in-promise-family = Your child's portfolio and the school's news, in one place.
sign-in-promise-student = Your portfolio, your plans, and the people who cheer you on.
sign-in-promise-staff = Your students' families, within reach.
sign-in-who = Who are you?
sign-in-face-family = Parent/guardian
sign-in-face-student = Student
sign-in-face-staff = Staff
sign-in-email = E-mail
sign-in-username = Username
sign-in-password = Password
sign-in-have-code = Have you received an activation code?
sign-in-sign-up-now = Sign up now
sign-in-forgot = Forgot your password
sign-in-empty = Enter your e-mail and your password.
sign-in-empty-student = Enter your username and your password.
sign-in-wrong = That e-mail and password don't go together. Check both and try again.
sign-in-wrong-student = That username and password don't go together. Check both and try again.
sign-in-too-many = { $seconds ->
    [one] Too many tries. Wait { $seconds } second, then try again.
   *[other] Too many tries. Wait { $seconds } seconds, then try again.
}
sign-in-demo = Demonstration: the accounts and their password stand in the window where the portal was started. Nothing here is real.
