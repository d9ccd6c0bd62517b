/// Which page of a list, counted from 1, and how many rows it holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Page {
    pub number: i64,
    pub size: i64,
}

impl Page {
    /// Page `number` of 25 rows; what isn't a page is the first one. No list reaches past page
    /// 1,000,000.
    pub fn of_25(number: Option<i64>) -> Self {
        Self { number: number.unwrap_or(1).clamp(1, 1_000_000), size: 25 }
    }

    /// How many rows lie before this page.
    pub const fn offset(self) -> i64 {
        (self.number - 1) * self.size
    }
}

/// The rows of one page and how many there are in all.
#[derive(Debug)]
pub struct PageOf<T> {
    pub rows: Vec<T>,
    pub page: Page,
    pub total: i64,
}

impl<T> PageOf<T> {
    /// How many pages there are: at least one.
    pub const fn pages(&self) -> i64 {
        let pages = (self.total + self.page.size - 1) / self.page.size;
        if pages < 1 { 1 } else { pages }
    }

    /// The first row's place in the list, counted from 1.
    pub const fn first(&self) -> i64 {
        self.page.offset() + 1
    }

    /// The last row's place.
    pub fn last(&self) -> i64 {
        self.page.offset() + i64::try_from(self.rows.len()).unwrap_or(i64::MAX)
    }
}
