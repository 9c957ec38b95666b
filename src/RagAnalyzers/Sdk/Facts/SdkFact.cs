using System;
using System.Collections.Immutable;
using System.Linq;

namespace RagAnalyzers.Sdk.Facts;

/// <summary>What one member of an SDK means to the rules. Parameters are named as the SDK names them; "this" is the receiver.</summary>
internal abstract record SdkFact(SdkKind Sdk)
{
    /// <summary>Names the receiver where a parameter is named.</summary>
    public const string Receiver = "this";

    /// <summary>
    /// The fact as it holds for one overload, override or implementation. <paramref name="nameOf"/> maps a parameter's name in the
    /// table to its name there, or to null where that member has no such parameter. Null when what the fact is about is missing.
    /// </summary>
    public virtual SdkFact? WithParameters(Func<string, string?> nameOf) => this;

    private protected static ImmutableArray<string> Map(ImmutableArray<string> parameters, Func<string, string?> nameOf) =>
        parameters.Select(parameter => Map(parameter, nameOf)).OfType<string>().ToImmutableArray();

    private protected static string? Map(string? parameter, Func<string, string?> nameOf) =>
        parameter is null or Receiver ? parameter : nameOf(parameter);
}

/// <summary>A call that a model answers.</summary>
/// <param name="Prompt">The parameters that carry prompt content.</param>
/// <param name="Options">The parameters that carry options (a response format among them). Empty: the overload cannot carry any.</param>
/// <param name="Typed">The call is generic in the answer type, so a schema is in force.</param>
/// <param name="Streaming">The answer arrives in pieces.</param>
/// <param name="Protocol">The request is an untyped body; nothing about its format can be seen.</param>
/// <param name="Function">The parameter ("this" for the receiver) that holds the prompt function that is invoked, or null.</param>
/// <param name="Configured">The parameter ("this" for the receiver) that may carry a response format of its own, an agent for example, or
/// null.</param>
/// <param name="Arguments">The parameter that carries the values of the prompt template's variables, or null when the prompt is no
/// template.</param>
/// <param name="Language">The language of the prompt template, or null when the call says it otherwise.</param>
/// <param name="Continues">The parameter that names a conversation whose messages the model sees as well, or null.</param>
internal sealed record ModelCallFact(
    SdkKind Sdk,
    ImmutableArray<string> Prompt,
    ImmutableArray<string> Options,
    bool Typed = false,
    bool Streaming = false,
    bool Protocol = false,
    string? Function = null,
    string? Configured = null,
    string? Arguments = null,
    TemplateFormat? Language = null,
    string? Continues = null
) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var prompt = Map(Prompt, nameOf);
        var function = Map(Function, nameOf);
        return (prompt.IsEmpty && !Prompt.IsEmpty) || (function is null && Function is not null)
            ? null
            : this with
            {
                Prompt = prompt,
                Options = Map(Options, nameOf),
                Function = function,
                Configured = Map(Configured, nameOf),
                Arguments = Map(Arguments, nameOf),
                Continues = Map(Continues, nameOf),
            };
    }
}

/// <summary>
/// A factory of a prompt function: what a <see cref="ModelCallFact"/> with a <see cref="ModelCallFact.Function"/> sends when it invokes it.
/// </summary>
/// <param name="Prompt">The parameters that carry the prompt template.</param>
/// <param name="Options">The parameters that carry execution settings.</param>
/// <param name="Form">What those of <paramref name="Prompt"/> are.</param>
internal sealed record PromptFunctionFact(
    SdkKind Sdk,
    ImmutableArray<string> Prompt,
    ImmutableArray<string> Options,
    PromptForm Form = PromptForm.Template
) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var prompt = Map(Prompt, nameOf);
        return prompt.IsEmpty ? null : this with { Prompt = prompt, Options = Map(Options, nameOf) };
    }
}

/// <summary>A constant of an SDK that names the language of a prompt template.</summary>
internal sealed record TemplateFormatFact(SdkKind Sdk, TemplateFormat Format) : SdkFact(Sdk);

/// <summary>A call whose result is passages chosen by relevance.</summary>
/// <param name="Query">The parameters that carry the question.</param>
internal sealed record RetrievalFact(SdkKind Sdk, ImmutableArray<string> Query) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var query = Map(Query, nameOf);
        return query.IsEmpty ? null : this with { Query = query };
    }
}

/// <summary>
/// A member whose value is (part of, a wrapper or a copy of) what it was read from: the text of an answer, the record of a search result.
/// </summary>
/// <param name="From">"this", or the parameters whose values pass.</param>
internal sealed record PassFact(SdkKind Sdk, ImmutableArray<string> From) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var from = Map(From, nameOf);
        return from.IsEmpty ? null : this with { From = from };
    }
}

/// <summary>
/// A message or message part with a role: a constructor, a factory, a method that appends to a history, or a property that is assigned.
/// </summary>
/// <param name="Role">The role, or null when <paramref name="RoleParameter"/> says it, or, with no such parameter, when the content says
/// the roles itself (messages, a template).</param>
/// <param name="Content">The parameters that carry the text or the messages; empty for a property, whose value carries them.</param>
/// <param name="RoleParameter">The parameter that carries the role, or null.</param>
/// <param name="AppendsToReceiver">The member adds the message to its receiver (of an extension method: to its first argument).</param>
internal sealed record PromptPartFact(
    SdkKind Sdk,
    PromptRole? Role,
    ImmutableArray<string> Content,
    string? RoleParameter = null,
    bool AppendsToReceiver = false
) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var content = Map(Content, nameOf);
        var role = Map(RoleParameter, nameOf);
        return (content.IsEmpty && !Content.IsEmpty) || (role is null && RoleParameter is not null)
            ? null
            : this with
            {
                Content = content,
                RoleParameter = role,
            };
    }
}

/// <summary>
/// A property of options through which messages join the prompt that the call does not show: a stored conversation, a provider of context.
/// </summary>
internal sealed record UnseenMessagesFact(SdkKind Sdk) : SdkFact(Sdk);

/// <summary>A member that makes a chat client of an OpenAI client.</summary>
internal sealed record OpenAIAdapterFact(SdkKind Sdk) : SdkFact(Sdk);

/// <summary>A value that names a role: <c>ChatRole.System</c>, <c>AuthorRole.User</c>.</summary>
internal sealed record RoleValueFact(SdkKind Sdk, PromptRole Role) : SdkFact(Sdk);

/// <summary>A property of an options object that carries the response format, or an object that holds it (Responses API).</summary>
/// <param name="HoldsFormatIn">The property of this property's value that carries the format, or null when it is the format itself.</param>
internal sealed record ResponseFormatFact(SdkKind Sdk, string? HoldsFormatIn = null) : SdkFact(Sdk);

/// <summary>A property of options through which a format may come unseen (extension data, raw representations, factories).</summary>
internal sealed record FormatBackdoorFact(SdkKind Sdk) : SdkFact(Sdk);

/// <summary>
/// A property of an options container that holds the options proper, or a member that makes a container or fills one:
/// <c>KernelArguments.ExecutionSettings</c>, <c>new ChatClientAgentRunOptions(chatOptions)</c>, <c>new ChatClientAgent(client,
/// options)</c>.
/// </summary>
/// <param name="From">
/// For constructors and methods: the parameters that carry the options, empty when the overload takes none. Empty for a property.
/// </param>
internal sealed record OptionsHolderFact(SdkKind Sdk, ImmutableArray<string> From) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf) => this with { From = Map(From, nameOf) };
}

/// <summary>A factory, constructor or static property that makes a response format of a known strength.</summary>
/// <param name="Schema">The parameter that carries the JSON schema, or null.</param>
/// <param name="SchemaType">The parameter that carries the type whose schema is meant, or null; a generic member without either means its
/// type argument.</param>
/// <param name="Strict">The parameter that says whether the schema is strict, or null where the SDK has none.</param>
internal sealed record FormatFact(
    SdkKind Sdk,
    FormatStrength Strength,
    string? Schema = null,
    string? SchemaType = null,
    string? Strict = null
) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf) =>
        this with
        {
            Schema = Map(Schema, nameOf),
            SchemaType = Map(SchemaType, nameOf),
            Strict = Map(Strict, nameOf),
        };
}

/// <summary>A call that turns text into a structure.</summary>
/// <param name="Input">The parameters that carry the text ("this" for the receiver).</param>
/// <param name="TargetParameter">The parameter that carries the target <c>Type</c>, or null when it is the type argument or the result
/// type.</param>
internal sealed record ParseFact(SdkKind Sdk, ImmutableArray<string> Input, string? TargetParameter = null) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var input = Map(Input, nameOf);
        return input.IsEmpty ? null : this with { Input = input, TargetParameter = Map(TargetParameter, nameOf) };
    }
}

/// <summary>A property that parses the answer when it is read, and throws when that cannot be done.</summary>
internal sealed record TypedResultFact(SdkKind Sdk) : SdkFact(Sdk);

/// <summary>
/// A member that tells how the answer came to its end: why it stopped, that it was refused or is incomplete, whether it parses.
/// </summary>
/// <param name="ByType">Its type tells as much: an update of that type comes only when the answer ended so.</param>
internal sealed record OutcomeFact(SdkKind Sdk, bool ByType = false) : SdkFact(Sdk);

/// <summary>A method whose result is JSON text, whatever it is given.</summary>
internal sealed record JsonTextFact(SdkKind Sdk) : SdkFact(Sdk);

/// <summary>A method whose result is the JSON schema of a type.</summary>
/// <param name="TypeParameter">The parameter that carries the type, or null for overloads that are told it otherwise.</param>
internal sealed record SchemaExportFact(SdkKind Sdk, string? TypeParameter) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf) => this with { TypeParameter = Map(TypeParameter, nameOf) };
}

/// <summary>A file upload, or the constructor of a request for one.</summary>
/// <param name="Content">The parameters that carry the content (stream or binary data).</param>
/// <param name="Path">The parameters that carry a path or file name.</param>
/// <param name="Purpose">The parameter that carries the purpose, or null when <paramref name="Request"/> does.</param>
/// <param name="Request">The parameter that carries a request object, whose constructor has a fact of this kind, or null.</param>
internal sealed record FileUploadFact(
    SdkKind Sdk,
    ImmutableArray<string> Content,
    ImmutableArray<string> Path,
    string? Purpose,
    string? Request = null
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
internal sealed record FineTuningJobFact(
    SdkKind Sdk,
    string? TrainingFile,
    string? Options,
    string? Body = null,
    string? TrainingMember = null,
    string? ValidationMember = null
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
            };
    }
}

/// <summary>A write into a vector index.</summary>
/// <param name="Records">The parameters that carry what is indexed.</param>
internal sealed record IngestionFact(SdkKind Sdk, ImmutableArray<string> Records) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var records = Map(Records, nameOf);
        return records.IsEmpty ? null : this with { Records = records };
    }
}

/// <summary>A member that has to do with the tools that a model may call.</summary>
/// <param name="Role">What it has to do with them.</param>
/// <param name="From">The parameters that carry functions, tools, or the object or type whose functions are meant.</param>
/// <param name="AddsTo">The parameter that the tools are added to, or null.</param>
internal sealed record ToolFact(SdkKind Sdk, ToolRole Role, ImmutableArray<string> From, string? AddsTo = null) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var from = Map(From, nameOf);
        var addsTo = Map(AddsTo, nameOf);
        return (from.IsEmpty && !From.IsEmpty) || (addsTo is null && AddsTo is not null)
            ? null
            : this with
            {
                From = from,
                AddsTo = addsTo,
            };
    }
}

/// <summary>
/// A member that decides which model answers: one that makes or configures a client, one that wraps it (the name of the wrapped client is
/// passed on), a call that says the model itself, or a property of options that holds the name.
/// </summary>
/// <param name="From">The parameters that carry the name, or the client that has one; empty for a property, whose value is the name, and
/// for what has no model yet.</param>
/// <param name="AddsTo">The parameter ("this" for the receiver) that is given the model, or null.</param>
internal sealed record ModelNameFact(SdkKind Sdk, ImmutableArray<string> From, string? AddsTo = null) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var from = Map(From, nameOf);
        var addsTo = Map(AddsTo, nameOf);
        return (from.IsEmpty && !From.IsEmpty) || (addsTo is null && AddsTo is not null)
            ? null
            : this with
            {
                From = from,
                AddsTo = addsTo,
            };
    }
}

/// <summary>A call that tells a container which object to hand out for a type.</summary>
/// <param name="From">The parameters that carry the object, or the function that makes it; empty where the container makes it
/// itself.</param>
/// <param name="Key">The parameter that carries the key under which it is handed out, or null.</param>
internal sealed record ServiceRegistrationFact(SdkKind Sdk, ImmutableArray<string> From, string? Key = null) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var key = Map(Key, nameOf);
        return key is null && Key is not null ? null : this with { From = Map(From, nameOf), Key = key };
    }
}

/// <summary>A call whose result is the object that a container has for its type argument.</summary>
/// <param name="Key">The parameter that carries the key, or null.</param>
internal sealed record ServiceRequestFact(SdkKind Sdk, string? Key = null) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf) =>
        Map(Key, nameOf) is var key && (key is not null || Key is null) ? this with { Key = key } : null;
}
