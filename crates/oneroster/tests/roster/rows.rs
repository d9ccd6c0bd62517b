//! What each file's rows carry, and what is wrong with a value.

use crate::support::{Folder, users};
use jiff::civil::date;
use oneroster::{ClassKind, OrgKind, Problem, Reason, Role, RosterFile, Version};

#[test]
fn a_1_2_student_with_role_birth_date_homeroom_and_profile() {
    let folder = Folder::with(&[
        (
            "users.csv",
            b"sourcedId,status,enabledUser,username,givenName,middleName,familyName,preferredGivenName,identifier,\
              email,phone,grades,password,primaryOrgSourcedId,metadata.homeLanguage\n\
              u1,,true,amina.diallo,Amina,Fatou,Diallo,Mina,309441207,a@familles.example,,\"10, 11\",secret,s,fr\n",
        ),
        ("demographics.csv", b"sourcedId,birthDate,sex\nu1,2011-03-09,\nu2,,\n"),
        ("classes.csv", b"sourcedId,title,classType,classCode,schoolSourcedId,grades,termSourcedIds\nc1,10-B,homeroom,10B,s,10,\"t1,t2\"\nc2,Math,,,s,,\n"),
        ("enrollments.csv", b"sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate\ne1,c1,s,u1,student,false,2026-09-01\ne2,c1,s,u9,teacher,TRUE,\n"),
        ("userProfiles.csv", b"sourcedId,userSourcedId,profileType,vendorId,username,password\np1,u1,sso,example,amina,secret\n"),
        ("courses.csv", b"sourcedId,title,courseCode,orgSourcedId\nk1,Foyer,HR,s\n"),
        ("academicSessions.csv", b"sourcedId,title,type,startDate,endDate,schoolYear\nt1,2026-2027,schoolYear,2026-09-01,2027-06-30,2027\n"),
    ]);
    let mut bundle = folder.open();
    bundle.keep_metadata(["metadata.homeLanguage", "metadata.city", "Password"]);
    assert_eq!(bundle.version(), Version::V1_2);

    let user = bundle.users().next().unwrap().unwrap();
    assert_eq!(user.username.as_deref(), Some("amina.diallo"));
    assert_eq!(user.preferred_given_name.as_deref(), Some("Mina"));
    assert_eq!(user.identifier.as_deref(), Some("309441207"));
    assert_eq!(user.grades, ["10", "11"]);
    assert_eq!(user.primary_org.as_ref().map(AsRef::as_ref), Some("s"));
    assert_eq!((user.enabled, user.phone.as_deref(), user.role.as_ref()), (true, None, None));
    assert_eq!(user.metadata.get("metadata.HOMELANGUAGE"), Some("fr"));
    assert_eq!(user.metadata.iter().collect::<Vec<_>>(), [("metadata.homeLanguage", "fr")]);
    assert!(!format!("{user:?}").contains("secret"));

    let role = bundle.roles().next().unwrap().unwrap();
    assert_eq!((role.role, role.primary, role.org.as_str()), (Role::Student, true, "s"));
    let births: Vec<_> = bundle.demographics().map(|row| row.unwrap().birth_on).collect();
    assert_eq!(births, [Some(date(2011, 3, 9)), None]);
    let classes: Vec<_> = bundle.classes().map(|class| class.unwrap()).collect();
    assert_eq!((&classes[0].kind, &classes[1].kind), (&ClassKind::Homeroom, &ClassKind::Scheduled));
    assert_eq!(classes[0].terms.len(), 2);
    let enrollments: Vec<_> = bundle.enrollments().map(|enrollment| enrollment.unwrap()).collect();
    assert_eq!(enrollments[0].begin_on, Some(date(2026, 9, 1)));
    assert_eq!((&enrollments[1].role, enrollments[1].primary), (&Role::Teacher, true));
    let profile = bundle.user_profiles().next().unwrap().unwrap();
    assert_eq!(profile.username, "amina");
    assert!(!format!("{profile:?}").contains("secret"));
    assert_eq!(bundle.courses().next().unwrap().unwrap().code.as_deref(), Some("HR"));
    assert_eq!(bundle.academic_sessions().next().unwrap().unwrap().end_on, Some(date(2027, 6, 30)));
}

#[test]
fn a_1_1_user_has_role_and_orgs_in_its_own_row() {
    let folder = Folder::with(&[
        ("manifest.csv", b"propertyName,value\noneroster.version,1.1\n"),
        (
            "users.csv",
            b"sourcedId,orgSourcedIds,role,givenName,familyName\n\
              u1,\"s1, s2\",ADMINISTRATOR,Anne,Tremblay\nu2,,student,No,Org\nu3,s1,,No,Role\n",
        ),
    ]);
    let mut bundle = folder.open();
    let rows: Vec<_> = bundle.users().collect();
    let user = rows[0].as_ref().unwrap();
    assert_eq!(user.orgs.iter().map(AsRef::as_ref).collect::<Vec<&str>>(), ["s1", "s2"]);
    assert_eq!(user.role, Some(Role::Administrator));
    let problems: Vec<_> = rows[1..].iter().map(|row| row.as_ref().unwrap_err().to_string()).collect();
    assert_eq!(
        problems,
        [
            "users.csv, line 3, column orgSourcedIds: the value is required but blank",
            "users.csv, line 4, column role: the value is required but blank",
        ]
    );
}

#[test]
fn words_of_the_standard_and_of_the_sender() {
    let folder = Folder::with(&[
        ("roles.csv", b"sourcedId,userSourcedId,role,orgSourcedId\n1,u,counselor,s\n2,u,districtadministrator,s\n3,u,ext:nurse,s\n4,u,studnt,s\n"),
        ("orgs.csv", b"sourcedId,name,type\n1,A,District\n2,B,castle\n3,C,ext:campus\n"),
    ]);
    let mut bundle = folder.open();
    let roles: Vec<_> = bundle.roles().map(|row| row.map(|role| role.role)).collect();
    assert_eq!(roles[0], Ok(Role::Counselor));
    assert_eq!(roles[1], Ok(Role::DistrictAdministrator));
    assert_eq!(roles[2], Ok(Role::Other("ext:nurse".to_owned())));
    assert_eq!(
        roles[3].as_ref().unwrap_err().to_string(),
        "roles.csv, line 5, column role: \"studnt\" is not a OneRoster role (expected administrator, aide, \
         counselor, districtAdministrator, guardian, parent, principal, proctor, relative, siteAdministrator, \
         student, systemAdministrator, teacher)"
    );
    let orgs: Vec<_> = bundle.orgs().map(|row| row.map(|org| org.kind)).collect();
    assert_eq!(orgs[0], Ok(OrgKind::District));
    assert!(orgs[1].as_ref().unwrap_err().to_string().contains("\"castle\" is not a OneRoster org type"));
    assert_eq!(orgs[2], Ok(OrgKind::Other("ext:campus".to_owned())));
}

#[test]
fn only_days_are_dates() {
    for wrong in
        ["2010-13-01", "2011-02-29", "09/03/2011", "2011-3-9", "2011-03-09T00:00:00Z", "20110309", "٢٠١١"]
    {
        let text = format!("sourcedId,birthDate\nu1,{wrong}\nu2,2012-02-29\n");
        let folder = Folder::with(&[("demographics.csv", text.as_bytes())]);
        let rows: Vec<_> = folder.open().demographics().collect();
        let reason = Reason::BadDate { value: wrong.to_owned() };
        assert_eq!(rows[0], Err(Problem::of_value(RosterFile::Demographics, 2, "birthDate", reason)));
        assert_eq!(rows[1].as_ref().unwrap().birth_on, Some(date(2012, 2, 29)));
    }
}

#[test]
fn rows_that_are_to_be_deleted_are_passed_over() {
    let text = "sourcedId,status,givenName,familyName\nu1,active,A,B\nu2,tobedeleted,,\nu3,Inactive,A,B\nu4,gone,A,B\nu5,,A,B\n";
    assert_eq!(
        users(text.as_bytes()),
        [
            "2 u1 A B",
            "users.csv, line 5, column status: \"gone\" is not a OneRoster status (expected active, tobedeleted)",
            "6 u5 A B",
        ]
    );
}

#[test]
fn values_that_no_text_has_are_problems_where_they_matter() {
    let mut bytes = b"sourcedId,givenName,familyName,x\n".to_vec();
    bytes.extend_from_slice(
        b"u1,Ren\xe9,Roy,\nu2,Ren\xc3\xa9,Roy,\xe9\x00\nu3,A\x00,\xc2\x9f,\nu4,A\tB,Roy,\n",
    );
    bytes.extend_from_slice(format!("u5,{},{},\n", "é".repeat(1_024), "é".repeat(1_025)).as_bytes());
    assert_eq!(
        users(&bytes),
        [
            "users.csv, line 2, column givenName: the value is not UTF-8 text",
            "3 u2 René Roy",
            "users.csv, line 4, column givenName: the value has the control character U+0000",
            "users.csv, line 4, column familyName: the value has the control character U+009F",
            "5 u4 A\tB Roy",
            "users.csv, line 6, column familyName: the value is longer than 1024 characters",
        ]
    );
}

#[test]
fn a_row_with_several_problems_gives_all_and_no_row() {
    assert_eq!(
        users(b"sourcedId,givenName,familyName,enabledUser\n,,Roy,oui\n"),
        [
            "users.csv, line 2, column sourcedId: the value is required but blank",
            "users.csv, line 2, column enabledUser: \"oui\" is not a OneRoster boolean (expected true, false)",
            "users.csv, line 2, column givenName: the value is required but blank",
        ]
    );
}

#[test]
fn callers_have_reasons_for_what_takes_several_rows() {
    let reason = Reason::UnknownReference { value: "s9\n".repeat(30), file: RosterFile::Orgs };
    let said = Problem::of_value(RosterFile::Roles, 7, "orgSourcedId", reason).to_string();
    assert!(
        said.starts_with("roles.csv, line 7, column orgSourcedId: no row of orgs.csv has the id \"s9 s9 ")
    );
    assert!(said.ends_with("…\"") && said.len() < 150);
}
