audit-log-title = Registre
