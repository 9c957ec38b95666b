using RagAnalyzers.Tests.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Flow.Tracing;

/// <summary>Values on their way through functions of the same body, and through calls written in every way.</summary>
public sealed class ValueTracerFunctionsTests
{
    [Theory]
    [InlineData("Use(Parse(Clean(answer))); static string Clean(string text) => text.Trim('`');")]
    [InlineData("Use(Parse(Clean(answer))); static string Clean(string text) { if (text.Length > 3) return text[3..]; return text; }")]
    [InlineData("Use(Parse(Clean(3, answer))); static string Clean(int count, string text) => text[count..];")]
    [InlineData("Use(Parse(Clean(text: answer, count: 3))); static string Clean(int count, string text) => text[count..];")]
    [InlineData("Use(Parse(Clean(answer))); static string Clean(string text, int count = 3) => text[count..];")]
    [InlineData("Use(Parse(Clean(answer))); static string Clean(params string[] texts) => texts[0];")]
    [InlineData("Use(Parse(Captured())); string Captured() => answer.Trim();")]
    [InlineData("Use(Parse(await CapturedAsync())); async Task<string> CapturedAsync() { await Task.Yield(); return response.Text; }")]
    [InlineData("Use(Read(answer)); static object? Read(string text) => Parse(text);")]
    [InlineData("Use(Read()); object? Read() { var text = answer; return Parse(text); }")]
    [InlineData(
        "Use(Outer(answer)); static object? Outer(string text) => Inner(text.Trim()); static object? Inner(string text) => Parse(text);"
    )]
    [InlineData(
        "Use(Parse(Shorten(answer, 9))); static string Shorten(string text, int depth) => depth == 0 ? text : Shorten(text[1..], depth - 1);"
    )]
    [InlineData("Use(Parse(Same(answer))); static T Same<T>(T value) => value;")]
    [InlineData(
        "foreach (var text in Pieces()) Use(Parse(text)); IEnumerable<string> Pieces() { yield return other; yield return answer; }"
    )]
    [InlineData(
        "await foreach (var text in Pieces()) Use(Parse(text)); async IAsyncEnumerable<string> Pieces() { await Task.Yield(); yield return answer; }"
    )]
    [InlineData("Use(Parse(Pair().Text)); (string Text, int Length) Pair() => (answer, answer.Length);")]
    [InlineData("var (text, _) = Pair(); Use(Parse(text)); (string Text, int Length) Pair() => (answer, answer.Length);")]
    public Task Local_functions(string statements) => AnswerFlow.ArrivesAsync(statements);

    [Theory]
    [InlineData("Func<string, string> clean = text => text.Trim(); Use(Parse(clean(answer)));")]
    [InlineData("Func<string, string> clean = text => { var cleaned = text.Trim(); return cleaned; }; Use(Parse(clean.Invoke(answer)));")]
    [InlineData("Func<string> get = () => answer; Use(Parse(get()));")]
    [InlineData("var clean = (string text) => text.Trim(); Use(Parse(clean(answer)));")]
    [InlineData("var clean = static (string text, int count = 3) => text[count..]; Use(Parse(clean(answer)));")]
    [InlineData("Func<string, string> clean = Clean; Use(Parse(clean(answer))); static string Clean(string text) => text.Trim();")]
    [InlineData("Func<string, string> clean = Strip; Use(Parse(clean(answer)));")]
    [InlineData("Func<string, string> clean = delegate(string text) { return text; }; Use(Parse(clean(answer)));")]
    [InlineData("Func<Task<string>> get = async () => { await Task.Yield(); return answer; }; Use(Parse(await get()));")]
    [InlineData("Action show = () => Use(Parse(answer)); show();")]
    [InlineData("Func<string, object?> read = text => Parse(text); Use(read(answer));")]
    [InlineData("Use(new[] { answer }.Select(text => Parse(text)).First());")]
    [InlineData("Use(new[] { answer }.Select(Parse).First());")]
    [InlineData("Use(answer.Split('\\n').Select(Newtonsoft.Json.Linq.JObject.Parse).ToList());")]
    [InlineData("string text = \"\"; Action set = () => text = answer; set(); Use(Parse(text));")]
    public Task Lambdas_and_method_groups(string statements) =>
        AnswerFlow.ArrivesAsync(statements, "private static string Strip(string text) => text.Trim();");

    [Theory]
    [InlineData("Use(Parse(Clean(other, answer))); static string Clean(string text, string unused) => text.Trim();")]
    [InlineData("Use(Parse(Clean(unused: answer, text: other))); static string Clean(string text, string unused) => text.Trim();")]
    [InlineData("Use(Parse(Fixed(answer))); static string Fixed(string text) => \"{}\";")]
    [InlineData("Func<string, string> clean = text => \"{}\"; Use(Parse(clean(answer)));")]
    [InlineData("Func<string, string, string> second = (first, second) => second; Use(Parse(second(answer, other)));")]
    [InlineData("Use(Parse(Pair().Other)); (string Text, string Other) Pair() => (answer, other);")]
    [InlineData("Use(Parse(Clean(other))); Use(Clean(answer)); static string Clean(string text) => text.Trim();")]
    public Task Functions_that_return_something_else(string statements) => AnswerFlow.IsLostAsync(statements);

    private const string Table = "var table = new Dictionary<string, Func<string>> { [\"a\"] = () => answer, [\"b\"] = () => other };";
    private const string Steps = "List<Step> steps = [new(\"a\", () => answer), new(\"b\", () => other)];";
    private const string Step = "private sealed record Step(string Name, Func<string> Run);";

    [Theory]
    [InlineData(Table + "Use(Parse(table[\"a\"]()));")]
    [InlineData(Table + "Use(Parse(table[\"a\"].Invoke()));")]
    [InlineData(Table + "if (table.TryGetValue(\"a\", out var get)) Use(Parse(get()));")]
    [InlineData("Func<string>[] table = [() => answer, () => other]; Use(Parse(table[0]()));")]
    [InlineData(
        "var table = new Dictionary<string, Func<string>> { [\"a\"] = () => answer, [\"b\"] = () => answer.Trim() }; Use(Parse(table[question]()));"
    )]
    [InlineData(Steps + "Use(Parse(steps[0].Run()));")]
    [InlineData("Func<string> get = question.Length > 3 ? () => answer : () => \"{}\"; Use(Parse(get()));")]
    [InlineData(
        "var text = answer; foreach (var clean in new Func<string, string>[] { t => t.Trim(), t => t.Trim('`') }) text = clean(text); Use(Parse(text));"
    )]
    [InlineData(
        "var text = other; foreach (var step in new Func<string, string>[] { t => t.Trim(), t => answer + t }) text = step(text); Use(Parse(text));"
    )]
    [InlineData("Func<string> get = question.Length > 3 ? () => answer : () => other; Use(Parse(get()));")]
    public Task The_one_of_several_functions_that_is_called(string statements) => AnswerFlow.ArrivesAsync(statements, Step);

    [Theory]
    [InlineData(Table + "Use(Parse(table[\"b\"]())); Use(table[\"a\"]());")]
    [InlineData(Table + "if (table.TryGetValue(\"b\", out var get)) Use(Parse(get()));")]
    [InlineData(Table + "Use(Parse(table.GetValueOrDefault(\"b\")!()));")]
    [InlineData(Table + "table[question] = () => other; Use(Parse(table[\"b\"]()));")]
    [InlineData(Table + "Use(Parse(table[question]()));")]
    [InlineData(Table + "Register(table); Use(Parse(table[\"b\"]())); static void Register(object o) { }")]
    [InlineData("Func<string>[] table = [() => answer, () => other]; Use(Parse(table[1]()));")]
    [InlineData("var table = new Dictionary<int, Func<string>> { [1] = () => answer, [2] = () => other }; Use(Parse(table[2]()));")]
    [InlineData(
        "var table = new Dictionary<string, Func<string>> { [\"a\"] = () => answer, [\"b\"] = () => \"{}\" }; table[question] = () => answer; Use(Parse(table[\"b\"]()));"
    )]
    [InlineData(Steps + "Use(Parse(steps[1].Run()));")]
    [InlineData(Steps + "Use(Parse(steps.First(s => s.Name == \"b\").Run()));")]
    [InlineData(Steps + "foreach (var step in steps) { var text = step.Run(); if (step.Name == \"b\") Use(Parse(text)); }")]
    [InlineData(Steps + "foreach (var (name, run) in steps) { var text = run(); if (name == \"b\") Use(Parse(text)); }")]
    [InlineData(Steps + "var step = steps.Find(s => s.Name == \"b\"); Use(Parse(step?.Run()));")]
    [InlineData(Steps + "var table = steps.ToDictionary(s => s.Name, s => s.Run); Use(Parse(table[\"b\"]()));")]
    public Task Another_one_of_several_functions(string statements) => AnswerFlow.IsLostAsync(statements, Step);

    [Theory]
    [InlineData("Fill(b => b.Text = answer);")]
    [InlineData("Fill(b => { if (answer.Length > 3) b.Text = answer.Trim(); });")]
    [InlineData("void Put(Box b) => b.Text = answer; Fill(Put);")]
    public Task Functions_that_fill_an_object(string statement) => AnswerFlow.ArrivesAsync(Filled(statement), Box);

    [Theory]
    [InlineData("Fill(null);")]
    [InlineData("Fill(b => b.Other = answer);")]
    [InlineData("Fill(b => b.Text = other);")]
    public Task Functions_that_fill_it_with_something_else(string statement) => AnswerFlow.IsLostAsync(Filled(statement), Box);

    private const string Box =
        "private sealed class Box { public string Text { get; set; } = \"\"; public string Other { get; set; } = \"\"; }";

    private static string Filled(string statement) =>
        $$"""
            var box = new Box();
            {{statement}}
            Use(Parse(box.Text));
            void Fill(Action<Box>? fill) => fill?.Invoke(box);
            """;

    [Theory]
    [InlineData("Use(Parse(Strip(answer)));")]
    [InlineData("Use(Parse(Desk.Strip(answer)));")]
    [InlineData("Use(Parse(answer.WithoutFence()));")]
    [InlineData("Use(Parse(Texts.WithoutFence(answer)));")]
    [InlineData("Use(Parse(Texts.WithoutFence(text: answer)));")]
    [InlineData("Use(Parse(answer?.WithoutFence()));")]
    [InlineData("Use(Parse(answer.Fenceless));")]
    [InlineData("Use(Parse(new Cleaner().Clean(answer)));")]
    [InlineData("Use(Parse(new Cleaned(answer).Text));")]
    [InlineData("Cleaned cleaned = answer; Use(Parse(cleaned.Text));")]
    [InlineData("Use(answer.ReadAs());")]
    public Task Calls_into_other_code_of_the_compilation(string statements)
    {
        Language.IsCSharp13(when: statements.Contains("Fenceless"));
        return ParsedAnswers.VerifyAsync(
            Desk.ExtensionsAI(
                "var answer = (await {|RAG2002:chat.GetResponseAsync|}(question)).Text;\n" + statements,
                """
                private static object? Parse(string? json) => JsonNode.Parse(json!);
                private static string Strip(string text) => text.Trim('`');
                """
            )
                + """

                public static class Texts
                {
                    public static string WithoutFence(this string text) => text.Trim('`');
                    public static object? ReadAs(this string text) => JsonNode.Parse(text);
                }

                public sealed class Cleaner
                {
                    public string Clean(string text) => text.Trim('`');
                }

                public sealed class Cleaned(string text)
                {
                    public string Text { get; } = text.Trim('`');

                    public static implicit operator Cleaned(string text) => new(text);
                }
                """
                + (
                    statements.Contains("Fenceless")
                        ? "public static class More { extension(string text) { public string Fenceless => text.Trim('`'); } }"
                        : ""
                )
        );
    }

    [Fact]
    public Task Top_level_statements() =>
        ParsedAnswers.VerifyAsync(
            """
            using System.Text.Json;
            using Microsoft.Extensions.AI;

            IChatClient chat = Services.Chat;
            var response = await {|RAG2002:chat.GetResponseAsync|}(args[0]);
            var answer = Read(Clean(response.Text));
            Console.WriteLine(answer);

            static string Clean(string text) => text.Trim('`');
            static Answer? Read(string text) => JsonSerializer.Deserialize<Answer>(text);

            internal record Answer(string Text);

            internal static class Services
            {
                public static IChatClient Chat => throw new NotSupportedException();
            }
            """
        );

    [Theory]
    [InlineData("private readonly object? _answer = JsonNode.Parse({|RAG2002:client.GetResponseAsync|}(question).Result.Text);")]
    [InlineData("public object? Answer { get; } = JsonNode.Parse({|RAG2002:client.GetResponseAsync|}(question).Result.Text);")]
    [InlineData("public object? Answer => JsonNode.Parse({|RAG2002:client.GetResponseAsync|}(question).Result.Text);")]
    [InlineData(
        "public object? Answer { get { var response = {|RAG2002:client.GetResponseAsync|}(question).Result; return JsonNode.Parse(response.Text); } }"
    )]
    [InlineData(
        "public Service(IChatClient own) : this(own, \"\") => Console.WriteLine(JsonNode.Parse({|RAG2002:own.GetResponseAsync|}(\"?\").Result.Text));"
    )]
    [InlineData(
        "public Func<IChatClient, Task<object?>> Ask = async chat => JsonNode.Parse((await {|RAG2002:chat.GetResponseAsync|}(\"?\")).Text);"
    )]
    [InlineData("public object? this[string about] => JsonNode.Parse({|RAG2002:client.GetResponseAsync|}(about).Result.Text);")]
    [InlineData(
        "public static object? operator +(Service service, string about) => JsonNode.Parse({|RAG2002:service.Client.GetResponseAsync|}(about).Result.Text);\nprivate IChatClient Client => client;"
    )]
    [InlineData("~Service() => Console.WriteLine(JsonNode.Parse({|RAG2002:client.GetResponseAsync|}(question).Result.Text));")]
    public Task Every_kind_of_body(string member) =>
        ParsedAnswers.VerifyAsync(
            $$"""
            using System.Text.Json.Nodes;
            using Microsoft.Extensions.AI;

            public class Service(IChatClient client, string question)
            {
                {{member}}
            }
            """
        );
}
