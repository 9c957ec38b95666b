using Microsoft.CodeAnalysis;

namespace RagAnalyzers.CodeFixes.Infrastructure;

/// <summary>A fix that has been worked out but not yet been validated.</summary>
/// <param name="Title">What the user reads.</param>
/// <param name="EquivalenceKey">The same for every fix of the same kind, so that Fix All can repeat it.</param>
/// <param name="Changed">The document with the fix applied.</param>
/// <param name="Calls">The annotation that the invocations carry about which the rule must have nothing more to say.</param>
internal sealed record ProposedFix(string Title, string EquivalenceKey, Document Changed, SyntaxAnnotation Calls);
