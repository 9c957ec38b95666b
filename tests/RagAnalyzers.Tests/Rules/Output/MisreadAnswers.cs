using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>
/// Programs for RAG2013: a class with the services of all SDKs, types that answers are read as, and settings to read them by. They run, so
/// that what is said of a parse can be held against what it does.
/// </summary>
internal static class MisreadAnswers
{
    public const string Usings = """
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Schema;
        using System.Text.Json.Serialization;
        using System.Text.Json.Serialization.Metadata;
        using Microsoft.Agents.AI;
        using Microsoft.Extensions.AI;
        using Microsoft.SemanticKernel.ChatCompletion;
        using Microsoft.SemanticKernel.Connectors.OpenAI;
        using Newtonsoft.Json.Converters;
        using Chat = OpenAI.Chat;
        """;

    public const string Types = """
        public enum Mood { Good, Bad }
        public enum Queue { Billing, [JsonStringEnumMemberName("bug-report")] Bug }

        [JsonConverter(typeof(JsonStringEnumConverter<Grade>))]
        public enum Grade { High, Low }

        public record Movie(string Title, int Year);
        public record Film([property: JsonPropertyName("title")] string Title, [property: JsonPropertyName("year")] int Year);
        public record Lower(string title, int year);
        public record Rated(string title, Mood mood);
        public record Graded(string title, Grade grade);
        public record Ticket(string title, [property: JsonConverter(typeof(JsonStringEnumConverter))] Queue queue);
        public record Shelf(List<Movie> movies);
        public record Moods(List<Mood> moods);
        public record Tagged([property: JsonPropertyName("movie_title")] string Title);
        public record Renamed([property: Newtonsoft.Json.JsonProperty("movie_title")] string Title);
        public record Node(string Name, List<Node> Children);
        public record Words(string MovieTitle);

        public class RenamedProperty
        {
            [Newtonsoft.Json.JsonProperty("movie_title")]
            public string Title { get; set; } = "";
        }

        public class Fields
        {
            public string title { get; set; } = "";
            public int Year;
        }

        public class Open
        {
            public string Title { get; set; } = "";

            [JsonExtensionData]
            public Dictionary<string, JsonElement>? Rest { get; set; }
        }

        internal static class Settings
        {
            public static readonly JsonSerializerOptions Plain = new() { WriteIndented = true };
            public static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
            public static readonly JsonSerializerOptions AnyCase = new() { PropertyNameCaseInsensitive = true };
            public static readonly JsonSerializerOptions Camel = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
            public static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
            public static readonly JsonSerializerOptions Names = new() { Converters = { new JsonStringEnumConverter() } };
            public static readonly JsonSerializerOptions CamelNames = Make();
            public static readonly JsonSerializerOptions Resolved = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

            private static JsonSerializerOptions Make()
            {
                var made = new JsonSerializerOptions();
                made.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
                made.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
                return made;
            }
        }
        """;

    private static readonly TestFrame s_frame = new(
        "public class Desk(IChatClient chat, AIAgent agent, Chat.ChatClient completions, IChatCompletionService service)",
        "public async Task<object?> AskAsync(string question)"
    )
    {
        Usings = Usings,
        TypesBehind = Types,
        Indented = IndentedLines.None,
    };

    /// <summary>Statements in a public method of the class <c>Desk</c>, which returns what was read; further members, types.</summary>
    public static Task VerifyAsync(string statements, string members = "", string types = "") =>
        VerifySourceAsync(Source(statements, members, types));

    public static Task VerifySourceAsync(string source) => Verify.AnalyzerAsync<AnswerMisread>(source);

    public static string Source(string statements, string members = "", string types = "") => s_frame.Around(statements, members, types);
}
