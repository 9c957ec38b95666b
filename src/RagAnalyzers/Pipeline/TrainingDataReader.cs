using System.Collections.Immutable;
using System.Linq;

namespace RagAnalyzers.Pipeline;

/// <summary>Reads what an upload delivers: its sources, its examples, and whether the sources feed an index too.</summary>
internal static class TrainingDataReader
{
    public static TrainingData Read(PipelineModel model, FileUpload upload)
    {
        var trail = new SourceTrail(model, upload.Via);
        foreach (var content in upload.Content)
        {
            trail.AddContent(content);
        }

        foreach (var path in upload.Paths)
        {
            // Beside content, the path is only what the file will be called.
            if (upload.Content.IsEmpty)
            {
                trail.AddFile(path);
            }
            else
            {
                trail.AddFileName(path);
            }
        }

        trail.Run();
        return new TrainingData(
            trail.Operations.ToImmutableArray(),
            trail.Addresses.ToImmutableArray(),
            trail.FileNames.ToImmutableArray(),
            AssistantTextReader.Read(model, trail.Operations, Speaker.Assistant),
            AssistantTextReader.Read(model, trail.Operations, Speaker.Others),
            IndexedSources.CallsFor(model, trail, upload)
        );
    }
}
