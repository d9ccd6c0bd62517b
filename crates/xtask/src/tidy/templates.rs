//! Templates: no words of their own, and each beside the page that shows it.

use super::{Finding, PRODUCT};
use crate::files::SourceFile;

/// Attributes whose text people hear or read.
const SPOKEN: [&str; 4] = ["alt", "aria-label", "placeholder", "title"];

/// A template taken apart; both halves keep every line where it was.
pub struct Split {
    /// What is between `{{ }}` and `{% %}`.
    pub code: String,
    /// What is outside of them.
    pub html: String,
}

pub fn check(files: &[SourceFile]) -> Vec<Finding> {
    let templates: Vec<&SourceFile> =
        files.iter().filter(|file| is_template(file) && file.below(PRODUCT).is_some()).collect();
    let mut findings: Vec<Finding> = templates.iter().flat_map(|file| words(file)).collect();
    let named = named_by_pages(files);
    for (page, line, path) in &named {
        if !templates.iter().any(|file| file.below(PRODUCT) == Some(path)) {
            findings.push(Finding::at(
                page,
                *line,
                format!("the template {path} isn't there; write it beside this page"),
            ));
        }
    }
    for template in &templates {
        let path = template.below(PRODUCT).unwrap_or_default();
        let mut pages = named.iter().filter(|(_, _, named)| *named == path).peekable();
        let is_page = pages.peek().is_some();
        if is_page && !pages.any(|(page, _, _)| page.folder() == template.folder()) {
            findings
                .push(Finding::of(template, "no page beside it shows it; move it into its page's folder"));
        }
        let quoted = format!("\"{path}\"");
        if !is_page && !templates.iter().any(|other| split(&other.text).code.contains(&quoted)) {
            findings.push(Finding::of(
                template,
                "no page and no template uses it; remove it, or name it in a #[template(path = …)]",
            ));
        }
    }
    findings
}

/// Pages, and both parts of mails.
fn is_template(file: &SourceFile) -> bool {
    file.is("html") || file.is("txt")
}

/// The templates that pages name: page, line, path.
fn named_by_pages(files: &[SourceFile]) -> Vec<(&SourceFile, usize, &str)> {
    let pages = files.iter().filter(|file| file.is("rs") && file.below(PRODUCT).is_some());
    let named = |file| {
        SourceFile::lines(file).filter_map(move |(line, text)| {
            let (_, rest) = text.split_once("#[template(path = \"")?;
            Some((file, line, rest.split_once('"')?.0))
        })
    };
    pages.flat_map(named).collect()
}

/// Takes a template apart into its code and the HTML around it.
pub fn split(template: &str) -> Split {
    let (mut code, mut html) = (String::new(), String::new());
    let mut rest = template;
    while let Some(start) = rest.find('{') {
        let closing = match rest.as_bytes().get(start + 1) {
            Some(b'{') => "}}",
            Some(b'%') => "%}",
            Some(b'#') => "#}",
            _ => {
                push(&rest[..=start], &mut html, &mut code);
                rest = &rest[start + 1..];
                continue;
            }
        };
        push(&rest[..start], &mut html, &mut code);
        let end = rest[start..].find(closing).map_or(rest.len(), |end| start + end + closing.len());
        // A comment is neither.
        let inner = if closing == "#}" { String::new() } else { rest[start..end].to_owned() };
        let lines = rest[start..end].matches('\n').count() - inner.matches('\n').count();
        push(&inner, &mut code, &mut html);
        push(&"\n".repeat(lines), &mut code, &mut html);
        rest = &rest[end..];
    }
    push(rest, &mut html, &mut code);
    Split { code, html }
}

/// Appends text to one half, and its line ends to the other.
fn push(text: &str, to: &mut String, other: &mut String) {
    to.push_str(text);
    other.extend(text.chars().filter(|symbol| *symbol == '\n'));
}

/// Words outside the message files: text between tags, and attributes that people hear.
fn words(file: &SourceFile) -> Vec<Finding> {
    let html = split(&without_classes(&file.text)).html;
    let mut findings = Vec::new();
    let mut line = 1;
    for (index, part) in html.split('<').enumerate() {
        let (tag, text) = if index == 0 { ("", part) } else { part.split_once('>').unwrap_or((part, "")) };
        // A mail brings its style along.
        let text = if tag == "style" { "" } else { text };
        let spoken =
            SPOKEN.iter().filter_map(|name| tag.split_once(&format!(" {name}=\""))?.1.split('"').next());
        for word in spoken.chain([text]).filter_map(word) {
            let line = line + part.find(word).map_or(0, |at| part[..at].matches('\n').count());
            findings.push(Finding::at(
                file,
                line,
                format!("« {word} » stands in the template; put it into a message file and say its key"),
            ));
        }
        line += part.matches('\n').count();
    }
    findings
}

/// The template without its blocks that fill in a class: `{% block top_class %}hero{% endblock %}`.
fn without_classes(template: &str) -> String {
    let mut blocks = template.split("{% block ");
    let first = blocks.next().unwrap_or_default().to_owned();
    blocks.fold(first, |whole, block| {
        let name = block.split(' ').next().unwrap_or_default();
        let holds_a_class = name == "width" || name.ends_with("_class");
        let kept =
            if holds_a_class { block.find("{% endblock").map_or("", |end| &block[end..]) } else { block };
        if holds_a_class { whole + kept } else { whole + "{% block " + kept }
    })
}

/// The first word of three letters or more; entities are none.
fn word(text: &str) -> Option<&str> {
    let pieces = text.split('&').enumerate().map(|(index, piece)| {
        if index == 0 { piece } else { piece.split_once(';').map_or(piece, |(_, after)| after) }
    });
    pieces
        .flat_map(|piece| piece.split(|symbol: char| !symbol.is_alphabetic()))
        .find(|word| word.chars().count() >= 3)
}

#[cfg(test)]
mod tests {
    use super::super::{file, texts};
    use super::*;

    const PAGE: &str = "crates/passerelle/src/codes/pages/delete.html";

    fn page(html: &str) -> Vec<String> {
        let rust = file(
            "crates/passerelle/src/codes/pages/delete.rs",
            "#[template(path = \"codes/pages/delete.html\")]",
        );
        texts(&check(&[rust, file(PAGE, html)]))
    }

    #[test]
    fn keys_and_signs_are_no_words() {
        assert_eq!(
            page(
                "{# a comment { #}\n<h1 class=\"as title\">{{ f.say(\"codes-x\") }}</h1> · &nbsp;<b>ab</b>{% if a %}{ {% endif %}\n{% block main_class %}wrap narrow{% endblock %}"
            ),
            [""; 0]
        );
    }

    #[test]
    fn words_in_text_and_in_spoken_attributes_are_found() {
        assert_eq!(
            page("<p>\n{{ x }} Élève</p>"),
            [format!(
                "{PAGE}:2: « Élève » stands in the template; put it into a message file and say its key"
            )]
        );
        assert!(page("\n\n<a aria-label=\"{{ x }} Close\">")[0].starts_with(&format!("{PAGE}:3: « Close »")));
    }

    #[test]
    fn a_template_lies_beside_its_page() {
        let rust = |path, named: &str| file(path, &format!("#[template(path = \"{named}\")]"));
        let absent = texts(&check(&[rust("crates/passerelle/src/help/mod.rs", "help/page.html")]));
        assert_eq!(
            absent,
            [
                "crates/passerelle/src/help/mod.rs:1: the template help/page.html isn't there; write it beside this page"
            ]
        );
        let elsewhere = texts(&check(&[
            rust("crates/passerelle/src/sign_up/pages/x.rs", "codes/pages/delete.html"),
            file(PAGE, ""),
        ]));
        assert!(elsewhere[0].contains("move it into its page's folder"), "{elsewhere:?}");
        assert!(texts(&check(&[file(PAGE, "")]))[0].contains("remove it"));
    }

    #[test]
    fn a_part_belongs_to_the_template_that_takes_it_in() {
        let part = file("crates/passerelle/src/web/foot.html", "");
        let rust = file(
            "crates/passerelle/src/codes/pages/delete.rs",
            "#[template(path = \"codes/pages/delete.html\")]",
        );
        assert_eq!(texts(&check(&[rust, part, file(PAGE, "{% include \"web/foot.html\" %}")])), [""; 0]);
    }
}
