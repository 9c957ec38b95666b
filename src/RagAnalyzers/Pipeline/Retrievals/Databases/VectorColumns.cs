using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Retrievals.Records;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals.Databases;

/// <summary>
/// Joins in a table of a database: the type of a column says how large its vectors are, in an attribute
/// (<c>[Column(TypeName = "vector(384)")]</c>) or in the model (<c>HasColumnType("vector(384)")</c>).
/// </summary>
internal static class VectorColumns
{
    private const string Library = "Pgvector";
    private const string Vector = Library + ".Vector";
    private const string ColumnType = "HasColumnType";

    private static readonly Regex Sized = new(@"^(?:half)?vec(?:tor)?\((\d{1,5})\)$", RegexOptions.IgnoreCase);

    private static readonly HashSet<string> Writers = new() { "Add", "AddAsync", "AddRange", "AddRangeAsync", "Update", "UpdateRange" };

    /// <summary>The names of what writes into a table.</summary>
    public static IEnumerable<string> WriterNames => Writers;

    /// <summary>The compilation may have such columns: it references the library, and makes, or compares with, vectors.</summary>
    public static bool MayBeIn(Picture picture) =>
        picture.Once(static p =>
            (
                p.Mentions.Anywhere<VectorComparisonFact>()
                || p.Compilation.SyntaxTrees.Any(static t => IdentifierIndex.Mentions(t, nameof(Vector)))
            ) && p.References(Library)
        );

    /// <summary>The joins of a body with columns whose size is seen.</summary>
    public static IEnumerable<VectorJoin> In(Body body) =>
        MayBeIn(body.Picture) && (!VectorComparison.In(body).IsEmpty || IdentifierIndex.IsMentionedIn(body.Syntax, Writers))
            ? Read(body)
            : [];

    private static IEnumerable<VectorJoin> Read(Body body)
    {
        foreach (var comparison in VectorComparison.In(body))
        {
            if (comparison.Vectors is not var (first, second))
            {
                continue;
            }

            foreach (var (column, vector) in new[] { (first, second), (second, first) })
            {
                if (
                    column.Unwrapped() is IPropertyReferenceOperation { Property: var property }
                    && (Of(body.Picture, property) ?? Unsized(property)) is { } declared
                    && VectorJoin.WithDeclared(comparison.Route, comparison.Operation, declared, vector, AccessPath.Empty, isSearch: true)
                        is { } join
                )
                {
                    yield return join;
                }
            }
        }

        if (!IdentifierIndex.IsMentionedIn(body.Syntax, Writers))
        {
            yield break;
        }

        foreach (var write in body.Index.Invocations.Where(IsWrite))
        {
            var route = new Route(body.Picture, Calls: null);
            foreach (var argument in write.Arguments.Where(static a => a.Parameter?.Ordinal == 0))
            {
                foreach (var declared in ColumnsOf(body.Picture, argument.Value))
                {
                    var path = AccessPath.Empty.Push(declared.Name);
                    if (VectorJoin.WithDeclared(route, write, declared, argument.Value, path, isSearch: false) is { } join)
                    {
                        yield return join;
                    }
                }
            }
        }
    }

    /// <summary>
    /// All that the compilation puts into the column that a search compares, as writes; empty when it is not seen where one comes from.
    /// </summary>
    public static ImmutableArray<VectorJoin> WritesFor(Picture picture, VectorJoin search)
    {
        if (search.Property.Symbol is not { } column)
        {
            return ImmutableArray<VectorJoin>.Empty;
        }

        var route = new Route(picture, Calls: null);
        var writes = OptionsDefault
            .AssignedTo(picture, column)
            .Select(v => VectorJoin.WithDeclared(route, search.Operation, search.Property, v, AccessPath.Empty, isSearch: false))
            .Select(static j => j is null ? null : j with { Operation = j.Calls[0].Operation })
            .ToList();
        return writes.Contains(null) ? ImmutableArray<VectorJoin>.Empty : writes.OfType<VectorJoin>().ToImmutableArray();
    }

    /// <summary>The property is a column of pgvector.</summary>
    public static bool IsColumn(RecordProperty property) => (property.Symbol?.Type).HasFullName(Vector);

    private static RecordProperty? Unsized(IPropertySymbol property) =>
        property.Type.HasFullName(Vector) && property.IsInSource()
            ? RecordProperty.OfVector(property.Name, property.Locations[0], property)
            : null;

    private static bool IsWrite(IInvocationOperation call) =>
        Writers.Contains(call.TargetMethod.Name)
        && call.TargetMethod.ContainingType.OriginalDefinition.FullName()
            is "Microsoft.EntityFrameworkCore.DbSet"
                or "Microsoft.EntityFrameworkCore.DbContext";

    private static IEnumerable<RecordProperty> ColumnsOf(Picture picture, IOperation entity) =>
        (Element(entity.Unwrapped().Type) as INamedTypeSymbol)
            .AndBaseTypes()
            .SelectMany(static t => t.GetMembers())
            .OfType<IPropertySymbol>()
            .Select(p => Of(picture, p))
            .OfType<RecordProperty>();

    private static ITypeSymbol? Element(ITypeSymbol? type) =>
        type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { TypeArguments: [{ } element] } many => many.IsInSource() ? many : element,
            _ => type,
        };

    /// <summary>The column of a property, when its size is seen; null for every other property.</summary>
    private static RecordProperty? Of(Picture picture, IPropertySymbol property)
    {
        if (!property.Type.HasFullName(Vector))
        {
            return null;
        }

        // The model goes before the attribute.
        var modelled = Modelled(picture).Where(m => SymbolEqualityComparer.Default.Equals(m.Property, property)).ToList();
        if (modelled.Count > 0)
        {
            return modelled.Count == 1 && Size(modelled[0].Text) is { } size ? Declared(property, size, modelled[0].At) : null;
        }

        var column = property
            .GetAttributes()
            .FirstOrDefault(static a => a.AttributeClass.HasFullName("System.ComponentModel.DataAnnotations.Schema.ColumnAttribute"));
        return
            column?.NamedArguments.FirstOrDefault(static n => n.Key == "TypeName").Value.Value is string text
            && Size(text) is { } number
            && column.ApplicationSyntaxReference is { } at
            ? Declared(property, number, Location.Create(at.SyntaxTree, at.Span))
            : null;
    }

    private static RecordProperty Declared(IPropertySymbol property, int size, Location at) =>
        new(property.Name, property, RecordPropertyKind.Vector, size, DistanceFunction: null, at, DimensionsAt: null);

    private static int? Size(string? text) =>
        text is not null && Sized.Match(text.Trim()) is { Success: true } match
            ? int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    /// <summary>What the models of the compilation say of columns: <c>Property(x => x.Vector).HasColumnType("...")</c>.</summary>
    private static ImmutableArray<(IPropertySymbol Property, string? Text, Location At)> Modelled(Picture picture) =>
        picture
            .Once(static p => new Lazy<ImmutableArray<(IPropertySymbol, string?, Location)>>(
                () =>
                    p.BodiesMentioningAny(new HashSet<string> { ColumnType })
                        .SelectMany(static b => b.Index.Invocations)
                        .Where(static c => c.TargetMethod.Name == ColumnType && !c.TargetMethod.IsInSource())
                        .Select(Read)
                        .OfType<(IPropertySymbol, string?, Location)>()
                        .ToImmutableArray(),
                LazyThreadSafetyMode.PublicationOnly
            ))
            .Value;

    private static (IPropertySymbol, string?, Location)? Read(IInvocationOperation call)
    {
        for (var on = call.CalledOn(); on?.Unwrapped() is IInvocationOperation configured; on = configured.CalledOn())
        {
            if (
                configured.TargetMethod.Name == "Property"
                && configured.Arguments.Select(static a => a.Value.HandedFunction()).OfType<IAnonymousFunctionOperation>().FirstOrDefault()
                    is { } lambda
                && lambda.ReturnedValues().FirstOrDefault()?.Unwrapped() is IPropertyReferenceOperation { Property: var property }
            )
            {
                var text = call.Arguments.Select(static a => a.Value.ConstantValue.Value).OfType<string>().FirstOrDefault();
                return (property, text, call.Syntax.GetLocation());
            }
        }

        return null;
    }
}
