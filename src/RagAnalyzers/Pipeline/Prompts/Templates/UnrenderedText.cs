using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Flow.Uses;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Templates;

namespace RagAnalyzers.Pipeline.Prompts.Templates;

/// <summary>A text with a placeholder that goes to a model as it is.</summary>
/// <param name="Text">The expression, or the piece of one, that says the text.</param>
/// <param name="Placeholder">The placeholder.</param>
/// <param name="Member">The member of the options that the text stands in where the call renders its prompt, or null.</param>
internal sealed record UnrenderedText(IOperation Text, string Placeholder, string? Member = null)
{
    /// <summary>A text of the prompt has a placeholder, which may be rendered on the way.</summary>
    public static bool MayBeIn(Prompt prompt) => prompt.Parts.Any(static p => p.Text is { } text && PlaceholderSearch.In(text) is not null);

    /// <summary>The texts that a call sends.</summary>
    public static IEnumerable<UnrenderedText> Of(ReachedModelCall call)
    {
        // An agent of Semantic Kernel may render its instructions.
        if (
            call.Fact.Protocol
            || (call.Fact.Configured is not null && call.Fact.Sdk == SdkKind.SemanticKernel)
            || call.Operation.ArgumentNamed(SdkFact.Receiver)?.Type is { } client && client.IsInSource()
        )
        {
            yield break;
        }

        // Semantic Kernel renders the prompt, and leaves what the settings say as it is.
        var isRendered = call.Fact.Arguments is not null;
        var sent = isRendered ? Enumerable.Empty<(TraceResult Sent, HashSet<IOperation> Passed, string? Member)>() : Sent(call);
        var texts = sent.Concat(Instructions(call))
            .SelectMany(static s => Texts(s.Sent).Select(t => (t.Operation, t.Text, s.Passed, s.Member)))
            .ToList();
        var found = texts
            .Select(static t => (t.Operation, Placeholder: PlaceholderSearch.In(t.Text), t.Passed, t.Member))
            .Where(static t => t.Placeholder is not null)
            .ToList();
        if (found.Count == 0 || texts.Exists(static t => PlaceholderSearch.IsAbout(t.Text)))
        {
            yield break;
        }

        foreach (var (operation, placeholder, passed, member) in found)
        {
            if (!passed.Any(static o => o is IInvocationOperation call ? MayRender(call) : IsFilledInPlace(o)))
            {
                yield return new UnrenderedText(WrittenText.Of(call.Picture, operation), placeholder!, isRendered ? member : null);
            }
        }
    }

    private static IEnumerable<(IOperation Operation, string Text)> Texts(TraceResult sent)
    {
        foreach (var origin in sent.Origins)
        {
            if (origin is { Kind: OriginKind.Constant, Path.IsEmpty: true, Operation.ConstantValue.Value: string text })
            {
                yield return (origin.Operation, text);
            }
        }
    }

    private static IEnumerable<(TraceResult Sent, HashSet<IOperation> Passed, string? Member)> Sent(ReachedModelCall call)
    {
        foreach (var argument in call.Arguments(call.Fact.Prompt.Except(call.Fact.Options)))
        {
            var passed = new HashSet<IOperation>();
            yield return (call.Route.TraceThroughCallers(argument, FlowMode.Content, trail: passed), passed, null);
        }
    }

    /// <summary>Those of the options, and of the agent that the call runs.</summary>
    private static IEnumerable<(TraceResult Sent, HashSet<IOperation> Passed, string? Member)> Instructions(ReachedModelCall call)
    {
        var members = call
            .Options.Members<PromptPartFact>()
            .Where(static m => m is { Member: IPropertySymbol, Fact: { Role: not null, Content.IsEmpty: true } })
            .Select(static m => m.Member.Name)
            .Distinct()
            .ToList();
        foreach (var options in call.Options.Passed.Concat(call.Options.OfAgent))
        {
            foreach (var member in members)
            {
                var passed = new HashSet<IOperation>();
                var path = AccessPath.Empty.Push(member);
                yield return (options.Route.TraceThroughCallers(options.Value, FlowMode.Content, path, passed), passed, member);
            }
        }
    }

    /// <summary>A builder whose placeholders are replaced where it stands: <c>text.Replace("{{$name}}", name);</c></summary>
    private static bool IsFilledInPlace(IOperation passed) =>
        passed.Type.HasFullName("System.Text.StringBuilder")
        && NextUse.Variable(passed) is { } builder
        && BodyIndex
            .Of(passed)
            .Invocations.Any(c => MayRender(c) && SymbolEqualityComparer.Default.Equals(NextUse.Variable(Built(c)), builder));

    /// <summary>The builder at the head of a chain of its calls.</summary>
    private static IOperation Built(IInvocationOperation call)
    {
        IOperation built = call;
        while (built is IInvocationOperation { Instance: { } instance })
        {
            built = instance.Unwrapped();
        }

        return built;
    }

    /// <summary>Whatever is called so may put something into the place of the placeholder.</summary>
    private static bool MayRender(IInvocationOperation call) =>
        new[] { "Replace", "Render", "Fill", "Format", "Expand", "Substitute", "Compile", "Apply", "Bind", "Interpolate" }.Any(n =>
            call.TargetMethod.Name.Contains(n)
        );
}
