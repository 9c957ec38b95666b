using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Retrievals.Records;

namespace RagAnalyzers.Pipeline.Retrievals;

/// <summary>Records whose text is stored together with what says where it comes from: <c>Text = $"# {file}\n{chunk}", File = file</c>.</summary>
internal static class SourceInText
{
    /// <summary>Somewhere such a record is made.</summary>
    /// <param name="sources">The members that say where a passage comes from.</param>
    /// <param name="texts">The names of the members that are read.</param>
    public static bool IsStored(Picture picture, IReadOnlyCollection<IPropertySymbol> sources, IReadOnlyCollection<string> texts)
    {
        var type = sources.First().ContainingType;
        return picture
            .BodiesMentioningAny(new HashSet<string>(sources.Select(static s => s.Name)))
            .SelectMany(static b => b.Index.Creations)
            .OfType<IObjectCreationOperation>()
            .Where(c => c.Type.AndBaseTypes().Contains(type, SymbolEqualityComparer.Default))
            .Any(c =>
                sources.Any(s =>
                    Set(c, s.Name) is { ConstantValue.HasValue: false } source
                    && texts.Any(t => Set(c, t) is { } text && Holds(picture, text, source.Unwrapped()))
                )
            );
    }

    private static IOperation? Set(IObjectCreationOperation creation, string member) =>
        DeclaredProperty.Assigned(creation, member)
        ?? creation.Arguments.FirstOrDefault(a => a.ArgumentKind == ArgumentKind.Explicit && a.Parameter?.Name == member)?.Value;

    /// <summary>The source is among what the text is put together of.</summary>
    private static bool Holds(Picture picture, IOperation text, IOperation source)
    {
        var passed = new HashSet<IOperation>();
        picture.TraceWithinBody(text, FlowMode.Content, trail: passed);
        // A text that is the source itself holds nothing beside it.
        return !ReferenceEquals(text.Unwrapped(), source)
            && passed.Any(p => p.Syntax != text.Unwrapped().Syntax && p.Syntax.IsEquivalentTo(source.Syntax, topLevel: false));
    }
}
