using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>What a finding says, and where.</summary>
public sealed class AnswerParsedWithoutSchemaMessagesTests
{
    [Fact]
    public async Task Grounded()
    {
        var source = Desk.ExtensionsAI(
            """
            var passages = await policies.SearchAsync(question, top: 3).Select(hit => hit.Record.Text).ToListAsync();
            var options = {|#2:new ChatOptions { Temperature = 0 }|};
            var response = await {|#0:chat.GetResponseAsync|}($"{string.Join("\n", passages)}\n{question}", options);
            Use({|#1:JsonSerializer.Deserialize<Answer>(response.Text)|});
            """
        );
        await Verify.AnalyzerAsync<GroundedAnswerParsedWithoutSchema>(
            source,
            expected: Verify
                .Finding<GroundedAnswerParsedWithoutSchema>("RAG2001")
                .WithLocation(0)
                .WithLocation(1)
                .WithLocation(2)
                .WithMessage(
                    "The answer is parsed as 'Answer', but no schema shapes it; retrieval grounds content, not format. Call GetResponseAsync<T> or set ResponseFormat."
                )
        );
    }

    [Fact]
    public async Task Ungrounded()
    {
        var source = Desk.ExtensionsAI(
            """
            var response = await {|#0:chat.GetResponseAsync|}(question);
            Use({|#1:JsonNode.Parse(response.Text)|});
            """
        );
        await Verify.AnalyzerAsync<AnswerParsedWithoutSchema>(
            source,
            expected: Verify
                .Finding<AnswerParsedWithoutSchema>("RAG2002")
                .WithLocation(0)
                .WithLocation(1)
                .WithMessage(
                    "The answer is parsed as 'JsonNode', but nothing makes the model return that shape; only a schema enforces it. Call GetResponseAsync<T> or set ResponseFormat."
                )
        );
    }

    [Theory]
    [InlineData("JsonSerializer.Deserialize<Answer>(text)", "Answer")]
    [InlineData("JsonSerializer.Deserialize<Answer?>(text)", "Answer")]
    [InlineData("JsonSerializer.Deserialize<List<Answer>>(text)", "List<Answer>")]
    [InlineData("JsonSerializer.Deserialize<Answer[]>(text)", "Answer[]")]
    [InlineData("JsonSerializer.Deserialize(text, typeof(Answer))", "Answer")]
    [InlineData("JsonSerializer.Deserialize<Dictionary<string, object>>(text)", "Dictionary<string, object>")]
    [InlineData("JsonDocument.Parse(text)", "JsonDocument")]
    [InlineData("await JsonDocument.ParseAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)))", "JsonDocument")]
    [InlineData("Newtonsoft.Json.JsonConvert.DeserializeObject<Answer>(text)", "Answer")]
    [InlineData("Newtonsoft.Json.Linq.JObject.Parse(text)", "JObject")]
    [InlineData("System.Xml.Linq.XDocument.Parse(text)", "XDocument")]
    [InlineData("new YamlDotNet.Serialization.Deserializer().Deserialize<Answer>(text)", "Answer")]
    public async Task Names_the_type_that_is_expected(string parse, string type)
    {
        var finding = await ParsedAnswers.SingleAsync(
            Desk.ExtensionsAI(
                $"""
                var text = (await chat.GetResponseAsync(question)).Text;
                Use({parse});
                """
            )
        );
        Assert.StartsWith($"The answer is parsed as '{type}', but ", finding.GetMessage());
    }

    [Fact]
    public async Task Remedy_is_the_sdk_s_own()
    {
        var openAI = await ParsedAnswers.SingleAsync(
            Desk.OpenAI("Use(JsonDocument.Parse(chat.CompleteChat(question).Value.Content[0].Text));")
        );
        Assert.EndsWith("only a schema enforces it. Set ResponseFormat.", openAI.GetMessage());
        var agent = await ParsedAnswers.SingleAsync(
            Desk.ExtensionsAI("Use(JsonDocument.Parse((await chat.AsAIAgent(question).RunAsync(question)).Text));")
        );
        Assert.EndsWith("only a schema enforces it. Call RunAsync<T> or set ResponseFormat.", agent.GetMessage());
    }
}
