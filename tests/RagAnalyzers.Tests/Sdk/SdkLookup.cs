using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Sdk;

/// <summary>A source that compiles, its SDKs, and the symbols that its code names.</summary>
internal sealed class SdkLookup
{
    private readonly Compilation _compilation;
    private readonly AiSdks _sdks;

    public SdkLookup(string source, ImmutableArray<MetadataReference> references = default)
    {
        _compilation = AnalyzerRun.Compile([source], references.IsDefault ? ReferenceSets.Latest : references);
        Assert.Empty(AnalyzerRun.Errors(_compilation));
        Assert.True(AiSdks.TryCreate(_compilation, out var sdks));
        _sdks = sdks;
    }

    /// <summary>The fact about the method that the last call written "<paramref name="call"/>" binds to; null when there is none.</summary>
    public TFact? OfCall<TFact>(string call)
        where TFact : SdkFact =>
        Of<TFact>(Symbol(Nodes<InvocationExpressionSyntax>().Last(node => WithoutTypeArguments(node.Expression) == call)));

    /// <summary>The fact about the constructor that the last "new" expression of this type binds to.</summary>
    public TFact? OfNew<TFact>(string type)
        where TFact : SdkFact => Of<TFact>(Symbol(Nodes<ObjectCreationExpressionSyntax>().Last(node => node.Type.ToString() == type)));

    /// <summary>The fact about the property that the last "x.Property" binds to.</summary>
    public TFact? OfProperty<TFact>(string access)
        where TFact : SdkFact => Of<TFact>(Property(access));

    /// <summary>The same, asked of the property's set accessor.</summary>
    public TFact? OfSetter<TFact>(string access)
        where TFact : SdkFact => Of<TFact>(((IPropertySymbol)Property(access)).SetMethod!);

    /// <summary>The fact about a member that the source declares.</summary>
    public TFact? OfDeclared<TFact>(string type, string member)
        where TFact : SdkFact =>
        Of<TFact>(
            _compilation
                .GetTypeByMetadataName(type)!
                .GetMembers()
                .Single(symbol => symbol.Name == member || symbol.Name.EndsWith("." + member, StringComparison.Ordinal))
        );

    /// <summary>The fact about the user-defined conversion of the last initializer of a variable of this name.</summary>
    public TFact? OfConversion<TFact>(string variable)
        where TFact : SdkFact
    {
        var value = Nodes<VariableDeclaratorSyntax>().Last(node => node.Identifier.Text == variable).Initializer!.Value;
        return Of<TFact>(Model.GetConversion(value).MethodSymbol!);
    }

    public TFact? Of<TFact>(ISymbol symbol)
        where TFact : SdkFact => _sdks.TryGetFact<TFact>(symbol, out var fact) ? fact : null;

    private ISymbol Property(string access) => Symbol(Nodes<MemberAccessExpressionSyntax>().Last(node => node.ToString() == access));

    private SyntaxTree Tree => _compilation.SyntaxTrees.First();

    private SemanticModel Model => _compilation.GetSemanticModel(Tree);

    private IEnumerable<TNode> Nodes<TNode>() => Tree.GetRoot().DescendantNodes().OfType<TNode>();

    private ISymbol Symbol(SyntaxNode node) => Model.GetSymbolInfo(node).Symbol!;

    private static string WithoutTypeArguments(ExpressionSyntax expression) =>
        expression switch
        {
            MemberAccessExpressionSyntax access => $"{access.Expression}.{access.Name.Identifier.Text}",
            GenericNameSyntax name => name.Identifier.Text,
            _ => expression.ToString(),
        };
}
