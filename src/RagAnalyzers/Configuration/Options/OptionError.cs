namespace RagAnalyzers.Configuration.Options;

/// <summary>An option that is set to something it cannot be.</summary>
/// <param name="Key">As the file has it, in lower case.</param>
/// <param name="Value">All that the file sets it to.</param>
/// <param name="Problem">What is wrong, and what is allowed.</param>
internal sealed record OptionError(string Key, string Value, string Problem);
