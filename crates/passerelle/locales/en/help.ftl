help-title = Help
help-families = Opening a parent/guardian account
help-families-text =
    The school gives you an activation code of 12 characters, on paper or in person.
    At the portal's address, choose “Parent/guardian”, then “Sign up now”. Enter your name, your e-mail, a password and the code.
    The portal shows you the student's first name, initial and school. If this is your child, say yes: your account is open. If not, say no: the code isn't used and the school is told.
help-codes = Activation codes
help-codes-text =
    A code works only once, for one parent/guardian and one child. Each parent/guardian needs their own.
    Dashes, spaces and capitals don't matter. If you make a typing slip, the portal notices and the code stays good.
    A code ends at some point. If yours can't be used, ask the school for a new one.
help-children = Adding another child
help-children-text =
    Sign in and choose “Add a child”. Enter the code you received for that child, then confirm.
    Your children can go to different schools: one account is enough.
help-students = For students
help-students-text =
    Sign in with your school username. Your home page shows who is linked to you.
help-staff = For staff
help-staff-text =
    “Student search” finds a student by name or number, with or without accents. “Parent access” opens their page.
    Choose the “Number of codes” and click “Go”. The codes show under “Unused activation codes”, with who created them and when they expire. The bin deletes an unused code.
    Nobody at the school can read or change a parent's/guardian's password.
help-privacy-title = Privacy
help-privacy-what = What the portal keeps
help-privacy-what-text =
    About students: what the school passes on, that is name, number, grade, class, birth date, language and address.
    About parents/guardians: name, e-mail, and a fingerprint of the password from which it can't be recovered.
help-privacy-who = Who sees what
help-privacy-who-text =
    A parent/guardian sees only the children linked to their account. Staff see only the students of their school. A student always sees who is linked to them.
    Each time staff open a student's file, it's written in a register that nobody can change.
help-privacy-how = How it's protected
help-privacy-how-text =
    Activation codes are encrypted. The portal loads nothing from other sites and tracks nobody. Your data doesn't leave your school board's server.
help-accessibility-title = Accessibility
help-accessibility-aim = Our aim
help-accessibility-aim-text =
    The portal aims at level AA of WCAG 2.2. Each page is checked, in French and in English, by an automatic tool and by hand.
help-accessibility-ways = Ways to use it
help-accessibility-ways-text =
    Everything works with a keyboard, with a screen reader, on a small phone, at 400% zoom, and without JavaScript. Colours follow your device's light or dark mode.
help-accessibility-tell = Tell us what gets in the way
help-accessibility-tell-text =
    If a page stops you, tell the school: they'll pass it on, and we'll mend it.
