namespace RagAnalyzers.Pipeline.Retrievals.Uses;

/// <summary>What of a hit is used.</summary>
internal enum PassagePart
{
    /// <summary>All of it, its text included: hits, a hit, its record.</summary>
    Whole,

    /// <summary>Its text, or what may be its text.</summary>
    Text,

    /// <summary>What tells which hit it is: a name, a title, a key, an address.</summary>
    Name,

    /// <summary>How relevant it is.</summary>
    Score,

    /// <summary>A number, a date: how many hits there are, how long a text is, what something costs.</summary>
    Number,
}
