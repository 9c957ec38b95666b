namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>Calls through interfaces and virtual members: what every implementation in the compilation agrees on is known.</summary>
public sealed class AnswerParsedWithoutSchemaInterfacesTests
{
    private const string Retrieving = """
        public class VectorKnowledge(VectorStoreCollection<string, Policy> policies) : IKnowledge
        {
            public async Task<string> FindAsync(string query)
            {
                var text = new StringBuilder();
                await foreach (var hit in policies.SearchAsync(query, 3))
                    text.AppendLine(hit.Record.Text);
                return text.ToString();
            }
        }

        """;

    private const string Reading = """
        public class FileKnowledge : IKnowledge
        {
            public Task<string> FindAsync(string topic) => File.ReadAllTextAsync(topic + ".md");
        }

        """;

    private const string Contract = "public interface IKnowledge { Task<string> FindAsync(string question); }\n";

    private static string Desk(string id) =>
        $$"""
            public class Desk(IChatClient chat, IKnowledge knowledge)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var context = await knowledge.FindAsync(question);
                    var response = await {|{{id}}:chat.GetResponseAsync|}(context + "\n" + question, OPTIONS);
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }
            }

            """;

    [Theory]
    [InlineData(Retrieving)]
    [InlineData(
        Retrieving
            + "public class MoreKnowledge(Microsoft.SemanticKernel.Data.ITextSearch search) : IKnowledge { public async Task<string> FindAsync(string q) { var r = await search.GetTextSearchResultsAsync(q); var all = \"\"; await foreach (var hit in r.Results) all += hit.Value; return all; } }"
    )]
    public Task Own_interface_whose_implementations_retrieve(string implementations) =>
        Programs.VerifyTwinsAsync(Desk("RAG2001") + Contract + implementations);

    [Theory]
    [InlineData(Reading)]
    [InlineData(Retrieving + Reading)]
    [InlineData("")]
    public Task Own_interface_whose_implementations_do_not_all_retrieve(string implementations) =>
        Programs.VerifyTwinsAsync(Desk("RAG2002") + Contract + implementations);

    [Theory]
    [InlineData(
        "public class V(VectorStoreCollection<string, Policy> policies) : IKnowledge { async Task<string> IKnowledge.FindAsync(string query) => (await policies.SearchAsync(query, 1).FirstAsync()).Record.Text; }"
    )]
    [InlineData(
        "public abstract class Base : IKnowledge { public abstract Task<string> FindAsync(string query); } public sealed class V(VectorStoreCollection<string, Policy> policies) : Base { public override async Task<string> FindAsync(string query) => (await policies.SearchAsync(query, 1).FirstAsync()).Record.Text; }"
    )]
    [InlineData(
        "public interface IMore : IKnowledge { } public class V(VectorStoreCollection<string, Policy> policies) : IMore { public async Task<string> FindAsync(string query) => (await policies.SearchAsync(query, 1).FirstAsync()).Record.Text; }"
    )]
    [InlineData(
        "public class Outer { private class V(VectorStoreCollection<string, Policy> policies) : IKnowledge { public async Task<string> FindAsync(string query) => (await policies.SearchAsync(query, 1).FirstAsync()).Record.Text; } }"
    )]
    [InlineData(
        "public class V(VectorStoreCollection<string, Policy> policies) : IKnowledge { public async Task<string> FindAsync(string query) => await CoreAsync(query); private async Task<string> CoreAsync(string query) => (await policies.SearchAsync(query, 1).FirstAsync()).Record.Text; }"
    )]
    public Task Ways_to_implement(string implementation) => Programs.VerifyTwinsAsync(Desk("RAG2001") + Contract + implementation);

    [Fact]
    public Task Default_implementation_of_an_interface() =>
        Programs.VerifyTwinsAsync(
            Desk("RAG2001")
                + """
                public interface IKnowledge
                {
                    VectorStoreCollection<string, Policy> Policies { get; }

                    async Task<string> FindAsync(string query) => (await Policies.SearchAsync(query, 1).FirstAsync()).Record.Text;
                }

                public class Knowledge : IKnowledge
                {
                    public VectorStoreCollection<string, Policy> Policies => null!;
                }
                """
        );

    [Fact]
    public Task Generic_interface() =>
        Programs.VerifyTwinsAsync(
            """
            public interface IStore<TRecord> { IAsyncEnumerable<TRecord> NearestAsync(string query); }

            public class PolicyStore(VectorStoreCollection<string, Policy> policies) : IStore<Policy>
            {
                public async IAsyncEnumerable<Policy> NearestAsync(string query)
                {
                    await foreach (var hit in policies.SearchAsync(query, 3))
                        yield return hit.Record;
                }
            }

            public class Desk(IChatClient chat, IStore<Policy> store)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var context = await store.NearestAsync(question).Select(policy => policy.Text).ToListAsync();
                    var response = await {|RAG2001:chat.GetResponseAsync|}(string.Join("\n", context) + question, OPTIONS);
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }
            }
            """
        );

    [Fact]
    public Task Retriever_of_another_project_is_unknown() =>
        Programs.VerifyTwinsAsync(
            Desk("RAG2002"),
            Programs.WithProject(
                Contract + "public class Policy { public string Text { get; set; } = \"\"; }\n" + Retrieving.Replace("Policy", "Policy")
            )
        );

    [Fact]
    public Task Options_of_another_project_are_unknown() =>
        Programs.VerifyAsync(
            """
            public class Desk(IChatClient chat)
            {
                public async Task<Answer?> AskAsync(string question) =>
                    JsonSerializer.Deserialize<Answer>((await chat.GetResponseAsync(question, Shared.Options())).Text);

                public async Task<Answer?> AgainAsync(string question) =>
                    JsonSerializer.Deserialize<Answer>((await chat.GetResponseAsync(question, Shared.Kept)).Text);
            }
            """,
            Programs.WithProject(
                "public static class Shared { public static ChatOptions Options() => new(); public static readonly ChatOptions Kept = new(); }"
            )
        );

    private const string Parser = """
        public class Desk(ILlm llm)
        {
            public async Task<Answer?> AskAsync(string question) => JsonSerializer.Deserialize<Answer>(await CALL(question));
        }

        public interface ILlm { Task<string> AskAsync(string prompt); }

        """;

    private static string Llm(string name, string options) =>
        $$"""
            public class {{name}}(IChatClient chat) : ILlm
            {
                public async Task<string> AskAsync(string question) => (await chat.GetResponseAsync(question, {{options}})).Text;
            }

            """;

    [Fact]
    public Task Own_interface_that_asks_the_model() =>
        Programs.VerifyTwinsAsync(Parser.Replace("CALL", "{|RAG2002:llm.AskAsync|}") + Llm("Cloud", "OPTIONS"));

    [Fact]
    public Task Options_pass_through_an_interface_whose_implementation_names_its_parameters_otherwise() =>
        Programs.VerifyTwinsAsync(
            """
            public class Desk(ILlm llm)
            {
                public async Task<Answer?> AskAsync(string question) => JsonSerializer.Deserialize<Answer>(await {|RAG2002:llm.AskAsync|}(question, OPTIONS));

                public async Task<Answer?> OtherAsync(string question, ChatOptions options) => JsonSerializer.Deserialize<Answer>(await llm.AskAsync(question, options));
            }

            public interface ILlm { Task<string> AskAsync(string prompt, ChatOptions settings); }

            public class Cloud(IChatClient chat) : ILlm
            {
                public async Task<string> AskAsync(string question, ChatOptions options) => (await chat.GetResponseAsync(question, options)).Text;
            }
            """
        );

    [Fact]
    public Task Implementations_that_agree() =>
        Programs.VerifyTwinsAsync(Parser.Replace("CALL", "{|RAG2002:llm.AskAsync|}") + Llm("Cloud", "OPTIONS") + Llm("Local", "OPTIONS"));

    [Theory]
    [InlineData(Programs.Schema)]
    [InlineData("new ChatOptions { ResponseFormat = ChatResponseFormat.Json }")]
    public Task Implementations_that_disagree_about_the_format(string options) =>
        Programs.VerifyAsync(Parser.Replace("CALL", "llm.AskAsync") + Llm("Cloud", "new ChatOptions()") + Llm("Local", options));

    [Fact]
    public Task Implementations_that_disagree_about_asking_at_all() =>
        Programs.VerifyAsync(
            Parser.Replace("CALL", "llm.AskAsync")
                + Llm("Cloud", "new ChatOptions()")
                + "public class Canned : ILlm { public Task<string> AskAsync(string prompt) => File.ReadAllTextAsync(prompt); }"
        );

    [Fact]
    public Task Interface_without_an_implementation_here() => Programs.VerifyAsync(Parser.Replace("CALL", "llm.AskAsync"));

    [Theory]
    [InlineData("protected abstract", "protected override", ";", true)]
    [InlineData("protected virtual", "protected override", " => \"\";", true)]
    [InlineData("public abstract", "public sealed override", ";", true)]
    public Task Abstract_and_virtual_members(string declared, string overriding, string body, bool isFound)
    {
        var source = $$"""
            public abstract class Desk
            {
                public Answer? Ask(string question) => JsonSerializer.Deserialize<Answer>({{(
                isFound ? "{|RAG2002:Complete|}" : "Complete"
            )}}(question));

                {{declared}} string Complete(string question){{body}}
            }

            public class CloudDesk(IChatClient chat) : Desk
            {
                {{overriding}} string Complete(string question) => chat.GetResponseAsync(question, OPTIONS).Result.Text;
            }
            """;
        return isFound ? Programs.VerifyTwinsAsync(source) : Programs.VerifyAsync(source.Replace("OPTIONS", "new ChatOptions()"));
    }

    [Fact]
    public Task Interface_of_the_callers_is_seen_through() =>
        Programs.VerifyTwinsAsync(
            """
            internal interface IDesk { Task<Answer?> AskAsync(string question, ChatOptions? options = null); }

            internal sealed class Desk(IChatClient chat) : IDesk
            {
                public async Task<Answer?> AskAsync(string question, ChatOptions? options)
                {
                    var response = await {|RAG2002:chat.GetResponseAsync|}(question, options);
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }
            }

            internal sealed class Page(IDesk desk)
            {
                public Task<Answer?> ShowAsync() => desk.AskAsync("?", OPTIONS);

                public Task<Answer?> MoreAsync() => desk.AskAsync("!");
            }
            """
        );

    [Fact]
    public Task Public_interface_has_callers_elsewhere() =>
        Programs.VerifyAsync(
            """
            public interface IDesk { Task<Answer?> AskAsync(string question, ChatOptions? options = null); }

            internal sealed class Desk(IChatClient chat) : IDesk
            {
                public async Task<Answer?> AskAsync(string question, ChatOptions? options)
                {
                    var response = await chat.GetResponseAsync(question, options);
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }
            }

            internal sealed class Page(IDesk desk)
            {
                public Task<Answer?> ShowAsync() => desk.AskAsync("?", null);
            }
            """
        );
}
