using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Reading.Parsing;
using RagAnalyzers.Serialization;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Reading.Parsing;

/// <summary>What a parse was told, read from its settings argument wherever that comes from.</summary>
public sealed class SerializerSettingsReaderTests
{
    public static TheoryData<string, string> Seen =>
        new()
        {
            { "", "default" },
            { ", (JsonSerializerOptions?)null", "unseen" },
            { ", options: null", "default" },
            { ", JsonSerializerOptions.Default", "default" },
            { ", JsonSerializerOptions.Web", "web" },
            { ", new JsonSerializerOptions()", "default" },
            {
                ", new JsonSerializerOptions { WriteIndented = true, AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip }",
                "default"
            },
            { ", new JsonSerializerOptions(JsonSerializerDefaults.Web)", "web" },
            { ", new JsonSerializerOptions(JsonSerializerOptions.Web)", "web" },
            { ", new JsonSerializerOptions(Given)", "unseen" },
            { ", new JsonSerializerOptions { PropertyNameCaseInsensitive = true }", "ignores case" },
            { ", new JsonSerializerOptions { PropertyNameCaseInsensitive = Flag }", "unseen" },
            { ", new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower }", "snake" },
            { ", new JsonSerializerOptions { PropertyNamingPolicy = null }", "default" },
            { ", new JsonSerializerOptions { PropertyNamingPolicy = Policy }", "unseen" },
            { ", new JsonSerializerOptions { IncludeFields = true }", "fields" },
            { ", new JsonSerializerOptions { Converters = { new JsonStringEnumConverter() } }", "names" },
            {
                ", new JsonSerializerOptions { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) } }",
                "snake names"
            },
            { ", new JsonSerializerOptions { Converters = { Converter } }", "unseen" },
            { ", new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() }", "default" },
            { ", new JsonSerializerOptions { TypeInfoResolver = Resolver }", "unseen" },
            { ", new JsonSerializerOptions { ReferenceHandler = ReferenceHandler.Preserve }", "unseen" },
            { ", Field", "snake" },
            { ", this.Field", "snake" },
            { ", Triage.StaticField", "names" },
            { ", Property", "snake" },
            { ", Computed", "snake" },
            { ", Settable", "unseen" },
            { ", Given", "unseen" },
            { ", local", "snake names" },
            { ", changed", "unseen" },
            { ", passedByRef", "unseen" },
            { ", Elsewhere.Options", "snake" },
        };

    [Theory]
    [MemberData(nameof(Seen))]
    public void System_Text_Json_options_are_read(string argument, string expected) =>
        Assert.Equal(
            expected switch
            {
                "default" => JsonReading.Default,
                "web" => JsonReading.Default with { Naming = JsonNaming.CamelCase, IgnoresCase = true },
                "ignores case" => JsonReading.Default with { IgnoresCase = true },
                "snake" => JsonReading.Default with { Naming = JsonNaming.SnakeCaseLower },
                "fields" => JsonReading.Default with { Fields = true },
                "names" => JsonReading.Default with { StringEnums = true },
                "snake names" => JsonReading.Default with { StringEnums = true, EnumNaming = JsonNaming.SnakeCaseLower },
                _ => null,
            },
            Read($"JsonSerializer.Deserialize<Verdict>(text{argument})").Reading
        );

    [Theory]
    [InlineData("", true)]
    [InlineData(", new Newtonsoft.Json.JsonSerializerSettings()", true)]
    [InlineData(", new Newtonsoft.Json.JsonSerializerSettings { NullValueHandling = Newtonsoft.Json.NullValueHandling.Ignore }", true)]
    [InlineData(
        ", new Newtonsoft.Json.JsonSerializerSettings { ContractResolver = new Newtonsoft.Json.Serialization.CamelCasePropertyNamesContractResolver() }",
        true
    )]
    [InlineData(
        ", new Newtonsoft.Json.JsonSerializerSettings { ContractResolver = new Newtonsoft.Json.Serialization.DefaultContractResolver { NamingStrategy = new Newtonsoft.Json.Serialization.SnakeCaseNamingStrategy() } }",
        false
    )]
    [InlineData(
        ", new Newtonsoft.Json.JsonSerializerSettings { Converters = { new Newtonsoft.Json.Converters.StringEnumConverter() } }",
        true
    )]
    [InlineData(
        ", new Newtonsoft.Json.JsonSerializerSettings { Converters = { new Newtonsoft.Json.Converters.VersionConverter() } }",
        false
    )]
    [InlineData(", new Newtonsoft.Json.Converters.VersionConverter()", false)]
    public void Newtonsoft_settings_are_read(string argument, bool isSeen) =>
        Assert.Equal(
            isSeen ? JsonReading.NewtonsoftDefault : null,
            Read($"Newtonsoft.Json.JsonConvert.DeserializeObject<Verdict>(text{argument})").Reading
        );

    [Theory]
    [InlineData("", null, false)]
    [InlineData(", JsonSerializerOptions.Web", "JsonSerializerOptions.Web", true)]
    [InlineData(", Field", "Field", false)]
    [InlineData(", Given", "Given", false)]
    [InlineData(", Resolving", "Resolving", true)]
    [InlineData(", Info", "Info.Options", true)]
    public void Options_expression_and_resolver_are_told(string argument, string? expression, bool hasResolver)
    {
        var settings = Read($"JsonSerializer.Deserialize<Verdict>(text{argument})");

        Assert.Equal((expression, hasResolver), (settings.OptionsExpression, settings.HasResolver));
    }

    private static SerializerSettings Read(string parse)
    {
        var compilation = AnalyzerRun.Compile(
            [
                $$"""
                #nullable enable
                using System.Text.Json;
                using System.Text.Json.Serialization;
                using System.Text.Json.Serialization.Metadata;

                public sealed record Verdict(bool IsUrgent);

                public sealed class Triage
                {
                    private readonly JsonSerializerOptions Field = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
                    private static readonly JsonSerializerOptions StaticField = new JsonSerializerOptions();
                    private JsonSerializerOptions Property { get; } = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
                    private static JsonSerializerOptions Computed => new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
                    private static JsonSerializerOptions Settable { get; set; } = new();
                    private static readonly JsonSerializerOptions Resolving = new() { TypeInfoResolver = Resolver };
                    private static JsonSerializerOptions Given => null!;
                    private static bool Flag => DateTime.Now.Year > 2000;
                    private static JsonNamingPolicy Policy => null!;
                    private static JsonConverter Converter => null!;
                    private static IJsonTypeInfoResolver Resolver => null!;
                    private static JsonTypeInfo<Verdict> Info => null!;

                    static Triage() => StaticField.Converters.Add(new JsonStringEnumConverter());

                    public object? Judge(string text)
                    {
                        var local = new JsonSerializerOptions();
                        local.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
                        var changed = new JsonSerializerOptions();
                        changed = Given;
                        var passedByRef = new JsonSerializerOptions();
                        Change(ref passedByRef);
                        return {{parse}};
                    }

                    private static void Change(ref JsonSerializerOptions options) => options = new();

                    private static void OtherLocalOfTheSameName()
                    {
                        var local = new JsonSerializerOptions();
                        local = Given;
                    }
                }
                """,
                """
                using System.Text.Json;

                public static class Elsewhere
                {
                    public static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
                }
                """,
            ],
            ReferenceSets.NoAi
        );
        Assert.Empty(AnalyzerRun.Errors(compilation));
        var tree = compilation.SyntaxTrees[0];
        var model = compilation.GetSemanticModel(tree);
        var call = tree.GetRoot(TestContext.Current.CancellationToken)
            .DescendantNodes()
            .OfType<ReturnStatementSyntax>()
            .Single()
            .Expression;
        var read = JsonParse.Read((InvocationExpressionSyntax)call!, model, TestContext.Current.CancellationToken);
        return new SerializerSettingsReader(model, TestContext.Current.CancellationToken).Read(read!);
    }
}
