using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Serialization;
using RagAnalyzers.Text.Json;

namespace RagAnalyzers.Pipeline.Contracts.Shapes;

/// <summary>
/// What a schema prescribes at one place of an answer: which members an object has there, and what stands behind each. The elements of a list
/// stand for the list.
/// </summary>
internal abstract class PrescribedObject
{
    /// <summary>The names of the members; empty when they cannot be told, or others may stand beside them.</summary>
    public abstract ImmutableArray<string> Names { get; }

    /// <summary>What stands behind a member of that name; null when it cannot be told.</summary>
    protected abstract PrescribedObject? Member(string name);

    /// <summary>The root of a shape.</summary>
    public static PrescribedObject Of(PrescribedShape shape, JsonSymbols symbols) =>
        shape.Text is { } text ? new PrescribedText(text) : new PrescribedType(shape.Type!, JsonContract.For(symbols, shape.Writing!));

    /// <summary>What stands behind members that are read one off the other; null when it cannot be told.</summary>
    public PrescribedObject? At(IEnumerable<string> path) =>
        path.Aggregate((PrescribedObject?)this, static (found, name) => found?.Names.Contains(name) == true ? found.Member(name) : null);

    private sealed class PrescribedType(ITypeSymbol type, JsonContract written) : PrescribedObject
    {
        public override ImmutableArray<string> Names { get; } =
            ElementOf(type) is INamedTypeSymbol named && written.HasClosedShape(named)
                ? written.NamesIn(named)
                : ImmutableArray<string>.Empty;

        protected override PrescribedObject? Member(string name) =>
            written.Members((INamedTypeSymbol)ElementOf(type)).FirstOrDefault(m => m.Name == name) is { } member
            && !written.HasOwnConverter(member.Symbol)
                ? new PrescribedType(member.Type, written)
                : null;

        private static ITypeSymbol ElementOf(ITypeSymbol type)
        {
            var value = type.WithoutNull();
            return !Collections.IsDictionary(value) && Collections.ElementOf(value) is { } element ? ElementOf(element) : value;
        }
    }

    private sealed class PrescribedText(JsonTextValue schema) : PrescribedObject
    {
        private readonly JsonTextValue _object = Element(schema);

        public override ImmutableArray<string> Names =>
            _object["properties"] is { Kind: JsonTextKind.Object } members
            && !StrictSchemaTypes.SaysOtherwise(_object)
            && _object["patternProperties"] is null
            && _object["additionalProperties"] is null or { Kind: JsonTextKind.False }
                ? members.Properties.Select(static p => p.Name).ToImmutableArray()
                : ImmutableArray<string>.Empty;

        protected override PrescribedObject? Member(string name) =>
            _object["properties"]?[name] is { } member ? new PrescribedText(member) : null;

        private static JsonTextValue Element(JsonTextValue schema) =>
            schema["items"] is { Kind: JsonTextKind.Object } items && StrictSchemaTypes.Of(schema).Remove("null") is ["array"]
                ? Element(items)
                : schema;
    }
}
