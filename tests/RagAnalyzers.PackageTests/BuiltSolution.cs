namespace RagAnalyzers.PackageTests;

/// <summary>The solution of <see cref="SolutionTests"/>, built once.</summary>
public sealed class BuiltSolution(PackedPackage package) : IAsyncLifetime
{
    public const string Console = """
        using System.Text.Json;
        using OpenAI.Chat;

        var client = new ChatClient("gpt-4o-mini", Environment.GetEnvironmentVariable("OPENAI_API_KEY")!);
        ChatCompletion completion = await client.CompleteChatAsync("Label this as JSON: the printer is on fire"); // RAG2002
        var label = JsonSerializer.Deserialize<Label>(completion.Content[0].Text);
        Console.WriteLine(label?.Name);

        internal sealed record Label(string Name);
        """;

    public const string Web = """
        using System.Text.Json;
        using Microsoft.SemanticKernel;
        using Microsoft.SemanticKernel.ChatCompletion;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddKernel().AddOpenAIChatCompletion("gpt-4o-mini", builder.Configuration["OpenAI:Key"]!);
        var app = builder.Build();
        app.MapPost(
            "/tickets",
            async (IChatCompletionService chat, Ticket ticket) =>
            {
                var history = new ChatHistory("Label the ticket, as JSON.");
                history.AddUserMessage(ticket.Text);
                var answer = await chat.GetChatMessageContentAsync(history); // RAG2002
                return JsonSerializer.Deserialize<Label>(answer.Content!);
            }
        );
        app.Run();

        internal sealed record Ticket(string Text);

        internal sealed record Label(string Name);
        """;

    /// <summary>Code that netstandard2.0 knows, too.</summary>
    public const string Multi = """
        using System.Text.Json;
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;

        namespace Consumer
        {
            public class Label
            {
                public string? Name { get; set; }
            }

            public static class Labels
            {
                public static async Task<Label?> AskAsync(IChatClient chat, string ticket)
                {
                    var response = await chat.GetResponseAsync("Label this as JSON: " + ticket); // RAG2002
                    return JsonSerializer.Deserialize<Label>(response.Text);
                }
            }
        }
        """;

    /// <summary>A warning, an Info that the mode Recommended raises, and one that it does not.</summary>
    private const string Mode = """
        using System.Text.Json;
        using Microsoft.Extensions.AI;

        namespace Consumer;

        public sealed record Label(string Name);

        public static class Labels
        {
            public static async Task<Label?> AskAsync(IChatClient chat, string ticket)
            {
                var response = await chat.GetResponseAsync($"Label this as JSON: {ticket}");
                return JsonSerializer.Deserialize<Label>(response.Text);
            }

            public static async Task<bool?> IsUrgentAsync(IChatClient chat, string ticket)
            {
                var response = await chat.GetResponseAsync($"Is this urgent? Answer yes or no: {ticket}");
                return response.Text == "yes" ? true : response.Text == "no" ? false : null;
            }

            public static async Task<int> RateAsync(IChatClient chat, string ticket)
            {
                var response = await chat.GetResponseAsync($"How urgent is this, from 1 to 5? {ticket}");
                return int.Parse(response.Text);
            }
        }
        """;

    private static readonly string[] s_extensionsAI = ["Microsoft.Extensions.AI"];

    private IReadOnlyList<string> _findings = [];

    /// <summary>What the build printed.</summary>
    public string Output { get; private set; } = "";

    public IEnumerable<string> FindingsIn(string file) => _findings.Where(finding => finding.StartsWith(file + "("));

    public async ValueTask InitializeAsync()
    {
        var consumer = package.CreateConsumer("solution");
        consumer.AddProject("Console", Console, ["OpenAI"], "<OutputType>Exe</OutputType>");
        consumer.AddProject("Web", Web, ["Microsoft.SemanticKernel.Connectors.OpenAI"], sdk: "Microsoft.NET.Sdk.Web");
        consumer.AddProject(
            "Multi",
            Multi,
            s_extensionsAI,
            "<TargetFrameworks>netstandard2.0;net10.0</TargetFrameworks><LangVersion>latest</LangVersion>"
        );
        consumer.AddProject("Tested", Sources.Answers, Sources.Sdks, "<IsTestProject>true</IsTestProject>");
        consumer.AddProject("Locked", Sources.Answers, Sources.Sdks, "<RestorePackagesWithLockFile>true</RestorePackagesWithLockFile>");
        consumer.AddProject("Errors", Sources.Answers, Sources.Sdks, "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        consumer.AddProject("Mistyped", Sources.Answers, Sources.Sdks, "<RagAnalysisModeOutput>Loud</RagAnalysisModeOutput>");
        consumer.AddProject("NoAi", Sources.LookAlike, []);
        consumer.AddProject("Basic", "Public Class Answers\nEnd Class\n", s_extensionsAI, language: "vb");
        consumer.AddProject(
            "Functional",
            "module Answers\n\nlet answer = 42\n",
            s_extensionsAI,
            items: """<Compile Include="Functional.fs" />""",
            language: "fs"
        );
        AddCentrallyVersioned(consumer);
        Layers.AddTo(consumer);
        consumer.AddFile(Layers.Folder + "/RagAnalyzers.Apis.txt", Layers.Table);
        foreach (var mode in (string[])["None", "Minimum", "Default", "Recommended", "All", "Strict"])
        {
            consumer.AddProject("Mode" + mode, Mode, s_extensionsAI, $"<RagAnalysisMode>{mode}</RagAnalysisMode>");
        }

        consumer.AddProject(
            "ModeMixed",
            Mode,
            s_extensionsAI,
            "<RagAnalysisMode>None</RagAnalysisMode><RagAnalysisModeOutput>strict</RagAnalysisModeOutput>"
        );
        consumer.AddProject("ModeOwn", Mode, s_extensionsAI, "<RagAnalysisMode>All</RagAnalysisMode>");
        consumer.AddFile(
            "ModeOwn/.editorconfig",
            "[*.cs]\ndotnet_diagnostic.RAG2012.severity = none\ndotnet_diagnostic.RAG2014.severity = error\n"
        );

        consumer.AddSolution("All.slnx");
        (_, _findings, Output) = await consumer.BuildAsync("All.slnx");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static void AddCentrallyVersioned(Consumer consumer)
    {
        var packages = Sources
            .Sdks.Select(sdk => (Id: sdk, Version: Repository.VersionOf(sdk)))
            .Append((Id: "RagAnalyzers", PackedPackage.Version));
        consumer.AddFile(
            "Central/Directory.Packages.props",
            $"""
            <Project>
              <PropertyGroup>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
              </PropertyGroup>
              <ItemGroup>
                {string.Join(
                '\n',
                packages.Select(package => $"""<PackageVersion Include="{package.Id}" Version="{package.Version}" />""")
            )}
              </ItemGroup>
            </Project>
            """
        );
        consumer.AddProject(
            "Central",
            Sources.Answers,
            [],
            items: string.Join('\n', packages.Select(package => $"""<PackageReference Include="{package.Id}" />""")),
            withPackage: false
        );
    }
}
