//! From an error of the parser to the mistake of the author.
//!
//! The parser says where it gave up and in which state; the usual mistakes of people who type
//! a document by hand are found by looking at the text around that place.

mod around;
mod lines;

use granit_parser::ErrorKind;

use super::SyntaxReason;
use crate::{
    source::{Source, floor_char_boundary},
    span::Span,
};
use around::Around;

/// A mistake and the place to point at.
type Found = (SyntaxReason, Span);

/// The character at byte `at`, or an empty span at the end of the text.
pub(super) fn character_at(text: &str, at: usize) -> Span {
    let at = floor_char_boundary(text, at);
    let length = text
        .get(at..)
        .and_then(|rest| rest.chars().next())
        .map_or(0, char::len_utf8);
    Span::new(at, at + length)
}

/// The mistake behind an error of the parser at byte `at`, and the place to point at.
pub(super) fn explain(
    source: &Source,
    error: &ErrorKind,
    at: usize,
    document_start: usize,
) -> Found {
    let around = Around::new(source, at, document_start);
    use ErrorKind as E;
    match error {
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabInIndentation
        | E::TabAtBlockScalarStart
        | E::TabInPlainScalar
        | E::InvalidBlockEntryWhitespace
        | E::InvalidMappingValueWhitespace => (SyntaxReason::Tab, around.tab()),
        E::UnclosedQuotedScalar
        | E::InvalidQuotedScalarIndent
        | E::DocumentIndicatorInQuotedScalar => around.unclosed_quote(),
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => {
            around.after_quote()
        }
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate
        | E::InvalidUnicodeEscape => (SyntaxReason::BadEscape, around.bad_escape()),
        E::MisplacedFlowCollectionEnd
        | E::UnclosedFlowCollection { .. }
        | E::MismatchedFlowCollectionEnd { .. } => around.bracket(),
        E::InvalidColonPlacement
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator
        | E::FlowMappingValueAdjacentCollection
        | E::BlockEntryInFlowCollection
        | E::InvalidFlowScalarIndent
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping => around.in_brackets(),
        E::UnexpectedCharacter { .. }
        | E::MissingAnchorOrAliasName
        | E::InvalidBlockScalarHeader
        | E::ZeroBlockScalarIndent
        | E::MappingKeyNotAllowed
        | E::PlainScalarStartsWithDashFlowIndicator
        | E::UndeclaredTagHandle
        | E::UnclosedVerbatimTag
        | E::MissingTagUri
        | E::InvalidTagTerminator
        | E::InvalidGlobalTagCharacter
        | E::InvalidTagEscape
        | E::MissingDocumentEndBeforeDirective => around.special(),
        E::CommentNotSeparated => (
            SyntaxReason::NoSpaceBeforeComment,
            character_at(source.text(), at),
        ),
        E::BlockSequenceEntryNotAllowed => (
            SyntaxReason::DashAfterColon,
            character_at(source.text(), at),
        ),
        E::CommentInterceptedScalar => around.comment_in_value(),
        E::MappingValueNotAllowed | E::SimpleKeyExpected | E::InvalidSimpleKey => around.key(),
        E::ExpectedBlockMappingKey
        | E::UnexpectedEofBlockMapping
        | E::ExpectedBlockSequenceEntry
        | E::UnexpectedEofBlockSequence
        | E::InvalidIndentation
        | E::InvalidDocumentEnd
        | E::InvalidBlockScalarIndent => around.indentation(),
        E::ExpectedDocumentStart => around.document_start(),
        _ => (SyntaxReason::Other, around.rest_of_line()),
    }
}
