using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Prompts;

/// <summary>Says who speaks what a constructor, a factory or a method of a history makes a message of.</summary>
internal static class PromptRoles
{
    /// <summary>The role of the message, or null when it is not known.</summary>
    public static PromptRole? Of(Picture picture, IOperation part)
    {
        var member = part is IConversionOperation conversion ? conversion.OperatorMethod : part.CalledMethod();
        if (member is null || !picture.Sdks.TryGetFact<PromptPartFact>(member, out var fact))
        {
            return null;
        }

        if (fact.RoleParameter is not { } name)
        {
            return fact.Role;
        }

        if (part.ArgumentNamed(name) is not { } argument)
        {
            return null;
        }

        var roles = picture
            .TraceWithinBody(argument, FlowMode.Value)
            .Origins.Select(o =>
                o.Symbol is not null && picture.Sdks.TryGetFact<RoleValueFact>(o.Symbol, out var role) ? role.Role : (PromptRole?)null
            )
            .Distinct()
            .ToList();
        return roles.Count == 1 ? roles[0] : null;
    }
}
