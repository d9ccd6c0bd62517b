use super::cast;
use super::communities::{COMMUNITIES, Community, FRENCH};
use super::random::Random;
use super::romanized::ROMANIZED;

/// A person's name and the language spoken at home (BCP 47).
pub(super) struct Drawn {
    pub(super) given: String,
    pub(super) middle: String,
    pub(super) family: String,
    pub(super) language: &'static str,
    /// For an adult of the same household.
    pub(super) parent: &'static str,
}

/// Draws a name; never one of the cast's, so that each of those can be found.
pub(super) fn draw(random: &mut Random) -> Drawn {
    loop {
        let community = random.weighted(COMMUNITIES, |community| community.weight);
        let given = if random.percent(8) && !community.own_script {
            random.pick(FRENCH.given)
        } else {
            random.pick(community.given)
        };
        let family = family(random, community);
        let middle = if random.percent(20) { random.pick(community.given) } else { "" };
        let language = random.weighted(community.languages, |(_, weight)| *weight).0;
        let parent = random.pick(community.given);
        if !cast::is_taken(given, &family) {
            let middle = if middle == *given { "" } else { middle };
            return Drawn { given: (*given).to_owned(), middle: middle.to_owned(), family, language, parent };
        }
    }
}

/// One family name, or two: with a hyphen as in Canada, or side by side where the community does so.
fn family(random: &mut Random, community: &Community) -> String {
    let first = *random.pick(community.family);
    let list = if random.percent(70) { community.family } else { FRENCH.family };
    let second = *random.pick(list);
    if first == second || community.own_script {
        first.to_owned()
    } else if community.two_family_names && random.percent(60) {
        format!("{first} {}", random.pick(community.family))
    } else if !community.two_family_names && random.percent(9) {
        format!("{first}-{second}")
    } else {
        first.to_owned()
    }
}

/// The letters a to z and hyphens, for ids, user names and mail addresses. Apostrophes fall away.
pub(super) fn slug(name: &str) -> String {
    if let Some((_, latin)) = ROMANIZED.iter().find(|(written, _)| *written == name) {
        return (*latin).to_owned();
    }
    let mut slug = String::with_capacity(name.len());
    for c in name.chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            ' ' | '-' => slug.push('-'),
            _ => slug.push_str(plain(c)),
        }
    }
    slug
}

/// What a letter is without its marks; nothing for those not in the table.
fn plain(letter: char) -> &'static str {
    const PLAIN: [(&str, &str); 17] = [
        ("àáâãäåăąạảấầẩẫậắằẳẵặ", "a"),
        ("çćč", "c"),
        ("đď", "d"),
        ("èéêëęěẹẻẽếềểễệ", "e"),
        ("ğ", "g"),
        ("ìíîïịỉĩı", "i"),
        ("ł", "l"),
        ("ñńň", "n"),
        ("òóôõöøọỏốồổỗộơớờởỡợ", "o"),
        ("ř", "r"),
        ("śşšș", "s"),
        ("ţťț", "t"),
        ("ùúûüụủũưứừửữự", "u"),
        ("ýỳỵỷỹ", "y"),
        ("źżž", "z"),
        ("œ", "oe"),
        ("æ", "ae"),
    ];
    PLAIN.iter().find(|(marked, _)| marked.contains(letter)).map_or("", |(_, plain)| plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_of_the_lists_has_a_slug_of_its_length() {
        for community in COMMUNITIES {
            for name in community.given.iter().chain(community.family) {
                let slug = slug(name);
                assert!(slug.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{name}: {slug}");
                let letters = name.chars().filter(|c| !matches!(c, '’' | '\'')).count();
                assert!(community.own_script || slug.len() >= letters, "{name}: {slug}");
                assert!(slug.len() > 1, "{name}: {slug}");
            }
        }
    }

    #[test]
    fn no_list_has_a_name_twice_nor_a_second_ibrahim() {
        for community in COMMUNITIES {
            for list in [community.given, community.family] {
                let distinct: std::collections::HashSet<_> = list.iter().collect();
                assert_eq!(distinct.len(), list.len(), "{list:?}");
                assert!(!list.iter().any(|name| name.starts_with("Ibrahim")), "the demonstration has one");
            }
        }
    }

    #[test]
    fn marks_and_apostrophes() {
        let slugs = ["N’Guessan", "El Amrani", "Łukasz", "Żółć", "Nguyễn", "Şule", "D’Amours"].map(slug);
        assert_eq!(slugs, ["nguessan", "el-amrani", "lukasz", "zolc", "nguyen", "sule", "damours"]);
    }
}
