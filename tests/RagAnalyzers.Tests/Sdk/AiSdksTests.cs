using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Sdk;

/// <summary>When there are SDKs to know, and which symbols are theirs.</summary>
public sealed class AiSdksTests
{
    [Fact]
    public void A_compilation_without_an_ai_sdk_has_none()
    {
        Assert.False(AiSdks.TryCreate(AnalyzerRun.Compile(["class C;"], ReferenceSets.NoAi), out var sdks));
        Assert.Null(sdks);
    }

    [Fact]
    public void Types_of_the_compilation_itself_are_no_ai_sdk() =>
        Assert.False(
            AiSdks.TryCreate(
                AnalyzerRun.Compile(
                    ["namespace Microsoft.Extensions.AI { public interface IChatClient { void GetResponseAsync(string messages); } }"],
                    ReferenceSets.NoAi
                ),
                out _
            )
        );

    public static TheoryData<string, string> SetsWithAnSdk =>
        new()
        {
            { nameof(ReferenceSets.OpenAI21), "OpenAI.Chat.ChatClient" },
            { nameof(ReferenceSets.OpenAI210), "OpenAI.Chat.ChatClient" },
            { nameof(ReferenceSets.AbstractionsOnly), "Microsoft.Extensions.AI.IChatClient" },
            { nameof(ReferenceSets.Latest), "Microsoft.Agents.AI.AIAgent" },
        };

    [Theory]
    [MemberData(nameof(SetsWithAnSdk))]
    public void A_compilation_with_any_ai_sdk_has_its_facts(string set, string type)
    {
        var references = (ImmutableArray<MetadataReference>)typeof(ReferenceSets).GetProperty(set)!.GetValue(null)!;
        var compilation = AnalyzerRun.Compile([], references);
        Assert.True(AiSdks.TryCreate(compilation, out var sdks));
        Assert.Contains(compilation.GetTypeByMetadataName(type)!.GetMembers(), member => sdks.TryGetFact<ModelCallFact>(member, out _));
    }

    [Fact]
    public void Every_analyzer_of_a_run_gets_the_same_tables()
    {
        var compilation = AnalyzerRun.Compile([], ReferenceSets.Latest);
        var found = new AiSdks?[16];
        Parallel.For(0, found.Length, index => AiSdks.TryCreate(compilation, out found[index]));
        Assert.NotNull(found[0]);
        Assert.All(found, sdks => Assert.Same(found[0], sdks));
    }

    [Fact]
    public void Concurrent_questions_have_the_same_answer()
    {
        var lookup = new SdkLookup(
            """
            using Microsoft.Extensions.AI;
            class Fake : DelegatingChatClient
            {
                public Fake(IChatClient inner) : base(inner) { }
                public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> m, ChatOptions? o = null, CancellationToken c = default) => throw null!;
            }
            """
        );
        var answers = new ModelCallFact?[64];
        Parallel.For(0, answers.Length, index => answers[index] = lookup.OfDeclared<ModelCallFact>("Fake", "GetResponseAsync"));
        Assert.All(answers, answer => Assert.Equal(["m"], answer!.Prompt));
    }

    [Fact]
    public void A_look_alike_in_another_namespace_is_unknown()
    {
        var lookup = new SdkLookup(
            """
            namespace Mine
            {
                public interface IChatClient { Task<string> GetResponseAsync(string messages, object? options = null); }
                public static class ChatClientExtensions
                {
                    public static Task<T> GetResponseAsync<T>(this IChatClient client, int chatMessage) => throw null!;
                }
                class C : IChatClient
                {
                    public Task<string> GetResponseAsync(string messages, object? options = null) => throw null!;
                    async Task M(IChatClient client)
                    {
                        await client.GetResponseAsync("hi");
                        await client.GetResponseAsync<string>(1);
                    }
                }
            }
            """
        );
        Assert.Null(lookup.OfCall<SdkFact>("client.GetResponseAsync"));
        Assert.Null(lookup.OfDeclared<SdkFact>("Mine.C", "GetResponseAsync"));
        Assert.Null(lookup.OfDeclared<SdkFact>("Mine.IChatClient", "GetResponseAsync"));
    }

    [Fact]
    public void A_look_alike_of_the_same_full_name_is_unknown_and_hides_nothing()
    {
        var compilation = AnalyzerRun.Compile(
            [
                "namespace OpenAI.Chat { public class ChatClient { public string CompleteChat(string messages, object options) => messages; } }",
            ],
            ReferenceSets.Latest
        );
        Assert.True(AiSdks.TryCreate(compilation, out var sdks));
        var types = compilation.GetTypesByMetadataName("OpenAI.Chat.ChatClient");
        Assert.Equal(2, types.Length);
        Assert.All(
            types,
            type =>
                Assert.Equal(
                    !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly),
                    type.GetMembers("CompleteChat").Any(member => sdks.TryGetFact<ModelCallFact>(member, out _))
                )
        );
    }

    [Fact]
    public void A_type_that_two_assemblies_have_is_known_in_both()
    {
        const string Name = "Microsoft.Extensions.AI.ChatClientExtensions";
        var compilation = AnalyzerRun.Compile([], ReferenceSets.Latest);
        Assert.Null(compilation.GetTypeByMetadataName(Name));
        Assert.True(AiSdks.TryCreate(compilation, out var sdks));
        var members = compilation.GetTypesByMetadataName(Name).SelectMany(type => type.GetMembers()).ToList();
        Assert.Contains(members, member => sdks.TryGetFact<ModelCallFact>(member, out _));
        Assert.Contains(members, member => sdks.TryGetFact<OptionsHolderFact>(member, out _));
    }

    [Fact]
    public void The_symbols_of_a_meaning_are_those_that_have_it()
    {
        Assert.True(AiSdks.TryCreate(AnalyzerRun.Compile([], ReferenceSets.OpenAI21), out var sdks));
        var jobs = sdks.SymbolsWith<FineTuningJobFact>();
        Assert.Equal(["CreateFineTuningJob", "CreateFineTuningJobAsync"], jobs.Select(symbol => symbol.Name).Order());
        Assert.All(jobs, symbol => Assert.True(sdks.TryGetFact<FineTuningJobFact>(symbol, out _)));
        Assert.Empty(sdks.SymbolsWith<PromptFunctionFact>());
    }

    [Fact]
    public void An_internal_type_of_another_assembly_is_unknown()
    {
        using var image = new MemoryStream();
        var library = AnalyzerRun.Compile(
            ["namespace OpenAI.Chat { internal class ChatClient { public void CompleteChat(string messages) { } } }"],
            ReferenceSets.NoAi
        );
        Assert.True(library.WithAssemblyName("Hidden").Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        var references = ReferenceSets.NoAi.Add(MetadataReference.CreateFromImage(image.ToArray()));
        Assert.False(AiSdks.TryCreate(AnalyzerRun.Compile([], references), out _));
    }

    [Fact]
    public void Half_typed_code_is_only_unknown()
    {
        var compilation = AnalyzerRun.Compile(
            [
                """
                using Microsoft.Extensions.AI;
                class Loop : Loop, IChatClient { public override Missing GetResponseAsync(int a, int a) => ; }
                class Fake : IChatClient
                {
                    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> m, ChatOptions? m = null, CancellationToken c = default) => ;
                    Missing IChatClient.GetStreamingResponseAsync( => ;
                }
                """,
            ],
            ReferenceSets.Latest
        );
        Assert.NotEmpty(AnalyzerRun.Errors(compilation));
        Assert.True(AiSdks.TryCreate(compilation, out var sdks));
        foreach (var member in compilation.Assembly.GlobalNamespace.GetTypeMembers().SelectMany(type => type.GetMembers().Append(type)))
        {
            sdks.TryGetFact<ModelCallFact>(member, out var fact);
            Assert.True(fact is null || member.Name == "GetResponseAsync");
        }
    }
}
