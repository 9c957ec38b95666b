using RagAnalyzers.Tests.Rules.Output;

namespace RagAnalyzers.Tests.Flow.Tracing;

/// <summary>Calls through an interface that several classes implement, one of which hands the answer on.</summary>
public sealed class VirtualCallsTests
{
    private const string Members = """
        private interface IMaker { string Make(); }
        private sealed class Given(string text) : IMaker { public string Make() => text; }
        private sealed class Fixed : IMaker { public string Make() => "{}"; }
        private sealed class Loaded : IMaker { public string Make() => File.ReadAllText("a.json"); }
        private sealed class Asking(IChatClient chat) : IMaker { public string Make() => chat.GetResponseAsync("?").Result.Text; }
        private abstract class Source { public virtual string Read() => "{}"; }
        private sealed class Text(string text) : Source { public override string Read() => text; }
        private sealed class Empty : Source { }
        private sealed class FromKeyedServicesAttribute(string key) : Attribute { public string Key => key; }
        private static IMaker Create(int kind, string text) => kind == 1 ? new Given(text) : new Fixed();
        """;

    private const string Table = "var makers = new Dictionary<string, IMaker> { [\"a\"] = new Given(answer), [\"b\"] = new Fixed() };";

    [Theory]
    [InlineData("IMaker maker = new Given(answer); Use(Parse(maker.Make()));")]
    [InlineData("IMaker maker = answer.Length > 3 ? new Given(answer) : new Loaded(); Use(Parse(maker.Make()));")]
    [InlineData(Table + "Use(Parse(makers[\"a\"].Make()));")]
    [InlineData("IMaker[] makers = [new Fixed(), new Given(answer)]; Use(Parse(makers[1].Make()));")]
    [InlineData("foreach (var maker in new IMaker[] { new Fixed(), new Given(answer) }) Use(Parse(maker.Make()));")]
    [InlineData("Source source = new Text(answer); Use(Parse(source.Read()));")]
    public Task The_object_hands_the_answer_on(string statements) => AnswerFlow.ArrivesAsync(statements, Members);

    [Theory]
    [InlineData("IMaker maker = new Fixed(); Use(new Given(answer).Make()); Use(Parse(maker.Make()));")]
    [InlineData("IMaker maker = new Fixed(); Use(new Asking(chat).Make()); Use(Parse(maker.Make()));")]
    [InlineData(Table + "Use(makers[\"a\"].Make()); Use(Parse(makers[\"b\"].Make()));")]
    [InlineData("IMaker[] makers = [new Fixed(), new Asking(chat)]; Use(Parse(makers[0].Make()));")]
    [InlineData("IMaker[] makers = [new Given(other), new Given(answer)]; Use(makers[1].Make()); Use(Parse(makers[0].Make()));")]
    [InlineData("Use(Parse(Create(2, answer).Make()));")]
    [InlineData("Source source = new Empty(); Use(new Text(answer).Read()); Use(Parse(source.Read()));")]
    [InlineData("Use(Keyed(new Fixed())); static object? Keyed([FromKeyedServices(\"b\")] IMaker maker) => Parse(maker.Make());")]
    public Task The_object_hands_something_else_on(string statements) => AnswerFlow.IsLostAsync(statements, Members);

    [Theory]
    [InlineData("private static object? Read(IModel model) => JsonNode.Parse({|RAG2002:model.Ask|}(\"?\"));")]
    [InlineData(
        "private object? Read(IServices services) => JsonNode.Parse({|RAG2002:services.GetRequiredService<IModel>().Ask|}(\"?\"));"
    )]
    [InlineData("private static object? Read([FromKeyedServices(\"b\")] IModel model) => JsonNode.Parse(model.Ask(\"?\"));")]
    [InlineData("private object? Read(IServices services) => JsonNode.Parse(services.GetRequiredKeyedService<IModel>(\"b\").Ask(\"?\"));")]
    [InlineData("private object? Read(IServices services) => JsonNode.Parse(services.GetKeyedService<IModel>(\"b\")?.Ask(\"?\"));")]
    public Task An_object_that_others_make(string member) =>
        Desk.ExtensionsAIAsync(
            "",
            member
                + """

                private interface IModel { string Ask(string question); }
                private sealed class Asking(IChatClient chat) : IModel
                {
                    public string Ask(string question) => chat.GetResponseAsync(question).Result.Text;
                }
                private sealed class Fixed : IModel { public string Ask(string question) => "{}"; }
                private interface IServices
                {
                    T GetRequiredService<T>();
                    T GetRequiredKeyedService<T>(string key);
                    T? GetKeyedService<T>(string key);
                }
                private sealed class FromKeyedServicesAttribute(string key) : Attribute { public string Key => key; }
                """
        );

    [Theory]
    [InlineData("Fixed", "{|RAG2002:model.Ask|}")]
    [InlineData("Other", "{|RAG2002:model.Ask|}")]
    [InlineData("Loaded", "model.Ask")]
    public Task What_another_implementation_says(string second, string call) =>
        Desk.ExtensionsAIAsync(
            "",
            $$"""
            private static object? Read(IModel model) => JsonNode.Parse({{call}}("?"));
            private interface IModel { string Ask(string question); }
            private sealed class Asking(IChatClient chat) : IModel
            {
                public string Ask(string question) => chat.GetResponseAsync(question).Result.Text;
            }
            private sealed class Second(IChatClient chat) : IModel
            {
                private object Chat => chat;
                private static string Fixed => "{}";
                private static string Loaded => File.ReadAllText("a.json");
                private string Other => chat.GetResponseAsync("other").Result.Text;
                public string Ask(string question) => {{second}};
            }
            """
        );
}
