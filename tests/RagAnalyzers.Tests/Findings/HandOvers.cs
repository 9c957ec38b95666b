using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using RagAnalyzers.Findings;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Tests.Findings;

/// <summary>
/// Records of every kind: one with all that it can hold, and one with no more than it must. The locations of a record are numbered in the
/// order in which users are to see them.
/// </summary>
internal static class HandOvers
{
    private static readonly SyntaxTree s_tree = CSharpSyntaxTree.ParseText(new string(' ', 10));

    private static readonly ImmutableArray<HandOver> s_all =
    [
        new FineTuningOnChangingDocumentsHandOver([At(0), At(1)]),
        new FineTuningOnChangingDocumentsHandOver([At(0)]),
        new ParsedAnswerHandOver(At(0), At(1), At(2), At(3), SdkKind.AgentFramework, PassesNoOptions: true),
        new ParsedAnswerHandOver(At(0), null, null, null, null, PassesNoOptions: false),
        new ParsedAnswerHandOver(At(0), null, null, At(1), SdkKind.OpenAI, PassesNoOptions: false),
        new RequestedFormatNotEnforcedHandOver(
            At(0),
            At(1),
            At(2),
            SdkKind.ExtensionsAI,
            PassesNoOptions: true,
            "T:Shop.Song",
            [At(3), At(4)]
        ),
        new RequestedFormatNotEnforcedHandOver(null, null, null, SdkKind.OpenAI, PassesNoOptions: false, null, []),
        new RequestedFormatNotEnforcedHandOver(null, null, At(0), SdkKind.OpenAI, PassesNoOptions: false, "T:Shop.Song", []),
        new JsonModeWithoutMentionHandOver(At(0)),
        new JsonModeWithoutMentionHandOver(Text: null),
        new FormatIgnoredByConnectorHandOver(At(0), At(1), At(2), FormatStrength.Text),
        new FormatIgnoredByConnectorHandOver(null, null, null, null),
        new FormatIgnoredByConnectorHandOver(null, null, At(0), FormatStrength.Schema),
        new ResponseSchemaHandOver(At(0), IsInStrictSubset: true, "jsonSchemaIsStrict", [At(1), At(2)], At(3), At(4)),
        new ResponseSchemaHandOver(null, IsInStrictSubset: false, null, [], null, null),
        new ResponseSchemaHandOver(null, IsInStrictSubset: false, null, [At(0)], At(1), At(2)),
        new AnswerParsedWithoutGuardHandOver(At(0), ComesFromCall: true, "System.Text.Json.JsonException"),
        new AnswerParsedWithoutGuardHandOver(At(0), ComesFromCall: false, "System.Text.Json.JsonException"),
        new UnlistedApiHandOver(["A.B.Ask(string) = model-call", "A.Reply.Text = answer"], ["A.B.Ask"]),
        new UnlistedApiHandOver(["A.B.Ask(string) = model-call"], []),
        new MisreadAnswerHandOver(At(0), Enum: true),
        new MisreadAnswerHandOver(At(0), Enum: false),
        MisreadAnswerHandOver.OfMembers(At(0), [(At(1), "title"), (At(2), "year")]),
        MisreadAnswerHandOver.OfMembers(At(0), [(At(1), null)]),
        new LabelComparedAsTextHandOver([At(0), At(1), At(2)], At(3), SdkKind.ExtensionsAI, "Queue", ["spam", "no idea"]),
        new LabelComparedAsTextHandOver([At(0)], null, null, null, []),
        new FineTunedModelOrRetrievalHandOver(At(0), At(1)),
        new FineTuningWithoutValidationHandOver(At(0), At(1), "ValidationFile"),
        new FineTuningWithoutValidationHandOver(null, null, null),
        new WrongTrainingFileHandOver(At(0), At(1), At(2)),
        new WrongTrainingFileHandOver(null, null, null),
        new WrongTrainingFileHandOver(null, At(0), null),
        new VectorDimensionsMismatchHandOver(At(0), At(1), At(2), 1536, []),
        new VectorDimensionsMismatchHandOver(At(0), null, null, 384, [At(1), At(2)]),
        new ImpossibleDimensionsHandOver(At(0), At(1), 3072),
        new ImpossibleDimensionsHandOver(At(0), null, null),
        new DifferentEmbeddingModelsHandOver(At(0), At(1), At(2)),
        new DifferentEmbeddingModelsHandOver(At(0), At(1), null),
        new SearchWithoutVectorPropertyHandOver([At(0), At(1)], At(2), "options", "Vector"),
        new SearchWithoutVectorPropertyHandOver([At(0), At(1)], null, null, null),
        new ScoreAgainstDistanceHandOver(At(0), "OrderBy"),
        new ScoreAgainstDistanceHandOver(null, null),
        new CopiesInIndexHandOver(At(0), At(1)),
        new CopiesInIndexHandOver(null, null),
        new ImpossibleChunkingHandOver(At(0), 500),
        new ImpossibleChunkingHandOver(At(0), null),
        new UnreachedRetrievalToolHandOver(At(0), At(1), At(2), "kernel", "settings"),
        new UnreachedRetrievalToolHandOver(At(0)),
        new UnreachedRetrievalToolHandOver(At(0)) { Agent = At(1) },
        new UnreachedRetrievalToolHandOver(At(0)) { Choice = At(1) },
        new NoGroundingInstructionHandOver([At(0), At(1)], At(2), At(3)),
        new NoGroundingInstructionHandOver([At(0)], null, null),
        new SourceDroppedHandOver(At(0), "CreateWithGetTextSearchResults", null, null),
        new SourceDroppedHandOver(At(0), null, "Text", "Title"),
        new UnencodedPassagesHandOver(At(0), At(1), CanBeEncoded: true),
        new UnencodedPassagesHandOver(null, null, CanBeEncoded: false),
        new PassagesInSystemMessageHandOver(At(0), At(1), ["notes", "passages"]),
        new PassagesInSystemMessageHandOver(At(0), null, []),
        new TextCompiledAsTemplateHandOver(At(0), [At(1), At(2)], IsTemplate: true),
        new TextCompiledAsTemplateHandOver(At(0), [At(1)], IsTemplate: false),
    ];

    /// <summary>Every record by a name of its own.</summary>
    public static IReadOnlyDictionary<string, HandOver> ByName { get; } =
        s_all
            .Select((handOver, index) => (Name: $"{index} {handOver.GetType().Name}", HandOver: handOver))
            .ToDictionary(sample => sample.Name, sample => sample.HandOver);

    /// <summary>What the record's type reads in the diagnostic.</summary>
    public static HandOver? Read(Type type, Diagnostic diagnostic)
    {
        var read = type.GetMethod("Read", BindingFlags.Public | BindingFlags.Static, [typeof(Diagnostic)]);
        Assert.True(read?.ReturnType == type, $"{type.Name} has no reader");
        return (HandOver?)read!.Invoke(null, [diagnostic]);
    }

    /// <summary>What the record says of itself, a line for each location and value.</summary>
    public static IEnumerable<string> Describe(HandOver handOver) =>
        handOver
            .GetType()
            .GetProperties()
            .Where(property => property.Name != nameof(HandOver.AdditionalLocations))
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => $"{property.Name}: {Describe(property.GetValue(handOver))}");

    private static string? Describe(object? value) =>
        value switch
        {
            IEnumerable<Location> locations => string.Join(", ", locations.Select(Describe)),
            Location location => location.SourceSpan.ToString(),
            _ => value?.ToString(),
        };

    private static Location At(int number) => Location.Create(s_tree, new TextSpan(number, 1));
}
