using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>The community client OpenAI-DotNet 8 of RageAgainstThePixel, and its Unity package: files and fine-tuning jobs.</summary>
internal static class OpenAIDotNetTable
{
    public static ImmutableArray<SdkEntry> Entries { get; } =
        new SdkTable(SdkKind.OpenAIDotNet)
            .Type("OpenAI.Files.FilesEndpoint")
            .FileUploads(["UploadFileAsync"], content: [], path: ["filePath"], purpose: "purpose")
            .RequestUploads(["UploadFileAsync"], "request")
            .Type("OpenAI.Files.FileUploadRequest")
            .FileUploads([SdkTable.Constructor], content: ["stream"], path: ["fileName", "filePath"], purpose: "purpose")
            .Type("OpenAI.Files.FileResponse")
            .PassesFrom(SdkTable.Implicit, "fileData")
            .Type("OpenAI.FineTuning.FineTuningEndpoint")
            .RequestFineTuningJobs(["CreateJobAsync"], "jobRequest", trainingMember: "TrainingFileId", validationMember: "ValidationFileId")
            .ToEntries();
}
