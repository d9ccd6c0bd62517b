use tempfile::tempdir;

use crate::process::{failed, passerelle, run, said};

#[test]
fn help_has_examples_for_each_command() {
    let folder = tempdir().unwrap();
    for command in [
        &["serve"] as &[&str],
        &["migrate"],
        &["import", "oneroster"],
        &["staff", "add"],
        &["student", "password"],
        &["mail", "test"],
        &["mail", "queue"],
        &["config", "check"],
        &["demo", "roster"],
    ] {
        let help = said(&run(passerelle(folder.path()).args(command).arg("--help"), ""));
        assert!(help.contains("Example"), "{command:?}: {help}");
    }
}

#[test]
fn a_wrong_setting_stops_the_start_and_is_named() {
    let folder = tempdir().unwrap();
    for (name, value, told) in [
        ("PASSERELLE_LISTEN", "8080", "listen: expected ADDRESS:PORT"),
        ("PASSERELLE_BASE_URL", "http://portail.example.org", "base_url: expected https"),
        ("PASSERELLE_DATABASE_URL", "mysql://hush@host/x", "database_url: expected sqlite:PATH"),
        ("PASSERELLE_MAIL_FROM", "nobody", "mail_from: expected an address"),
        ("PASSERELLE_MAIL_PER_MINUTE", "0", "mail_per_minute: expected a whole number from 1"),
        ("PASSERELLE_LISTN", "x", "PASSERELLE_LISTN: expected one of listen"),
        ("PASSERELLE_DEMO_CLOCK", "2026-11-24T09:00:00Z", "demo_clock: expected only with serve --demo"),
    ] {
        let error = failed(&run(passerelle(folder.path()).arg("serve").env(name, value), ""));
        assert!(error.contains(told) && !error.contains("hush"), "{error}");
    }
    std::fs::write(folder.path().join("passerelle.toml"), "lissten = \"127.0.0.1:1\"\n").unwrap();
    assert!(
        failed(&run(passerelle(folder.path()).args(["config", "check"]), ""))
            .contains("passerelle.toml: lissten: expected one of")
    );
}

#[test]
fn a_board_is_set_up_from_the_command_line() {
    let folder = tempdir().unwrap();
    let command = || passerelle(folder.path());
    assert!(said(&run(command().arg("migrate"), "")).contains("up to date"));
    said(&run(command().args(["demo", "roster", "--students", "40", "roster"]), ""));
    assert!(
        said(&run(command().args(["import", "oneroster", "roster"]), ""))
            .contains("40 students (40 new, 0 left)")
    );
    assert!(
        said(&run(command().args(["import", "oneroster", "roster"]), ""))
            .contains("40 students (0 new, 0 left)")
    );
    let add = |role: &str, school: &[&str], password: &str| {
        run(
            command()
                .args([
                    "staff",
                    "add",
                    "nouvelle@ecole.example",
                    "--name",
                    "Nouvelle",
                    "Personne",
                    "--role",
                    role,
                ])
                .args(school),
            password,
        )
    };
    assert!(failed(&add("counsellor", &["--school", "erables"], "court\n")).contains("TooShort"));
    assert!(
        failed(&add("counsellor", &["--school", "nowhere"], "pont rouge 47\n"))
            .contains("no school is called nowhere")
    );
    assert!(failed(&add("king", &[], "pont rouge 47\n")).contains("district-administrator"));
    assert!(
        said(&add("counsellor", &["--school", "erables"], "pont rouge 47\n"))
            .contains("can sign in at /staff as counsellor")
    );
    assert!(
        said(&run(command().args(["staff", "password", "Julie.Roy@grandslacs.example"]), "pont rouge 47\n"))
            .contains("can sign in at /staff")
    );
    assert!(
        said(&run(command().args(["student", "password", "amina.diallo"]), "pont rouge 47\n"))
            .contains("can sign in")
    );
    assert!(
        failed(&run(command().args(["student", "password", "nobody"]), "pont rouge 47\n"))
            .contains("no student has the username")
    );
    let settings = said(&run(
        command()
            .args(["config", "check"])
            .env("PASSERELLE_SMTP_URL", "smtps://portail:secret@mail.example.org"),
        "",
    ));
    assert!(
        settings.contains("All settings are good.")
            && settings.contains("smtps://mail.example.org")
            && !settings.contains("secret@"),
        "{settings}"
    );
}

#[test]
fn a_wrong_bundle_is_told_row_by_row_and_nothing_is_applied() {
    let folder = tempdir().unwrap();
    said(&run(passerelle(folder.path()).args(["demo", "roster", "--students", "40", "roster"]), ""));
    let users = folder.path().join("roster/users.csv");
    let text = std::fs::read_to_string(&users).unwrap();
    std::fs::write(&users, text.replacen("Amina", "", 1)).unwrap();
    let output = run(passerelle(folder.path()).args(["import", "oneroster", "roster"]), "");
    assert!(String::from_utf8_lossy(&output.stdout).contains("users.csv, line "), "{output:?}");
    assert!(failed(&output).contains("nothing was applied"));
    assert!(
        failed(&run(
            passerelle(folder.path()).args(["student", "password", "noah.tremblay"]),
            "pont rouge 47\n"
        ))
        .contains("no student")
    );
    assert!(
        failed(&run(passerelle(folder.path()).args(["import", "oneroster", "nowhere"]), ""))
            .contains("nowhere")
    );
}

#[test]
fn postgres_is_migrated_by_command_alone() {
    let folder = tempdir().unwrap();
    let url = testing::postgres::create_database("commands", None);
    let command = || {
        let mut command = passerelle(folder.path());
        command.env("PASSERELLE_DATABASE_URL", &url);
        command
    };
    said(&run(command().args(["demo", "roster", "--students", "40", "roster"]), ""));
    assert!(
        failed(&run(command().args(["import", "oneroster", "roster"]), ""))
            .contains("run passerelle migrate first")
    );
    assert!(failed(&run(command().arg("serve"), "")).contains("run passerelle migrate first"));
    said(&run(command().arg("migrate"), ""));
    assert!(said(&run(command().args(["import", "oneroster", "roster"]), "")).contains("40 new"));
    assert!(said(&run(command().args(["config", "check"]), "")).contains("answers, up to date"));
}

#[test]
fn a_lost_secret_stops_the_start_once_there_are_codes() {
    let folder = tempdir().unwrap();
    let served = crate::process::Served::start(folder.path());
    let mut julie = crate::http::Browser::at(&served.address);
    julie.sign_in("/staff", "julie.roy@grandslacs.example");
    let list = julie.get("/staff/erables/students?q=amina+diallo").unwrap().body;
    let path = list
        .split("href=\"")
        .map(|rest| rest.split('"').next().unwrap_or_default())
        .find(|path| path.ends_with("/access"))
        .unwrap()
        .to_owned();
    assert_eq!(julie.post(&path, &[("count", "1")]).unwrap().status, 303);
    served.stop();
    std::fs::remove_file(folder.path().join("secret.key")).unwrap();
    let error = failed(&run(passerelle(folder.path()).args(["serve", "--demo"]), ""));
    assert!(
        error.contains("secret_file") && error.contains("Unused activation codes can't be read"),
        "{error}"
    );
    assert!(!folder.path().join("secret.key").exists());
}
