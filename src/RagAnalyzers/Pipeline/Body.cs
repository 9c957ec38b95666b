using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Pipeline.Answers;
using RagAnalyzers.Pipeline.Answers.Comparisons;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Contracts;
using RagAnalyzers.Pipeline.Contracts.Schemas;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Pipeline.Retrievals;
using RagAnalyzers.Pipeline.Training;
using RagAnalyzers.Pipeline.Training.Requests;
using RagAnalyzers.Pipeline.Training.Uploads;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline;

/// <summary>
/// The part of the picture that one method body (or initializer, or top-level program) holds. Each list is built when it is first asked
/// for.
/// </summary>
internal sealed class Body
{
    private readonly ConcurrentDictionary<IInvocationOperation, ModelCall?> _calls = new();
    private readonly Lazy<ImmutableArray<ModelCall>> _modelCalls;
    private readonly Lazy<ImmutableArray<Retrieval>> _retrievals;
    private readonly Lazy<ImmutableArray<AnswerUse>> _answerUses;
    private readonly Lazy<ImmutableArray<AnswerComparison>> _answerComparisons;
    private readonly Lazy<ImmutableArray<FileUpload>> _uploads;
    private readonly Lazy<ImmutableArray<FineTuningJob>> _jobs;
    private readonly Lazy<ImmutableArray<Ingestion>> _ingestions;
    private readonly Lazy<ImmutableArray<ResponseSchema>> _responseSchemas;
    private readonly Lazy<ImmutableArray<FormatAssignment>> _formatAssignments;

    public Body(Picture picture, IOperation root)
    {
        Picture = picture;
        Root = root;
        _modelCalls = List<ModelCall, ModelCallFact>(call => ModelCallOf(call));
        _retrievals = List<Retrieval, RetrievalFact>(call => Fact<RetrievalFact>(call) is { } fact ? new Retrieval(call, fact) : null);
        _uploads = WithRequests<FileUpload, FileUploadFact>(
            call => Fact<FileUploadFact>(call) is { } fact ? FileUpload.Of(picture, call, fact) : null,
            request => MultipartUpload.Of(picture, request)
        );
        _jobs = WithRequests<FineTuningJob, FineTuningJobFact>(
            call => Fact<FineTuningJobFact>(call) is { } fact ? FineTuningJob.Of(picture, call, fact) : null,
            request => FineTuningJob.Of(picture, request)
        );
        _ingestions = List<Ingestion, IngestionFact>(call => Fact<IngestionFact>(call) is { } fact ? new Ingestion(call, fact) : null);
        _responseSchemas = new(() => ResponseSchemaReader.Read(this), LazyThreadSafetyMode.ExecutionAndPublication);
        _formatAssignments = new(() => FormatAssignment.In(picture, root).ToImmutableArray(), LazyThreadSafetyMode.ExecutionAndPublication);
        _answerUses = new(() => AnswerUseReader.Read(this), LazyThreadSafetyMode.ExecutionAndPublication);
        _answerComparisons = new(() => AnswerComparisonReader.Read(this), LazyThreadSafetyMode.ExecutionAndPublication);
    }

    public Picture Picture { get; }

    public IOperation Root { get; }

    public BodyIndex Index => BodyIndex.Of(Root);

    public ImmutableArray<ModelCall> ModelCalls => _modelCalls.Value;

    public ImmutableArray<Retrieval> Retrievals => _retrievals.Value;

    /// <summary>The parses of this body that a model's answer flows into.</summary>
    public ImmutableArray<AnswerUse> AnswerUses => _answerUses.Value;

    /// <summary>The comparisons with constants that a model's answer flows into.</summary>
    public ImmutableArray<AnswerComparison> AnswerComparisons => _answerComparisons.Value;

    public ImmutableArray<FileUpload> Uploads => _uploads.Value;

    /// <summary>The upload that an invocation of this body is, or null.</summary>
    public FileUpload? UploadOf(IInvocationOperation call) => Uploads.FirstOrDefault(u => ReferenceEquals(u.Operation, call));

    public ImmutableArray<FineTuningJob> FineTuningJobs => _jobs.Value;

    public ImmutableArray<Ingestion> Ingestions => _ingestions.Value;

    /// <summary>Where this body sets response formats.</summary>
    public ImmutableArray<FormatAssignment> FormatAssignments => _formatAssignments.Value;

    /// <summary>The schemas that this body puts into response formats.</summary>
    public ImmutableArray<ResponseSchema> ResponseSchemas => _responseSchemas.Value;

    /// <summary>The model call that an invocation of this body is, or null.</summary>
    public ModelCall? ModelCallOf(IInvocationOperation call) =>
        _calls.GetOrAdd(
            call,
            c =>
                Fact<ModelCallFact>(c) is { } fact && PromptFunction.IsModelCall(Picture, c, fact, via: null)
                    ? new ModelCall(Picture, c, fact)
                    : null
        );

    /// <summary>The same, reached from another body through calls that decide what its parameters are.</summary>
    public ModelCall? ModelCallOf(IInvocationOperation call, CallChain via) =>
        Fact<ModelCallFact>(call) is { } fact && PromptFunction.IsModelCall(Picture, call, fact, via)
            ? new ModelCall(Picture, call, fact, via)
            : null;

    private TFact? Fact<TFact>(IInvocationOperation call)
        where TFact : SdkFact => Picture.Sdks.TryGetFact<TFact>(call.TargetMethod, out var fact) ? fact : null;

    private Lazy<ImmutableArray<T>> List<T, TFact>(Func<IInvocationOperation, T?> read)
        where T : class
        where TFact : SdkFact =>
        new(
            () =>
                Picture.Mentions.Any<TFact>(Root) ? Index.Invocations.Select(read).OfType<T>().ToImmutableArray() : ImmutableArray<T>.Empty,
            LazyThreadSafetyMode.ExecutionAndPublication
        );

    /// <summary>
    /// The same, and what is sent over raw HTTP. Where the compilation has no word of fine-tuning, no request is looked at.
    /// </summary>
    private Lazy<ImmutableArray<T>> WithRequests<T, TFact>(Func<IInvocationOperation, T?> read, Func<HttpRequest, T?> readRequest)
        where T : class
        where TFact : SdkFact
    {
        var ofSdks = List<T, TFact>(read);
        return new(
            () =>
                Picture.SpeaksOfFineTuning && IdentifierIndex.IsMentionedIn(Root.Syntax, HttpRequest.Senders)
                    ? ofSdks.Value.AddRange(Requests.Select(readRequest).OfType<T>())
                    : ofSdks.Value,
            LazyThreadSafetyMode.ExecutionAndPublication
        );
    }

    private IEnumerable<HttpRequest> Requests => Index.Invocations.Select(c => HttpRequest.Of(Picture, c)).OfType<HttpRequest>();
}
