using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Answers.Guards;
using RagAnalyzers.Pipeline.Retrievals;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Rules.Grounding;

/// <summary>Text that is not the program's own.</summary>
/// <param name="Source">What yields it.</param>
/// <param name="Kind">Who may have written it.</param>
/// <param name="Name">What it is, in words: "what 'SearchAsync' finds".</param>
internal sealed record ForeignText(IOperation Source, ForeignTextKind Kind, string Name)
{
    // What is called so instructs the model, and is the program's own wherever it comes from.
    private static readonly ImmutableHashSet<string> Instructing = ImmutableHashSet.Create(
        "prompt",
        "prompts",
        "instruction",
        "instructions",
        "system",
        "template",
        "templates",
        "persona",
        "skill",
        "skills",
        "skprompt",
        "config",
        "settings",
        "options"
    );

    // Parameters that the host fills in, and no request.
    private static readonly ImmutableArray<string> Services = ImmutableArray.Create(
        "Service",
        "Services",
        "Options",
        "Settings",
        "Provider",
        "Factory",
        "Repository",
        "Store",
        "Context",
        "Client",
        "Configuration",
        "Manager"
    );

    /// <summary>The text, or null when the origin is the program's own, or it cannot be told.</summary>
    public static ForeignText? At(Picture picture, Origin origin)
    {
        if (Passages.AreAt(picture, origin))
        {
            return new ForeignText(origin.Operation, ForeignTextKind.Passages, $"what '{origin.Symbol!.Name}' finds");
        }

        return origin switch
        {
            { Kind: OriginKind.Parameter, Symbol: IParameterSymbol parameter } when IsOfRequest(picture, origin, parameter) =>
                new ForeignText(origin.Operation, ForeignTextKind.Request, $"what a request passes for '{parameter.Name}'"),
            { Kind: OriginKind.Call, Operation: IInvocationOperation read, Symbol: IMethodSymbol method }
                when FileReads.ReadText(method) && !NamesInstructions(picture, read) => new ForeignText(
                origin.Operation,
                ForeignTextKind.File,
                "the text of a file"
            ),
            _ => null,
        };
    }

    /// <summary>The text that a user types at a prompt of the console, or null.</summary>
    public static ForeignText? At(IOperation passed) =>
        passed is IInvocationOperation call && IsTyped(call.TargetMethod)
            ? new ForeignText(call, ForeignTextKind.Typed, "what a user types")
            : null;

    private static bool IsTyped(IMethodSymbol method) =>
        (method.ContainingType.HasFullName("System.Console") && method.Name == "ReadLine")
        || (method.ContainingType.HasFullName("Spectre.Console.AnsiConsole") && method.Name is "Ask" or "Prompt");

    /// <summary>The path, or what it is called, says that a part of the prompt stands in the file.</summary>
    private static bool NamesInstructions(Picture picture, IInvocationOperation read) =>
        read.Arguments.FirstOrDefault()?.Value is not { } path
        || picture
            .TraceThroughCallers(path, FlowMode.Content)
            .Origins.Select(static o => o.Operation.ConstantValue.Value as string ?? o.Symbol?.Name)
            .Append(path.Syntax.ToString())
            .OfType<string>()
            .Any(static n => NameWords.Of(n).Any(Instructing.Contains) || HasTemplateExtension(n));

    private static bool HasTemplateExtension(string path) =>
        new[] { ".prompty", ".yaml", ".yml", ".hbs", ".liquid", ".json" }.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    /// <summary>A parameter of an action, of a hub's method, or of a function that is mapped to a route.</summary>
    private static bool IsOfRequest(Picture picture, Origin origin, IParameterSymbol parameter) =>
        IsFilledByRequest(parameter)
        && !NameWords.Of(parameter.Name).Any(Instructing.Contains)
        && !(origin.Path is { IsEmpty: false } path && NameWords.Of(path.Head).Any(Instructing.Contains))
        && MayBeText(parameter.Type, origin.Path)
        && parameter.ContainingSymbol is IMethodSymbol method
        && (IsAction(method) || IsMapped(picture, origin, method));

    /// <summary>What is read off the parameter is no enum, number or the like.</summary>
    private static bool MayBeText(ITypeSymbol type, AccessPath path) =>
        path.IsEmpty ? TextCarriers.MayBe(type)
        : type.AndBaseTypes().SelectMany(t => t.GetMembers(path.Head)).OfType<IPropertySymbol>().FirstOrDefault() is { Type: var member }
            ? MayBeText(member, path.Rest)
        : true;

    private static bool IsFilledByRequest(IParameterSymbol parameter) =>
        !parameter
            .GetAttributes()
            .Any(static a =>
                a.AttributeClass?.Name.StartsWith("From", StringComparison.Ordinal) == true && a.AttributeClass.Name.Contains("Services")
            )
        && (
            parameter.Type.SpecialType == SpecialType.System_String
            || (
                parameter.Type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type
                && type.IsInSource()
                && !Services.Any(s => type.Name.EndsWith(s, StringComparison.Ordinal))
            )
        );

    private static bool IsAction(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public }
        && method
            .ContainingType.AndBaseTypes()
            .Any(static t => t.FullName() is "Microsoft.AspNetCore.Mvc.ControllerBase" or "Microsoft.AspNetCore.SignalR.Hub");

    private static bool IsMapped(Picture picture, Origin origin, IMethodSymbol method) =>
        method.MethodKind == MethodKind.AnonymousFunction
            ? (picture.BodyOf(origin.Operation).Index.FunctionOf(method) as IAnonymousFunctionOperation)?.ArgumentOf() is { } handed
                && IsMapping(handed)
            : picture
                .BodiesMentioningAny(new[] { method.Name })
                .SelectMany(static b => b.Root.Descendants())
                .OfType<IMethodReferenceOperation>()
                .Any(r => SymbolEqualityComparer.Default.Equals(r.Method, method) && IsMapping(r));

    private static bool IsMapping(IOperation? handed)
    {
        for (var o = handed; o is not null and not IExpressionStatementOperation; o = o.Parent)
        {
            if (o is IArgumentOperation { Parent: IInvocationOperation call })
            {
                return Receivers.AreEndpoints(call.TargetMethod);
            }
        }

        return false;
    }
}
