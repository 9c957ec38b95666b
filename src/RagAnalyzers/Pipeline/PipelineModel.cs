using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Configuration;
using RagAnalyzers.Flow;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Pipeline;

/// <summary>The picture of one compilation: which bodies retrieve, prompt, call models, parse answers and start fine-tuning jobs. Built on demand, shared by all rules.</summary>
internal sealed class PipelineModel
{
    private static readonly ConditionalWeakTable<AiSdks, StrongBox<PipelineModel>> Models = new();

    private readonly ConditionalWeakTable<IOperation, BodyPipeline> _bodies = new();

    private PipelineModel(AiSdks sdks, PromptFiles files)
    {
        Sdks = sdks;
        PromptFiles = files;
        Mentions = new BodyMentions(sdks);
        Tracer = new ValueTracer(new SdkFlow(sdks), NoOtherBodies.Instance);
    }

    public AiSdks Sdks { get; }

    /// <summary>The prompt files that the compilation was given.</summary>
    public PromptFiles PromptFiles { get; }

    public BodyMentions Mentions { get; }

    public ValueTracer Tracer { get; }

    /// <summary>The model of a compilation, or false when it references no AI SDK.</summary>
    /// <param name="additional">The compiler's additional files; an editor may change one of them and keep the compilation.</param>
    public static bool TryCreate(Compilation compilation, ImmutableArray<AdditionalText> additional, [NotNullWhen(true)] out PipelineModel? model)
    {
        model = null;
        if (!AiSdks.TryCreate(compilation, out var sdks))
            return false;
        var known = Models.GetValue(sdks, _ => new StrongBox<PipelineModel>(new PipelineModel(sdks, new PromptFiles(additional))));
        lock (known)
        {
            if (!known.Value!.PromptFiles.Additional.SequenceEqual(additional))
                known.Value = new PipelineModel(sdks, new PromptFiles(additional));
            model = known.Value;
        }

        return true;
    }

    /// <summary>The part of the picture that one body holds; the body is given by any operation in it.</summary>
    public BodyPipeline BodyOf(IOperation operation) => _bodies.GetValue(operation.Root(), root => new BodyPipeline(this, root));
}
