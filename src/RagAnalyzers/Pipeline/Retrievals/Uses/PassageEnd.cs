namespace RagAnalyzers.Pipeline.Retrievals.Uses;

/// <summary>What becomes of a hit, or of a part of it, somewhere in the code.</summary>
internal enum PassageEnd
{
    /// <summary>It becomes a part of a prompt: a message is made of it, a template's argument, or a model call gets it.</summary>
    Sent,

    /// <summary>It is put into a text or a collection, which is followed from there.</summary>
    Kept,

    /// <summary>Somebody looks whether there is any.</summary>
    Missed,

    /// <summary>Something else is decided by it.</summary>
    Tested,

    /// <summary>It is written to a log.</summary>
    Logged,

    /// <summary>It is written to the console.</summary>
    Shown,

    /// <summary>The body of the retrieval returns it; callers go on from there.</summary>
    Returned,

    /// <summary>It is put into a field or a property.</summary>
    Stored,

    /// <summary>It is left out, or put into an order.</summary>
    Chosen,

    /// <summary>A loop goes through it.</summary>
    Visited,

    /// <summary>It is handed to a method of the compilation, into which it is followed.</summary>
    Handed,

    /// <summary>It is thrown away on purpose: <c>_ = ...</c>.</summary>
    Discarded,

    /// <summary>It goes to another service, or on to where it cannot be followed.</summary>
    Elsewhere,
}
