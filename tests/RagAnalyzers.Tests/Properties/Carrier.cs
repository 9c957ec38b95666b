namespace RagAnalyzers.Tests.Properties;

/// <summary>A way in which code carries a text that stays the same text.</summary>
internal enum Carrier
{
    Local,
    Helper,
    TrimmingHelper,
    AsyncHelper,
    OutParameter,
    Lambda,
    LocalFunction,
    Field,
    Property,
    RecordProperty,
    Tuple,
    Branch,
    Conditional,
    Loop,
    List,
    Dictionary,
    StringBuilder,
    Interpolation,
    Coalesce,
    TryFinally,
    GenericHelper,
    ExtensionMethod,
    OtherClass,
}
