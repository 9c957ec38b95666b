using RagAnalyzers.Rules.Grounding;
using RagAnalyzers.Tests.Sdk;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Grounding;

/// <summary>RAG6006: text that is not the program's own is a part of what Semantic Kernel compiles.</summary>
public sealed class TextCompiledAsTemplateTests
{
    private const string AspNet = """

        namespace Microsoft.AspNetCore.Builder { public sealed class Application { public void MapPost(string route, Delegate handler) { } } }
        namespace Microsoft.AspNetCore.Mvc { public class ControllerBase { } }
        namespace Microsoft.AspNetCore.SignalR { public class Hub { } }
        """;

    [Theory]
    [InlineData("""return await kernel.InvokePromptAsync({|RAG6006:$"From {found} answer {question}"|});""")]
    [InlineData("""return await kernel.InvokePromptAsync<string>({|RAG6006:"From " + found + " answer: " + question|});""")]
    [InlineData("""await foreach (var part in kernel.InvokePromptStreamingAsync({|RAG6006:$"From {found}"|})) { } return found;""")]
    [InlineData("""var prompt = {|RAG6006:string.Format("From {0}", found)|}; return await kernel.InvokePromptAsync(prompt);""")]
    [InlineData(
        """var builder = new StringBuilder("From: "); foreach (var hit in hits) builder.AppendLine(hit); return await kernel.InvokePromptAsync({|RAG6006:builder.ToString()|});"""
    )]
    [InlineData(
        """return await kernel.InvokePromptAsync({|RAG6006:Prompt(found)|}); static string Prompt(string passages) => $"From {passages}";"""
    )]
    [InlineData("""var prompt = "From "; prompt += found; return await kernel.InvokePromptAsync({|RAG6006:prompt|});""")]
    [InlineData("""return kernel.CreateFunctionFromPrompt({|RAG6006:$"From {found} answer {{{{$question}}}}"|});""")]
    [InlineData("""return KernelFunctionFactory.CreateFromPrompt(new PromptTemplateConfig({|RAG6006:$"From {found}"|}));""")]
    [InlineData("""return kernel.CreateFunctionFromPrompt(new PromptTemplateConfig { Template = {|RAG6006:$"From {found}"|} });""")]
    [InlineData("""return await kernel.InvokeHandlebarsPromptAsync({|RAG6006:$"From {found}"|});""")]
    [InlineData(
        """return await kernel.InvokePromptAsync({|RAG6006:$"From {found}"|}, templateFormat: "handlebars", promptTemplateFactory: new HandlebarsPromptTemplateFactory());"""
    )]
    // No template, and message tags are read.
    [InlineData("""return await completion.GetChatMessageContentAsync({|RAG6006:$"From {found} answer {question}"|});""")]
    [InlineData("""return await completion.GetChatMessageContentsAsync({|RAG6006:$"{found}"|});""")]
    public Task Passages(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("""return await kernel.InvokePromptAsync("From {{$found}}", new() { ["found"] = found });""")]
    [InlineData("""return await kernel.InvokePromptAsync($"Answer {question}");""")]
    [InlineData("""return await kernel.InvokePromptAsync($"There are {hits.Count} passages of {found.Length} letters.");""")]
    [InlineData("""return await kernel.InvokePromptAsync($"From {found.Replace("{{", "(")}");""")]
    [InlineData("""return await completion.GetChatMessageContentAsync($"From {WebUtility.HtmlEncode(found)}");""")]
    [InlineData(
        """var history = new ChatHistory("Answer from the passages."); history.AddUserMessage($"{found} {question}"); return await completion.GetChatMessageContentAsync(history);"""
    )]
    [InlineData("""return await kernel.InvokePromptAsync($"From {found}", promptTemplateFactory: new EchoPromptTemplateFactory());""")]
    [InlineData(
        """return await kernel.InvokePromptAsync($"From {found}", promptTemplateFactory: factory);""",
        "private readonly IPromptTemplateFactory? factory;"
    )]
    public Task Innocent(string statements, string members = "") => VerifyAsync(statements, members);

    // Who is at the keyboard, or wrote the file, may write braces without meaning them.
    [Theory]
    [InlineData("""return await kernel.InvokePromptAsync({|RAG6006:"Answer: " + Console.ReadLine()|});""")]
    [InlineData("""return await kernel.InvokePromptAsync({|RAG6006:Console.ReadLine()|}!);""")]
    [InlineData("""return await kernel.InvokePromptAsync({|RAG6006:$"Summarize: {File.ReadAllText(question)}"|});""")]
    [InlineData(
        """var notes = await File.ReadAllTextAsync("notes.txt"); return await kernel.InvokePromptAsync({|RAG6006:"Summarize: " + notes|});"""
    )]
    public Task Typed_or_in_a_file(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("""return await kernel.InvokePromptAsync(File.ReadAllText("ask.txt"));""")]
    [InlineData("""return await kernel.InvokePromptAsync($"{File.ReadAllText("system-prompt.txt")} Answer {question}");""")]
    [InlineData("""var promptPath = question; return await kernel.InvokePromptAsync($"{File.ReadAllText(promptPath)} Answer now.");""")]
    [InlineData("""return await completion.GetChatMessageContentAsync("Answer: " + Console.ReadLine());""")]
    [InlineData("""return await completion.GetChatMessageContentAsync($"Summarize: {File.ReadAllText("notes.txt")}");""")]
    public Task The_programs_own_or_harmless(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData(
        """public void Map(Microsoft.AspNetCore.Builder.Application app) => app.MapPost("/ask", async (string text) => await kernel.InvokePromptAsync({|RAG6006:$"Answer {text}"|}));"""
    )]
    [InlineData(
        """
            public void Map(Microsoft.AspNetCore.Builder.Application app) => app.MapPost("/ask", HandleAsync);
            private async Task HandleAsync(Request request) => await kernel.InvokePromptAsync({|RAG6006:$"Answer {request.Text}"|});
            public sealed record Request(string Text);
            """
    )]
    [InlineData(
        """public sealed class AskController(Kernel kernel) : Microsoft.AspNetCore.Mvc.ControllerBase { public async Task<object?> Ask(string text) => await kernel.InvokePromptAsync({|RAG6006:$"Answer {text}"|}); }"""
    )]
    [InlineData(
        """public sealed class AskHub(IChatCompletionService chat) : Microsoft.AspNetCore.SignalR.Hub { public async Task<object?> Ask(string text) => await chat.GetChatMessageContentAsync({|RAG6006:$"Answer {text}"|}); }"""
    )]
    public Task Of_a_request(string members) => VerifyAsync("return found;", members);

    [Theory]
    [InlineData(
        """public void Map(Microsoft.AspNetCore.Builder.Application app) => app.MapPost("/ask", async (Asked asked) => await kernel.InvokePromptAsync(For(asked.Tone) + asked.Words)); private static string For(Tone tone) => $"Answer in a {tone} tone: "; public enum Tone { Kind, Formal } public sealed record Asked(string Text, Tone Tone, int Words);"""
    )]
    [InlineData(
        """public void Map(Microsoft.AspNetCore.Builder.Application app) => app.MapPost("/ask", async (AskOptions options) => await kernel.InvokePromptAsync($"Answer {options.Text}")); public sealed record AskOptions(string Text);"""
    )]
    [InlineData(
        """public void Map(Microsoft.AspNetCore.Builder.Application app) => app.MapPost("/ask", async (string systemPrompt) => await kernel.InvokePromptAsync(systemPrompt));"""
    )]
    [InlineData("""public Task<FunctionResult> Ask(string text) => kernel.InvokePromptAsync($"Answer {text}");""")]
    [InlineData(
        """public sealed class AskController(IChatCompletionService chat) : Microsoft.AspNetCore.Mvc.ControllerBase { public async Task<object?> Ask(string text) => await chat.GetChatMessageContentAsync(text); }"""
    )]
    public Task Of_no_request(string members) => VerifyAsync("return found;", members);

    [Fact]
    public Task The_message_names_the_search() =>
        Verify.AnalyzerAsync<TextCompiledAsTemplate>(
            """
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.Data;

            public sealed class Desk(Kernel kernel, ITextSearch<TextSearchResult> search)
            {
                public async Task<object?> AskAsync(string question)
                {
                    var found = "";
                    await foreach (var hit in (await {|#2:search.SearchAsync(question)|}).Results)
                        found += hit;
                    return await {|#1:kernel.InvokePromptAsync|}({|#0:$"From {found}"|});
                }
            }
            """,
            expected: Verify
                .Finding<TextCompiledAsTemplate>("RAG6006")
                .WithLocation(0)
                .WithLocation(1)
                .WithLocation(2)
                .WithArguments("what 'SearchAsync' finds", "'{{...}}' in it runs functions", "Pass the text as an argument")
        );

    [Fact]
    public Task What_a_user_types_is_a_suggestion() =>
        Verify.AnalyzerAsync<TextCompiledAsTemplate>(
            """
            using Microsoft.SemanticKernel;

            public sealed class Desk(Kernel kernel)
            {
                public async Task<object?> AskAsync() => await {|#1:kernel.InvokePromptAsync|}({|#0:"Answer: " + {|#2:Console.ReadLine()|}|});
            }
            """,
            expected: Verify
                .Finding<TextCompiledAsTemplate>("RAG6006")
                .WithSeverity(Microsoft.CodeAnalysis.DiagnosticSeverity.Info)
                .WithLocation(0)
                .WithLocation(1)
                .WithLocation(2)
                .WithArguments("what a user types", "'{{...}}' in it runs functions", "Pass the text as an argument")
        );

    private static Task VerifyAsync(string statements, string members = "") =>
        Verify.AnalyzerAsync<TextCompiledAsTemplate>(TemplatedPrompts.Source(statements, members) + AspNet, DocumentedSdks.References);
}
