using Microsoft.CodeAnalysis.CSharp;

namespace RagAnalyzers.Tests.Verifiers;

/// <summary>The C# that the compiler under the tests knows: the suite also runs on the oldest one that the analyzers load in.</summary>
internal static class Language
{
    // The oldest compiler's enumeration ends before them.
    private const LanguageVersion CSharp13 = (LanguageVersion)1300;
    private const LanguageVersion CSharp14 = (LanguageVersion)1400;

    /// <summary>Skips a test whose program an older compiler does not take, or takes for something else.</summary>
    /// <param name="when">The case has what is new in it.</param>
    public static void IsCSharp13(bool when = true) => IsAtLeast(CSharp13, when);

    /// <inheritdoc cref="IsCSharp13"/>
    public static void IsCSharp14(bool when = true) => IsAtLeast(CSharp14, when);

    private static void IsAtLeast(LanguageVersion version, bool when) =>
        Assert.SkipWhen(
            when && LanguageVersion.Latest.MapSpecifiedToEffectiveVersion() < version,
            "The program is in a newer C# than this compiler's."
        );
}
