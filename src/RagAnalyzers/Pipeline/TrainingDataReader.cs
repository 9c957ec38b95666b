using System.Collections.Immutable;
using System.Linq;
using RagAnalyzers.Flow;

namespace RagAnalyzers.Pipeline;

/// <summary>Reads what an upload delivers: its sources, its examples, and whether the sources feed an index too.</summary>
internal static class TrainingDataReader
{
    public static TrainingData Read(PipelineModel model, FileUpload upload)
    {
        var body = model.BodyOf(upload.Operation);
        var trail = new SourceTrail(model);
        foreach (var name in upload.Fact.Content)
            trail.AddContent(upload.Operation.ArgumentNamed(name));
        foreach (var name in upload.Fact.Path)
        {
            // Beside content, the path is only what the file will be called.
            if (upload.Fact.Content.IsEmpty)
                trail.AddFile(upload.Operation.ArgumentNamed(name));
            else
                trail.AddFileName(upload.Operation.ArgumentNamed(name));
        }

        trail.Run();
        return new TrainingData(
            trail.Operations.ToImmutableArray(),
            trail.Addresses.ToImmutableArray(),
            trail.FileNames.ToImmutableArray(),
            AssistantTextReader.Read(model, trail.Operations, Speaker.Assistant),
            AssistantTextReader.Read(model, trail.Operations, Speaker.Others),
            IndexedSources.CallsFor(trail, body));
    }
}
