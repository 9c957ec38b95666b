using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>XML and YAML parsers. Overloads that read an address have no row: what they parse is not at hand.</summary>
internal static class MarkupParserTable
{
    public static ImmutableArray<SdkEntry> Entries { get; } = Xml().AddRange(Yaml());

    private static ImmutableArray<SdkEntry> Xml() =>
        new SdkTable(SdkKind.Xml)
            .Type("System.Xml.Linq.XDocument")
            .Parses(["Parse"], ["text"])
            .Parses(["Load", "LoadAsync"], ["stream", "textReader", "reader"])
            .Type("System.Xml.Linq.XElement")
            .Parses(["Parse"], ["text"])
            .Parses(["Load", "LoadAsync"], ["stream", "textReader", "reader"])
            .Type("System.Xml.XmlDocument")
            .Parses(["LoadXml"], ["xml"])
            .Parses(["Load"], ["inStream", "txtReader", "reader"])
            .Type("System.Xml.Serialization.XmlSerializer")
            .Parses(["Deserialize"], ["stream", "textReader", "xmlReader"])
            .Type("System.Xml.XmlReader")
            .PassesFrom("Create", "input", "reader")
            .ToEntries();

    private static ImmutableArray<SdkEntry> Yaml() =>
        new SdkTable(SdkKind.Yaml)
            .Type("YamlDotNet.Serialization.IDeserializer")
            .Parses(["Deserialize"], ["input", "parser"], targetParameter: "type")
            .Type("YamlDotNet.Core.Parser")
            .PassesFrom(SdkTable.Constructor, "input")
            .Type("YamlDotNet.RepresentationModel.YamlStream")
            .Parses(["Load"], ["input", "parser"])
            .ToEntries();
}
