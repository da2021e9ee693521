//! By what a result is known again.

use std::{
    fmt::Write as _,
    fs::{self, File},
    io,
    thread::{self, JoinHandle},
};

use crate::{corpus::Extent, lint::Linter, source::Digest};

/// The digest of the program that runs: another one may find something else, whatever its version
/// says.
#[derive(Debug)]
pub struct Program(blake3::Hash);

impl Program {
    /// Reads the program, while others make ready what is needed too.
    pub fn read() -> Option<JoinHandle<Option<Self>>> {
        thread::Builder::new().spawn(|| Self::of_this().ok()).ok()
    }

    fn of_this() -> io::Result<Self> {
        // Under its own name there may be a newer one by now.
        let own = if cfg!(target_os = "linux") {
            is_started_by_itself()?;
            File::open(OWN)?
        } else {
            File::open(std::env::current_exe()?)?
        };
        let mut hasher = blake3::Hasher::new();
        hasher.update_reader(own)?;
        Ok(Self(hasher.finalize()))
    }

    /// A program that is known by a name.
    pub fn named(name: &str) -> Self {
        Self(blake3::hash(name.as_bytes()))
    }
}

/// The program that the system started.
const OWN: &str = "/proc/self/exe";

/// Whether that is this program. It is not where the loader was told to load it
/// (`ld-linux.so.2 sopan`), and then it is the same for all programs.
///
/// # Errors
///
/// Where it is another, or the system does not tell.
fn is_started_by_itself() -> io::Result<()> {
    let own = fs::read_link(OWN)?;
    let here = is_started_by_itself as fn() -> io::Result<()> as usize;
    // `5581e0-5582f0 r-xp 00000000 08:02 135522    /usr/bin/sopan`
    let maps = fs::read("/proc/self/maps")?;
    let is_here = |line: &&[u8]| {
        let range = line.split(|sign| *sign == b' ').next().unwrap_or_default();
        let range = str::from_utf8(range).ok().and_then(|it| it.split_once('-'));
        range.is_some_and(|(start, end)| {
            let at = |text| usize::from_str_radix(text, 16).unwrap_or_default();
            (at(start)..at(end)).contains(&here)
        })
    };
    let line = maps.split(|sign| *sign == b'\n').find(is_here);
    if line.is_some_and(|line| line.ends_with(own.as_os_str().as_encoded_bytes())) {
        Ok(())
    } else {
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// What is the same for all files of a run.
#[derive(Debug)]
pub(super) struct Ground(blake3::Hasher);

impl Ground {
    pub(super) fn new(program: &Program, linter: Linter<'_>, facts: Extent) -> Self {
        let Linter {
            rules,
            today,
            limits,
            excerpts,
        } = linter;
        let facts: u8 = match facts {
            Extent::Part => 0,
            Extent::Everything => 1,
        };
        let mut hasher = blake3::Hasher::new();
        hasher
            .update(program.0.as_bytes())
            .update(blake3::hash(rules.digest().as_bytes()).as_bytes())
            .update(&today.year().to_le_bytes())
            .update(format!("{limits:?}").as_bytes())
            .update(&[0, u8::from(excerpts), facts]);
        // Facts name rules by their positions.
        for rule in rules.rules() {
            hasher.update(rule.code.as_bytes()).update(&[0xff]);
        }
        Self(hasher)
    }

    pub(super) fn key(&self, bytes: Digest, region: Option<&str>) -> Key {
        let mut hasher = self.0.clone();
        hasher.update(bytes.as_bytes());
        if let Some(region) = region {
            hasher.update(region.as_bytes());
        }
        hasher.update(&[u8::from(region.is_some())]);
        Key {
            digest: bytes,
            all: hasher.finalize(),
        }
    }
}

/// By what the result for the bytes of a file is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Of the bytes alone.
    pub(super) digest: Digest,
    /// Of all that decides over the result.
    all: blake3::Hash,
}

impl Key {
    /// Its name in the cache.
    pub(super) fn name(&self) -> String {
        let mut name = String::with_capacity(64);
        for byte in self.all.as_bytes() {
            let _ = write!(name, "{byte:02x}");
        }
        name
    }
}
