//! Who is signed in, for how long, and on which face.

use std::time::Duration;

const HOUR: Duration = Duration::from_secs(60 * 60);

portal_test! {
    async fn sessions_end_after_their_last_use(portal) {
        let (mut parent, mut student, mut staff) = (portal.guardian("P1").await, portal.student("emile").await, portal.staff("ac1").await);
        portal.later(HOUR * 12 - Duration::from_millis(1));
        assert!(staff.is_signed_in("/staff").await);
        portal.later(HOUR * 12);
        assert!(!staff.is_signed_in("/staff").await);
        portal.later(HOUR * 24 * 29 - Duration::from_millis(1));
        assert!(parent.is_signed_in("/parent").await && student.is_signed_in("/student").await);
        portal.later(HOUR * 24 * 30);
        assert!(!parent.is_signed_in("/parent").await && !student.is_signed_in("/student").await);
    }
}

portal_test! {
    async fn a_session_opens_its_own_face_alone(portal) {
        let (mut parent, mut student, mut staff) = (portal.guardian("P1").await, portal.student("emile").await, portal.staff("ac1").await);
        for (person, faces) in [(&mut parent, ["/student", "/staff"]), (&mut student, ["/parent", "/staff"]), (&mut staff, ["/parent", "/student"])] {
            for face in faces {
                assert!(!person.is_signed_in(face).await, "{face}");
            }
        }
    }
}

portal_test! {
    /// AUT-13
    async fn on_a_shared_browser_nobody_sees_the_others_pages(portal) {
        let mut browser = portal.student("emile").await;
        let home = browser.get("/student").await;
        assert_eq!(home.headers["cache-control"], "no-store");
        let account = browser.get("/student/account").await;
        let door = browser.submit(&account, "Fermer la session", &[]).await;
        assert!(door.has("Votre session est fermée."));
        browser.sign_in("/parent", "p3@familles.example", "pont rouge 47").await;
        assert!(!browser.is_signed_in("/student").await);
        assert_eq!(browser.children().await, ["Zoé", "Liam"]);
    }
}

portal_test! {
    async fn signing_out_ends_the_session_wherever_its_cookie_went(portal) {
        let mut p1 = portal.guardian("P1").await;
        let mut stolen = p1.clone();
        p1.post("/sign-out", &[("face", "parent")]).await;
        assert!(!stolen.is_signed_in("/parent").await);
        assert_eq!(portal.count("sessions").await, 0);
    }
}

portal_test! {
    async fn signing_in_anew_replaces_the_session(portal) {
        let mut p1 = portal.guardian("P1").await;
        let before = p1.clone();
        p1.post("/parent", &[("name", "p1@familles.example"), ("password", "pont rouge 47")]).await;
        assert_ne!(before.cookies["passerelle-session"], p1.cookies["passerelle-session"]);
        assert_eq!(portal.count("sessions").await, 1);
    }
}

portal_test! {
    async fn the_cookie_is_no_key_to_the_row(portal) {
        let p1 = portal.guardian("P1").await;
        let token = &p1.cookies["passerelle-session"];
        assert_eq!(token.len(), 64);
        let hash = passerelle::sessions::hash(&passerelle::web::cookies::decode(token).unwrap());
        assert_ne!(passerelle::web::cookies::encode(&hash.try_into().unwrap()), *token);
        let mut forged = portal.stranger();
        forged.cookies.insert("passerelle-session".to_owned(), "00".repeat(32));
        assert!(!forged.is_signed_in("/parent").await);
    }
}

portal_test! {
    async fn what_is_over_is_swept_away(portal) {
        portal.guardian("P1").await;
        let mut wrong = portal.stranger();
        wrong.sign_in("/parent", "p1@familles.example", "faux mot de passe").await;
        portal.later(HOUR * 24 * 31);
        passerelle::sessions::sweep(portal.portal.database.writer(), portal.portal.clock.now()).await.unwrap();
        assert_eq!((portal.count("sessions").await, portal.count("throttles").await), (0, 0));
        assert_eq!(portal.count("known_devices").await, 1, "a device is remembered for a year");
    }
}
