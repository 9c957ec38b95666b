using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Pipeline.Retrievals.Records;

/// <summary>A text of a record that a vector store embeds by itself when the record is written.</summary>
/// <param name="Write">The call that writes the record.</param>
/// <param name="Text">The text, as the record is made with it.</param>
internal sealed record StoreEmbeddedText(IInvocationOperation Write, IOperation Text)
{
    /// <summary>Those of the records that a body makes and writes.</summary>
    public static IEnumerable<StoreEmbeddedText> In(Body body) =>
        Ingestion
            .In(body)
            .SelectMany(write =>
                write
                    .Records.SelectMany(r => body.Picture.TraceWithinBody(r, FlowMode.Value).Origins)
                    .Where(static o => o is { Kind: OriginKind.Creation, Path.IsEmpty: true, Via: null })
                    .Select(static o => o.Operation)
                    .OfType<IObjectCreationOperation>()
                    .Distinct()
                    .SelectMany(made => TextsOf(body.Picture, made))
                    .Select(text => new StoreEmbeddedText(write.Operation, text))
            );

    /// <summary>
    /// The property that holds the text of a vector which is made of text: this one, or the one that it is a view of (<c>=> Text</c>); null when
    /// it makes a text of others.
    /// </summary>
    public static IPropertySymbol? HolderOf(Picture picture, IPropertySymbol vector) =>
        vector.GetMethod is { } getter && picture.RootOf(getter) is { } body
            ? body.Descendants().OfType<IReturnOperation>().ToList() is [{ ReturnedValue: { } shown }]
                ? (shown.Unwrapped() as IPropertyReferenceOperation)?.Property
                : null
            : vector;

    private static IEnumerable<IOperation> TextsOf(Picture picture, IObjectCreationOperation made) =>
        made.Type is { } record && record.IsInSource()
            ? record
                .AndBaseTypes()
                .SelectMany(static t => t.GetMembers())
                .OfType<IPropertySymbol>()
                .Where(p => DeclaredProperty.Of(picture, p) is { IsEmbeddedByStore: true })
                .Select(p => HolderOf(picture, p) is { } holder ? MadeObjects.ValueOf(made, holder) : null)
                .OfType<IOperation>()
            : [];
}
