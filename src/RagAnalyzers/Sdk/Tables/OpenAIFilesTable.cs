using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>The OpenAI client's files, fine-tuning jobs and vector stores.</summary>
internal static class OpenAIFilesTable
{
    public static ImmutableArray<SdkEntry> Entries { get; } =
        new SdkTable(SdkKind.OpenAI)
            .Type("OpenAI.Files.OpenAIFileClient")
            .FileUploads(["UploadFile", "UploadFileAsync"], content: ["file"], path: ["filename", "filePath"], purpose: "purpose")
            .Type("OpenAI.Files.FileUploadPurpose")
            .FineTunePurpose("FineTune")
            .Type("OpenAI.FineTuning.FineTuningClient")
            .FineTuningJobs(
                ["FineTune", "FineTuneAsync"],
                trainingFile: "trainingFileId",
                options: "options",
                validationMember: "ValidationFile"
            )
            .ProtocolFineTuningJobs(["FineTune", "FineTuneAsync"], body: "content")
            .ProtocolFineTuningJobs(["CreateFineTuningJob", "CreateFineTuningJobAsync"], body: "content")
            .Type("OpenAI.VectorStores.VectorStoreClient")
            .Ingestions(["CreateVectorStore", "CreateVectorStoreAsync"], "options", "vectorStore", "content")
            .Ingestions(["AddFileToVectorStore", "AddFileToVectorStoreAsync"], "fileId", "content")
            .Ingestions(["AddFileBatchToVectorStore", "AddFileBatchToVectorStoreAsync"], "fileIds", "content")
            .Ingestions(["CreateBatchFileJob", "CreateBatchFileJobAsync"], "fileIds", "content")
            .Retrievals(["SearchVectorStore", "SearchVectorStoreAsync"], ["content"])
            .ToEntries();
}
