using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Training.Requests;
using RagAnalyzers.Pipeline.Training.Uploads;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Training;

/// <summary>
/// A call that starts a fine-tuning job: of an SDK, typed or with an untyped body, or one that sends the request over raw HTTP.
/// </summary>
internal sealed class FineTuningJob
{
    private const int MostCallers = 3;

    private readonly Picture _picture;
    private readonly Lazy<ImmutableArray<FileUpload>> _trainingUploads;
    private readonly Lazy<ImmutableArray<FileUpload>> _validationUploads;

    private FineTuningJob(
        Picture picture,
        IInvocationOperation operation,
        FineTuningJobFact? fact,
        FileOfJob trainingFile,
        FileOfJob validationFile
    )
    {
        _picture = picture;
        Operation = operation;
        Fact = fact;
        TrainingFile = trainingFile;
        ValidationFile = validationFile;
        _trainingUploads = new(() => OwnUpload() ?? UploadsOf(TrainingFile), LazyThreadSafetyMode.PublicationOnly);
        _validationUploads = new(() => UploadsOf(ValidationFile), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The call that starts the job; over raw HTTP, the one that sends the request.</summary>
    public IInvocationOperation Operation { get; }

    /// <summary>What the SDK's table says of the call; null over raw HTTP.</summary>
    public FineTuningJobFact? Fact { get; }

    public FileOfJob TrainingFile { get; }

    public FileOfJob ValidationFile { get; }

    /// <summary>
    /// The one creation of the typed options or request that the call passes, when it is in the same body; null for any other.
    /// </summary>
    public IOperation? OptionsCreation =>
        Fact?.Options is { } options
        && Operation.ArgumentNamed(options) is { } argument
        && _picture.TraceWithinBody(argument, FlowMode.Value).Origins
            is [{ Kind: OriginKind.Creation, Operation: IObjectCreationOperation creation }]
        && ReferenceEquals(creation.Root(), Operation.Root())
            ? creation
            : null;

    /// <summary>The uploads whose file the job is trained on, in this body or another.</summary>
    public ImmutableArray<FileUpload> TrainingUploads => _trainingUploads.Value;

    /// <summary>The uploads whose file the job is validated on.</summary>
    public ImmutableArray<FileUpload> ValidationUploads => _validationUploads.Value;

    /// <summary>The jobs that a body starts.</summary>
    public static ImmutableArray<FineTuningJob> In(Body body) =>
        body.Once(static b =>
            b.CallsWith<FineTuningJobFact>()
                .Select(c => Of(b.Picture, c.Call, c.Fact))
                .Concat(HttpRequest.In(b).Select(r => Of(b.Picture, r)).OfType<FineTuningJob>())
                .ToImmutableArray()
        );

    /// <summary>The job that an SDK's call starts.</summary>
    private static FineTuningJob Of(Picture picture, IInvocationOperation call, FineTuningJobFact fact)
    {
        if (fact.Body is { } body)
        {
            var request = call.ArgumentNamed(body) is { } content
                ? RequestBody.OfContent(picture, picture.TraceWithinBody(content, FlowMode.Value))
                : null;
            return request is null
                ? new FineTuningJob(picture, call, fact, FileOfJob.Unknown, FileOfJob.Unknown)
                : new FineTuningJob(picture, call, fact, request.File(FineTuningText.TrainingFile), ValidationIn(request));
        }

        var training =
            fact.TrainingFile is { } id && call.ArgumentNamed(id) is { } argument
                ? FileOfJob.At((mode, trail) => picture.TraceThroughCallers(argument, mode, path: null, trail))
                : MemberOf(picture, call, fact.Options, fact.TrainingMember);
        var validation = fact.ValidationFile is { } given
            ? DataIn(picture, call, given)
            : MemberOf(picture, call, fact.Options, fact.ValidationMember);
        return new FineTuningJob(picture, call, fact, training, validation);
    }

    /// <summary>The data that a parameter carries; none where nothing, or nothing but null, is passed.</summary>
    private static FileOfJob DataIn(Picture picture, IInvocationOperation call, string parameter) =>
        call.ArgumentNamed(parameter) is not { } argument
        || picture.TraceThroughCallers(argument, FlowMode.Value) is { IsComplete: true, Origins: { IsEmpty: false } origins }
            && origins.All(static o => o.Kind == OriginKind.Null)
            ? FileOfJob.Absent
            : FileOfJob.At((mode, trail) => picture.TraceThroughCallers(argument, mode, path: null, trail));

    /// <summary>The job that a request starts, or null when it is a request for something else.</summary>
    private static FineTuningJob? Of(Picture picture, HttpRequest request)
    {
        var body = request.SendsObject
            ? RequestBody.OfObject(picture, request.Sent)
            : RequestBody.OfContent(picture, request.TraceContent());
        var training = body.File(FineTuningText.TrainingFile);
        return (training.Presence == FilePresence.Given && !request.GoesElsewhere()) || request.GoesTo(FineTuningText.Address)
            ? new FineTuningJob(picture, request.Call, fact: null, training, ValidationIn(body))
            : null;
    }

    /// <summary>
    /// The validation file that a body names. A body that names no training file is another service's, which may call both differently.
    /// </summary>
    private static FileOfJob ValidationIn(RequestBody body) =>
        body.File(FineTuningText.TrainingFile).Presence == FilePresence.Absent
            ? FileOfJob.Unknown
            : body.File(FineTuningText.ValidationFile);

    /// <summary>A file that typed options or a typed request name.</summary>
    private static FileOfJob MemberOf(Picture picture, IInvocationOperation call, string? options, string? member)
    {
        if (member is null)
        {
            return FileOfJob.Unknown;
        }

        // An overload without options cannot be given the file.
        if (options is null || call.ArgumentNamed(options) is not { } argument)
        {
            return FileOfJob.Absent;
        }

        var path = AccessPath.Empty.Push(member);
        var trace = picture.TraceThroughCallers(argument, FlowMode.Value, path);
        if (trace.IsComplete && !trace.Origins.IsEmpty && trace.Origins.All(static o => o.IsNothing))
        {
            return FileOfJob.Absent;
        }

        return trace.IsTruncated || trace.Origins.IsEmpty || trace.Origins.All(o => o.IsNothing || HasLeft(o.Path, member))
            ? FileOfJob.Unknown
            : FileOfJob.At((mode, trail) => picture.TraceThroughCallers(argument, mode, path, trail));
    }

    /// <summary>The trace did not come upon the member: it is left to be read off the origin.</summary>
    private static bool HasLeft(AccessPath path, string member)
    {
        for (var rest = path; !rest.IsEmpty; rest = rest.Rest)
        {
            if (rest.Head == member)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The upload that the job itself is, when it is given its data; null for one that is given the id of a file.</summary>
    private ImmutableArray<FileUpload>? OwnUpload() =>
        Fact is { Sdk: SdkKind.Listed } && FileUpload.At(_picture.BodyOf(Operation), Operation) is { } upload
            ? ImmutableArray.Create(upload)
            : null;

    private ImmutableArray<FileUpload> UploadsOf(FileOfJob file)
    {
        if (file.Presence != FilePresence.Given)
        {
            return ImmutableArray<FileUpload>.Empty;
        }

        return Widened(file.Trace(FlowMode.Content), MostCallers)
            .Select(o =>
                o.Operation is IInvocationOperation call && FileUpload.At(_picture.BodyOf(call), call) is { } upload
                    ? upload.Through(o.Via)
                    : null
            )
            .OfType<FileUpload>()
            .GroupBy(static u => (u.Operation, u.Via))
            .Select(static g => g.First())
            .ToImmutableArray();
    }

    /// <summary>
    /// The origins, and those of what visible callers pass, even where others may call: that one of them passes a file is enough to know.
    /// </summary>
    private IEnumerable<Origin> Widened(TraceResult trace, int callers)
    {
        foreach (var origin in trace.Origins)
        {
            if (
                callers == 0
                || origin
                    is not {
                        Kind: OriginKind.Parameter,
                        Via: null,
                        Symbol: IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } } parameter
                    }
            )
            {
                yield return origin;
                continue;
            }

            foreach (var call in _picture.VisibleCallersOf(origin.Operation))
            {
                if (call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == parameter.Ordinal) is not { } argument)
                {
                    continue;
                }

                foreach (var passed in Widened(_picture.TraceThroughCallers(argument.Value, FlowMode.Content, origin.Path), callers - 1))
                {
                    yield return passed;
                }
            }
        }
    }
}
