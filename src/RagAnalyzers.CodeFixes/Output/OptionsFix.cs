using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.CodeFixes.Output.Parsing;

namespace RagAnalyzers.CodeFixes.Output;

/// <summary>The base of the fixes for SDKs that are told the answer's shape by an option: the parse stays as it is.</summary>
public abstract class OptionsFix : ParsedAnswerFix
{
    private protected abstract string EquivalenceKey { get; }

    private protected sealed override Task<ProposedFix?> ProposeAsync(ParsedAnswer answer, CancellationToken cancellationToken)
    {
        var names = new TypeNames(answer.Model, answer.Call.SpanStart);
        var edit = answer.OptionsCreation is { } creation ? Extend(answer, creation, names)
            : answer.PassesNoOptions ? Pass(answer, names)
            : null;
        if (edit is null)
            return Task.FromResult<ProposedFix?>(null);

        var mark = new SyntaxAnnotation();
        var root = answer.Root.ReplaceNodes(
            new SyntaxNode[] { answer.Call, edit.Old }.Distinct(),
            (original, current) =>
            {
                // The options may stand inside the call.
                var changed = original == edit.Old ? edit.New : current;
                return original == answer.Call ? changed.WithAdditionalAnnotations(mark) : changed;
            });
        root = UsingDirectives.Add(root, names.Imports, answer.Layout);
        return Task.FromResult<ProposedFix?>(new ProposedFix(edit.Title, EquivalenceKey, answer.Document.WithSyntaxRoot(root), mark));
    }

    /// <summary>Sets the format in the creation of the options.</summary>
    private protected abstract Edit? Extend(ParsedAnswer answer, BaseObjectCreationExpressionSyntax creation, TypeNames names);

    /// <summary>Passes new options with the format.</summary>
    private protected abstract Edit? Pass(ParsedAnswer answer, TypeNames names);

    /// <summary>The parameter of the called method whose type has the name, or derives from the type that has.</summary>
    private protected static IParameterSymbol? ParameterOf(ParsedAnswer answer, string type)
        => answer.Method.Parameters.FirstOrDefault(parameter => IsA(parameter.Type, type));

    private protected static bool IsA(ITypeSymbol? type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.ToDisplayString(NullableFlowState.None) == name)
                return true;
        }

        return false;
    }

    /// <summary>One replacement: the call, or the creation of its options.</summary>
    private protected sealed record Edit(string Title, SyntaxNode Old, SyntaxNode New);
}
