//! The accounts linked now to a school's present students: a row per guardian and student.

use std::collections::HashSet;

use database::{Millis, Page};
use sea_orm::{
    ConnectionTrait, DbErr, FromQueryResult, Value,
    sea_query::{Alias, Cond, Expr, ExprTrait, JoinType, LikeExpr, Order, Query, SelectStatement},
};

use crate::{
    access_data::criteria::{Column, Criteria, EmailState},
    guardians::GuardianId,
    schools::SchoolId,
    student_filters::store::containing,
    students::StudentId,
};

/// A guardian and one of their students here.
#[derive(FromQueryResult)]
pub struct Row {
    pub guardian_id: GuardianId,
    pub name: String,
    pub email: String,
    pub email_confirmed_at: Option<Millis>,
    /// When the owner of the address it gave said that this account isn't theirs.
    pub email_refused_at: Option<Millis>,
    pub last_visit_at: Millis,
    pub student_id: StudentId,
    pub given_name: String,
    pub family_name: String,
    pub grade: String,
    pub homeroom: String,
    pub linked_at: Millis,
    pub channel: String,
}

impl Row {
    /// « Tremblay, Noah ».
    pub fn listed_student(&self) -> String {
        format!("{}, {}", self.family_name, self.given_name)
    }

    /// What became of the e-mail, given the keys of those that a mail server refused.
    pub fn email_state(&self, refused: &HashSet<String>) -> EmailState {
        if self.email_refused_at.is_some() || refused.contains(&outbox::address_key(&self.email)) {
            EmailState::Refused
        } else if self.email_confirmed_at.is_some() {
            EmailState::Confirmed
        } else {
            EmailState::Unconfirmed
        }
    }

    /// « Noah Tremblay ».
    pub fn student(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }
}

/// How many rows and how many accounts there are.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub struct Totals {
    pub links: i64,
    pub accounts: i64,
}

/// One page of a school's rows that meet all criteria. Nothing of another school is read.
/// # Errors
/// What the database said.
pub async fn rows(
    db: &impl ConnectionTrait,
    school: SchoolId,
    criteria: &Criteria,
    page: Page,
) -> Result<Vec<Row>, DbErr> {
    let mut select = linked(school, criteria);
    select
        .columns(
            ["guardian_id", "student_id", "linked_at", "channel"]
                .map(|name| (Alias::new("g"), Alias::new(name))),
        )
        .columns(
            ["name", "email", "email_confirmed_at", "email_refused_at", "last_visit_at"]
                .map(|name| (Alias::new("p"), Alias::new(name))),
        )
        .columns(
            ["given_name", "family_name", "grade", "homeroom"]
                .map(|name| (Alias::new("st"), Alias::new(name))),
        )
        .limit(u64::try_from(page.size).unwrap_or(25))
        .offset(u64::try_from(page.offset()).unwrap_or(0));
    in_order(&mut select, criteria);
    Row::find_by_statement(db.get_database_backend().build(&select)).all(db).await
}

/// How many there are in all.
/// # Errors
/// What the database said.
pub async fn totals(
    db: &impl ConnectionTrait,
    school: SchoolId,
    criteria: &Criteria,
) -> Result<Totals, DbErr> {
    let mut select = linked(school, criteria);
    select
        .expr_as(Expr::cust("count(*)"), Alias::new("links"))
        .expr_as(Expr::cust("count(DISTINCT g.guardian_id)"), Alias::new("accounts"));
    let totals = Totals::find_by_statement(db.get_database_backend().build(&select)).one(db).await?;
    Ok(totals.unwrap_or(Totals { links: 0, accounts: 0 }))
}

/// The keys of those addresses of these rows that a mail server refused.
/// # Errors
/// What the database said.
pub async fn refused(db: &impl ConnectionTrait, rows: &[Row]) -> Result<HashSet<String>, DbErr> {
    let keys: HashSet<String> = rows.iter().map(|row| outbox::address_key(&row.email)).collect();
    let keys: Vec<String> = keys.into_iter().collect();
    Ok(outbox::store::refused_among(db, &keys).await?.into_iter().collect())
}

/// The links in force of the school's present students, narrowed.
fn linked(school: SchoolId, criteria: &Criteria) -> SelectStatement {
    let mut select = Query::select();
    let (guardianships, students, guardians) =
        (Alias::new("guardianships"), Alias::new("students"), Alias::new("guardians"));
    select
        .from_as(guardianships, Alias::new("g"))
        .join_as(
            JoinType::InnerJoin,
            students,
            Alias::new("st"),
            column("st", "id").eq(column("g", "student_id")),
        )
        .join_as(
            JoinType::InnerJoin,
            guardians,
            Alias::new("p"),
            column("p", "id").eq(column("g", "guardian_id")),
        );
    let mut all = Cond::all()
        .add(column("st", "school_id").eq(Value::from(school)))
        .add(column("st", "left_at").is_null())
        .add(column("g", "removed_at").is_null());
    for word in &criteria.words {
        let like = |(table, name)| column(table, name).like(LikeExpr::new(containing(word)).escape('\\'));
        let places = [("p", "search_key"), ("p", "email_key"), ("st", "search_key")];
        all = all.add(places.into_iter().map(like).fold(Cond::any(), Cond::add));
    }
    if let Some(grade) = &criteria.grade {
        all = all.add(column("st", "grade").eq(grade.as_str()));
    }
    if let Some(homeroom) = &criteria.homeroom {
        all = all.add(column("st", "homeroom").eq(homeroom.as_str()));
    }
    if let Some(how) = criteria.how {
        all = all.add(column("g", "channel").eq(how.name()));
    }
    if let Some(state) = criteria.email {
        all = all.add(email_is(state));
    }
    select.cond_where(all);
    select
}

/// That an account's e-mail is in this state, as [`Row::email_state`] tells it.
fn email_is(state: EmailState) -> Cond {
    let refused = Expr::cust("EXISTS (SELECT 1 FROM refused_addresses r WHERE r.address_key = p.email_key)");
    let refused = Cond::any().add(column("p", "email_refused_at").is_not_null()).add(refused);
    match state {
        EmailState::Refused => refused,
        EmailState::Confirmed => {
            Cond::all().add(refused.not()).add(column("p", "email_confirmed_at").is_not_null())
        }
        EmailState::Unconfirmed => {
            Cond::all().add(refused.not()).add(column("p", "email_confirmed_at").is_null())
        }
    }
}

/// The chosen order; among equals by name, then by ids, so that it stays.
fn in_order(select: &mut SelectStatement, criteria: &Criteria) {
    let by = match criteria.sort.by {
        Column::Name => ("p", "sort_key"),
        Column::Student => ("st", "sort_key"),
        Column::Homeroom => ("st", "homeroom"),
        Column::Since => ("g", "linked_at"),
        Column::Visit => ("p", "last_visit_at"),
    };
    let order = if criteria.sort.downwards { Order::Desc } else { Order::Asc };
    select.order_by_expr(column(by.0, by.1), order);
    for (table, name) in [("p", "sort_key"), ("st", "sort_key"), ("g", "guardian_id"), ("g", "student_id")] {
        select.order_by_expr(column(table, name), Order::Asc);
    }
}

fn column(table: &'static str, name: &'static str) -> Expr {
    Expr::col((Alias::new(table), Alias::new(name)))
}
