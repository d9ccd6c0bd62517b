use database::{Millis, Page, PageOf};
use sea_orm::{
    ConnectionTrait, DbErr, FromQueryResult, raw_sql,
    sea_query::{Alias, Asterisk, Cond, Expr, ExprTrait, Func, LikeExpr, Order, Query, SelectStatement},
};
use uuid::Uuid;

/// Which of a school's events are read; all of it must hold.
#[derive(Clone, Debug, Default)]
pub struct Criteria {
    /// Names of events; none is every one.
    pub events: Vec<String>,
    pub about: Option<About>,
    /// From this instant on.
    pub from: Option<Millis>,
    /// Before this one.
    pub until: Option<Millis>,
}

/// Whom an event is about: who did it, or the student.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// Patterns (`%diallo%`, `\` escapes) that a student's folded name meets, every one.
    pub student_patterns: Vec<String>,
    /// Staff and guardians whose name was meant.
    pub people: Vec<Uuid>,
}

/// An event as a school's administrators read it. Names stand only where the school may read them: a
/// guardian's while they are, or once were, linked to a student who is here; a student's while here.
#[derive(FromQueryResult, Debug)]
pub struct SchoolEvent {
    pub at: Millis,
    pub event: String,
    pub details: String,
    pub actor_kind: String,
    pub actor: Option<String>,
    pub student: Option<String>,
    /// The student, while here.
    pub student_id: Option<Uuid>,
    pub address: String,
}

#[derive(FromQueryResult)]
struct Total {
    total: i64,
}

/// A page of a school's events, newest first.
/// # Errors
/// What the database said.
pub async fn page(
    db: &impl ConnectionTrait,
    school: Uuid,
    criteria: &Criteria,
    page: Page,
) -> Result<PageOf<SchoolEvent>, DbErr> {
    let mut count = Query::select();
    count.expr_as(Func::count(Expr::col(Asterisk)), Alias::new("total")).from(Alias::new("audit_events"));
    narrow(&mut count, school, criteria);
    let counted = Total::find_by_statement(db.get_database_backend().build(&count)).one(db).await?;
    let rows = rows(db, school, criteria, page).await?;
    Ok(PageOf { rows, page, total: counted.map_or(0, |row| row.total) })
}

/// The same events without counting them all, for a file.
/// # Errors
/// What the database said.
pub async fn rows(
    db: &impl ConnectionTrait,
    school: Uuid,
    criteria: &Criteria,
    page: Page,
) -> Result<Vec<SchoolEvent>, DbErr> {
    // First the page's events, then the names of each: not of all that meet the criteria.
    let mut of_page = Query::select();
    of_page
        .columns(
            ["id", "at", "event", "details", "actor_kind", "actor_id", "school_id", "student_id", "address"]
                .map(Alias::new),
        )
        .from(Alias::new("audit_events"))
        .limit(u64::try_from(page.size).unwrap_or(25))
        .offset(u64::try_from(page.offset()).unwrap_or(0));
    narrow(&mut of_page, school, criteria);
    newest_first(&mut of_page);
    let mut select = Query::select();
    select
        .columns(["at", "event", "details", "actor_kind", "address"].map(Alias::new))
        .expr_as(Expr::cust(ACTOR), Alias::new("actor"))
        .expr_as(Expr::cust(STUDENT), Alias::new("student"))
        .expr_as(Expr::cust(STUDENT_HERE), Alias::new("student_id"))
        .from_subquery(of_page, Alias::new("e"));
    newest_first(&mut select);
    SchoolEvent::find_by_statement(db.get_database_backend().build(&select)).all(db).await
}

/// Who did it, where the event's school may read their name.
const ACTOR: &str = "CASE e.actor_kind
    WHEN 'staff' THEN (SELECT m.given_name || ' ' || m.family_name FROM staff m WHERE m.id = e.actor_id)
    WHEN 'student' THEN (SELECT s.given_name || ' ' || s.family_name FROM students s
        WHERE s.id = e.actor_id AND s.school_id = e.school_id AND s.left_at IS NULL)
    WHEN 'guardian' THEN (SELECT p.name FROM guardians p WHERE p.id = e.actor_id AND EXISTS (
        SELECT 1 FROM guardianships g JOIN students s ON s.id = g.student_id
        WHERE g.guardian_id = p.id AND s.school_id = e.school_id AND s.left_at IS NULL)) END";

const STUDENT: &str = "(SELECT s.given_name || ' ' || s.family_name FROM students s
    WHERE s.id = e.student_id AND s.school_id = e.school_id AND s.left_at IS NULL)";

const STUDENT_HERE: &str = "(SELECT s.id FROM students s
    WHERE s.id = e.student_id AND s.school_id = e.school_id AND s.left_at IS NULL)";

fn newest_first(select: &mut SelectStatement) {
    select.order_by(Alias::new("at"), Order::Desc).order_by(Alias::new("id"), Order::Desc);
}

fn narrow(select: &mut SelectStatement, school: Uuid, criteria: &Criteria) {
    let column = |name: &'static str| Expr::col(Alias::new(name));
    let mut all = Cond::all().add(column("school_id").eq(school));
    if !criteria.events.is_empty() {
        all = all.add(column("event").is_in(criteria.events.iter().map(String::as_str)));
    }
    if let Some(from) = criteria.from {
        all = all.add(column("at").gte(from));
    }
    if let Some(until) = criteria.until {
        all = all.add(column("at").lt(until));
    }
    if let Some(about) = &criteria.about {
        let students = || students_like(school, &about.student_patterns);
        let mut any = Cond::any()
            .add(column("student_id").in_subquery(students()))
            .add(column("actor_id").in_subquery(students()));
        if !about.people.is_empty() {
            any = any.add(column("actor_id").is_in(about.people.iter().copied()));
        }
        all = all.add(any);
    }
    select.cond_where(all);
}

/// The students at the school now whose folded names meet every pattern.
fn students_like(school: Uuid, patterns: &[String]) -> SelectStatement {
    let column = |name: &'static str| Expr::col((Alias::new("named"), Alias::new(name)));
    let mut all = Cond::all().add(column("school_id").eq(school)).add(column("left_at").is_null());
    for pattern in patterns {
        all = all.add(column("search_key").like(LikeExpr::new(pattern.as_str()).escape('\\')));
    }
    let mut select = Query::select();
    select
        .column((Alias::new("named"), Alias::new("id")))
        .from_as(Alias::new("students"), Alias::new("named"))
        .cond_where(all);
    select
}

/// Somebody who may have done something at a school.
#[derive(FromQueryResult, Debug)]
pub struct Named {
    pub id: Uuid,
    pub name: String,
}

/// The staff, and the guardians whose names a school may read: at most 5,000 and 20,000.
/// # Errors
/// What the database said.
pub async fn people(db: &impl ConnectionTrait, school: Uuid) -> Result<Vec<Named>, DbErr> {
    let mut people = Named::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT m.id, m.given_name || ' ' || m.family_name AS name FROM staff m ORDER BY m.id LIMIT 5000"#
    ))
    .all(db)
    .await?;
    let guardians = Named::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT p.id, p.name FROM guardians p
           WHERE p.id IN (SELECT g.guardian_id FROM guardianships g JOIN students s ON s.id = g.student_id
                          WHERE s.school_id = {school} AND s.left_at IS NULL)
           ORDER BY p.id LIMIT 20000"#
    ));
    people.extend(guardians.all(db).await?);
    Ok(people)
}

/// An event as the family of its student reads it.
#[derive(FromQueryResult, Debug)]
pub struct FamilyEvent {
    pub at: Millis,
    pub event: String,
    pub details: String,
    pub actor_kind: String,
    pub actor_id: Option<Uuid>,
    /// The member of the staff who did it, and the role that they have at the event's school now.
    pub staff: Option<String>,
    pub role: Option<String>,
    /// The guardian who did it, while linked.
    pub guardian: Option<String>,
}

/// A page of the events of these names about a student, newest first.
/// # Errors
/// What the database said.
pub async fn of_student(
    db: &impl ConnectionTrait,
    student: Uuid,
    events: &[&str],
    page: Page,
) -> Result<PageOf<FamilyEvent>, DbErr> {
    let about = || {
        let column = |name: &'static str| Expr::col((Alias::new("e"), Alias::new(name)));
        Cond::all()
            .add(column("student_id").eq(student))
            .add(column("event").is_in(events.iter().copied()))
            .add(Expr::cust(NO_CODE_THAT_WAITS))
    };
    let from = || (Alias::new("audit_events"), Alias::new("e"));
    let mut count = Query::select();
    count
        .expr_as(Func::count(Expr::col(Asterisk)), Alias::new("total"))
        .from_as(from().0, from().1)
        .cond_where(about());
    let counted = Total::find_by_statement(db.get_database_backend().build(&count)).one(db).await?;
    let mut select = Query::select();
    select
        .columns(["at", "event", "details", "actor_kind", "actor_id"].map(Alias::new))
        .expr_as(Expr::cust(STAFF), Alias::new("staff"))
        .expr_as(Expr::cust(ROLE), Alias::new("role"))
        .expr_as(Expr::cust(GUARDIAN), Alias::new("guardian"))
        .from_as(from().0, from().1)
        .cond_where(about())
        .limit(u64::try_from(page.size).unwrap_or(25))
        .offset(u64::try_from(page.offset()).unwrap_or(0));
    newest_first(&mut select);
    let rows = FamilyEvent::find_by_statement(db.get_database_backend().build(&select)).all(db).await?;
    Ok(PageOf { rows, page, total: counted.map_or(0, |row| row.total) })
}

/// A used code is told once it made a link: one that waits for the school, or was declined, would tell
/// that the school checks.
const NO_CODE_THAT_WAITS: &str = "(e.event <> 'code-used' OR EXISTS (
    SELECT 1 FROM guardianships g WHERE g.guardian_id = e.actor_id AND g.student_id = e.student_id))";

const STAFF: &str = "(SELECT m.given_name || ' ' || m.family_name FROM staff m
    WHERE m.id = e.actor_id AND e.actor_kind = 'staff')";

/// The strongest one: their names don't sort by strength.
const ROLE: &str = "(SELECT r.role FROM staff_roles r
    WHERE r.staff_id = e.actor_id AND e.actor_kind = 'staff' AND (r.school_id = e.school_id OR r.school_id IS NULL)
    ORDER BY CASE r.role WHEN 'district-administrator' THEN 0 WHEN 'school-administrator' THEN 1 ELSE 2 END LIMIT 1)";

const GUARDIAN: &str = "(SELECT p.name FROM guardians p JOIN guardianships g ON g.guardian_id = p.id
    WHERE p.id = e.actor_id AND e.actor_kind = 'guardian' AND g.student_id = e.student_id AND g.removed_at IS NULL)";
