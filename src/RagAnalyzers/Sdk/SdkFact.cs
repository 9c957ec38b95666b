using System.Collections.Immutable;

namespace RagAnalyzers.Sdk;

/// <summary>What one member of an SDK means to the rules. Parameters are named as the SDK names them; "this" is the receiver.</summary>
internal abstract record SdkFact(SdkKind Sdk);

/// <summary>A call that a model answers.</summary>
/// <param name="Prompt">The parameters that carry prompt content.</param>
/// <param name="Options">The parameters that carry options (a response format among them). Empty: the overload cannot carry any.</param>
/// <param name="Typed">The call is generic in the answer type, so a schema is in force.</param>
/// <param name="Streaming">The answer arrives in pieces.</param>
/// <param name="Protocol">The request is an untyped body; nothing about its format can be seen.</param>
/// <param name="Function">The parameter ("this" for the receiver) that holds the prompt function that is invoked, or null.</param>
/// <param name="Configured">The parameter ("this" for the receiver) that may carry a response format of its own, an agent for example, or null.</param>
internal sealed record ModelCallFact(
    SdkKind Sdk,
    ImmutableArray<string> Prompt,
    ImmutableArray<string> Options,
    bool Typed = false,
    bool Streaming = false,
    bool Protocol = false,
    string? Function = null,
    string? Configured = null) : SdkFact(Sdk);

/// <summary>A call whose result is passages chosen by relevance.</summary>
/// <param name="Query">The parameters that carry the question.</param>
internal sealed record RetrievalFact(SdkKind Sdk, ImmutableArray<string> Query) : SdkFact(Sdk);

/// <summary>A member whose value is (part of) what it was read from: the text of an answer, the record of a search result.</summary>
/// <param name="From">"this", or the parameters whose values pass.</param>
internal sealed record PassFact(SdkKind Sdk, ImmutableArray<string> From) : SdkFact(Sdk);

/// <summary>A message or message part with a role: a constructor, a factory, or a method that appends to a history.</summary>
/// <param name="Role">The role, or null when a parameter named in <paramref name="RoleParameter"/> says it.</param>
/// <param name="Content">The parameters that carry the text.</param>
/// <param name="AppendsToReceiver">The member adds the message to its receiver.</param>
internal sealed record PromptPartFact(
    SdkKind Sdk,
    PromptRole? Role,
    ImmutableArray<string> Content,
    string? RoleParameter = null,
    bool AppendsToReceiver = false) : SdkFact(Sdk);

/// <summary>A property of an options object that carries the response format, or an object that holds it (Responses API).</summary>
/// <param name="HoldsFormatIn">The property of this property's value that carries the format, or null when it is the format itself.</param>
internal sealed record ResponseFormatFact(SdkKind Sdk, string? HoldsFormatIn = null) : SdkFact(Sdk);

/// <summary>A property of options through which a format may come unseen (extension data, raw representations, factories).</summary>
internal sealed record FormatBackdoorFact(SdkKind Sdk) : SdkFact(Sdk);

/// <summary>A property or parameter of an options container that holds the options proper: <c>KernelArguments.ExecutionSettings</c>, <c>ChatClientAgentRunOptions.ChatOptions</c>.</summary>
/// <param name="From">For constructors and factories: the parameters that carry the options; empty for a property.</param>
internal sealed record OptionsHolderFact(SdkKind Sdk, ImmutableArray<string> From) : SdkFact(Sdk);

/// <summary>A factory, constructor or static property that makes a response format of a known strength.</summary>
internal sealed record FormatFact(SdkKind Sdk, FormatStrength Strength) : SdkFact(Sdk);

/// <summary>A call that turns text into a structure.</summary>
/// <param name="Input">The parameters that carry the text ("this" for the receiver).</param>
/// <param name="TargetParameter">The parameter that carries the target <c>Type</c>, or null when it is the type argument or the result type.</param>
internal sealed record ParseFact(SdkKind Sdk, ImmutableArray<string> Input, string? TargetParameter = null) : SdkFact(Sdk);

/// <summary>A file upload.</summary>
/// <param name="Content">The parameters that carry the content (stream or binary data).</param>
/// <param name="Path">The parameters that carry a path or file name.</param>
/// <param name="Purpose">The parameter that carries the purpose.</param>
internal sealed record FileUploadFact(SdkKind Sdk, ImmutableArray<string> Content, ImmutableArray<string> Path, string Purpose) : SdkFact(Sdk);

/// <summary>An upload purpose that means "training data".</summary>
internal sealed record FineTunePurposeFact(SdkKind Sdk) : SdkFact(Sdk);

/// <summary>A call that starts a fine-tuning job.</summary>
/// <param name="TrainingFile">The parameter that carries the training file's id, or null for the untyped form.</param>
/// <param name="Body">The parameter that carries the untyped request body, or null.</param>
internal sealed record FineTuningJobFact(
    SdkKind Sdk,
    string? TrainingFile,
    string? Options,
    string? Body = null) : SdkFact(Sdk);

/// <summary>A write into a vector index.</summary>
/// <param name="Records">The parameters that carry what is indexed.</param>
internal sealed record IngestionFact(SdkKind Sdk, ImmutableArray<string> Records) : SdkFact(Sdk);
