using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Reading.Parsing;

namespace RagAnalyzers.CodeFixes.Output;

/// <summary>An untyped model call in, the call of the generic method out.</summary>
internal static class TypedCall
{
    private const string SerializerOptions = "serializerOptions";

    /// <summary>Makes the call, or returns null when none of the methods takes these arguments.</summary>
    public static InvocationExpressionSyntax? Make(
        TargetedCall answer,
        IEnumerable<IMethodSymbol> methods,
        TypedCallOptions options,
        TypeNames names
    ) => Make(answer.Call, answer.Method, answer.TargetName, methods, options, names, answer.Layout);

    /// <inheritdoc cref="Make(TargetedCall, IEnumerable{IMethodSymbol}, TypedCallOptions, TypeNames)"/>
    /// <param name="untyped">The method that the call calls.</param>
    /// <param name="targetName">The name of the answer's type at the call.</param>
    public static InvocationExpressionSyntax? Make(
        InvocationExpressionSyntax call,
        IMethodSymbol untyped,
        string targetName,
        IEnumerable<IMethodSymbol> methods,
        TypedCallOptions options,
        TypeNames names,
        Layout layout
    )
    {
        var name = call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        // An extension method called like a static one would need another class's name.
        if (name is not IdentifierNameSyntax || untyped is { IsExtensionMethod: true, MethodKind: not MethodKind.ReducedExtension })
        {
            return null;
        }

        if (CallArguments.Ordinals(call.ArgumentList, untyped) is not { } ordinals)
        {
            return null;
        }

        foreach (var method in methods)
        {
            var parameters = method.Parameters.Skip(method.IsExtensionMethod ? 1 : 0).ToImmutableArray();
            if (Match(untyped.Parameters, parameters, options.Expression is not null) is not { } map)
            {
                continue;
            }

            if (method.IsExtensionMethod && !names.TryImportExtensions(method.ContainingType))
            {
                continue;
            }

            var generic = SyntaxFactory.ParseTypeName($"{name.Identifier.Text}<{targetName}>");
            var arguments = Arguments(call, ordinals.Select(ordinal => map[ordinal]).ToImmutableArray(), parameters, options, layout);
            return call.ReplaceNode(name, generic.WithTriviaFrom(name)).WithArgumentList(arguments);
        }

        return null;
    }

    private static ArgumentListSyntax Arguments(
        InvocationExpressionSyntax call,
        ImmutableArray<int> ordinals,
        ImmutableArray<IParameterSymbol> parameters,
        TypedCallOptions options,
        Layout layout
    )
    {
        var list = call.ArgumentList;
        var names = parameters.Select(parameter => parameter.Name).ToImmutableArray();
        return options.Expression is { } expression
            ? CallArguments.Add(
                list,
                ordinals,
                names,
                names.IndexOf(SerializerOptions),
                _ => SyntaxFactory.ParseExpression(expression),
                layout
            )
            : CallArguments.Name(list, ordinals, names);
    }

    /// <summary>
    /// For every parameter of the untyped method the one of the same type of the typed method; null when they do not fit.
    /// </summary>
    private static ImmutableArray<int>? Match(
        ImmutableArray<IParameterSymbol> untyped,
        ImmutableArray<IParameterSymbol> typed,
        bool passesOptions
    )
    {
        var map = ImmutableArray.CreateBuilder<int>();
        foreach (var parameter in untyped)
        {
            var match = typed.FirstOrDefault(candidate =>
                !map.Contains(candidate.Ordinal - typed[0].Ordinal) && SymbolEqualityComparer.Default.Equals(candidate.Type, parameter.Type)
            );
            if (match is null)
            {
                return null;
            }

            map.Add(typed.IndexOf(match));
        }

        var added = typed.Where((_, i) => !map.Contains(i)).ToList();
        var options = added.FirstOrDefault(parameter => parameter.Name == SerializerOptions);
        var fits =
            added.All(parameter => parameter.IsOptional || parameter.Name == SerializerOptions)
            && (passesOptions ? options is not null : options is null or { IsOptional: true });
        return fits ? map.ToImmutable() : null;
    }
}
