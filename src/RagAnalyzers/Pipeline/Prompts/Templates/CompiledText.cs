using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Prompts.Templates;

/// <summary>A text that Semantic Kernel does not send as it is: a template that it compiles, or a prompt whose message tags it reads.</summary>
/// <param name="Call">The call that is given the text.</param>
/// <param name="Value">What it is given: the text, or a configuration object that holds it.</param>
/// <param name="Text">The expression that makes the text, as far as this body shows it.</param>
/// <param name="Origins">What the text is made of, piece by piece.</param>
/// <param name="IsTemplate">It is a template; of any other prompt only the message tags are read.</param>
internal sealed record CompiledText(IOperation Call, IOperation Value, IOperation Text, TraceResult Origins, bool IsTemplate)
{
    private const string TextMember = "Template";
    private const string Factory = "promptTemplateFactory";

    // Locals are followed to the text that they were given, one by one.
    private const int MaximumDepth = 8;

    private static readonly AccessPath AtTemplate = AccessPath.Empty.Push(TextMember);

    /// <summary>What the text comes through.</summary>
    public IReadOnlyCollection<IOperation> Passed { get; init; } = System.Array.Empty<IOperation>();

    /// <summary>On the way, what would be read as code is taken out or encoded.</summary>
    public bool IsDisarmed { get; init; }

    /// <summary>The texts of a body.</summary>
    public static IEnumerable<CompiledText> In(Body body) =>
        ReachedModelCall.In(body).IsEmpty && !body.Picture.Mentions.Any<PromptFunctionFact>(body) ? [] : Read(body);

    private static IEnumerable<CompiledText> Read(Body body)
    {
        foreach (var call in ReachedModelCall.In(body).Where(static c => c.Fact.Sdk == SdkKind.SemanticKernel))
        {
            foreach (var value in call.Arguments(call.Fact.Prompt))
            {
                if (call.Fact.Arguments is not null && IsCompiledBy(call))
                {
                    yield return Of(body, call, value, isTemplate: true);
                }
                else if (call.Fact.Arguments is null && IsChat(call) && IsText(value))
                {
                    yield return Of(body, call, value, isTemplate: false);
                }
            }
        }

        foreach (var (operation, fact) in body.CallsWith<PromptFunctionFact>().Where(static c => c.Fact.Form == PromptForm.Template))
        {
            var factory = new ReachedInvocation<PromptFunctionFact>(new Route(body.Picture, Calls: null), operation, fact);
            foreach (var value in factory.Arguments(fact.Prompt).Where(_ => IsCompiledBy(factory)))
            {
                yield return Of(body, factory, value, isTemplate: true);
            }
        }
    }

    private static CompiledText Of<TFact>(Body body, ReachedCall<TFact> call, IOperation value, bool isTemplate)
        where TFact : SdkFact
    {
        var passed = new HashSet<IOperation>();
        var origins = call.Route.TraceThroughCallers(value, FlowMode.Content, IsText(value) ? null : AtTemplate, passed);
        return new CompiledText(call.Operation, value, TextIn(body, value, MaximumDepth), origins, isTemplate)
        {
            Passed = passed,
            IsDisarmed = passed.OfType<IInvocationOperation>().Any(c => isTemplate ? TakesBraces(c) : EncodingExemption.Encodes(c)),
        };
    }

    private static bool TakesBraces(IInvocationOperation call) =>
        call.TargetMethod.Name == "Replace"
        && call.Arguments.FirstOrDefault()?.Value.ConstantValue is { HasValue: true, Value: string or char } taken
        && taken.Value!.ToString()!.IndexOf('{') >= 0;

    /// <summary>Another factory than Semantic Kernel's own may leave the text as it is.</summary>
    private static bool IsCompiledBy<TFact>(ReachedCall<TFact> call)
        where TFact : SdkFact =>
        call.Argument(Factory) is not { } factory
        || call.TraceThroughCallers(factory, FlowMode.Value)
            .Origins.All(o =>
                o.Kind == OriginKind.Null
                || (
                    o is { Kind: OriginKind.Creation, Symbol: ITypeSymbol type }
                    && type.GetMembers().Any(m => call.Picture.Sdks.TryGetFact<EncodingExemptionFact>(m, out _))
                )
            );

    /// <summary>The services that make a conversation of one text.</summary>
    private static bool IsChat(ReachedModelCall call) =>
        call.Operation.CalledMethod()?.ContainingType.Name == "ChatCompletionServiceExtensions";

    private static bool IsText(IOperation value) => value.Type?.SpecialType == SpecialType.System_String;

    /// <summary>The expression that makes the text: what a local was given, what a configuration object holds.</summary>
    private static IOperation TextIn(Body body, IOperation value, int depth)
    {
        var text = value.Unwrapped() switch
        {
            _ when depth == 0 => null,
            ILocalReferenceOperation local => OnlyValueOf(body, local.Local),
            IObjectCreationOperation creation => creation
                .Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
                .FirstOrDefault(static a => a.Target is IPropertyReferenceOperation { Property.Name: TextMember })
                ?.Value
                ?? creation.Arguments.FirstOrDefault(static a => a.Parameter?.Name == "template")?.Value,
            _ => null,
        };
        return text is null || text.IsImplicit ? value.Unwrapped() : TextIn(body, text, depth - 1);
    }

    /// <summary>What a local is declared with, when nothing else is ever put into it.</summary>
    private static IOperation? OnlyValueOf(Body body, ILocalSymbol local)
    {
        var references = body.Index.ReferencesTo(local);
        return
            references.OfType<IVariableDeclaratorOperation>().FirstOrDefault()?.Initializer?.Value is { } value
            && !references.Any(static r => r.Parent is IAssignmentOperation assignment && ReferenceEquals(assignment.Target, r))
            ? value
            : null;
    }
}
