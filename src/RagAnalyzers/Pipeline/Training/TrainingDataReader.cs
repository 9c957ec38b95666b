using System.Collections.Immutable;
using System.Linq;
using RagAnalyzers.Pipeline.Training.Examples;
using RagAnalyzers.Pipeline.Training.Sources;
using RagAnalyzers.Pipeline.Training.Uploads;

namespace RagAnalyzers.Pipeline.Training;

/// <summary>Reads what an upload delivers: its sources, its examples, and whether the sources feed an index too.</summary>
internal static class TrainingDataReader
{
    public static TrainingData Read(Picture picture, FileUpload upload)
    {
        var trail = new SourceTrail(picture, upload.Via);
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
            AssistantTextReader.Read(picture, trail.Operations, Speaker.Assistant),
            AssistantTextReader.Read(picture, trail.Operations, Speaker.Others),
            IndexedSources.CallsFor(picture, trail, upload)
        );
    }
}
