using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Pipeline.Retrievals.Databases;

/// <summary>Entity Framework adds rows that have a vector to their table, and only while the table has none.</summary>
/// <param name="Write">What adds them.</param>
/// <param name="Entity">The rows' type.</param>
internal sealed record FilledTable(IInvocationOperation Write, INamedTypeSymbol Entity)
{
    private const string EntityFramework = "Microsoft.EntityFrameworkCore";
    private const string Set = EntityFramework + ".DbSet";
    private const string Context = EntityFramework + ".DbContext";

    private static readonly ImmutableHashSet<string> Vectors = ImmutableHashSet.Create(
        "Pgvector.Vector",
        "Pgvector.HalfVector",
        "Pgvector.SparseVector",
        "Microsoft.Data.SqlTypes.SqlVector"
    );

    private static readonly HashSet<string> Adders = ["Add", "AddAsync", "AddRange", "AddRangeAsync"];

    // Who fills a table declares the context, or saves it.
    private static readonly HashSet<string> OfContexts = ["DbContext", "DbSet", "SaveChanges", "SaveChangesAsync", "IDbContextFactory"];

    private static readonly ImmutableHashSet<string> Changers = ImmutableHashSet.Create(
        "Remove",
        "RemoveRange",
        "Update",
        "UpdateRange",
        "Attach",
        "AttachRange",
        "Entry",
        "ExecuteDelete",
        "ExecuteDeleteAsync",
        "ExecuteUpdate",
        "ExecuteUpdateAsync"
    );

    // What changes tables past the sets, and a database that is gone with the process.
    private static readonly HashSet<string> Elsewhere =
    [
        "ExecuteSql",
        "ExecuteSqlAsync",
        "ExecuteSqlRaw",
        "ExecuteSqlRawAsync",
        "ExecuteSqlInterpolated",
        "ExecuteSqlInterpolatedAsync",
        "EnsureDeleted",
        "EnsureDeletedAsync",
        "BulkInsert",
        "BulkInsertAsync",
        "BulkInsertOrUpdate",
        "BulkInsertOrUpdateAsync",
        "BulkMerge",
        "BulkMergeAsync",
        "UseInMemoryDatabase",
    ];

    /// <summary>The compilation may have such a table.</summary>
    public static bool MayBeIn(Picture picture) =>
        picture.Once(static p =>
            p.Compilation.SyntaxTrees.Any(static t => IdentifierIndex.MentionsAnyOf(t, OfContexts))
            && p.References(EntityFramework)
            && (
                p.References("Pgvector")
                || (
                    p.Compilation.SyntaxTrees.Any(static t => IdentifierIndex.Mentions(t, "SqlVector"))
                    && p.References("Microsoft.Data.SqlClient")
                )
            )
            && !p.Compilation.SyntaxTrees.Any(static t => IdentifierIndex.MentionsAny(t, Elsewhere))
        );

    /// <summary>Those of a body, one a table.</summary>
    public static IEnumerable<FilledTable> In(Body body)
    {
        if (!MayBeIn(body.Picture) || !IdentifierIndex.IsMentionedIn(body.Syntax, Adders))
        {
            return [];
        }

        return body
            .Index.Invocations.Where(static c => Adders.Contains(c.TargetMethod.Name) && IsOfEntityFramework(c.TargetMethod))
            .Select(static c => EntityOf(c) is { } entity ? new FilledTable(c, entity) : null)
            .OfType<FilledTable>()
            .Where(f => f.IsOnce(body.Picture, f.Write) && !f.IsSeed(body.Picture) && !f.IsChangedElsewhere(body.Picture))
            .GroupBy(static f => f.Entity, SymbolEqualityComparer.Default)
            .Select(static g => g.First());
    }

    private bool IsOnce(Picture picture, IOperation write) =>
        IsGuarded(picture, write)
        || (picture.VisibleCallersOf(write) is { IsEmpty: false } callers && callers.All(c => IsGuarded(picture, c)));

    private bool IsGuarded(Picture picture, IOperation operation) => IndexState.IsGuarded(picture, operation, HasRows);

    /// <summary>What is written is all in the program, and changes with it.</summary>
    private bool IsSeed(Picture picture) =>
        Write
            .Arguments.Where(static a => a.Parameter?.Ordinal == 0)
            .All(a => picture.TraceThroughCallers(a.Value, FlowMode.Content).IsComplete);

    /// <summary>A value is true where the table has rows, false where it has none, null where it says nothing of that.</summary>
    private bool? HasRows(IOperation value) =>
        Awaited(value) switch
        {
            IInvocationOperation { TargetMethod.Name: "Any" or "AnyAsync" } asked when IsOfWholeTable(asked) => true,
            IBinaryOperation { RightOperand.ConstantValue: { HasValue: true, Value: 0 or 0L }, OperatorKind: var kind } compared
                when Awaited(compared.LeftOperand)
                    is IInvocationOperation { TargetMethod.Name: "Count" or "CountAsync" or "LongCount" or "LongCountAsync" } counted
                    && IsOfWholeTable(counted) => kind switch
            {
                BinaryOperatorKind.GreaterThan or BinaryOperatorKind.NotEquals => true,
                BinaryOperatorKind.Equals => false,
                _ => null,
            },
            _ => null,
        };

    /// <summary>The query asks for all rows: for rows of one document or key it would say nothing of the others.</summary>
    private bool IsOfWholeTable(IInvocationOperation query)
    {
        var on = query.CalledOn();
        while (on?.Unwrapped() is IInvocationOperation { TargetMethod.Name: "AsNoTracking" or "AsQueryable" } same)
        {
            on = same.CalledOn();
        }

        return !query.Arguments.Any(static a => a.Value.HandedFunction() is not null)
            && on?.Unwrapped().Type is INamedTypeSymbol { TypeArguments: [{ } rows] } set
            && set.OriginalDefinition.HasFullName(Set)
            && SymbolEqualityComparer.Default.Equals(rows, Entity);
    }

    private bool IsChangedElsewhere(Picture picture)
    {
        var names = new HashSet<string> { Entity.Name };
        if (Write.Instance?.Unwrapped() is IMemberReferenceOperation { Member: var table })
        {
            names.Add(table.Name);
        }

        return picture
            .BodiesMentioningAny(names)
            .Any(b =>
                b.Index.Invocations.Any(c =>
                    Changers.Contains(c.TargetMethod.Name) && IsOfEntityFramework(c.TargetMethod)
                    || (Adders.Contains(c.TargetMethod.Name) && IsOfEntityFramework(c.TargetMethod) && IsOfTable(c) && !IsOnce(picture, c))
                    || IsOnOwner(c)
                ) || b.Root.Descendants().OfType<ISimpleAssignmentOperation>().Any(IsOfKeptRow)
            );
    }

    private bool IsOfTable(IInvocationOperation write) => SymbolEqualityComparer.Default.Equals(EntityOf(write), Entity);

    /// <summary><c>document.Chunks.Add(chunk)</c>: what holds rows may be in the database itself.</summary>
    private bool IsOnOwner(IInvocationOperation call) =>
        call is { TargetMethod.ReturnsVoid: true, Instance: { } on }
        && on.Unwrapped() is IPropertyReferenceOperation { Type: INamedTypeSymbol { TypeArguments: [{ } rows] } }
        && !IsOfEntityFramework(call.TargetMethod)
        && SymbolEqualityComparer.Default.Equals(rows, Entity);

    /// <summary>A row that was read is changed: Entity Framework writes that back.</summary>
    private bool IsOfKeptRow(ISimpleAssignmentOperation assignment) =>
        assignment.Target is IPropertyReferenceOperation { Instance: { } row and not IInstanceReferenceOperation, Property: var property }
        && SymbolEqualityComparer.Default.Equals(property.ContainingType, Entity)
        && !(
            row.Unwrapped() is ILocalReferenceOperation { Local: var local }
            && BodyIndex
                .Of(row)
                .ReferencesTo(local)
                .OfType<IVariableDeclaratorOperation>()
                .Any(static d => d.Initializer?.Value.Unwrapped() is IObjectCreationOperation)
        );

    private static IOperation Awaited(IOperation value)
    {
        while (true)
        {
            switch (value.Unwrapped())
            {
                case IAwaitOperation { Operation: var task }:
                    value = task;
                    break;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task }:
                    value = task;
                    break;
                case ILocalReferenceOperation { Local: var local } use
                    when BodyIndex.Of(use).ReferencesTo(local).OfType<IVariableDeclaratorOperation>().FirstOrDefault()
                        is { Initializer.Value: { } made }:
                    value = made;
                    break;
                case var other:
                    return other;
            }
        }
    }

    private static bool IsOfEntityFramework(IMethodSymbol method) =>
        method.ContainingType.FullNamespace().StartsWith(EntityFramework, StringComparison.Ordinal);

    /// <summary>The type of the rows that a call adds, where they have a vector.</summary>
    private static INamedTypeSymbol? EntityOf(IInvocationOperation write)
    {
        var owner = write.Instance?.Unwrapped().Type as INamedTypeSymbol;
        var entity =
            owner is { TypeArguments: [{ } rows] } && owner.OriginalDefinition.HasFullName(Set) ? rows
            : owner.IsOrInherits(Context) ? RowOf(write.ArgumentNamed("0")?.Unwrapped().Type)
            : null;
        return
            entity is INamedTypeSymbol named
            && named
                .AndBaseTypes()
                .SelectMany(static t => t.GetMembers())
                .OfType<IPropertySymbol>()
                .Any(static p => Vectors.Contains(p.Type.OriginalDefinition.FullName()))
            ? named
            : null;
    }

    private static ITypeSymbol? RowOf(ITypeSymbol? type) =>
        type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { TypeArguments: [{ } element] } => element,
            _ => type,
        };
}
