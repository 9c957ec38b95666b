using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using RagAnalyzers.CodeFixes.Schemas;
using RagAnalyzers.Serialization;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Schemas;

/// <summary>
/// A schema promises what the real parser reads: an answer made up from the schema is parsed, no member of it is unknown to
/// the type, and none of the type's members is missing from it.
/// </summary>
public sealed class SchemaReadingTests
{
    public static TheoryData<string> Types =>
        [
            "public sealed record Root(string Text, int Count, bool Flag, double Rate, decimal Price, char Letter);",
            "public sealed record Root(DateTime At, DateTimeOffset Since, DateOnly Day, TimeOnly Time, TimeSpan Span, Guid Id, Uri Link, Version Version);",
            "public sealed record Root(string? Text, int? Count, List<string>? Tags, Inner? Inner, Level? Level); public sealed record Inner(string Name);",
            "public sealed class Root { public int[] A { get; set; } = []; public HashSet<string> B { get; init; } = []; public IReadOnlyList<Inner> C { get; set; } = []; } public record struct Inner(int X);",
            "public sealed record Root(Level Level, [property: JsonConverter(typeof(JsonStringEnumConverter))] Level Named, Typed Typed); [JsonConverter(typeof(JsonStringEnumConverter<Typed>))] public enum Typed { A, [JsonStringEnumMemberName(\"b-b\")] B }",
            "public class Base { public string Inherited { get; set; } = \"\"; } public sealed class Root : Base { [JsonPropertyName(\"first name\")] public string First { get; set; } = \"\"; [JsonPropertyOrder(-1)] public string URLValue { get; set; } = \"\"; [JsonIgnore] public string No { get; set; } = \"\"; [JsonInclude] internal string Yes { get; set; } = \"\"; }",
            "public sealed class Root(int number, string theName) { public int Number { get; } = number; public string TheName { get; } = theName; }",
            "public sealed record Root(Node First); public sealed record Node(string Name, List<Node> Children);",
            "public sealed class Root { public string Name { get; set; } = \"\"; public List<Root> Children { get; set; } = []; }",
            "public sealed record Root(Box<int> Number, Box<List<string>> Texts); public sealed record Box<T>(T Value);",
        ];

    public static MatrixTheoryData<string, string> TypesAndOptions =>
        new(Types.Select(row => row.Data), ["default", "web", "snake", "names", "fields"]);

    [Theory]
    [MemberData(nameof(TypesAndOptions))]
    public void System_Text_Json_reads_what_the_schema_demands(string source, string configuration)
    {
        var (options, reading) = configuration switch
        {
            "web" => (
                new JsonSerializerOptions(JsonSerializerDefaults.Web),
                new JsonReading(Naming: JsonNaming.CamelCase, IgnoresCase: true)
            ),
            "snake" => (
                new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower },
                new JsonReading(Naming: JsonNaming.SnakeCaseLower)
            ),
            "names" => (new JsonSerializerOptions { Converters = { new JsonStringEnumConverter() } }, new JsonReading(StringEnums: true)),
            "fields" => (new JsonSerializerOptions { IncludeFields = true }, new JsonReading(Fields: true)),
            _ => (new JsonSerializerOptions(), JsonReading.Default),
        };
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;

        var (type, schema) = Generate(source, reading);
        var answer = SampleAnswer.Of(schema);
        var read = JsonSerializer.Deserialize(answer.ToJsonString(), type, options);
        var written = JsonSerializer.SerializeToNode(read, type, options)!;

        Assert.Equal(Names(answer), Names(written));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Newtonsoft_Json_reads_what_the_schema_demands(string source)
    {
        // Its own attributes are covered by the generator's tests; these types carry those of the other library.
        var (type, schema) = Generate(source, JsonReading.NewtonsoftDefault);
        var answer = SampleAnswer.Of(schema);
        Assert.NotNull(NewtonsoftDeserialize(answer.ToJsonString(), type));
    }

    /// <summary>Newtonsoft.Json is among the references of the test sources, not of the tests.</summary>
    private static object? NewtonsoftDeserialize(string json, Type type)
    {
        var path = ReferenceSets.NoAi.Single(reference => Path.GetFileName(reference.Display) == "Newtonsoft.Json.dll").Display!;
        var library = Assembly.LoadFrom(path);
        dynamic settings = Activator.CreateInstance(library.GetType("Newtonsoft.Json.JsonSerializerSettings", throwOnError: true)!)!;
        settings.MissingMemberHandling = (dynamic)
            Enum.Parse(library.GetType("Newtonsoft.Json.MissingMemberHandling", throwOnError: true)!, "Error");
        return library
            .GetType("Newtonsoft.Json.JsonConvert", throwOnError: true)!
            .GetMethod("DeserializeObject", [typeof(string), typeof(Type), (Type)settings.GetType()])!
            .Invoke(null, [json, type, settings]);
    }

    private static (Type Type, JsonElement Schema) Generate(string source, JsonReading reading)
    {
        var compilation = AnalyzerRun.Compile(
            ["using System.Text.Json.Serialization; public enum Level { Low, VeryHigh }" + source],
            ReferenceSets.NoAi
        );
        var schema = SchemaGenerator.Generate(compilation, compilation.GetTypeByMetadataName("Root")!, reading);
        Assert.Null(schema.Refusal);

        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        image.Position = 0;
        var assembly = new AssemblyLoadContext(name: null, isCollectible: true).LoadFromStream(image);
        return (assembly.GetType("Root", throwOnError: true)!, JsonDocument.Parse(schema.Text!).RootElement);
    }

    /// <summary>The property names and the shape of a JSON value, without the values.</summary>
    private static string Names(JsonNode? node) =>
        node switch
        {
            JsonObject o => "{" + string.Join(",", o.Select(property => property.Key + Names(property.Value))) + "}",
            JsonArray a => "[" + string.Join(",", a.Select(Names)) + "]",
            _ => "",
        };
}
