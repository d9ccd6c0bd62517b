use askama::Template;
use axum::{extract::State, response::Response};
use database::Millis;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};

use crate::{
    concerns,
    guardianships::link_requests,
    long_work::{Recent, recent_of},
    portal::Portal,
    schools::SchoolId,
    sign_in::{self, Next},
    staff::{
        self, CounsellorOf, SignedInStaff,
        frame::{self, Place},
    },
    web::{Face, Frame, Problem, Query, Reader, page},
};

/// `/staff`: the school one works in, the question which, or the door for who isn't signed in.
pub async fn choose(
    staff: Result<SignedInStaff, Problem>,
    state: State<Portal>,
    reader: Reader,
    query: Query<Next>,
) -> Result<Response, Problem> {
    match staff {
        Ok(staff) => staff::schools_of(&state.0, reader, &staff).await,
        Err(Problem::SignedOut(_)) => sign_in::door(state, reader, query, Face::Staff).await,
        Err(problem) => Err(problem),
    }
}

/// How far a grade's families are reached.
#[derive(FromQueryResult)]
struct Reach {
    grade: String,
    students: i64,
    reached: i64,
}

impl Reach {
    /// In whole percent, rounded down so that 100 means all.
    const fn percent(&self) -> i64 {
        if self.students == 0 { 0 } else { self.reached * 100 / self.students }
    }

    /// The share in words: « < 1 % » where it rounds to nothing but isn't.
    const fn share_key(&self) -> &'static str {
        if self.reached > 0 && self.percent() == 0 { "homes-percent-under-one" } else { "homes-percent" }
    }
}

#[derive(Template)]
#[template(path = "homes/staff_home.html")]
struct StaffHomePage {
    f: Frame,
    in_error: bool,
    given_name: String,
    school: String,
    today: Millis,
    students_href: String,
    to_check: i64,
    to_check_href: String,
    reach_href: String,
    reach: Vec<Reach>,
    all: Reach,
    recent: Vec<Recent>,
    jobs_href: String,
}

/// The counsellor's home: search, and how many students have a parent or guardian here.
pub async fn show(
    counsellor: CounsellorOf,
    State(portal): State<Portal>,
    reader: Reader,
) -> Result<Response, Problem> {
    let mut reach = reach_by_grade(portal.read(), counsellor.school_id()).await?;
    reach.sort_by_key(|row| row.grade.parse::<i64>().unwrap_or(i64::MAX));
    let sum = |figure: fn(&Reach) -> i64| reach.iter().map(figure).sum();
    let all =
        Reach { grade: String::new(), students: sum(|row| row.students), reached: sum(|row| row.reached) };
    let f = frame::in_school(&portal, reader, &counsellor, Place::Home);
    let shown = StaffHomePage {
        recent: recent_of(portal.read(), &f, &counsellor, portal.clock.now()).await?,
        jobs_href: counsellor.href("jobs"),
        in_error: false,
        given_name: counsellor.staff().given_name.clone(),
        school: counsellor.school().name.clone(),
        today: portal.clock.now(),
        students_href: counsellor.href("students"),
        to_check: concerns::store::count_open(portal.read(), counsellor.school_id()).await?
            + link_requests::count_at(portal.read(), counsellor.school_id()).await?,
        to_check_href: counsellor.href("accounts/to-check"),
        reach_href: counsellor.href("accounts/reach"),
        reach,
        all,
        f,
    };
    page(&shown.f, &shown)
}

/// Students and those with a linked guardian, grade by grade; at most 50 grades.
async fn reach_by_grade(db: &impl ConnectionTrait, school: SchoolId) -> Result<Vec<Reach>, DbErr> {
    Reach::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT st.grade, count(*) AS students,
                  count(CASE WHEN EXISTS (SELECT 1 FROM guardianships g WHERE g.student_id = st.id AND g.removed_at IS NULL)
                             THEN 1 END) AS reached
           FROM students st WHERE st.school_id = {school} AND st.left_at IS NULL GROUP BY st.grade LIMIT 50"#
    ))
    .all(db)
    .await
}
