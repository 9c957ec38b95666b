using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Clients;

/// <summary>
/// Whether the compilation points some client of OpenAI's at another address, as far as its text says so. Which client a call then goes
/// through may be a matter of wiring that cannot be seen.
/// </summary>
internal sealed class PointedClients
{
    private const string Endpoint = "Endpoint";

    private static readonly string[] Options = { "OpenAIClientOptions", "ResponsesClientOptions" };
    private static readonly string[] Connectors = { "OpenAIChatCompletionService", "AddOpenAIChatCompletion", "AddOpenAIChatClient" };

    private static readonly string[] Registrations =
    {
        "AddSingleton",
        "AddScoped",
        "AddTransient",
        "AddKeyedSingleton",
        "AddKeyedTransient",
    };

    private readonly Lazy<bool> _any;
    private readonly Lazy<bool> _registers;

    private PointedClients(Compilation compilation)
    {
        _any = new(() => compilation.SyntaxTrees.Any(Points), LazyThreadSafetyMode.ExecutionAndPublication);
        _registers = new(() => compilation.SyntaxTrees.Any(Registers), LazyThreadSafetyMode.ExecutionAndPublication);
    }

    public bool Any => _any.Value;

    /// <summary>The compilation registers a chat service itself, which a kernel may find before the one that was added to it.</summary>
    public bool RegistersServices => _registers.Value;

    public static PointedClients Of(Picture picture) => picture.Once(static p => new PointedClients(p.Compilation));

    private static bool Registers(SyntaxTree tree) =>
        IdentifierIndex.Mentions(tree, "IChatCompletionService")
        && IdentifierIndex.MentionsAny(tree, Registrations)
        && IdentifierIndex
            .TokensOfAny(tree, Registrations)
            .Any(static t =>
                t.Parent is GenericNameSyntax name
                && name.TypeArgumentList.Arguments.Any(static a => a is SimpleNameSyntax { Identifier.ValueText: "IChatCompletionService" })
            );

    private static bool Points(SyntaxTree tree) =>
        (
            IdentifierIndex.MentionsAny(tree, Options)
            && IdentifierIndex.Mentions(tree, Endpoint)
            && IdentifierIndex.Tokens(tree, Endpoint).Any(static t => IsAssignedElsewhere(t.Parent))
        )
        || (
            IdentifierIndex.MentionsAny(tree, Connectors)
            && IdentifierIndex
                .Tokens(tree, "Uri")
                .Any(static t => ConstructionSites.Naming(t.Parent) is { Parent: ArgumentSyntax } creation && IsElsewhere(creation))
        );

    private static bool IsAssignedElsewhere(SyntaxNode? endpoint)
    {
        var target = endpoint?.Parent is MemberAccessExpressionSyntax { Name: var name } member && name == endpoint ? member : endpoint;
        return target?.Parent is AssignmentExpressionSyntax assignment && assignment.Left == target && IsElsewhere(assignment.Right);
    }

    /// <summary>No address of OpenAI's or Azure's stands there.</summary>
    private static bool IsElsewhere(ExpressionSyntax value) =>
        !value
            .DescendantTokens()
            .Any(static t => t.IsKind(SyntaxKind.StringLiteralToken) && ServiceAddress.Of(t.ValueText) == AskedService.OpenAI);
}
