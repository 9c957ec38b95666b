using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Apis;

namespace RagAnalyzers.Configuration.Apis;

/// <summary>The tables of a project, read for one compilation: what is listed there, and what is wrong with it.</summary>
internal sealed class ProjectApis
{
    private static readonly ConditionalWeakTable<Compilation, StrongBox<ProjectApis?>> s_known = new();

    private readonly ImmutableArray<ApiFile> _files;

    private ProjectApis(ImmutableArray<ApiFile> files, Compilation compilation)
    {
        _files = files;
        var listed = new List<(ISymbol, SdkFact)>();
        var found = ImmutableArray.CreateBuilder<(ApiEntry, ISymbol)>();
        var errors = ImmutableArray.CreateBuilder<ApiError>();
        errors.AddRange(files.SelectMany(static f => f.Errors));
        var first = new Dictionary<(ISymbol, ApiMeaning), ApiEntry>(Comparer.Instance);
        foreach (var entry in files.SelectMany(static f => f.Entries))
        {
            var (members, problem) = ApiMembers.Named(entry.Line.Member, compilation);
            var holds = false;
            foreach (var member in members)
            {
                var (facts, misfit) = ApiFacts.Of(entry.Line, member);
                problem ??= misfit;
                if (facts.IsEmpty)
                {
                    continue;
                }

                holds = true;
                if (first.TryGetValue((member, entry.Line.Meaning), out var earlier))
                {
                    // Without parameters a line is about the overloads that no other line is about.
                    var isSame = earlier.Line.Text == entry.Line.Text || members.Length > 1;
                    problem = isSame ? null : $"line {earlier.Number} says something else of the same member";
                    holds = isSame;
                    continue;
                }

                first.Add((member, entry.Line.Meaning), entry);
                found.Add((entry, member));
                listed.AddRange(facts.Select(f => (member, f)));
            }

            if (problem is not null && !holds)
            {
                errors.Add(new ApiError(problem, entry.Location));
            }
        }

        Errors = errors.ToImmutable();
        Found = found.ToImmutable();
        Members = new ListedMembers(listed);
    }

    /// <summary>The members that are listed.</summary>
    public ListedMembers Members { get; }

    /// <summary>The lines that are about members of the compilation or of its references, with these.</summary>
    public ImmutableArray<(ApiEntry Entry, ISymbol Member)> Found { get; }

    /// <summary>The lines that cannot be read, that name what is not there, or that contradict one another.</summary>
    public ImmutableArray<ApiError> Errors { get; }

    /// <summary>The lines about a member.</summary>
    public IEnumerable<ApiLine> LinesOf(ISymbol member) =>
        Found.Where(f => SymbolEqualityComparer.Default.Equals(f.Member, member)).Select(static f => f.Entry.Line);

    /// <summary>The tables among a project's additional files, for its compilation; null when there is none.</summary>
    public static ProjectApis? Of(Compilation compilation, ImmutableArray<AdditionalText> additional)
    {
        var tables = additional.Where(ApiFile.IsOne).ToList();
        if (tables.Count == 0)
        {
            return null;
        }

        var files = tables.Select(static t => ApiFile.Of(t)).OfType<ApiFile>().ToImmutableArray();
        var known = s_known.GetValue(compilation, static _ => new StrongBox<ProjectApis?>(null));
        lock (known)
        {
            if (known.Value?._files.SequenceEqual(files) != true)
            {
                known.Value = new ProjectApis(files, compilation);
            }

            return known.Value;
        }
    }

    /// <summary>
    /// The tables of the SDKs with what the project lists; false when the compilation references no AI SDK and knows nothing that is listed.
    /// </summary>
    public static bool TryResolve(
        Compilation compilation,
        ImmutableArray<AdditionalText> additional,
        [NotNullWhen(true)] out AiSdks? sdks
    ) => AiSdks.TryCreate(compilation, Of(compilation, additional)?.Members ?? ListedMembers.None, out sdks);

    private sealed class Comparer : IEqualityComparer<(ISymbol Member, ApiMeaning Meaning)>
    {
        public static readonly Comparer Instance = new();

        public bool Equals((ISymbol Member, ApiMeaning Meaning) x, (ISymbol Member, ApiMeaning Meaning) y) =>
            x.Meaning == y.Meaning && SymbolEqualityComparer.Default.Equals(x.Member, y.Member);

        public int GetHashCode((ISymbol Member, ApiMeaning Meaning) row) =>
            unchecked((SymbolEqualityComparer.Default.GetHashCode(row.Member) * 31) + (int)row.Meaning);
    }
}
