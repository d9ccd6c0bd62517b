//! « Registre » and « Qui a consulté ces renseignements ».

mod family;
mod file;
mod kept;
mod known;
mod school;
