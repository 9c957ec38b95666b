namespace RagAnalyzers.Tests.Suites;

/// <summary>Asserts on checks that say in words what is wrong: a failure shows all of it.</summary>
internal static class Complaints
{
    public static void AssertNone(IEnumerable<string> complaints)
    {
        var all = complaints.ToList();
        if (all.Count > 0)
        {
            Assert.Fail(string.Join(Environment.NewLine, all));
        }
    }

    public static void AssertNone<T>(IEnumerable<T> diagnostics)
        where T : Microsoft.CodeAnalysis.Diagnostic => AssertNone(diagnostics.Select(diagnostic => diagnostic.ToString()));
}
