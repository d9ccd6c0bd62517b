access-data-hub-title = Manage parent/guardian accounts
access-data-hub-codes = Create activation codes for parents/guardians
access-data-hub-codes-text = Choose a student who has no account and no code, then generate their codes. Creating codes for a group or for everyone comes with a later version.
access-data-hub-list-text = { $count ->
    [0] The list of all accounts linked to a student of the school: no account yet.
    [one] The list of all accounts linked to a student of the school: { $count } account.
   *[other] The list of all accounts linked to a student of the school: { $count } accounts.
}
access-data-hub-reach-text = How many students have a parent/guardian here; for the others, why, and the next step.
access-data-hub-to-check = To check
access-data-hub-to-check-text = Links to confirm, and what families have reported.
access-data-title = Parent/Guardian Portfolio access data
access-data-search = Name, e-mail or student
access-data-grade = Grade
access-data-homeroom = Class
access-data-how = Code received
access-data-any = All
access-data-any-homeroom = All
access-data-either = Any
access-data-how-screen = on screen
access-data-how-letter = letter
access-data-how-email = invitation
access-data-submit = Search
access-data-total = { $links ->
    [one] { $links } link
   *[other] { $links } links
}, { $accounts ->
    [one] { $accounts } account
   *[other] { $accounts } accounts
}
access-data-download = Download (CSV)
access-data-guardian = Parent/guardian
access-data-student = Student
access-data-since = Linked since
access-data-visit = Last visit
access-data-student-phone = Student:
access-data-homeroom-phone = Class:
access-data-since-phone = Linked since:
access-data-visit-phone = Last visit:
access-data-email = E-mail
access-data-email-state = E-mail status
access-data-email-confirmed = confirmed
access-data-email-unconfirmed = not confirmed
access-data-email-refused = refused
access-data-email-confirmed-chip = e-mail confirmed
access-data-email-unconfirmed-badge = e-mail not confirmed
access-data-email-refused-badge = e-mail refused
access-data-family-name = Student's last name
access-data-given-name = Student's first name
access-data-remove = Remove the link
access-data-remove-name = Remove the link between { $guardian } and { $student }
access-data-range = { $first } to { $last } of { $total }
access-data-drop = , drop this filter
access-data-none-yet = No accounts yet
access-data-none-yet-text = Parent/guardian accounts will appear here once an activation code has been used.
access-data-none = No account matches
access-data-none-text = Check the spelling, or try with part of the name.
access-data-none-filters = Check the spelling, or drop a filter:
access-data-all = Show all accounts
access-data-reach-title = Families reached
access-data-reach-text = How many parents/guardians are linked to each student and, for those with none, the next step.
access-data-reach-figures = Students by linked parents/guardians
access-data-reach-by-grade = Students by number of linked parents/guardians, grade by grade
access-data-reach-by-homeroom = Students by number of linked parents/guardians, class by class
access-data-reach-homerooms = Show by class
access-data-reach-more = 2 or more
access-data-reach-one = 1
access-data-reach-zero = None
access-data-reach-more-phone = 2 or more:
access-data-reach-one-phone = 1:
access-data-reach-zero-phone = None:
access-data-reach-key-more = 2 parents/guardians or more: { $count }
access-data-reach-key-one = 1 parent/guardian: { $count }
access-data-reach-key-zero = No parent/guardian: { $count }
access-data-reach-no-grade = No grade
access-data-reach-no-homeroom = No class
access-data-reach-missing = Students with no linked parent/guardian
access-data-reach-total = { $count ->
    [one] { $count } student
   *[other] { $count } students
}
access-data-reach-reason = Reason
access-data-reach-option = { $reason } ({ $count })
access-data-reach-nobody = No students yet
access-data-reach-nobody-text = Students will appear here once the school's roster has been imported.
access-data-reach-everybody = Every student has at least one linked parent/guardian
access-data-reach-everybody-text = There's nothing to do.
access-data-reach-none = No student matches
access-data-reach-none-text = Drop a filter:
access-data-reach-all = Show all students with no linked parent/guardian
access-data-reason-to-confirm = Waiting for the school to confirm
access-data-reason-undelivered = The invitation e-mail was refused
access-data-reason-code-unused = There's a code, but it hasn't been used yet
access-data-reason-expired = The code expired unused
access-data-reason-removed = The link was removed
access-data-reason-no-code = No code has been created
access-data-step-to-confirm = Confirm or decline
access-data-step-undelivered = Hand over a code another way
access-data-step-code-unused = Hand over the code
access-data-step-expired = Generate a new code
access-data-step-removed = Review access
access-data-step-no-code = Generate activation codes
access-data-step-name = { $step }, { $student }
