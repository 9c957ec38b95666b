namespace RagAnalyzers.Findings;

/// <summary>Keys and values of <c>Diagnostic.Properties</c>: what an analyzer tells its code fix.</summary>
internal static class DiagnosticProperties
{
    /// <summary>
    /// RAG2001, RAG2002, RAG2004, RAG2011: the SDK of the model call; a name of <c>Sdk.SdkKind</c>. Null when the diagnostic sits on a call
    /// that leads to the model call in another body.
    /// </summary>
    public const string Sdk = "Sdk";

    /// <summary>
    /// RAG2001 to RAG2004: where the options of the call are. <see cref="OptionsAbsent"/>: the call passes none (or null);
    /// <see cref="OptionsCreated"/>: additional location 1 (of RAG2003: the last one) is the one object creation, used by this call alone;
    /// <see cref="OptionsOther"/>: anything else, so a fix that edits options is not offered.
    /// </summary>
    public const string Options = "Options";

    /// <summary>
    /// RAG2005: <see cref="LiteralFound"/> when additional location 0 is the constant text to which the request for JSON can be added.
    /// Absent when there is none.
    /// </summary>
    public const string Literal = "Literal";

    public const string LiteralFound = "found";

    /// <summary>
    /// RAG2003: the documentation id of the one type that the prompt takes the shape of the answer from; absent when none is evident.
    /// </summary>
    public const string Target = "Target";

    /// <summary>
    /// RAG2003: the number of the additional location that is the call which makes the schema of that type; absent when the prompt has its
    /// name alone.
    /// </summary>
    public const string SchemaExport = "SchemaExport";

    public const string OptionsAbsent = "absent";
    public const string OptionsCreated = "created";
    public const string OptionsOther = "other";

    /// <summary>RAG2011: the full name of the exception that a malformed answer leads to.</summary>
    public const string Exception = "Exception";

    /// <summary>
    /// RAG4001: the member of the options that takes the validation file, when additional location 0 is the training upload in the job's
    /// own file, and additional location 1, if there is one, the creation of the options.
    /// </summary>
    public const string Member = "Member";

    /// <summary>RAG4005: what the expression at additional location 0 says; changing it alone puts the upload right.</summary>
    public const string Decides = "Decides";

    public const string DecidesName = "name";
    public const string DecidesPurpose = "purpose";

    /// <summary>
    /// RAG2004: the number of the additional location that is the one assignment of the format, in options that go to this call alone.
    /// Absent when there is no such assignment, so that nothing may be put in its place.
    /// </summary>
    public const string FormatAssignment = "FormatAssignment";

    /// <summary>
    /// RAG2006: what the dropped format stands for; absent when that cannot be told. Two additional locations are the parse of the
    /// answer and the model call, one is the expression that names the type whose schema the format was meant to be.
    /// </summary>
    public const string Format = "Format";

    public const string FormatText = "text";
    public const string FormatJsonObject = "json_object";
    public const string FormatSchema = "schema";

    /// <summary>RAG2012: how many of the additional locations, from the first one on, are comparisons.</summary>
    public const string Comparisons = "Comparisons";

    /// <summary>RAG2012: the property of the answer that is compared, or null for the answer's text.</summary>
    public const string Property = "Property";

    /// <summary>
    /// RAG2007/RAG2009/RAG2010: the schema's text is additional location 0. <see cref="SchemaFits"/>: it is in the strict subset as it is;
    /// <see cref="SchemaWritten"/>: it can be seen. Absent when it cannot.
    /// The additional locations behind it are, for RAG2007, the parses of the answers.
    /// </summary>
    public const string SchemaText = "SchemaText";

    public const string SchemaFits = "fits";
    public const string SchemaWritten = "written";

    /// <summary>
    /// RAG2007: present when a typed call can take the place of the format: the last two additional locations are the model call and the
    /// one assignment of the format. The value is the SDK, a name of <c>Sdk.SdkKind</c>.
    /// </summary>
    public const string TypedCall = "TypedCall";

    /// <summary>RAG2010: the parameter that makes the schema strict.</summary>
    public const string StrictParameter = "StrictParameter";
}
