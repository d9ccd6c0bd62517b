//! Starts a PostgreSQL cluster for tests, prints the URL of a fresh database, and removes the cluster
//! when its standard input ends.

use std::io::{self, Read as _, Write as _};

fn main() -> io::Result<()> {
    let url = testing::postgres::create_database("e2e", None);
    writeln!(io::stdout(), "{url}")?;
    io::stdout().flush()?;
    io::stdin().read_to_end(&mut Vec::new())?;
    Ok(())
}
