using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Sdk;

internal static partial class DocumentedSdks
{
    // The response of an agent's run in the previews.
    private const string AgentRunResponse = """
        namespace Microsoft.Agents.AI
        {
            using System.Text.Json;
            using Microsoft.Extensions.AI;

            public class AgentRunResponse
            {
                public IList<ChatMessage> Messages { get; set; }
                public string Text => throw null;
                public override string ToString() => throw null;
                public T Deserialize<T>(JsonSerializerOptions serializerOptions) => throw null;
                public bool TryDeserialize<T>(JsonSerializerOptions serializerOptions, out T structuredOutput) => throw null;
            }
        }
        """;

    // What has kept its name since: a reference set has it, in the version that has another response.
    private const string PreviewAgents = """
        namespace Microsoft.Agents.AI
        {
            using Microsoft.Extensions.AI;

            public abstract class AIAgent
            {
                public Task<AgentRunResponse> RunAsync(string message, AgentThread thread = null, AgentRunOptions options = null) => throw null;
            }

            public abstract class AgentThread { }

            public class AgentRunOptions { }

            public sealed class ChatClientAgent : AIAgent
            {
                public ChatClientAgent(IChatClient chatClient, string instructions = null) { }
                public ChatClientAgent(IChatClient chatClient, ChatClientAgentOptions options) { }
            }

            public class ChatClientAgentOptions
            {
                public ChatOptions ChatOptions { get; set; }
            }
        }
        """;

    private static readonly Lazy<MetadataReference> s_previewAgents = new(() =>
        Emitted(
            AnalyzerRun.Compile(
                ["#nullable disable\n" + AgentRunResponse, "#nullable disable\n" + PreviewAgents],
                ReferenceSets.AbstractionsOnly
            ),
            "Microsoft.Agents.AI"
        )
    );

    /// <summary>Microsoft.Extensions.AI's abstractions, and the previews of Agent Framework as far as they are declared here.</summary>
    public static ImmutableArray<MetadataReference> AgentPreviews => ReferenceSets.AbstractionsOnly.Add(s_previewAgents.Value);
}
