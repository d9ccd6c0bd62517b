/// Makes an id type of its own for a table: a UUID v7 (RFC 9562, section 5.7), so that ids sort by
/// the time they were made. It is Copy, compares, prints, parses, goes into columns and forms, and
/// is never taken for the id of another table.
#[macro_export]
macro_rules! typed_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[derive($crate::sea_orm::DeriveValueType, $crate::serde::Serialize, $crate::serde::Deserialize)]
        #[serde(crate = "database::serde")]
        pub struct $name(pub uuid::Uuid);

        impl $name {
            /// A new id of this instant (milliseconds), with 74 random bits.
            pub fn new(now: $crate::Millis, random: &mut (impl $crate::rand::CryptoRng + ?Sized)) -> Self {
                let mut tail = [0_u8; 10];
                $crate::rand::Rng::fill_bytes(random, &mut tail);
                let millis = u64::try_from(now).unwrap_or_default();
                Self($crate::uuid::Builder::from_unix_timestamp_millis(millis, &tail).into_uuid())
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }
        impl std::str::FromStr for $name {
            type Err = $crate::uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $crate::uuid::Uuid::parse_str(text).map(Self)
            }
        }
        impl $crate::sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, $crate::sea_orm::DbErr> {
                Err($crate::sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }
    };
}
