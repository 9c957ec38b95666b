namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2002 on OpenAI's Responses API, whose format is one object deeper in the options.</summary>
public sealed class AnswerParsedWithoutSchemaOpenAIResponsesTests
{
    [Theory]
    [InlineData("""{|RAG2002:responses.CreateResponse|}("gpt-4.1-mini", question).Value.GetOutputText()""")]
    [InlineData("""(await {|RAG2002:responses.CreateResponseAsync|}("gpt-4.1-mini", question)).Value.GetOutputText()""")]
    [InlineData(
        """(await {|RAG2002:responses.CreateResponseAsync|}("gpt-4.1-mini", [ResponseItem.CreateUserMessageItem(question)])).Value.GetOutputText()"""
    )]
    [InlineData(
        """(await {|RAG2002:responses.CreateResponseAsync|}(new CreateResponseOptions("gpt-4.1-mini", [ResponseItem.CreateUserMessageItem(question)]))).Value.GetOutputText()"""
    )]
    [InlineData(
        """((MessageResponseItem){|RAG2002:responses.CreateResponse|}("gpt-4.1-mini", question).Value.OutputItems[0]).Content[0].Text"""
    )]
    [InlineData(
        """{|RAG2002:responses.CreateResponse|}("gpt-4.1-mini", question).Value.OutputItems.OfType<MessageResponseItem>().Last().Content[0].Text"""
    )]
    public Task Call(string text) => Desk.OpenAIAsync($"Use(JsonSerializer.Deserialize<Answer>({text}));");

    [Theory]
    [InlineData("""var options = new CreateResponseOptions { Model = "gpt-4.1-mini" };""")]
    [InlineData("""var options = new CreateResponseOptions(); options.InputItems.Add(ResponseItem.CreateUserMessageItem(question));""")]
    [InlineData("""var options = new CreateResponseOptions { TextOptions = new() };""")]
    [InlineData(
        """var options = new CreateResponseOptions { TextOptions = new ResponseTextOptions { TextFormat = ResponseTextFormat.CreateTextFormat() } };"""
    )]
    public Task Options_without_a_schema(string options) =>
        Desk.OpenAIAsync(
            $$"""
            {{options}}
            ResponseResult response = await {|RAG2002:responses.CreateResponseAsync|}(options);
            Use(JsonSerializer.Deserialize<Answer>(response.GetOutputText()));
            """
        );

    [Theory]
    [InlineData(
        """var options = new CreateResponseOptions { TextOptions = new() { TextFormat = ResponseTextFormat.CreateJsonSchemaFormat("answer", BinaryData.FromString("{}")) } };"""
    )]
    [InlineData(
        """var options = new CreateResponseOptions(); options.TextOptions = new ResponseTextOptions { TextFormat = ResponseTextFormat.CreateJsonSchemaFormat("answer", BinaryData.FromString("{}")) };"""
    )]
    [InlineData(
        """var options = new CreateResponseOptions { TextOptions = new() }; options.TextOptions.TextFormat = ResponseTextFormat.CreateJsonSchemaFormat("answer", BinaryData.FromString("{}"));"""
    )]
    [InlineData(
        """var text = new ResponseTextOptions(); text.TextFormat = ResponseTextFormat.CreateJsonSchemaFormat("answer", BinaryData.FromString("{}")); var options = new CreateResponseOptions { TextOptions = text };"""
    )]
    [InlineData(
        """var options = new CreateResponseOptions { TextOptions = new() { TextFormat = ResponseTextFormat.CreateJsonObjectFormat() } };"""
    )]
    [InlineData("""var options = new CreateResponseOptions(); options.Patch.Set("$.text"u8, "{}");""")]
    public Task Options_with_a_format_that_constrains_or_may(string options) =>
        Desk.OpenAIAsync(
            $$"""
            {{options}}
            ResponseResult response = await responses.CreateResponseAsync(options);
            Use(JsonSerializer.Deserialize<Answer>(response.GetOutputText()));
            """
        );

    [Fact]
    public Task Streamed() =>
        Desk.OpenAIAsync(
            """
            var text = new StringBuilder();
            await foreach (var update in await {|RAG2002:responses.CreateResponseStreamingAsync|}("gpt-4.1-mini", question))
            {
                if (update is StreamingResponseOutputTextDeltaUpdate delta)
                    text.Append(delta.Delta);
            }

            Use(JsonDocument.Parse(text.ToString()));
            """
        );

    [Fact]
    public Task Streamed_answer_taken_whole_at_the_end() =>
        Desk.OpenAIAsync(
            """
            var updates = await {|RAG2002:responses.CreateResponseStreamingAsync|}("gpt-4.1-mini", question);
            await foreach (var update in updates)
            {
                switch (update)
                {
                    case StreamingResponseCompletedUpdate { Response: var response }:
                        Use(JsonDocument.Parse(response.GetOutputText()));
                        break;
                }
            }
            """
        );

    [Theory]
    [InlineData(
        "Use(JsonDocument.Parse(responses.CreateResponse(BinaryContent.Create(BinaryData.FromString(question))).GetRawResponse().Content));"
    )]
    [InlineData(
        """Use(JsonDocument.Parse(responses.CreateResponse("gpt-4.1-mini", question).Value.OutputItems.OfType<FunctionCallResponseItem>().First().FunctionArguments));"""
    )]
    public Task Envelope_and_tool_arguments_are_not_the_answer(string statements) => Desk.OpenAIAsync(statements);
}
