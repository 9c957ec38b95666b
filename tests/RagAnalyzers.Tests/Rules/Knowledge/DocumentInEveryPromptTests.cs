using RagAnalyzers.Rules.Knowledge;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Knowledge;

/// <summary>RAG1006: a document in the place of retrieval.</summary>
public sealed class DocumentInEveryPromptTests
{
    [Theory]
    [InlineData("handbook.md", "Answer from this handbook: {document} Question: {question}", true)]
    [InlineData("faq.txt", "{document}\\n\\n{question}", true)]
    [InlineData("handbook.md", "Summarize for {question}: {document}", false)]
    [InlineData("contract.pdf", "Extract the parties. {document} {question}", false)]
    [InlineData("system-prompt.txt", "{document} Question: {question}", false)]
    [InlineData("guidelines.md", "Follow these guidelines: {document} Question: {question}", false)]
    [InlineData("house-rules.md", "{document} Question: {question}", false)]
    [InlineData("instructions.md", "{document} Question: {question}", false)]
    [InlineData("memory.txt", "What you remember: {document} Question: {question}", false)]
    [InlineData("data.json", "Answer from this: {document} Question: {question}", false)]
    [InlineData("handbook.md", "What does it say? {document}", false)]
    // The document is the task, in whatever language; of what cannot be read nothing is said.
    [InlineData("handbook.md", "Shorten it for {question}: {document}", false)]
    [InlineData("notes.md", "Correct the spelling, {question}: {document}", false)]
    [InlineData("handbook.md", "Fasse das Dokument zusammen, mit Blick auf {question}: {document}", false)]
    [InlineData("handbook.md", "Résume le document pour {question}: {document}", false)]
    [InlineData("handbook.md", "Opsummer dokumentet med fokus på {question}: {document}", false)]
    [InlineData("handbook.md", "总结文档，重点是 {question}：{document}", false)]
    [InlineData("handbook.md", "Antworte aus dem Handbuch: {document} {question}", true)]
    [InlineData("handbook.md", "Svar ut fra håndboken: {document} Question: {question}", true)]
    public Task Prompts(string file, string prompt, bool isWrong) =>
        Verify.AnalyzerAsync<DocumentInEveryPrompt>(
            $$"""
            using Microsoft.Extensions.AI;

            public class Desk(IChatClient chat)
            {
                public async Task<string> AskAsync(string question)
                {
                    var document = await File.ReadAllTextAsync("{{file}}");
                    var response = await {{(isWrong ? "{|RAG1006:chat.GetResponseAsync|}" : "chat.GetResponseAsync")}}($"{{prompt}}");
                    return response.Text;
                }
            }
            """
        );

    /// <summary>The path is put together; some piece of it may say that the file is the prompt itself.</summary>
    [Theory]
    [InlineData("Path.Combine(\"docs\", \"handbook.md\")", true)]
    [InlineData("Path.Combine(folder, \"handbook.md\")", true)]
    [InlineData("Path.Combine(\"Prompts\", \"helpdesk.md\")", false)]
    [InlineData("Path.Combine(folder, $\"{name}.md\")", false)]
    [InlineData("$\"docs/{folder}.md\"", false)]
    public Task Paths_that_are_put_together(string path, bool isWrong) =>
        Verify.AnalyzerAsync<DocumentInEveryPrompt>(
            $$"""
            using Microsoft.Extensions.AI;

            public class Desk(IChatClient chat, string folder)
            {
                public async Task<string> AskAsync(string question)
                {
                    var document = await ReadAsync();
                    var response = await {{(
                isWrong ? "{|RAG1006:chat.GetResponseAsync|}" : "chat.GetResponseAsync"
            )}}($"{document} Question: {question}");
                    return response.Text;
                }

                private Task<string> ReadAsync(string name = "SystemPrompt") => File.ReadAllTextAsync({{path}});
            }
            """
        );

    /// <summary>The document is what the task is about; what else is in the prompt is no question.</summary>
    [Theory]
    [InlineData("Write a cover letter for this job. My CV: {document} The job: {topic}", false)]
    [InlineData("Grade this essay against the rubric. Rubric: {topic} Essay: {document}", false)]
    [InlineData("Find the cause of the failure in this {topic} log: {document}", false)]
    [InlineData("Make {topic} quiz questions from this chapter: {document}", false)]
    [InlineData("Take the minutes of the meeting of {topic}: {document}", false)]
    [InlineData("Reply to this mail in a {topic} tone: {document}", false)]
    [InlineData("Reply to this mail in a {form.Tone} tone: {document}", false)]
    [InlineData("The handbook: {document} Question: {topic}", true)]
    [InlineData("Das Handbuch: {document} Frage: {topic}", true)]
    [InlineData("Answer the employee from the handbook. {document} {topic}", true)]
    [InlineData("You help employees. {document} {form.UserQuestion}", true)]
    public Task What_is_asked(string prompt, bool isWrong) =>
        Verify.AnalyzerAsync<DocumentInEveryPrompt>(
            $$"""
            using Microsoft.Extensions.AI;

            public sealed record Form(string Tone, string UserQuestion);

            public class Desk(IChatClient chat)
            {
                public async Task<string> RunAsync(string topic, Form form)
                {
                    var document = await File.ReadAllTextAsync("document.md");
                    return (await {{(isWrong ? "{|RAG1006:chat.GetResponseAsync|}" : "chat.GetResponseAsync")}}($"{{prompt}}")).Text;
                }
            }
            """
        );

    /// <summary>The ways in which a file gets into a text.</summary>
    [Theory]
    [InlineData("using var reader = new StreamReader(\"handbook.md\"); var document = await reader.ReadToEndAsync();", true)]
    [InlineData(
        "using var reader = new StreamReader(File.OpenRead(Path.Combine(\"docs\", \"handbook.md\"))); var document = reader.ReadToEnd();",
        true
    )]
    [InlineData(
        "await using var file = File.OpenRead(\"handbook.md\"); using var reader = new StreamReader(file); var document = await reader.ReadToEndAsync();",
        true
    )]
    [InlineData(
        "await using FileStream file = new(\"handbook.md\", FileMode.Open); using StreamReader reader = new(file); var document = await reader.ReadToEndAsync();",
        true
    )]
    [InlineData("using var reader = File.OpenText(\"handbook.md\"); var document = await reader.ReadToEndAsync();", true)]
    [InlineData("using var reader = new FileInfo(\"handbook.md\").OpenText(); var document = await reader.ReadToEndAsync();", true)]
    [InlineData(
        "var document = await ReadAsync(\"handbook.md\"); static async Task<string> ReadAsync(string path) { using var reader = new StreamReader(path); return await reader.ReadToEndAsync(); }",
        true
    )]
    [InlineData("var document = await LoadAsync();", true)]
    [InlineData("var document = await FromAsync(\"handbook.md\");", true)]
    [InlineData("var document = await FromAsync(path);", false)]
    [InlineData("using var reader = new StreamReader(\"handbook.md\"); var document = await reader.ReadLineAsync();", false)]
    [InlineData("var document = File.ReadAllText(\"handbook.md\")[..2000];", false)]
    [InlineData("var document = File.ReadAllText(\"handbook.md\").Split(\"##\")[0];", false)]
    [InlineData("using var reader = new StreamReader(path); var document = await reader.ReadToEndAsync();", false)]
    [InlineData("using var reader = new StreamReader(\"data.json\"); var document = await reader.ReadToEndAsync();", false)]
    [InlineData("using var reader = new StringReader(\"handbook.md\"); var document = await reader.ReadToEndAsync();", false)]
    [InlineData("using var writer = new StreamWriter(\"handbook.md\"); await writer.WriteAsync(question); var document = \"\";", false)]
    public Task Ways_of_the_text(string statements, bool isWrong) =>
        Verify.AnalyzerAsync<DocumentInEveryPrompt>(
            $$"""
            using Microsoft.Extensions.AI;

            public class Desk(IChatClient chat)
            {
                public async Task<string> AskAsync(string question, string path)
                {
                    {{statements}}
                    return (await {{(
                isWrong ? "{|RAG1006:chat.GetResponseAsync|}" : "chat.GetResponseAsync"
            )}}($"Answer from this handbook: {document} Question: {question}")).Text;
                }

                private static Task<string> FromAsync(string file) => File.ReadAllTextAsync(file);

                private static async Task<string> LoadAsync()
                {
                    await using var file = File.OpenRead("handbook.md");
                    using var reader = new StreamReader(file);
                    return await reader.ReadToEndAsync();
                }
            }
            """
        );

    /// <summary>A chat in the console, and a document that is read once and asked about again and again.</summary>
    [Theory]
    [InlineData("Console.ReadLine() ?? \"\"", true)]
    [InlineData("Console.ReadLine() is { Length: > 0 } typed ? typed : \"hello\"", true)]
    [InlineData("\"What does it say of holidays?\"", false)]
    public Task Top_level_program(string question, bool isWrong) =>
        Verify.AnalyzerAsync<DocumentInEveryPrompt>(
            $$"""
            using Microsoft.Extensions.AI;

            var handbook = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "docs", "handbook.md"));
            while (true)
            {
                var question = {{question}};
                Console.WriteLine(await {{(isWrong ? "{|RAG1006:Chat().GetResponseAsync|}" : "Chat().GetResponseAsync")}}(
                    [new ChatMessage(ChatRole.System, "Answer from the handbook.\n" + handbook), new ChatMessage(ChatRole.User, question)]));
            }

            static IChatClient Chat() => null!;
            """
        );

    [Fact]
    public Task Read_once_into_a_field() =>
        Verify.AnalyzerAsync<DocumentInEveryPrompt>(
            """
            using Microsoft.Extensions.AI;

            public sealed class Desk(IChatClient chat)
            {
                private static readonly string Handbook = File.ReadAllText("handbook.md");

                public async Task<string> AskAsync(string question) =>
                    (await {|RAG1006:chat.GetResponseAsync|}([new(ChatRole.System, $"Use this handbook:\n{Handbook}"), new(ChatRole.User, question)])).Text;
            }
            """
        );

    [Theory]
    [InlineData("(await container.GetBlobClient(\"handbook.md\").DownloadContentAsync()).Content.ToString()", true)]
    [InlineData("(await container.GetBlobClient(path).DownloadContentAsync()).Content.ToString()", false)]
    [InlineData("container.GetBlobClient(\"handbook.md\").ToString()", false)]
    public Task Blobs(string document, bool isWrong) =>
        Verify.AnalyzerAsync<DocumentInEveryPrompt>(
            $$"""
            using Azure.Storage.Blobs;
            using Microsoft.Extensions.AI;

            public class Desk(IChatClient chat, BlobContainerClient container)
            {
                public async Task<string> AskAsync(string question, string path)
                {
                    var document = {{document}};
                    return (await {{(
                isWrong ? "{|RAG1006:chat.GetResponseAsync|}" : "chat.GetResponseAsync"
            )}}($"Answer from this handbook: {document} Question: {question}")).Text;
                }
            }
            """,
            ReferenceSets.Latest.AddRange(Libraries.Blobs)
        );
}
