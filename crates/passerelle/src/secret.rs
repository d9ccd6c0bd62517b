//! The secret file: what activation codes, waiting mails and kept files are sealed with. A line is
//! `id:64 hexadecimal digits`; the first is in force, further ones still open what they sealed.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write as _},
    path::Path,
};

use activation_code::{CodeKeys, Keyring};
use outbox::MailKeys;
use rand::CryptoRng;
use sealing::{Key, Keys};

use crate::{random, web::cookies};

/// The keys that the secret file's lines give.
pub struct Secrets {
    pub codes: Keyring,
    pub mail: MailKeys,
    pub files: Keys,
}

/// Sets the keys of kept files apart from those of other uses.
const FILES_LABEL: &str = "passerelle/files/seal/v1";

/// Reads the secret file, or makes one (mode 0600) where `may_make` says so: on a first start.
/// # Errors
/// The file can't be read or made, or isn't one of ours. The text never holds what is in it.
pub fn read(path: &Path, may_make: bool, random: &mut (impl CryptoRng + ?Sized)) -> io::Result<Secrets> {
    let text = match fs::read_to_string(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound && may_make => make(path, random)?,
        read => read?,
    };
    let mut keys = text.lines().filter(|line| !line.trim().is_empty()).map(|line| {
        let (id, digits) = line.trim().split_once(':')?;
        let (id, secret) = (id.parse().ok()?, cookies::decode(digits)?);
        let mail = Key::derive(outbox::KEY_LABEL, id, &secret);
        Some((CodeKeys::derive(id, &secret), (mail, Key::derive(FILES_LABEL, id, &secret))))
    });
    let current = keys.next().flatten();
    let older: Option<(Vec<_>, (Vec<_>, Vec<_>))> = keys.collect();
    match (current, older) {
        (Some((code, (mail, file))), Some((codes, (mails, files)))) => Ok(Secrets {
            codes: Keyring::new(code, codes),
            mail: MailKeys::new(mail, mails),
            files: Keys::new(file, files),
        }),
        _ => Err(io::Error::new(
            io::ErrorKind::InvalidData,
            "not a secret file: expected lines of id:64 hexadecimal digits",
        )),
    }
}

fn make(path: &Path, random: &mut (impl CryptoRng + ?Sized)) -> io::Result<String> {
    let line = format!("1:{}\n", cookies::encode(&random::token(random)));
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(line.as_bytes())?;
    file.sync_all()?;
    Ok(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_made_once_and_kept_to_its_owner() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("secret.key");
        assert!(read(&path, false, &mut random::system()).is_err(), "a lost secret isn't replaced silently");
        let made = read(&path, true, &mut random::system()).expect("made");
        let again = read(&path, true, &mut random::system()).expect("read");
        let code = activation_code::ActivationCode::generate(&mut random::system());
        assert_eq!(made.codes.lookups(&code), again.codes.lookups(&code));
        #[cfg(unix)]
        assert_eq!(
            std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&path).expect("a file").permissions())
                & 0o777,
            0o600
        );
        fs::write(&path, "nonsense").expect("written");
        assert!(read(&path, true, &mut random::system()).is_err());
    }
}
