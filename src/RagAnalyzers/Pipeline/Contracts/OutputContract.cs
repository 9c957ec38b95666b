using Microsoft.CodeAnalysis.Operations;

namespace RagAnalyzers.Pipeline.Contracts;

/// <summary>What a model call makes sure of about the form of the answer.</summary>
/// <param name="Kind">The guarantee.</param>
/// <param name="Options">Where the options of the call come from.</param>
/// <param name="Creation">For <see cref="OptionsPlace.Created"/>: the one object creation.</param>
/// <param name="Assignment">For <see cref="OutputContractKind.JsonMode"/>: the one assignment that sets it, in options that go to this call
/// alone; or null.</param>
internal sealed record OutputContract(
    OutputContractKind Kind,
    OptionsPlace Options,
    IObjectCreationOperation? Creation = null,
    FormatAssignment? Assignment = null
);

/// <summary>The guarantee of an output contract.</summary>
internal enum OutputContractKind
{
    /// <summary>Certainly nothing constrains the form.</summary>
    None,

    /// <summary>JSON of any shape.</summary>
    JsonMode,

    /// <summary>A schema.</summary>
    Schema,

    /// <summary>There may be a schema; it cannot be seen.</summary>
    Perhaps,
}

/// <summary>Where the options of a model call come from.</summary>
internal enum OptionsPlace
{
    /// <summary>The call passes none.</summary>
    Absent,

    /// <summary>One object creation in this body, passed to this model call alone.</summary>
    Created,

    /// <summary>Anything else.</summary>
    Other,
}
