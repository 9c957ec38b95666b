namespace RagAnalyzers.Flow.Origins;

/// <summary>The kinds of places at which a trace ends.</summary>
internal enum OriginKind
{
    /// <summary>A compile-time constant.</summary>
    Constant,

    /// <summary><c>null</c> or <c>default</c>.</summary>
    Null,

    /// <summary><c>typeof(T)</c>.</summary>
    Type,

    /// <summary>A call that the knowledge names as an origin of its own.</summary>
    Source,

    /// <summary>An object made here.</summary>
    Creation,

    /// <summary>A member of an object made here that nothing visible sets.</summary>
    Unset,

    /// <summary>A static member of a library.</summary>
    StaticMember,

    /// <summary>A parameter of the body.</summary>
    Parameter,

    /// <summary>A field or property whose content is not known.</summary>
    State,

    /// <summary>A call into code that is not followed.</summary>
    Call,

    /// <summary>Anything else.</summary>
    Unknown,
}
