use super::Community;

/// Lebanon, Syria, Egypt.
#[rustfmt::skip] // many names to a line
pub(super) const LEVANTINE: Community = Community::one_family_name(
    35,
    &[("ar", 75), ("fr", 15), ("en", 10)],
    &[
        "Adam", "Carla", "Elias", "Georges", "Hala", "Jana", "Karim", "Lara", "Maya", "Nour", "Omar", "Rami",
        "Tala", "Ziad",
    ],
    &[
        "Abdel-Malek", "Abi Nader", "Al-Khatib", "Bitar", "Daher", "El-Hage", "Farouk", "Haddad", "Hanna",
        "Khoury", "Mansour", "Nassar", "Saab", "Tannous", "Youssef",
    ],
);

#[rustfmt::skip] // many names to a line
pub(super) const LEVANTINE_IN_ARABIC: Community = Community::own_script(
    5,
    &[("ar", 1)],
    &["ليلى", "يوسف", "نور", "آدم", "سلمى", "كريم", "هبة", "زياد"],
    &["حداد", "خوري", "منصور", "سليمان", "العلي", "الأحمد"],
);

#[rustfmt::skip] // many names to a line
pub(super) const VIETNAMESE: Community = Community::one_family_name(
    25,
    &[("vi", 80), ("fr", 20)],
    &[
        "An", "Bảo", "Đức", "Duy", "Hải", "Hương", "Khánh", "Lan Anh", "Linh", "Minh", "Ngọc", "Phương",
        "Quang", "Thảo", "Thị Mai", "Tuấn",
    ],
    &[
        "Bùi", "Đặng", "Đỗ", "Dương", "Hoàng", "Huỳnh", "Lê", "Lý", "Ngô", "Nguyễn", "Phạm", "Phan", "Trần",
        "Trương", "Võ", "Vũ",
    ],
);

#[rustfmt::skip] // many names to a line
pub(super) const CHINESE: Community = Community::one_family_name(
    30,
    &[("zh", 80), ("en", 12), ("fr", 8)],
    &[
        "Aiden", "Chenxi", "Haoyu", "Jiayi", "Kexin", "Lily", "Mingyu", "Ruoxi", "Shiyu", "Xinran", "Yichen",
        "Yuxuan", "Zihan", "Ziyang",
    ],
    &[
        "Chen", "Fang", "Gao", "Guo", "He", "Hu", "Huang", "Li", "Lin", "Liu", "Lü", "Ma", "Sun", "Wang", "Wu",
        "Xu", "Zhang", "Zhao", "Zhou",
    ],
);

#[rustfmt::skip] // many names to a line
pub(super) const CHINESE_IN_HAN: Community = Community::own_script(
    6,
    &[("zh", 1)],
    &["小雨", "子涵", "欣怡", "浩然", "思远", "雨桐", "嘉文", "明轩"],
    &["李", "王", "陈", "张", "黄", "林", "欧阳", "赵"],
);

#[rustfmt::skip] // many names to a line
pub(super) const INDIAN: Community = Community::one_family_name(
    32,
    &[("pa", 40), ("hi", 15), ("gu", 10), ("en", 30), ("fr", 5)],
    &[
        "Aarav", "Ananya", "Arjun", "Diya", "Gurleen", "Harjot", "Ishaan", "Jasleen", "Kavya", "Meera",
        "Navdeep", "Priyanka", "Rohan", "Simran", "Vihaan",
    ],
    &[
        "Bhatt", "Chaudhary", "Dhaliwal", "Gill", "Grewal", "Iyer", "Joshi", "Kaur", "Mehta", "Nair", "Patel",
        "Rao", "Sandhu", "Sharma", "Singh", "Venkataraman",
    ],
);

#[rustfmt::skip] // many names to a line
pub(super) const PUNJABI_IN_GURMUKHI: Community = Community::own_script(
    2,
    &[("pa", 1)],
    &["ਗੁਰਲੀਨ", "ਹਰਜੋਤ", "ਸਿਮਰਨ"],
    &["ਧਾਲੀਵਾਲ", "ਗਰੇਵਾਲ"],
);
