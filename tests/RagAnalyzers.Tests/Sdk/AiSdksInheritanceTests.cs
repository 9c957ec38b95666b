using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Sdk;

/// <summary>Facts through implementation, override, extension and construction.</summary>
public sealed class AiSdksInheritanceTests
{
    [Fact]
    public void An_own_class_that_implements_the_interface_counts_with_its_own_parameter_names()
    {
        var lookup = new SdkLookup(
            """
            using Microsoft.Extensions.AI;
            class Own : IChatClient
            {
                public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> chatMessages, ChatOptions? settings = null, CancellationToken token = default) => throw null!;
                IAsyncEnumerable<ChatResponseUpdate> IChatClient.GetStreamingResponseAsync(IEnumerable<ChatMessage> chatMessages, ChatOptions? settings, CancellationToken token) => throw null!;
                public object? GetService(Type type, object? key = null) => null;
                public void Dispose() { }
                async Task M(Own own) => await own.GetResponseAsync([]);
            }
            """
        );
        var fact = lookup.OfCall<ModelCallFact>("own.GetResponseAsync");
        Assert.NotNull(fact);
        Assert.Equal(["chatMessages"], fact.Prompt);
        Assert.Equal(["settings"], fact.Options);

        var streaming = lookup.OfDeclared<ModelCallFact>("Own", "GetStreamingResponseAsync");
        Assert.True(streaming is { Streaming: true });
        Assert.Equal(["chatMessages"], streaming.Prompt);
        Assert.Null(lookup.OfDeclared<SdkFact>("Own", "GetService"));
    }

    [Fact]
    public void A_method_of_the_right_name_that_does_not_implement_the_interface_is_unknown()
    {
        var lookup = new SdkLookup(
            """
            using Microsoft.Extensions.AI;
            abstract class Own(IChatClient inner) : DelegatingChatClient(inner)
            {
                public Task<ChatResponse> GetResponseAsync(string messages) => throw null!;
            }
            """
        );
        Assert.Null(lookup.OfDeclared<SdkFact>("Own", "GetResponseAsync"));
    }

    [Fact]
    public void An_override_of_an_override_counts()
    {
        var lookup = new SdkLookup(
            """
            using System.ClientModel;
            using OpenAI.Chat;
            class First : ChatClient
            {
                public override ClientResult<ChatCompletion> CompleteChat(IEnumerable<ChatMessage> messages, ChatCompletionOptions? options = null, CancellationToken token = default) => throw null!;
            }
            class Second : First
            {
                public override ClientResult<ChatCompletion> CompleteChat(IEnumerable<ChatMessage> turns, ChatCompletionOptions? options = null, CancellationToken token = default) => throw null!;
            }
            """
        );
        Assert.Equal(["turns"], lookup.OfDeclared<ModelCallFact>("Second", "CompleteChat")!.Prompt);
    }

    [Fact]
    public void An_override_of_an_interface_implementation_counts()
    {
        var lookup = new SdkLookup(
            """
            using Microsoft.Extensions.AI;
            class Own(IChatClient inner) : DelegatingChatClient(inner)
            {
                public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> turns, ChatOptions? options = null, CancellationToken token = default) => base.GetResponseAsync(turns);
            }
            """
        );
        Assert.Equal(["turns"], lookup.OfDeclared<ModelCallFact>("Own", "GetResponseAsync")!.Prompt);
        Assert.Equal(["messages"], lookup.OfCall<ModelCallFact>("base.GetResponseAsync")!.Prompt);
    }

    [Fact]
    public void A_hiding_method_does_not_count()
    {
        var lookup = new SdkLookup(
            """
            using Microsoft.Extensions.AI;
            class Own : ChatMessage
            {
                public new string Text => "";
            }
            """
        );
        Assert.Null(lookup.OfDeclared<SdkFact>("Own", "Text"));
    }

    [Fact]
    public void An_own_class_that_implements_a_generic_interface_counts()
    {
        var lookup = new SdkLookup(
            """
            using Microsoft.Extensions.VectorData;
            record Chapter(string Text);
            class Chapters : IVectorSearchable<Chapter>
            {
                public IAsyncEnumerable<VectorSearchResult<Chapter>> SearchAsync<TInput>(TInput question, int count, VectorSearchOptions<Chapter>? options = null, CancellationToken token = default) where TInput : notnull => throw null!;
                public object? GetService(Type type, object? key = null) => null;
                void M(Chapters chapters) => chapters.SearchAsync("holiday", 3);
            }
            """
        );
        Assert.Equal(["question"], lookup.OfCall<RetrievalFact>("chapters.SearchAsync")!.Query);
    }

    [Fact]
    public void A_generic_type_counts_however_it_is_constructed()
    {
        var lookup = new SdkLookup(
            """
            using Microsoft.Extensions.VectorData;
            record Chapter(string Text);
            class C
            {
                async Task M(VectorStoreCollection<Guid, Chapter> chapters)
                {
                    await foreach (var hit in chapters.SearchAsync("holiday", 3)) _ = hit.Record;
                    await chapters.UpsertAsync(new Chapter(""));
                }
                void G<T>(IKeywordHybridSearchable<T> texts) where T : class => texts.HybridSearchAsync("holiday", [], 3);
            }
            """
        );
        Assert.Equal(["searchValue"], lookup.OfCall<RetrievalFact>("chapters.SearchAsync")!.Query);
        Assert.Equal(["record"], lookup.OfCall<IngestionFact>("chapters.UpsertAsync")!.Records);
        Assert.Equal(["this"], lookup.OfProperty<PassFact>("hit.Record")!.From);
        Assert.Equal(["searchValue", "keywords"], lookup.OfCall<RetrievalFact>("texts.HybridSearchAsync")!.Query);
    }

    [Theory]
    [InlineData("client.GetResponseAsync")]
    [InlineData("ChatClientExtensions.GetResponseAsync")]
    public void An_extension_method_counts_in_both_call_forms(string call)
    {
        var lookup = new SdkLookup(
            """
            using Microsoft.Extensions.AI;
            class C
            {
                async Task M(IChatClient client)
                {
                    await client.GetResponseAsync("hi");
                    await ChatClientExtensions.GetResponseAsync(client, "hi");
                }
            }
            """,
            ReferenceSets.AbstractionsOnly
        );
        Assert.True(lookup.OfCall<ModelCallFact>(call) is { Typed: false, Prompt: ["chatMessage"], Options: ["options"] });
    }

    [Theory]
    [InlineData("client.GetResponseAsync")]
    [InlineData("ChatClientStructuredOutputExtensions.GetResponseAsync")]
    public void A_generic_extension_method_counts_in_both_call_forms(string call)
    {
        var lookup = new SdkLookup(
            """
            using Microsoft.Extensions.AI;
            class C
            {
                async Task M(IChatClient client)
                {
                    await client.GetResponseAsync<int>("hi");
                    await ChatClientStructuredOutputExtensions.GetResponseAsync<int>(client, "hi");
                }
            }
            """
        );
        Assert.True(lookup.OfCall<ModelCallFact>(call) is { Typed: true, Prompt: ["chatMessage"], Options: ["options"] });
    }

    [Fact]
    public void An_accessor_is_its_property()
    {
        var lookup = new SdkLookup(
            """
            using OpenAI.Chat;
            class C
            {
                object M(ChatCompletionOptions options) => options.ResponseFormat;
            }
            """
        );
        Assert.NotNull(lookup.OfProperty<ResponseFormatFact>("options.ResponseFormat"));
        Assert.NotNull(lookup.OfSetter<ResponseFormatFact>("options.ResponseFormat"));
    }
}
