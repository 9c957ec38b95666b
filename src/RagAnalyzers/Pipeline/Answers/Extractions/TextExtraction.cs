using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Pipeline.Answers.Extractions;

/// <summary>Code that reads data out of a text without a parser.</summary>
/// <param name="Operation">What takes the text apart.</param>
/// <param name="Text">The text.</param>
/// <param name="Kind">How.</param>
/// <param name="Shown">What it reads, in words that end a sentence: a type's name, a pattern, a separator.</param>
internal sealed record TextExtraction(IOperation Operation, IOperation Text, TextExtractionKind Kind, string Shown);

/// <summary>The ways in which data is read out of a text.</summary>
internal enum TextExtractionKind
{
    /// <summary><c>int.Parse</c> and its kin.</summary>
    Value,

    /// <summary>A group of a regular expression.</summary>
    Group,

    /// <summary>A piece at an index.</summary>
    Piece,

    /// <summary>What stands between two markers.</summary>
    Between,

    /// <summary>What follows one label or another.</summary>
    Labelled,
}
