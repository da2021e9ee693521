//! The kinds of channel.

/// What kind of channel a text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContactKind {
    /// Telephone, also a short number such as 112.
    Phone,
    /// WhatsApp.
    Whatsapp,
    /// Text message.
    Sms,
    /// Facsimile.
    Fax,
    /// Email.
    Email,
    /// Website.
    Website,
    /// An account of a social network.
    Social(Network),
    /// SP4N-LAPOR!, the national complaint channel.
    Lapor,
    /// An app other than those above.
    App,
    /// Coming in person: a desk, a room, an office.
    InPerson,
    /// A suggestion or complaint box.
    Box,
    /// A complaint book or form.
    Book,
    /// A letter: a postal address.
    Post,
}

/// A social network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Network {
    /// Instagram
    Instagram,
    /// Facebook
    Facebook,
    /// X, formerly Twitter
    X,
    /// TikTok
    Tiktok,
    /// YouTube
    Youtube,
    /// Telegram
    Telegram,
    /// Threads
    Threads,
    /// LINE
    Line,
    /// Not said which.
    Unnamed,
}

impl ContactKind {
    /// The usual name in Indonesian, as printed before the address.
    pub fn label(self) -> &'static str {
        match self {
            Self::Phone => "Telepon",
            Self::Whatsapp => "WhatsApp",
            Self::Sms => "SMS",
            Self::Fax => "Faksimile",
            Self::Email => "Email",
            Self::Website => "Situs web",
            Self::Social(network) => match network {
                Network::Instagram => "Instagram",
                Network::Facebook => "Facebook",
                Network::X => "Twitter",
                Network::Tiktok => "TikTok",
                Network::Youtube => "YouTube",
                Network::Telegram => "Telegram",
                Network::Threads => "Threads",
                Network::Line => "LINE",
                Network::Unnamed => "Media sosial",
            },
            Self::Lapor => "SP4N-LAPOR!",
            Self::App => "Aplikasi",
            Self::InPerson => "Datang langsung",
            Self::Box => "Kotak Saran",
            Self::Book => "Buku Keluhan",
            Self::Post => "Alamat",
        }
    }
}
