guardians-email-empty = Enter your e-mail.
guardians-email-no-domain = Add the end of the address, such as “@gmail.com”.
guardians-email-malformed = Check the address: only one, without spaces, like “marie@example.ca”.
guardians-email-too-long = Check the address: it's too long to be one.
guardians-name-empty = Enter your name.
guardians-name-too-long = Shorten your name: 120 characters at most.
guardians-name-unprintable = Enter your name again: it holds signs that can't be shown.
