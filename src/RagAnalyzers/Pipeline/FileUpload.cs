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
            var trace = _model.Tracer.Trace(purpose, FlowMode.Value);
            return trace.IsComplete && !trace.Origins.IsEmpty && trace.Origins.All(IsFineTune);
        }
    }

    /// <summary>What is uploaded, as far as this body shows it.</summary>
    public TrainingData ReadData() => TrainingDataReader.Read(_model, this);

    private bool IsFineTune(Origin origin) => origin switch
    {
        { Kind: OriginKind.Constant } => origin.Operation.ConstantValue.Value is "fine-tune",
        { Kind: OriginKind.Creation, Operation: IObjectCreationOperation { Arguments: { Length: 1 } arguments } } => arguments[0].Value.ConstantValue.Value is "fine-tune",
        { Symbol: { } symbol } => _model.Sdks.TryGetFact<FineTunePurposeFact>(symbol, out var _),
        _ => false,
    };
}
