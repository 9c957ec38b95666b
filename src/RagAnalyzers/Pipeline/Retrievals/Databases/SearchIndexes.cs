using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Pipeline.Retrievals.Databases;

/// <summary>Which indexes of a search service a compilation has clients for.</summary>
internal static class SearchIndexes
{
    private const string Client = "Azure.Search.Documents.SearchClient";
    private const string Opens = "GetSearchClient";

    private static readonly string[] Names = { "SearchClient", Opens };

    /// <summary>All clients are made in one place, or for an index of one name; false where none is seen to be made.</summary>
    public static bool IsOne(Picture picture) =>
        picture.Once(static p => new Lazy<object>(() => Read(p), LazyThreadSafetyMode.PublicationOnly)).Value is true;

    private static bool Read(Picture picture)
    {
        var named = picture
            .Compilation.SyntaxTrees.Where(static t => IdentifierIndex.MentionsAny(t, Names))
            .SelectMany(static t => t.GetRoot().DescendantNodes().Where(MayMake))
            .Select(picture.OperationOf)
            .OfType<IOperation>()
            .Where(static o => o.CalledMethod() is { } method && (method.Name == Opens || method.ContainingType.HasFullName(Client)))
            .Select(static o => o.ArgumentNamed("indexName"))
            .ToList();
        return named.Count == 1
            || named.Count > 1
                && named.TrueForAll(static n => n is not null)
                && named.Select(n => NameOf(picture, n!)).Distinct().ToList() is [not null];
    }

    // A client that is made where its type stands elsewhere does not name it: `private readonly SearchClient client = new(...);`
    private static bool MayMake(SyntaxNode node) =>
        node
            is ImplicitObjectCreationExpressionSyntax
                or ObjectCreationExpressionSyntax
                {
                    Type: IdentifierNameSyntax { Identifier.ValueText: "SearchClient" } or QualifiedNameSyntax
                }
                or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: Opens } };

    private static string? NameOf(Picture picture, IOperation value) =>
        picture.TraceThroughCallers(value, FlowMode.Value)
            is { IsTruncated: false, Origins: [{ Kind: OriginKind.Constant, Operation.ConstantValue.Value: string name }] }
            ? name
            : null;
}
