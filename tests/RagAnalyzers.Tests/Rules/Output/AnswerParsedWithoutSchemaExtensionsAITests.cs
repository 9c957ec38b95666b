using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2002 on Microsoft.Extensions.AI: the forms of a call, of its answer, and of options with and without a format.</summary>
public sealed class AnswerParsedWithoutSchemaExtensionsAITests
{
    [Theory]
    [InlineData("""{|RAG2002:chat.GetResponseAsync|}(question)""")]
    [InlineData("""{|RAG2002:chat.GetResponseAsync|}($"Answer as JSON: {question}", cancellationToken: default)""")]
    [InlineData("""{|RAG2002:chat.GetResponseAsync|}(new ChatMessage(ChatRole.User, question))""")]
    [InlineData("""{|RAG2002:chat.GetResponseAsync|}([new ChatMessage(ChatRole.System, "JSON only."), new(ChatRole.User, question)])""")]
    [InlineData("""{|RAG2002:chat.GetResponseAsync|}(new List<ChatMessage> { new(ChatRole.User, question) }, options: null)""")]
    [InlineData("""{|RAG2002:chat!.GetResponseAsync|}(question)""")]
    [InlineData("""chat?{|RAG2002:.GetResponseAsync|}(question)""")]
    public Task Call(string call) =>
        Desk.ExtensionsAIAsync(
            $"""
            var response = await {call};
            Use(JsonSerializer.Deserialize<Answer>(response.Text));
            """
        );

    [Fact]
    public Task Extension_method_called_as_a_static_one() =>
        ParsedAnswers.VerifyAsync(
            """
            using System.Text.Json;
            using Microsoft.Extensions.AI;

            public class Desk
            {
                public static async Task<JsonDocument> AskAsync(IChatClient chat, string question)
                {
                    var response = await {|RAG2002:ChatClientExtensions.GetResponseAsync|}(chatMessage: question, client: chat);
                    return JsonDocument.Parse(response.Text);
                }
            }
            """,
            ReferenceSets.AbstractionsOnly
        );

    [Theory]
    [InlineData("response.Text")]
    [InlineData("response.ToString()")]
    [InlineData("response.Messages[0].Text")]
    [InlineData("response.Messages.Last().Text")]
    [InlineData("response.Messages[^1].Contents.OfType<TextContent>().First().Text")]
    [InlineData("((TextContent)response.Messages[0].Contents[0]).Text")]
    [InlineData("string.Concat(response.Messages.Select(message => message.Text))")]
    public Task Text_of_the_answer(string text) =>
        Desk.ExtensionsAIAsync(
            $$"""
            var response = await {|RAG2002:chat.GetResponseAsync|}(question);
            Use(JsonSerializer.Deserialize<Answer>({{text}}));
            """
        );

    [Theory]
    [InlineData("response.ModelId!")]
    [InlineData("response.ResponseId!")]
    [InlineData("response.Usage!.AdditionalCounts!.First().Key")]
    [InlineData("(string)response.AdditionalProperties![\"trace\"]!")]
    public Task Something_else_of_the_response_is_not_the_answer(string text) =>
        Desk.ExtensionsAIAsync(
            $$"""
            var response = await chat.GetResponseAsync(question);
            Use(JsonSerializer.Deserialize<Answer>({{text}}));
            """
        );

    [Theory]
    [InlineData(
        """
            var text = new StringBuilder();
            await foreach (var update in {|RAG2002:chat.GetStreamingResponseAsync|}(question))
                text.Append(update.Text);
            Use(JsonDocument.Parse(text.ToString()));
            """
    )]
    [InlineData(
        """
            var text = new StringBuilder();
            await foreach (var update in {|RAG2002:chat.GetStreamingResponseAsync|}(question).WithCancellation(default).ConfigureAwait(false))
            {
                Console.Write(update);
                text.Append(update);
            }

            Use(JsonDocument.Parse(text.ToString()));
            """
    )]
    [InlineData(
        """
            var text = "";
            await foreach (var update in {|RAG2002:chat.GetStreamingResponseAsync|}([new ChatMessage(ChatRole.User, question)]))
                text += update.Text;
            Use(JsonDocument.Parse(text));
            """
    )]
    [InlineData(
        """
            string? text = null;
            await foreach (var update in {|RAG2002:chat.GetStreamingResponseAsync|}(question))
                text = text + update.Text;
            Use(JsonDocument.Parse(text!));
            """
    )]
    [InlineData(
        """
            var response = await {|RAG2002:chat.GetStreamingResponseAsync|}(question).ToChatResponseAsync();
            Use(JsonDocument.Parse(response.Text));
            """
    )]
    [InlineData(
        """
            var updates = new List<ChatResponseUpdate>();
            await foreach (var update in {|RAG2002:chat.GetStreamingResponseAsync|}(question))
                updates.Add(update);
            Use(JsonDocument.Parse(updates.ToChatResponse().Text));
            """
    )]
    [InlineData(
        """
            var updates = await {|RAG2002:chat.GetStreamingResponseAsync|}(question).ToListAsync();
            Use(JsonDocument.Parse(string.Concat(updates.Select(update => update.Text))));
            """
    )]
    [InlineData(
        """
            using var stream = new MemoryStream();
            using (var writer = new StreamWriter(stream, leaveOpen: true))
            {
                await foreach (var update in {|RAG2002:chat.GetStreamingResponseAsync|}(question))
                    await writer.WriteAsync(update.Text);
            }

            stream.Position = 0;
            Use(await JsonDocument.ParseAsync(stream));
            """
    )]
    [InlineData(
        """
            var text = new StringBuilder();
            await using var updates = {|RAG2002:chat.GetStreamingResponseAsync|}(question).GetAsyncEnumerator();
            while (await updates.MoveNextAsync())
                text.Append(updates.Current.Text);
            Use(JsonDocument.Parse(text.ToString()));
            """
    )]
    [InlineData(
        """
            var pieces = new List<string> { "{}" }.GetEnumerator();
            var text = "";
            await foreach (var update in chat.GetStreamingResponseAsync(question))
                Console.Write(update.Text);
            while (pieces.MoveNext())
                text += pieces.Current;
            Use(JsonDocument.Parse(text));
            """
    )]
    public Task Streamed(string statements) => Desk.ExtensionsAIAsync(statements);

    [Theory]
    [InlineData("""var options = new ChatOptions();""")]
    [InlineData("""ChatOptions? options = null;""")]
    [InlineData("""ChatOptions options = new() { Temperature = 0, ModelId = "gpt-4.1-mini" };""")]
    [InlineData("""var options = new ChatOptions { ResponseFormat = null };""")]
    [InlineData("""var options = new ChatOptions { ResponseFormat = ChatResponseFormat.Text };""")]
    [InlineData("""var options = new ChatOptions(); options.Temperature = 0; options.ResponseFormat = ChatResponseFormat.Text;""")]
    [InlineData(
        """var options = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() }; options.ResponseFormat = null;"""
    )]
    [InlineData("""var options = new ChatOptions { MaxOutputTokens = question.Length > 9 ? 800 : 400, StopSequences = ["###"] };""")]
    [InlineData("""var other = new ChatOptions { Temperature = 0 }; var options = other.Clone();""")]
    [InlineData("""var options = new ChatOptions { AdditionalProperties = new() { ["seed"] = 42 } };""")]
    public Task Options_without_a_schema(string options) =>
        Desk.ExtensionsAIAsync(
            $$"""
            {{options}}
            var response = await {|RAG2002:chat.GetResponseAsync|}(question, options);
            Use(JsonSerializer.Deserialize<Answer>(response.Text));
            """
        );

    [Theory]
    [InlineData("""var options = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() };""")]
    [InlineData("""var options = new ChatOptions(); options.ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>();""")]
    [InlineData(
        """var options = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(AIJsonUtilities.CreateJsonSchema(typeof(Answer)), "answer") };"""
    )]
    [InlineData(
        """var options = new ChatOptions { ResponseFormat = new ChatResponseFormatJson(AIJsonUtilities.CreateJsonSchema(typeof(Answer))) };"""
    )]
    [InlineData(
        """var options = new ChatOptions { ResponseFormat = null }; if (question != "") options.ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>();"""
    )]
    [InlineData(
        """ChatResponseFormat format = ChatResponseFormat.ForJsonSchema<Answer>(); var options = new ChatOptions { Temperature = 0, ResponseFormat = format };"""
    )]
    [InlineData(
        """var options = question == "" ? new ChatOptions() : new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() };"""
    )]
    [InlineData("""var options = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() }.Clone();""")]
    [InlineData("""var options = new ChatOptions { ResponseFormat = ChatResponseFormat.Json };""")]
    [InlineData("""var options = new ChatOptions { RawRepresentationFactory = _ => new OpenAI.Chat.ChatCompletionOptions() };""")]
    [InlineData("""var options = new ChatOptions { AdditionalProperties = new() { ["response_format"] = "json_schema" } };""")]
    [InlineData("""var options = new ChatOptions(); (options.AdditionalProperties ??= []).Add("response_format", "json_schema");""")]
    public Task Options_with_a_format_that_constrains_or_may(string options) =>
        Desk.ExtensionsAIAsync(
            $$"""
            {{options}}
            var response = await chat.GetResponseAsync(question, options);
            Use(JsonSerializer.Deserialize<Answer>(response.Text));
            """
        );

    [Theory]
    [InlineData("(await chat.GetResponseAsync<Answer>(question)).Text")]
    [InlineData(
        "(await chat.GetResponseAsync<Answer>([new ChatMessage(ChatRole.User, question)], useJsonSchemaResponseFormat: true)).Text"
    )]
    [InlineData("""(await chat.GetResponseAsync<Answer>("Respond as JSON: " + question)).Text""")]
    public Task Typed_call_sends_a_schema(string text) => Desk.ExtensionsAIAsync($"Use(JsonSerializer.Deserialize<Answer>({text}));");

    [Fact]
    public Task Answer_that_is_not_parsed() =>
        Desk.ExtensionsAIAsync(
            """
            var response = await chat.GetResponseAsync("Answer as JSON: " + question);
            Console.WriteLine(response.Text);
            """
        );

    [Fact]
    public Task Each_call_is_judged_for_itself() =>
        Desk.ExtensionsAIAsync(
            """
            var plan = await chat.GetResponseAsync("Plan: " + question);
            var typed = await chat.GetResponseAsync(plan.Text, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() });
            var free = await {|RAG2002:chat.GetResponseAsync|}(plan.Text);
            Use(JsonSerializer.Deserialize<Answer>(typed.Text));
            Use(JsonSerializer.Deserialize<Answer>(free.Text));
            """
        );

    [Fact]
    public Task One_call_whose_answer_is_parsed_twice_is_one_finding() =>
        Desk.ExtensionsAIAsync(
            """
            var response = await {|RAG2002:chat.GetResponseAsync|}(question);
            Use(JsonSerializer.Deserialize<Answer>(response.Text));
            Use(JsonDocument.Parse(response.Text));
            """
        );
}
