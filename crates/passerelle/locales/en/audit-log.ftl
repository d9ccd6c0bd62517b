audit-log-title = Activity log
