//! Opening an account with a code (SGN rows of CASES.md).

use std::time::Duration;

use axum::{body::Body, http::Request};

const PASSWORD: &str = "trois petits ponts";

portal_test! {
    /// SGN-01
    async fn a_good_code_opens_an_account_linked_to_its_child(portal) {
        let code = portal.code_for("emile").await;
        let mut marie = portal.stranger();
        let question = marie.sign_up("Marie Roy", "marie@ex.org", PASSWORD, &code).await;
        assert_eq!(question.h1(), "Est-ce bien votre enfant?", "{}", question.text());
        assert!(question.has("Émile C.") && question.has("École A"));
        assert_eq!(portal.count("guardians").await, 4);
        let home = marie.yes(&question).await;
        assert_eq!((home.status, home.path.as_str()), (200, "/parent"));
        assert!(home.has("Bonjour, Marie") && home.has("Émile Côté") && home.has("10 e année École A"), "{}", home.text());
        assert_eq!(portal.count("activation_codes WHERE used_at IS NOT NULL AND sealed IS NULL").await, 1);
        assert_eq!(portal.count("guardians WHERE email = 'marie@ex.org' AND email_confirmed_at IS NULL AND language = 'fr'").await, 1);
        assert_eq!(portal.count("sign_up_drafts WHERE password_hash <> ''").await, 0);
        // And may come back.
        let mut elsewhere = portal.stranger();
        assert!(elsewhere.sign_in("/parent", "MARIE@ex.org", PASSWORD).await.has("Émile Côté"));
    }
}

portal_test! {
    /// SGN-02, D1
    async fn typing_a_code_is_forgiving(portal) {
        let codes = portal.codes_for("noor", 7).await;
        let typings: [fn(&str) -> String; 7] = [
            |code| code.to_lowercase(),
            |code| code.replace('-', " "),
            |code| code.replace('-', ""),
            |code| code.replace('-', "\u{2011}"),
            |code| format!("{code}\n"),
            |code| format!("\u{a0}{}\u{a0}", code.replace('0', "O").replace('1', "l")),
            |code| format!("https://portail.example.org/a/{code}"),
        ];
        for (code, typing) in codes.iter().zip(typings) {
            let page = portal.stranger().sign_up("Marie Roy", "marie@ex.org", PASSWORD, &typing(code)).await;
            assert_eq!(page.h1(), "Est-ce bien votre enfant?", "{:?}: {}", typing(code), page.text());
        }
    }
}

portal_test! {
    /// SGN-05, D2
    async fn used_deleted_expired_and_unknown_codes_get_one_answer(portal) {
        let codes = portal.codes_for("noor", 3).await;
        let mut p0 = portal.guardian("P0").await;
        let question = p0.add_child(&codes[0]).await;
        p0.yes(&question).await;
        let mut ac1 = portal.staff("ac1").await;
        let page = ac1.get(&portal.access_path("noor").await).await;
        let ask = ac1.click(&page, &format!("Supprimer le code {}", codes[1])).await;
        ac1.submit(&ask, "Supprimer le code", &[]).await;
        portal.later(Duration::from_secs(181 * 24 * 60 * 60));
        let unknown = activation_code::ActivationCode::generate(&mut passerelle::random::system()).to_string();
        let mut answers = Vec::new();
        for code in [&codes[0], &codes[1], &codes[2], &unknown] {
            let page = portal.stranger().sign_up("Marie Roy", "marie@ex.org", PASSWORD, code).await;
            page.assert_refused(422, "Ce code ne peut pas servir. Demandez-en un nouveau à l'école.");
            answers.push(page.html.replace(code.as_str(), ""));
        }
        assert!(answers.windows(2).all(|pair| pair[0] == pair[1]));
        assert_eq!(portal.count("guardians").await, 4);
        assert_eq!(portal.count("sign_up_drafts").await, 0);
    }
}

portal_test! {
    /// SGN-04, SGN-07
    async fn slips_are_told_and_nothing_breaks(portal) {
        for (code, sentence) in [
            ("", "Entrez le code d'activation"),
            ("   ", "Entrez le code d'activation"),
            ("7", "Comptez les caractères"),
            ("7KQ4-MN2P-X9TD", "Relisez le code"),
            ("7К Q4", "Ce code ne peut pas servir"),
            ("\u{0}", "Ce code ne peut pas servir"),
            ("🌲🌲🌲🌲🌲🌲🌲🌲🌲🌲🌲🌲", "Ce code ne peut pas servir"),
            (&"7".repeat(10_000), "Comptez les caractères"),
        ] {
            let page = portal.stranger().post("/parent/sign-up", &[("code", code), ("name", "Marie Roy"), ("email", "marie@ex.org"), ("password", PASSWORD)]).await;
            page.assert_refused(422, sentence);
        }
        assert_eq!(portal.count("throttles").await, 0, "a slip never reaches the look-up");
    }
}

portal_test! {
    /// SGN-08
    async fn a_weak_password_keeps_what_was_typed_and_the_code(portal) {
        let code = portal.code_for("emile").await;
        let mut marie = portal.stranger();
        let page = marie.sign_up("Marie Roy", "marie@ex.org", "12345678", &code).await;
        page.assert_refused(422, "Ce mot de passe se devine facilement.");
        assert_eq!((page.value("Votre nom").as_str(), page.value("Courriel").as_str(), page.value("Code d'activation")), ("Marie Roy", "marie@ex.org", code));
        assert_eq!(page.value("Mot de passe"), "");
        let question = marie.submit(&page, "Créer mon compte", &[("Mot de passe", PASSWORD)]).await;
        let home = marie.yes(&question).await;
        assert!(home.has("Émile Côté"));
    }
}

portal_test! {
    async fn all_that_is_wrong_is_told_at_once(portal) {
        let page = portal.stranger().sign_up("", "fatou.diallo", "court", "7KQ4-MN2P-X9TD").await;
        page.assert_refused(422, "Relisez le code");
        assert_eq!(page.texts("#summary"), ["Quatre réponses à corriger"]);
        assert_eq!(page.texts(".error").len(), 4);
        assert_eq!(page.attributes("[aria-invalid=true]", "id"), ["code", "name", "email", "password"]);
    }
}

portal_test! {
    /// SGN-09, SGN-11: only the holder of a good code learns that an e-mail has an account.
    async fn the_holder_of_a_good_code_is_asked_to_sign_in(portal) {
        let code = portal.code_for("noor").await;
        for email in ["p1@familles.example", "P1@Familles.example", " p1@familles.example "] {
            let mut p1 = portal.stranger();
            let page = p1.sign_up("Parent P1", email, PASSWORD, &code).await;
            page.assert_refused(422, "Cette adresse a déjà un compte.");
            let door = p1.click(&page, "Ouvrir une session et ajouter l'enfant").await;
            let form = p1.submit(&door, "Ouvrir une session", &[("Courriel", "p1@familles.example"), ("Mot de passe", "pont rouge 47")]).await;
            assert_eq!((form.path.as_str(), form.value("Code d'activation")), ("/parent/children/add", code.clone()));
        }
        assert_eq!(portal.count("activation_codes WHERE used_at IS NULL").await, 1);
        assert_eq!(portal.count("guardians").await, 4);
    }
}

portal_test! {
    /// SGN-10
    async fn a_bad_code_says_nothing_about_the_e_mail(portal) {
        let bad = activation_code::ActivationCode::generate(&mut passerelle::random::system()).to_string();
        let known = portal.stranger().sign_up("Marie Roy", "p1@familles.example", PASSWORD, &bad).await;
        let fresh = portal.stranger().sign_up("Marie Roy", "p9@familles.example", PASSWORD, &bad).await;
        assert_eq!(known.status, fresh.status);
        assert_eq!(known.html.replace("p1@", ""), fresh.html.replace("p9@", ""));
    }
}

portal_test! {
    /// SGN-13, SGN-14
    async fn what_is_no_single_address_is_refused(portal) {
        let code = portal.code_for("emile").await;
        for email in ["a@b", "a b@c.org", "a@@b.org", "\"x y\"@b.org", "a@b.org,c@d.org", "A <a@b.org>", "a@b.org\r\nBcc: x@y.org", "a@b.org%0d%0aBcc:x@y.org", "a@b.org\r", &format!("{}@b.org", "a".repeat(300))] {
            let page = portal.stranger().post("/parent/sign-up", &[("code", &code), ("name", "Marie Roy"), ("email", email), ("password", PASSWORD)]).await;
            assert_eq!(page.status, 422, "{email:?}");
            assert_eq!(page.attributes("[aria-invalid=true]", "id"), ["email"], "{email:?}");
        }
        assert_eq!(portal.count("sign_up_drafts").await, 0);
        let question = portal.stranger().sign_up("Marie Roy", "marie@école.example", PASSWORD, &code).await;
        assert_eq!(question.h1(), "Est-ce bien votre enfant?");
        assert_eq!(portal.count("sign_up_drafts WHERE email = 'marie@xn--cole-9oa.example'").await, 1);
    }
}

portal_test! {
    /// SGN-16
    async fn the_password_rule_is_a_length_and_a_list(portal) {
        let code = portal.code_for("emile").await;
        let long = "é".repeat(513);
        for (password, sentence) in [("sept 7.", "Ajoutez des caractères"), ("motdepa", "Ajoutez des caractères"), ("password1", "se devine facilement"), ("marie@ex.org", "se devine facilement"), (long.as_str(), "Raccourcissez")] {
            portal.stranger().post("/parent/sign-up", &[("code", &code), ("name", "Marie Roy"), ("email", "marie@ex.org"), ("password", password)]).await.assert_refused(422, sentence);
        }
        for password in ["🌲 forêt 🌲 noire", "vingt-et-un canards", &"a1 ".repeat(40)] {
            assert_eq!(portal.stranger().sign_up("Marie Roy", "marie@ex.org", password, &code).await.h1(), "Est-ce bien votre enfant?", "{password}");
        }
        let huge = "x".repeat(5 * 1024 * 1024);
        assert_eq!(portal.stranger().post("/parent/sign-up", &[("password", &huge)]).await.status, 413);
    }
}

portal_test! {
    /// SGN-17: a student's username or a counsellor's e-mail is another account's.
    async fn the_faces_have_accounts_of_their_own(portal) {
        let code = portal.code_for("emile").await;
        let mut both = portal.stranger();
        let question = both.sign_up("Carole Un", "ac1@ecole.example", PASSWORD, &code).await;
        both.yes(&question).await;
        assert!(portal.stranger().sign_in("/staff", "ac1@ecole.example", "pont rouge 47").await.has("Bonjour, Carole"));
        assert!(!portal.stranger().sign_in("/staff", "ac1@ecole.example", PASSWORD).await.has("Bonjour"));
    }
}

portal_test! {
    /// SGN-19
    async fn going_back_and_sending_again_lands_at_home(portal) {
        let code = portal.code_for("emile").await;
        let mut marie = portal.stranger();
        let question = marie.sign_up("Marie Roy", "marie@ex.org", PASSWORD, &code).await;
        marie.yes(&question).await;
        let again = marie.yes(&question).await;
        assert_eq!((again.status, again.path.as_str()), (200, "/parent"));
        let again = marie.post("/parent/sign-up", &[("code", &code), ("name", "Marie Roy"), ("email", "marie@ex.org"), ("password", PASSWORD)]).await;
        assert_eq!((again.status, again.path.as_str()), (200, "/parent"));
        assert_eq!(portal.count("guardians").await, 5);
    }
}

portal_test! {
    async fn a_yes_whose_answer_was_lost_still_lands_at_home(portal) {
        let code = portal.code_for("emile").await;
        let mut marie = portal.stranger();
        let question = marie.sign_up("Marie Roy", "marie@ex.org", PASSWORD, &code).await;
        // The browser never saw the first answer's cookies.
        let mut lost = marie.clone();
        lost.yes(&question).await;
        let home = marie.yes(&question).await;
        assert!(home.has("Émile Côté"), "{}", home.text());
        assert_eq!(portal.count("guardians").await, 5);
        // A minute later the draft opens nothing any more.
        let mut late = portal.stranger();
        late.cookies.clone_from(&marie.cookies);
        late.cookies.retain(|name, _| name.contains("sign-up"));
        portal.later(Duration::from_secs(61));
        assert!(!late.is_signed_in("/parent").await);
    }
}

portal_test! {
    async fn a_draft_lives_an_hour_and_in_its_browser(portal) {
        let code = portal.code_for("emile").await;
        let mut marie = portal.stranger();
        let question = marie.sign_up("Marie Roy", "marie@ex.org", PASSWORD, &code).await;
        let page = portal.stranger().post("/parent/sign-up/confirm", &[("answer", "yes")]).await;
        assert_eq!(page.path, "/parent/sign-up");
        portal.later(Duration::from_secs(60 * 60));
        assert_eq!(marie.yes(&question).await.path, "/parent/sign-up");
        assert_eq!(portal.count("guardians").await, 4);
        assert_eq!(portal.count("activation_codes WHERE used_at IS NULL").await, 1);
    }
}

portal_test! {
    async fn not_my_child_leaves_the_code_and_tells_the_school(portal) {
        let code = portal.code_for("emile").await;
        let mut marie = portal.stranger();
        let question = marie.sign_up("Marie Roy", "marie@ex.org", PASSWORD, &code).await;
        let page = marie.no(&question).await;
        assert!(page.path == "/parent/sign-up" && page.has("Le code n'a pas été utilisé"), "{}", page.text());
        assert_eq!(portal.count("sign_up_drafts").await, 0);
        assert_eq!(portal.count("guardians").await, 4);
        assert!(portal.staff("ac2").await.get(&portal.access_path("emile").await).await.has("« Pas mon enfant »"));
        let question = portal.stranger().sign_up("Le bon parent", "bon@ex.org", PASSWORD, &code).await;
        assert_eq!(question.h1(), "Est-ce bien votre enfant?");
    }
}

portal_test! {
    /// SGN-20
    async fn a_form_from_another_site_is_refused(portal) {
        let code = portal.code_for("emile").await;
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs([("code", code.as_str()), ("name", "Marie Roy"), ("email", "marie@ex.org"), ("password", PASSWORD)]).finish();
        for (name, value) in [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site"), ("x-nothing", "")] {
            let request = Request::post("/parent/sign-up").header("content-type", "application/x-www-form-urlencoded").header("host", "127.0.0.1:8080").header(name, value);
            let page = portal.stranger().send(request.body(Body::from(body.clone())).unwrap()).await;
            assert_eq!(page.status, 403);
            assert!(page.has("Rien n'a été fait."));
        }
        assert_eq!(portal.count("sign_up_drafts").await, 0);
    }
}

portal_test! {
    /// SGN-22
    async fn a_letters_link_fills_in_the_code_and_leaves_it_nowhere(portal) {
        let code = portal.code_for("emile").await;
        for link in [format!("/a/{code}"), format!("/A/{}", code.to_lowercase()), format!("/a/{}", code.replace('-', ""))] {
            let mut marie = portal.stranger();
            let page = marie.get(&link).await;
            assert_eq!(page.trail.iter().map(|(status, _)| *status).collect::<Vec<_>>(), [303, 200]);
            assert_eq!((page.path.as_str(), page.value("Code d'activation")), ("/parent/sign-up", code.clone()));
            let question = marie.submit(&page, "Créer mon compte", &[("Votre nom", "Marie Roy"), ("Courriel", "marie@ex.org"), ("Mot de passe", PASSWORD)]).await;
            assert!(question.trail.iter().all(|(_, path)| !path.contains(&code)));
            assert!(!marie.cookies.values().any(|value| value.contains(&code)), "the cookie is gone once it has served");
            assert_eq!(question.headers["cache-control"], "no-store");
            assert_eq!(question.headers["referrer-policy"], "same-origin");
        }
        assert_eq!(portal.count("activation_codes WHERE used_at IS NULL").await, 1, "following a link spends nothing");
        let page = portal.guardian("P0").await.get(&format!("/a/{code}")).await;
        assert_eq!((page.path.as_str(), page.value("Code d'activation")), ("/parent/children/add", code));
        let page = portal.stranger().get("/a/nonsense").await;
        assert_eq!((page.path.as_str(), page.value("Code d'activation").as_str()), ("/parent/sign-up", ""));
    }
}

portal_test! {
    /// SGN-23, D11: a school's evening behind one address.
    async fn many_families_sign_up_from_one_address(portal) {
        for round in 0..3_u8 {
            for (number, code) in portal.codes_for("noor", 10).await.iter().enumerate() {
                let page = portal.stranger().sign_up("Une Personne", &format!("f{round}{number}@ex.org"), PASSWORD, code).await;
                assert_eq!(page.h1(), "Est-ce bien votre enfant?");
            }
            portal.sql("DELETE FROM sign_up_drafts").await;
            portal.sql("DELETE FROM activation_codes").await;
        }
    }
}

portal_test! {
    /// SGN-24, SGN-25
    async fn guessing_from_one_address_is_slowed_whatever_it_claims(portal) {
        let good = portal.code_for("noor").await;
        let mut guesser = portal.stranger();
        let guess = async |guesser: &mut crate::support::Person, code: &str, claimed: &str| {
            let body = form_urlencoded::Serializer::new(String::new()).append_pair("code", code).finish();
            let mut request = crate::support::Person::form_request("/parent/sign-up", body);
            request.headers_mut().insert("x-forwarded-for", claimed.parse().unwrap());
            guesser.send(request).await.status
        };
        let mut last = 0;
        for number in 0..70_u8 {
            let wrong = activation_code::ActivationCode::generate(&mut passerelle::random::system()).to_string();
            last = guess(&mut guesser, &wrong, &format!("192.0.2.{number}")).await;
        }
        assert_eq!(last, 429);
        assert_eq!(guess(&mut guesser, &good, "192.0.2.99").await, 429);
        // The address it claimed is nobody's fault, and others go on.
        let mut victim = portal.stranger().at_address([192, 0, 2, 1]);
        assert_eq!(victim.sign_up("Marie Roy", "marie@ex.org", PASSWORD, &good).await.h1(), "Est-ce bien votre enfant?");
        // It heals by itself.
        portal.later(Duration::from_secs(25));
        assert_eq!(guesser.sign_up("Marie Roy", "marie2@ex.org", PASSWORD, &good).await.h1(), "Est-ce bien votre enfant?");
    }
}

portal_test! {
    /// BAD-07: while the whole portal is guessed at, who hasn't failed goes through.
    async fn the_global_brake_stops_guessers_and_nobody_else(portal) {
        let good = portal.code_for("noor").await;
        let now = portal.portal.clock.now();
        let everywhere = passerelle::sessions::throttle::CODE_EVERYWHERE.of("all");
        for _ in 0..3_001 {
            passerelle::sessions::throttle::count_failure(portal.portal.database.writer(), std::slice::from_ref(&everywhere), now).await.unwrap();
        }
        let wrong = || activation_code::ActivationCode::generate(&mut passerelle::random::system()).to_string();
        let mut guesser = portal.stranger();
        assert_eq!(guesser.sign_up("Marie Roy", "marie@ex.org", PASSWORD, &wrong()).await.status, 422);
        assert_eq!(guesser.sign_up("Marie Roy", "marie@ex.org", PASSWORD, &wrong()).await.status, 429);
        let mut other = portal.stranger().at_address([198, 51, 100, 1]);
        assert_eq!(other.sign_up("Marie Roy", "marie@ex.org", PASSWORD, &good).await.h1(), "Est-ce bien votre enfant?");
    }
}

portal_test! {
    async fn one_good_code_is_no_way_to_try_addresses(portal) {
        let code = portal.code_for("noor").await;
        let mut prober = portal.stranger();
        let mut slowed = 0;
        for _ in 0..65 {
            slowed += i32::from(prober.sign_up("Marie Roy", "p1@familles.example", PASSWORD, &code).await.status == 429);
        }
        assert!(slowed > 0);
    }
}

portal_test! {
    async fn an_account_can_be_opened_in_english(portal) {
        let code = portal.code_for("emile").await;
        let mut mary = portal.stranger().in_english();
        let page = mary.get("/parent/sign-up").await;
        let question = mary.submit(&page, "Create my account", &[("Your name", "Mary King"), ("E-mail", "mary@ex.org"), ("Password", PASSWORD), ("Activation code", &code)]).await;
        assert_eq!(question.h1(), "Is this your child?");
        let home = mary.submit(&question, "Yes, this is my child", &[]).await;
        assert!(home.has("Hello, Mary") && home.has("Grade 10"), "{}", home.text());
        assert_eq!(portal.count("guardians WHERE language = 'en'").await, 1);
    }
}
