using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Answers.Guards;

/// <summary>
/// What a parser throws when a text is malformed, and which catch takes it. The sources are the parsers' documentation of "Exceptions".
/// </summary>
internal sealed class ThrownExceptions
{
    private static readonly ThrownExceptions SystemTextJson = new("System.Text.Json.JsonException");
    private static readonly ThrownExceptions NewtonsoftJson = new("Newtonsoft.Json.JsonException");
    private static readonly ThrownExceptions Xml = new("System.Xml.XmlException", "System.InvalidOperationException");
    private static readonly ThrownExceptions Yaml = new("YamlDotNet.Core.YamlException");

    // Of a parser that a table lists it is not known; every catch may take it.
    private static readonly ThrownExceptions Some = new("System.Exception");

    // These take whatever is thrown, or much of it: a task that is waited for wraps it, and a catch without a type says object.
    private static readonly ImmutableHashSet<string> General = ImmutableHashSet.Create(
        "System.Exception",
        "System.SystemException",
        "System.Object",
        "System.AggregateException"
    );

    private readonly ImmutableHashSet<string> _types;

    private ThrownExceptions(params string[] types)
    {
        FullName = types[0];
        _types = types.ToImmutableHashSet();
    }

    /// <summary>
    /// A typed response's result: no JSON in the answer, or null, is an InvalidOperationException, malformed JSON a JsonException.
    /// </summary>
    public static ThrownExceptions OfTypedResult { get; } = new("System.Text.Json.JsonException", "System.InvalidOperationException");

    /// <summary>The exception that malformed text leads to.</summary>
    public string FullName { get; }

    public string Name => FullName.Substring(FullName.LastIndexOf('.') + 1);

    public static ThrownExceptions Of(ParseFact parse) =>
        parse.Sdk switch
        {
            SdkKind.NewtonsoftJson => NewtonsoftJson,
            SdkKind.Xml => Xml,
            SdkKind.Yaml => Yaml,
            SdkKind.Listed => Some,
            _ => SystemTextJson,
        };

    /// <summary>One of the catches takes what is thrown, or some of it; what cannot be resolved may.</summary>
    public bool AreCaughtBy(ITryOperation @try) => @try.Catches.Any(c => Takes(c.ExceptionType));

    private bool Takes(ITypeSymbol? caught) =>
        caught is null or IErrorTypeSymbol
        || General.Contains(caught.FullName())
        || caught.AndBaseTypes().Any(t => _types.Contains(t.FullName()));
}
