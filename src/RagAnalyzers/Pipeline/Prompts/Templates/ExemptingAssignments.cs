using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Templates;

namespace RagAnalyzers.Pipeline.Prompts.Templates;

/// <summary>Finds the assignments in the code that exempt what a template renders from encoding.</summary>
internal static class ExemptingAssignments
{
    /// <summary>What certainly exempts what a template renders from encoding.</summary>
    /// <param name="variable">The variable; null for what functions return.</param>
    public static IEnumerable<ISimpleAssignmentOperation> For(Picture picture, UsedTemplate template, string? variable)
    {
        foreach (var member in picture.Sdks.SymbolsWith<EncodingExemptionFact>())
        {
            if (!picture.Sdks.TryGetFact<EncodingExemptionFact>(member, out var fact))
            {
                continue;
            }

            var path = AccessPath.Empty.Push(member.Name);
            var exempting = fact.Scope switch
            {
                ExemptionScope.Factory when template.Factory is { } factory => template.Route.TraceThroughCallers(
                    factory,
                    FlowMode.Value,
                    path
                ),
                // In Semantic Kernel's own language, it is about functions alone.
                ExemptionScope.Template
                    when (variable is null || template.Language is TemplateFormat.Handlebars or TemplateFormat.Liquid)
                        && IsConfiguration(template.Value) => template.Route.TraceThroughCallers(template.Value, FlowMode.Value, path),
                ExemptionScope.Variable when variable is not null && IsConfiguration(template.Value) => DescriptionsOf(template, variable)
                    .Select(d => picture.TraceThroughCallers(d, FlowMode.Value, path))
                    .FirstOrDefault(static t => t.Origins.Any(static o => o.Kind == OriginKind.Constant))
                    ?? TraceResult.Nothing,
                _ => TraceResult.Nothing,
            };
            if (
                exempting is { IsTruncated: false, Origins: [{ Operation: { ConstantValue: { HasValue: true, Value: true } } set } origin] }
                && origin.Path.IsEmpty
                && AssignmentOf(set) is { } assignment
                && SymbolEqualityComparer.Default.Equals((assignment.Target as IMemberReferenceOperation)?.Member, member)
            )
            {
                yield return assignment;
            }
        }
    }

    private static bool IsConfiguration(IOperation template) => template.Type?.SpecialType != SpecialType.System_String;

    /// <summary>The expressions whose value describes a variable in the configuration of a template.</summary>
    private static IEnumerable<IOperation> DescriptionsOf(UsedTemplate template, string variable)
    {
        var passed = new HashSet<IOperation>();
        var described = template.Route.TraceThroughCallers(template.Value, FlowMode.Value, AccessPath.Empty.Push("InputVariables"), passed);

        // What is set after the object was made is seen from the variable that holds it.
        return described
            .Origins.Where(static o => o.Kind == OriginKind.Creation)
            .Select(static o => o.Operation)
            .SelectMany(made =>
                passed.Where(p => p is ILocalReferenceOperation && SymbolEqualityComparer.Default.Equals(p.Type, made.Type)).Prepend(made)
            )
            .Distinct()
            .Where(o =>
                template.Route.Picture.TraceThroughCallers(o, FlowMode.Value, AccessPath.Empty.Push("Name"))
                    is { IsTruncated: false, Origins: [{ Kind: OriginKind.Constant, Operation.ConstantValue.Value: string name }] }
                && string.Equals(name, variable, StringComparison.OrdinalIgnoreCase)
            );
    }

    private static ISimpleAssignmentOperation? AssignmentOf(IOperation value) =>
        value.ParentOf(out var child) is ISimpleAssignmentOperation assignment && ReferenceEquals(assignment.Value, child)
            ? assignment
            : null;
}
