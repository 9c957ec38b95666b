using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Clients;

/// <summary>
/// Classes of this compilation that answer prompts and wrap no client that does: one stands in for a service in a test, another speaks to a
/// service in its own way. What another project declares is one of them where its name says so.
/// </summary>
internal sealed class OwnClients
{
    /// <summary>What a class implements that answers prompts.</summary>
    private static readonly ImmutableHashSet<string> Answering = ImmutableHashSet.Create(
        "Microsoft.Extensions.AI.IChatClient",
        "Microsoft.SemanticKernel.ChatCompletion.IChatCompletionService",
        "Microsoft.SemanticKernel.TextGeneration.ITextGenerationService"
    );

    private static readonly string[] Names = Answering.Select(static n => n.Substring(n.LastIndexOf('.') + 1)).ToArray();

    /// <summary>What a class is called that another project shares with its tests and samples.</summary>
    private static readonly HashSet<string> StandIns = new(
        new[] { "Dummy", "Echo", "Fake", "Mock", "Scripted", "Stub", "Test" }.SelectMany(
            static _ => Names,
            static (kind, name) => kind + name.Substring(1)
        )
    );

    private readonly Lazy<bool> _any;

    private OwnClients(Compilation compilation) =>
        _any = new(
            () => compilation.SyntaxTrees.Any(static t => DeclaredBases.AreNamed(t, Names) || IdentifierIndex.MentionsAnyOf(t, StandIns)),
            LazyThreadSafetyMode.ExecutionAndPublication
        );

    /// <summary>There may be such a class, as far as the text of the compilation says.</summary>
    public bool Any => _any.Value;

    public static OwnClients Of(Picture picture) => picture.Once(static p => new OwnClients(p.Compilation));

    public static bool AnswersByItself(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Class
        && type.AllInterfaces.Any(static i => Answering.Contains(i.FullName()))
        && (
            StandIns.Contains(type.Name)
            || type.AndBaseTypes().All(static t => t.SpecialType == SpecialType.System_Object || t.IsInSource())
        )
        && !type.AndBaseTypes()
            .SelectMany(static t => t.GetMembers())
            .Select(static m => (m as IFieldSymbol)?.Type ?? (m as IPropertySymbol)?.Type)
            .Concat(type.InstanceConstructors.SelectMany(static c => c.Parameters).Select(static p => p.Type))
            .Any(t => t is INamedTypeSymbol && (type.AllInterfaces.Contains(t, SymbolEqualityComparer.Default) || OpenAITypes.Has(t)));
}
