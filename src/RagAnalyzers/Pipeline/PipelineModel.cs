using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Pipeline;

/// <summary>The picture of one compilation: which bodies retrieve, prompt, call models, parse answers and start fine-tuning jobs. Built on demand, shared by all rules.</summary>
internal sealed class PipelineModel
{
    private static readonly ConditionalWeakTable<AiSdks, PipelineModel> Models = new();

    private readonly ConditionalWeakTable<IOperation, BodyPipeline> _bodies = new();

    private PipelineModel(AiSdks sdks)
    {
        Sdks = sdks;
        Mentions = new BodyMentions(sdks);
        Tracer = new ValueTracer(new SdkFlow(sdks), NoOtherBodies.Instance);
    }

    public AiSdks Sdks { get; }

    public BodyMentions Mentions { get; }

    public ValueTracer Tracer { get; }

    /// <summary>The model of a compilation, or false when it references no AI SDK.</summary>
    public static bool TryCreate(Compilation compilation, [NotNullWhen(true)] out PipelineModel? model)
    {
        model = AiSdks.TryCreate(compilation, out var sdks) ? Models.GetValue(sdks, static s => new PipelineModel(s)) : null;
        return model is not null;
    }

    /// <summary>The part of the picture that one body holds; the body is given by any operation in it.</summary>
    public BodyPipeline BodyOf(IOperation operation) => _bodies.GetValue(operation.Root(), root => new BodyPipeline(this, root));
}
