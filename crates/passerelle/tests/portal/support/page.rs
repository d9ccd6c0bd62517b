use axum::http::HeaderMap;
use scraper::{ElementRef, Html, Selector};

/// What a person got: the last answer after following where it led.
pub struct Page {
    pub status: u16,
    /// The address it ended at.
    pub path: String,
    pub html: String,
    pub headers: HeaderMap,
    /// Every address on the way, with its status.
    pub trail: Vec<(u16, String)>,
}

/// A form as the page holds it.
pub struct Form {
    pub method: String,
    pub action: String,
    pub fields: Vec<(String, String)>,
}

fn select(css: &str) -> Selector {
    Selector::parse(css).unwrap()
}

/// Text as a person reads it: blanks folded, ’ as '.
pub fn plain(text: &str) -> String {
    text.replace('’', "'").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn text_of(element: ElementRef<'_>) -> String {
    plain(&element.text().collect::<Vec<_>>().join(" "))
}

impl Page {
    /// All that can be read on it.
    pub fn text(&self) -> String {
        let document = Html::parse_document(&self.html);
        document.select(&select("body")).map(text_of).collect()
    }

    pub fn has(&self, text: &str) -> bool {
        plain(&self.text()).replace(" )", ")").contains(&plain(text))
    }

    pub fn title(&self) -> String {
        self.texts("title").remove(0)
    }

    pub fn h1(&self) -> String {
        self.texts("h1").join(" / ")
    }

    /// The texts of all elements that a selector finds.
    pub fn texts(&self, css: &str) -> Vec<String> {
        Html::parse_document(&self.html).select(&select(css)).map(text_of).collect()
    }

    /// The values of an attribute over all elements that a selector finds.
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        Html::parse_document(&self.html)
            .select(&select(css))
            .filter_map(|element| element.attr(name).map(str::to_owned))
            .collect()
    }

    /// The codes in the list of unused ones.
    pub fn codes(&self) -> Vec<String> {
        self.texts("tbody bdi.code")
    }

    /// Where a link with this text or accessible name leads.
    pub fn link(&self, name: &str) -> Option<String> {
        let document = Html::parse_document(&self.html);
        let found = document.select(&select("a[href]")).find(|link| {
            text_of(*link) == plain(name)
                || link.attr("aria-label").is_some_and(|label| plain(label) == plain(name))
        });
        found.and_then(|link| link.attr("href").map(str::to_owned))
    }

    /// The value that stands in the field with this label.
    pub fn value(&self, label: &str) -> String {
        let document = Html::parse_document(&self.html);
        let id =
            field_id(&document, label).unwrap_or_else(|| panic!("no field « {label} » on: {}", self.text()));
        let field = document.select(&select(&format!("[id='{id}']"))).next().unwrap();
        field.attr("value").unwrap_or_default().to_owned()
    }

    /// The form that has a button with this text, filled by labels as a person would.
    pub fn form(&self, button: &str, typed: &[(&str, &str)]) -> Form {
        let document = Html::parse_document(&self.html);
        let form = document
            .select(&select("form"))
            .find(|form| form.select(&select("button")).any(|found| text_of(found) == plain(button)))
            .unwrap_or_else(|| {
                panic!("no button « {button} » on {} ({}): {}", self.path, self.status, self.text())
            });
        let typed: Vec<(String, &str)> = typed
            .iter()
            .map(|(label, value)| {
                (
                    field_id(&document, label)
                        .unwrap_or_else(|| panic!("no field « {label} »: {}", self.text())),
                    *value,
                )
            })
            .collect();
        let mut fields = Vec::new();
        for field in form.select(&select("input[name], select[name], textarea[name]")) {
            let name = field.attr("name").unwrap().to_owned();
            let kind = field.attr("type").unwrap_or_default();
            let ticked = field.attr("checked").is_some();
            if kind == "file" || (matches!(kind, "radio" | "checkbox") && !ticked) {
                continue;
            }
            let by_hand = typed
                .iter()
                .find(|(id, _)| field.attr("id") == Some(id))
                .map(|(_, value)| (*value).to_owned());
            let chosen = || {
                let options: Vec<_> = field.select(&select("option")).collect();
                let chosen =
                    options.iter().find(|option| option.attr("selected").is_some()).or(options.first());
                chosen
                    .map(|option| option.attr("value").map_or_else(|| text_of(*option), str::to_owned))
                    .unwrap_or_default()
            };
            let value = by_hand.unwrap_or_else(|| {
                if field.value().name() == "select" {
                    chosen()
                } else if field.value().name() == "textarea" {
                    field.text().collect()
                } else {
                    field.attr("value").unwrap_or_default().to_owned()
                }
            });
            fields.push((name, value));
        }
        let pressed = form.select(&select("button")).find(|found| text_of(*found) == plain(button)).unwrap();
        if let Some(name) = pressed.attr("name") {
            fields.push((name.to_owned(), pressed.attr("value").unwrap_or_default().to_owned()));
        }
        Form {
            method: form.attr("method").unwrap_or("get").to_owned(),
            action: form.attr("action").unwrap_or(&self.path).to_owned(),
            fields,
        }
    }

    /// A refusal: this status, this sentence in the summary, a title that says so.
    pub fn assert_refused(&self, status: u16, sentence: &str) -> &Self {
        assert_eq!(self.status, status, "{}", self.text());
        let summary = self.texts(".notice.bad li").join(" / ");
        assert!(summary.contains(&plain(sentence)), "« {summary} » doesn't say « {sentence} »");
        assert!(
            self.title().starts_with("Erreur : ") || self.title().starts_with("Error: "),
            "{}",
            self.title()
        );
        self
    }
}

fn field_id(document: &Html, label: &str) -> Option<String> {
    let found = document.select(&select("label[for]")).find(|found| text_of(*found) == plain(label));
    found.and_then(|label| label.attr("for").map(str::to_owned))
}
