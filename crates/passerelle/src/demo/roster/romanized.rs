/// How names in other scripts are written in user names, as on the family's papers.
#[rustfmt::skip] // many to a line
pub(super) const ROMANIZED: &[(&str, &str)] = &[
    ("ليلى", "leila"), ("يوسف", "youssef"), ("نور", "nour"), ("آدم", "adam"), ("سلمى", "salma"),
    ("كريم", "karim"), ("هبة", "hiba"), ("زياد", "ziad"), ("حداد", "haddad"), ("خوري", "khoury"),
    ("منصور", "mansour"), ("سليمان", "sleiman"), ("العلي", "al-ali"), ("الأحمد", "al-ahmad"), ("小雨", "xiaoyu"),
    ("子涵", "zihan"), ("欣怡", "xinyi"), ("浩然", "haoran"), ("思远", "siyuan"), ("雨桐", "yutong"), ("嘉文", "jiawen"),
    ("明轩", "mingxuan"), ("李", "li"), ("王", "wang"), ("陈", "chen"), ("张", "zhang"), ("黄", "huang"),
    ("林", "lin"), ("欧阳", "ouyang"), ("赵", "zhao"), ("Олена", "olena"), ("Тарас", "taras"),
    ("Марічка", "marichka"), ("Богдан", "bohdan"), ("Соломія", "solomiia"), ("Шевчук", "shevchuk"),
    ("Коваленко", "kovalenko"), ("Мельник", "melnyk"), ("Бондаренко", "bondarenko"), ("ਗੁਰਲੀਨ", "gurleen"),
    ("ਹਰਜੋਤ", "harjot"), ("ਸਿਮਰਨ", "simran"), ("ਧਾਲੀਵਾਲ", "dhaliwal"), ("ਗਰੇਵਾਲ", "grewal"),
];
