mod newcomers;
mod removal;
mod verification;
