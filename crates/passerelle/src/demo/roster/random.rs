/// SplitMix64 (Steele, Lea and Flood 2014): small, and the same everywhere. Not for secrets.
pub(super) struct Random(u64);

impl Random {
    /// A stream of its own for each path of numbers, so that what one student gets doesn't depend on the others.
    pub(super) fn new(seed: u64, path: &[usize]) -> Random {
        let mut random = Random(seed);
        for step in path {
            random = Random(random.next() ^ *step as u64);
        }
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `end` - 1; `end` is small beside 2⁶⁴, so none is favoured noticeably.
    pub(super) fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// True in so many of a hundred cases.
    pub(super) fn percent(&mut self, cases: usize) -> bool {
        self.below(100) < cases
    }

    /// One of the list, which is not empty.
    pub(super) fn pick<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        &list[self.below(list.len())]
    }

    /// One of the list, each as often as its weight says.
    pub(super) fn weighted<'l, T>(&mut self, list: &'l [T], weight: impl Fn(&T) -> usize) -> &'l T {
        let mut left = self.below(list.iter().map(&weight).sum());
        for item in list {
            match left.checked_sub(weight(item)) {
                Some(rest) => left = rest,
                None => return item,
            }
        }
        &list[0]
    }
}
