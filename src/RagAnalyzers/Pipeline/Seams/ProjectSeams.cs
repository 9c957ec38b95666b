using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Configuration.Apis;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Training;
using RagAnalyzers.Pipeline.Training.Requests;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Apis;

namespace RagAnalyzers.Pipeline.Seams;

/// <summary>The members of a library whose picture the projects need that reference it.</summary>
internal sealed class ProjectSeams
{
    /// <summary>How many methods what an SDK gives may be handed up through.</summary>
    public const int MaximumSteps = 4;

    private readonly Picture _picture;
    private readonly TypeHierarchy _types;
    private readonly Lazy<HashSet<string>> _names;
    private readonly ConcurrentDictionary<IMethodSymbol, Seam?> _seams = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, Seam?> _read = new(SymbolEqualityComparer.Default);

    private ProjectSeams(Picture picture)
    {
        _picture = picture;
        _types = new TypeHierarchy(picture.Compilation);
        _names = new(() => Names(picture));
    }

    /// <summary>The project is a library, and none of tests.</summary>
    public bool HasReaders =>
        _picture.Compilation.Options.OutputKind is OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule
        && !ProjectEvaluation.Of(_picture).IsTestProject;

    public static ProjectSeams Of(Picture picture) => picture.Once(static p => new ProjectSeams(p));

    /// <summary>The lines that a table needs for a method, each with the member that it is about; none where others need to know nothing.</summary>
    public IEnumerable<(ISymbol Member, ApiLine Line)> LinesFor(IMethodSymbol method)
    {
        if (!MayBeSeam(method))
        {
            yield break;
        }

        foreach (var member in SeamMembers.Of(_picture, method))
        {
            // Of several implementations the first one is the place.
            if (SeamOf(member) is not { } seam || !SymbolEqualityComparer.Default.Equals(FirstOf(member), method.OriginalDefinition))
            {
                continue;
            }

            yield return (member, LineFor(member, seam));
            foreach (var answer in seam.AnswerMembers.IsDefault ? [] : seam.AnswerMembers.Select(static a => a.OriginalDefinition))
            {
                yield return (answer, new ApiLine(ApiMembers.NameOf(answer), ApiMeaning.Answer));
            }
        }
    }

    /// <summary>What the code of this project says of a member; null where there is none, and where it says nothing.</summary>
    public ApiLine? LineOf(IMethodSymbol member) => SeamOf(member) is { } seam ? LineFor(member, seam) : null;

    private Seam? SeamOf(IMethodSymbol member) => _seams.GetOrAdd(member.OriginalDefinition, Find);

    private Seam? Find(IMethodSymbol member)
    {
        var implementations = ImplementationsOf(member).ToList();
        var seams = implementations.Select(Read).OfType<Seam>().ToList();

        // A stand-in that says itself all that it knows has no say in it.
        return seams.Count == 0 ? null : Seam.OfAll(seams, implementations.Exists(m => Read(m) is null && !IsClosed(m)));
    }

    private Seam? Read(IMethodSymbol method) =>
        _read.GetOrAdd(
            method.OriginalDefinition,
            m => MayBeSeam(m) && _picture.RootOf(m) is { } body ? SeamReader.Read(_picture, m, body, MayBeSeam) : null
        );

    private bool IsClosed(IMethodSymbol method) =>
        _picture.RootOf(method) is { } body && _picture.Tracer.TraceReturns(body, FlowMode.Value).IsComplete;

    private IMethodSymbol? FirstOf(IMethodSymbol member) =>
        ImplementationsOf(member)
            .Where(m => Read(m) is not null)
            .OrderBy(static m => m.ContainingType.ToDisplayString(), StringComparer.Ordinal)
            .FirstOrDefault();

    private IEnumerable<IMethodSymbol> ImplementationsOf(IMethodSymbol member)
    {
        if (member.IsAbstract || member.IsVirtual)
        {
            return _types.ImplementationsOf(member);
        }

        return member.IsInSource() ? new[] { member } : Enumerable.Empty<IMethodSymbol>();
    }

    /// <summary>What the method mentions may lead to an SDK. Nothing is bound to find out.</summary>
    private bool MayBeSeam(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation }
        && method.DeclaringSyntaxReferences.Any(r => IdentifierIndex.IsMentionedIn(r.GetSyntax(), _names.Value));

    private static ApiLine LineFor(IMethodSymbol member, Seam seam) =>
        seam.Roles.Aggregate(
            new ApiLine(ApiMembers.NameOf(member), seam.Meaning) { Contract = seam.Contract, IsGrounded = seam.IsGrounded },
            (line, role) => line.With(role.Key, role.Value.Where(i => i < member.Parameters.Length).Select(i => member.Parameters[i].Name))
        );

    private static HashSet<string> Names(Picture picture)
    {
        var names = new HashSet<string>(
            picture
                .Mentions.NamesOf<ModelCallFact>()
                .Concat(picture.Mentions.NamesOf<RetrievalFact>())
                .Concat(picture.Mentions.NamesOf<IngestionFact>())
                .Concat(picture.Mentions.NamesOf<FineTuningJobFact>())
        );
        if (HttpRequest.AreLookedAt(picture))
        {
            names.UnionWith(HttpRequest.Senders);
        }

        NamesAround.Spread(names, names, MaximumSteps, picture.Compilation, NamesAround.MethodAround);
        return names;
    }
}
