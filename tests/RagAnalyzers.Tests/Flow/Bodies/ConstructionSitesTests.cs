using Microsoft.CodeAnalysis;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Flow.Bodies;

/// <summary>
/// Where objects are made, told by the options that they are made with: without a format the answer that they parse has none, and where an
/// object may be made that nobody sees, nothing is known.
/// </summary>
public sealed class ConstructionSitesTests
{
    [Theory]
    [InlineData("static Desk Make(IChatClient chat) => new Desk(chat, OPTIONS);")]
    [InlineData("static Desk Make(IChatClient chat) => new(chat, OPTIONS);")]
    [InlineData("static Desk Make(IChatClient chat) => new(options: OPTIONS, chat: chat);")]
    [InlineData("static Desk?[] Make(IChatClient chat) { Desk? first = new Desk(chat, OPTIONS); return new Desk?[] { first }; }")]
    [InlineData("static Desks.Desk Make(IChatClient chat) => new Desks.Desk(chat, OPTIONS);")]
    [InlineData("static global::Desks.Desk Make(IChatClient chat) => new global::Desks.Desk(chat, OPTIONS);")]
    [InlineData("static Desk Make(IChatClient chat) => new Night(chat); sealed class Night(IChatClient chat) : Desk(chat, OPTIONS);")]
    [InlineData(
        "static Desk Make(IChatClient chat) => new Night(chat); sealed class Night : Desk { public Night(IChatClient chat) : base(chat, OPTIONS) { } }"
    )]
    [InlineData(
        "static Desk Make(IChatClient chat) => new Night(chat); sealed class Night : Desks.Desk { public Night(IChatClient chat) : base(chat, OPTIONS) { } }"
    )]
    // The type's name in other places makes none.
    [InlineData("static Desk Make(IChatClient chat) => new(chat, OPTIONS); static int Count(List<Desk> all) => all.Count;")]
    [InlineData("static Desk Make(IChatClient chat) => new(chat, OPTIONS); static string Name => nameof(Desk);")]
    [InlineData("static Desk Make(IChatClient chat) => new(chat, OPTIONS); static bool Is(object o) => o is Desk;")]
    // Another type of that name is meant.
    [InlineData("static Desk Make(IChatClient chat) => new(chat, OPTIONS); static Type Other => typeof(Others.Desk);")]
    [InlineData(
        "static Desk Make(IChatClient chat) => new(chat, OPTIONS); static object Other => Activator.CreateInstance<Others.Desk>();"
    )]
    public Task All_that_make_it(string members) => SaysWhatTheOptionsSayAsync(members);

    [Theory]
    [InlineData("static Desk Make(IChatClient chat) => new(chat, OPTIONS); static Type Type => typeof(Desk);")]
    [InlineData("static Desk Make(IChatClient chat) => new(chat, OPTIONS); static Type Type => typeof(Desks.Desk);")]
    [InlineData("static Desk Make(IChatClient chat) => new(chat, OPTIONS); static object Other => Activator.CreateInstance<Desk>();")]
    [InlineData(
        "static Desk Make(IChatClient chat) => new(chat, OPTIONS); static object? Other => JsonSerializer.Deserialize<List<Desk>>(\"\");"
    )]
    [InlineData(
        "static Desk Make(IChatClient chat) => new(chat, OPTIONS); static object Other => Create<Desk>(); static T Create<T>() => default!;"
    )]
    [InlineData(
        "static Desk Make(IChatClient chat) => new(chat, OPTIONS); static object? Other(IServiceProvider? all) => all?.GetService<Desk>();"
    )]
    public Task Made_where_nobody_sees_it(string members) => IsSilentAsync(Source(members, "new ChatOptions()", marked: false));

    [Fact]
    public Task By_another_constructor_of_its_own() =>
        Verify.AnalyzerAsync<AnswerParsedWithoutSchema>(
            Source("static Desk Make(IChatClient chat) => new(chat);", "", marked: true)
                .Replace("/* members */", "public Desk(IChatClient chat) : this(chat, new ChatOptions()) { }")
        );

    [Fact]
    public Task By_another_constructor_with_a_format() =>
        IsSilentAsync(
            Source("static Desk Make(IChatClient chat) => new(chat);", "", marked: false)
                .Replace("/* members */", $"public Desk(IChatClient chat) : this(chat, {WithFormat}) {{ }}")
        );

    /// <summary>A constructor with the same number of arguments, of another type or of the same one, says nothing.</summary>
    [Theory]
    [InlineData(
        "static Desk Make(IChatClient chat) => new(chat, new ChatOptions()); static Other More(IChatClient chat) => new(chat, FORMAT);"
    )]
    [InlineData("static Desk Make(IChatClient chat) => new(chat, new ChatOptions()); static Desk More(IChatClient chat) => new(chat, 1);")]
    public Task What_runs_another_constructor(string members) =>
        Verify.AnalyzerAsync<AnswerParsedWithoutSchema>(
            Source(
                    members.Replace("FORMAT", WithFormat)
                        + " sealed class Other(IChatClient chat, ChatOptions options) { public object Both => (chat, options); }",
                    "",
                    marked: true
                )
                .Replace(
                    "/* members */",
                    $"public Desk(IChatClient chat, int length) : this(chat, length > 1, {WithFormat}) {{ }} public Desk(IChatClient chat, bool isLong, ChatOptions other) => (Chat, Other) = (chat, other); public ChatOptions? Other {{ get; }}"
                )
        );

    [Theory]
    [InlineData("params string[] notes", "new(chat, OPTIONS)")]
    [InlineData("params string[] notes", "new(chat, OPTIONS, \"a\", \"b\", \"c\")")]
    [InlineData("int most = 3, int least = 1", "new(chat, OPTIONS)")]
    [InlineData("int most = 3, int least = 1", "new(chat, OPTIONS, least: 2)")]
    public async Task With_fewer_or_more_arguments(string parameters, string creation)
    {
        string Of(string options, bool marked) =>
            Source($"static Desk Make(IChatClient chat) => {creation};", options, marked)
                .Replace("ChatOptions options)", $"ChatOptions options, {parameters})");
        await Verify.AnalyzerAsync<AnswerParsedWithoutSchema>(Of("new ChatOptions()", marked: true));
        await IsSilentAsync(Of(WithFormat, marked: false));
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public Task Made_in_many_places(int count, bool isSaid) =>
        Verify.AnalyzerAsync<AnswerParsedWithoutSchema>(
            Source(
                string.Concat(
                    Enumerable.Range(0, count).Select(i => $"static Desk Make{i}(IChatClient chat) => new Desk(chat, new ChatOptions());\n")
                ),
                "",
                marked: isSaid
            )
        );

    /// <summary>Creations without a name that might be of any type: so many are not looked at.</summary>
    [Theory]
    [InlineData(59, true)]
    [InlineData(61, false)]
    public Task Among_many_creations_without_a_name(int count, bool isSaid) =>
        Verify.AnalyzerAsync<AnswerParsedWithoutSchema>(
            Source(
                "static Desk Make(IChatClient chat) => new(chat, new ChatOptions());\n"
                    + string.Concat(Enumerable.Range(0, count).Select(i => $"static Version Number{i} => new(1, {i});\n")),
                "",
                marked: isSaid
            )
        );

    /// <summary>What a library shows may be made by whoever references it.</summary>
    [Fact]
    public async Task Of_a_library()
    {
        var source = Source("public static Desk Make(IChatClient chat) => new(chat, new ChatOptions());", "", marked: false)
            .Replace("internal ", "public ");
        await IsSilentAsync(source);
        await Verify.AnalyzerAsync<AnswerParsedWithoutSchema>(
            source.Replace("Chat.GetResponseAsync", "{|RAG2002:Chat.GetResponseAsync|}"),
            setup: new TestSetup
            {
                OutputKind = OutputKind.ConsoleApplication,
                OtherSources = ["internal static class Program { private static void Main() { } }"],
            }
        );
    }

    private static async Task SaysWhatTheOptionsSayAsync(string members)
    {
        await Verify.AnalyzerAsync<AnswerParsedWithoutSchema>(Source(members, "new ChatOptions { Temperature = 0 }", marked: true));
        await IsSilentAsync(Source(members, WithFormat, marked: false));
    }

    private static Task IsSilentAsync(string source) => Verify.AnalyzerAsync<AnswerParsedWithoutSchema>(source);

    private const string WithFormat = "new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Order>() }";

    private static string Source(string members, string options, bool marked) =>
        $$"""
            using System.Text.Json;
            using Desks;
            using Microsoft.Extensions.AI;
            using Microsoft.Extensions.DependencyInjection;

            namespace Desks
            {
                internal sealed record Order(string Id);

                internal class Desk
                {
                    private readonly ChatOptions? _options;
                    private IChatClient Chat { get; }
                    public Desk(IChatClient chat, ChatOptions options) { Chat = chat; _options = options; }
                    /* members */
                    public async Task<Order?> AskAsync(string mail) =>
                        JsonSerializer.Deserialize<Order>((await {{(
                marked ? "{|RAG2002:Chat.GetResponseAsync|}" : "Chat.GetResponseAsync"
            )}}(mail, _options)).Text);
                }
            }

            namespace Others
            {
                internal sealed class Desk;
            }

            internal static class Maker
            {
                {{members.Replace("OPTIONS", options)}}
            }
            """;
}
