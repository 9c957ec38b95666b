using System;
using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Facts;

/// <summary>A file upload, or the constructor of a request for one.</summary>
/// <param name="Content">The parameters that carry the content (stream or binary data).</param>
/// <param name="Path">The parameters that carry a path or file name.</param>
/// <param name="Purpose">The parameter that carries the purpose, or null when <paramref name="Request"/> does.</param>
/// <param name="Request">The parameter that carries a request object, whose constructor has a fact of this kind, or null.</param>
/// <param name="IsForFineTuning">It takes training data and nothing else.</param>
internal sealed record FileUploadFact(
    SdkKind Sdk,
    ImmutableArray<string> Content,
    ImmutableArray<string> Path,
    string? Purpose,
    string? Request = null,
    bool IsForFineTuning = false
) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var purpose = Map(Purpose, nameOf);
        var request = Map(Request, nameOf);
        return (purpose is null && Purpose is not null) || (request is null && Request is not null)
            ? null
            : this with
            {
                Content = Map(Content, nameOf),
                Path = Map(Path, nameOf),
                Purpose = purpose,
                Request = request,
            };
    }
}

/// <summary>An upload purpose that means "training data".</summary>
internal sealed record FineTunePurposeFact(SdkKind Sdk) : SdkFact(Sdk);

/// <summary>A call that starts a fine-tuning job.</summary>
/// <param name="TrainingFile">The parameter that carries the training file's id, or null when a member of the request does.</param>
/// <param name="Options">The parameter that carries typed options or a typed request, or null. It may be missing in an overload that takes
/// the id.</param>
/// <param name="Body">The parameter that carries the untyped request body, or null.</param>
/// <param name="TrainingMember">The member of <paramref name="Options"/> that carries the training file's id, or null when a parameter
/// does.</param>
/// <param name="ValidationMember">The member of <paramref name="Options"/> that carries the validation file's id, or null for the untyped
/// form.</param>
/// <param name="ValidationFile">The parameter that carries the validation data itself, or null.</param>
internal sealed record FineTuningJobFact(
    SdkKind Sdk,
    string? TrainingFile,
    string? Options,
    string? Body = null,
    string? TrainingMember = null,
    string? ValidationMember = null,
    string? ValidationFile = null
) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var trainingFile = Map(TrainingFile, nameOf);
        var options = Map(Options, nameOf);
        var body = Map(Body, nameOf);
        return
            (trainingFile is null && TrainingFile is not null)
            || (body is null && Body is not null)
            || (options is null && TrainingMember is not null)
            ? null
            : this with
            {
                TrainingFile = trainingFile,
                Options = options,
                Body = body,
                ValidationFile = Map(ValidationFile, nameOf),
            };
    }
}

/// <summary>A member whose use means that answers are evaluated.</summary>
internal sealed record EvaluationFact(SdkKind Sdk) : SdkFact(Sdk);
