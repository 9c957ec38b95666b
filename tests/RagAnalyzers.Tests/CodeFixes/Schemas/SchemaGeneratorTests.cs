using System.Text.Json;
using Microsoft.CodeAnalysis;
using RagAnalyzers.CodeFixes.Schemas;
using RagAnalyzers.Serialization;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Schemas;

/// <summary>The schema of a type, as text. Every schema that these tests see parses as JSON and is in the strict subset.</summary>
public sealed class SchemaGeneratorTests
{
    [Fact]
    public void Scalars_are_what_the_parser_reads() =>
        Generates(
            """
            public sealed class Root
            {
                public string Text { get; set; } = "";
                public char Letter { get; set; }
                public bool Flag { get; set; }
                public int Count { get; set; }
                public byte Small { get; set; }
                public ulong Big { get; set; }
                public Int128 Huge { get; set; }
                public float Rate { get; set; }
                public decimal Price { get; set; }
                public Half Half { get; set; }
                public DateTime At { get; set; }
                public DateTimeOffset Since { get; set; }
                public DateOnly Day { get; set; }
                public TimeOnly Time { get; set; }
                public TimeSpan Span { get; set; }
                public Guid Id { get; set; }
                public Uri Link { get; set; } = null!;
                public Version Version { get; set; } = null!;
            }
            """,
            """
            {
              "type": "object",
              "properties": {
                "Text": { "type": "string" },
                "Letter": { "type": "string", "description": "One character" },
                "Flag": { "type": "boolean" },
                "Count": { "type": "integer" },
                "Small": { "type": "integer" },
                "Big": { "type": "integer" },
                "Huge": { "type": "integer" },
                "Rate": { "type": "number" },
                "Price": { "type": "number" },
                "Half": { "type": "number" },
                "At": { "type": "string", "format": "date-time" },
                "Since": { "type": "string", "format": "date-time" },
                "Day": { "type": "string", "format": "date" },
                "Time": { "type": "string", "pattern": "^\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,7})?$" },
                "Span": { "type": "string", "pattern": "^-?(\\d+\\.)?\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,7})?$" },
                "Id": { "type": "string", "format": "uuid" },
                "Link": { "type": "string", "description": "A URI" },
                "Version": { "type": "string", "description": "A version, major.minor[.build[.revision]]" }
              },
              "required": [
                "Text", "Letter", "Flag", "Count", "Small", "Big", "Huge", "Rate", "Price", "Half", "At",
                "Since", "Day", "Time", "Span", "Id", "Link", "Version"
              ],
              "additionalProperties": false
            }
            """
        );

    [Fact]
    public void Nullable_properties_may_be_null_and_are_still_required() =>
        Generates(
            """
            #nullable enable
            public enum Level { Low, High }
            public sealed record Inner(string Name);
            public sealed record Root(string? Text, int? Count, List<string>? Tags, List<string?> Holes, Inner? Inner, Level? Level, DateTime? At);
            """,
            """
            {
              "type": "object",
              "properties": {
                "Text": { "type": ["string", "null"] },
                "Count": { "type": ["integer", "null"] },
                "Tags": { "type": ["array", "null"], "items": { "type": "string" } },
                "Holes": { "type": "array", "items": { "type": ["string", "null"] } },
                "Inner": {
                  "anyOf": [
                    {
                      "type": "object",
                      "properties": {
                        "Name": { "type": "string" }
                      },
                      "required": ["Name"],
                      "additionalProperties": false
                    },
                    { "type": "null" }
                  ]
                },
                "Level": {
                  "type": ["integer", "null"],
                  "enum": [0, 1, null],
                  "description": "0 = Low, 1 = High"
                },
                "At": { "type": ["string", "null"], "format": "date-time" }
              },
              "required": ["Text", "Count", "Tags", "Holes", "Inner", "Level", "At"],
              "additionalProperties": false
            }
            """
        );

    [Fact]
    public void Oblivious_references_are_not_nullable() =>
        Generates(
            """
            #nullable disable
            public class Root { public string Text { get; set; } public Root2 Inner { get; set; } }
            public class Root2 { public List<string> Tags { get; set; } }
            """,
            """
            {
              "type": "object",
              "properties": {
                "Text": { "type": "string" },
                "Inner": {
                  "type": "object",
                  "properties": {
                    "Tags": { "type": "array", "items": { "type": "string" } }
                  },
                  "required": ["Tags"],
                  "additionalProperties": false
                }
              },
              "required": ["Text", "Inner"],
              "additionalProperties": false
            }
            """
        );

    [Theory]
    [InlineData("int[]")]
    [InlineData("List<int>")]
    [InlineData("IEnumerable<int>")]
    [InlineData("ICollection<int>")]
    [InlineData("IList<int>")]
    [InlineData("IReadOnlyCollection<int>")]
    [InlineData("IReadOnlyList<int>")]
    [InlineData("ISet<int>")]
    [InlineData("HashSet<int>")]
    [InlineData("SortedSet<int>")]
    [InlineData("Queue<int>")]
    [InlineData("System.Collections.ObjectModel.Collection<int>")]
    [InlineData("System.Collections.Immutable.ImmutableArray<int>")]
    [InlineData("System.Collections.Immutable.ImmutableList<int>")]
    [InlineData("Numbers")]
    public void Sequences_are_arrays(string type) =>
        Generates(
            $$"""
            public sealed class Numbers : List<int>;
            public sealed record Root({{type}} Values);
            """,
            """
            {
              "type": "object",
              "properties": {
                "Values": { "type": "array", "items": { "type": "integer" } }
              },
              "required": ["Values"],
              "additionalProperties": false
            }
            """
        );

    [Fact]
    public void Enums_are_numbers_unless_a_converter_makes_them_names() =>
        Generates(
            """
            public enum Plain { None, Some = 5, Same = 5 }
            [JsonConverter(typeof(JsonStringEnumConverter))] public enum Named { Low, [JsonStringEnumMemberName("very-high")] High }
            [JsonConverter(typeof(JsonStringEnumConverter<Typed>))] public enum Typed : byte { A }
            [Flags] public enum Bits { One = 1, Two = 2 }
            public sealed class Root
            {
                public Plain Number { get; set; }
                public Named Name { get; set; }
                public Typed Typed { get; set; }
                [JsonConverter(typeof(JsonStringEnumConverter))] public Plain OnMember { get; set; }
                [JsonConverter(typeof(JsonStringEnumConverter))] public Plain? Maybe { get; set; }
                public List<Named> Many { get; set; } = [];
                public Bits Bits { get; set; }
            }
            """,
            """
            {
              "type": "object",
              "properties": {
                "Number": { "type": "integer", "enum": [0, 5], "description": "0 = None, 5 = Some" },
                "Name": { "type": "string", "enum": ["Low", "very-high"] },
                "Typed": { "type": "string", "enum": ["A"] },
                "OnMember": { "type": "string", "enum": ["None", "Some", "Same"] },
                "Maybe": { "type": ["string", "null"], "enum": ["None", "Some", "Same", null] },
                "Many": { "type": "array", "items": { "type": "string", "enum": ["Low", "very-high"] } },
                "Bits": { "type": "integer", "description": "1 = One, 2 = Two" }
              },
              "required": ["Number", "Name", "Typed", "OnMember", "Maybe", "Many", "Bits"],
              "additionalProperties": false
            }
            """
        );

    [Fact]
    public void Options_can_make_every_enum_a_name() =>
        Generates(
            "public enum Level { VeryLow, High } public sealed record Root(Level Level);",
            """
            {
              "type": "object",
              "properties": {
                "level": { "type": "string", "enum": ["very_low", "high"] }
              },
              "required": ["level"],
              "additionalProperties": false
            }
            """,
            JsonReading.Default with
            {
                Naming = JsonNaming.CamelCase,
                StringEnums = true,
                EnumNaming = JsonNaming.SnakeCaseLower,
            }
        );

    [Fact]
    public void Attributes_decide_names_order_and_what_is_left_out() =>
        Generates(
            """
            public class Base { public string Inherited { get; set; } = ""; public virtual int Both { get; set; } }
            public sealed class Root : Base
            {
                [JsonPropertyName("first name")] public string First { get; set; } = "";
                [JsonPropertyOrder(-1)] public string Reason { get; set; } = "";
                [JsonIgnore] public string Ignored { get; set; } = "";
                [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? WhenNull { get; set; }
                [JsonExtensionData] public Dictionary<string, JsonElement>? Rest { get; set; }
                [JsonInclude] internal string Included { get; set; } = "";
                [JsonInclude] public string Field = "";
                public string NotAField = "";
                public string Computed => First;
                public string PrivatelySet { get; private set; } = "";
                public static string Static { get; set; } = "";
                public string this[int index] { get => ""; set { } }
                public override int Both { get; set; }
            }
            """,
            """
            {
              "type": "object",
              "properties": {
                "Reason": { "type": "string" },
                "first name": { "type": "string" },
                "WhenNull": { "type": ["string", "null"] },
                "Included": { "type": "string" },
                "Field": { "type": "string" },
                "Both": { "type": "integer" },
                "Inherited": { "type": "string" }
              },
              "required": ["Reason", "first name", "WhenNull", "Included", "Field", "Both", "Inherited"],
              "additionalProperties": false
            }
            """
        );

    [Fact]
    public void Constructors_bind_properties_without_setters() =>
        Generates(
            """
            public sealed record Positional([property: JsonPropertyName("the_name")] string Name);
            public sealed class Primary(int number) { public int Number { get; } = number; }
            public readonly struct Chosen
            {
                [JsonConstructor] public Chosen(int x) => X = x;
                public int X { get; }
            }
            public record struct Value(int Y);
            public sealed record Root(Positional Positional, Primary Primary, Chosen Chosen, Value Value);
            """,
            """
            {
              "type": "object",
              "properties": {
                "Positional": {
                  "type": "object",
                  "properties": {
                    "the_name": { "type": "string" }
                  },
                  "required": ["the_name"],
                  "additionalProperties": false
                },
                "Primary": {
                  "type": "object",
                  "properties": {
                    "Number": { "type": "integer" }
                  },
                  "required": ["Number"],
                  "additionalProperties": false
                },
                "Chosen": {
                  "type": "object",
                  "properties": {
                    "X": { "type": "integer" }
                  },
                  "required": ["X"],
                  "additionalProperties": false
                },
                "Value": {
                  "type": "object",
                  "properties": {
                    "Y": { "type": "integer" }
                  },
                  "required": ["Y"],
                  "additionalProperties": false
                }
              },
              "required": ["Positional", "Primary", "Chosen", "Value"],
              "additionalProperties": false
            }
            """
        );

    [Fact]
    public void Descriptions_are_passed_on() =>
        Generates(
            """
            public enum Level { Low, High }
            [System.ComponentModel.Description("A \"verdict\"")]
            public sealed class Root
            {
                [System.ComponentModel.Description("How urgent")] public Level Level { get; set; }
                [System.ComponentModel.Description("Why, in a sentence")] public string? Reason { get; set; }
            }
            """,
            """
            {
              "type": "object",
              "properties": {
                "Level": { "type": "integer", "enum": [0, 1], "description": "How urgent (0 = Low, 1 = High)" },
                "Reason": { "type": ["string", "null"], "description": "Why, in a sentence" }
              },
              "required": ["Level", "Reason"],
              "additionalProperties": false,
              "description": "A \"verdict\""
            }
            """
        );

    [Fact]
    public void A_root_that_contains_itself_refers_to_itself() =>
        Generates(
            "public sealed class Root { public string Name { get; set; } = \"\"; public List<Root> Children { get; set; } = []; public Root? Parent { get; set; } }",
            """
            {
              "type": "object",
              "properties": {
                "Name": { "type": "string" },
                "Children": { "type": "array", "items": { "$ref": "#" } },
                "Parent": { "anyOf": [{ "$ref": "#" }, { "type": "null" }] }
              },
              "required": ["Name", "Children", "Parent"],
              "additionalProperties": false
            }
            """
        );

    [Fact]
    public void Recursive_types_are_defined_once() =>
        Generates(
            """
            public sealed record Node(string Name, List<Node> Children, Leaf Leaf);
            public sealed record Leaf(int Size);
            public sealed record Root(Node First, Node? Second);
            """,
            """
            {
              "type": "object",
              "properties": {
                "First": { "$ref": "#/$defs/Node" },
                "Second": { "anyOf": [{ "$ref": "#/$defs/Node" }, { "type": "null" }] }
              },
              "required": ["First", "Second"],
              "additionalProperties": false,
              "$defs": {
                "Node": {
                  "type": "object",
                  "properties": {
                    "Name": { "type": "string" },
                    "Children": { "type": "array", "items": { "$ref": "#/$defs/Node" } },
                    "Leaf": {
                      "type": "object",
                      "properties": {
                        "Size": { "type": "integer" }
                      },
                      "required": ["Size"],
                      "additionalProperties": false
                    }
                  },
                  "required": ["Name", "Children", "Leaf"],
                  "additionalProperties": false
                }
              }
            }
            """
        );

    [Fact]
    public void Newtonsoft_reads_by_its_own_attributes() =>
        Generates(
            """
            using Newtonsoft.Json;
            using System.Runtime.Serialization;
            public enum Level { Low, [EnumMember(Value = "very-high")] High }
            public sealed class Root
            {
                [JsonProperty("full_name")] public string Name { get; set; } = "";
                [JsonProperty(PropertyName = "age")] public int Age { get; private set; }
                [Newtonsoft.Json.JsonIgnore] public string Ignored { get; set; } = "";
                [System.Text.Json.Serialization.JsonPropertyName("other")] public string Kept { get; set; } = "";
                public string Field = "";
                public Level Level { get; set; }
                public List<int> Filled { get; } = [];
                public string PrivatelySet { get; private set; } = "";
            }
            """,
            """
            {
              "type": "object",
              "properties": {
                "full_name": { "type": "string" },
                "age": { "type": "integer" },
                "Kept": { "type": "string" },
                "Field": { "type": "string" },
                "Level": { "type": "string", "enum": ["Low", "very-high"] },
                "Filled": { "type": "array", "items": { "type": "integer" } }
              },
              "required": ["full_name", "age", "Kept", "Field", "Level", "Filled"],
              "additionalProperties": false
            }
            """,
            JsonReading.NewtonsoftDefault
        );

    [Fact]
    public void Newtonsoft_honours_data_contracts() =>
        Generates(
            """
            using System.Runtime.Serialization;
            [DataContract] public sealed class Root
            {
                [DataMember(Name = "kept")] public string Kept { get; set; } = "";
                public string NotAMember { get; set; } = "";
            }
            """,
            """
            {
              "type": "object",
              "properties": {
                "kept": { "type": "string" }
              },
              "required": ["kept"],
              "additionalProperties": false
            }
            """,
            JsonReading.NewtonsoftDefault
        );

    [Fact]
    public void Look_alike_attributes_count_for_nothing() =>
        Generates(
            """
            namespace Mine { public sealed class JsonPropertyNameAttribute(string name) : Attribute { public string Name => name; } public sealed class JsonIgnoreAttribute : Attribute; }
            public sealed class Root
            {
                [Mine.JsonPropertyName("other")] public string Name { get; set; } = "";
                [Mine.JsonIgnore] public string Kept { get; set; } = "";
            }
            """,
            """
            {
              "type": "object",
              "properties": {
                "Name": { "type": "string" },
                "Kept": { "type": "string" }
              },
              "required": ["Name", "Kept"],
              "additionalProperties": false
            }
            """
        );

    [Fact]
    public void Formats_become_descriptions_where_the_service_takes_none() =>
        Generates(
            "public sealed record Root(DateTime At, TimeSpan Span);",
            """
            {
              "type": "object",
              "properties": {
                "At": { "type": "string", "description": "An ISO 8601 date and time" },
                "Span": { "type": "string", "description": "A time span, [-][d.]hh:mm:ss" }
              },
              "required": ["At", "Span"],
              "additionalProperties": false
            }
            """,
            formats: false
        );

    [Theory]
    [InlineData("public sealed record Root(Dictionary<string, int> Map);", "dictionary")]
    [InlineData("public sealed record Root(IReadOnlyDictionary<string, int> Map);", "dictionary")]
    [InlineData("public sealed class Root { public System.Collections.Hashtable Map { get; set; } = []; }", "dictionary")]
    [InlineData("public sealed record Root(object Any);", "'object'")]
    [InlineData("public sealed class Root { public dynamic? Any { get; set; } }", "'dynamic")]
    [InlineData("public sealed record Root(JsonElement Any);", "'JsonElement'")]
    [InlineData("public sealed record Root(System.Text.Json.Nodes.JsonNode Any);", "'JsonNode'")]
    [InlineData("public sealed record Root(System.Text.Json.Nodes.JsonObject Any);", "'Any'")]
    [InlineData("public sealed record Root(Newtonsoft.Json.Linq.JObject Any);", "'Any'")]
    [InlineData("public interface IThing { int X { get; } } public sealed record Root(IThing Thing);", "'IThing'")]
    [InlineData("public abstract class Thing { public int X { get; set; } } public sealed record Root(Thing Thing);", "'Thing'")]
    [InlineData("public sealed record Root(byte[] Data);", "binary")]
    [InlineData("public sealed record Root(int[,] Table);", "sequence")]
    [InlineData("public sealed class Branch : List<Branch>; public sealed record Root(Branch Items);", "nested")]
    [InlineData("public sealed record Root(System.Collections.ArrayList Items);", "sequence")]
    [InlineData("public sealed record Root(IAsyncEnumerable<int> Items);", "sequence")]
    [InlineData("public sealed record Root(System.Collections.ObjectModel.ReadOnlyCollection<int> Items);", "sequence")]
    [InlineData("public sealed record Root((int A, int B) Pair);", "'(int A, int B)'")]
    [InlineData("public sealed record Root(Action Do);", "'Action'")]
    [InlineData("public sealed record Root(nint Pointer);", "'nint'")]
    [InlineData("public sealed class Root { public int Get => 1; }", "no properties")]
    [InlineData("public sealed class Root;", "no properties")]
    [InlineData(
        "public sealed class Root { public Root(int a) { } public Root(int a, int b) { } public int A { get; set; } }",
        "no constructor"
    )]
    [InlineData("public sealed class Root { private Root() { } public int A { get; set; } }", "no constructor")]
    [InlineData("public sealed class Root(int other) { public int A { get; set; } = other; }", "'other'")]
    [InlineData(
        "public sealed class C : JsonConverter<Root> { public override Root Read(ref Utf8JsonReader r, Type t, JsonSerializerOptions o) => null!; public override void Write(Utf8JsonWriter w, Root v, JsonSerializerOptions o) { } } [JsonConverter(typeof(C))] public sealed class Root { public int A { get; set; } }",
        "converter"
    )]
    [InlineData(
        "public sealed class Root { [JsonConverter(typeof(C))] public int A { get; set; } } public sealed class C : JsonConverter<int> { public override int Read(ref Utf8JsonReader r, Type t, JsonSerializerOptions o) => 0; public override void Write(Utf8JsonWriter w, int v, JsonSerializerOptions o) { } }",
        "converter"
    )]
    [InlineData(
        "public sealed class Root { [JsonPropertyName(\"B\")] public int A { get; set; } public int B { get; set; } }",
        "two properties named 'B'"
    )]
    [InlineData("public enum Nothing; public sealed record Root(Nothing Nothing);", "no values")]
    [InlineData(
        "[Flags, JsonConverter(typeof(JsonStringEnumConverter))] public enum Bits { One = 1 } public sealed record Root(Bits Bits);",
        "flags"
    )]
    [InlineData("public sealed record Root(Undefined Thing);", "'Undefined'")]
    [InlineData(
        "public sealed record Root(A A); public sealed record A(B B); public sealed record B(C C); public sealed record C(D D); public sealed record D(E E); public sealed record E(F F); public sealed record F(G G); public sealed record G(H H); public sealed record H(I I); public sealed record I(J J); public sealed record J(int K);",
        "deeper"
    )]
    public void What_has_no_strict_schema_is_refused(string source, string reason)
    {
        var schema = Generate(source, JsonReading.Default, formats: true);

        Assert.Null(schema.Text);
        Assert.Contains(reason, schema.Refusal);
    }

    [Theory]
    [InlineData("string")]
    [InlineData("int")]
    [InlineData("int?")]
    [InlineData("DateTime")]
    [InlineData("Guid")]
    [InlineData("DayOfWeek")]
    [InlineData("object")]
    [InlineData("dynamic")]
    [InlineData("string[]")]
    [InlineData("List<Verdict>")]
    [InlineData("IReadOnlyList<Verdict>")]
    [InlineData("Dictionary<string, Verdict>")]
    [InlineData("JsonElement")]
    [InlineData("JsonDocument")]
    [InlineData("System.Text.Json.Nodes.JsonNode")]
    [InlineData("System.Text.Json.Nodes.JsonObject")]
    [InlineData("Newtonsoft.Json.Linq.JObject")]
    [InlineData("System.Dynamic.ExpandoObject")]
    [InlineData("(int A, int B)")]
    [InlineData("IDisposable")]
    [InlineData("T")]
    [InlineData("Box<T>")]
    [InlineData("Undefined")]
    public void A_root_that_is_no_object_is_none(string type) => Assert.NotNull(SchemaGenerator.WhyNoObject(FieldType(type)));

    [Theory]
    [InlineData("Verdict")]
    [InlineData("Verdict?")]
    [InlineData("Box<int>")]
    [InlineData("Point")]
    public void A_root_with_properties_is_an_object(string type) => Assert.Null(SchemaGenerator.WhyNoObject(FieldType(type)));

    private static ITypeSymbol FieldType(string type) =>
        AnalyzerRun
            .Compile(
                [
                    Usings
                        + $"#nullable enable\npublic class Holder<T> {{ public {type} Field; }} public record Verdict(bool Ok); public class Box<T> {{ public T Value {{ get; set; }} }} public struct Point {{ public int X {{ get; set; }} }}",
                ],
                ReferenceSets.NoAi
            )
            .GetTypeByMetadataName("Holder`1")!
            .GetMembers("Field")
            .OfType<IFieldSymbol>()
            .Single()
            .Type;

    private static void Generates(string source, string expected, JsonReading? reading = null, bool formats = true)
    {
        var schema = Generate(source, reading ?? JsonReading.Default, formats);

        Assert.Null(schema.Refusal);
        Assert.Equal(expected.ReplaceLineEndings("\n"), schema.Text);
        using var parsed = JsonDocument.Parse(schema.Text!);
        StrictSubset.Check(parsed.RootElement);
    }

    private const string Usings = "using System.Text.Json; using System.Text.Json.Serialization;";

    private static JsonSchema Generate(string source, JsonReading reading, bool formats)
    {
        // Newtonsoft.Json's attributes have the same names.
        var compilation = AnalyzerRun.Compile([(source.Contains("using Newtonsoft.Json;") ? "" : Usings) + source], ReferenceSets.NoAi);
        return SchemaGenerator.Generate(compilation, compilation.GetTypeByMetadataName("Root")!, reading, formats);
    }
}
