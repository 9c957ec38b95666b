using System.Collections.Immutable;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Templates;

namespace RagAnalyzers.Sdk;

/// <summary>Writes the rows of one SDK's table in a form that reads like the table; what comes out is <see cref="ToEntries"/>.</summary>
internal sealed class SdkTable(SdkKind sdk)
{
    /// <summary>The member name of constructors.</summary>
    public const string Constructor = ".ctor";

    /// <summary>The member name of indexers.</summary>
    public const string Indexer = "this[]";

    /// <summary>The member name of implicit conversions.</summary>
    public const string Implicit = "op_Implicit";

    /// <summary>The member name of explicit conversions.</summary>
    public const string Explicit = "op_Explicit";

    private static readonly ImmutableArray<string> FromReceiver = ImmutableArray.Create(SdkFact.Receiver);

    private readonly ImmutableArray<SdkEntry>.Builder _entries = ImmutableArray.CreateBuilder<SdkEntry>();
    private string _type = "";

    /// <summary>The type that the rows after this one are about.</summary>
    public SdkTable Type(string metadataName)
    {
        _type = metadataName;
        return this;
    }

    public SdkTable ModelCalls(
        string[] members,
        string[] prompt,
        string[]? options = null,
        bool typed = false,
        bool streaming = false,
        string? function = null,
        string? configured = null,
        string? arguments = null,
        TemplateFormat? language = null,
        string? continues = null,
        bool gathers = false,
        int? arity = null
    ) =>
        Add(
            members,
            new ModelCallFact(
                sdk,
                Names(prompt),
                Names(options),
                typed,
                streaming,
                Function: function,
                Configured: configured,
                Arguments: arguments,
                Language: language,
                Continues: continues,
                Gathers: gathers
            ),
            arity
        );

    /// <summary>The "protocol" form of model calls, whose request is an untyped body.</summary>
    public SdkTable ProtocolCalls(string[] members, string body) =>
        Add(members, new ModelCallFact(sdk, ImmutableArray.Create(body), ImmutableArray<string>.Empty, Protocol: true));

    public SdkTable PromptFunctions(string[] members, string[] prompt, string[] options, PromptForm form = PromptForm.Template) =>
        Add(members, new PromptFunctionFact(sdk, Names(prompt), Names(options), form));

    /// <summary>A member whose value names a template language.</summary>
    public SdkTable NamesTemplateFormat(TemplateFormat format, string member) => Add([member], new TemplateFormatFact(sdk, format));

    /// <summary>A property that exempts values from the encoding of prompts.</summary>
    public SdkTable ExemptsFromEncoding(ExemptionScope scope, string member) => Add([member], new EncodingExemptionFact(sdk, scope));

    public SdkTable Retrievals(
        string[] members,
        string[] query,
        string? options = null,
        string? top = null,
        string? filter = null,
        string? threshold = null,
        string[]? searching = null
    ) => Add(members, new RetrievalFact(sdk, Names(query), options, top, filter, threshold, Searching: Names(searching)));

    /// <summary>Members that run a query which is written as text.</summary>
    public SdkTable RunsQuery(string[] members, string[] text, params string[] values) =>
        Add(members, new QueryTextFact(sdk, Names(text), Names(values)));

    /// <summary>A property of search options.</summary>
    public SdkTable SearchSetting(SearchOption option, string member) => Add([member], new SearchOptionFact(sdk, option));

    /// <summary>Members of a hit that carry this part of it.</summary>
    public SdkTable Hits(HitPart part, params string[] members) => Add(members, new HitPartFact(sdk, part));

    /// <summary>Functions that say how near two vectors are.</summary>
    public SdkTable ComparesVectors(bool isSimilarity, params string[] members) =>
        Add(members, new VectorComparisonFact(sdk, isSimilarity));

    public SdkTable Embeddings(string[] members, string[] input, string? options = null) =>
        Add(members, new EmbeddingFact(sdk, Names(input), options));

    /// <summary>A property of embedding options that asks for a number of dimensions.</summary>
    public SdkTable EmbeddingDimensions(string member) => Add([member], new EmbeddingDimensionsFact(sdk));

    /// <summary>Members that make an embedder for a model, or wrap what has one.</summary>
    public SdkTable Embedder(
        string[] members,
        string? model = null,
        string? inner = null,
        string? dimensions = null,
        string? addsTo = null
    ) => Add(members, new EmbedderFact(sdk, model, inner, dimensions, addsTo));

    /// <summary>Members that open a collection of a vector store.</summary>
    public SdkTable OpensCollection(string[] members, string definition) => Add(members, new VectorCollectionFact(sdk, definition));

    /// <summary>Members that make a collection of vectors without records.</summary>
    public SdkTable MakesIndex(string[] members, string name, string vectors, string dimensions) =>
        Add(members, new VectorIndexFact(sdk, name, vectors, dimensions));

    /// <summary>The constructor of an attribute or a definition of a record's property.</summary>
    public SdkTable RecordProperty(
        RecordPropertyKind kind,
        string? name = null,
        string? dimensions = null,
        string? dimensionsMember = null,
        string? distanceMember = null,
        string? keyMember = null
    ) => Add([Constructor], new RecordPropertyFact(sdk, kind, name, dimensions, dimensionsMember, distanceMember, keyMember));

    public SdkTable Chunks(string[] members, string size, string? overlap = null, string? text = null, ChunkingLimits? limits = null) =>
        Add(members, new ChunkingFact(sdk, size, overlap, text, limits));

    /// <summary>Members whose value is part of their receiver.</summary>
    public SdkTable Passes(params string[] members) => Add(members, new PassFact(sdk, FromReceiver));

    /// <summary>A member whose value is what was passed to it.</summary>
    public SdkTable PassesFrom(string member, params string[] from) => Add([member], new PassFact(sdk, Names(from)));

    /// <summary>Members whose value is what was passed for the one parameter: extension methods of what they are called on.</summary>
    public SdkTable PassEachFrom(string from, string[] members) => Add(members, new PassFact(sdk, Names([from])));

    /// <summary>A member that makes a message of this role.</summary>
    public SdkTable Speaks(PromptRole role, string member, params string[] content) =>
        Add([member], new PromptPartFact(sdk, role, Names(content)));

    /// <summary>A property whose value is prompt text of this role, or, without a role, content that says the roles itself.</summary>
    public SdkTable PromptProperty(PromptRole? role, string member) =>
        Add([member], new PromptPartFact(sdk, role, ImmutableArray<string>.Empty));

    /// <summary>A member that makes a message whose role is a parameter.</summary>
    public SdkTable SpeaksAs(string roleParameter, string member, params string[] content) =>
        Add([member], new PromptPartFact(sdk, Role: null, Names(content), roleParameter));

    /// <summary>A member that takes over content that says the roles itself.</summary>
    public SdkTable Collects(string member, params string[] content) => Add([member], new PromptPartFact(sdk, Role: null, Names(content)));

    /// <summary>A member that appends to its receiver; without a role or role parameter, content that says the roles itself.</summary>
    public SdkTable Appends(PromptRole? role, string member, string[] content, string? roleParameter = null) =>
        Add([member], new PromptPartFact(sdk, role, Names(content), roleParameter, AppendsToReceiver: true));

    /// <summary>Properties through which messages join the prompt unseen.</summary>
    public SdkTable BringsMessages(params string[] members) => Add(members, new UnseenMessagesFact(sdk));

    /// <summary>Members that begin a conversation.</summary>
    public SdkTable BeginsConversation(params string[] members) => Add(members, new BegunConversationFact(sdk));

    /// <summary>Members that make a client of OpenAI's or Azure's service, or wrap the one they are given.</summary>
    public SdkTable MakesClient(string[] members, string[] endpoint, string[]? wraps = null, string[]? hidden = null) =>
        Add(members, new ClientFact(sdk, Names(wraps), Names(endpoint), Names(hidden), Makes: true));

    /// <summary>A member that gives a service of OpenAI's or Azure's to one of its parameters.</summary>
    public SdkTable AddsClient(string member, string addsTo, string[] endpoint, string[] wraps, string[] hidden) =>
        Add([member], new ClientFact(sdk, Names(wraps), Names(endpoint), Names(hidden), addsTo, Makes: true));

    /// <summary>Members whose result asks the service that these parameters ask.</summary>
    public SdkTable WrapsClient(string[] members, params string[] wraps) =>
        Add(members, new ClientFact(sdk, Names(wraps), ImmutableArray<string>.Empty, ImmutableArray<string>.Empty));

    public SdkTable RoleValue(PromptRole role, string member) => Add([member], new RoleValueFact(sdk, role));

    public SdkTable ResponseFormat(string member, string? holdsFormatIn = null) =>
        Add([member], new ResponseFormatFact(sdk, holdsFormatIn));

    public SdkTable FormatBackdoors(params string[] members) => Add(members, new FormatBackdoorFact(sdk));

    /// <summary>Methods that set something of options they are given, and never their format.</summary>
    public SdkTable LeaveFormatAlone(params string[] members) => Add(members, new OtherSettingFact(sdk));

    /// <summary>A property (no parameters) that holds options, or a member that takes them over from these parameters.</summary>
    public SdkTable HoldsOptions(string member, params string[] from) => Add([member], new OptionsHolderFact(sdk, Names(from)));

    public SdkTable Format(FormatStrength strength, string member) => Add([member], new FormatFact(sdk, strength));

    /// <summary>
    /// A member that makes a format with a schema: from JSON, from a type, or (of its overloads with neither parameter) from its type
    /// argument.
    /// </summary>
    public SdkTable SchemaFormat(string member, string schema, string? schemaType = null, string? strict = null) =>
        Add([member], new FormatFact(sdk, FormatStrength.Schema, schema, schemaType, strict));

    public SdkTable Parses(string[] members, string[] input, string? targetParameter = null) =>
        Add(members, new ParseFact(sdk, Names(input), targetParameter));

    /// <summary>A parse whose result tells whether it succeeded.</summary>
    public SdkTable TriesToParse(string member, params string[] input) => Add([member], new ParseFact(sdk, Names(input), IsSafe: true));

    /// <summary>Properties whose function is given the answer to the call that their owner makes.</summary>
    public SdkTable HandsAnswerTo(params string[] members) => Add(members, new HandedAnswerFact(sdk));

    /// <summary>The construction of a generic object that parses the answer as its type argument.</summary>
    public SdkTable ParsesItself() => Add([Constructor], new ParsesItselfFact(sdk));

    /// <summary>A method that code overrides to read a conversation whose last message is an answer.</summary>
    public SdkTable ReadsConversation(string member, string conversation) => Add([member], new HandedAnswerFact(sdk, conversation));

    /// <summary>A property that parses the answer when it is read.</summary>
    public SdkTable TypedResult(string member) => Add([member], new TypedResultFact(sdk));

    /// <summary>Members that tell how the answer ended.</summary>
    public SdkTable Outcome(params string[] members) => Add(members, new OutcomeFact(sdk));

    /// <summary>A member of a type that stands for one way in which an answer ends.</summary>
    public SdkTable OutcomeByType(string member) => Add([member], new OutcomeFact(sdk, ByType: true));

    public SdkTable WritesJson(params string[] members) => Add(members, new JsonTextFact(sdk));

    /// <summary>A member that makes the JSON schema of the type that this parameter carries.</summary>
    public SdkTable ExportsSchema(string member, string type) => Add([member], new SchemaExportFact(sdk, type));

    public SdkTable FileUploads(string[] members, string[] content, string[] path, string purpose) =>
        Add(members, new FileUploadFact(sdk, Names(content), Names(path), purpose));

    public SdkTable FineTunePurpose(string member) => Add([member], new FineTunePurposeFact(sdk));

    /// <summary>The form of upload whose request is an object; its constructors have rows of their own.</summary>
    public SdkTable RequestUploads(string[] members, string request) =>
        Add(members, new FileUploadFact(sdk, ImmutableArray<string>.Empty, ImmutableArray<string>.Empty, Purpose: null, request));

    public SdkTable FineTuningJobs(string[] members, string trainingFile, string options, string validationMember) =>
        Add(members, new FineTuningJobFact(sdk, trainingFile, options, ValidationMember: validationMember));

    /// <summary>The form of fine-tuning jobs whose request is a typed object.</summary>
    public SdkTable RequestFineTuningJobs(string[] members, string request, string trainingMember, string validationMember) =>
        Add(members, new FineTuningJobFact(sdk, TrainingFile: null, request, Body: null, trainingMember, validationMember));

    /// <summary>The "protocol" form of fine-tuning jobs, whose request is an untyped body.</summary>
    public SdkTable ProtocolFineTuningJobs(string[] members, string body) =>
        Add(members, new FineTuningJobFact(sdk, TrainingFile: null, Options: null, body));

    public SdkTable Ingestions(string[] members, params string[] records) => Add(members, new IngestionFact(sdk, Names(records)));

    /// <summary>The form of writes whose records are a type of the library's own.</summary>
    /// <param name="recordKey">The member of it that holds the key.</param>
    public SdkTable RecordIngestions(string[] members, string recordKey, params string[] records) =>
        Add(members, new IngestionFact(sdk, Names(records), RecordKey: recordKey));

    /// <summary>The form of writes that say the key apart from the record.</summary>
    public SdkTable KeyedIngestions(string[] members, string key, params string[] records) =>
        Add(members, new IngestionFact(sdk, Names(records), key));

    /// <summary>Members that say whether an index is there.</summary>
    public SdkTable AsksForIndex(params string[] members) => Add(members, new IndexStateFact(sdk, Removes: false));

    /// <summary>Members that take records, or a whole index, away.</summary>
    public SdkTable ClearsIndex(params string[] members) => Add(members, new IndexStateFact(sdk, Removes: true));

    /// <summary>A member through which the service searches by itself, and cites what it found.</summary>
    public SdkTable Cites(string member, string? addsTo = null) => Add([member], new CitationSourceFact(sdk, addsTo));

    public SdkTable Tools(ToolRole role, string[] members, string[]? from = null, string? addsTo = null) =>
        Add(members, new ToolFact(sdk, role, Names(from), addsTo));

    /// <summary>Members whose result answers with the model that these parameters name or have.</summary>
    public SdkTable ModelFrom(string[] members, params string[] from) => Add(members, new ModelNameFact(sdk, Names(from)));

    /// <summary>A member that gives the model of this name, or of this client, to one of its parameters.</summary>
    public SdkTable AddsModel(string member, string from, string addsTo) =>
        Add([member], new ModelNameFact(sdk, ImmutableArray.Create(from), addsTo));

    /// <summary>A property of options that names the model.</summary>
    public SdkTable ModelProperty(string member) => Add([member], new ModelNameFact(sdk, ImmutableArray<string>.Empty));

    public SdkTable Pauses(string[] members, string? duration = null) => Add(members, new PauseFact(sdk, duration));

    public SdkTable Recurs(string member, string[] function, string? period = null) =>
        Add([member], new RecurrenceFact(sdk, Names(function), period));

    public SdkTable ScheduledEntry(string member) => Add([member], new ScheduledEntryFact(sdk));

    public SdkTable Repeats(params string[] members) => Add(members, new RepeatFact(sdk));

    public SdkTable SchedulesFunctions(string schedule) => Add([Constructor], new ScheduleAttributeFact(sdk, schedule));

    public SdkTable TakesWork(params string[] members) => Add(members, new WorkRequestFact(sdk));

    /// <summary>Members that register what these parameters carry with a container.</summary>
    public SdkTable RegistersService(string[] members, string[] from, string? key = null, string? service = null) =>
        Add(members, new ServiceRegistrationFact(sdk, Names(from), key, service));

    /// <summary>Members that ask a container for what it has for their type argument.</summary>
    public SdkTable RequestsService(string[] members, string? key = null) => Add(members, new ServiceRequestFact(sdk, key), arity: 1);

    public ImmutableArray<SdkEntry> ToEntries() => _entries.ToImmutable();

    private static ImmutableArray<string> Names(string[]? names) => names is null ? ImmutableArray<string>.Empty : names.ToImmutableArray();

    private SdkTable Add(string[] members, SdkFact fact, int? arity = null)
    {
        foreach (var member in members)
        {
            _entries.Add(new SdkEntry(_type, member, fact, arity));
        }

        return this;
    }
}
