//! Mail that leaves for sure (EML, FLT and CON rows of CASES.md): the outbox and its couriers.

mod encryption;
mod leaving;
mod pages;
mod postfix;
mod trouble;
