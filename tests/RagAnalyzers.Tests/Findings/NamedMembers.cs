using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.Tests.Findings;

/// <summary>The members that a message names, looked up where a reader would look: on what the call is made on, gives back, and takes.</summary>
internal static partial class NamedMembers
{
    // From a call to what holds the format: the agent's run options, the chat options in them, their format.
    private const int MostSteps = 4;

    private static readonly ConcurrentDictionary<Compilation, ILookup<string, INamedTypeSymbol>> s_types = [];

    private static readonly ConcurrentDictionary<Compilation, ILookup<INamedTypeSymbol, INamedTypeSymbol>> s_derived = [];

    /// <summary>The names in a message that are written like members; the code's own names are in quotes.</summary>
    public static ImmutableArray<string> SaidIn(string message) =>
        [.. Name().Matches(Quoted().Replace(message, "")).Select(match => match.Value).Distinct()];

    /// <summary>The name stands for a member that the reader finds from the finding's call.</summary>
    public static bool IsKnown(string name, Diagnostic finding, Compilation compilation)
    {
        var types = s_types.GetOrAdd(compilation, c => All(c.GlobalNamespace).ToLookup(type => type.Name));
        if (name.Split('.') is [var owner, var member])
        {
            return types[owner].Any(type => HasMember(type, member));
        }

        // The parse or comparison that is reported may be about a call further in, or further out.
        var tree = finding.Location.SourceTree!;
        var statement = tree.GetRoot().FindNode(finding.Location.SourceSpan).FirstAncestorOrSelf<StatementSyntax>()!;
        var model = compilation.GetSemanticModel(tree);
        return types[name].Any()
            || (
                statement.DescendantNodes().OfType<AwaitExpressionSyntax>().Select(awaited => CallIn(awaited, model)).FirstOrDefault()
                    is { } call
                && IsKnown(name, call, model, s_derived.GetOrAdd(compilation, _ => Derived(types)))
            );
    }

    /// <summary>The call of the model that is waited for; what leads to its receiver has other members.</summary>
    private static MemberAccessExpressionSyntax? CallIn(AwaitExpressionSyntax awaited, SemanticModel model)
    {
        var call = (awaited.Expression as InvocationExpressionSyntax)?.Expression as MemberAccessExpressionSyntax;
        while (call is not null && model.GetTypeInfo(call.Expression).Type is { } receiver && !IsOfSdk(receiver))
        {
            call = (call.Expression as InvocationExpressionSyntax)?.Expression as MemberAccessExpressionSyntax;
        }

        return call;
    }

    private static bool IsKnown(
        string name,
        MemberAccessExpressionSyntax call,
        SemanticModel model,
        ILookup<INamedTypeSymbol, INamedTypeSymbol> derived
    )
    {
        var receiver = model.GetTypeInfo(call.Expression).Type!;

        // Its own members, and the extension methods that the file's usings bring.
        var methods = Members(call.Name.Identifier.ValueText).OfType<IMethodSymbol>().ToList();
        return Members(name).Any()
            || methods.Any(method => HasMember(ResultOf(method.ReturnType), name))
            || IsWithin(
                methods.SelectMany(method => method.Parameters).Select(parameter => parameter.Type).Append(receiver),
                name,
                MostSteps,
                derived
            );

        ImmutableArray<ISymbol> Members(string member) =>
            model.LookupSymbols(call.SpanStart, receiver, member, includeReducedExtensionMethods: true);
    }

    /// <summary>One of the objects that the types lead to, as properties, constructor parameters or more derived options, has the property.</summary>
    private static bool IsWithin(
        IEnumerable<ITypeSymbol> types,
        string name,
        int steps,
        ILookup<INamedTypeSymbol, INamedTypeSymbol> derived
    )
    {
        var known = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var next = types.Where(IsOfSdk).ToList();
        for (var step = 0; step <= steps && next.Count > 0; step++)
        {
            if (next.Exists(type => HasMember(type, name, SymbolKind.Property)))
            {
                return true;
            }

            known.UnionWith(next);
            next =
            [
                .. next.OfType<INamedTypeSymbol>()
                    .SelectMany(type =>
                        derived[type.OriginalDefinition]
                            .Concat(type.InstanceConstructors.SelectMany(made => made.Parameters).Select(parameter => parameter.Type))
                            .Concat(
                                type.GetMembers()
                                    .OfType<IPropertySymbol>()
                                    .Where(property => property.SetMethod is not null)
                                    .Select(p => p.Type)
                            )
                    )
                    .Where(type => IsOfSdk(type) && !known.Contains(type)),
            ];
        }

        return false;
    }

    private static bool HasMember(ITypeSymbol type, string name, SymbolKind? kind = null)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (
                current
                    .GetMembers(name)
                    .Any(member => member.DeclaredAccessibility == Accessibility.Public && (kind ?? member.Kind) == member.Kind)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static ITypeSymbol ResultOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask" or "IAsyncEnumerable", TypeArguments: [var result] } ? result : type;

    private static bool IsOfSdk(ITypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString() is { } space && !space.StartsWith("System", StringComparison.Ordinal);

    private static ILookup<INamedTypeSymbol, INamedTypeSymbol> Derived(ILookup<string, INamedTypeSymbol> types) =>
        types
            .SelectMany(types => types)
            .Where(type => type.BaseType is { SpecialType: SpecialType.None })
            .ToLookup(
                type => type.BaseType!.OriginalDefinition,
                type => type,
                (IEqualityComparer<INamedTypeSymbol>)SymbolEqualityComparer.Default
            );

    private static IEnumerable<INamedTypeSymbol> All(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(All));

    [GeneratedRegex("'[^']*'|\"[^\"]*\"|<[^>]*>")]
    private static partial Regex Quoted();

    // At least two humps, so no word of a sentence is one: ResponseFormat, RunAsync, AIJsonUtilities.DefaultOptions.
    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*[a-z]\w*(?:[A-Z]\w*)+(?:\.[A-Z]\w*)?|(?<![\w.])[A-Z][a-z]\w*\.[A-Z]\w+")]
    private static partial Regex Name();
}
