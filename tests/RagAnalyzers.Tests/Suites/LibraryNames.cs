using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Tests.Sdk;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Suites;

/// <summary>Names of libraries' types, members and namespaces that the product's code writes as text, and what the real libraries say to them.</summary>
internal static partial class LibraryNames
{
    private static readonly ImmutableArray<INamespaceSymbol> s_libraries =
    [
        .. new[]
        {
            ReferenceSets.Latest,
            ReferenceSets.OpenAI21,
            ReferenceSets.OpenAI210,
            ReferenceSets.Betalgo,
            ReferenceSets.Schedulers,
            ReferenceSets.VectorDatabases,
            ReferenceSets.OtherClients,
            ReferenceSets.Evaluation,
            DocumentedSdks.References,
            // The test framework that these tests are written in.
            [MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location)],
        }.Select(references => AnalyzerRun.Compile([], references).GlobalNamespace),
    ];

    /// <returns>
    /// Every text in the sources that is written like a full name, "System.IO.StreamWriter" or "OpenAI.Responses.", with the files that
    /// say it. The tables of SDK members are left out: they have a check of their own.
    /// </returns>
    public static ILookup<string, string> SaidIn(IEnumerable<SyntaxTree> sources) =>
        sources
            .Where(tree => !tree.FilePath.Replace('\\', '/').Contains("/Sdk/Tables/", StringComparison.Ordinal))
            .SelectMany(tree =>
                tree.GetRoot()
                    .DescendantNodes()
                    .OfType<LiteralExpressionSyntax>()
                    .Where(literal => literal.IsKind(SyntaxKind.StringLiteralExpression))
                    .Select(literal => (Name: literal.Token.ValueText, tree.FilePath))
            )
            .Where(said => FullName().IsMatch(said.Name))
            .Distinct()
            .ToLookup(said => said.Name, said => said.FilePath);

    /// <summary>
    /// Whether a library has a namespace, a type (whatever its arity) or a member of this full name, "System.Lazy.Value",
    /// "System.String..ctor".
    /// </summary>
    public static bool IsKnown(string name) => s_libraries.Any(library => IsIn(library, PartsOf(name)));

    private static bool IsIn(INamespaceSymbol library, IReadOnlyList<string> parts)
    {
        IEnumerable<ISymbol> found = [library];
        foreach (var part in parts)
        {
            found = [.. found.OfType<INamespaceOrTypeSymbol>().SelectMany(WithBases).SelectMany(symbol => symbol.GetMembers(part))];
        }

        return found.Any();
    }

    private static IEnumerable<INamespaceOrTypeSymbol> WithBases(INamespaceOrTypeSymbol symbol)
    {
        yield return symbol;
        for (var type = (symbol as INamedTypeSymbol)?.BaseType; type is not null; type = type.BaseType)
        {
            yield return type;
        }
    }

    private static string[] PartsOf(string name)
    {
        const string constructor = "..ctor";
        var isConstructor = name.EndsWith(constructor, StringComparison.Ordinal);
        var parts = (isConstructor ? name[..^constructor.Length] : name.TrimEnd('.')).Split('.').Select(part => part.Split('`')[0]);
        return isConstructor ? [.. parts, ".ctor"] : [.. parts];
    }

    [GeneratedRegex(@"^[A-Z]\w*(\.[A-Z]\w*)+(`\d)?\.?$")]
    private static partial Regex FullName();
}
