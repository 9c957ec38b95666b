namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>
/// RAG2013: which schemas prescribe what, and which settings read it. Every row is run with the real libraries: an answer is made up from the
/// schema that the library sends, and what the parse makes of it has to be what the rule says.
/// </summary>
public sealed class AnswerMisreadSchemasTests
{
    private const string Typed = "var answer = (await chat.GetResponseAsync<T>(question)).Text;";
    private const string Agent = "var answer = (await agent.RunAsync<T>(question)).Text;";
    private const string Options =
        "var answer = (await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<T>() })).Text;";
    private const string OptionsOfType =
        "var answer = (await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(typeof(T)) })).Text;";
    private const string OptionsPlain =
        "var answer = (await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<T>(JsonSerializerOptions.Default) })).Text;";
    private const string Exported =
        "var answer = (await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(AIJsonUtilities.CreateJsonSchema(typeof(T)), \"t\") })).Text;";
    private const string AgentRun =
        "var answer = (await agent.RunAsync(question, options: new ChatClientAgentRunOptions(new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<T>() }))).Text;";
    private const string Kernel =
        "var answer = (await service.GetChatMessageContentAsync(question, new OpenAIPromptExecutionSettings { ResponseFormat = typeof(T) })).Content!;";
    private const string KernelElement =
        "var answer = (await service.GetChatMessageContentAsync(question, new OpenAIPromptExecutionSettings { ResponseFormat = AIJsonUtilities.CreateJsonSchema(typeof(T)) })).Content!;";
    private const string Exporter =
        "JsonNode schema = JsonSchemaExporter.GetJsonSchemaAsNode(JsonSerializerOptions.Default, typeof(T)); "
        + CompleteWith
        + "BinaryData.FromString(schema.ToJsonString())"
        + Completed;
    private const string ExporterWeb =
        "var schema = JsonSerializerOptions.Web.GetJsonSchemaAsNode(typeof(T)); "
        + CompleteWith
        + "BinaryData.FromString(schema.ToString())"
        + Completed;
    private const string ExporterField =
        "var schema = Settings.Resolved.GetJsonSchemaAsNode(typeof(T), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true }); "
        + CompleteWith
        + "BinaryData.FromString(schema.ToString())"
        + Completed;
    private const string Literal =
        CompleteWith
        + "BinaryData.FromString(\"{ \\\"type\\\": \\\"object\\\", \\\"properties\\\": { \\\"title\\\": { \\\"type\\\": \\\"string\\\" }, \\\"year\\\": { \\\"type\\\": \\\"integer\\\" }, \\\"mood\\\": { \\\"type\\\": \\\"string\\\", \\\"enum\\\": [ \\\"Good\\\", \\\"Bad\\\" ] }, \\\"movie_title\\\": { \\\"type\\\": \\\"string\\\" } } }\")"
        + Completed;
    private const string CompleteWith =
        "Chat.ChatCompletion completion = await completions.CompleteChatAsync([new Chat.UserChatMessage(question)], new Chat.ChatCompletionOptions { ResponseFormat = Chat.ChatResponseFormat.CreateJsonSchemaFormat(\"t\", ";
    private const string Completed = ") }); var answer = completion.Content[0].Text;";

    private const string Default = "{|RAG2013:JsonSerializer.Deserialize<T>|}(answer)";
    private const string DefaultReads = "JsonSerializer.Deserialize<T>(answer)";
    private const string With = "JsonSerializer.Deserialize<T>(answer, ";
    private const string WithMisreads = "{|RAG2013:JsonSerializer.Deserialize<T>|}(answer, ";
    private const string Newtonsoft = "Newtonsoft.Json.JsonConvert.DeserializeObject<T>(answer)";
    private const string NewtonsoftMisreads = "{|RAG2013:Newtonsoft.Json.JsonConvert.DeserializeObject<T>|}(answer)";

    private static readonly (string Call, string Type, string Parse)[] s_table =
    [
        // The typed call and Microsoft.Extensions.AI's formats: names in camel case, enums by their names.
        (Typed, "Movie", Default),
        (Typed, "Movie", WithMisreads + "Settings.Plain)"),
        (Typed, "Words", WithMisreads + "Settings.Snake)"),
        (Typed, "Movie", WithMisreads + "Settings.Resolved)"),
        (Typed, "Movie", WithMisreads + "new JsonSerializerOptions())"),
        (Typed, "Movie", WithMisreads + "JsonSerializerOptions.Default)"),
        (Typed, "Movie", WithMisreads + "options: null)"),
        (Typed, "Movie", With + "JsonSerializerOptions.Web)"),
        (Typed, "Movie", With + "Settings.Web)"),
        (Typed, "Movie", With + "Settings.AnyCase)"),
        (Typed, "Movie", With + "Settings.Camel)"),
        (Typed, "Movie", With + "new JsonSerializerOptions(JsonSerializerOptions.Web) { WriteIndented = true })"),
        (Typed, "Movie", With + "new JsonSerializerOptions(Settings.Camel))"),
        (Typed, "Movie", With + "AIJsonUtilities.DefaultOptions)"),
        (Typed, "Movie", Newtonsoft),
        (Typed, "Film", DefaultReads),
        (Typed, "Lower", DefaultReads),
        (Typed, "Rated", Default),
        (Typed, "Rated", WithMisreads + "Settings.Web)"),
        (Typed, "Rated", With + "Settings.Names)"),
        (Typed, "Rated", With + "Settings.CamelNames)"),
        (Typed, "Rated", With + "AIJsonUtilities.DefaultOptions)"),
        (Typed, "Rated", Newtonsoft),
        (Typed, "Graded", DefaultReads),
        (Typed, "Ticket", DefaultReads),
        (Typed, "Shelf", Default),
        (Typed, "Shelf", With + "Settings.Web)"),
        (Typed, "Moods", Default),
        (Typed, "Node", Default),
        (Typed, "Tagged", DefaultReads),
        (Typed, "Tagged", NewtonsoftMisreads),
        (Typed, "Renamed", Newtonsoft),
        (Typed, "RenamedProperty", NewtonsoftMisreads),
        (Typed, "Fields", DefaultReads),
        (Agent, "Movie", Default),
        (Agent, "Movie", With + "Settings.Web)"),
        (Agent, "Rated", Default),
        (Agent, "Graded", DefaultReads),
        (Options, "Movie", Default),
        (Options, "Movie", With + "Settings.Camel)"),
        (Options, "Rated", Default),
        (OptionsOfType, "Movie", Default),
        (OptionsPlain, "Movie", DefaultReads),
        (OptionsPlain, "Movie", WithMisreads + "Settings.Camel)"),
        (OptionsPlain, "Rated", DefaultReads),
        (Exported, "Movie", Default),
        (Exported, "Lower", DefaultReads),
        (AgentRun, "Movie", Default),
        (AgentRun, "Movie", With + "AIJsonUtilities.DefaultOptions)"),
        // Semantic Kernel: names as they are declared, enums by their names.
        (Kernel, "Movie", DefaultReads),
        (Kernel, "Movie", WithMisreads + "Settings.Camel)"),
        (Kernel, "Movie", With + "Settings.Web)"),
        (Kernel, "Rated", Default),
        (Kernel, "Rated", With + "Settings.Names)"),
        (Kernel, "Graded", DefaultReads),
        (Kernel, "Tagged", DefaultReads),
        (KernelElement, "Movie", Default),
        // An exporter: what its options say.
        (Exporter, "Movie", DefaultReads),
        (Exporter, "Movie", WithMisreads + "Settings.Camel)"),
        (Exporter, "Rated", DefaultReads),
        (Exporter, "Rated", With + "Settings.Names)"),
        (ExporterWeb, "Movie", Default),
        (ExporterWeb, "Movie", With + "Settings.Web)"),
        (ExporterWeb, "Rated", DefaultReads),
        (ExporterField, "Movie", DefaultReads),
        (ExporterField, "Movie", WithMisreads + "Settings.Camel)"),
        // A schema that is written out: its own names.
        (Literal, "Movie", Default),
        (Literal, "Movie", With + "Settings.Web)"),
        (Literal, "Film", DefaultReads),
        (Literal, "Rated", Default),
        (Literal, "Rated", With + "Settings.Names)"),
        (Literal, "Words", Default),
        (Literal, "Words", WithMisreads + "Settings.Web)"),
        (Literal, "Words", With + "Settings.Snake)"),
        (Literal, "Tagged", DefaultReads),
    ];

    public static TheoryData<string, string, string> Table => [.. s_table];

    [Theory]
    [MemberData(nameof(Table))]
    public async Task The_rule_says_what_the_parse_does(string call, string type, string parse)
    {
        var source = MisreadAnswers.Source(
            (call + " return " + parse + ";")
                .Replace("<T>", $"<{type}>", StringComparison.Ordinal)
                .Replace("(T)", $"({type})", StringComparison.Ordinal)
        );
        await MisreadAnswers.VerifySourceAsync(source);
        var misread = parse.StartsWith("{|", StringComparison.Ordinal);
        Assert.Equal(misread, await RunningDesk.MisreadsAsync(source));
    }
}
