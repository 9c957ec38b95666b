namespace RagAnalyzers.Flow.Uses;

/// <summary>Whether a value gets somewhere.</summary>
internal enum Reach
{
    /// <summary>All of its uses can be seen, and this is none of them.</summary>
    Never,

    /// <summary>Under a condition, through code that may or may not run, or out of sight.</summary>
    Perhaps,

    /// <summary>Whenever the value is made, unless an exception comes first.</summary>
    Certainly,
}
