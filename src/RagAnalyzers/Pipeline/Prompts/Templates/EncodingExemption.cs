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
using RagAnalyzers.Pipeline.Tools;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Templates;

namespace RagAnalyzers.Pipeline.Prompts.Templates;

/// <summary>An assignment that exempts passages from the encoding that a prompt template does, or a line of a prompt document.</summary>
/// <param name="Operation">The assignment, or what says the document.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Call">The call that renders the template.</param>
/// <param name="Name">The variable of the template whose value holds the passages, or the function that returns them.</param>
/// <param name="Passages">Where they come from.</param>
/// <param name="IsText">The value is a text; only of texts every template language knows how to encode them.</param>
internal sealed record EncodingExemption(IOperation Operation, Location Place, IOperation Call, string Name, Origin Passages, bool IsText)
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
        body.Picture.Mentions.Any<EncodingExemptionFact>(body) || DocumentExemption.MayBeIn(body)
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
        foreach (var template in TemplateReader.Read(call).Templates)
        {
            foreach (var rendered in Rendered(template))
            {
                var exempting = ExemptingAssignments
                    .For(call.Picture, template, rendered.Variable)
                    .Select(static a => (Operation: (IOperation)a, Place: a.Syntax.GetLocation()))
                    .Concat(DocumentExemption.PlacesFor(template, rendered.Variable))
                    .ToList();
                if (exempting.Count == 0 || PassagesIn(call, template, rendered) is not var (passages, isText))
                {
                    continue;
                }

                foreach (var (operation, place) in exempting)
                {
                    yield return new EncodingExemption(operation, place, call.Operation, rendered.Name, passages, isText);
                }
            }
        }
    }

    /// <summary>What a template renders: variables, and the results of functions.</summary>
    private static IEnumerable<(string Name, string? Variable, TemplateFunction? Function)> Rendered(UsedTemplate template) =>
        template
            .Text.Variables.Select(static v => (v, (string?)v, (TemplateFunction?)null))
            .Concat(template.Text.Functions.Select(static f => (f.Call, (string?)null, (TemplateFunction?)f)));

    private static (Origin Passages, bool IsText)? PassagesIn(
        ReachedModelCall call,
        UsedTemplate template,
        (string Name, string? Variable, TemplateFunction? Function) rendered
    )
    {
        var passed = new HashSet<IOperation>();
        if (rendered.Function is { } function)
        {
            // Handlebars encodes what is a text, and gives everything else to its blocks as it is.
            var isText = template.Language == TemplateFormat.Handlebars;
            return
                KernelFunctions.PassagesFrom(call.Picture, ToolReader.Registered(call), function, isText, passed) is { } found
                && !passed.OfType<IInvocationOperation>().Any(Encodes)
                ? (found, true)
                : null;
        }

        return call.Argument(call.Fact.Arguments!) is { } arguments ? PassagesIn(call, arguments, rendered.Variable!) : null;
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
}
