use std::{path::PathBuf, sync::Arc, time::Duration};

use axum::Router;
use database::{Database, Millis};
use passerelle::{
    app,
    clock::Clock,
    config::{self, Config},
    guardians::GuardianId,
    passwords::Passwords,
    portal::{Parts, Portal},
    random, schema, secret, sentences,
    students::StudentId,
};
use sea_orm::{ConnectionTrait, FromQueryResult, raw_sql};
use tempfile::TempDir;
use tokio::sync::OnceCell;

use super::{Person, cast};

/// A portal of a test's own, on a copy of the cast's database.
#[derive(Clone)]
pub struct TestPortal {
    pub portal: Portal,
    pub router: Router,
    _folder: Arc<TempDir>,
}

/// A mail as it lies in the outbox.
#[derive(Debug)]
pub struct WrittenMail {
    pub to: String,
    pub kind: String,
    pub state: String,
    pub content: outbox::Content,
}

impl WrittenMail {
    /// The addresses in its text, without the portal's own part: `/parent/reset/…`. The first is its
    /// action.
    pub fn links(&self) -> Vec<String> {
        let links = self
            .content
            .text
            .split_whitespace()
            .filter_map(|word| word.strip_prefix("http://127.0.0.1:8080"));
        links.map(str::to_owned).collect()
    }
}

/// A Tuesday morning in November.
pub const NOW: Millis = 1_795_528_800_000;

const SECRET: &str = "1:000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

impl TestPortal {
    pub async fn on_sqlite() -> Self {
        static TEMPLATE: OnceCell<(TempDir, PathBuf)> = OnceCell::const_new();
        let (_, template) = TEMPLATE
            .get_or_init(|| async {
                let folder = tempfile::tempdir().unwrap();
                let path = folder.path().join("template.db");
                let seeded = Self::open(&format!("sqlite:{}", path.display()), true, &[]).await;
                seeded.portal.database.clone().close().await.unwrap();
                (folder, path)
            })
            .await;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("portal.db");
        std::fs::copy(template, &path).unwrap();
        let mut portal = Self::open(&format!("sqlite:{}", path.display()), false, &[]).await;
        portal._folder = Arc::new(folder);
        portal
    }

    pub async fn on_postgres() -> Self {
        Self::open(&Self::postgres_copy().await, false, &[]).await
    }

    async fn postgres_copy() -> String {
        static TEMPLATE: OnceCell<()> = OnceCell::const_new();
        TEMPLATE
            .get_or_init(|| async {
                testing::postgres::psql("CREATE DATABASE cast_template TEMPLATE template0");
                let seeded = Self::open(&testing::postgres::url_of("cast_template"), true, &[]).await;
                seeded.portal.database.clone().close().await.unwrap();
            })
            .await;
        tokio::task::spawn_blocking(|| testing::postgres::create_database("portal", Some("cast_template")))
            .await
            .unwrap()
    }

    /// The same portal, as it would start with other settings; its clock stands where it stood.
    pub async fn with_settings(self, settings: &[&str]) -> Self {
        let mut other = Self::open(&self.portal.config.database_url, false, settings).await;
        let passed = self.portal.clock.now() - NOW;
        other.portal.clock.advance(Duration::from_millis(passed.unsigned_abs()));
        other._folder = self._folder;
        other
    }

    /// The same portal, as it would start with `--demo`.
    pub async fn into_demonstration(self) -> Self {
        let mut other = Self::open_as(&self.portal.config.database_url, false, &[], true).await;
        other._folder = self._folder;
        other
    }

    async fn open(url: &str, seed: bool, settings: &[&str]) -> Self {
        Self::open_as(url, seed, settings, false).await
    }

    async fn open_as(url: &str, seed: bool, settings: &[&str], demo: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let secret_file = folder.path().join("secret.key");
        std::fs::write(&secret_file, SECRET).unwrap();
        let mut set = vec![format!("database_url={url}"), format!("data_dir={}", folder.path().display())];
        set.extend(settings.iter().map(|setting| (*setting).to_owned()));
        let config: Config = config::load(&config::Flags { config: None, set }).unwrap();
        let database = Database::connect(url, 6).await.unwrap();
        if seed {
            schema::migrate(&database).await.unwrap();
        }
        let mut random = random::system();
        let secrets = secret::read(&secret_file, false, &mut random).unwrap();
        let portal = Portal::new(Parts {
            catalogue: sentences::catalogue().unwrap(),
            passwords: Passwords::new(&mut random).unwrap(),
            keyring: secrets.codes,
            mail_keys: secrets.mail,
            file_keys: secrets.files,
            zone: config.zone.clone(),
            clock: Clock::standing_at(NOW),
            demo,
            database,
            config,
        });
        if seed {
            cast::seed(&portal).await;
        }
        Self { router: app::router(&portal), portal, _folder: Arc::new(folder) }
    }

    /// Somebody with a browser who isn't signed in.
    pub fn stranger(&self) -> Person {
        Person::new(self.clone())
    }

    /// A parent of the cast, signed in.
    pub async fn guardian(&self, name: &str) -> Person {
        self.signed_in("/parent", &cast::email_of(name)).await
    }

    /// A member of the staff, signed in.
    pub async fn staff(&self, name: &str) -> Person {
        self.signed_in("/staff", &cast::email_of(name)).await
    }

    /// A student, signed in.
    pub async fn student(&self, username: &str) -> Person {
        self.signed_in("/student", username).await
    }

    async fn signed_in(&self, face: &str, name: &str) -> Person {
        let mut person = self.stranger();
        let page = person.sign_in(face, name, cast::PASSWORD).await;
        assert_eq!(page.status, 200, "{name} can't sign in: {}", page.text());
        person
    }

    /// Moves the clock on.
    pub fn later(&self, by: Duration) {
        self.portal.clock.advance(by);
    }

    /// The id of a student of the cast.
    pub async fn student_id(&self, username: &str) -> StudentId {
        #[derive(FromQueryResult)]
        struct Row {
            id: StudentId,
        }
        let row =
            Row::find_by_statement(raw_sql!(Postgres, "SELECT id FROM students WHERE username = {username}"));
        row.one(self.portal.read()).await.unwrap().unwrap().id
    }

    /// The id of a parent of the cast.
    pub async fn guardian_id(&self, name: &str) -> GuardianId {
        #[derive(FromQueryResult)]
        struct Row {
            id: GuardianId,
        }
        let email = cast::email_of(name);
        let row =
            Row::find_by_statement(raw_sql!(Postgres, "SELECT id FROM guardians WHERE email = {email}"));
        row.one(self.portal.read()).await.unwrap().unwrap().id
    }

    /// The school's part of an address.
    pub fn school_of(username: &str) -> &'static str {
        if username == "liam" { "b" } else { "a" }
    }

    /// Where the staff find a student's codes.
    pub async fn access_path(&self, username: &str) -> String {
        format!("/staff/{}/students/{}/access", Self::school_of(username), self.student_id(username).await)
    }

    /// Codes made for a student by a counsellor of their school.
    pub async fn codes_for(&self, username: &str, count: usize) -> Vec<String> {
        let mut counsellor = self.staff(if username == "liam" { "bc" } else { "ac1" }).await;
        let page = counsellor.get(&self.access_path(username).await).await;
        let page = counsellor.submit(&page, "Allez", &[("Nombre de codes", &count.to_string())]).await;
        let codes = page.codes();
        assert!(codes.len() >= count, "{}", page.text());
        codes.into_iter().take(count).collect()
    }

    pub async fn code_for(&self, username: &str) -> String {
        self.codes_for(username, 1).await.remove(0)
    }

    /// The first names of the children that a parent sees.
    pub async fn children_of(&self, parent: &str) -> Vec<String> {
        self.guardian(parent).await.children().await
    }

    /// The same portal with a mail server.
    pub async fn mailing_to(self, sink: &testing::smtp::Sink) -> Self {
        let url = format!("smtp_url=smtp://localhost:{}", sink.address.port());
        self.with_settings(&[&url, "mail_from=Portail <portail@conseil.example>"]).await
    }

    /// Sends what is due, as the portal's couriers do all the time.
    pub async fn deliver(&self) -> outbox::Round {
        passerelle::mail::round(&self.portal).await.unwrap().unwrap()
    }

    /// Does what is due of the long work, as the portal's workers do all the time.
    pub async fn work(&self) -> usize {
        passerelle::workshop::round(&self.portal).await.unwrap()
    }

    /// Lets so many more students come to school A, in class 11-C.
    pub async fn more_students(&self, count: usize) {
        let mut random = random::system();
        let tx = self.portal.begin().await.unwrap();
        for number in 0..count {
            let (id, sourced, name) =
                (StudentId::new(NOW, &mut random), format!("more-{number}"), format!("Élève{number:05}"));
            let key = name.to_lowercase();
            let sort_key = key.as_bytes().to_vec();
            tx.execute_raw(raw_sql!(
                Postgres,
                r#"INSERT INTO students (id, school_id, sourced_id, number, given_name, family_name, search_key, sort_key,
                       grade, homeroom, roster_at, created_at)
                   SELECT {id}, s.id, {sourced}, {sourced}, 'Une', {name}, {key}, {sort_key}, '11', '11-C', {NOW}, {NOW}
                   FROM schools s WHERE s.short_name = 'a'"#
            ))
            .await
            .unwrap();
        }
        tx.commit().await.unwrap();
    }

    /// Writes a plain mail for somebody.
    pub async fn write_mail(&self, to: &str) -> outbox::MailId {
        let (now, mut random) = (self.portal.clock.now(), random::system());
        let tx = self.portal.begin().await.unwrap();
        let mail = passerelle::mail::Mail::new(
            &self.portal,
            "test",
            to,
            wording::Language::French,
            "mail-test-subject",
            &[],
        )
        .say("mail-test-text", &[])
        .action("mail-test-action", "/parent");
        let id = mail.put(&tx, now, &mut random).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    /// Every mail that was written and still says something, oldest first, whether it has left or not.
    pub async fn mails(&self) -> Vec<WrittenMail> {
        let mut mails = Vec::new();
        for row in outbox::store::latest(self.portal.read(), 1000).await.unwrap() {
            let content =
                outbox::store::content(self.portal.read(), &self.portal.mail_keys, row.id).await.unwrap();
            if let Some(content) = content {
                mails.push(WrittenMail { to: row.recipient, kind: row.kind, state: row.state, content });
            }
        }
        mails.reverse();
        mails
    }

    /// The mails written to one address.
    pub async fn mails_to(&self, address: &str) -> Vec<WrittenMail> {
        self.mails().await.into_iter().filter(|mail| mail.to.eq_ignore_ascii_case(address)).collect()
    }

    /// Runs a statement against the database, as the operator might.
    pub async fn sql(&self, statement: &str) {
        self.portal.database.writer().execute_unprepared(statement).await.unwrap();
    }

    /// One whole figure out of the database: what the non-effect of a refusal is told by.
    pub async fn count(&self, of: &str) -> i64 {
        let rows = self.portal.database.writer();
        let backend = rows.get_database_backend();
        let row = rows
            .query_one_raw(sea_orm::Statement::from_string(
                backend,
                format!("SELECT count(*) AS n FROM {of}"),
            ))
            .await
            .unwrap()
            .unwrap();
        row.try_get("", "n").unwrap()
    }
}
