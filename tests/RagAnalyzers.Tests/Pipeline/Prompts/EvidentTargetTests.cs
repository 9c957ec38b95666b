namespace RagAnalyzers.Tests.Pipeline.Prompts;

/// <summary>The one type that a prompt takes the shape of the answer from: by its schema, or by its name.</summary>
public sealed class EvidentTargetTests
{
    private const string Members = """
        private const string Named = $"Return JSON for {nameof(Answer)}.";
        private const string Around = "You are helpful. " + Named;
        private static readonly string s_schema = AIJsonUtilities.CreateJsonSchema(typeof(Answer)).ToString();
        private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

        private static string Schema(Type type) => AIJsonUtilities.CreateJsonSchema(type).GetRawText();
        private static string SchemaOf<T>() => AIJsonUtilities.CreateJsonSchema(typeof(T)).GetRawText();
        private static string NameOf<T>() => typeof(T).Name;

        public record Answer(string Text, Other[] Others);
        public record Other(string Text);
        public record Pair<T>(T Left, T Right);
        """;

    [Theory]
    [InlineData("Return JSON: {AIJsonUtilities.CreateJsonSchema(typeof(Answer))}", "Desk.Answer of CreateJsonSchema")]
    [InlineData("Return JSON: {AIJsonUtilities.CreateJsonSchema(typeof(Answer)).ToString()}", "Desk.Answer of CreateJsonSchema")]
    [InlineData("Return JSON: {AIJsonUtilities.CreateJsonSchema(typeof(Answer)).GetRawText()}", "Desk.Answer of CreateJsonSchema")]
    [InlineData(
        "Return JSON: {AIJsonUtilities.CreateJsonSchema(serializerOptions: s_options, type: typeof(Answer))}",
        "Desk.Answer of CreateJsonSchema"
    )]
    [InlineData(
        "Return JSON: {JsonSerializer.Serialize(AIJsonUtilities.CreateJsonSchema(typeof(Answer)))}",
        "Desk.Answer of CreateJsonSchema"
    )]
    [InlineData("Return JSON: {JsonSchemaExporter.GetJsonSchemaAsNode(s_options, typeof(Answer))}", "Desk.Answer of GetJsonSchemaAsNode")]
    [InlineData("Return JSON: {s_options.GetJsonSchemaAsNode(typeof(Answer)).ToJsonString()}", "Desk.Answer of GetJsonSchemaAsNode")]
    [InlineData("Return JSON: {s_options.GetJsonSchemaAsNode(typeof(Pair<int>)).ToString()}", "Desk.Pair<int> of GetJsonSchemaAsNode")]
    [InlineData("Return JSON: {s_schema}", "Desk.Answer of CreateJsonSchema")]
    [InlineData("Return JSON: {Schema(typeof(Answer))}", "Desk.Answer of CreateJsonSchema")]
    [InlineData("Return {nameof(Answer)} as JSON: {s_schema}", "Desk.Answer of CreateJsonSchema")]
    [InlineData("Return {nameof(Answer)} as JSON.", "Desk.Answer")]
    [InlineData("Return {nameof(Answer)} as JSON. {question}", "Desk.Answer")]
    [InlineData("Return {nameof(Answer)} as JSON, and nothing beside the {nameof(Answer)}. {question}", "Desk.Answer")]
    [InlineData("Return {typeof(Answer).Name} as JSON.", "Desk.Answer")]
    [InlineData("Return {typeof(Answer).FullName} as JSON.", "Desk.Answer")]
    [InlineData("{Named} {question}", "Desk.Answer")]
    [InlineData("{Around}", "Desk.Answer")]
    public void Evident(string prompt, string type) =>
        Assert.Equal(type, ReadPrompt.TargetIn($"await client.GetResponseAsync($\"{prompt}\");", Members));

    [Theory]
    [InlineData("Return JSON. {question}")]
    [InlineData("Return JSON. {JsonSerializer.Serialize(new Other(question))}")]
    [InlineData("Return {nameof(question)} as JSON.")]
    [InlineData("Return {nameof(Answer.Text)} as JSON.")]
    [InlineData("Return {nameof(Answer)} of {nameof(Other)} as JSON.")]
    [InlineData("Return {nameof(Answer)} as JSON: {AIJsonUtilities.CreateJsonSchema(typeof(Other))}")]
    [InlineData("Return JSON: {s_schema} or {AIJsonUtilities.CreateJsonSchema(typeof(Answer), serializerOptions: s_options)}")]
    [InlineData("Return JSON: {SchemaOf<Answer>()}")]
    [InlineData("Return JSON: {NameOf<Answer>()}")]
    [InlineData("Return JSON: {AIJsonUtilities.CreateJsonSchema(question.Length > 3 ? typeof(Answer) : typeof(Other))}")]
    [InlineData("Return JSON: {AIJsonUtilities.CreateJsonSchema(Type.GetType(question))}")]
    [InlineData("Return JSON: {AIJsonUtilities.CreateJsonSchema(null)}")]
    [InlineData("Return JSON: {AIJsonUtilities.CreateJsonSchema(typeof(Answer[]))}")]
    [InlineData("Return JSON: {AIJsonUtilities.CreateJsonSchema(typeof(List<Answer>))}")]
    [InlineData("Return {nameof(String)} as JSON.")]
    [InlineData("Return {nameof(DayOfWeek)} as JSON.")]
    [InlineData("Return {typeof(Answer).Assembly} as JSON.")]
    [InlineData("Return JSON: {AIJsonUtilities.CreateFunctionJsonSchema(typeof(Desk).GetMethod(nameof(Ask))!)}")]
    public void Not_evident(string prompt) => Assert.Null(ReadPrompt.TargetIn($"await client.GetResponseAsync($\"{prompt}\");", Members));

    [Fact]
    public void What_the_model_said_before_names_nothing() =>
        Assert.Null(
            ReadPrompt.TargetIn(
                "await client.GetResponseAsync([new(ChatRole.Assistant, $\"Here is the {nameof(Answer)}.\"), new(ChatRole.User, question)]);",
                Members
            )
        );

    [Fact]
    public void In_a_message_of_its_own() =>
        Assert.Equal(
            "Desk.Answer",
            ReadPrompt.TargetIn(
                "await client.GetResponseAsync([new(ChatRole.System, $\"Return JSON of {nameof(Answer)}.\"), new(ChatRole.User, question)]);",
                Members
            )
        );
}
