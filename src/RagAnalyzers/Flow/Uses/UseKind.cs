namespace RagAnalyzers.Flow.Uses;

/// <summary>What code does with a value next.</summary>
internal enum UseKind
{
    /// <summary>It goes on as it is: awaited, one of two alternatives, behind <c>?.</c>.</summary>
    Same,

    /// <summary>It is put into a variable, a field or a property.</summary>
    Assigned,

    /// <summary>It becomes part of something: a text, a collection, a tuple.</summary>
    Joined,

    /// <summary>It is handed to a call, a constructor or an operator.</summary>
    Passed,

    /// <summary>It leaves its function.</summary>
    Returned,

    /// <summary>A member is read off it, a method called on it, or its elements are gone through.</summary>
    Read,

    /// <summary>It decides something: a comparison, a pattern, a condition.</summary>
    Tested,

    /// <summary>Nobody looks at it: discarded, disposed of, left standing as a statement.</summary>
    ThrownAway,

    /// <summary>The variable that held it gets another value there.</summary>
    Replaced,

    /// <summary>Anything else.</summary>
    Other,
}
