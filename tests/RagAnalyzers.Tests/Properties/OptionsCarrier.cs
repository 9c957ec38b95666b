namespace RagAnalyzers.Tests.Properties;

/// <summary>A way in which code carries the options of a call.</summary>
internal enum OptionsCarrier
{
    Local,
    Helper,
    Field,
    Property,
    Lambda,
    Clone,
    Coalesce,
    Branch,
}
