using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Suites;

/// <summary>Code that few write: no rule throws on it, and what can be seen in it is found.</summary>
public sealed class UnusualCodeTests
{
    private const string Usings = "using System.Text.Json;\nusing Microsoft.Extensions.AI;\n\npublic record Answer(string Text);\n\n";

    [Fact]
    public Task Dynamic_values() =>
        AssertFoundAsync(
            """
            public sealed class Desk(IChatClient chat, dynamic other, dynamic options)
            {
                public async Task<Answer?> AnswerIsDynamicAsync()
                {
                    dynamic response = await chat.GetResponseAsync("q");
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }

                public async Task<Answer?> ClientIsDynamicAsync()
                {
                    var response = await other.GetResponseAsync("q");
                    return JsonSerializer.Deserialize<Answer>((string)response.Text);
                }

                public async Task<Answer?> OptionsAreDynamicAsync()
                {
                    var response = await chat.GetResponseAsync("q", (ChatOptions)options);
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }

                public async Task<Answer?> TextIsDynamicAsync()
                {
                    dynamic text = (await {|RAG2002:chat.GetResponseAsync|}("q")).Text;
                    string known = text;
                    return JsonSerializer.Deserialize<Answer>(known);
                }

                public async Task<dynamic?> ResultIsDynamicAsync() =>
                    JsonSerializer.Deserialize<dynamic>((await {|RAG2002:chat.GetResponseAsync|}("q")).Text);
            }
            """
        );

    [Fact]
    public Task Pointers_and_jumps() =>
        AssertFoundAsync(
            """
            public sealed unsafe class Desk(IChatClient chat)
            {
                public Answer? Pinned()
                {
                    fixed (char* text = chat.GetResponseAsync("q").Result.Text)
                    {
                        return JsonSerializer.Deserialize<Answer>(new string(text));
                    }
                }

                public Answer? Pointed()
                {
                    string text = chat.GetResponseAsync("q").Result.Text;
                    string* pointer = &text;
                    return JsonSerializer.Deserialize<Answer>(*pointer);
                }

                public Answer? Called()
                {
                    string text = chat.GetResponseAsync("q").Result.Text;
                    ref string same = ref text;
                    delegate*<string, Answer?> parse = &Parse;
                    return parse(same);
                }

                public Answer? Copied()
                {
                    var text = chat.GetResponseAsync("q").Result.Text;
                    Span<char> copy = stackalloc char[text.Length];
                    text.CopyTo(copy);
                    return JsonSerializer.Deserialize<Answer>(copy);
                }

                public Answer? Jumped(bool twice)
                {
                    var text = "";
                    goto ask;
                    parse:
                    return JsonSerializer.Deserialize<Answer>(text);
                    ask:
                    text = chat.GetResponseAsync("q").Result.Text;
                    if (twice)
                    {
                        twice = false;
                        goto ask;
                    }

                    goto parse;
                }

                public Answer? Seen() => JsonSerializer.Deserialize<Answer>({|RAG2002:chat.GetResponseAsync|}("q").Result.Text);

                private static Answer? Parse(string text) => JsonSerializer.Deserialize<Answer>(text);
            }
            """
        );

    [Fact]
    public Task Newest_syntax()
    {
        Language.IsCSharp14();
        return AssertFoundAsync(
            """
            public static class Asking
            {
                extension(IChatClient chat)
                {
                    public string Kept => chat.GetResponseAsync("q").Result.Text;

                    public async Task<Answer?> AskAsync(string question) =>
                        JsonSerializer.Deserialize<Answer>((await {|RAG2002:chat.GetResponseAsync|}(question)).Text);
                }

                extension(IChatClient)
                {
                    public static Answer? Read(string text) => JsonSerializer.Deserialize<Answer>(text);
                }
            }

            public sealed partial class Desk(IChatClient chat)
            {
                public partial Desk(int number);

                public partial Desk(int number)
                    : this((IChatClient)null!) { }

                public string Trimmed { get; set => field = value.Trim(); } = "";

                public string Once { get => field ??= chat.GetResponseAsync("q").Result.Text; }

                public partial string Half { get; }

                public partial string Half => chat.GetResponseAsync("q").Result.Text;

                public Answer? ReadOnce() => JsonSerializer.Deserialize<Answer>({|RAG2002:Once|});

                public Answer? ReadHalf() => JsonSerializer.Deserialize<Answer>({|RAG2002:Half|});

                public Answer? ReadKept() => JsonSerializer.Deserialize<Answer>(chat.{|RAG2002:Kept|});

                public Answer? ReadStatic() => IChatClient.Read({|RAG2002:chat.GetResponseAsync|}("q").Result.Text);

                public Answer? Spread(params ReadOnlySpan<string> parts)
                {
                    Span<string> all = [.. parts, {|RAG2002:chat.GetResponseAsync|}($"{nameof(List<>)}").Result.Text];
                    return JsonSerializer.Deserialize<Answer>(all[^1]);
                }

                public async Task<Answer?> AssignedAsync(Desk? other)
                {
                    other?.Trimmed = (await {|RAG2002:chat.GetResponseAsync|}("q")).Text;
                    return JsonSerializer.Deserialize<Answer>(other!.Trimmed);
                }
            }
            """
        );
    }

    /// <summary>A type of the source comes before that of the library; it is the user's own, whatever it is named.</summary>
    [Theory]
    [InlineData(
        """
            namespace Microsoft.Extensions.AI
            {
                public interface IChatClient;

                public sealed record ChatResponse(string Text);

                public static class Clients
                {
                    public static Task<ChatResponse> GetResponseAsync(this IChatClient chat, string question) => throw new NotSupportedException();
                }
            }
            """
    )]
    [InlineData(
        """
            namespace System.Text.Json
            {
                public static class JsonSerializer
                {
                    public static T? Deserialize<T>(string text) => default;
                }
            }
            """
    )]
    public async Task Types_of_the_libraries_defined_anew(string types)
    {
        const string Desk = """
            public sealed class Desk(IChatClient chat)
            {
                public async Task<Answer?> AskAsync() => JsonSerializer.Deserialize<Answer>((await chat.GetResponseAsync("q")).Text);
            }

            """;
        await AssertFoundAsync(Desk.Replace("chat.GetResponseAsync", "{|RAG2002:chat.GetResponseAsync|}", StringComparison.Ordinal));
        await AssertFoundAsync(Desk + types);
    }

    [Fact]
    public async Task Two_versions_of_a_library()
    {
        var program = await File.ReadAllTextAsync(
            SuiteSources.Programs.Single(path => Path.GetFileName(path) == "InvoiceDesk.cs"),
            TestContext.Current.CancellationToken
        );
        var old = ReferenceSets.OpenAI21.Single(reference => Path.GetFileName(reference.Display) == "OpenAI.dll");
        var aliased = old.WithAliases(["old"]);
        var ofOld = "extern alias old;\n" + program.Replace("using OpenAI.", "using old::OpenAI.", StringComparison.Ordinal);

        var expected = await IdsAsync(program, ReferenceSets.Latest);
        Assert.Equal(expected, await IdsAsync(program, [.. ReferenceSets.Latest, aliased]));
        Assert.Equal(expected, await IdsAsync(ofOld, [.. ReferenceSets.Latest, aliased]));

        // Both under one name: no type of theirs can be named.
        Assert.Empty(await IdsAsync(program, [.. ReferenceSets.Latest, old]));
        Assert.Empty(await IdsAsync(program, [old, .. ReferenceSets.Latest]));
    }

    [Fact]
    public async Task Scripts()
    {
        const string Script = """
            using System.Text.Json;
            using OpenAI.Chat;
            record Answer(string Text);
            var chat = new ChatClient("gpt-4o-mini", "key");
            ChatCompletion completion = await chat.CompleteChatAsync(new UserChatMessage("What? As data."));
            var answer = JsonSerializer.Deserialize<Answer>(completion.Content[0].Text);
            async System.Threading.Tasks.Task<Answer> AskAsync(string question)
            {
                ChatCompletion asked = await chat.CompleteChatAsync(new UserChatMessage(question));
                return JsonSerializer.Deserialize<Answer>(asked.Content[0].Text);
            }
            """;
        var first = Submission(Script, previous: null);
        Assert.Equal([4, 8], await LinesAsync(first));

        // What an earlier submission has declared is not seen in the next.
        Assert.Empty(await LinesAsync(Submission("JsonSerializer.Deserialize<Answer>(completion.Content[0].Text)", first)));

        // What is written for a tool that restores packages.
        Assert.Equal([5, 9], await LinesAsync(Submission("#r \"nuget: OpenAI\"\n" + Script, previous: null)));

        static async Task<IEnumerable<int>> LinesAsync(Compilation compilation)
        {
            var found = await AnalyzerRun.DiagnosticsAsync(RagRules.Loaded(), compilation);
            Assert.All(found, finding => Assert.Equal("RAG2002", finding.Id));
            return found.Select(finding => finding.Location.GetLineSpan().StartLinePosition.Line).Order();
        }
    }

    private static Task AssertFoundAsync(string types) => MarkedFindings.VerifyAsync(RagRules.Loaded(), Usings + types);

    private static CSharpCompilation Submission(string text, CSharpCompilation? previous) =>
        CSharpCompilation.CreateScriptCompilation(
            "Script",
            CSharpSyntaxTree.ParseText(text, TestSources.ParseOptions.WithKind(SourceCodeKind.Script)),
            ReferenceSets.Latest,
            previousScriptCompilation: previous
        );

    private static async Task<ImmutableArray<string>> IdsAsync(string source, ImmutableArray<MetadataReference> references)
    {
        var found = await AnalyzerRun.DiagnosticsAsync(RagRules.Loaded(), [source], references);
        MarkedFindings.AssertNoException(found);
        return [.. found.Select(finding => finding.Id).Order(StringComparer.Ordinal)];
    }
}
