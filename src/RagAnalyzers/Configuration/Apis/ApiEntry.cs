using Microsoft.CodeAnalysis;
using RagAnalyzers.Text.Apis;

namespace RagAnalyzers.Configuration.Apis;

/// <summary>A line of a table that can be read.</summary>
/// <param name="Line">What it says.</param>
/// <param name="Number">The number of the line, counted from 1.</param>
/// <param name="Location">Where it stands.</param>
internal sealed record ApiEntry(ApiLine Line, int Number, Location Location);
