using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow;
using RagAnalyzers.Pipeline.Templates;
using RagAnalyzers.Pipeline.Tools;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Pipeline;

/// <summary>Reads the prompt of a model call by tracing its prompt arguments.</summary>
internal static class PromptReader
{
    // Read off a search result, these are facts about the search and no passage.
    private static readonly ImmutableHashSet<string> NoPassage = ImmutableHashSet.Create("Score", "TotalCount", "Count", "Length", "Relevance", "Key", "Id");

    private static readonly AccessPath Instructions = AccessPath.Empty.Push("Instructions");

    public static Prompt Read(PipelineModel model, IInvocationOperation call, ModelCallFact fact, CallChain? via)
    {
        var templates = TemplateReader.Read(model, call, fact, via);
        var sent = templates.Sent;
        foreach (var name in fact.Prompt.Where(_ => fact.Arguments is null))
        {
            if (call.ArgumentNamed(name) is { } argument)
                sent = sent.Union(model.Trace(argument, FlowMode.Content, via));
        }

        // Instructions travel in the options of some SDKs, or in the agent; unseen ones leave the prompt open.
        foreach (var name in fact.Options.Except(fact.Prompt).Where(n => n != fact.Arguments).Concat(fact.Configured is { } configured ? new[] { configured } : Enumerable.Empty<string>()))
        {
            if (call.ArgumentNamed(name) is { } options)
                sent = sent.Union(model.Trace(options, FlowMode.Content, via, Instructions));
        }

        var parts = sent.Origins
            .Where(static o => o.Kind is not (OriginKind.Creation or OriginKind.Unset or OriginKind.Null))
            .Select(o => new PromptPart(o, RoleOf(model, o.Part)))
            .Concat(templates.FromFiles)
            .ToImmutableArray();
        var tools = ToolReader.Read(model, call, fact, via);
        return new Prompt(parts, sent.IsComplete, sent.Origins.Any(o => IsPassage(model, o)) || tools.Retrieve, tools.MayBeThere) { IsTruncated = sent.IsTruncated };
    }

    /// <summary>The origin is the result of a retrieval, and not merely a number about it.</summary>
    public static bool IsPassage(PipelineModel model, Origin origin)
        => origin is { Kind: OriginKind.Source, Symbol: IMethodSymbol method }
            && model.Sdks.TryGetFact<RetrievalFact>(method, out var _)
            && !IsFact(origin.Path);

    /// <summary>A number about the search or about a text, wherever on the way it is read off.</summary>
    private static bool IsFact(AccessPath path)
    {
        for (var p = path; !p.IsEmpty; p = p.Rest)
        {
            if (NoPassage.Contains(p.Head))
                return true;
        }

        return false;
    }

    private static PromptRole? RoleOf(PipelineModel model, IOperation? part)
    {
        var member = part switch
        {
            IInvocationOperation call => call.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            IConversionOperation conversion => conversion.OperatorMethod,
            _ => null,
        };
        if (member is null || !model.Sdks.TryGetFact<PromptPartFact>(member, out var fact))
            return null;
        if (fact.RoleParameter is not { } name)
            return fact.Role;
        var argument = part switch
        {
            IInvocationOperation call => call.ArgumentNamed(name),
            IObjectCreationOperation creation => creation.ArgumentNamed(name),
            _ => null,
        };
        if (argument is null)
            return null;
        var roles = model.Tracer.Trace(argument, FlowMode.Value).Origins
            .Select(o => o.Symbol is not null && model.Sdks.TryGetFact<RoleValueFact>(o.Symbol, out var role) ? role.Role : (PromptRole?)null)
            .Distinct()
            .ToList();
        return roles.Count == 1 ? roles[0] : null;
    }
}
