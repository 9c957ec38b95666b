using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RagAnalyzers.Tests.Verifiers;

/// <summary>
/// The compile-time references of the projects under tests/Fixtures, one set a project, read from the lists that their
/// builds write next to the tests.
/// </summary>
internal static class ReferenceSets
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> s_latest = Load("Latest");
    private static readonly Lazy<ImmutableArray<MetadataReference>> s_openAI21 = Load("OpenAI21");
    private static readonly Lazy<ImmutableArray<MetadataReference>> s_openAI210 = Load("OpenAI210");
    private static readonly Lazy<ImmutableArray<MetadataReference>> s_betalgo = Load("Betalgo");
    private static readonly Lazy<ImmutableArray<MetadataReference>> s_noAi = Load("NoAi");
    private static readonly Lazy<ImmutableArray<MetadataReference>> s_abstractionsOnly = Load("AbstractionsOnly");
    private static readonly Lazy<ImmutableArray<MetadataReference>> s_schedulers = Load("Schedulers");
    private static readonly Lazy<ImmutableArray<MetadataReference>> s_quartz3 = Load("Quartz3");
    private static readonly Lazy<ImmutableArray<MetadataReference>> s_evaluation = Load("Evaluation");
    private static readonly Lazy<ImmutableArray<MetadataReference>> s_vectorDatabases = Load("VectorDatabases");
    private static readonly Lazy<ImmutableArray<MetadataReference>> s_otherClients = Load("OtherClients");
    private static readonly Lazy<ImmutableArray<MetadataReference>> s_roslynFloor = Load("RoslynFloor");

    /// <summary>The newest version of every SDK that the rules read.</summary>
    public static ImmutableArray<MetadataReference> Latest => s_latest.Value;

    /// <summary>OpenAI 2.1.0 alone.</summary>
    public static ImmutableArray<MetadataReference> OpenAI21 => s_openAI21.Value;

    /// <summary>OpenAI 2.10.0 alone.</summary>
    public static ImmutableArray<MetadataReference> OpenAI210 => s_openAI210.Value;

    /// <summary>The community client Betalgo.Ranul.OpenAI and what it needs.</summary>
    public static ImmutableArray<MetadataReference> Betalgo => s_betalgo.Value;

    /// <summary>The framework and Newtonsoft.Json: no AI SDK.</summary>
    public static ImmutableArray<MetadataReference> NoAi => s_noAi.Value;

    /// <summary>Microsoft.Extensions.AI.Abstractions alone: no structured-output extension methods.</summary>
    public static ImmutableArray<MetadataReference> AbstractionsOnly => s_abstractionsOnly.Value;

    /// <summary>OpenAI, and what runs code on a schedule.</summary>
    public static ImmutableArray<MetadataReference> Schedulers => s_schedulers.Value;

    /// <summary>OpenAI and Quartz 3.</summary>
    public static ImmutableArray<MetadataReference> Quartz3 => s_quartz3.Value;

    /// <summary>OpenAI and Microsoft.Extensions.AI.Evaluation.</summary>
    public static ImmutableArray<MetadataReference> Evaluation => s_evaluation.Value;

    /// <summary>Microsoft.Extensions.AI and databases that search by vector.</summary>
    public static ImmutableArray<MetadataReference> VectorDatabases => s_vectorDatabases.Value;

    /// <summary>Microsoft.Extensions.AI, and the libraries of Ollama and Anthropic.</summary>
    public static ImmutableArray<MetadataReference> OtherClients => s_otherClients.Value;

    /// <summary>netstandard2.0 and the oldest Roslyn that the shipped assemblies load into.</summary>
    public static ImmutableArray<MetadataReference> RoslynFloor => s_roslynFloor.Value;

    // The compiler shares the symbols of a referenced assembly between compilations for as long as one of them lives.
    private static readonly ConcurrentBag<Compilation> s_kept = [];

    private static Lazy<ImmutableArray<MetadataReference>> Load(string fixture) =>
        new(() =>
        {
            var list = Path.Combine(AppContext.BaseDirectory, "references", fixture + ".references.txt");
            ImmutableArray<MetadataReference> references =
            [
                .. File.ReadLines(list).Where(path => path.Length > 0).Select(path => MetadataReference.CreateFromFile(path)),
            ];
            var kept = CSharpCompilation.Create(
                fixture,
                references: references,
                options: TestSources.CompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            );
            Assert.NotNull(kept.GetAssemblyOrModuleSymbol(references[0]));
            s_kept.Add(kept);
            return references;
        });
}
