using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Flow.Writes;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Retrievals;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Templates;

namespace RagAnalyzers.Pipeline.Prompts.Templates;

/// <summary>An assignment that exempts passages from the encoding that a prompt template does, or a line of a prompt document.</summary>
/// <param name="Operation">The assignment, or what says the document.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Call">The call that renders the template.</param>
/// <param name="Variable">The variable of the template whose value holds the passages.</param>
/// <param name="Passages">Where they come from.</param>
/// <param name="IsText">The value is a text; only of texts every template language knows how to encode them.</param>
internal sealed record EncodingExemption(
    IOperation Operation,
    Location Place,
    IOperation Call,
    string Variable,
    Origin Passages,
    bool IsText
)
{
    // Who calls one of them on the way has encoded by hand.
    private static readonly ImmutableHashSet<string> Encoding = ImmutableHashSet.Create(
        "HtmlEncode",
        "HtmlAttributeEncode",
        "Encode",
        "Escape",
        "XmlEncode"
    );

    /// <summary>The call encodes a text for markup.</summary>
    public static bool Encodes(IInvocationOperation call) => Encoding.Contains(call.TargetMethod.Name);

    /// <summary>The exemptions that stand in a body.</summary>
    public static IEnumerable<EncodingExemption> In(Body body) =>
        body.Picture.Mentions.Any<EncodingExemptionFact>(body.Root) || DocumentExemption.MayBeIn(body)
            ? InAll(body.Picture).Where(e => ReferenceEquals(e.Operation.Root(), body.Root))
            : Enumerable.Empty<EncodingExemption>();

    private static ImmutableArray<EncodingExemption> InAll(Picture picture) =>
        picture
            .Once(static p => new Lazy<ImmutableArray<EncodingExemption>>(
                // Nothing is locked while other bodies are read: what is read twice is the same.
                () => Read(p),
                LazyThreadSafetyMode.PublicationOnly
            ))
            .Value;

    /// <summary>One for each assignment, whichever calls and variables it is for.</summary>
    private static ImmutableArray<EncodingExemption> Read(Picture picture) =>
        picture
            .BodiesMentioningAny(NamesOfCallsWithTemplates(picture))
            .SelectMany(static b => ReachedModelCall.In(b))
            .Where(static c => c.Fact.Arguments is not null)
            .SelectMany(Of)
            .GroupBy(static e => e.Place)
            .Select(static g => g.First())
            .ToImmutableArray();

    private static HashSet<string> NamesOfCallsWithTemplates(Picture picture) =>
        new(
            picture
                .Sdks.SymbolsWith<ModelCallFact>()
                .Where(s => picture.Sdks.TryGetFact<ModelCallFact>(s, out var fact) && fact.Arguments is not null)
                .Select(static s => s.Name)
        );

    private static IEnumerable<EncodingExemption> Of(ReachedModelCall call)
    {
        if (call.Argument(call.Fact.Arguments) is not { } arguments)
        {
            yield break;
        }

        foreach (var template in TemplateReader.Read(call).Templates)
        {
            foreach (var variable in template.Text.Variables)
            {
                var exempting = AssignmentsFor(call.Picture, template, variable)
                    .Select(static a => (Operation: (IOperation)a, Place: a.Syntax.GetLocation()))
                    .Concat(DocumentExemption.LinesFor(template, variable))
                    .ToList();
                if (exempting.Count == 0 || PassagesIn(call, arguments, variable) is not var (passages, isText))
                {
                    continue;
                }

                foreach (var (operation, place) in exempting)
                {
                    yield return new EncodingExemption(operation, place, call.Operation, variable, passages, isText);
                }
            }
        }
    }

    private static (Origin Passages, bool IsText)? PassagesIn(ReachedModelCall call, IOperation arguments, string variable)
    {
        var path = AccessPath.Empty.Push(KeyedElements.Step(variable));
        var passed = new HashSet<IOperation>();
        var passages = call
            .Route.TraceThroughCallers(arguments, FlowMode.Content, path, passed)
            .Origins.FirstOrDefault(o => Retrievals.Passages.AreAt(call.Picture, o));
        return passages is null || passed.OfType<IInvocationOperation>().Any(Encodes) ? null : (passages, AreTexts(passed));
    }

    /// <summary>What is put into the arguments on the way of a trace is text.</summary>
    private static bool AreTexts(IEnumerable<IOperation> passed)
    {
        var values = passed.Where(IsEntry).ToList();
        return values.Count > 0 && values.TrueForAll(static v => v.Unwrapped().Type?.SpecialType == SpecialType.System_String);
    }

    private static bool IsEntry(IOperation value) =>
        value.ParentOf(out var child) switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.Length: 1 } } assignment => ReferenceEquals(
                assignment.Value,
                child
            ),
            IArgumentOperation
            {
                Parent: IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd", Arguments.Length: 2 } call
            } argument => ReferenceEquals(call.Arguments[1], argument),
            _ => false,
        };

    /// <summary>What certainly exempts a variable of a template from encoding.</summary>
    private static IEnumerable<ISimpleAssignmentOperation> AssignmentsFor(Picture picture, UsedTemplate template, string variable)
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
                ExemptionScope.Template
                    when template.Language is TemplateFormat.Handlebars or TemplateFormat.Liquid && IsConfiguration(template.Value) =>
                    template.Route.TraceThroughCallers(template.Value, FlowMode.Value, path),
                ExemptionScope.Variable when IsConfiguration(template.Value) => DescriptionsOf(template, variable)
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
