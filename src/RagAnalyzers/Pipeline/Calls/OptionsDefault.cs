using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;

namespace RagAnalyzers.Pipeline.Calls;

/// <summary>
/// What a property of configured options (<c>IOptions&lt;T&gt;.Value</c>, or a <c>SearchSettings</c> that is handed over) holds unless configuration
/// says otherwise: what it is declared with, and what the program puts there.
/// </summary>
internal static class OptionsDefault
{
    private static readonly ImmutableHashSet<string> Accessors = ImmutableHashSet.Create(
        "Microsoft.Extensions.Options.IOptions",
        "Microsoft.Extensions.Options.IOptionsSnapshot",
        "Microsoft.Extensions.Options.IOptionsMonitor"
    );

    // What a type is called that configuration is bound to.
    private static readonly ImmutableArray<string> Endings = ImmutableArray.Create("Options", "Settings", "Config", "Configuration");

    /// <summary>The values; empty where the origin is no such property, or none of its values can be seen.</summary>
    public static ImmutableArray<IOperation> Of(Picture picture, Origin origin)
    {
        if (MemberOf(origin) is not { } property)
        {
            return ImmutableArray<IOperation>.Empty;
        }

        var declared = picture.Tracer.Bodies.InitializerOf(property) is { } initializer
            ? ImmutableArray.Create(initializer.Value)
            : ImmutableArray<IOperation>.Empty;
        return declared.AddRange(AssignedTo(picture, property));
    }

    /// <summary>The property that the origin reads off options: those that an accessor hands out, or an object that is called so.</summary>
    private static IPropertySymbol? MemberOf(Origin origin)
    {
        if (TypeOf(origin) is not INamedTypeSymbol type || origin.Path is not { IsEmpty: false } path)
        {
            return null;
        }

        if (
            path.Head is "Value" or "CurrentValue"
            && type is { TypeArguments: [INamedTypeSymbol options] }
            && Accessors.Contains(type.FullName())
        )
        {
            (type, path) = (options, path.Rest);
        }
        else if (!origin.IsOpen || !Endings.Any(e => type.Name.EndsWith(e, System.StringComparison.Ordinal)))
        {
            return null;
        }

        return path is { IsEmpty: false, Rest.IsEmpty: true, Head: var name }
            ? type.AndBaseTypes().SelectMany(t => t.GetMembers(name)).OfType<IPropertySymbol>().FirstOrDefault(static p => p.IsInSource())
            : null;
    }

    /// <summary>All that is seen to be put into a field or property, whoever puts it there.</summary>
    public static ImmutableArray<IOperation> AssignedTo(Picture picture, ISymbol holder) =>
        picture
            .BodiesOf(holder.ContainingType, new[] { holder.Name })
            .Concat(picture.BodiesMentioning(holder, holder.ContainingType))
            .Distinct()
            .SelectMany(static b => b.Root.Descendants().OfType<ISimpleAssignmentOperation>())
            .Where(a =>
                a.Target is IMemberReferenceOperation target
                && SymbolEqualityComparer.Default.Equals(target.Member.OriginalDefinition, holder.OriginalDefinition)
            )
            .Select(static a => a.Value)
            .ToImmutableArray();

    private static ITypeSymbol? TypeOf(Origin origin) =>
        origin.Symbol is IMethodSymbol { MethodKind: not MethodKind.Constructor } method
            ? method.ReturnType
            : origin.Symbol?.HeldType() ?? origin.Operation.Type;
}
