using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Configuration.Apis;

/// <summary>A library of a solution, whose code another project does not see.</summary>
internal static class Contoso
{
    public const string Path = "/solution/RagAnalyzers.Apis.txt";

    private const string Source = """
        namespace Contoso;

        public sealed record Reply(string Text, int Tokens);

        public sealed record Passage(string Text, string Source, double Score);

        public interface IAnswers
        {
            Task<string> AskAsync(string question, CancellationToken cancellationToken = default);

            Task<string> AskAsync(string question, IReadOnlyList<Passage> passages);

            Task<Reply> ReplyAsync(string question);

            IAsyncEnumerable<string> StreamAsync(string question);
        }

        public interface IHandbook
        {
            Task<IReadOnlyList<Passage>> FindAsync(string question, int count = 5);

            Task FillAsync(IEnumerable<Passage> passages);
        }

        public interface IIndex
        {
            Task AddAsync(string key, string text);
        }

        public static class Schemas
        {
            public static System.Text.Json.JsonElement Of(Type type) => throw new NotSupportedException();

            public static System.Text.Json.JsonElement For<T>() => throw new NotSupportedException();
        }

        public interface ITuner
        {
            Task<string> StartAsync(Stream examples, Stream? held = null);
        }

        public static class Json
        {
            public static T Read<T>(string json) => throw new NotSupportedException();

            public static bool TryRead<T>(string json, out T? value) => throw new NotSupportedException();
        }

        public sealed class Runner
        {
            public void Run() { }
        }
        """;

    private static readonly Lazy<MetadataReference> s_library = new(() =>
    {
        var image = new MemoryStream();
        var emitted = AnalyzerRun.Compile([Source], ReferenceSets.NoAi).WithAssemblyName("Contoso").Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    });

    /// <summary>The library's source, for the project that declares it.</summary>
    public static string Code => Source;

    public static MetadataReference Library => s_library.Value;

    /// <summary>A project that references the library and has the table.</summary>
    public static TestSetup With(params string[] lines) =>
        new() { ExtraReferences = [Library], AdditionalFiles = [(Path, string.Join("\n", lines))] };

    public static ImmutableArray<MetadataReference> References => ReferenceSets.NoAi;
}
