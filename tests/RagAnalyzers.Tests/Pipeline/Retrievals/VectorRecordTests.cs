using RagAnalyzers.Pipeline.Retrievals.Records;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Tests.Pipeline.Retrievals;

public sealed class VectorRecordTests
{
    [Fact]
    public void Attributes_say_what_the_properties_of_a_record_are_for() =>
        Assert.Equal(
            ["Key Id", "Data Text", "Vector Embedding 1536 CosineSimilarity"],
            Shown(
                """
                [VectorStoreKey]
                public string Id { get; set; } = "";

                [VectorStoreData(IsIndexed = true)]
                public string Text { get; set; } = "";

                [VectorStoreVector(1536, DistanceFunction = DistanceFunction.CosineSimilarity)]
                public ReadOnlyMemory<float> Embedding { get; set; }

                public string Remark { get; set; } = "";
                """
            )
        );

    [Fact]
    public void Azure_ai_search_has_attributes_of_its_own() =>
        Assert.Equal(
            ["Key Id", "Data Text", "Vector Embedding 384"],
            Shown(
                """
                [SimpleField(IsKey = true)]
                public string Id { get; set; } = "";

                [SearchableField]
                public string Text { get; set; } = "";

                [VectorSearchField(VectorSearchDimensions = 384, VectorSearchProfileName = "p")]
                public ReadOnlyMemory<float> Embedding { get; set; }
                """
            )
        );

    [Fact]
    public void A_constant_says_the_dimensions_too() =>
        Assert.Equal(
            ["Vector Embedding 768"],
            Shown(
                """
                public const int Size = 3 * 256;

                [VectorStoreVector(Size)]
                public ReadOnlyMemory<float> Embedding { get; set; }
                """
            )
        );

    [Fact]
    public void The_properties_of_a_base_type_belong_to_the_record() =>
        Assert.Equal(["Key Id"], Shown("", @base: "[VectorStoreKey] public string Id { get; set; } = \"\";"));

    [Fact]
    public void A_type_without_such_attributes_is_no_record() => Assert.Null(Read("public string Id { get; set; } = \"\";", ""));

    [Fact]
    public void An_attribute_of_the_same_name_says_nothing() =>
        Assert.Null(Read("[Own.VectorStoreVector(3)] public float[] Vector { get; set; } = [];", ""));

    private static IEnumerable<string> Shown(string members, string @base = "") =>
        Read(members, @base)!.Properties.Select(p => $"{p.Kind} {p.Name} {p.Dimensions} {p.DistanceFunction}".TrimEnd());

    private static VectorRecord? Read(string members, string @base)
    {
        var picture = ReadBody
            .Of(
                $$"""
                using Azure.Search.Documents.Indexes;
                using Microsoft.Extensions.VectorData;

                public class Page : PageBase
                {
                    {{members}}
                    public void Run() { }
                }

                public class PageBase { {{@base}} }

                namespace Own
                {
                    public sealed class VectorStoreVectorAttribute(int dimensions) : Attribute { public int Size => dimensions; }
                }
                """
            )
            .Picture;
        return VectorRecord.Of(picture, picture.Compilation.GetTypeByMetadataName("Page")!);
    }
}
