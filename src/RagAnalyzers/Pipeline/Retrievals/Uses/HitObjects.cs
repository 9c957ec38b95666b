using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Uses;

namespace RagAnalyzers.Pipeline.Retrievals.Uses;

/// <summary>Objects of the code's own types that are made of a hit: <c>new Snippet { Text = hit.Record.Text, Score = hit.Score }</c>.</summary>
internal static class HitObjects
{
    /// <summary>
    /// The object that a use puts a value into where it is made. It holds the value and does nothing with it, so that what becomes of the value
    /// is what becomes of the object. Null where the use does something else.
    /// </summary>
    public static IOperation? MadeWith(ValueUse use) =>
        use switch
        {
            {
                Kind: UseKind.Assigned,
                Operation: ISimpleAssignmentOperation
                {
                    Target: IMemberReferenceOperation { Member: var member },
                    Parent: IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation { Type: { } type } made }
                }
            } when type.IsInSource() && Keeps(member) => made,
            { Kind: UseKind.Assigned, Operation: ISimpleAssignmentOperation { Parent: IAnonymousObjectCreationOperation made } } => made,
            {
                Kind: UseKind.Passed,
                Operation: IArgumentOperation { Parameter: { } parameter, Parent: IObjectCreationOperation { Type: { } type } made }
            } when type.IsInSource() && IsPropertyOfRecord(type, parameter) => made,
            _ => null,
        };

    private static bool Keeps(ISymbol member) =>
        member is IFieldSymbol || (member is IPropertySymbol property && CompilationBodies.IsAuto(property));

    /// <summary>The compiler makes a property of a record's parameter.</summary>
    private static bool IsPropertyOfRecord(ITypeSymbol type, IParameterSymbol parameter) =>
        type.IsRecord
        && type.GetMembers(parameter.Name)
            .OfType<IPropertySymbol>()
            .Any(p => p.DeclaringSyntaxReferences.Any(s => s.GetSyntax() is ParameterSyntax declared && Declares(parameter, declared)));

    private static bool Declares(IParameterSymbol parameter, ParameterSyntax declared) =>
        parameter.DeclaringSyntaxReferences.Any(s => s.Span == declared.Span && s.SyntaxTree == declared.SyntaxTree);
}
