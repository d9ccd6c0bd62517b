//! The school's logo: looked into, kept, served, taken away.

use axum::{
    body::Body,
    http::{Request, header},
};

use crate::support::{Page, Person};

/// A PNG of three by two pixels.
fn png() -> Vec<u8> {
    let mut bytes =
        b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x03\0\0\0\x02\x08\x06\0\0\0\x01\x02\x03\x04".to_vec();
    bytes.extend(b"\0\0\0\0IEND\xae\x42\x60\x82");
    bytes
}

/// Sends a file as a browser does.
async fn send(person: &mut Person, path: &str, name: &str, bytes: &[u8]) -> Page {
    let mut body = format!(
        "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
    )
    .into_bytes();
    body.extend(bytes);
    body.extend(b"\r\n--edge--\r\n");
    let mut request = Person::form_request(path, Body::from(body));
    request.headers_mut().insert(header::CONTENT_TYPE, "multipart/form-data; boundary=edge".parse().unwrap());
    person.send(request).await
}

portal_test! {
    async fn a_logo_is_kept_served_and_taken_away(portal) {
        let mut aa = portal.staff("aa").await;
        assert!(aa.get("/staff/a/options").await.has("L'école n'a pas encore de logo ici."));
        let done = send(&mut aa, "/staff/a/options/logo", "logo.bin", &png()).await;
        assert_eq!(done.status, 303, "{}", done.text());
        let page = aa.get("/staff/a/options").await;
        assert!(page.has("Le logo est enregistré."));
        let address = page.attributes("img.school-logo", "src").remove(0);
        let served = portal.stranger().send(Request::get(&address).body(Body::empty()).unwrap()).await;
        assert_eq!(served.status, 200);
        assert_eq!(served.headers[header::CONTENT_TYPE], "image/png");
        assert_eq!(served.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert_eq!(served.headers[header::CACHE_CONTROL], "public, max-age=31536000, immutable");
        assert_eq!(portal.stranger().get(&address.replace("/a/", "/b/")).await.status, 404);
        let ask = aa.click(&page, "Retirer le logo").await;
        assert_eq!(ask.h1(), "Retirer le logo?");
        let gone = aa.submit(&ask, "Retirer le logo", &[]).await;
        assert!(gone.has("Le logo est retiré.") && gone.attributes("img.school-logo", "src").is_empty(), "{}", gone.text());
        assert_eq!(portal.stranger().get(&address).await.status, 404);
        assert_eq!(portal.count("audit_events WHERE event = 'logo-changed'").await, 2);
        let history = aa.get("/staff/a/options/history").await;
        assert!(history.texts("tbody tr").join(" / ").contains("Logo de l'école Retiré"), "{}", history.text());
        assert_eq!(aa.get(&ask.path).await.path, "/staff/a/options");
    }
}

portal_test! {
    async fn what_is_no_picture_is_refused(portal) {
        let mut aa = portal.staff("aa").await;
        let large = [png(), vec![0; 256 * 1024]].concat();
        let huge = vec![0; 3 * 1024 * 1024];
        for (name, bytes, said) in [
            ("logo.png", b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>".as_slice(), "Choisissez une image PNG ou JPEG"),
            ("logo.png", b"MZ", "Choisissez une image PNG ou JPEG"),
            ("logo.png", large.as_slice(), "Choisissez une image plus légère : 256 Ko au plus."),
            ("logo.png", huge.as_slice(), "Choisissez une image plus légère : 256 Ko au plus."),
            ("", b"", "Choisissez d'abord un fichier."),
        ] {
            let page = send(&mut aa, "/staff/a/options/logo", name, bytes).await;
            page.assert_refused(422, said);
            assert_eq!(page.texts("#logo-error").len(), 1);
        }
        // What is no upload at all, and who may not.
        aa.post("/staff/a/options/logo", &[("file", "x")]).await.assert_refused(422, "Choisissez d'abord un fichier.");
        assert_eq!(send(&mut portal.staff("ac1").await, "/staff/a/options/logo", "logo.png", &png()).await.status, 403);
        assert_eq!(send(&mut portal.staff("ba").await, "/staff/a/options/logo", "logo.png", &png()).await.status, 404);
        assert_eq!(portal.count("school_logos").await, 0);
        // From another site: refused like every post.
        let mut request = Person::form_request("/staff/a/options/logo", Body::empty());
        request.headers_mut().insert("sec-fetch-site", "cross-site".parse().unwrap());
        assert_eq!(aa.send(request).await.status, 403);
    }
}
