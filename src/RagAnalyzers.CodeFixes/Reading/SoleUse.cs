using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Text;

namespace RagAnalyzers.CodeFixes.Reading;

/// <summary>Whether code is there for one place alone: what is changed for this place's sake then is changed for nobody else.</summary>
internal static class SoleUse
{
    // A constant that a property returns, which a helper of a helper reads.
    private const int MostSteps = 4;

    /// <summary>The code is in the member of the place, or in one that nobody uses but that member, be it through others like it.</summary>
    /// <param name="document">The document of the code.</param>
    /// <param name="code">The code.</param>
    /// <param name="user">The document of the place.</param>
    /// <param name="place">The place.</param>
    public static async Task<bool> IsAtAsync(
        Document document,
        SyntaxNode code,
        Document user,
        TextSpan place,
        CancellationToken cancellationToken
    )
    {
        for (var step = 0; step < MostSteps; step++)
        {
            var member = MemberAround(code);
            if (document.Id == user.Id && member == MemberAround(code.SyntaxTree.GetRoot(cancellationToken).FindNode(place)))
            {
                return true;
            }

            if (
                member is null
                || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
                || Declared(member, code, model, cancellationToken) is not { } symbol
                || !IsKnownHere(symbol, document.Project)
                || await ReferenceAsync(symbol, document.Project, cancellationToken).ConfigureAwait(false) is not { } reference
            )
            {
                return false;
            }

            document = reference.Document;
            var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            code = root!.FindNode(reference.Location.SourceSpan, getInnermostNodeForTie: true);
        }

        return false;
    }

    /// <summary>Nobody uses it who is not seen: no other assembly can name it, or the project is an application.</summary>
    public static bool IsKnownHere(ISymbol symbol, Project project) => IsApplication(project) || IsKept(symbol);

    /// <summary>The one reference in the solution, or null when there is none, or more.</summary>
    public static async Task<ReferenceLocation?> ReferenceAsync(ISymbol symbol, Project project, CancellationToken cancellationToken)
    {
        var found = await SymbolFinder.FindReferencesAsync(symbol, project.Solution, cancellationToken).ConfigureAwait(false);
        // In a project for several frameworks every reference is there once for each of them.
        var references = found
            .SelectMany(static referenced => referenced.Locations)
            .GroupBy(static location => (location.Document.FilePath ?? location.Document.Id.ToString(), location.Location.SourceSpan))
            .Select(same => same.OrderByDescending(location => location.Document.Project.Id == project.Id).First())
            .ToList();
        return references.Count == 1 ? references[0] : null;
    }

    private static bool IsApplication(Project project) =>
        project.CompilationOptions?.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication;

    private static bool IsKept(ISymbol? symbol) =>
        symbol is not (null or INamespaceSymbol)
        && (symbol.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal || IsKept(symbol.ContainingType));

    /// <summary>The member, or null in the statements of a program.</summary>
    private static MemberDeclarationSyntax? MemberAround(SyntaxNode code) =>
        code.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member =>
            member is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax
        );

    private static ISymbol? Declared(
        MemberDeclarationSyntax member,
        SyntaxNode code,
        SemanticModel model,
        CancellationToken cancellationToken
    ) =>
        member is BaseFieldDeclarationSyntax
            ? code.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is { } field
                ? model.GetDeclaredSymbol(field, cancellationToken)
                : null
            : model.GetDeclaredSymbol(member, cancellationToken) is { IsVirtual: false, IsAbstract: false, IsOverride: false } declared
                ? declared
                : null;
}
