audit-log-title = Activity log
audit-log-text = { $school }. What has been done in the portal, newest first. Nobody can change or delete a line.
audit-log-search = Person or student
audit-log-kind = Subject
audit-log-any-kind = All
audit-log-kind-looks = Looks at files
audit-log-kind-codes = Activation codes
audit-log-kind-invitations = Invitations
audit-log-kind-links = Links
audit-log-kind-protection = Student protection
audit-log-kind-accounts = Accounts and passwords
audit-log-kind-options = Options
audit-log-kind-files = Files
audit-log-from = From
audit-log-from-day = From { $day }
audit-log-to = To
audit-log-to-day = Until { $day }
audit-log-submit = Search
audit-log-total = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
audit-log-range = { $first } to { $last } of { $total }
audit-log-drop = , remove this filter
audit-log-download = Download (CSV)
audit-log-when = When
audit-log-who = Who
audit-log-who-phone = Who:
audit-log-what = What
audit-log-student = Student
audit-log-student-phone = Student:
audit-log-address = IP address
audit-log-address-phone = IP address:
audit-log-none-yet = Nothing yet
audit-log-none-yet-text = What staff, families and students do in the portal will show here.
audit-log-none = No line matches
audit-log-none-filters = Check the spelling and the dates, or remove a filter:
audit-log-all = See the whole log
audit-log-a-guardian = A parent/guardian
audit-log-another-guardian = Another parent/guardian
audit-log-a-student = A student
audit-log-a-member = A staff member
audit-log-operator = Command line
audit-log-stranger = Someone not signed in
audit-log-you = You
audit-log-whoever-runs = The person who runs the portal
audit-log-other = Something else in the portal
audit-log-event-student-looked = Student's file opened
audit-log-event-codes-created = { $count ->
    [one] { $count } activation code created
   *[other] { $count } activation codes created
}
audit-log-event-code-deleted = Activation code deleted
audit-log-event-code-used = Activation code used
audit-log-event-code-disowned = Code given to the wrong family: “This isn't my child”
audit-log-event-batch-asked = { $count ->
    [one] Codes asked for, for { $count } student
   *[other] Codes asked for, for { $count } students
}
audit-log-event-batch-renewed = { $count ->
    [one] Renewal of { $count } unused code asked for
   *[other] Renewal of { $count } unused codes asked for
}
audit-log-event-batch-voided = { $count ->
    [one] Cancelling of { $count } unused code asked for
   *[other] Cancelling of { $count } unused codes asked for
}
audit-log-event-job-cancelled = Rest of a job cancelled
audit-log-event-job-retried = Stopped job taken up again
audit-log-event-invitation-sent = Invitation sent by the student
audit-log-event-invitation-held = Invitation held back: the adult is restricted
audit-log-event-invitation-withdrawn = Invitation cancelled
audit-log-event-invitation-refused = Invitation turned down by whoever received it
audit-log-event-link-removed = Link removed
audit-log-event-guardian-left = Link ended: the parent/guardian closed their account
audit-log-event-link-requested = Link requested, waiting for verification
audit-log-event-link-accepted = Link confirmed by the school
audit-log-event-link-declined = Link declined by the school
audit-log-event-link-objected = Parent/guardian reported to the school
audit-log-event-concern-settled = Report settled
audit-log-event-restriction-made = Restriction added
audit-log-event-restriction-lifted = Restriction lifted
audit-log-event-restricted-tried = Code tried by a restricted adult
audit-log-event-verification-switched = Verification before any new link changed
audit-log-event-account-opened = Account opened
audit-log-event-account-closed = Account closed
audit-log-event-name-changed = Name changed
audit-log-event-language-changed = Language of e-mails chosen
audit-log-event-email-confirmed = E-mail confirmed
audit-log-event-email-changed = E-mail changed
audit-log-event-email-corrected = E-mail corrected
audit-log-event-email-refused = E-mail removed at the request of the person it belongs to
audit-log-event-password-changed = Password changed
audit-log-event-password-reset = New password chosen through a link
audit-log-event-sessions-ended = Signed out on other devices
audit-log-event-temporary-password-set = Temporary password created for the student
audit-log-event-student-password-set = Student's password set on the command line
audit-log-event-staff-added = Access given to a staff member
audit-log-event-staff-password-set = Staff member's password set on the command line
audit-log-event-option-changed = { $option ->
    [none] Option changed
   *[other] Option changed: { $option }
}
audit-log-event-logo-changed = Logo changed
audit-log-event-data-exported = Personal data downloaded
audit-log-event-access-data-exported = Access data downloaded
audit-log-event-audit-exported = Activity log downloaded
audit-log-event-roster-imported = School data imported
audit-log-family-title = Who has looked at this information
audit-log-family-text = { $student }: who opened the file, and what was done with codes, invitations and links, newest first.
audit-log-family-none = Nothing yet
audit-log-family-none-text = Each time school staff open the file, it'll show here.
audit-log-family-question = Does a line surprise you? Talk to the school.
audit-log-told-looked = File opened
audit-log-told-codes-created = { $count ->
    [one] { $count } activation code created
   *[other] { $count } activation codes created
}
audit-log-told-code-deleted = Activation code deleted
audit-log-told-code-used = Activation code used
audit-log-told-invited = Invitation requested
audit-log-told-invitation-withdrawn = Invitation cancelled
audit-log-told-link-removed = Link removed
audit-log-told-password = New password created for the student
