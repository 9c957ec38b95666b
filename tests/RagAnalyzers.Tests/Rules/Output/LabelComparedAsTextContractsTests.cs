using RagAnalyzers.Findings;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2012: what the contract of the answer says about the compared text, on each SDK, and which rule speaks first.</summary>
public sealed class LabelComparedAsTextContractsTests
{
    private const string Types = """
        public enum Mood { Positive, Negative }

        public record Triage(string Queue, Mood Mood, string? Reason, List<Step> Steps)
        {
            [System.ComponentModel.DataAnnotations.AllowedValues("low", "high")]
            public string Priority { get; init; } = "";

            public bool IsUrgent => Queue == "urgent" || Queue == "today";
        }

        public record Step(string Kind);
        """;

    [Theory]
    [InlineData("""if (triage.Queue == "billing") Use(1); else if (triage.Queue == "shipping") Use(2);""")]
    [InlineData("""Use(triage.Queue.ToLower() switch { "billing" => 1, "shipping" => 2, _ => 0 });""")]
    [InlineData("""Use(triage is { Queue: "billing" or "shipping" });""")]
    [InlineData("""Use(triage switch { { Queue: "billing" } => 1, { Queue: "shipping" } => 2, _ => 0 });""")]
    [InlineData("""Use(new[] { "billing", "shipping" }.Contains(triage.Queue));""")]
    [InlineData("""var queue = triage.Queue; Use(queue is "billing" or "shipping");""")]
    [InlineData("""foreach (var step in triage.Steps) { if (step.Kind == "call" || step.Kind == "mail") Use(step); }""")]
    [InlineData("""Use(Route(triage));""")]
    [InlineData("""Use(triage.IsUrgent);""")]
    public async Task PropertyOfATypedAnswer(string statements)
    {
        const string Members =
            """private static int Route(Triage triage) => triage.Queue switch { "billing" => 1, "shipping" => 2, _ => 0 };""";
        await ComparedAnswers.ExtensionsAIAsync(
            $$"""
            var response = await {|RAG2012:chat.GetResponseAsync<Triage>|}($"Triage: {question}");
            var triage = response.Result;
            {{statements}}
            """,
            Members + Types
        );
        await ComparedAnswers.ExtensionsAIAsync(
            $$"""
            var triage = (await {|RAG2012:agent.RunAsync<Triage>|}($"Triage: {question}")).Result;
            {{statements}}
            """,
            Members + Types
        );
    }

    [Fact]
    public Task PropertyOfAResultThatWasTried() =>
        ComparedAnswers.ExtensionsAIAsync(
            """
            var response = await {|RAG2012:chat.GetResponseAsync<Triage>|}($"Triage: {question}");
            if (response.TryGetResult(out var triage) && triage.Queue is "billing" or "shipping")
                Use(triage);
            """,
            Types
        );

    [Theory]
    [InlineData("""Use(triage.Mood == Mood.Positive || triage.Mood == Mood.Negative);""")]
    [InlineData("""Use(triage.Mood.ToString() == "Positive" || triage.Mood.ToString() == "Negative");""")]
    [InlineData("""Use(triage.Priority == "low" || triage.Priority == "high");""")]
    [InlineData("""Use(triage.Queue == "billing");""")]
    [InlineData("""Use(triage.Reason == null || triage.Reason == "" || triage.Reason == "none");""")]
    [InlineData("""Use(triage.Reason!.Contains("refund") || triage.Reason.Contains("invoice"));""")]
    [InlineData("""Use(question == "billing" || question == "shipping");""")]
    [InlineData("""Use(response.FinishReason == ChatFinishReason.Stop || response.ModelId is "a" or "b");""")]
    public Task InnocentPropertyOfATypedAnswer(string statements) =>
        ComparedAnswers.ExtensionsAIAsync(
            $$"""
            var response = await chat.GetResponseAsync<Triage>($"Triage: {question}");
            var triage = response.Result;
            {{statements}}
            """,
            Types
        );

    [Theory]
    [InlineData("ChatResponseFormat.ForJsonSchema<Triage>()")]
    [InlineData("ChatResponseFormat.ForJsonSchema(typeof(Triage))")]
    [InlineData(
        """ChatResponseFormat.ForJsonSchema(JsonElement.Parse("{ \"type\": \"object\", \"properties\": { \"Queue\": { \"type\": \"string\" } } }"))"""
    )]
    public Task PropertyOfAParsedAnswer(string format) =>
        ComparedAnswers.ExtensionsAIAsync(
            $$"""
            var response = await {|RAG2012:chat.GetResponseAsync|}(question, new ChatOptions { ResponseFormat = {{format}} });
            var triage = JsonSerializer.Deserialize<Triage>(response.Text)!;
            Use(triage.Queue is "billing" or "shipping");
            """,
            Types
        );

    [Theory]
    [InlineData(
        """ChatResponseFormat.ForJsonSchema(JsonElement.Parse("{ \"type\": \"object\", \"properties\": { \"Queue\": { \"type\": \"string\", \"enum\": [ \"billing\" ] } } }"))"""
    )]
    [InlineData("""ChatResponseFormat.ForJsonSchema(JsonDocument.Parse(File.ReadAllText("schema.json")).RootElement)""")]
    [InlineData("""ChatResponseFormat.ForJsonSchema(AIJsonUtilities.CreateJsonSchema(typeof(Triage)))""")]
    public Task PropertyUnderASchemaThatMayListItsValues(string format) =>
        ComparedAnswers.ExtensionsAIAsync(
            $$"""
            var response = await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = {{format}} });
            var triage = JsonSerializer.Deserialize<Triage>(response.Text)!;
            Use(triage.Queue is "billing" or "shipping");
            """,
            Types
        );

    [Fact]
    public Task PropertyOfAnAnswerParsedInAHelper() =>
        ComparedAnswers.VerifyAsync(
            Desk.OpenAI(
                """
                var triage = await {|RAG2012:TriageAsync|}(question);
                Use(triage.Queue is "billing" or "shipping");
                """,
                """
                private async Task<Triage> TriageAsync(string mail)
                {
                    var options = new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat("triage", BinaryData.FromString("{ \"type\": \"object\", \"properties\": {} }")) };
                    ChatCompletion completion = await chat.CompleteChatAsync([new UserChatMessage(mail)], options);
                    return JsonSerializer.Deserialize<Triage>(completion.Content[0].Text)!;
                }

                """ + Types
            )
        );

    [Fact]
    public Task PropertyUnderATypeOnSemanticKernel() =>
        ComparedAnswers.VerifyAsync(
            Desk.SemanticKernel(
                """
                var answer = await {|RAG2012:chat.GetChatMessageContentAsync|}(question, new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Triage) });
                var triage = JsonSerializer.Deserialize<Triage>(answer.Content!)!;
                Use(triage.Queue == "billing" || triage.Queue == "shipping");
                Use(triage.Priority == "low" || triage.Priority == "high");
                """,
                Types
            )
        );

    [Fact]
    public Task TypedAsText() =>
        ComparedAnswers.ExtensionsAIAsync(
            """
            var response = await {|RAG2012:chat.GetResponseAsync<string>|}($"The mood? {question}");
            Use(response.Result is "positive" or "negative");
            """
        );

    [Fact]
    public Task TypedAsAnEnum() =>
        ComparedAnswers.ExtensionsAIAsync(
            """
            var response = await chat.GetResponseAsync<Mood>($"The mood? {question}");
            Use(response.Result is Mood.Positive or Mood.Negative);
            Use(response.Result.ToString() is "Positive" or "Negative");
            """,
            Types
        );

    [Theory]
    [InlineData("new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Mood>() }")]
    [InlineData("new ChatOptions { ResponseFormat = ChatResponseFormat.Json }")]
    [InlineData("options")]
    [InlineData("new ChatOptions { RawRepresentationFactory = _ => options }")]
    public Task TextUnderAnotherContract(string options) =>
        ComparedAnswers.ExtensionsAIAsync(
            $$"""
            var response = await chat.GetResponseAsync(question, {{options}});
            Use(response.Text is "positive" or "negative");
            """,
            "public ChatOptions? options;" + Types
        );

    [Fact]
    public Task AgentWithUnknownOptions() =>
        ComparedAnswers.ExtensionsAIAsync(
            """
            var response = await agent.RunAsync(question);
            Use(response.Text is "positive" or "negative");
            """
        );

    [Fact]
    public Task Agent() =>
        ComparedAnswers.ExtensionsAIAsync(
            """
            var judge = chat.AsAIAgent(instructions: "Say positive or negative.");
            var response = await {|RAG2012:judge.RunAsync|}(question);
            Use(response.Text is "positive" or "negative");
            """
        );

    [Theory]
    [InlineData("""ChatCompletion answer = await {|RAG2012:chat.CompleteChatAsync|}(question);""", "answer.Content[0].Text")]
    [InlineData(
        """var answer = {|RAG2012:chat.CompleteChat|}([new UserChatMessage(question)], new ChatCompletionOptions { Temperature = 0 });""",
        "answer.Value.Content[0].Text.Trim()"
    )]
    [InlineData(
        """ResponseResult answer = await {|RAG2012:responses.CreateResponseAsync|}("gpt-4.1-mini", question);""",
        "answer.GetOutputText()"
    )]
    public Task OpenAI(string call, string text) =>
        ComparedAnswers.VerifyAsync(
            Desk.OpenAI(
                $$"""
                {{call}}
                Use({{text}} switch { "positive" => 1, "negative" => 2, _ => 0 });
                """
            )
        );

    [Theory]
    [InlineData("""var answer = await {|RAG2012:chat.GetChatMessageContentAsync|}(question);""", "answer.Content")]
    [InlineData("""var answer = (await {|RAG2012:chat.GetChatMessageContentsAsync|}(question)).First();""", "answer.ToString()")]
    [InlineData("""var answer = await {|RAG2012:kernel.InvokePromptAsync|}(question);""", "answer.ToString()")]
    [InlineData("""var answer = await {|RAG2012:kernel.InvokePromptAsync<string>|}(question);""", "answer")]
    [InlineData("""var answer = await {|RAG2012:kernel.InvokePromptAsync|}(question);""", "answer.GetValue<string>()!.Trim().ToLower()")]
    public Task SemanticKernel(string call, string text) =>
        ComparedAnswers.VerifyAsync(
            Desk.SemanticKernel(
                $$"""
                {{call}}
                Use({{text}} switch { "positive" => 1, "negative" => 2, _ => 0 });
                """
            )
        );

    [Fact]
    public Task SemanticKernelWithAType() =>
        ComparedAnswers.VerifyAsync(
            Desk.SemanticKernel(
                """
                var answer = await chat.GetChatMessageContentAsync(question, new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Answer) });
                Use(answer.Content is "positive" or "negative");
                """
            )
        );

    [Fact]
    public Task WhereAParseOfTheSameAnswerIsTheMistake() =>
        ComparedAnswers.ExtensionsAIAsync(
            """
            var response = await {|RAG2002:chat.GetResponseAsync|}(question);
            if (response.Text is "positive" or "negative")
                return;
            var answer = JsonSerializer.Deserialize<Answer>(response.Text)!;
            Use(answer.Text is "positive" or "negative");
            """
        );

    [Fact]
    public Task WhereThePromptAsksForAFormat() =>
        ComparedAnswers.ExtensionsAIAsync(
            """
            var response = await {|RAG2003:chat.GetResponseAsync|}($"Is this mail positive or negative? Answer as JSON only. {question}");
            Use(response.Text.Contains("positive") || response.Text.Contains("negative"));
            """
        );

    [Fact]
    public Task Message() =>
        FoundAsync(
            """
            var response = await chat.GetResponseAsync(question);
            Use(response.Text.Trim() switch { "bug" => 1, "question" => 2, "praise" => 3, "complaint" => 4, "order" => 5, _ => 0 });
            """,
            "The answer is compared with 'bug', 'question', 'praise' and 2 more, but nothing keeps the model to these labels. "
                + "Declare an enum and call GetResponseAsync<T>."
        );

    [Fact]
    public Task MessageOfFour() =>
        FoundAsync(
            """
            var response = await chat.AsAIAgent().RunAsync(question);
            Use(response.Text.Trim() switch { "bug" => 1, "question" => 2, "praise" => 3, "complaint" => 4, _ => 0 });
            """,
            "The answer is compared with 'bug', 'question' and 2 more, but nothing keeps the model to these labels. "
                + "Declare an enum and call RunAsync<T>."
        );

    [Fact]
    public Task MessageOfAProperty() =>
        FoundAsync(
            """
            var triage = (await chat.GetResponseAsync<Triage>(question)).Result;
            Use(triage.Queue is "billing" or "shipping");
            """,
            "'Triage.Queue' is compared with 'billing' and 'shipping', but nothing keeps the model to these labels. "
                + "Make 'Queue' an enum, and the schema lists its values."
        );

    [Fact]
    public async Task RelatedLocations()
    {
        var found = await ComparedAnswers.SingleAsync(
            Desk.ExtensionsAI(
                """
                var label = await ClassifyAsync(question);
                if (label == "bug") Use(1);
                else if (label is "question") Use(2);
                """,
                """
                private async Task<string> ClassifyAsync(string mail) => (await chat.GetResponseAsync(mail)).Text;
                """
            )
        );
        Assert.Equal(
            ["ClassifyAsync", "label == \"bug\"", "label is \"question\"", "chat.GetResponseAsync"],
            found.AdditionalLocations.Prepend(found.Location).Select(TextAt)
        );
        var handOver = LabelComparedAsTextHandOver.Read(found);
        Assert.Equal(2, handOver?.Comparisons.Length);
        Assert.Null(handOver?.Sdk);
    }

    private static async Task FoundAsync(string statements, string message) =>
        Assert.Equal(
            message,
            (await ComparedAnswers.SingleAsync(Desk.ExtensionsAI(statements, Types))).GetMessage(
                System.Globalization.CultureInfo.InvariantCulture
            )
        );

    private static string TextAt(Microsoft.CodeAnalysis.Location location) =>
        location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(location.SourceSpan);
}
