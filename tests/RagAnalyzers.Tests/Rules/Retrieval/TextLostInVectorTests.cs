using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Retrieval;

/// <summary>RAG5012: text that is a vector and nothing else.</summary>
public sealed class TextLostInVectorTests
{
    [Theory]
    [InlineData("[VectorStoreVector(3)] public string {|RAG5012:Text|} { get; set; } = \"\";")]
    [InlineData(
        "[VectorStoreVector(3)] public string {|RAG5012:Text|} { get; init; } = \"\"; [VectorStoreData] public string Source { get; set; } = \"\";"
    )]
    [InlineData(
        "[VectorStoreVector(3)] public string {|RAG5012:Text|} { get; set; } = \"\"; [VectorStoreData] public int Page { get; set; }"
    )]
    [InlineData("[VectorStoreVector(3)] public string Vector => Text; [VectorStoreData] public string Text { get; set; } = \"\";")]
    [InlineData(
        "[VectorStoreVector(3)] public string Vector { get; set; } = \"\"; [VectorStoreData] public string Text { get; set; } = \"\";"
    )]
    // A view of what is not stored either.
    [InlineData("[VectorStoreVector(3)] public string {|RAG5012:Vector|} => Text; public string Text { get; set; } = \"\";")]
    [InlineData(
        "[VectorStoreVector(3)] public string {|RAG5012:Vector|} => this.Text; public string Text { get; init; } = \"\"; [VectorStoreData] public int Page { get; set; }"
    )]
    [InlineData("[VectorStoreVector(3)] public string Vector => Id;")]
    [InlineData("[VectorStoreVector(3)] public string Vector => Source; [VectorStoreData] public string Source { get; set; } = \"\";")]
    [InlineData("[VectorStoreVector(3)] public string Vector => Text + Text; public string Text { get; set; } = \"\";")]
    [InlineData("[VectorStoreVector(3)] public string Vector => Text; public string Text => Id + Id;")]
    [InlineData(
        "[VectorStoreVector(3)] public string Vector => Text; public string Text { get; set; } = \"\"; [VectorStoreData] public string Title { get; set; } = \"\";"
    )]
    [InlineData(
        "[VectorStoreVector(3)] public string Vector { get; set; } = \"\"; [VectorStoreData] public List<string> Lines { get; set; } = [];"
    )]
    [InlineData("[VectorStoreVector(3)] public ReadOnlyMemory<float> Vector { get; set; }")]
    [InlineData("[Own.VectorStoreVector(3)] public string Text { get; set; } = \"\";")]
    public Task Records(string members) =>
        Verify.AnalyzerAsync<TextLostInVector>(
            $$"""
            using Microsoft.Extensions.VectorData;

            public class Note
            {
                [VectorStoreKey] public string Id { get; set; } = "";
                {{members}}
            }

            namespace Own
            {
                public class VectorStoreVectorAttribute(int dimensions) : Attribute { public int Dimensions => dimensions; }
            }
            """
        );
}
