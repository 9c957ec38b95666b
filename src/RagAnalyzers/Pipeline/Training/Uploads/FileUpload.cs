using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Flow.Writes;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Training.Requests;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Training.Uploads;

/// <summary>A file upload: by an SDK, or as a form over raw HTTP.</summary>
internal sealed class FileUpload
{
    private const string FineTune = "fine-tune";

    private readonly Picture _picture;
    private readonly Lazy<TrainingData> _data;
    private bool _isForFineTuning;

    public FileUpload(Picture picture, IInvocationOperation operation)
    {
        _picture = picture;
        // Nothing is locked while other bodies are read.
        _data = new(() => TrainingDataReader.Read(picture, this), LazyThreadSafetyMode.PublicationOnly);
        Operation = operation;
    }

    public IInvocationOperation Operation { get; }

    /// <summary>The values that are the file's content.</summary>
    public ImmutableArray<IOperation> Content { get; init; } = ImmutableArray<IOperation>.Empty;

    /// <summary>The values that name the file: its path, or, beside content, what it will be called.</summary>
    public ImmutableArray<IOperation> Paths { get; init; } = ImmutableArray<IOperation>.Empty;

    /// <summary>The value that says what the file is for, or null when it cannot be seen.</summary>
    public IOperation? Purpose { get; init; }

    /// <summary>
    /// The calls through which the upload was reached from another body, which decide what its parameters are; null for the upload itself.
    /// </summary>
    public CallChain? Via { get; private init; }

    /// <summary>The upload certainly delivers training data.</summary>
    public bool IsForFineTuning => _isForFineTuning || PurposeName == FineTune;

    /// <summary>What the file is for, as the service or the SDK names it; null when that is not certain.</summary>
    public string? PurposeName
    {
        get
        {
            if (Purpose is null)
            {
                return null;
            }

            var trace = Trace(Purpose, FlowMode.Value);
            if (!trace.IsComplete)
            {
                return null;
            }

            var names = trace.Origins.Select(NameOf).Distinct().ToList();
            return names.Count == 1 ? names[0] : null;
        }
    }

    /// <summary>The uploads of a body.</summary>
    public static ImmutableArray<FileUpload> In(Body body) =>
        body.Once(static b =>
            b.CallsWith<FileUploadFact>()
                .Select(c => Of(b.Picture, c.Call, c.Fact))
                .Concat(HttpRequest.In(b).Select(r => MultipartUpload.Of(b.Picture, r)))
                .OfType<FileUpload>()
                .ToImmutableArray()
        );

    /// <summary>The upload that an invocation of a body is, or null.</summary>
    public static FileUpload? At(Body body, IInvocationOperation call) => In(body).FirstOrDefault(u => ReferenceEquals(u.Operation, call));

    /// <summary>The upload that an SDK's call is, or null: its request is an object that cannot be seen.</summary>
    private static FileUpload? Of(Picture picture, IInvocationOperation call, FileUploadFact fact)
    {
        if (fact.Request is null)
        {
            return Of(picture, call, fact, call);
        }

        var requests = call.ArgumentNamed(fact.Request) is { } request
            ? picture
                .TraceWithinBody(request, FlowMode.Value)
                .Origins.Select(static o => o.Operation)
                .OfType<IObjectCreationOperation>()
                .ToList()
            : new();
        return
            requests.Count == 1
            && requests[0].Constructor is { } constructor
            && picture.Sdks.TryGetFact<FileUploadFact>(constructor, out var made)
            ? Of(picture, call, made, requests[0])
            : new FileUpload(picture, call);
    }

    /// <summary>The upload as its own body shows it, whoever calls.</summary>
    public FileUpload Here =>
        Via is null
            ? this
            : new(_picture, Operation)
            {
                Content = Content,
                Paths = Paths,
                Purpose = Purpose,
                _isForFineTuning = _isForFineTuning,
            };

    /// <summary>The same upload, reached through calls.</summary>
    public FileUpload Through(CallChain? via) =>
        via is null
            ? this
            : new(_picture, Operation)
            {
                Content = Content,
                Paths = Paths,
                Purpose = Purpose,
                _isForFineTuning = _isForFineTuning,
                Via = via,
            };

    /// <summary>What is uploaded, as far as the compilation shows it.</summary>
    public TrainingData ReadData() => _data.Value;

    /// <summary>Where a value of the upload comes from.</summary>
    public TraceResult Trace(IOperation value, FlowMode mode) => new Route(_picture, Via).TraceThroughCallers(value, mode);

    /// <summary>Where a value of the upload comes from in the upload's own body, whoever calls.</summary>
    /// <param name="trail">Receives every operation that the trace passes.</param>
    public TraceResult TraceWithinBody(IOperation value, ISet<IOperation> trail) =>
        _picture.TraceWithinBody(value, FlowMode.Value, path: null, trail);

    /// <summary>How often the body of <paramref name="place"/> gives a variable a value.</summary>
    public int WritesTo(ISymbol variable, IOperation place) =>
        _picture
            .Tracer.Writes.WritesTo(variable, BodyIndex.Of(place))
            .Count(static w => w.Kind is FlowWriteKind.Assign or FlowWriteKind.Add or FlowWriteKind.OutArgument && w.Target.IsEmpty);

    /// <param name="given">The call itself, or the creation of its request.</param>
    private static FileUpload Of(Picture picture, IInvocationOperation call, FileUploadFact fact, IOperation given) =>
        new(picture, call)
        {
            Content = fact.Content.Select(given.ArgumentNamed).OfType<IOperation>().ToImmutableArray(),
            Paths = fact.Path.Select(given.ArgumentNamed).OfType<IOperation>().ToImmutableArray(),
            Purpose = fact.Purpose is null ? null : given.ArgumentNamed(fact.Purpose),
            _isForFineTuning = fact.IsForFineTuning,
        };

    private string? NameOf(Origin origin) =>
        origin switch
        {
            { Kind: OriginKind.Constant, Operation.ConstantValue.Value: string name } => name,
            { Kind: OriginKind.Constant, Operation: IFieldReferenceOperation { Field: var field } } => NameOf(field),
            { Kind: OriginKind.Creation, Operation: IObjectCreationOperation { Arguments: { Length: 1 } arguments } } => arguments[0]
                .Value
                .ConstantValue
                .Value as string,
            { Symbol: { } symbol } => NameOf(symbol),
            _ => null,
        };

    /// <summary>A member of the type that has the SDK's name for the fine-tuning purpose names a purpose, too.</summary>
    private string? NameOf(ISymbol symbol)
    {
        if (_picture.Sdks.TryGetFact<FineTunePurposeFact>(symbol, out var _))
        {
            return FineTune;
        }

        return
            symbol.ContainingType is { } purposes
            && purposes.GetMembers().Any(m => _picture.Sdks.TryGetFact<FineTunePurposeFact>(m, out var _))
            ? symbol.Name
            : null;
    }
}
