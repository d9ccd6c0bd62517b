//! « Gérer les comptes des parents/gardiens »: the list of accounts, its file, the reach board.

mod list;
mod reach;
mod spreadsheet;
