using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Reading.Parsing;

namespace RagAnalyzers.CodeFixes.Output;

/// <summary>
/// What becomes of the parse's serializer options when the call is typed. They are passed on where they change the shape of
/// the JSON. A typed call makes a schema from them, which throws unless they name a type resolver; a parse needs none.
/// </summary>
/// <param name="Expression">The options to pass, or null for none.</param>
/// <param name="NeedsResolver">The creation of the options that has to be given a resolver, or null.</param>
internal sealed record TypedCallOptions(string? Expression, BaseObjectCreationExpressionSyntax? NeedsResolver)
{
    private const string Resolver = "System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver";

    public ImmutableArray<SyntaxNode> Nodes =>
        NeedsResolver is null ? ImmutableArray<SyntaxNode>.Empty : ImmutableArray.Create<SyntaxNode>(NeedsResolver);

    /// <summary>The plan, or null when the options cannot be passed so that the call works.</summary>
    public static TypedCallOptions? For(ParsedAnswer answer)
    {
        var settings = answer.Settings;
        if (settings.TypedCallNeedsNone)
        {
            return new TypedCallOptions(null, null);
        }

        if (settings.OptionsExpression is not { } expression)
        {
            return null;
        }

        if (settings.HasResolver)
        {
            return new TypedCallOptions(expression, null);
        }

        var isHere =
            settings.Creation?.SyntaxTree == answer.Root.SyntaxTree && !answer.Parse.Invocation.Span.Contains(settings.Creation.Span);
        return isHere ? new TypedCallOptions(expression, settings.Creation) : null;
    }

    /// <summary>Gives the options their resolver, in a root that tracks <see cref="Nodes"/>.</summary>
    public SyntaxNode AddResolver(SyntaxNode root, ParsedAnswer answer, TypeNames names)
    {
        if (NeedsResolver is null || answer.Model.Compilation.GetTypeByMetadataName(Resolver) is not { } resolver)
        {
            return root;
        }

        var creation = ObjectInitializers.Set(NeedsResolver, "TypeInfoResolver", _ => $"new {names.Of(resolver)}()", answer.Layout);
        return root.ReplaceNode(root.GetCurrentNode(NeedsResolver)!, creation);
    }
}
