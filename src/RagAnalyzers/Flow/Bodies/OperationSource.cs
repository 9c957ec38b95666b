using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Bodies;

/// <summary>
/// Binds code outside the body being analysed. During an analyzer run the driver answers from its own cache, so the model is shared with
/// every other analyzer and the operations are the same objects that the driver hands out for that body. Only bodies that a trace reaches
/// are bound.
/// </summary>
internal sealed class OperationSource
{
    private readonly Compilation _compilation;
    private readonly KeptModels _models;

    public OperationSource(Compilation compilation)
    {
        _compilation = compilation;
        _models = new KeptModels(compilation);
        Types = new TypeHierarchy(compilation);
    }

    public Compilation Compilation => _compilation;

    /// <summary>The classes and structs of the compilation.</summary>
    public TypeHierarchy Types { get; }

    /// <summary>The symbol is one of this compilation's own.</summary>
    public bool Declares(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _compilation.Assembly);

    /// <inheritdoc cref="KeptModels.Of"/>
    public SemanticModel ModelOf(SyntaxTree tree) => _models.Of(tree);

    /// <summary>The operation that a node of this compilation stands for, or null.</summary>
    public IOperation? OperationOf(SyntaxNode node) =>
        _compilation.ContainsSyntaxTree(node.SyntaxTree) ? ModelOf(node.SyntaxTree).GetOperation(node) : null;

    /// <summary>The root operation of the member or initializer that a node declares, or null.</summary>
    public IOperation? RootOf(SyntaxNode node) => OperationOf(node)?.Root();

    /// <summary>The expression that a constant of this compilation is declared with, or null.</summary>
    public IOperation? ValueOf(ISymbol constant) =>
        constant.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value }
        && _compilation.ContainsSyntaxTree(value.SyntaxTree)
            ? OperationOf(value)
            : null;

    /// <summary>
    /// The method, constructor or accessor around an operation, lambdas and local functions aside; null in an initializer.
    /// </summary>
    public IMethodSymbol? MethodAround(IOperation operation) =>
        operation.Parent is null ? MethodOf(operation.Syntax) : MethodAround(operation.Syntax);

    /// <summary>The method, constructor or accessor that a declaration with a body makes; null for an initializer. Nothing is bound.</summary>
    public IMethodSymbol? MethodOf(SyntaxNode declaration) =>
        ModelOf(declaration.SyntaxTree).GetDeclaredSymbol(declaration) as IMethodSymbol ?? MethodAround(declaration);

    private IMethodSymbol? MethodAround(SyntaxNode node)
    {
        // A declaration begins outside of itself.
        var symbol = ModelOf(node.SyntaxTree).GetEnclosingSymbol(node.Span.End - 1);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            symbol = symbol.ContainingSymbol;
        }

        return symbol as IMethodSymbol;
    }

    /// <summary>The body of a method of this compilation, or null: abstract, extern, from metadata, or made by the compiler.</summary>
    public IOperation? BodyOf(IMethodSymbol method)
    {
        var declared = method.PartialImplementationPart ?? method;
        if (!Declares(declared) || declared.DeclaringSyntaxReferences.IsEmpty)
        {
            return null;
        }

        return declared.DeclaringSyntaxReferences[0].GetSyntax() switch
        {
            BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } => null,
            AccessorDeclarationSyntax { Body: null, ExpressionBody: null } => null,
            (BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax) and var node => RootOf(node),
            _ => null,
        };
    }

    /// <summary>The initializer that a field or property is declared with, or null.</summary>
    public ISymbolInitializerOperation? InitializerOf(ISymbol member) =>
        member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            PropertyDeclarationSyntax { Initializer: { } initializer } => initializer,
            VariableDeclaratorSyntax { Initializer: { } initializer } => initializer,
            _ => null,
        }
            is { } value
        && _compilation.ContainsSyntaxTree(value.SyntaxTree)
            ? RootOf(value) as ISymbolInitializerOperation
            : null;

    /// <summary>The constructor call that stands before a constructor's body, or behind the base type of a primary one; or null.</summary>
    public IInvocationOperation? ConstructorCalledBy(IMethodSymbol constructor)
    {
        if (
            constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not { } node
            || !_compilation.ContainsSyntaxTree(node.SyntaxTree)
        )
        {
            return null;
        }

        return node switch
        {
            ConstructorDeclarationSyntax { Initializer: not null } => RootOf(node)
                is IConstructorBodyOperation { Initializer: { } initializer }
                ? initializer.DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault()
                : null,
            TypeDeclarationSyntax type => type.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault() is { } called
                ? OperationOf(called) as IInvocationOperation
                : null,
            _ => null,
        };
    }

    /// <summary>The bodies and initializers of a type's own code in which a name occurs.</summary>
    public ImmutableArray<IOperation> RootsMentioning(string name, INamedTypeSymbol type) => RootsOf(DeclarationsMentioning(name, type));

    /// <summary>The same, by their declarations, which nothing has bound.</summary>
    public IEnumerable<SyntaxNode> DeclarationsMentioning(string name, INamedTypeSymbol type) => DeclarationsAround(TokensIn(type, name));

    /// <summary>The declarations of bodies and initializers of the compilation in which one of the names occurs.</summary>
    public IEnumerable<SyntaxNode> DeclarationsMentioningAny(ICollection<string> names) =>
        DeclarationsAround(_compilation.SyntaxTrees.SelectMany(t => IdentifierIndex.TokensOfAny(t, names)));

    /// <summary>The bodies and initializers that tokens stand in; default when they are more than so many.</summary>
    public ImmutableArray<IOperation> RootsAround(IEnumerable<SyntaxToken> tokens, int most)
    {
        var nodes = DeclarationsAround(tokens).Take(most + 1).ToList();
        return nodes.Count > most ? default : RootsOf(nodes);
    }

    private static IEnumerable<SyntaxNode> DeclarationsAround(IEnumerable<SyntaxToken> tokens) =>
        tokens.Select(static token => DeclaredBodies.Around(token.Parent)).OfType<SyntaxNode>().Distinct();

    private ImmutableArray<IOperation> RootsOf(IEnumerable<SyntaxNode> declarations) =>
        declarations.Select(RootOf).OfType<IOperation>().Distinct().ToImmutableArray();

    /// <summary>The bodies and initializers of the compilation in which both names occur, those of one type aside.</summary>
    public ImmutableArray<IOperation> RootsMentioning(string name, string other, INamedTypeSymbol exceptIn) =>
        RootsOf(DeclarationsMentioning(name, other, exceptIn));

    /// <summary>The same, by their declarations, which nothing has bound.</summary>
    public IEnumerable<SyntaxNode> DeclarationsMentioning(string name, string other, INamedTypeSymbol exceptIn)
    {
        var tokens = _compilation
            .SyntaxTrees.Where(t => IdentifierIndex.Mentions(t, name) && IdentifierIndex.Mentions(t, other))
            .SelectMany(t => IdentifierIndex.Tokens(t, name));
        return DeclarationsAround(Outside(exceptIn, tokens)).Where(n => IdentifierIndex.IsMentionedIn(n, other));
    }

    /// <summary>Those of the tokens that do not stand in a type's own code.</summary>
    public static IEnumerable<SyntaxToken> Outside(INamedTypeSymbol type, IEnumerable<SyntaxToken> tokens)
    {
        var own = type.DeclaringSyntaxReferences.Select(static r => r.GetSyntax()).ToList();
        return tokens.Where(token => !own.Any(o => o.SyntaxTree == token.SyntaxTree && o.Span.Contains(token.Span)));
    }

    /// <summary>The places in the code of the compilation at which a name stands, that of a declaration aside.</summary>
    public IEnumerable<SimpleNameSyntax> NamesOf(string name) =>
        _compilation
            .SyntaxTrees.SelectMany(t => IdentifierIndex.Tokens(t, name))
            .Select(static token => token.Parent)
            .OfType<SimpleNameSyntax>();

    /// <summary>The same in a type's own code.</summary>
    public IEnumerable<SimpleNameSyntax> NamesOf(string name, INamedTypeSymbol type) =>
        TokensIn(type, name).Select(static token => token.Parent).OfType<SimpleNameSyntax>();

    /// <summary>An editor hands over the code of other projects as it is; a type of theirs has none that could be bound here.</summary>
    private IEnumerable<SyntaxToken> TokensIn(INamedTypeSymbol type, string name) =>
        type
            .DeclaringSyntaxReferences.Where(r => _compilation.ContainsSyntaxTree(r.SyntaxTree))
            .SelectMany(r => IdentifierIndex.Tokens(r.GetSyntax(), name));
}
