/// One setting: its name in the file, where `PASSERELLE_` and capitals make it the environment's.
pub struct Key {
    pub name: &'static str,
    /// As it would stand in the file; empty: unset, or derived as `about` says.
    pub default: &'static str,
    /// What it is, with its unit, for the example file and the manual.
    pub about: &'static str,
}

/// Every setting there is.
pub const KEYS: &[Key] = &[
    Key {
        name: "listen",
        default: "127.0.0.1:8080",
        about: "Address and port on which the portal listens. Port 0 takes a free one.",
    },
    Key {
        name: "base_url",
        default: "",
        about: "The portal's address as browsers see it, such as https://portail.example.org. \
                https is required, except on loopback. Unset: http:// and the address above.",
    },
    Key {
        name: "data_dir",
        default: "data",
        about: "Folder for what the portal keeps on disk; made on first start.",
    },
    Key {
        name: "database_url",
        default: "",
        about: "sqlite:PATH, or postgres://user:password@host:5432/name (PostgreSQL 15 or later). \
                Unset: sqlite: and passerelle.db in the data folder.",
    },
    Key {
        name: "secret_file",
        default: "",
        about: "File with the secret that seals activation codes and waiting mail; made on first start with \
                mode 0600. Keep a copy apart from the database: without it unused codes can't be used or \
                printed, and waiting mail can't leave. \
                Unset: secret.key in the data folder.",
    },
    Key {
        name: "smtp_url",
        default: "",
        about: "Mail server: smtp://user:password@host:587 (STARTTLS where offered, and required except on \
                loopback) or smtps://user:password@host:465 (TLS from the start). Unset: no mail leaves.",
    },
    Key {
        name: "mail_from",
        default: "",
        about: "Sender of the portal's mail, such as Portail <portail@example.org>. \
                Unset: portail@ and the host of base_url.",
    },
    Key {
        name: "smtp_connections",
        default: "4",
        about: "How many connections to the mail server are open at once at most: 1 to 32.",
    },
    Key {
        name: "smtp_ca_file",
        default: "",
        about: "PEM file with certificates of authorities that the mail server's certificate may come from, \
                beside the system's.",
    },
    Key {
        name: "mail_per_minute",
        default: "",
        about: "How many mails leave in a minute at most, over all processes. Unset: no bound.",
    },
    Key {
        name: "trusted_proxies",
        default: "",
        about: "Addresses or networks of the proxies in front of the portal, separated by commas, such as \
                10.0.0.0/8. Only from these is X-Forwarded-For believed. Unset: from none.",
    },
    Key {
        name: "time_zone",
        default: "America/Toronto",
        about: "Zone in which dates are shown (IANA name).",
    },
    Key {
        name: "roster_home_language",
        default: "metadata.homeLanguage",
        about: "Column of users.csv with the language spoken at home (BCP 47 tag).",
    },
    Key {
        name: "roster_address",
        default: "metadata.addressLine1, metadata.addressLine2, metadata.city, metadata.province, metadata.postalCode",
        about: "Columns of users.csv with the postal address, separated by commas, in the order of the lines.",
    },
    Key {
        name: "roster_counsellor",
        default: "metadata.counselorSourcedId",
        about: "Column of users.csv with the sourcedId of the student's counsellor.",
    },
    Key {
        name: "roster_guardian_email",
        default: "metadata.guardianEmail",
        about: "Column of users.csv with the e-mail of a parent or guardian.",
    },
    Key {
        name: "roster_roles",
        default: "counselor = counsellor, principal = school-administrator, \
                  siteAdministrator = school-administrator, administrator = school-administrator, \
                  districtAdministrator = district-administrator, systemAdministrator = district-administrator",
        about: "Which OneRoster roles open the administration tool: role = counsellor, school-administrator or \
                district-administrator, separated by commas. Others get in by the command staff add.",
    },
    Key {
        name: "demo_clock",
        default: "",
        about: "With --demo only: the instant from which the portal's clock runs, such as 2026-11-24T09:00:00Z.",
    },
];
