/// How the code of a link reached the adult.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Channel {
    /// The staff read it off the screen.
    Screen,
    /// On a printed letter.
    Letter,
    /// By the mail of a student's invitation.
    Email,
}

impl Channel {
    /// As it stands in the column.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Screen => "screen",
            Self::Letter => "letter",
            Self::Email => "email",
        }
    }

    /// From the column, which holds nothing else.
    pub fn parse(name: &str) -> Self {
        match name {
            "letter" => Self::Letter,
            "email" => Self::Email,
            _ => Self::Screen,
        }
    }

    /// The key of how, in words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Screen => "guardianships-by-screen",
            Self::Letter => "guardianships-by-letter",
            Self::Email => "guardianships-by-email",
        }
    }
}
