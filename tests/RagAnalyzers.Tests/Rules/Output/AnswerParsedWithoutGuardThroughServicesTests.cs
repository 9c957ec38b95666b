namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>
/// RAG2011: the answer is read in a service, and its callers reach it through an interface, a base class, a decorator or a delegate.
/// </summary>
public sealed class AnswerParsedWithoutGuardThroughServicesTests
{
    private const string Reader = """
        public interface IReader
        {
            Task<Answer> ReadAsync(string question);
        }

        public sealed class Reader(IChatClient chat) : IReader
        {
            public async Task<Answer> ReadAsync(string question)
            {
                var response = await chat.GetResponseAsync<Answer>(question);
                return response.Result;
            }
        }

        """;

    private static readonly string s_reported = Reader.Replace("response.Result", "response.{|RAG2011:Result|}", StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "public sealed class Retrying(IReader inner) : IReader { public async Task<Answer> ReadAsync(string q) { try { return await inner.ReadAsync(q); } catch (Exception) { return await inner.ReadAsync(q); } } }"
    )]
    [InlineData(
        "public sealed class Job(IReader reader) : Microsoft.Extensions.Hosting.BackgroundService { protected override async Task ExecuteAsync(CancellationToken t) { while (!t.IsCancellationRequested) { try { await reader.ReadAsync(\"q\"); } catch (Exception) { await Task.Delay(1000, t); } } } }"
    )]
    [InlineData(
        "public sealed class Two(IReader reader) { public async Task<Answer?> A() { try { return await B(); } catch (JsonException) { return null; } } private Task<Answer> B() => C(reader.ReadAsync); private static async Task<T> C<T>(Func<string, Task<T>> read) => await read(\"q\"); }"
    )]
    [InlineData(
        "public sealed class Guarded(IReader reader) { public Task<Answer?> A() => Guard.RunAsync(reader.ReadAsync); } public static class Guard { public static async Task<Answer?> RunAsync(Func<string, Task<Answer>> read) { try { return await read(\"q\"); } catch (JsonException) { return null; } } }"
    )]
    [InlineData(
        "public sealed class Held { private readonly Func<string, Task<Answer>> _read; public Held(IReader reader) => _read = reader.ReadAsync; public Task<Answer> A() => _read(\"q\"); }"
    )]
    [InlineData(
        "public sealed class Given(Pipeline retry, IReader reader) { public Task<Answer> A() => retry.ExecuteAsync(() => reader.ReadAsync(\"q\")); }"
    )]
    [InlineData(
        "public static class Extended { public static Task<Answer> ReadTwiceAsync(this IReader reader) => reader.ReadAsync(\"q\"); } public sealed class Caller(IReader reader) { public async Task A() { try { await reader.ReadTwiceAsync(); } catch (Exception e) { Console.WriteLine(e); } } }"
    )]
    [InlineData(
        "public sealed class Endpoint { public static void Map(Action<Delegate> map) => map(async (IReader reader) => { try { return await reader.ReadAsync(\"q\"); } catch (InvalidOperationException) { return null; } }); }"
    )]
    [InlineData(
        "public sealed class Concrete(Reader reader) { public async Task<Answer?> A() { try { return await reader.ReadAsync(\"q\"); } catch (Exception) { return null; } } }"
    )]
    [InlineData(
        "public sealed class Conditional(IReader? reader) { public async Task A() { try { await (reader?.ReadAsync(\"q\") ?? Task.FromResult<Answer>(null!)); } catch (Exception) { } } }"
    )]
    [InlineData(
        "public sealed class Many(IReader reader) { public async IAsyncEnumerable<Answer> A() { yield return await reader.ReadAsync(\"q\"); } public async Task B() { var all = A(); try { await foreach (var one in all) Console.WriteLine(one); } catch (Exception) { } } }"
    )]
    public Task A_caller_is_prepared(string callers) => UnguardedAnswers.VerifyProgramAsync(Reader + callers);

    [Theory]
    [InlineData(
        "public sealed class Logging(IReader inner) : IReader { public async Task<Answer> ReadAsync(string q) { Console.WriteLine(q); return await inner.ReadAsync(q); } }"
    )]
    [InlineData(
        "public sealed class Timed(IReader inner) : IReader { public async Task<Answer> ReadAsync(string q) { try { return await inner.ReadAsync(q); } finally { Console.WriteLine(q); } } }"
    )]
    [InlineData(
        "public sealed class Endpoint(IReader reader) { public async Task<Answer?> Get(string q) { try { return await reader.ReadAsync(q); } catch (HttpRequestException) { return null; } } }"
    )]
    [InlineData(
        "public sealed class Other(IReader reader) { public async Task<Answer?> Get(string q) { try { Console.WriteLine(q); } catch (Exception) { return null; } return await reader.ReadAsync(q); } }"
    )]
    [InlineData(
        "public sealed class Plain(IReader reader) { public Task<Answer> A() => Run.It(reader.ReadAsync); } public static class Run { public static async Task<Answer> It(Func<string, Task<Answer>> read) => await read(\"q\"); }"
    )]
    [InlineData(
        "public interface IOther { Task<Answer> ReadAsync(string question); } public sealed class Elsewhere(IOther other) { public async Task<Answer?> A() { try { return await other.ReadAsync(\"q\"); } catch (Exception) { return null; } } }"
    )]
    public Task No_caller_is_prepared(string callers) => UnguardedAnswers.VerifyProgramAsync(s_reported + callers);

    [Fact]
    public Task Explicit_and_generic_interfaces() =>
        UnguardedAnswers.VerifyProgramAsync(
            """
            public interface IReader<T>
            {
                Task<T> ReadAsync(string question);
            }

            public sealed class Reader(IChatClient chat) : IReader<Answer>
            {
                async Task<Answer> IReader<Answer>.ReadAsync(string question) => (await chat.GetResponseAsync<Answer>(question)).Result;
            }

            public sealed class Caller(IReader<Answer> reader)
            {
                public async Task<Answer?> Get()
                {
                    try { return await reader.ReadAsync("q"); } catch (JsonException) { return null; }
                }
            }
            """
        );

    [Fact]
    public Task Text_comes_from_one_service_and_is_parsed_by_another() =>
        UnguardedAnswers.VerifyProgramAsync(
            """
            public interface IModel { Task<string> AskAsync(string question); }

            public interface IParser { Answer? Parse(string text); Answer? ParseOrThrow(string text); }

            public sealed class Model(IChatClient chat) : IModel
            {
                public async Task<string> AskAsync(string question)
                    => (await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() })).Text;
            }

            public sealed class Parser : IParser
            {
                public Answer? Parse(string text)
                {
                    try { return ParseOrThrow(text); } catch (JsonException) { return null; }
                }

                public Answer? ParseOrThrow(string text) => JsonSerializer.Deserialize<Answer>(text);
            }

            public sealed class Desk(IModel model, IParser parser)
            {
                public async Task<Answer?> One(string question) => parser.Parse(await model.AskAsync(question));

                public async Task<Answer?> Other(string question) => {|RAG2011:parser.ParseOrThrow|}(await model.AskAsync(question));
            }
            """
        );

    [Fact]
    public Task The_model_service_looks_at_how_the_answer_ended() =>
        UnguardedAnswers.VerifyProgramAsync(
            """
            public interface IModel { Task<string> AskAsync(string question); }

            public sealed class Model(IChatClient chat) : IModel
            {
                public async Task<string> AskAsync(string question)
                {
                    var response = await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() });
                    return response.FinishReason == ChatFinishReason.Length ? throw new InvalidOperationException("cut off") : response.Text;
                }
            }

            public sealed class Desk(IModel model)
            {
                public async Task<Answer?> One(string question) => JsonSerializer.Deserialize<Answer>(await model.AskAsync(question));
            }
            """
        );
}
