//! Numbers that look random and are the same on every machine.

/// A stream of numbers that hangs only on the numbers it was made of.
pub(crate) struct Random(u64);

impl Random {
    /// The stream for a thing that these numbers name.
    pub(crate) fn of(name: &[usize]) -> Self {
        let mut random = Self(0x5eed);
        for number in name {
            random.0 ^= *number as u64;
            random.0 = random.next();
        }
        random
    }

    fn next(&mut self) -> u64 {
        // SplitMix64: Steele, Lea and Flood, 2014.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// One of `0..limit`; 0 for no limit.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit).map_or(1, |limit| limit.max(1));
        usize::try_from(self.next() % limit).unwrap_or_default()
    }

    /// One of `first..=last`.
    pub(crate) fn between(&mut self, first: usize, last: usize) -> usize {
        first + self.below(last + 1 - first)
    }

    /// Yes in so many of a hundred cases.
    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of several.
    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// So many of several, in their order.
    pub(crate) fn some<'a, T>(&mut self, from: &'a [T], count: usize) -> Vec<&'a T> {
        let mut missing = count.min(from.len());
        let mut taken = Vec::with_capacity(missing);
        for (at, one) in from.iter().enumerate() {
            if self.below(from.len() - at) < missing {
                taken.push(one);
                missing -= 1;
            }
        }
        taken
    }
}
