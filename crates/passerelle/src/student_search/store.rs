use database::{Millis, Page, PageOf};
use sea_orm::{
    ConnectionTrait, DbErr, FromQueryResult, Value, raw_sql,
    sea_query::{Alias, Asterisk, Cond, Expr, ExprTrait, Func, LikeExpr, Order, Query, SelectStatement},
};

use super::criteria::{Criteria, Presence};
use crate::{schools::SchoolId, students::StudentId};

/// A student as the list shows them.
#[derive(FromQueryResult)]
pub struct Row {
    pub id: StudentId,
    pub given_name: String,
    pub family_name: String,
    pub number: String,
    pub homeroom: String,
    pub counsellor: Option<String>,
    pub guardians: i64,
    pub codes: i64,
}

#[derive(FromQueryResult)]
struct Total {
    total: i64,
}

/// One page of a school's students who meet all criteria, in French order.
/// # Errors
/// What the database said.
pub async fn page(
    db: &impl ConnectionTrait,
    school: SchoolId,
    criteria: &Criteria,
    page: Page,
    now: Millis,
) -> Result<PageOf<Row>, DbErr> {
    let mut count = Query::select();
    count.expr_as(Func::count(Expr::col(Asterisk)), Alias::new("total")).from(Alias::new("students"));
    narrow(&mut count, school, criteria, now);
    let total = Total::find_by_statement(db.get_database_backend().build(&count))
        .one(db)
        .await?
        .map_or(0, |row| row.total);

    let mut select = Query::select();
    select
        .columns(["id", "given_name", "family_name", "number", "homeroom"].map(Alias::new))
        .expr_as(counsellor_name(), Alias::new("counsellor"))
        .expr_as(guardians(), Alias::new("guardians"))
        .expr_as(usable_codes(now), Alias::new("codes"))
        .from(Alias::new("students"))
        .order_by(Alias::new("sort_key"), Order::Asc)
        .order_by(Alias::new("id"), Order::Asc)
        .limit(u64::try_from(page.size).unwrap_or(25))
        .offset(u64::try_from(page.offset()).unwrap_or(0));
    narrow(&mut select, school, criteria, now);
    let rows = Row::find_by_statement(db.get_database_backend().build(&select)).all(db).await?;
    Ok(PageOf { rows, page, total })
}

fn narrow(select: &mut SelectStatement, school: SchoolId, criteria: &Criteria, now: Millis) {
    let column = |name: &'static str| Expr::col((Alias::new("students"), Alias::new(name)));
    let mut all =
        Cond::all().add(column("school_id").eq(Value::from(school))).add(column("left_at").is_null());
    for word in &criteria.words {
        all = all.add(column("search_key").like(LikeExpr::new(containing(word)).escape('\\')));
    }
    if let Some(grade) = &criteria.grade {
        all = all.add(column("grade").eq(grade.as_str()));
    }
    if let Some(homeroom) = &criteria.homeroom {
        all = all.add(column("homeroom").eq(homeroom.as_str()));
    }
    if let Some(counsellor) = criteria.counsellor {
        all = all.add(column("counsellor_id").eq(counsellor));
    }
    let has = |figure: Expr, presence| if presence == Presence::With { figure.gt(0) } else { figure.eq(0) };
    if let Some(presence) = criteria.accounts {
        all = all.add(has(guardians(), presence));
    }
    if let Some(presence) = criteria.codes {
        all = all.add(has(usable_codes(now), presence));
    }
    select.cond_where(all);
}

/// A pattern that finds the word literally, wherever it stands.
fn containing(word: &str) -> String {
    let mut pattern = String::with_capacity(word.len() + 8);
    pattern.push('%');
    for symbol in word.chars() {
        if matches!(symbol, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(symbol);
    }
    pattern.push('%');
    pattern
}

fn counsellor_name() -> Expr {
    Expr::cust(
        "(SELECT c.given_name || ' ' || c.family_name FROM staff c WHERE c.id = students.counsellor_id)",
    )
}

fn guardians() -> Expr {
    Expr::cust(
        "(SELECT count(*) FROM guardianships g WHERE g.student_id = students.id AND g.removed_at IS NULL)",
    )
}

fn usable_codes(now: Millis) -> Expr {
    // A figure of ours, not text of anybody's: it may stand in the statement.
    Expr::cust(format!(
        "(SELECT count(*) FROM activation_codes a WHERE a.student_id = students.id \
          AND a.used_at IS NULL AND a.deleted_at IS NULL AND a.expires_at > {now})"
    ))
}

/// A choice of a filter.
#[derive(FromQueryResult, Clone)]
pub struct Choice {
    pub value: String,
    pub name: String,
}

/// The grades, homerooms and counsellors that a school's students have: (grades, homerooms,
/// counsellors), at most 200 of each.
/// # Errors
/// What the database said.
pub async fn choices(
    db: &impl ConnectionTrait,
    school: SchoolId,
) -> Result<(Vec<Choice>, Vec<Choice>, Vec<(uuid::Uuid, String)>), DbErr> {
    #[derive(FromQueryResult)]
    struct Counsellor {
        id: uuid::Uuid,
        name: String,
    }
    let grades = Choice::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT DISTINCT grade AS value, grade AS name FROM students
           WHERE school_id = {school} AND left_at IS NULL AND grade <> '' ORDER BY grade LIMIT 200"#
    ))
    .all(db)
    .await?;
    let homerooms = Choice::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT DISTINCT homeroom AS value, homeroom AS name FROM students
           WHERE school_id = {school} AND left_at IS NULL AND homeroom <> '' ORDER BY homeroom LIMIT 200"#
    ))
    .all(db)
    .await?;
    let counsellors = Counsellor::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT c.id, c.given_name || ' ' || c.family_name AS name FROM staff c
           WHERE c.id IN (SELECT counsellor_id FROM students WHERE school_id = {school} AND left_at IS NULL)
           ORDER BY c.family_name, c.given_name LIMIT 200"#
    ))
    .all(db)
    .await?;
    Ok((grades, homerooms, counsellors.into_iter().map(|row| (row.id, row.name)).collect()))
}
