using System.Diagnostics;
using System.Text.Json;
using StreamJsonRpc;

namespace RagAnalyzers.PackageTests;

/// <summary>
/// csharp-ls, spoken to as an editor speaks to it: the Language Server Protocol over its standard streams. Its setting <c>csharp.analyzersEnabled</c>
/// is on.
/// </summary>
internal sealed class LanguageServer : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly JsonRpc _rpc;
    private int _version;

    private LanguageServer(Process process, JsonRpc rpc) => (_process, _rpc) = (process, rpc);

    public static async Task<LanguageServer> StartAsync(string folder, string packages)
    {
        var (exitCode, output) = await DotNet.RunAsync(Repository.Root, packages, "tool", "restore");
        Assert.True(exitCode == 0, output);

        var process = DotNet.Start(Repository.Root, packages, "tool", "run", "csharp-ls");
        _ = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var rpc = new JsonRpc(
            new HeaderDelimitedMessageHandler(
                process.StandardInput.BaseStream,
                process.StandardOutput.BaseStream,
                new SystemTextJsonFormatter { JsonSerializerOptions = JsonSerializerOptions.Web }
            )
        );
        rpc.AddLocalRpcTarget(new EditorMethods(), new JsonRpcTargetOptions { UseSingleObjectParameterDeserialization = true });
        rpc.StartListening();

        var server = new LanguageServer(process, rpc);
        await rpc.InvokeWithParameterObjectAsync<JsonElement>(
            "initialize",
            new
            {
                processId = Environment.ProcessId,
                rootUri = new Uri(folder).AbsoluteUri,
                workspaceFolders = new[] { new { uri = new Uri(folder).AbsoluteUri, name = "consumer" } },
                capabilities = new
                {
                    workspace = new { configuration = true, workspaceFolders = true },
                    textDocument = new { diagnostic = new { }, synchronization = new { } },
                },
            },
            TestContext.Current.CancellationToken
        );
        await rpc.NotifyWithParameterObjectAsync("initialized", new { });
        return server;
    }

    public Task OpenAsync(string path) =>
        _rpc.NotifyWithParameterObjectAsync(
            "textDocument/didOpen",
            new
            {
                textDocument = new
                {
                    uri = new Uri(path).AbsoluteUri,
                    languageId = "csharp",
                    version = ++_version,
                    text = File.ReadAllText(path),
                },
            }
        );

    /// <summary>Replaces the text of an open file, as typing does: nothing is saved.</summary>
    public Task ChangeAsync(string path, string text) =>
        _rpc.NotifyWithParameterObjectAsync(
            "textDocument/didChange",
            new { textDocument = new { uri = new Uri(path).AbsoluteUri, version = ++_version }, contentChanges = new[] { new { text } } }
        );

    /// <summary>Asks for the findings in a file, until they are the expected ones ("12: RAG2002") or patience ends; returns the last answer.</summary>
    public async Task<string[]> WaitForFindingsAsync(string path, params string[] expected)
    {
        var started = Stopwatch.StartNew();
        while (true)
        {
            var findings = await FindingsAsync(path);
            if (findings.SequenceEqual(expected) || started.Elapsed > s_patience)
            {
                return findings;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _rpc.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private async Task<string[]> FindingsAsync(string path)
    {
        try
        {
            var report = await _rpc.InvokeWithParameterObjectAsync<JsonElement>(
                "textDocument/diagnostic",
                new { textDocument = new { uri = new Uri(path).AbsoluteUri } },
                TestContext.Current.CancellationToken
            );
            return report.ValueKind == JsonValueKind.Object && report.TryGetProperty("items", out var items)
                ?
                [
                    .. items
                        .EnumerateArray()
                        .Where(item => item.TryGetProperty("code", out var code) && code.ToString().StartsWith("RAG"))
                        .Select(item =>
                            $"{item.GetProperty("range").GetProperty("start").GetProperty("line").GetInt32() + 1}: {item.GetProperty("code")}"
                        )
                        .Order(StringComparer.Ordinal),
                ]
                : [];
        }
        catch (RemoteInvocationException)
        {
            // The project is still being loaded.
            return [];
        }
    }

    /// <summary>What the server asks of its editor.</summary>
    private sealed class EditorMethods
    {
        [JsonRpcMethod("workspace/configuration", UseSingleObjectParameterDeserialization = true)]
        public object[] Configuration(JsonElement request) =>
            [.. request.GetProperty("items").EnumerateArray().Select(item => new { analyzersEnabled = true })];

        [JsonRpcMethod("client/registerCapability", UseSingleObjectParameterDeserialization = true)]
        public object? RegisterCapability(JsonElement request) => null;

        [JsonRpcMethod("window/workDoneProgress/create", UseSingleObjectParameterDeserialization = true)]
        public object? CreateProgress(JsonElement request) => null;
    }
}
