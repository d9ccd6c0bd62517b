use std::{
    collections::BTreeMap,
    net::{IpAddr, SocketAddr},
};

use axum::{
    body::{Body, to_bytes},
    extract::ConnectInfo,
    http::{Method, Request, header},
};
use tower::ServiceExt as _;

use super::{Page, TestPortal};

/// Somebody with a browser: cookies, an address, a language; no JavaScript.
#[derive(Clone)]
pub struct Person {
    portal: TestPortal,
    pub cookies: BTreeMap<String, String>,
    pub address: IpAddr,
    pub accept_language: &'static str,
}

impl Person {
    pub fn new(portal: TestPortal) -> Self {
        Self {
            portal,
            cookies: BTreeMap::new(),
            address: IpAddr::from([203, 0, 113, 7]),
            accept_language: "fr-CA",
        }
    }

    /// Uses another router of the same portal.
    pub fn open(&mut self, router: axum::Router) {
        self.portal.router = router;
    }

    pub fn at_address(mut self, address: [u8; 4]) -> Self {
        self.address = address.into();
        self
    }

    pub fn in_english(mut self) -> Self {
        self.accept_language = "en-CA,en;q=0.9";
        self
    }

    /// One request; nothing is followed.
    pub async fn send(&mut self, request: Request<Body>) -> Page {
        let (mut parts, body) = request.into_parts();
        let path = parts.uri.to_string();
        parts.extensions.insert(ConnectInfo(SocketAddr::new(self.address, 40_000)));
        let cookies =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
        if !cookies.is_empty() {
            parts.headers.insert(header::COOKIE, cookies.parse().unwrap());
        }
        parts.headers.entry(header::ACCEPT_LANGUAGE).or_insert(self.accept_language.parse().unwrap());
        parts.headers.entry(header::USER_AGENT).or_insert("A browser".parse().unwrap());
        let response = self.portal.router.clone().oneshot(Request::from_parts(parts, body)).await.unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let (pair, attributes) = cookie.to_str().unwrap().split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            if attributes.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let bytes = to_bytes(body, 16 * 1024 * 1024).await.unwrap();
        let status = parts.status.as_u16();
        Page {
            status,
            trail: vec![(status, path.clone())],
            path,
            html: String::from_utf8_lossy(&bytes).into_owned(),
            headers: parts.headers,
        }
    }

    async fn follow(&mut self, first: Page) -> Page {
        let (mut page, mut trail) = (first, Vec::new());
        while (300..400).contains(&page.status) && page.headers.contains_key(header::LOCATION) {
            trail.append(&mut page.trail);
            assert!(trail.len() < 8, "led in a circle: {trail:?}");
            let to = page.headers[header::LOCATION].to_str().unwrap().to_owned();
            page = self.send(Request::get(to).body(Body::empty()).unwrap()).await;
        }
        trail.append(&mut page.trail);
        page.trail = trail;
        page
    }

    /// Opens an address, following where it leads.
    pub async fn get(&mut self, path: &str) -> Page {
        let first = self.send(Request::get(path).body(Body::empty()).unwrap()).await;
        self.follow(first).await
    }

    /// Posts fields as a form of ours would, following where it leads.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let first = self.post_only(path, fields).await;
        self.follow(first).await
    }

    /// The same, without following.
    pub async fn post_only(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send(Self::form_request(path, body)).await
    }

    pub fn form_request(path: &str, body: impl Into<Body>) -> Request<Body> {
        Request::builder()
            .method(Method::POST)
            .uri(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::HOST, "127.0.0.1:8080")
            .header(header::ORIGIN, "http://127.0.0.1:8080")
            .header("sec-fetch-site", "same-origin")
            .body(body.into())
            .unwrap()
    }

    /// Posts a form and gives the bytes of the file that it answers with.
    pub async fn download(&mut self, path: &str) -> Vec<u8> {
        let mut request = Self::form_request(path, "");
        let cookies =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
        request.headers_mut().insert(header::COOKIE, cookies.parse().unwrap());
        request.headers_mut().insert(header::ACCEPT_LANGUAGE, self.accept_language.parse().unwrap());
        let response = self.portal.router.clone().oneshot(request).await.unwrap();
        assert!(response.headers().contains_key(header::CONTENT_DISPOSITION), "{}", response.status());
        to_bytes(response.into_body(), 16 * 1024 * 1024).await.unwrap().to_vec()
    }

    /// Fills the form that has this button, by labels, and presses it.
    pub async fn submit(&mut self, page: &Page, button: &str, typed: &[(&str, &str)]) -> Page {
        let form = page.form(button, typed);
        let fields: Vec<(&str, &str)> =
            form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        if form.method.eq_ignore_ascii_case("post") {
            return self.post(&form.action, &fields).await;
        }
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.get(&format!("{}?{query}", form.action)).await
    }

    /// Clicks a link by its text or accessible name.
    pub async fn click(&mut self, page: &Page, link: &str) -> Page {
        let to =
            page.link(link).unwrap_or_else(|| panic!("no link « {link} » on {}: {}", page.path, page.text()));
        self.get(&to).await
    }

    pub async fn sign_in(&mut self, face: &str, name: &str, password: &str) -> Page {
        let page = self.get(face).await;
        let label = if face == "/student" { "Nom d'utilisateur" } else { "Courriel" };
        self.submit(&page, "Ouvrir une session", &[(label, name), ("Mot de passe", password)]).await
    }

    /// Fills in the sign-up and sends it: the question whose child it is, or the form again.
    pub async fn sign_up(&mut self, name: &str, email: &str, password: &str, code: &str) -> Page {
        let page = self.get("/parent/sign-up").await;
        self.submit(
            &page,
            "Créer mon compte",
            &[
                ("Votre nom", name),
                ("Courriel", email),
                ("Mot de passe", password),
                ("Code d'activation", code),
            ],
        )
        .await
    }

    /// « Ajouter un enfant » with a code: the question whose child it is, or the form again.
    pub async fn add_child(&mut self, code: &str) -> Page {
        let page = self.get("/parent/children/add").await;
        self.submit(&page, "Ajouter cet enfant", &[("Code d'activation", code)]).await
    }

    /// Answers « Est-ce bien votre enfant? ».
    pub async fn yes(&mut self, page: &Page) -> Page {
        assert_eq!(page.h1(), "Est-ce bien votre enfant?", "{}", page.text());
        self.submit(page, "Oui, c'est mon enfant", &[]).await
    }

    pub async fn no(&mut self, page: &Page) -> Page {
        self.submit(page, "Ce n'est pas mon enfant", &[]).await
    }

    /// The first names of the children on this parent's home page, in order.
    pub async fn children(&mut self) -> Vec<String> {
        let page = self.get("/parent").await;
        page.texts(".kid h3")
            .iter()
            .map(|name| name.split(' ').next().unwrap_or_default().to_owned())
            .collect()
    }

    /// Whether this browser holds a session that opens this face.
    pub async fn is_signed_in(&mut self, face: &str) -> bool {
        !self.get(face).await.has("Ouvrir une session")
    }
}
