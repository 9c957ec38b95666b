namespace RagAnalyzers.Serialization;

/// <summary>How a serializer reads and writes JSON, as far as names and values are concerned.</summary>
/// <param name="Newtonsoft">Newtonsoft.Json reads it, otherwise System.Text.Json.</param>
/// <param name="Naming">The naming policy for properties.</param>
/// <param name="IgnoresCase">Property names match whatever their case.</param>
/// <param name="StringEnums">Every enum may be written as a string.</param>
/// <param name="EnumNaming">The naming policy for enum values written as strings.</param>
/// <param name="Fields">Public fields are read like properties.</param>
internal sealed record JsonReading(
    bool Newtonsoft = false,
    JsonNaming Naming = JsonNaming.AsDeclared,
    bool IgnoresCase = false,
    bool StringEnums = false,
    JsonNaming EnumNaming = JsonNaming.AsDeclared,
    bool Fields = false
)
{
    /// <summary>System.Text.Json without options.</summary>
    public static readonly JsonReading Default = new();

    /// <summary>System.Text.Json's options for the web.</summary>
    public static readonly JsonReading Web = new(Naming: JsonNaming.CamelCase, IgnoresCase: true);

    /// <summary>Microsoft.Extensions.AI's own options, AIJsonUtilities.DefaultOptions.</summary>
    public static readonly JsonReading ExtensionsAIDefault = new(Naming: JsonNaming.CamelCase, IgnoresCase: true, StringEnums: true);

    /// <summary>The schema that Semantic Kernel makes of a type: names as they are declared, and the names of enums.</summary>
    public static readonly JsonReading SemanticKernelSchema = new(StringEnums: true);

    /// <summary>Newtonsoft.Json without settings: it matches names in any case, and reads enums from strings unasked.</summary>
    public static readonly JsonReading NewtonsoftDefault = new(Newtonsoft: true, IgnoresCase: true, StringEnums: true, Fields: true);
}
