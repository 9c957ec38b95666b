using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace RagAnalyzers.Tests.Verifiers;

/// <summary>
/// A test is code plus expectation. Findings are markup, <c>{|RAG2001:code|}</c>. One whose message arguments or additional
/// locations matter is keyed, <c>{|#0:code|}</c>, and expected as
/// <c>Verify.Finding&lt;TAnalyzer&gt;("RAG2001").WithLocation(0).WithLocation(1).WithArguments("Answer")</c>: the first
/// location is the finding's own, the others are all of its additional locations, in order. A source that does not compile
/// fails the test, before and after a fix.
/// </summary>
internal static class Verify
{
    private static readonly ConcurrentDictionary<Type, bool> s_fixesInAllScopes = new();

    /// <summary>The findings in <paramref name="source"/> are exactly the marked and the expected ones.</summary>
    public static Task AnalyzerAsync<TAnalyzer>(
        string source,
        ImmutableArray<MetadataReference> references = default,
        TestSetup? setup = null,
        params DiagnosticResult[] expected
    )
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        setup ??= new TestSetup();
        var test = new RagAnalyzerTest<TAnalyzer>(setup);
        setup.ApplyTo(test, source, references);
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>
    /// The findings in <paramref name="before"/> are as marked, and fixing them, one by one and by Fix All, gives
    /// <paramref name="after"/>, which carries markup for what is left to find; rules to which the fix leads have had theirs
    /// (<see cref="FollowedUp"/>). What the fixed code parses, it reads.
    /// </summary>
    public static async Task FixAsync<TAnalyzer, TFix>(
        string before,
        string after,
        ImmutableArray<MetadataReference> references = default,
        TestSetup? setup = null,
        params DiagnosticResult[] expected
    )
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        setup ??= new TestSetup();
        var test = new RagFixTest<TAnalyzer, TFix>(setup)
        {
            CodeActionIndex = setup.CodeActionIndex,
            CodeActionEquivalenceKey = setup.CodeActionEquivalenceKey,
            NumberOfIncrementalIterations = setup.FixIterations,
            NumberOfFixAllInDocumentIterations = setup.DocumentIterations,
            CodeFixTestBehaviors =
                !setup.OtherSources.IsEmpty || (before != after && s_fixesInAllScopes.TryAdd(typeof(TFix), true))
                    ? CodeFixTestBehaviors.None
                : setup.FixAllResult is null && TestSources.HasOneMarkAtMost(before) ? CodeFixTestBehaviors.SkipFixAllCheck
                : CodeFixTestBehaviors.SkipFixAllInProjectCheck | CodeFixTestBehaviors.SkipFixAllInSolutionCheck,
        };
        setup.ApplyTo(test, before, references);
        test.ExpectedDiagnostics.AddRange(expected);
        var othersAfter = setup.OtherSourcesAfterFix ?? setup.OtherSources;
        var made = await FollowedUp.TextsAsync([before, .. setup.OtherSources], [after, .. othersAfter], new TFix(), references, setup);
        TestSetup.AddSources(test.FixedState, made[0], made.Skip(1), setup.LanguageVersion);
        if (setup.FixAllResult is { } batch)
        {
            var inBulk = await FollowedUp.TextsAsync(
                [before, .. setup.OtherSources],
                [batch, .. othersAfter],
                new TFix(),
                references,
                setup
            );
            TestSetup.AddSources(test.BatchFixedState, inBulk[0], inBulk.Skip(1), setup.LanguageVersion);
        }

        await test.RunAsync(TestContext.Current.CancellationToken);
        await FixedParses.AssertReadAsync(before, after, references, setup);
    }

    /// <summary>The findings in <paramref name="source"/> are as marked, and no fix is offered for any of them.</summary>
    public static Task NoFixAsync<TAnalyzer, TFix>(
        string source,
        ImmutableArray<MetadataReference> references = default,
        TestSetup? setup = null
    )
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new() => FixAsync<TAnalyzer, TFix>(source, source, references, setup);

    /// <summary>An expected finding of the analyzer's rule <paramref name="id"/>, to be given locations and arguments.</summary>
    public static DiagnosticResult Finding<TAnalyzer>(string id)
        where TAnalyzer : DiagnosticAnalyzer, new() => new(new TAnalyzer().SupportedDiagnostics.Single(descriptor => descriptor.Id == id));
}
