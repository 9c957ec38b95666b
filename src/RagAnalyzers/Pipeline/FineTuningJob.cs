using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Pipeline;

/// <summary>A call that starts a fine-tuning job.</summary>
internal sealed class FineTuningJob
{
    private static readonly AccessPath TrainingFileMember = AccessPath.Empty.Push("training_file");

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
            var file = TrainingFile();
            return _model.BodyOf(Operation).Uploads
                .Where(u => file.Origins.Any(o => ReferenceEquals(o.Operation, u.Operation)))
                .ToImmutableArray();
        }
    }

    private TraceResult TrainingFile()
    {
        if (Fact.TrainingFile is { } id)
            return Operation.ArgumentNamed(id) is { } argument ? _model.Tracer.Trace(argument, FlowMode.Value) : TraceResult.Nothing;
        if (Fact.Body is not { } body || Operation.ArgumentNamed(body) is not { } content)
            return TraceResult.Nothing;

        // A body made of members says which file is which; a body of text may name others beside it.
        var member = _model.Tracer.Trace(content, FlowMode.Content, TrainingFileMember);
        return member.Origins.Any(IsMember) ? member : _model.Tracer.Trace(content, FlowMode.Content);
    }

    /// <summary>The trace came upon the member itself: it is not left to be read off the origin.</summary>
    private static bool IsMember(Origin origin)
    {
        for (var path = origin.Path; !path.IsEmpty; path = path.Rest)
        {
            if (path.Equals(TrainingFileMember))
                return false;
        }

        return origin.Kind != OriginKind.Unset;
    }
}
