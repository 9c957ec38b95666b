using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Configuration.Apis;

/// <summary>What is wrong with a line of a table.</summary>
/// <param name="Problem">What is wrong with it.</param>
/// <param name="Location">Where it stands.</param>
internal sealed record ApiError(string Problem, Location Location);
