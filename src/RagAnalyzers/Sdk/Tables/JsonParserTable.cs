using System.Collections.Immutable;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>
/// JSON parsers, and what writes JSON: System.Text.Json and Newtonsoft.Json. The input's name differs from overload to overload.
/// </summary>
internal static class JsonParserTable
{
    public static ImmutableArray<SdkEntry> Entries { get; } = SystemTextJson().AddRange(NewtonsoftJson());

    private static ImmutableArray<SdkEntry> SystemTextJson() =>
        new SdkTable(SdkKind.SystemTextJson)
            .Type("System.Text.Json.JsonSerializer")
            .Parses(["Deserialize"], ["json", "utf8Json", "reader", "document", "element", "node"], targetParameter: "returnType")
            .Parses(["DeserializeAsync"], ["utf8Json"], targetParameter: "returnType")
            .Parses(["DeserializeAsyncEnumerable"], ["utf8Json"])
            .WritesJson("Serialize")
            .Type("System.Text.Json.JsonDocument")
            .Parses(["Parse"], ["json", "utf8Json"])
            .Parses(["ParseAsync"], ["utf8Json"])
            .Type("System.Text.Json.JsonElement")
            .Parses(["Parse"], ["json", "utf8Json"])
            .Type("System.Text.Json.Nodes.JsonNode")
            .Parses(["Parse"], ["json", "utf8Json", "reader"])
            .Parses(["ParseAsync"], ["utf8Json"])
            .WritesJson("ToJsonString")
            .Type("System.Text.Json.Schema.JsonSchemaExporter")
            .ExportsSchema("GetJsonSchemaAsNode", type: "type")
            .Type("System.Text.Json.Utf8JsonReader")
            .Parses([SdkTable.Constructor], ["jsonData"])
            .Type("System.BinaryData")
            .Parses(["ToObjectFromJson"], [SdkFact.Receiver])
            .ToEntries();

    private static ImmutableArray<SdkEntry> NewtonsoftJson() =>
        new SdkTable(SdkKind.NewtonsoftJson)
            .Type("Newtonsoft.Json.JsonConvert")
            .Parses(["DeserializeObject"], ["value"], targetParameter: "type")
            .WritesJson("SerializeObject")
            .Parses(["DeserializeAnonymousType", "PopulateObject", "DeserializeXmlNode", "DeserializeXNode"], ["value"])
            .Type("Newtonsoft.Json.JsonSerializer")
            .Parses(["Deserialize"], ["reader"], targetParameter: "objectType")
            .Parses(["Populate"], ["reader"])
            .Type("Newtonsoft.Json.JsonTextReader")
            .PassesFrom(SdkTable.Constructor, "reader")
            .Type("Newtonsoft.Json.Linq.JToken")
            .Parses(["Parse"], ["json"])
            .Parses(["Load", "LoadAsync", "ReadFrom", "ReadFromAsync"], ["reader"])
            .Parses(["ToObject"], [SdkFact.Receiver], targetParameter: "objectType")
            .Type("Newtonsoft.Json.Linq.JObject")
            .Parses(["Parse"], ["json"])
            .Parses(["Load", "LoadAsync"], ["reader"])
            .Type("Newtonsoft.Json.Linq.JArray")
            .Parses(["Parse"], ["json"])
            .Parses(["Load", "LoadAsync"], ["reader"])
            .ToEntries();
}
