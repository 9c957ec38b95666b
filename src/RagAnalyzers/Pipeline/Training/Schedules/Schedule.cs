using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Pipeline.Training.Schedules;

/// <summary>What runs a piece of code again and again.</summary>
/// <param name="Place">Where the code says so.</param>
/// <param name="Name">What it is called there, in words for a message.</param>
internal sealed record Schedule(Location Place, string Name);
