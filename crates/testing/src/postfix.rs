//! Debian's Postfix, run by a test in a folder of its own: STARTTLS or nothing, mail only from who signs
//! in, mailboxes as folders.

use std::{
    fs,
    net::{TcpListener, TcpStream},
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

use rcgen::{CertifiedKey, generate_simple_self_signed};

/// A running Postfix; it goes with its value.
pub struct Postfix {
    master: Child,
    folder: PathBuf,
    pub port: u16,
    /// Its certificate, for `localhost`, as PEM.
    pub certificate: String,
}

/// Whom it takes mail from.
pub const LOGIN: (&str, &str) = ("portail", "un-mot-de-passe");
/// The one mailbox it has.
pub const MAILBOX: &str = "marie@ex.org";

impl Postfix {
    /// Starts it; none where this isn't root, which Postfix needs.
    /// # Panics
    /// Postfix isn't installed, or doesn't start.
    pub fn start() -> Option<Self> {
        if !fs::read_to_string("/proc/self/status").ok()?.contains("\nUid:\t0\t") {
            return None;
        }
        let port = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address").port();
        let folder = std::env::temp_dir().join(format!("passerelle-postfix-{port}"));
        let certificate = lay_out(&folder, port);
        let at = folder.display().to_string();
        run(Command::new("/usr/sbin/postfix").args(["-c", &at, "check"]));
        let master = Command::new("/usr/lib/postfix/sbin/master")
            .args(["-c", &at, "-d"])
            .env("MAIL_CONFIG", &at)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("Postfix, of the package postfix");
        let postfix = Self { master, folder, port, certificate };
        wait_for(|| TcpStream::connect(("127.0.0.1", port)).is_ok());
        Some(postfix)
    }

    /// The mails in its mailbox, once there are so many.
    /// # Panics
    /// They don't come within ten seconds.
    pub fn mailbox(&self, mails: usize) -> Vec<String> {
        let new = self.folder.join("mail/marie/new");
        let read = || -> Vec<String> {
            let files = fs::read_dir(&new).into_iter().flatten().flatten();
            files.filter_map(|file| fs::read_to_string(file.path()).ok()).collect()
        };
        wait_for(|| read().len() >= mails);
        read()
    }
}

impl Drop for Postfix {
    fn drop(&mut self) {
        // The master ends its own when it is asked to.
        let _ = Command::new("kill").arg(self.master.id().to_string()).status();
        let _ = self.master.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn wait_for(mut ready: impl FnMut() -> bool) {
    for _ in 0..500 {
        if ready() {
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("Postfix did not do within ten seconds what was waited for");
}

fn run(command: &mut Command) {
    let done = command.stdin(Stdio::null()).output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(done.status.success(), "{command:?}: {}", String::from_utf8_lossy(&done.stderr));
}

/// Writes everything that it needs into the folder, and gives its certificate.
fn lay_out(folder: &Path, port: u16) -> String {
    let at = folder.display();
    for name in ["queue", "data", "mail", "sasl"] {
        fs::create_dir_all(folder.join(name)).expect("a folder");
    }
    let CertifiedKey { cert, signing_key } =
        generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
    let write = |name: &str, text: &str| fs::write(folder.join(name), text).expect("a file");
    write("cert.pem", &cert.pem());
    write("key.pem", &signing_key.serialize_pem());
    let id = |flag: &str| {
        let said = Command::new("id").args([flag, "postfix"]).output().expect("the user postfix");
        String::from_utf8_lossy(&said.stdout).trim().to_owned()
    };
    let main = MAIN.replace("{at}", &at.to_string()).replace("{uid}", &id("-u")).replace("{gid}", &id("-g"));
    write("main.cf", &main);
    write("master.cf", &MASTER.replace("{port}", &port.to_string()));
    write(
        "sasl/smtpd.conf",
        &format!(
            "pwcheck_method: auxprop\nauxprop_plugin: sasldb\nsasldb_path: {at}/sasl/sasldb2\nmech_list: PLAIN LOGIN\n"
        ),
    );
    let mut login = Command::new("/usr/sbin/saslpasswd2");
    login.args(["-c", "-p", "-f", &format!("{at}/sasl/sasldb2"), "-u", "localhost", LOGIN.0]);
    let mut typing = login.stdin(Stdio::piped()).spawn().expect("saslpasswd2, of the package sasl2-bin");
    std::io::Write::write_all(&mut typing.stdin.take().expect("its input"), LOGIN.1.as_bytes())
        .expect("typed");
    assert!(typing.wait().expect("an end").success(), "saslpasswd2 failed");
    for name in ["data", "mail", "sasl/sasldb2"] {
        run(Command::new("chown").args(["-R", "postfix:postfix", &format!("{at}/{name}")]));
    }
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).expect("a folder that others may pass");
    cert.pem()
}

const MAIN: &str = "compatibility_level = 3.6
queue_directory = {at}/queue
data_directory = {at}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = localhost
mydestination =
alias_maps =
local_recipient_maps =
virtual_mailbox_domains = ex.org
virtual_mailbox_base = {at}/mail
virtual_mailbox_maps = inline:{ marie@ex.org=marie/ }
virtual_minimum_uid = 1
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
maillog_file_prefixes = {at}
maillog_file = {at}/log
smtpd_tls_cert_file = {at}/cert.pem
smtpd_tls_key_file = {at}/key.pem
smtpd_tls_security_level = encrypt
smtpd_sasl_auth_enable = yes
smtpd_sasl_path = smtpd
smtpd_sasl_local_domain = localhost
cyrus_sasl_config_path = {at}/sasl
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = reject_unlisted_recipient, permit_sasl_authenticated, reject
";

const MASTER: &str = "127.0.0.1:{port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
";
