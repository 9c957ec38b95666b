using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Pipeline;

/// <summary>A call that starts a fine-tuning job.</summary>
internal sealed class FineTuningJob
{
    private readonly PipelineModel _model;

    public FineTuningJob(PipelineModel model, IInvocationOperation operation, FineTuningJobFact fact)
    {
        _model = model;
        Operation = operation;
        Fact = fact;
    }

    public IInvocationOperation Operation { get; }

    public FineTuningJobFact Fact { get; }

    /// <summary>The uploads of this body whose file the job is trained on.</summary>
    public ImmutableArray<FileUpload> TrainingUploads
    {
        get
        {
            var file = Fact.TrainingFile is { } id
                ? Operation.ArgumentNamed(id) is { } argument ? _model.Tracer.Trace(argument, FlowMode.Value) : TraceResult.Nothing
                : Fact.Body is { } body && Operation.ArgumentNamed(body) is { } content ? _model.Tracer.Trace(content, FlowMode.Content) : TraceResult.Nothing;
            return _model.BodyOf(Operation).Uploads
                .Where(u => file.Origins.Any(o => ReferenceEquals(o.Operation, u.Operation)))
                .ToImmutableArray();
        }
    }
}
