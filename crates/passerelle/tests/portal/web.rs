//! What every page has in common: languages, headers, refusals, errors.

use axum::{body::Body, http::Request};

portal_test! {
    async fn french_comes_first_and_english_is_complete(portal) {
        let mut person = portal.stranger();
        person.accept_language = "de-DE";
        assert_eq!(person.get("/parent").await.headers["content-language"], "fr");
        assert_eq!(portal.stranger().in_english().get("/parent").await.headers["content-language"], "en");
        let page = person.get("/parent").await;
        let english = person.click(&page, "English").await;
        assert_eq!((english.path.as_str(), english.h1().as_str()), ("/parent", "Sign in"));
        assert_eq!(person.get("/parent/sign-up").await.h1(), "Create my account", "the choice is remembered");
        let page = person.get("/staff?next=/staff/a").await;
        let back = person.click(&page, "Français").await;
        assert_eq!((back.path.as_str(), back.h1().as_str()), ("/staff?next=/staff/a", "Ouvrir une session"));
    }
}

portal_test! {
    async fn the_language_link_never_leads_to_another_site(portal) {
        let page = portal.stranger().send(Request::get("//evil.example/%2e%2e?lang=en").body(Body::empty()).unwrap()).await;
        assert!(page.headers["location"].to_str().unwrap().starts_with("/evil.example") || page.status == 404);
    }
}

portal_test! {
    async fn pages_are_strict_and_never_kept(portal) {
        let mut p1 = portal.guardian("P1").await;
        for path in ["/parent", "/parent/children", "/help", "/nowhere"] {
            let page = p1.get(path).await;
            let policy = page.headers["content-security-policy"].to_str().unwrap();
            assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"), "{policy}");
            for (name, value) in [("cache-control", "no-store"), ("x-content-type-options", "nosniff"), ("referrer-policy", "same-origin"), ("x-frame-options", "DENY")] {
                assert_eq!(page.headers[name], value, "{path}");
            }
            assert!(page.headers.contains_key("x-request-id"));
            assert!(!page.html.contains(" style=") && !page.html.contains("<script>") && !page.html.contains(" onclick"), "{path}");
            assert!(!page.html.contains("http://") && !page.html.replace("https://portail", "").contains("https://"), "{path}: nothing from elsewhere");
        }
    }
}

portal_test! {
    async fn on_https_cookies_are_bound_to_it(portal) {
        let portal = portal.with_settings(&["base_url=https://portail.example.org"]).await;
        let mut p1 = portal.stranger();
        let page = p1.get("/parent").await;
        assert_eq!(page.headers["strict-transport-security"], "max-age=31536000");
        let first = p1.post_only("/parent", &[("name", "p1@familles.example"), ("password", "pont rouge 47")]).await;
        let cookies: Vec<_> = first.headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap().to_owned()).collect();
        assert!(!cookies.is_empty());
        for cookie in cookies {
            assert!(cookie.starts_with("__Host-passerelle-") && cookie.contains("; Secure") && cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax") && cookie.contains("; Path=/"), "{cookie}");
        }
    }
}

portal_test! {
    /// BAD-01, BAD-02
    async fn what_no_form_sends_is_refused_without_effect(portal) {
        let path = portal.access_path("emile").await;
        let mut ac1 = portal.staff("ac1").await;
        let post = |body: &'static str, kind: &'static str| {
            let mut request = crate::support::Person::form_request(&path, body);
            request.headers_mut().insert("content-type", kind.parse().unwrap());
            request
        };
        for (body, kind, status) in [
            ("{\"count\":1}", "application/json", 415),
            ("count=1&count=2", "application/x-www-form-urlencoded", 400),
            ("count=%ff%fe", "application/x-www-form-urlencoded", 400),
            ("count[]=1&a[b][c]=2", "application/x-www-form-urlencoded", 422),
            ("count=%00", "application/x-www-form-urlencoded", 422),
            ("", "application/x-www-form-urlencoded", 422),
        ] {
            let page = ac1.send(post(body, kind)).await;
            assert_eq!(page.status, status, "{body}");
        }
        assert_eq!(ac1.send(crate::support::Person::form_request(&path, "x".repeat(1024 * 1024))).await.status, 413);
        assert_eq!(portal.count("activation_codes").await, 0);
        assert_eq!(ac1.get("/staff/a/students?q=%ff").await.status, 400);
        assert_eq!(ac1.get("/staff/a/students?q=%00").await.status, 200);
    }
}

portal_test! {
    /// BAD-04
    async fn what_people_type_is_stored_and_shown_literally(portal) {
        for (number, name) in ["' OR ''='", "\"; --", "${7*7}", "{{ 7*7 }}", "%s%n", "../../etc", "<b>Marie</b>"].iter().enumerate() {
            let name = format!("Marie {name}");
            let code = portal.code_for("noor").await;
            let mut person = portal.stranger();
            let question = person.sign_up(&name, &format!("n{number}@ex.org"), "trois petits ponts", &code).await;
            person.yes(&question).await;
            assert!(person.get("/parent/account").await.has(&name), "{name}");
        }
    }
}

portal_test! {
    /// AUT-16
    async fn other_verbs_and_spellings_get_no_further(portal) {
        let mut stranger = portal.stranger();
        let path = portal.access_path("emile").await;
        let head = stranger.send(Request::head(&path).body(Body::empty()).unwrap()).await;
        assert_eq!(head.status, 303);
        for verb in ["PUT", "DELETE", "PATCH", "OPTIONS"] {
            let request = Request::builder().method(verb).uri(&path).header("origin", "http://127.0.0.1:8080").header("host", "127.0.0.1:8080");
            let page = stranger.send(request.body(Body::empty()).unwrap()).await;
            assert!([404, 405].contains(&page.status), "{verb}: {}", page.status);
        }
        for spelling in [format!("{path}/"), format!("/{path}"), format!("{path}.json"), path.to_uppercase()] {
            let page = stranger.send(Request::get(&spelling).body(Body::empty()).unwrap()).await;
            assert!(page.status == 404 || page.status == 303, "{spelling}: {}", page.status);
        }
    }
}

portal_test! {
    async fn errors_are_pages_with_a_way_on(portal) {
        let page = portal.stranger().get("/nowhere").await;
        assert_eq!((page.status, page.h1().as_str()), (404, "Cette page n'existe pas"));
        assert!(page.link("Retour à l'accueil").is_some());
        let page = portal.stranger().in_english().get("/staff/nowhere/at/all").await;
        assert_eq!((page.status, page.h1().as_str()), (404, "This page doesn't exist"));
        assert_eq!(page.link("Back to the home page").as_deref(), Some("/staff"));
    }
}

portal_test! {
    /// FLT-05: something is missing in the database: an honest page, and it recovers without a restart.
    async fn a_failing_database_is_an_honest_page(portal) {
        let mut p1 = portal.guardian("P1").await;
        portal.sql("ALTER TABLE guardianships RENAME TO gone").await;
        let page = p1.get("/parent").await;
        assert_eq!((page.status, page.h1().as_str()), (500, "Quelque chose n'a pas marché de notre côté"));
        assert!(page.has(page.headers["x-request-id"].to_str().unwrap()), "a reference to quote");
        assert!(!page.html.contains("guardianships") && !page.html.contains("SELECT"));
        portal.sql("ALTER TABLE gone RENAME TO guardianships").await;
        assert_eq!(p1.children().await, ["Zoé", "Émile"]);
    }
}

portal_test! {
    async fn health_is_told_without_signing_in(portal) {
        assert_eq!((portal.stranger().get("/healthz").await.status, portal.stranger().get("/readyz").await.status), (200, 200));
        portal.sql("DELETE FROM seaql_migrations WHERE version LIKE 'm0008%'").await;
        assert_eq!(portal.stranger().get("/readyz").await.status, 503);
    }
}

portal_test! {
    async fn reading_pages_stand_in_both_languages(portal) {
        for (path, french, english) in [("/help", "Aide", "Help"), ("/privacy", "Confidentialité", "Privacy"), ("/accessibility", "Accessibilité", "Accessibility")] {
            assert_eq!(portal.stranger().get(path).await.h1(), french);
            assert_eq!(portal.stranger().in_english().get(path).await.h1(), english);
        }
    }
}

portal_test! {
    async fn a_panic_in_a_handler_is_a_clean_page(portal) {
        let routes = axum::Router::new().route("/parent/broken", axum::routing::get(async || -> String { panic!("a secret detail") }));
        let mut person = portal.stranger();
        person.open(passerelle::app::layered(routes, &portal.portal));
        let page = person.get("/parent/broken").await;
        assert_eq!((page.status, page.h1().as_str()), (500, "Quelque chose n'a pas marché de notre côté"));
        assert!(!page.html.contains("secret") && page.has(page.headers["x-request-id"].to_str().unwrap()));
    }
}
