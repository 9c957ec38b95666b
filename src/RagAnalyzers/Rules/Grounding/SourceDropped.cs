using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Findings;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Pipeline.Prompts;
using RagAnalyzers.Pipeline.Retrievals;
using RagAnalyzers.Pipeline.Retrievals.Uses;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Rules.Grounding;

/// <summary>RAG6002: the source of the passages is dropped before the prompt.</summary>
public sealed class SourceDropped : RagRule
{
    /// <summary>Search plug-ins whose function returns texts alone, and those that return names and links as well.</summary>
    private static readonly ImmutableDictionary<string, string> PlugIns = ImmutableDictionary<string, string>
        .Empty.Add("CreateWithSearch", "CreateWithGetTextSearchResults")
        .Add("CreateSearch", "CreateGetTextSearchResults");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.SourceDropped);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveAnswers(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var call in ModelCall.In(body))
        {
            if (OfPlugIn(call) is { } plugIn)
            {
                Report(
                    context,
                    call,
                    plugIn.Operation,
                    "the search plug-in",
                    "names and links",
                    $"Make it with '{PlugIns[plugIn.Symbol!.Name]}'",
                    instead: PlugIns[plugIn.Symbol!.Name]
                );
            }
            else if (OfSearch(body.Picture, call) is var (search, members, text))
            {
                Report(
                    context,
                    call,
                    search,
                    Passages.NameOf(search.TargetMethod),
                    string.Join(", ", members.Select(static m => $"'{m.Name}'")),
                    $"Put '{members[0].Name}' beside each passage, to be cited",
                    text: text,
                    beside: text is null ? null : members[0].Name
                );
            }
        }
    }

    private static void Report(
        RuleContext context,
        ModelCall call,
        IOperation source,
        string found,
        string dropped,
        string remedy,
        string? instead = null,
        string? text = null,
        string? beside = null
    ) =>
        context.ReportDiagnostic(
            new SourceDroppedHandOver(
                source is IInvocationOperation made ? CallLocation.Of(made) : source.Syntax.GetLocation(),
                instead,
                text,
                beside
            ).Report(Descriptors.SourceDropped, CallLocation.Of(call.Operation), found, dropped, remedy)
        );

    private static Origin? OfPlugIn(ModelCall call) =>
        call
            .Prompt.RetrievingTools.Concat(call.Prompt.Parts.Where(static p => p.IsPassage).Select(static p => p.Origin))
            .FirstOrDefault(static t => t.Operation is IInvocationOperation && t.Symbol is { } made && PlugIns.ContainsKey(made.Name));

    /// <summary>A search whose hits say where they come from, when nothing of that is in the prompt or anywhere else.</summary>
    private static (IInvocationOperation Search, ImmutableArray<IPropertySymbol> Members, string? Text)? OfSearch(
        Picture picture,
        ModelCall call
    )
    {
        var prompt = call.Prompt;
        var passages = prompt.Parts.Where(static p => p.IsPassage).ToList();
        if (
            passages.Count == 0
            || prompt.IsTruncated
            || prompt.ShowsPassagesAsTurns
            || WordlessAnswers.IsAskedFor(call)
            || !GroundingRequest.IsAnswering(prompt.Parts.Select(static p => p.Text).OfType<string>().ToList())
        )
        {
            return null;
        }

        foreach (var found in passages.GroupBy(static p => p.Origin.Operation))
        {
            if (
                found.Key is IInvocationOperation search
                && PassageSource.Of(picture, search) is { IsEmpty: false } members
                && found.All(p => IsOtherMember(picture, p.Origin.Path, members))
                && !PassageSource.IsRead(picture, members)
                && !GoOnWhole(picture, call, search)
                && !SourceInText.IsStored(picture, members, found.SelectMany(static p => Names(p.Origin.Path)).Distinct().ToList())
            )
            {
                // Where LINQ puts rows into order, the text may be read for other ends, too.
                var isOrder = picture.TryGetFact<RetrievalFact>(search, out var fact) && fact.IsOrder;
                return (search, members, isOrder ? null : TextAmong(found, members[0].ContainingType));
            }
        }

        return null;
    }

    /// <summary>The hits themselves leave the body that asks, beside the answer: who gets them has their source.</summary>
    private static bool GoOnWhole(Picture picture, ModelCall call, IInvocationOperation search) =>
        FoundPassages
            .In(picture.BodyOf(call.Operation))
            .Where(f => f.Retrievals.Any(r => r.Operation.IsSameAs(search)))
            .SelectMany(static f => f.Uses.All)
            .Any(static u => u is { Part: PassagePart.Whole, End: PassageEnd.Returned or PassageEnd.Stored });

    /// <summary>One member of the record or hit is read, and none that says where it comes from; of a whole record, all of them are.</summary>
    private static bool IsOtherMember(Picture picture, AccessPath path, ImmutableArray<IPropertySymbol> sources)
    {
        // What a library's hit passes on is not told apart by its path: its text is read, or all of it is used.
        if (!sources[0].IsInSource())
        {
            return PassageSource.IsRead(picture, sources[0].ContainingType.GetMembers("Value").OfType<IPropertySymbol>().ToList());
        }

        var names = new HashSet<string>(Names(path));
        return sources[0].ContainingType.AndBaseTypes().Any(t => names.Any(n => t.GetMembers(n).OfType<IPropertySymbol>().Any()))
            && !sources.Any(s => names.Contains(s.Name));
    }

    /// <summary>The one member of the type that is read on the way to the prompt.</summary>
    private static string? TextAmong(IEnumerable<PromptPart> parts, INamedTypeSymbol type)
    {
        var read = parts
            .SelectMany(static p => Names(p.Origin.Path))
            .Distinct()
            .Where(name => type.AndBaseTypes().Any(t => t.GetMembers(name).Any(static m => m is IPropertySymbol)))
            .ToList();
        return read.Count == 1 ? read[0]
            : read.Count == 0 && !type.IsInSource() ? "Value"
            : null;
    }

    private static IEnumerable<string> Names(AccessPath path)
    {
        for (var p = path; !p.IsEmpty; p = p.Rest)
        {
            yield return p.Head;
        }
    }
}
