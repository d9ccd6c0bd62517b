access-data-hub-title = Manage parent/guardian accounts
