options-title = Portfolio options
options-text = { $school }. These options apply to all of the school's students.
options-portfolio = Portfolio settings
options-codes = Activation codes
options-invitations = Students' invitations
options-contact = Contact
options-on = Active
options-off = Inactive
options-student-invitations = Allow students to invite their parents/guardians
options-student-invitations-hint = The student enters an e-mail; we send an activation code there. When it's inactive, the link disappears from students' home pages at once. Codes that were sent before still work.
options-name-other-guardians = Show parents/guardians each other's names
options-name-other-guardians-hint = When it's active, each parent/guardian linked to a student sees the others' names. When it's inactive, they only know that there are others. The student always sees who is linked.
options-code-life-days = Life of an activation code
options-code-life-days-hint = For codes created from now on. The others keep their date.
options-most-codes = Unused codes per student
options-most-codes-hint = Codes that the student sent count too.
options-open-invitations = Open invitations per student
options-open-invitations-hint = An invitation is open as long as its code can be used.
options-mails-per-student = Invitation e-mails from one student a day
options-mails-per-student-hint = The same address gets only one e-mail a day from the same student.
options-mails-per-address = Invitation e-mails to one address a day
options-mails-per-address-hint = Over all students, so that nobody is flooded.
options-mails-per-school = Invitation e-mails from the school a day
options-mails-per-school-hint = Over all students. This limit doesn't apply to staff.
options-contact-name = Name
options-contact-name-hint = The person or office that families can turn to (optional).
options-contact-phone = Telephone
options-contact-phone-hint = With the extension, if there is one (optional).
options-contact-email = E-mail
options-contact-email-hint = Answers to the portal's e-mails get there (optional).
options-bounds = From { $least } to { $most }.
options-unit-days = days
options-unit-codes = codes
options-unit-invitations = invitations
options-unit-mails = e-mails
options-error-at = { $option }: { $error }
options-error-switch = Choose “Active” or “Inactive”.
options-error-number = Enter a whole number from { $least } to { $most }.
options-error-district = { $most ->
    [one] Enter { $most } day at most: that's the longest life the board allows.
   *[other] Enter { $most } days at most: that's the longest life the board allows.
}
options-error-line = Shorten this text: one line, { $longest } characters at most.
options-error-address = Check the address: only one, without spaces, like “office@school.ca”.
options-error-address-long = Check the address: it's too long to be one.
options-by-district = Set by the school board
options-longest-life = Longest life of an activation code
options-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
options-save = Save
options-saved = Settings saved.
options-saved-off = Settings saved. Students can't invite their parents/guardians any more.
options-last-change = Last changed: { $moment }.
options-last-change-by = Last changed: { $moment }, by { $name }.
options-history = History
options-history-title = History of the options
options-history-total = { $count ->
    [one] { $count } change
   *[other] { $count } changes
}
options-history-none = No change yet
options-history-none-text = The options are those of the start. Each change will appear here, with its date and who made it.
options-history-option = Option
options-history-before = Before
options-history-before-phone = Before:
options-history-after = After
options-history-after-phone = After:
options-history-when = When and by whom
options-change-untold = Changed
options-change-removed = Removed
options-logo = School's logo
options-logo-absent = The school has no logo here yet.
options-logo-alt = Logo: { $school }
options-logo-file = Picture of the logo
options-logo-hint = A PNG or JPEG file of 256 KB at most. It takes the place of the current logo.
options-logo-submit = Keep this logo
options-logo-kept = The logo is saved.
options-logo-none = Choose a file first.
options-logo-too-large = Choose a lighter picture: 256 KB at most.
options-logo-no-picture = Choose a PNG or JPEG picture: this file isn't one, or it's damaged.
options-logo-too-many-pixels = Choose a smaller picture: 4096 pixels a side at most.
options-logo-remove = Remove the logo
options-logo-remove-title = Remove the logo?
options-logo-remove-text = The logo won't be shown any more for this school: { $school }. You can choose another whenever you like.
options-logo-remove-back = Keep the logo
options-logo-removed = The logo is removed.
