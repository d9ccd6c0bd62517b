passwords-empty = Choose a password.
passwords-too-short = Add characters: it takes 8 or more.
passwords-too-long = Shorten the password: 1,024 characters are enough.
passwords-common = That password is easy to guess. Take a few unrelated words instead.
