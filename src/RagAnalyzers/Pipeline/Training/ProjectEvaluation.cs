using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RagAnalyzers.Configuration.Options;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Pipeline.Training;

/// <summary>
/// Whether a project evaluates what its models answer. Whatever may be an evaluation counts as one: a library for it, OpenAI's service for
/// it, types that the options name, and names in the code that speak of it. Read once, when a rule first asks.
/// </summary>
internal sealed class ProjectEvaluation
{
    private const string Library = "Microsoft.Extensions.AI.Evaluation";

    private static readonly ImmutableArray<string> TestFrameworks = ImmutableArray.Create(
        "xunit.core",
        "xunit.v3.core",
        "nunit.framework",
        "Microsoft.VisualStudio.TestPlatform.TestFramework",
        "MSTest.TestFramework",
        "TUnit.Core"
    );

    private static readonly ImmutableHashSet<string> Words = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "eval",
        "evals",
        "evaluate",
        "evaluates",
        "evaluated",
        "evaluating",
        "evaluator",
        "evaluators",
        "evaluation",
        "evaluations",
        "benchmark",
        "benchmarks",
        "accuracy",
        "precision",
        "recall",
        "holdout",
        "heldout",
        "grader",
        "graders",
        "grade",
        "scorer",
        "scorers",
        "judge",
        "rouge",
        "bleu",
        "confusion"
    );

    // A tree outlives compilations.
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<bool>> Speaking = new();

    private readonly Compilation _compilation;
    private readonly Lazy<bool> _isTestProject;
    private readonly Lazy<bool> _evaluates;

    /// <param name="listed">The names of members whose use means an evaluation, as the project's table lists them.</param>
    private ProjectEvaluation(Compilation compilation, IReadOnlyCollection<string> listed)
    {
        _compilation = compilation;
        _isTestProject = new(
            () =>
                References(static name => TestFrameworks.Contains(name, StringComparer.OrdinalIgnoreCase))
                || IsCalledTests(compilation.AssemblyName ?? string.Empty),
            LazyThreadSafetyMode.PublicationOnly
        );
        _evaluates = new(
            () =>
                HasLibrary()
                || compilation.SyntaxTrees.Any(t => IdentifierIndex.MentionsAny(t, listed))
                || compilation.SyntaxTrees.Any(static t => Speaking.GetValue(t, IsSpeaking).Value),
            LazyThreadSafetyMode.PublicationOnly
        );
    }

    /// <summary>The project holds tests: of the code that starts jobs, or of what the models answer.</summary>
    public bool IsTestProject => _isTestProject.Value;

    public static ProjectEvaluation Of(Picture picture) =>
        picture.Once(static p => new ProjectEvaluation(p.Compilation, p.Mentions.NamesOf<EvaluationFact>()));

    /// <summary>Something in the project may be an evaluation.</summary>
    public bool IsThere(TypeNames configured) => _evaluates.Value || Uses(configured);

    /// <summary>"Contoso.Tuning.Tests", "TuningTest"; the framework may be one that nobody knows.</summary>
    private static bool IsCalledTests(string name) =>
        name.EndsWith("Tests", StringComparison.OrdinalIgnoreCase) || name.EndsWith("Test", StringComparison.Ordinal);

    /// <summary>Microsoft's Agent Framework (1.28) brings the library's core along; there, only its use tells.</summary>
    private bool HasLibrary() =>
        References(static name => name.StartsWith(Library + ".", StringComparison.Ordinal))
        || (
            References(static name => name == Library)
            && !References(static name => name.StartsWith("Microsoft.Agents.AI", StringComparison.Ordinal))
        );

    private bool References(Func<string, bool> isMeant) => _compilation.ReferencedAssemblyNames.Any(a => isMeant(a.Name));

    private static StrongBox<bool> IsSpeaking(SyntaxTree tree) => new(tree.GetRoot().DescendantTokens().Any(Speaks));

    private static bool Speaks(SyntaxToken token) =>
        token.IsKind(SyntaxKind.IdentifierToken)
            ? NameWords.Of(token.ValueText).Any(Words.Contains)
            : token.IsKind(SyntaxKind.StringLiteralToken)
                && (token.ValueText.EndsWith("/evals", StringComparison.Ordinal) || token.ValueText.Contains("/evals/"));

    /// <summary>A type that the options name is declared here, or is mentioned in the code by its name.</summary>
    private bool Uses(TypeNames configured) =>
        configured.Names.Any(name =>
        {
            var simple = name.Substring(name.LastIndexOf('.') + 1);
            return _compilation.GetTypeByMetadataName(name) is { } type
                ? type.Locations.Any(static l => l.IsInSource)
                    || _compilation.SyntaxTrees.Any(t => RagAnalyzers.Flow.Operations.IdentifierIndex.Mentions(t, simple))
                : _compilation.SyntaxTrees.Any(t => RagAnalyzers.Flow.Operations.IdentifierIndex.Mentions(t, simple));
        });
}
