help-title = Help
help-contents = On this page
help-part-families = Parents/guardians
help-part-students = Students
help-part-staff = Staff
help-contact = Who to ask
help-open = How do I open a parent/guardian account?
help-open-text =
    You need an activation code of 12 characters. The school gives it to you, or your child sends it by e-mail.
    1) At the portal's address, choose “Parent/guardian”, then “Sign up now”.
    2) Enter your name, your e-mail, a password and the activation code, then choose “Create my account”.
    3) The portal shows the student's first name, initial and school. Answer “Yes, this is my child”. If not, answer “This isn't my child”: the code stays unused and the school is told.
    4) Open the e-mail we send you and confirm your address. The portal works already, but it writes nothing about your child before that.
    Without a code, you can't open an account.
help-code = My code doesn't work. What now?
help-code-text =
    Dashes, spaces and capitals don't matter. If a character is wrong, the portal tells you and the code stays good.
    A code works only once, for one parent/guardian and one child, and expires after a while. If yours can't be used, ask the school for a new one.
    “The school has to check”: the code is still unused. Talk to the school.
help-invited = I got an invitation by e-mail. Can I trust it?
help-invited-text =
    A student can invite a parent/guardian by e-mail. The message comes from the portal, names the school and holds an activation code. Open its first link to sign up: the code is filled in and your address is confirmed.
    If the message isn't for you, say so through the link in it: the code can't be used any more and this student can't write to you from here again.
help-children = I have more than one child. Do I need several accounts?
help-children-text =
    No. One account is enough for all your children, even if they go to different schools. You need an activation code for each child.
    1) Sign in with your e-mail and your password.
    2) Choose “Add a child”.
    3) Enter the code, then confirm that this is your child. The link is made right away, unless the school checks first.
help-several = Can the other parent/guardian have an account too?
help-several-text =
    Yes. Several parents/guardians can be linked to the same child, each with their own account and their own activation code. Ask the school for another code, or ask your child for an invitation.
    Your child always sees the names of those linked to them. You see the others' names only if the school allows it.
help-newcomer = An adult I didn't expect is linked to my child. What now?
help-newcomer-text =
    When another adult is linked to your child, the portal tells you by e-mail and on the child's page. If that's wrong, choose “Report it to the school”. The school checks; meanwhile the adult isn't told.
help-looked = Who has looked at my child's information?
help-looked-text =
    Your child's page leads to “Who has looked at this information”: each time staff opened the file is there, with the name, the date and the time.
help-forgotten = I forgot my password
help-forgotten-text =
    Choose “Forgot your password”, enter your e-mail and open the link you receive. It's good for an hour. Only you can do this: nobody at the school can see, change or recover your password.
help-account = Changing my name, e-mail or password
help-account-text =
    Open “Account”. A new e-mail counts once it's confirmed through the link we send there. You also choose the language of e-mails there, and see the devices where you're signed in.
help-remove = Removing a child from my account
help-remove-text =
    On the child's page, or under “Account”, choose to remove them. You see nothing of them from that moment. To go back, you need a new code.
help-download = Getting a copy of my data
help-download-text =
    Under “Account”, choose “Download my data”. You get a file with a page to read and the same data for other software.
help-close = Closing my account
help-close-text =
    Under “Account”, choose “Close my account” and enter your password. Your name, e-mail and password are erased and the links to your children are removed. To come back, you'd need a new code.
help-later = What comes later
help-later-text =
    The portfolio's content, the inbox and the school's messages don't exist in this portal yet. They'll come in a later version.
help-sign-in = How do I sign in?
help-sign-in-text =
    At the portal's address, choose “Student”. Enter the username and the password that the school gave you. A temporary password works only once: then you choose your own.
help-invite = How do I invite my parent or guardian?
help-invite-text =
    1) On the home page, under “Quick links”, choose “Share your Portfolio with your parent/your guardian”.
    2) Enter their e-mail and choose “Send the invitation”. We send them an activation code and what to do.
    The home page shows where each invitation stands and lets you cancel it. Each parent/guardian needs their own invitation. If the link isn't there, your school doesn't offer invitations: ask the school for a code.
help-seen = Who sees my Portfolio?
help-seen-text =
    The home page names each parent/guardian linked to you. If someone shouldn't be, choose “Report”: the school checks, and the person isn't told.
    “Who has looked at this information” shows when school staff opened your file.
help-student-password = I forgot my student password
help-student-password-text =
    Choose “Forgot your password”. If the school has your e-mail, you get a link there. If not, ask your counsellor for a temporary password.
help-student-later = What comes later for students
help-student-later-text =
    You'll be able to keep your Portfolio, and to read the school's messages and your parents'/guardians' comments, in a later version.
help-create = How do I create activation codes?
help-create-text =
    1) In “Student search”, find the student by name or number, with or without accents.
    2) On their row, choose “Parent access”.
    3) Under “Generate activation codes”, choose the number of codes, then “Go”.
    The codes show under “Unused activation codes”, with who created them and when they expire. A student can also send one, through an invitation.
    For several students at once: “Manage parent/guardian accounts”, then “Create activation codes for parents/guardians”. Choose by criteria, tick students or “Select all”, then “Submit”: the work is done while you go on with yours. Under “Batches of codes”, renew the unused codes or cancel them.
    Generating a letter for each code will come in a later version.
help-more-codes = A student needs more than one parent/guardian account
help-more-codes-text =
    Create several codes. Each works only once: each parent/guardian needs their own. A parent/guardian of several children keeps one account, with a code for each child.
help-delete = How do I delete an activation code?
help-delete-text =
    Find the student through “Student search”, then choose “Parent access”. Under “Unused activation codes”, choose the bin beside the code and confirm. A code that was used can't be deleted: it's the link that has to be removed.
help-accounts = Which parents/guardians have opened an account?
help-accounts-text =
    Choose “Manage parent/guardian accounts”, then “Parent/Guardian Portfolio access data”: the list of every account linked to a student of your school. A parent/guardian of two students at the school is there twice. The list can be downloaded.
help-guardian-password = Can I recover a parent's/guardian's password?
help-guardian-password-text =
    No. Nobody else can read, change or recover it. The parent/guardian chooses “Forgot your password” and gets a link by e-mail.
help-temporary = A student forgot their password
help-temporary-text =
    Open the student's file, then the “Password” tab, and choose “Create a temporary password”. It's shown only once. Give it to the student alone: they'll choose their own the first time they sign in.
help-off = Turning off invitations by students
help-off-text =
    You need to be an administrator of the school. Choose “Portfolio options”. Under “Portfolio settings”, set “Allow students to invite their parents/guardians” to “Inactive”, then choose “Save”. Codes already sent stay good.
help-check = A link is wrong, or a family reports someone
help-check-text =
    “To check” gathers the links that wait for the school and what students and parents/guardians have reported. In “Parent access”, “Remove the link” asks for a reason; the parent/guardian sees nothing of the student from that moment.
help-protect = Protecting a student (administrators)
help-protect-text =
    In the student's file, the “Restrictions” tab keeps an adult away: they're no longer linked, invited or written to about the student, and a code they'd enter stays unused. Only administrators read the note. The family sees neither the restriction nor the note.
    The check before any new link makes each new link of this student wait until the school has confirmed it.
help-audit = Who did what? (administrators)
help-audit-text =
    “Activity log” shows what was done in the portal for your school, with the person, the time and the IP address. You can search, filter and download; nobody can change or delete a line. Opening a student's file leaves a trace there that the family sees.
help-messages = Sending a message, making groups
help-messages-text =
    Messages to parents/guardians and to students, groups and letters will come in a later version.
help-privacy-title = Privacy
help-privacy-what = What the portal keeps
help-privacy-what-text =
    About students: what the school passes on, that is name, number, grade, class, counsellor, birth date, language, address and a parent's/guardian's e-mail, as far as it has them.
    About parents/guardians: name, e-mail, language, the day of the last visit, the children linked, and a fingerprint of the password from which it can't be recovered.
    About codes and invitations: who created them, when, which address they went to, and which account used them.
    About staff: name, e-mail, role and a fingerprint of the password.
help-privacy-long = For how long
help-privacy-long-text =
    A session lasts 30 days after its last use, 12 hours for staff. A sign-up that was begun and not finished is good for an hour.
    A link received by e-mail, for example for a forgotten password, is erased from the portal 30 days after its end.
    The text of an e-mail is kept until it has left or sending it has been given up. That it was sent, to whom and when, stays for 400 days.
    The log of what was done is kept without a time limit: nobody can change or delete a line of it.
    When a parent/guardian closes their account, their name, e-mail and password are erased. What was done stays in the log, without their name.
help-privacy-who = Who sees what
help-privacy-who-text =
    A parent/guardian sees only the children linked to their account, and the names of other parents/guardians only if the school allows it.
    A student sees their own information and the name of each parent/guardian linked to them.
    Staff see the students of their school and the accounts linked to them. Of other schools, they see nothing. Administrators also read their school's activity log, with the IP address each action came from.
    The person who runs the portal has access to the server. What they do through the portal's commands is written in the log.
help-privacy-rights = What you can do
help-privacy-rights-text =
    See who has looked at a student's information: “Who has looked at this information”, on the child's page or the student's home page.
    Download your data, correct your name and e-mail, remove a child and close your account: under “Account”.
    Have what the school passed on corrected: ask the school. The correction arrives with its next data.
help-privacy-mail = E-mails
help-privacy-mail-text =
    The portal writes to confirm an address, for a forgotten or changed password, for a student's invitation, and when a link to a child changes. Nothing about a child goes to an address that isn't confirmed, except the invitation itself. The e-mails hold no image or link that would track you.
help-privacy-how = How it's protected
help-privacy-how-text =
    Activation codes are encrypted, and passwords are kept only as a fingerprint. The portal loads nothing from other sites, has no advertising and no audience measurement, and tracks nobody. Its cookies only serve to recognize you, to keep your language and to finish what you've begun. Your data stays on your school board's server; only e-mails leave it, to the person they're for.
help-accessibility-title = Accessibility
help-accessibility-aim = Our aim
help-accessibility-aim-text =
    The portal aims at level AA of WCAG 2.2. Each page is checked, in French and in English, by an automatic tool, and looked at by hand.
help-accessibility-ways = Ways to use it
help-accessibility-ways-text =
    Everything works with a keyboard, on a small phone, at 400% zoom, and without JavaScript. A link leads straight to the content, each field has its label, and an error is told at the top of the page and beside the field. The pages are built for screen readers.
    Colours follow your device's light or dark mode and its forced contrasts; motion stops if you've turned it off. Each page prints in black on white.
    No step on screen is timed, except signing up (an hour) and the session (30 days, 12 hours for staff). Pasting a password or a code is allowed everywhere.
help-accessibility-limits = What we know isn't perfect
help-accessibility-limits-text =
    The portal speaks French and English only. Names and texts that the school passes on are shown as they are. Our checks haven't been repeated by an independent body yet.
help-accessibility-tell = Tell us what gets in the way
help-accessibility-tell-text =
    If a page stops you, tell the school: which page, which device, what you wanted to do. They'll help you another way meanwhile, and pass it on so that it's mended.
