using Microsoft.CodeAnalysis;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2011: guards in callers, in helpers, around lambdas; and what cannot be seen.</summary>
public sealed class AnswerParsedWithoutGuardAcrossBodiesTests
{
    private const string Unguarded = """
        private async Task<Answer> ReadAsync(string question)
        {
            var response = await chat.GetResponseAsync<Answer>(question);
            return response.{|RAG2011:Result|};
        }
        """;

    private static readonly string s_guarded = Unguarded.Replace("{|RAG2011:Result|}", "Result", StringComparison.Ordinal);

    [Theory]
    [InlineData("try { Use(await ReadAsync(question)); } catch (JsonException) { }")]
    [InlineData(
        "try { if (question.Length > 0) { Use(await ReadAsync(question).ConfigureAwait(false)); } } catch (Exception) { Use(null); }"
    )]
    [InlineData("try { Use(ReadAsync(question).Result); } catch (AggregateException) { }")]
    [InlineData("var reading = ReadAsync(question); try { Use(await reading); } catch (JsonException) { }")]
    [InlineData("var all = new[] { question }.Select(ReadAsync).ToList(); try { await Task.WhenAll(all); } catch (Exception) { }")]
    [InlineData("try { await Task.WhenAll(new[] { question }.Select(q => ReadAsync(q))); } catch (Exception) { }")]
    [InlineData("try { Use(await Task.Run(() => ReadAsync(question))); } catch (Exception) { }")]
    [InlineData("Use(await retry.ExecuteAsync(() => ReadAsync(question)));")]
    [InlineData("Use(await retry.ExecuteAsync(async () => await ReadAsync(question)));")]
    [InlineData("Use(await OrNull(() => ReadAsync(question)));")]
    [InlineData("Func<Task<Answer>> read = () => ReadAsync(question); try { Use(await read()); } catch (Exception) { }")]
    [InlineData("Func<Task<Answer>>? read = () => ReadAsync(question); try { Use(await read?.Invoke()!); } catch (Exception) { }")]
    [InlineData("Func<Task<Answer>> read = () => ReadAsync(question); Use(await retry.ExecuteAsync(read));")]
    [InlineData(
        "async Task<Answer?> Try() { try { return await ReadAsync(question); } catch (Exception) { return null; } } Use(await Try());"
    )]
    [InlineData("async Task<Answer> Read() => await ReadAsync(question); try { Use(await Read()); } catch (Exception) { }")]
    public Task Guard_in_the_caller(string statements) => UnguardedAnswers.VerifyAsync(statements, s_guarded + Helpers);

    [Theory]
    [InlineData("Use(await ReadAsync(question));")]
    [InlineData("try { Use(await ReadAsync(question)); } catch (HttpRequestException) { }")]
    [InlineData("try { Use(null); } catch (Exception) { Use(await ReadAsync(question)); }")]
    [InlineData("try { Use(null); } catch (Exception) { } Use(await ReadAsync(question));")]
    [InlineData("await Task.WhenAll(new[] { question }.Select(q => ReadAsync(q)));")]
    [InlineData("Use(await Task.Run(() => ReadAsync(question)));")]
    [InlineData("Use(await Run(() => ReadAsync(question)));")]
    [InlineData("Func<Task<Answer>> read = () => ReadAsync(question); Use(await read());")]
    [InlineData("Func<Task<Answer>>? read = () => ReadAsync(question); Use(await read?.Invoke()!);")]
    [InlineData("async Task<Answer> Read() => await ReadAsync(question); Use(await Read());")]
    [InlineData("")]
    public Task No_guard_in_the_caller(string statements) => UnguardedAnswers.VerifyAsync(statements, Unguarded + Helpers);

    private const string Helpers = """

        private static async Task<T?> OrNull<T>(Func<Task<T>> work)
        {
            try
            {
                return await work();
            }
            catch (Exception)
            {
                return default;
            }
        }

        private static async Task<T> Run<T>(Func<Task<T>> work)
        {
            Console.WriteLine("start");
            return await work();
        }
        """;

    [Fact]
    public Task Guard_several_calls_up() =>
        UnguardedAnswers.VerifyAsync(
            "try { Use(await A(question)); } catch (JsonException) { }",
            s_guarded
                + """
                private Task<Answer> A(string question) => B(question);
                private async Task<Answer> B(string question) => await ReadAsync(question);
                """
        );

    [Fact]
    public Task One_guarded_caller_of_two_is_enough_for_silence() =>
        UnguardedAnswers.VerifyAsync(
            """
            Use(await ReadAsync(question));
            try { Use(await ReadAsync(question)); } catch (JsonException) { }
            """,
            s_guarded
        );

    [Theory]
    [InlineData("catch (JsonException) { return null; }", false)]
    [InlineData("catch (FormatException) { return null; }", true)]
    public Task Guard_in_the_caller_of_an_own_interface(string handler, bool isFound) =>
        UnguardedAnswers.VerifyProgramAsync(
            $$"""
            public interface IReader
            {
                Task<Answer> ReadAsync(string question);
            }

            public sealed class Reader(IChatClient chat) : IReader
            {
                public async Task<Answer> ReadAsync(string question) => (await chat.GetResponseAsync<Answer>(question)).{{(
                isFound ? "{|RAG2011:Result|}" : "Result"
            )}};
            }

            public sealed class Controller(IReader reader)
            {
                public async Task<Answer?> Get(string question)
                {
                    try { return await reader.ReadAsync(question); } {{handler}}
                }
            }
            """
        );

    [Fact]
    public Task Guard_in_the_caller_of_a_base_class() =>
        UnguardedAnswers.VerifyProgramAsync(
            """
            public abstract class Step
            {
                public async Task RunAsync(string question)
                {
                    try { await StepAsync(question); } catch (Exception e) { Console.WriteLine(e); }
                }

                protected abstract Task StepAsync(string question);
            }

            public sealed class Reading(IChatClient chat) : Step
            {
                protected override async Task StepAsync(string question) => Console.WriteLine((await chat.GetResponseAsync<Answer>(question)).Result);
            }
            """
        );

    [Fact]
    public Task Guard_around_the_read_of_a_property() =>
        UnguardedAnswers.VerifyProgramAsync(
            """
            public sealed class Lazily(IChatClient chat)
            {
                private Answer Answer => chat.GetResponseAsync<Answer>("question").GetAwaiter().GetResult().Result;

                private Answer Other => chat.GetResponseAsync<Answer>("question").GetAwaiter().GetResult().{|RAG2011:Result|};

                public string Show()
                {
                    try { return Answer.Text; } catch (Exception) { return Other.Text; }
                }
            }
            """
        );

    [Theory]
    [InlineData("app.MapPost(\"/ask\", async (string q) => Use((await chat.GetResponseAsync<Answer>(q)).{|RAG2011:Result|}));")]
    [InlineData(
        "app.MapPost(\"/ask\", async (string q) => { try { Use((await chat.GetResponseAsync<Answer>(q)).Result); } catch (JsonException) { } });"
    )]
    [InlineData(
        "app.MapPost(\"/ask\", Ask); async Task Ask(string q) => Use((await chat.GetResponseAsync<Answer>(q)).{|RAG2011:Result|});"
    )]
    [InlineData("app.Other(async (string q) => Use((await chat.GetResponseAsync<Answer>(q)).Result));")]
    public Task Endpoints(string statements) =>
        UnguardedAnswers.VerifyProgramAsync(
            $$"""
            public static class Program
            {
                public static void Main(IChatClient chat, Microsoft.AspNetCore.Builder.App app)
                {
                    {{statements}}
                }

                private static void Use(object? value) => Console.WriteLine(value);
            }

            namespace Microsoft.AspNetCore.Builder
            {
                public abstract class App
                {
                    public abstract void MapPost(string route, Delegate handler);
                    public abstract void Other(Delegate handler);
                }
            }
            """
        );

    [Fact]
    public Task Top_level_statements() =>
        Verify.AnalyzerAsync<RagAnalyzers.Rules.Output.AnswerParsedWithoutGuard>(
            """
            using Microsoft.Extensions.AI;

            IChatClient chat = null!;
            var response = await chat.GetResponseAsync<Movie>("question");
            Console.WriteLine(response.{|RAG2011:Result|}.Title);

            public record Movie(string Title);
            """
        );

    [Fact]
    public Task An_exception_in_a_test_is_a_failed_test() =>
        UnguardedAnswers.VerifyProgramAsync(
            """
            public class DeskTests(IChatClient chat)
            {
                [Xunit.Special]
                public async Task Answers() => Console.WriteLine((await chat.GetResponseAsync<Answer>("question")).Result);

                protected async Task<Answer> AskAsync() => (await chat.GetResponseAsync<Answer>("question")).Result;
            }

            public class MoreDeskTests(IChatClient chat) : DeskTests(chat)
            {
                public async Task Inherits_the_tests() => Console.WriteLine((await chat.GetResponseAsync<Answer>("question")).Result);
            }

            public class Desk(IChatClient chat)
            {
                [Fact]
                public async Task Looks_alike() => Console.WriteLine((await chat.GetResponseAsync<Answer>("question")).{|RAG2011:Result|});
            }

            public sealed class FactAttribute : Attribute;

            namespace Xunit
            {
                public class FactAttribute : Attribute;

                public sealed class SpecialAttribute : FactAttribute;
            }
            """
        );

    [Theory]
    [InlineData(
        "Use({|RAG2011:Parse|}(response.Text));",
        "private static Answer? Parse(string text) => JsonSerializer.Deserialize<Answer>(text);"
    )]
    [InlineData(
        "Use({|RAG2011:Parse<Answer>|}(response.Text));",
        "private static T? Parse<T>(string text) => JsonSerializer.Deserialize<T>(text.Trim());"
    )]
    [InlineData(
        "Use({|RAG2011:Parse|}(response));",
        "private static Answer? Parse(ChatResponse response) => JsonSerializer.Deserialize<Answer>(response.Text);"
    )]
    [InlineData(
        "Use({|RAG2011:Parse|}(response.Text));",
        "private static Answer? Parse(string text) => Inner(text); private static Answer? Inner(string text) => JsonSerializer.Deserialize<Answer>(text);"
    )]
    [InlineData(
        "try { Use(Parse(response.Text)); } catch (JsonException) { }",
        "private static Answer? Parse(string text) => JsonSerializer.Deserialize<Answer>(text);"
    )]
    [InlineData(
        "Use(Parse(response.Text));",
        "private static Answer? Parse(string text) { try { return JsonSerializer.Deserialize<Answer>(text); } catch (JsonException) { return null; } }"
    )]
    [InlineData(
        "Use(Parse(response));",
        "private static Answer? Parse(ChatResponse response) => response.FinishReason == ChatFinishReason.Stop ? JsonSerializer.Deserialize<Answer>(response.Text) : null;"
    )]
    [InlineData(
        "Use(Parse(response.Text));",
        "private static Answer? Parse(string text) { try { return Inner(text); } catch (JsonException) { return null; } } private static Answer? Inner(string text) => JsonSerializer.Deserialize<Answer>(text);"
    )]
    [InlineData(
        "if (response.FinishReason == ChatFinishReason.Stop) Use(Parse(response.Text));",
        "private static Answer? Parse(string text) => JsonSerializer.Deserialize<Answer>(text);"
    )]
    public Task Parse_in_a_helper(string use, string helper) =>
        UnguardedAnswers.VerifyAsync($"var response = await chat.GetResponseAsync(question, options); {use}", helper);

    [Theory]
    [InlineData("return response.Text;", true)]
    [InlineData("if (response.FinishReason != ChatFinishReason.Stop) throw new InvalidOperationException(); return response.Text;", false)]
    [InlineData("try { return response.Text; } catch (Exception) { return \"\"; }", true)]
    public Task Model_call_in_a_helper(string result, bool isFound) =>
        UnguardedAnswers.VerifyAsync(
            $"var text = await AskModelAsync(question); Use({(isFound ? "{|RAG2011:JsonSerializer.Deserialize<Answer>|}" : "JsonSerializer.Deserialize<Answer>")}(text));",
            $$"""
            private async Task<string> AskModelAsync(string question) => await InnerAsync(question);

            private async Task<string> InnerAsync(string question)
            {
                var response = await chat.GetResponseAsync(question, options);
                {{result}}
            }
            """
        );

    [Fact]
    public Task Typed_response_is_passed_on() =>
        UnguardedAnswers.VerifyAsync(
            """
            Show(await chat.GetResponseAsync<Answer>(question));
            var checkedResponse = await chat.GetResponseAsync<Answer>(question);
            if (checkedResponse.FinishReason == ChatFinishReason.Stop)
                ShowChecked(checkedResponse);
            """,
            """
            private static void Show(ChatResponse<Answer> response) => Use(response.{|RAG2011:Result|});

            private static void ShowChecked(ChatResponse<Answer> response) => Use(response.Result);
            """
        );

    [Theory]
    [InlineData("new[] { response.Text }.Select(t => {|RAG2011:JsonSerializer.Deserialize<Answer>|}(t)).ToList()")]
    [InlineData("new[] { response.Text }.Select({|RAG2011:Read|}).ToList()")]
    public Task Parse_in_linq(string parse) =>
        UnguardedAnswers.VerifyAsync(
            $"var response = await chat.GetResponseAsync(question, options); Use({parse});",
            "private static Answer? Read(string text) => JsonSerializer.Deserialize<Answer>(text);"
        );

    [Fact]
    public Task Parse_in_linq_inside_a_try() =>
        UnguardedAnswers.VerifyAsync(
            """
            var response = await chat.GetResponseAsync(question, options);
            var answers = response.Messages.Select(m => JsonSerializer.Deserialize<Answer>(m.Text));
            try { Use(answers.ToList()); } catch (JsonException) { }
            """
        );

    [Fact]
    public Task Recursion_ends() =>
        UnguardedAnswers.VerifyAsync(
            "Use(await Again(question, 3));",
            """
            private async Task<Answer> Again(string question, int left) =>
                left > 0 ? await Again(question, left - 1) : (await chat.GetResponseAsync<Answer>(question)).{|RAG2011:Result|};
            """
        );

    [Theory]
    [InlineData(20, true)]
    [InlineData(60, false)]
    public Task A_method_used_everywhere_is_not_judged(int calls, bool isFound) =>
        UnguardedAnswers.VerifyAsync(
            string.Concat(Enumerable.Repeat("Use(await ReadAsync(question));\n", calls)),
            isFound ? Unguarded : s_guarded
        );

    [Theory]
    [InlineData("Use({|RAG2011:new Reply(response.Text).Read|}());")]
    [InlineData("try { Use(new Reply(response.Text).Read()); } catch (JsonException) { }")]
    public Task Object_parses_the_answer_that_it_got(string statements) =>
        UnguardedAnswers.VerifyAsync(
            "var response = await chat.GetResponseAsync(question, options); " + statements,
            "private sealed class Reply(string text) { public Answer? Read() => JsonSerializer.Deserialize<Answer>(text); }"
        );

    [Fact]
    public Task Callers_in_another_file() =>
        UnguardedAnswers.VerifyProgramAsync(
            """
            public class Desk(IChatClient chat)
            {
                public async Task<Answer> ReadAsync(string question) => (await chat.GetResponseAsync<Answer>(question)).Result;
            }
            """,
            new TestSetup
            {
                OutputKind = OutputKind.DynamicallyLinkedLibrary,
                OtherSources =
                [
                    """
                    public class Caller(Desk desk)
                    {
                        public async Task<Answer?> Get()
                        {
                            try { return await desk.ReadAsync("question"); } catch (Exception) { return null; }
                        }
                    }
                    """,
                ],
            }
        );

    [Theory]
    [InlineData("dynamic asked = question; try { Use(await ReadAsync(asked)); } catch (Exception) { }")]
    [InlineData("dynamic asked = question; Use(await ReadAsync(asked));")]
    [InlineData("dynamic asked = question; Use(await ReadAsync(asked)); Use(await ReadAsync(question));")]
    public Task A_caller_that_is_bound_when_it_runs_cannot_be_seen(string statements) =>
        UnguardedAnswers.VerifyAsync(statements, s_guarded);

    [Theory]
    [InlineData("public async Task<T> AskAsync<T>(string question) => (await chat.GetResponseAsync<T>(question)).Result;")]
    [InlineData(
        "public Task<T> AskAsync<T>(string question) => ReadAsync<T>(question); private async Task<T> ReadAsync<T>(string question) => (await chat.GetResponseAsync<T>(question)).Result;"
    )]
    [InlineData(
        "public async Task<Answer> AskAsync(string question) => await ReadAsync<Answer>(question); private async Task<T> ReadAsync<T>(string question) => (await chat.GetResponseAsync<T>(question)).{|RAG2011:Result|};"
    )]
    [InlineData(
        "public async Task<Answer?> AskAsync(string question) { try { return await ReadAsync<Answer>(question); } catch (JsonException) { return null; } } private async Task<T> ReadAsync<T>(string question) => (await chat.GetResponseAsync<T>(question)).Result;"
    )]
    [InlineData(
        "public async Task<Answer> AskAsync<T>(T question) => (await chat.GetResponseAsync<Answer>($\"{question}\")).{|RAG2011:Result|};"
    )]
    public Task Whoever_names_the_type_may_handle_that_there_is_none(string members) =>
        UnguardedAnswers.VerifyProgramAsync(
            $$"""
            public class Desk(IChatClient chat)
            {
                {{members}}
            }
            """,
            new TestSetup { OutputKind = OutputKind.DynamicallyLinkedLibrary }
        );

    [Theory]
    [InlineData("public async Task<T> AskAsync(string question) => (await chat.GetResponseAsync<T>(question)).Result;")]
    [InlineData(
        "public async Task<Answer> AskAsync(string question) => (await chat.GetResponseAsync<Answer>(question)).{|RAG2011:Result|};"
    )]
    public Task Whoever_names_the_type_of_the_class_may_too(string members) =>
        UnguardedAnswers.VerifyProgramAsync(
            $$"""
            public class Desk<T>(IChatClient chat)
            {
                {{members}}
            }
            """,
            new TestSetup { OutputKind = OutputKind.DynamicallyLinkedLibrary }
        );

    /// <summary>What is read by a key off a member that nobody writes here comes from elsewhere.</summary>
    [Theory]
    [InlineData("public interface ITexts { IReadOnlyDictionary<string, string> All { get; } }")]
    [InlineData("public abstract class ITexts { public abstract IReadOnlyDictionary<string, string> All { get; } }")]
    [InlineData("public class ITexts { public IReadOnlyDictionary<string, string> All { get; } }")]
    public Task Element_of_a_member_that_nobody_writes(string texts) =>
        UnguardedAnswers.VerifyProgramAsync(
            $$"""
            {{texts}}
            public class Desk(IChatClient chat, ITexts texts)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    await chat.GetResponseAsync(question);
                    return JsonSerializer.Deserialize<Answer>(texts.All["answer"]);
                }
            }
            """
        );
}
