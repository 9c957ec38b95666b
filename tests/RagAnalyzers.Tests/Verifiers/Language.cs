using Microsoft.CodeAnalysis.CSharp;

namespace RagAnalyzers.Tests.Verifiers;

/// <summary>The C# that the compiler under the tests knows: the suite also runs on the oldest one that the analyzers load in.</summary>
internal static class Language
{
    // The oldest compiler's enumeration ends before it.
    private const LanguageVersion CSharp13 = (LanguageVersion)1300;

    /// <summary>Skips a test whose program an older compiler does not take, or takes for something else.</summary>
    /// <param name="when">The case has what is new in it.</param>
    public static void IsCSharp13(bool when = true) =>
        Assert.SkipWhen(
            when && LanguageVersion.Latest.MapSpecifiedToEffectiveVersion() < CSharp13,
            "The program is in a newer C# than this compiler's."
        );
}
