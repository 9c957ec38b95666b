using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Configuration.Options;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Pipeline.Calls;

/// <summary>The model of a client that a container hands out.</summary>
public sealed class RegisteredClientsTests
{
    private const string Tuned = "ft:gpt-4o-mini-2024-07-18:contoso:desk:abc123";
    private const string Registered = $"""services.AddChatClient(new OpenAIClient("key").GetChatClient("{Tuned}").AsIChatClient());""";
    private const string Keyed =
        $"""services.AddKeyedChatClient("tuned", new ChatClient("{Tuned}", "key").AsIChatClient()); services.AddChatClient(new ChatClient("gpt-4o", "key").AsIChatClient());""";
    private const string Primary = "public class Desk(IChatClient chat) { public object Ask() => chat.GetResponseAsync(\"?\"); }";

    [Theory]
    [InlineData(Registered, Primary)]
    [InlineData(
        Registered,
        "public class Desk { private readonly IChatClient _chat; public Desk(IChatClient chat) => _chat = chat; public object Ask() => _chat.GetResponseAsync(\"?\"); }"
    )]
    [InlineData(
        Registered,
        "public class Desk { private readonly IChatClient _chat; public Desk(IChatClient chat) { _chat = chat ?? throw new ArgumentNullException(nameof(chat)); } public object Ask() => _chat.GetResponseAsync(\"?\"); }"
    )]
    [InlineData(
        Registered,
        "public class Desk(IChatClient chat) { private readonly AIAgent _agent = chat.AsAIAgent(\"Answer.\"); public object Ask() => _agent.RunAsync(\"?\"); }"
    )]
    [InlineData(
        Registered,
        "public class Desk(IServiceProvider services) { public object Ask() => services.GetRequiredService<IChatClient>().GetResponseAsync(\"?\"); }"
    )]
    [InlineData(
        Registered,
        "public class Desk { public object Ask(Routes routes) => routes.MapPost(\"/ask\", (IChatClient chat, string question) => chat.GetResponseAsync(question)); }"
    )]
    [InlineData($"""services.AddChatClient(sp => new ChatClient("{Tuned}", "key").AsIChatClient()).UseLogging();""", Primary)]
    [InlineData($"""services.AddSingleton<IChatClient>(new ChatClient("{Tuned}", "key").AsIChatClient());""", Primary)]
    [InlineData($$"""services.AddSingleton<IChatClient>(sp => { return new ChatClient("{{Tuned}}", "key").AsIChatClient(); });""", Primary)]
    [InlineData(
        $"""services.AddSingleton(new ChatClient("{Tuned}", "key"));""",
        "public class Desk(ChatClient chat) { public object Ask() => chat.CompleteChatAsync(\"?\"); }"
    )]
    [InlineData(
        Keyed,
        "public class Desk([FromKeyedServices(\"tuned\")] IChatClient chat) { public object Ask() => chat.GetResponseAsync(\"?\"); }"
    )]
    [InlineData(
        Keyed,
        "public class Desk(IServiceProvider services) { public object Ask() => services.GetRequiredKeyedService<IChatClient>(\"tuned\").GetResponseAsync(\"?\"); }"
    )]
    public void The_only_one_that_is_registered(string registration, string desk) => Assert.Equal(Tuned, FineTuned(registration, desk));

    [Theory]
    [InlineData("", Primary)]
    [InlineData("""services.AddChatClient(new ChatClient("gpt-4o", "key").AsIChatClient());""", Primary)]
    [InlineData(Registered + """services.AddChatClient(new ChatClient("gpt-4o", "key").AsIChatClient());""", Primary)]
    [InlineData(
        Registered + "services.AddSingleton<IChatClient, Own>();",
        Primary + " public class Own(IChatClient inner) : DelegatingChatClient(inner);"
    )]
    [InlineData(
        "services.AddSingleton<IChatClient, Own>();",
        Primary + " public class Own(IChatClient inner) : DelegatingChatClient(inner);"
    )]
    [InlineData(Keyed, Primary)]
    [InlineData(
        Keyed,
        "public class Desk([FromKeyedServices(\"base\")] IChatClient chat) { public object Ask() => chat.GetResponseAsync(\"?\"); }"
    )]
    [InlineData(
        "services.AddKeyedChatClient(name, new ChatClient(\"" + Tuned + "\", \"key\").AsIChatClient());",
        "public class Desk([FromKeyedServices(\"tuned\")] IChatClient chat) { public object Ask() => chat.GetResponseAsync(\"?\"); }"
    )]
    [InlineData(
        Registered,
        "public class Desk(IChatClient chat) { public object Ask() => chat.GetResponseAsync(\"?\"); public static Desk For(IChatClient other) => new(other); }"
    )]
    [InlineData(
        Registered,
        "public class Desk(IChatClient chat) { public object Ask() => chat.GetResponseAsync(\"?\"); public static Desk For(IChatClient other) => new Desk(other); }"
    )]
    [InlineData(Registered, "public class Desk { public object Ask(IChatClient chat) => chat.GetResponseAsync(\"?\"); }")]
    [InlineData(
        Registered,
        "public class Desk { public object Ask(List<IChatClient> chats) => chats.Select(chat => chat.GetResponseAsync(\"?\")); }"
    )]
    public void What_may_be_another_one(string registration, string desk) => Assert.Null(FineTuned(registration, desk));

    private static string? FineTuned(string registration, string desk)
    {
        var compilation = AnalyzerRun.Compile(
            [
                $$"""
                using Microsoft.Agents.AI;
                using Microsoft.Extensions.AI;
                using Microsoft.Extensions.DependencyInjection;
                using OpenAI;
                using OpenAI.Chat;

                {{desk}}

                public class Routes { public object MapPost(string path, Delegate handler) => handler; }

                public static class Startup { public static void Register(IServiceCollection services, string name) { {{registration}} } }
                """,
            ],
            ReferenceSets.Latest
        );
        Assert.Empty(AnalyzerRun.Errors(compilation));
        Assert.True(Picture.TryCreate(compilation, [], out var picture));
        var tree = compilation.SyntaxTrees.First();
        var method = tree.GetRoot(TestContext.Current.CancellationToken)
            .DescendantNodes()
            .OfType<MethodDeclarationSyntax>()
            .First(m => m.Identifier.ValueText == "Ask");
        var operation = compilation.GetSemanticModel(tree).GetOperation(method, TestContext.Current.CancellationToken);
        return Assert.Single(ModelCall.In(picture.BodyOf(operation!))).Model.FineTuned(new NamePatterns(ImmutableArray<string>.Empty));
    }
}
