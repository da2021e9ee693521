//! How the width of the paper is shared.

use super::{ACTOR, BODY, PAD, WIDEST_LANE};
use crate::chart::layout::Need;

const SHORT: i32 = 60;

/// Least and most width of the columns, without the number.
const LIMITS: [(i32, i32); 5] = [(150, 300), (80, 150), (54, 92), (66, 140), (76, 120)];

/// Widths of the columns of text but the number's, and of the lanes. They fill the page where
/// they can; where they cannot, the page grows.
pub(super) fn widths(
    texts: &[[String; 6]],
    needs: &[Need],
    names: &[String],
    room: i32,
) -> ([i32; 5], Vec<i32>) {
    let mut least = [0; 5];
    let mut wanted = [0; 5];
    for (at, (min, max)) in LIMITS.into_iter().enumerate() {
        let column = || texts.iter().filter_map(|texts| texts.get(at + 1));
        let word = column()
            .map(|text| BODY.longest_word(text))
            .max()
            .unwrap_or(0);
        let longest = column().map(|text| BODY.width(text)).max().unwrap_or(0);
        // What is short stays on one line: `10 menit`.
        let short = column()
            .map(|text| BODY.width(text))
            .filter(|&width| width < SHORT);
        let word = word.max(short.max().unwrap_or(0));
        let low = (word + 2 * PAD + 2).clamp(min, max);
        if let (Some(least), Some(wanted)) = (least.get_mut(at), wanted.get_mut(at)) {
            *least = low;
            *wanted = (longest / 3 + 2 * PAD).clamp(low, max);
        }
    }
    let count = i32::try_from(needs.len()).unwrap_or(i32::MAX).max(1);
    let mut lanes: Vec<_> = needs
        .iter()
        .zip(names)
        .map(|(need, name)| {
            let name = (ACTOR.longest_word(name) + 10).min(96);
            (need.left + need.right).max(name)
        })
        .collect();
    let mut slack = room - wanted.iter().sum::<i32>() - lanes.iter().sum::<i32>();
    if slack < 0 {
        // Columns give way in proportion to what they have above their least.
        let spare: i32 = wanted
            .iter()
            .zip(least)
            .map(|(wanted, least)| wanted - least)
            .sum();
        let missing = (-slack).min(spare);
        for (wanted, least) in wanted.iter_mut().zip(least) {
            *wanted -= (*wanted - least) * missing / spare.max(1);
        }
        slack = room - wanted.iter().sum::<i32>() - lanes.iter().sum::<i32>();
    }
    if slack > 0 {
        let share = slack / 2 / count;
        for lane in &mut lanes {
            let more = share.min((WIDEST_LANE - *lane).max(0));
            *lane += more;
            slack -= more;
        }
        // What is left goes to the texts, to each in proportion.
        let sum: i32 = wanted.iter().sum();
        let left = slack;
        for wanted in &mut wanted {
            let more = left * *wanted / sum.max(1);
            *wanted += more;
            slack -= more;
        }
        wanted[0] += slack;
    }
    (wanted, lanes)
}
