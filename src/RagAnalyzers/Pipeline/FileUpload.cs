using System.Linq;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Pipeline;

/// <summary>A file upload.</summary>
internal sealed class FileUpload
{
    private readonly PipelineModel _model;

    public FileUpload(PipelineModel model, IInvocationOperation operation, FileUploadFact fact)
    {
        _model = model;
        Operation = operation;
        Fact = fact;
    }

    public IInvocationOperation Operation { get; }

    public FileUploadFact Fact { get; }

    /// <summary>The upload certainly delivers training data.</summary>
    public bool IsForFineTuning
    {
        get
        {
            if (Operation.ArgumentNamed(Fact.Purpose) is not { } purpose)
                return false;
            var origins = _model.Tracer.Trace(purpose, FlowMode.Value);
            return origins.IsComplete && !origins.Origins.IsEmpty && origins.Origins.All(o =>
                (o.Symbol is not null && _model.Sdks.TryGetFact<FineTunePurposeFact>(o.Symbol, out var _))
                || (o.Kind == OriginKind.Constant && o.Operation.ConstantValue.Value is "fine-tune"));
        }
    }

    /// <summary>What is uploaded, as far as this body shows it.</summary>
    public TrainingData ReadData() => TrainingDataReader.Read(_model, this);
}
