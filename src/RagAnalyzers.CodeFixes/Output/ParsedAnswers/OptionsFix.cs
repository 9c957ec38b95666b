using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.CodeFixes.Reading.Parsing;
using RagAnalyzers.CodeFixes.Schemas;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.CodeFixes.Output.ParsedAnswers;

/// <summary>The base of the fixes for SDKs that are told the answer's shape by an option: the parse stays as it is.</summary>
internal abstract class OptionsFix : ParsedAnswerFix
{
    internal override async Task<ProposedFix?> ProposeAsync(TargetedCall answer, CancellationToken cancellationToken)
    {
        // A typed call puts a list into an object; a format that is set has to be of an object by itself.
        if (SchemaGenerator.WhyNoObject(answer.Target) is not null)
        {
            return null;
        }

        var names = new TypeNames(answer.Model, answer.Call.SpanStart);
        var edit =
            answer.IsInJsonMode ? Replace(answer, names, cancellationToken)
            : answer.OptionsCreation is { } creation ? Extend(answer, creation, names)
            : answer.PassesNoOptions ? Pass(answer, names)
            : null;
        if (edit is null)
        {
            return null;
        }

        var mark = new SyntaxAnnotation();
        var declarators = answer.FormatAssignment is { } assignment
            ? LocalValues.DeclaratorsIn(assignment.Right, answer.Model, cancellationToken)
            : ImmutableArray<VariableDeclaratorSyntax>.Empty;
        var stripping = answer is ParsedAnswer parsed
            ? FenceStripping.Before(parsed, cancellationToken)
            : ImmutableArray<InvocationExpressionSyntax>.Empty;
        var tracked = answer.Root.TrackNodes([answer.Call, edit.Old, .. declarators, .. stripping]);
        var call = tracked.GetCurrentNode(answer.Call)!;
        var old = tracked.GetCurrentNode(edit.Old)!;
        SyntaxNode root = tracked.ReplaceNodes(
            new[] { call, old }.Distinct(),
            (original, current) =>
            {
                // The options may stand inside the call.
                var changed = original == old ? edit.New : current;
                return original == call ? changed.WithAdditionalAnnotations(mark) : changed;
            }
        );
        root = FenceStripping.Remove(root, stripping, answer.Layout);
        root = await LeftoverLocals.RemoveAsync(answer.Document, root, declarators, answer.Layout, cancellationToken).ConfigureAwait(false);
        root = SharedSchema.Share(answer.Root, root, mark, answer.Target.Name, answer.Layout);
        root = UsingDirectives.Add((CompilationUnitSyntax)root, names.Imports, answer.Layout);
        return new ProposedFix(edit.Title, answer.Document.WithSyntaxRoot(root), mark);
    }

    /// <summary>Puts the format in the place of JSON mode, in an initializer or in a statement.</summary>
    private Edit? Replace(TargetedCall answer, TypeNames names, CancellationToken cancellationToken)
    {
        if (
            answer.FormatAssignment is not { } assignment
            || answer.Model.GetSymbolInfo(assignment.Left, cancellationToken).Symbol is not IPropertySymbol property
            || FormatFor(answer, property.ContainingType, names) is not { } format
        )
        {
            return null;
        }

        if (assignment.Parent is InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation })
        {
            return new Edit(format.Title, creation, ObjectInitializers.Set(creation, property.Name, format.Value, answer.Layout));
        }

        var value = SyntaxFactory.ParseExpression(
            format.Value(answer.Layout.IndentAt(assignment)),
            options: answer.Root.SyntaxTree.Options
        );
        return new Edit(format.Title, assignment.Right, value.WithTriviaFrom(assignment.Right));
    }

    /// <summary>The format for a property of this type, or null when the type is none of the SDK's or has no strict schema.</summary>
    private protected abstract NewFormat? FormatFor(TargetedCall answer, INamedTypeSymbol owner, TypeNames names);

    /// <summary>Sets the format in the creation of the options.</summary>
    private protected abstract Edit? Extend(TargetedCall answer, BaseObjectCreationExpressionSyntax creation, TypeNames names);

    /// <summary>Passes new options with the format.</summary>
    private protected abstract Edit? Pass(TargetedCall answer, TypeNames names);

    /// <summary>The parameter of the called method whose type has the name, or derives from the type that has.</summary>
    private protected static IParameterSymbol? ParameterOf(TargetedCall answer, string type) =>
        answer.Method.Parameters.FirstOrDefault(parameter => parameter.Type.IsOrInherits(type));

    /// <summary>One replacement: the call, or the creation of its options.</summary>
    private protected sealed record Edit(string Title, SyntaxNode Old, SyntaxNode New);
}
