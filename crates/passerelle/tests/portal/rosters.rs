//! The roster from the school's information system.

use std::{fs, path::Path, time::Duration};

use passerelle::{random, rosters};
use tempfile::tempdir;

use crate::support::TestPortal;

async fn import(
    portal: &TestPortal,
    folder: &Path,
) -> Result<rosters::ImportSummary, rosters::ImportStopped> {
    portal.later(Duration::from_secs(1));
    rosters::import(&portal.portal, folder, portal.portal.clock.now(), &mut random::system()).await
}

fn edit(folder: &Path, file: &str, from: &str, to: &str) {
    let text = fs::read_to_string(folder.join(file)).unwrap();
    assert!(text.contains(from), "{from}");
    fs::write(folder.join(file), text.replace(from, to)).unwrap();
}

portal_test! {
    async fn the_same_bundle_again_changes_nothing(portal) {
        let folder = tempdir().unwrap();
        crate::support::write_roster(folder.path());
        let before = (portal.student_id("emile").await, portal.count("students").await, portal.count("staff").await, portal.count("staff_roles").await);
        let summary = import(&portal, folder.path()).await.unwrap();
        assert_eq!((summary.students, summary.new_students, summary.left_students), (4, 0, 0));
        assert_eq!((portal.student_id("emile").await, portal.count("students").await, portal.count("staff").await, portal.count("staff_roles").await), before);
        assert!(portal.stranger().sign_in("/student", "emile", "pont rouge 47").await.has("Bonjour, Émile"), "passwords stay");
        assert_eq!(portal.children_of("P1").await, ["Zoé", "Émile"]);
    }
}

portal_test! {
    /// DAT-01
    async fn who_disappears_is_marked_left_and_comes_back_whole(portal) {
        let folder = tempdir().unwrap();
        crate::support::write_roster(folder.path());
        let code = portal.code_for("emile").await;
        edit(folder.path(), "users.csv", "emile,Émile,Côté,emile,100000001,,10,ac1\n", "");
        edit(folder.path(), "roles.csv", "7,emile,primary,student,a\n", "");
        edit(folder.path(), "enrollments.csv", "1,h10,a,emile,student\n", "");
        assert_eq!(import(&portal, folder.path()).await.unwrap().left_students, 1);
        let mut ac1 = portal.staff("ac1").await;
        assert!(!ac1.get("/staff/a/students").await.has("Émile"));
        assert!(portal.guardian("P1").await.get("/parent").await.has("N'est plus inscrit"));
        crate::support::write_roster(folder.path());
        assert_eq!(import(&portal, folder.path()).await.unwrap().new_students, 0);
        let page = ac1.get(&portal.access_path("emile").await).await;
        assert_eq!(page.codes(), [code]);
        assert!(page.has("Parent P1") && page.has("Parent P2"));
    }
}

portal_test! {
    async fn who_moves_school_keeps_everything(portal) {
        let folder = tempdir().unwrap();
        crate::support::write_roster(folder.path());
        let (code, id) = (portal.code_for("zoe").await, portal.student_id("zoe").await);
        edit(folder.path(), "roles.csv", "8,zoe,primary,student,a", "8,zoe,primary,student,b");
        edit(folder.path(), "enrollments.csv", "2,h10,a,zoe", "2,h9,b,zoe");
        import(&portal, folder.path()).await.unwrap();
        assert_eq!(portal.student_id("zoe").await, id);
        assert_eq!(portal.staff("ac1").await.get(&format!("/staff/a/students/{id}/access")).await.status, 404);
        let page = portal.staff("bc").await.get(&format!("/staff/b/students/{id}/access")).await;
        assert!(page.codes() == [code] && page.has("Parent P1") && page.has("Parent P3"), "{}", page.text());
    }
}

portal_test! {
    async fn one_bad_row_and_nothing_is_applied(portal) {
        let folder = tempdir().unwrap();
        for (file, from, to, told) in [
            ("users.csv", "emile,Émile", "emile,Autre", "")
            , ("users.csv", "zoe,Zoé,Étienne,zoe", "zoe,Zoé,Étienne,emile", "users.csv, line 9, column username: \"emile\" stands twice"),
            ("users.csv", "noor,Noor,N’Guessan", "noor,Noor,", "users.csv, line 10, column familyName"),
            ("roles.csv", "10,liam,primary,student,b", "10,liam,primary,studnt,b", "roles.csv, line 11, column role: \"studnt\""),
            ("orgs.csv", "b,École B,school,d", "b,École B,school,d,more", "orgs.csv, line 4"),
            ("enrollments.csv", "4,h9,b,liam", "4,h9,b,personne", "enrollments.csv, line 5, column userSourcedId: no student of users.csv is called \"personne\""),
        ] {
            crate::support::write_roster(folder.path());
            // A good change stands beside the bad row: it must not be applied either.
            edit(folder.path(), "users.csv", "emile,Émile,Côté", "emile,Émile,Changé");
            if told.is_empty() { continue; }
            edit(folder.path(), file, from, to);
            match import(&portal, folder.path()).await {
                Err(rosters::ImportStopped::Refused(problems)) => {
                    let all = problems.first.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
                    assert!(all.contains(told), "{told}: {all}");
                }
                other => panic!("{told}: {other:?}"),
            }
            assert_eq!(portal.count("students WHERE family_name = 'Changé'").await, 0);
        }
    }
}

portal_test! {
    async fn an_export_without_students_is_refused(portal) {
        let folder = tempdir().unwrap();
        crate::support::write_roster(folder.path());
        fs::write(folder.path().join("roles.csv"), "sourcedId,userSourcedId,roleType,role,orgSourcedId\n").unwrap();
        fs::write(folder.path().join("enrollments.csv"), "sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role\n").unwrap();
        assert!(import(&portal, folder.path()).await.unwrap_err().to_string().contains("nothing was applied"));
        assert_eq!(portal.count("students WHERE left_at IS NOT NULL").await, 0);
    }
}

portal_test! {
    async fn roles_given_by_hand_survive_and_the_rosters_follow_it(portal) {
        let folder = tempdir().unwrap();
        crate::support::write_roster(folder.path());
        portal.sql("UPDATE staff_roles SET origin = 'hand' WHERE staff_id = (SELECT id FROM staff WHERE email = 'ac2@ecole.example')").await;
        edit(folder.path(), "roles.csv", "2,ac1,primary,counselor,a\n3,ac2,primary,counselor,a\n", "");
        edit(folder.path(), "users.csv", "ac1,Carole,Un,,,ac1@ecole.example,,\n", "");
        import(&portal, folder.path()).await.unwrap();
        assert!(portal.stranger().sign_in("/staff", "ac2@ecole.example", "pont rouge 47").await.has("Bonjour, Claude"));
        let mut ac1 = portal.stranger();
        ac1.sign_in("/staff", "ac1@ecole.example", "pont rouge 47").await;
        assert!(ac1.get("/staff").await.has("Aucune école pour le moment"));
        assert_eq!(ac1.get("/staff/a/students").await.status, 404, "without a role there is nothing to see");
    }
}

portal_test! {
    async fn oneroster_1_1_with_bom_and_windows_lines_is_read(portal) {
        let folder = tempdir().unwrap();
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), format!("\u{feff}{}", text.replace('\n', "\r\n"))).unwrap();
        write("orgs.csv", "sourcedId,name,type,parentSourcedId,unknown\nd,Conseil scolaire du Fleuve,district,,x\na,École A,school,d,x\nb,École B,school,d,x\n");
        write("users.csv", "sourcedId,enabledUser,orgSourcedIds,role,username,givenName,familyName,identifier,email,grades\nadm,true,a,administrator,,Anne,Admin,,anne@ecole.example,\nemile,true,a,student,emile,\"Émile\",\"Côté\ndit Roy\",100000001,,07\n李,true,b,student,li.xiaoyu,小雨,李,100000009,,KG\n");
        write("demographics.csv", "sourcedId,birthDate\nemile,2010-05-06\n");
        let summary = import(&portal, folder.path()).await.unwrap();
        assert_eq!((summary.schools, summary.students, summary.new_students, summary.left_students), (2, 2, 1, 3));
        assert_eq!(portal.count("students WHERE username = 'emile' AND grade = '7' AND birth_on = '2010-05-06'").await, 1);
        assert_eq!(portal.count("students WHERE given_name = '小雨' AND family_name = '李' AND grade = 'KG'").await, 1);
        assert_eq!(portal.count("staff_roles r JOIN staff s ON s.id = r.staff_id WHERE s.email = 'anne@ecole.example' AND r.role = 'school-administrator'").await, 1);
    }
}

portal_test! {
    async fn the_demonstration_goes_in_through_the_importer(portal) {
        let folder = tempdir().unwrap();
        passerelle::demo::roster::write(&passerelle::demo::roster::Plan { schools: 3, students: 1580, seed: 1 }, folder.path()).unwrap();
        let summary = import(&portal, folder.path()).await.unwrap();
        assert_eq!((summary.schools, summary.students, summary.new_students), (3, 1580, 1580));
        for (school, students) in [("erables", 912), ("vieux-moulin", 420), ("riviere-claire", 248)] {
            assert_eq!(portal.count(&format!("students st JOIN schools s ON s.id = st.school_id WHERE s.short_name = '{school}' AND st.left_at IS NULL")).await, students);
        }
        assert_eq!(portal.count("students WHERE username = 'amina.diallo' AND number = '309441207' AND grade = '10' AND homeroom = '10-B' AND home_language IS NOT NULL AND address IS NOT NULL").await, 1);
        assert_eq!(portal.count("students st JOIN schools s ON s.id = st.school_id WHERE s.short_name = 'erables' AND st.given_name = 'Ibrahim'").await, 0);
    }
}

portal_test! {
    async fn staff_who_change_sourced_id_or_addresses_keep_their_accounts(portal) {
        let folder = tempdir().unwrap();
        crate::support::write_roster(folder.path());
        // ac1 gets another id; ac2 and aa change addresses.
        for file in ["users.csv", "roles.csv"] {
            edit(folder.path(), file, "ac1,", "new1,");
        }
        edit(folder.path(), "users.csv", ",,,ac2@ecole.example", ",,,x@ecole.example");
        edit(folder.path(), "users.csv", ",,,aa@ecole.example", ",,,ac2@ecole.example");
        edit(folder.path(), "users.csv", ",,,x@ecole.example", ",,,aa@ecole.example");
        let before = portal.count("staff").await;
        import(&portal, folder.path()).await.unwrap();
        assert_eq!(portal.count("staff").await, before);
        for (email, name) in [("ac1@ecole.example", "Carole"), ("aa@ecole.example", "Claude"), ("ac2@ecole.example", "Anne")] {
            let page = portal.stranger().sign_in("/staff", email, "pont rouge 47").await;
            assert!(page.has(&format!("Bonjour, {name}")), "{email}: {}", page.text());
        }
    }
}

portal_test! {
    async fn who_is_disabled_or_past_their_last_day_is_out(portal) {
        let folder = tempdir().unwrap();
        crate::support::write_roster(folder.path());
        edit(folder.path(), "users.csv", "sourcedId,givenName", "enabledUser,sourcedId,givenName");
        let text = fs::read_to_string(folder.path().join("users.csv")).unwrap();
        let lines: Vec<String> = text.lines().enumerate().map(|(number, line)| match number {
            0 => line.to_owned(),
            _ if line.starts_with("zoe,") => format!("false,{line}"),
            _ => format!("true,{line}"),
        }).collect();
        fs::write(folder.path().join("users.csv"), lines.join("\n")).unwrap();
        edit(folder.path(), "roles.csv", "role,orgSourcedId", "role,orgSourcedId,endDate");
        let text = fs::read_to_string(folder.path().join("roles.csv")).unwrap();
        let lines: Vec<String> = text.lines().enumerate().map(|(number, line)| match number {
            0 => line.to_owned(),
            _ if line.contains(",ac2,") => format!("{line},2026-11-23"),
            _ => format!("{line},2026-11-24"),
        }).collect();
        fs::write(folder.path().join("roles.csv"), lines.join("\n")).unwrap();
        assert_eq!(import(&portal, folder.path()).await.unwrap().left_students, 1);
        assert_eq!(portal.count("students WHERE username = 'zoe' AND left_at IS NOT NULL").await, 1);
        assert!(portal.stranger().sign_in("/staff", "ac2@ecole.example", "pont rouge 47").await.has("Aucune école"));
        assert!(portal.stranger().sign_in("/staff", "ac1@ecole.example", "pont rouge 47").await.has("Bonjour, Carole"));
    }
}

portal_test! {
    async fn a_students_own_email_is_kept_and_a_slip_in_it_is_none(portal) {
        let folder = tempdir().unwrap();
        crate::support::write_roster(folder.path());
        edit(folder.path(), "users.csv", "100000001,,10,ac1", "100000001,emile@eleves.example,10,ac1");
        edit(folder.path(), "users.csv", "100000002,,10,ac2", "100000002,zoe.eleves.example,10,ac2");
        import(&portal, folder.path()).await.unwrap();
        assert_eq!(portal.count("students WHERE email IS NOT NULL").await, 1);
        assert_eq!(portal.count("students WHERE username = 'emile' AND email = 'emile@eleves.example'").await, 1);
        // The roster owns it: gone there, gone here.
        crate::support::write_roster(folder.path());
        import(&portal, folder.path()).await.unwrap();
        assert_eq!(portal.count("students WHERE email IS NOT NULL").await, 0);
    }
}
