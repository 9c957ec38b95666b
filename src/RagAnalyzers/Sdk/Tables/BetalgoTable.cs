using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>The community client of Betalgo (Betalgo.Ranul.OpenAI 9): files and fine-tuning jobs, the older kind among them.</summary>
internal static class BetalgoTable
{
    public static ImmutableArray<SdkEntry> Entries { get; } =
        new SdkTable(SdkKind.Betalgo)
            .Type("Betalgo.Ranul.OpenAI.Interfaces.IFileService")
            .FileUploads(["UploadFile"], content: ["file"], path: ["fileName"], purpose: "purpose")
            .Type("Betalgo.Ranul.OpenAI.Interfaces.IFileServiceExtension")
            .FileUploads(["FileUpload"], content: ["file"], path: ["fileName"], purpose: "purpose")
            .Type("Betalgo.Ranul.OpenAI.ObjectModels.UploadFilePurposes")
            .FineTunePurpose("FineTune")
            .Type("Betalgo.Ranul.OpenAI.ObjectModels.UploadFilePurposes+UploadFilePurpose")
            .FineTunePurpose("FineTune")
            .Type("Betalgo.Ranul.OpenAI.Interfaces.IFineTuningJobService")
            .RequestFineTuningJobs(
                ["CreateFineTuningJob"],
                "createFineTuningJobRequest",
                trainingMember: "TrainingFile",
                validationMember: "ValidationFile"
            )
            .Type("Betalgo.Ranul.OpenAI.Interfaces.IFineTuneService")
            .RequestFineTuningJobs(
                ["CreateFineTune"],
                "createFineTuneRequest",
                trainingMember: "TrainingFile",
                validationMember: "ValidationFile"
            )
            .ToEntries();
}
