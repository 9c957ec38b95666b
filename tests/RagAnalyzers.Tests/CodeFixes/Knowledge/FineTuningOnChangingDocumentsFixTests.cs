using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.CodeFixes.Knowledge;
using RagAnalyzers.Rules.Knowledge;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Knowledge;

/// <summary>RAG1001: the job becomes a vector store that holds the file, with the client that is at hand.</summary>
public sealed class FineTuningOnChangingDocumentsFixTests
{
    [Fact]
    public Task Client_made_for_the_job_becomes_the_vector_stores() =>
        FixAsync(
            """
            // Clients.
            OpenAIFileClient files = client.GetOpenAIFileClient();
            FineTuningClient fineTuning = client.GetFineTuningClient(); // for the job
            // The handbook changes every week.
            OpenAIFile file = await files.UploadFileAsync(data, "handbook.jsonl", FileUploadPurpose.FineTune);
            FineTuningJob job = await {|RAG1001:fineTuning.FineTuneAsync|}("gpt-4o-mini", file.Id, waitUntilCompleted: false);
            Console.WriteLine($"{job.JobId}: {job.Status}");
            """,
            """
            // Clients.
            OpenAIFileClient files = client.GetOpenAIFileClient();
            VectorStoreClient vectorStoreClient = client.GetVectorStoreClient(); // for the job
            // The handbook changes every week.
            OpenAIFile file = await files.UploadFileAsync(data, "handbook.txt", FileUploadPurpose.Assistants);
            VectorStore vectorStore = await vectorStoreClient.CreateVectorStoreAsync(new VectorStoreCreationOptions { FileIds = { file.Id } });
            Console.WriteLine($"{vectorStore.Id}: {vectorStore.Status}");
            """
        );

    [Fact]
    public Task Result_in_an_inferred_local_is_read_through_its_value() =>
        FixAsync(
            """
            var file = await client.GetOpenAIFileClient().UploadFileAsync(data, "handbook.jsonl", FileUploadPurpose.FineTune);
            var job = await {|RAG1001:client.GetFineTuningClient().FineTuneAsync|}("gpt-4o-mini", file.Value.Id, waitUntilCompleted: false, cancellationToken: cancellationToken);
            Console.WriteLine(job.JobId);
            """,
            """
            var file = await client.GetOpenAIFileClient().UploadFileAsync(data, "handbook.txt", FileUploadPurpose.Assistants);
            var vectorStore = await client.GetVectorStoreClient().CreateVectorStoreAsync(new VectorStoreCreationOptions { FileIds = { file.Value.Id } }, cancellationToken);
            Console.WriteLine(vectorStore.Value.Id);
            """
        );

    [Fact]
    public Task Synchronous_call_stays_synchronous_and_comments_stay() =>
        FixAsync(
            """
            var file = client.GetOpenAIFileClient().UploadFile(data, $"handbook-{DateTime.Today:yyyy}.jsonl", FileUploadPurpose.FineTune).Value;
            var options = new FineTuningOptions { Suffix = "handbook" };
            // Trains.
            {|RAG1001:client.GetFineTuningClient().FineTune|}(
                "gpt-4o-mini", // cheap enough
                file.Id,
                waitUntilCompleted: false,
                options);
            """,
            """
            var file = client.GetOpenAIFileClient().UploadFile(data, $"handbook-{DateTime.Today:yyyy}.txt", FileUploadPurpose.Assistants).Value;
            // Trains.
            // cheap enough
            client.GetVectorStoreClient().CreateVectorStore(new VectorStoreCreationOptions { FileIds = { file.Id } });
            """
        );

    [Fact]
    public Task Vector_store_client_at_hand_is_used() =>
        FixAsync(
            """
            VectorStoreClient stores = client.GetVectorStoreClient();
            var file = client.GetOpenAIFileClient().UploadFile(data, "handbook.jsonl", FileUploadPurpose.FineTune).Value;
            {|RAG1001:Tuning.FineTune|}("gpt-4o-mini", file.Id, waitUntilCompleted: false);
            """,
            """
            VectorStoreClient stores = client.GetVectorStoreClient();
            var file = client.GetOpenAIFileClient().UploadFile(data, "handbook.txt", FileUploadPurpose.Assistants).Value;
            stores.CreateVectorStore(new VectorStoreCreationOptions { FileIds = { file.Id } });
            """,
            importsBefore: true
        );

    [Fact]
    public Task Client_that_makes_clients_is_asked_for_one() =>
        FixAsync(
            """
            var file = client.GetOpenAIFileClient().UploadFile(data, "handbook.jsonl", FileUploadPurpose.FineTune).Value;
            {|RAG1001:Tuning.FineTune|}("gpt-4o-mini", file.Id, waitUntilCompleted: false);
            """,
            """
            var file = client.GetOpenAIFileClient().UploadFile(data, "handbook.txt", FileUploadPurpose.Assistants).Value;
            client.GetVectorStoreClient().CreateVectorStore(new VectorStoreCreationOptions { FileIds = { file.Id } });
            """
        );

    [Fact]
    public Task Constructed_client_is_constructed_alike() =>
        FixAsync(
            """
            var key = new ApiKeyCredential("key");
            var files = new OpenAIFileClient(key);
            var tuning = new FineTuningClient(key);
            var file = files.UploadFile(data, "handbook.jsonl", FileUploadPurpose.FineTune).Value;
            {|RAG1001:tuning.FineTune|}("gpt-4o-mini", file.Id, waitUntilCompleted: false);
            """,
            """
            var key = new ApiKeyCredential("key");
            var files = new OpenAIFileClient(key);
            var vectorStoreClient = new VectorStoreClient(key);
            var file = files.UploadFile(data, "handbook.txt", FileUploadPurpose.Assistants).Value;
            vectorStoreClient.CreateVectorStore(new VectorStoreCreationOptions { FileIds = { file.Id } });
            """,
            hasClient: false
        );

    [Fact]
    public Task Client_with_its_own_options_gets_the_vector_stores_options() =>
        FixAsync(
            """
            var tuning = new FineTuningClient(new ApiKeyCredential("key"), new FineTuningClientOptions { ProjectId = "p" });
            var file = new OpenAIFileClient("key").UploadFile(data, "handbook.jsonl", FileUploadPurpose.FineTune).Value;
            {|RAG1001:tuning.FineTune|}("gpt-4o-mini", file.Id, waitUntilCompleted: false);
            """,
            """
            var vectorStoreClient = new VectorStoreClient(new ApiKeyCredential("key"), new VectorStoreClientOptions { ProjectId = "p" });
            var file = new OpenAIFileClient("key").UploadFile(data, "handbook.txt", FileUploadPurpose.Assistants).Value;
            vectorStoreClient.CreateVectorStore(new VectorStoreCreationOptions { FileIds = { file.Id } });
            """,
            hasClient: false
        );

    [Fact]
    public Task Client_that_does_more_stays() =>
        FixAsync(
            """
            var tuning = new FineTuningClient("key");
            Console.WriteLine(tuning.GetJobs().Count());
            var file = new OpenAIFileClient("key").UploadFile(data, "handbook.jsonl", FileUploadPurpose.FineTune).Value;
            {|RAG1001:tuning.FineTune|}("gpt-4o-mini", file.Id, waitUntilCompleted: false);
            """,
            """
            var tuning = new FineTuningClient("key");
            Console.WriteLine(tuning.GetJobs().Count());
            var file = new OpenAIFileClient("key").UploadFile(data, "handbook.txt", FileUploadPurpose.Assistants).Value;
            new VectorStoreClient("key").CreateVectorStore(new VectorStoreCreationOptions { FileIds = { file.Id } });
            """,
            hasClient: false
        );

    [Fact]
    public Task Files_clients_credential_serves_the_vector_store() =>
        FixAsync(
            """
            var files = new OpenAIFileClient(/* ours */ "key");
            var file = files.UploadFile(data, "handbook.jsonl", FileUploadPurpose.FineTune).Value;
            {|RAG1001:Tuning.FineTune|}("gpt-4o-mini", file.Id, waitUntilCompleted: false);
            """,
            """
            var files = new OpenAIFileClient(/* ours */ "key");
            var file = files.UploadFile(data, "handbook.txt", FileUploadPurpose.Assistants).Value;
            new VectorStoreClient("key").CreateVectorStore(new VectorStoreCreationOptions { FileIds = { file.Id } });
            """,
            hasClient: false
        );

    [Fact]
    public Task Untyped_job_is_replaced_with_its_request() =>
        FixAsync(
            """
            var file = client.GetOpenAIFileClient().UploadFile(data, "handbook.jsonl", FileUploadPurpose.FineTune).Value;
            using var content = BinaryContent.Create(BinaryData.FromObjectAsJson(new { model = "gpt-4o-mini", training_file = file.Id }));
            {|RAG1001:client.GetFineTuningClient().FineTune|}(content, waitUntilCompleted: true, new RequestOptions());
            """,
            """
            var file = client.GetOpenAIFileClient().UploadFile(data, "handbook.txt", FileUploadPurpose.Assistants).Value;
            using var content = BinaryContent.Create(BinaryData.FromObjectAsJson(new { model = "gpt-4o-mini", training_file = file.Id }));
            client.GetVectorStoreClient().CreateVectorStore(new VectorStoreCreationOptions { FileIds = { file.Id } });
            """
        );

    [Fact]
    public Task First_version_waits_like_the_job_did() =>
        FixAsync(
            """
            OpenAIFile file = await client.GetOpenAIFileClient().UploadFileAsync(data, "handbook.jsonl", FileUploadPurpose.FineTune);
            var content = BinaryContent.Create(BinaryData.FromObjectAsJson(new { model = "gpt-4o-mini", training_file = file.Id }));
            FineTuningJobOperation operation = await {|RAG1001:client.GetFineTuningClient().CreateFineTuningJobAsync|}(content, waitUntilCompleted: true);
            Console.WriteLine(operation.JobId);
            """,
            """
            OpenAIFile file = await client.GetOpenAIFileClient().UploadFileAsync(data, "handbook.txt", FileUploadPurpose.Assistants);
            CreateVectorStoreOperation vectorStore = await client.GetVectorStoreClient().CreateVectorStoreAsync(waitUntilCompleted: true, new VectorStoreCreationOptions { FileIds = { file.Id } });
            Console.WriteLine(vectorStore.VectorStoreId);
            """,
            references: ReferenceSets.OpenAI21
        );

    [Fact]
    public Task Version_in_between_is_fixed_like_the_newest() =>
        FixAsync(
            """
            OpenAIFile file = await client.GetOpenAIFileClient().UploadFileAsync(data, "handbook.jsonl", FileUploadPurpose.FineTune);
            FineTuningJob job = await {|RAG1001:client.GetFineTuningClient().FineTuneAsync|}("gpt-4o-mini", file.Id, false);
            """,
            """
            OpenAIFile file = await client.GetOpenAIFileClient().UploadFileAsync(data, "handbook.txt", FileUploadPurpose.Assistants);
            VectorStore vectorStore = await client.GetVectorStoreClient().CreateVectorStoreAsync(new VectorStoreCreationOptions { FileIds = { file.Id } });
            """,
            references: ReferenceSets.OpenAI210
        );

    [Fact]
    public Task Fix_all_replaces_every_job() =>
        FixAsync(
            """
            var files = client.GetOpenAIFileClient();
            var tuning = client.GetFineTuningClient();
            var first = files.UploadFile(data, "handbook.jsonl", FileUploadPurpose.FineTune).Value;
            {|RAG1001:tuning.FineTune|}("gpt-4o-mini", first.Id, waitUntilCompleted: false);
            var second = files.UploadFile(data, "handbook.jsonl", FileUploadPurpose.FineTune).Value;
            {|RAG1001:tuning.FineTune|}("gpt-4o-mini", second.Id, waitUntilCompleted: false);
            """,
            """
            var files = client.GetOpenAIFileClient();
            var vectorStoreClient = client.GetVectorStoreClient();
            var first = files.UploadFile(data, "handbook.txt", FileUploadPurpose.Assistants).Value;
            client.GetVectorStoreClient().CreateVectorStore(new VectorStoreCreationOptions { FileIds = { first.Id } });
            var second = files.UploadFile(data, "handbook.txt", FileUploadPurpose.Assistants).Value;
            vectorStoreClient.CreateVectorStore(new VectorStoreCreationOptions { FileIds = { second.Id } });
            """
        );

    [Theory]
    [InlineData("var job = {|RAG1001:client.GetFineTuningClient().FineTune|}(\"gpt-4o-mini\", file.Id, false); job.WaitForCompletion();")]
    [InlineData("FineTuningJob job; job = {|RAG1001:client.GetFineTuningClient().FineTune|}(\"gpt-4o-mini\", file.Id, false);")]
    public Task No_fix_when_the_job_is_needed(string job) =>
        NoFixAsync(
            $$"""
            var file = client.GetOpenAIFileClient().UploadFile(data, "handbook.jsonl", FileUploadPurpose.FineTune).Value;
            {{job}}
            """
        );

    [Fact]
    public Task No_fix_when_the_job_starts_elsewhere() =>
        NoFixAsync(
            """
            var file = {|RAG1001:client.GetOpenAIFileClient().UploadFile|}(data, "handbook.jsonl", FileUploadPurpose.FineTune).Value;
            Console.WriteLine(file.Id);
            """
        );

    // The method may upload for others, too.
    [Fact]
    public Task No_fix_when_another_method_uploads() =>
        Verify.NoFixAsync<FineTuningOnChangingDocuments, FineTuningOnChangingDocumentsFix>(
            """
            using OpenAI;
            using OpenAI.Files;

            public sealed class Trainer(OpenAIClient client)
            {
                public async Task TrainAsync()
                {
                    var id = await UploadAsync(File.ReadAllText("handbook.md"));
                    await {|RAG1001:client.GetFineTuningClient().FineTuneAsync|}("gpt-4o-mini", id, waitUntilCompleted: false);
                }

                private async Task<string> UploadAsync(string text)
                {
                    OpenAIFile file = await client.GetOpenAIFileClient().UploadFileAsync(BinaryData.FromString(text), "handbook.jsonl", FileUploadPurpose.FineTune);
                    return file.Id;
                }
            }
            """
        );

    [Fact]
    public Task No_fix_without_a_way_to_a_client() =>
        NoFixAsync(
            """
            var file = Files.UploadFile(data, "handbook.jsonl", FileUploadPurpose.FineTune).Value;
            {|RAG1001:Tuning.FineTune|}("gpt-4o-mini", file.Id, waitUntilCompleted: false);
            """,
            hasClient: false
        );

    private static Task FixAsync(
        string before,
        string after,
        bool importsBefore = false,
        bool hasClient = true,
        ImmutableArray<MetadataReference> references = default
    ) =>
        Verify.FixAsync<FineTuningOnChangingDocuments, FineTuningOnChangingDocumentsFix>(
            Source(before, importsBefore, hasClient),
            Source(after, imports: true, hasClient),
            references
        );

    private static Task NoFixAsync(string body, bool hasClient = true) =>
        Verify.NoFixAsync<FineTuningOnChangingDocuments, FineTuningOnChangingDocumentsFix>(Source(body, imports: true, hasClient));

    private static string Source(string body, bool imports, bool hasClient) =>
        $$"""
            using System.ClientModel;
            using System.ClientModel.Primitives;
            using OpenAI;
            using OpenAI.Files;
            using OpenAI.FineTuning;
            {{(imports ? "using OpenAI.VectorStores;\n" : "")}}
            public sealed class Trainer
            {
                private static OpenAIFileClient Files => null!;
                private static FineTuningClient Tuning => null!;

                public async Task TrainAsync({{(hasClient ? "OpenAIClient client, " : "")}}CancellationToken cancellationToken)
                {
                    await Task.Yield();
                    var data = BinaryData.FromString(File.ReadAllText("handbook.md"));
                    {{body.Replace("\n", "\n        ")}}
                }
            }
            """;
}
