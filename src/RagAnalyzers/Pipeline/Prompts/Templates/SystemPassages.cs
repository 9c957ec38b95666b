using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Flow.Writes;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Retrievals;

namespace RagAnalyzers.Pipeline.Prompts.Templates;

/// <summary>Passages that a template renders in a system message.</summary>
/// <param name="Template">The expression that says the template.</param>
/// <param name="Variables">The variables that hold them.</param>
internal sealed record SystemPassages(Location Template, ImmutableArray<string> Variables)
{
    /// <summary>Those of a call; null where there are none, or where its template is not one constant text.</summary>
    public static SystemPassages? Of(ReachedModelCall call)
    {
        if (
            call.Fact.Arguments is not { } parameter
            || call.Argument(parameter) is not { } arguments
            || TemplateReader.Read(call).Templates is not [{ Written: { } written } template]
        )
        {
            return null;
        }

        var holding = template
            .Text.InSystemMessages.Where(v =>
                call.TraceThroughCallers(arguments, FlowMode.Content, AccessPath.Empty.Push(KeyedElements.Step(v)))
                    .Origins.Any(o => Passages.AreAt(call.Picture, o))
            )
            .OrderBy(static v => v)
            .ToImmutableArray();
        return holding.IsEmpty ? null : new SystemPassages(WrittenText.Of(call.Picture, written).Syntax.GetLocation(), holding);
    }
}
