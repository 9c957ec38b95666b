using RagAnalyzers.Rules.Configuration;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Configuration;

public sealed class UnreadablePromptFileTests
{
    [Theory]
    [InlineData(
        "Prompts/chat.prompty",
        "---\nname: Chat\nmodel:\n  api: chat\nsystem:\nHello",
        1,
        "---",
        "its front matter is not closed by a line '---'"
    )]
    [InlineData(
        "Prompts/chat.prompty",
        "---\nname: Chat\ndescription: Note: short\n---\nsystem:\nHello",
        3,
        "description: Note: short",
        "a second colon on the line; put the value in quotes"
    )]
    [InlineData(
        "chat.PROMPTY",
        "\n---\nname: Chat\nmodel:\n\tapi: chat\n---\nsystem:\nHello",
        5,
        "\tapi: chat",
        "a tab indents the line; YAML allows blanks only"
    )]
    [InlineData(
        "chat.yaml",
        "name: Chat\ntemplate: {{$input}} please\ntemplate_format: semantic-kernel\n",
        2,
        "template: {{$input}} please",
        "there is text after the closing brace; put the whole value in quotes"
    )]
    [InlineData(
        "chat.yml",
        "template: |\n  Hello\n {{$input}}\ninput_variables:\n- name: input\n",
        3,
        " {{$input}}",
        "the line is indented unlike the lines before it"
    )]
    public Task A_broken_prompt(string path, string text, int line, string content, string reason) =>
        VerifyAsync(
            path,
            text,
            Verify
                .Finding<UnreadablePromptFile>("RAG0001")
                .WithSpan(path, line, 1, line, content.Length + 1)
                .WithArguments(path[(path.LastIndexOf('/') + 1)..], reason)
        );

    [Theory]
    [InlineData("chat.prompty", "---\nname: Chat\n---\nsystem:\n{% broken\nand: so: on")]
    [InlineData("chat.prompty", "no front matter: at: all")]
    [InlineData("chat.prompty", "")]
    [InlineData("chat.yaml", "name: Chat\ntemplate: Hello\ntemplate_format: semantic-kernel")]
    [InlineData("pipeline.yaml", "template: a: b\nname: not a prompt of Semantic Kernel")]
    [InlineData("values.yml", "a: b: c")]
    [InlineData("chat.hbs", "{{#if")]
    [InlineData("notes.txt", "---\na: b: c")]
    public Task What_is_no_broken_prompt(string path, string text) => VerifyAsync(path, text);

    [Fact]
    public Task Without_an_ai_sdk_nothing_is_read() =>
        Verify.AnalyzerAsync<UnreadablePromptFile>(
            "class C;",
            ReferenceSets.NoAi,
            new TestSetup { AdditionalFiles = [("chat.prompty", "---\nname: Chat")] }
        );

    private static Task VerifyAsync(string path, string text, params Microsoft.CodeAnalysis.Testing.DiagnosticResult[] expected) =>
        Verify.AnalyzerAsync<UnreadablePromptFile>(
            "class C;",
            ReferenceSets.Latest,
            new TestSetup { AdditionalFiles = [(path, text)] },
            expected
        );
}
