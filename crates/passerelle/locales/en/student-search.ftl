student-search-title = Student search
student-search-name = Name or student number
student-search-grade = Grade
student-search-homeroom = Class
student-search-counsellor = Counsellor
student-search-accounts = Parent/guardian account
student-search-codes = Unused codes
student-search-codes-phone = Codes:
student-search-any = All
student-search-any-homeroom = All
student-search-either = Any
student-search-accounts-with = At least one account
student-search-accounts-without = No account
student-search-codes-with = At least one code
student-search-codes-without = No code
student-search-language = Language spoken at home
student-search-any-language = All
student-search-submit = Search
student-search-total = { $count ->
    [one] { $count } student
   *[other] { $count } students
}
student-search-list = List of students
student-search-student = Student
student-search-no-account = No account
student-search-account-count = { $count ->
    [one] { $count } account
   *[other] { $count } accounts
}
student-search-access = Parent access
student-search-access-name = Parent access, { $student }
student-search-range = { $first } to { $last } of { $total }
student-search-drop = , drop this filter
student-search-none = No student matches
student-search-none-text = Check the spelling, or try with part of the name.
student-search-none-filters = Check the spelling, or drop a filter:
student-search-all = Show all students
