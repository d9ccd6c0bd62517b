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

    /// The pages to link: the first, the last, and those around this one; none stands for a gap.
    pub fn links(&self) -> Vec<Option<i64>> {
        let (current, last) = (self.page.number, self.pages());
        let mut near: Vec<i64> = [1, current - 1, current, current + 1, last]
            .into_iter()
            .filter(|page| (1..=last).contains(page))
            .collect();
        near.sort_unstable();
        near.dedup();
        let mut links = Vec::new();
        for page in near {
            if links.last().is_some_and(|before| *before != Some(page - 1)) {
                links.push(None);
            }
            links.push(Some(page));
        }
        links
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_links_show_the_ends_and_the_neighbours() {
        let links = |number: i64, pages: i64| {
            PageOf::<()> { rows: Vec::new(), page: Page { number, size: 25 }, total: 25 * pages }.links()
        };
        assert_eq!(links(1, 1), [Some(1)]);
        assert_eq!(links(1, 3), [Some(1), Some(2), Some(3)]);
        assert_eq!(links(10, 37), [Some(1), None, Some(9), Some(10), Some(11), None, Some(37)]);
    }
}
