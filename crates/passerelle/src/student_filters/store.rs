use database::{Millis, Page, PageOf};
use sea_orm::{
    ConnectionTrait, DbErr, FromQueryResult, Value, raw_sql,
    sea_query::{Alias, Asterisk, Cond, Expr, ExprTrait, Func, LikeExpr, Order, Query, SelectStatement},
};
use uuid::Uuid;

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
    /// How many there are in all.
    pub total: i64,
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
    // First the page's students, then what is counted for each: not for all who meet the criteria.
    let mut of_page = Query::select();
    of_page
        .columns(
            ["id", "given_name", "family_name", "number", "homeroom", "counsellor_id", "sort_key"]
                .map(Alias::new),
        )
        .from(Alias::new("students"))
        .limit(u64::try_from(page.size).unwrap_or(25))
        .offset(u64::try_from(page.offset()).unwrap_or(0));
    narrow(&mut of_page, school, criteria, now);
    in_order(&mut of_page);
    let mut select = Query::select();
    select
        .columns(["id", "given_name", "family_name", "number", "homeroom"].map(Alias::new))
        .expr_as(counsellor_name(), Alias::new("counsellor"))
        .expr_as(guardians(), Alias::new("guardians"))
        .expr_as(usable_codes(now), Alias::new("codes"))
        .expr_as(Expr::from(total(school, criteria, now)), Alias::new("total"))
        .from_subquery(of_page, Alias::new("students"));
    in_order(&mut select);
    let rows = Row::find_by_statement(db.get_database_backend().build(&select)).all(db).await?;
    let total = match rows.first() {
        Some(row) => row.total,
        None if page.number == 1 => 0,
        // Past the last page no row tells how many there are.
        None => count(db, school, criteria, now).await?,
    };
    Ok(PageOf { rows, page, total })
}

/// French order; among the same names one that stays.
fn in_order(select: &mut SelectStatement) {
    select.order_by(Alias::new("sort_key"), Order::Asc).order_by(Alias::new("id"), Order::Asc);
}

/// How many of a school's students meet all criteria.
/// # Errors
/// What the database said.
pub async fn count(
    db: &impl ConnectionTrait,
    school: SchoolId,
    criteria: &Criteria,
    now: Millis,
) -> Result<i64, DbErr> {
    let count = total(school, criteria, now);
    let counted = Total::find_by_statement(db.get_database_backend().build(&count)).one(db).await?;
    Ok(counted.map_or(0, |row| row.total))
}

/// How many students meet all criteria.
fn total(school: SchoolId, criteria: &Criteria, now: Millis) -> SelectStatement {
    let mut count = Query::select();
    count.expr_as(Func::count(Expr::col(Asterisk)), Alias::new("total")).from(Alias::new("students"));
    narrow(&mut count, school, criteria, now);
    count
}

/// Narrows a selection from `students` to those of this school who meet all criteria.
pub fn narrow(select: &mut SelectStatement, school: SchoolId, criteria: &Criteria, now: Millis) {
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
    if let Some(language) = &criteria.language {
        all = all.add(column("home_language").eq(language.as_str()));
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
pub fn containing(word: &str) -> String {
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
    let column = |name: &'static str| Expr::col((Alias::new("a"), Alias::new(name)));
    let mut count = Query::select();
    count
        .expr(Func::count(Expr::col(Asterisk)))
        .from_as(Alias::new("activation_codes"), Alias::new("a"))
        .and_where(column("student_id").eq(Expr::col((Alias::new("students"), Alias::new("id")))))
        .and_where(column("used_at").is_null())
        .and_where(column("deleted_at").is_null())
        // Bound, not written into the statement: it stays the same and is prepared once.
        .and_where(column("expires_at").gt(now));
    Expr::from(count)
}

/// What a school's students can be filtered by.
#[derive(Debug, Default)]
pub struct Choices {
    pub grades: Vec<String>,
    pub homerooms: Vec<String>,
    pub counsellors: Vec<(Uuid, String)>,
    /// Languages spoken at home, as the roster has them.
    pub languages: Vec<String>,
}

/// The grades, homerooms, counsellors and languages that a school's students have, at most 200 of each. Only a
/// roster changes them.
/// # Errors
/// What the database said.
pub async fn choices(db: &impl ConnectionTrait, school: SchoolId) -> Result<Choices, DbErr> {
    #[derive(FromQueryResult)]
    struct Value {
        value: String,
    }
    #[derive(FromQueryResult)]
    struct Counsellor {
        id: Uuid,
        name: String,
    }
    let grades = Value::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT DISTINCT grade AS value FROM students
           WHERE school_id = {school} AND left_at IS NULL AND grade <> '' ORDER BY grade LIMIT 200"#
    ))
    .all(db)
    .await?;
    let homerooms = Value::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT DISTINCT homeroom AS value FROM students
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
    let languages = Value::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT DISTINCT home_language AS value FROM students
           WHERE school_id = {school} AND left_at IS NULL AND home_language <> '' ORDER BY home_language LIMIT 200"#
    ))
    .all(db)
    .await?;
    let mut grades: Vec<String> = grades.into_iter().map(|row| row.value).collect();
    grades.sort_by_key(|grade| (grade.parse::<i64>().unwrap_or(i64::MAX), grade.clone()));
    Ok(Choices {
        grades,
        homerooms: homerooms.into_iter().map(|row| row.value).collect(),
        counsellors: counsellors.into_iter().map(|row| (row.id, row.name)).collect(),
        languages: languages.into_iter().map(|row| row.value).collect(),
    })
}
