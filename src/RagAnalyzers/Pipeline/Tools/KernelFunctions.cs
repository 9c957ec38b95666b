using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Retrievals;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Templates;

namespace RagAnalyzers.Pipeline.Tools;

/// <summary>Finds the function that a template calls by its name among those that are put into a kernel.</summary>
internal static class KernelFunctions
{
    private const string PluginName = "pluginName";
    private const string FunctionName = "functionName";

    // Tools in a plug-in that is added by itself, and one to spare.
    private const int MaximumDepth = 4;

    private static readonly AccessPath Returned = AccessPath.Empty.Push(AccessPath.Returned);

    /// <summary>What finds the passages that the function returns, or null where it is not seen that it returns any.</summary>
    /// <param name="isText">The function must return a text.</param>
    /// <param name="trail">Receives what the passages pass on their way.</param>
    public static Origin? PassagesFrom(
        Picture picture,
        TraceResult registered,
        TemplateFunction called,
        bool isText,
        ISet<IOperation> trail
    ) => ResultOf(picture, registered, called, isText, trail).FirstOrDefault(static r => r.IsPassage).Origin;

    /// <summary>
    /// The pieces of what the function returns, each with whether it is a passage; empty where it is not seen that there are any passages.
    /// </summary>
    /// <inheritdoc cref="PassagesFrom" path="/param"/>
    public static ImmutableArray<(Origin Origin, bool IsPassage)> ResultOf(
        Picture picture,
        TraceResult registered,
        TemplateFunction called,
        bool isText,
        ISet<IOperation> trail
    )
    {
        foreach (var function in registered.Origins.SelectMany(o => In(picture, o, called, MaximumDepth)))
        {
            if (isText && !(function.Returned is { } type && IsText(type)))
            {
                continue;
            }

            var passed = new HashSet<IOperation>();
            var pieces = function
                .Trace(passed)
                .Origins.Select(o => (Origin: o, IsPassage: function.IsSearch || Passages.AreAt(picture, o)))
                .ToImmutableArray();
            if (pieces.Any(static p => p.IsPassage))
            {
                trail.UnionWith(passed);
                return pieces;
            }
        }

        return ImmutableArray<(Origin, bool)>.Empty;
    }

    private static IEnumerable<Function> In(Picture picture, Origin group, TemplateFunction called, int depth)
    {
        if (depth == 0 || group.Symbol is null || !picture.Sdks.TryGetFact<ToolFact>(group.Symbol, out var tool))
        {
            return Enumerable.Empty<Function>();
        }

        var given = tool.From.Select(group.Operation.ArgumentNamed).OfType<IOperation>().ToList();
        return tool.Role switch
        {
            // Who makes a whole plug-in of a search gives it one function.
            ToolRole.Searches when group.Operation.ArgumentNamed(PluginName) is { } name => Is(picture, name, called.Plugin)
                ? [new Function(null, IsSearch: true, _ => TraceResult.Of(group))]
                : [],
            ToolRole.Wraps => given.SelectMany(f => Wrapped(picture, group.Operation, f, called)),
            ToolRole.Groups when group.Operation.ArgumentNamed(PluginName) is { } name && IsSaid(name) => Is(picture, name, called.Plugin)
                ? Grouped(picture, group, given, called, depth)
                : [],
            ToolRole.Groups => Grouped(picture, group, given, called, depth),
            _ => [],
        };
    }

    private static IEnumerable<Function> Grouped(
        Picture picture,
        Origin group,
        IReadOnlyList<IOperation> given,
        TemplateFunction called,
        int depth
    )
    {
        // A plug-in has the name of its type where it is given no other.
        var isNamed = group.Operation.ArgumentNamed(PluginName) is { } name && IsSaid(name);
        var origins = given.SelectMany(g => picture.TraceWithinBody(g, FlowMode.Value).Origins).ToList();
        var types = (group.Symbol is IMethodSymbol { TypeArguments: var made } ? made : ImmutableArray<ITypeSymbol>.Empty)
            .Concat(origins.Where(static o => o.Kind is OriginKind.Creation or OriginKind.Type).Select(static o => o.Symbol))
            .Concat(given.Select(static g => g.Unwrapped().Type))
            .OfType<INamedTypeSymbol>()
            .Where(t => isNamed || called.Plugin is null || IsSame(t.Name, called.Plugin))
            .Distinct<ITypeSymbol>(SymbolEqualityComparer.Default);
        return types
            .SelectMany(t => RetrievingTools.MarkedIn(picture, t))
            .Where(m => IsSame(NameOf(picture, m), called.Name))
            .SelectMany(m => picture.Tracer.Bodies.BodiesOf(m).Select(b => (Method: m, Body: b)))
            .Select(f => new Function(
                f.Method.ReturnType,
                IsSearch: false,
                trail => picture.Tracer.TraceReturns(f.Body, FlowMode.Content, trail: trail)
            ))
            .Concat(origins.SelectMany(o => In(picture, o, called, depth - 1)));
    }

    private static IEnumerable<Function> Wrapped(Picture picture, IOperation wrap, IOperation method, TemplateFunction called)
    {
        var target = (method.Unwrapped() as IDelegateCreationOperation)?.Target switch
        {
            IMethodReferenceOperation reference => reference.Method,
            IAnonymousFunctionOperation lambda => lambda.Symbol,
            _ => null,
        };
        var isNamed =
            wrap.ArgumentNamed(FunctionName) is { } name && IsSaid(name)
                ? Is(picture, name, called.Name)
                : target is { MethodKind: not MethodKind.AnonymousFunction } && IsSame(NameOf(picture, target), called.Name);
        if (isNamed)
        {
            yield return new Function(
                target?.ReturnType,
                IsSearch: false,
                trail => picture.TraceWithinBody(method, FlowMode.Content, Returned, trail)
            );
        }
    }

    /// <summary>The name that the attribute says; else the method's own, without the ending that asynchronous methods have.</summary>
    private static string NameOf(Picture picture, IMethodSymbol method)
    {
        var said = method
            .GetAttributes()
            .Where(a =>
                a.AttributeConstructor is { } mark && picture.Sdks.TryGetFact<ToolFact>(mark, out var fact) && fact.Role == ToolRole.Marks
            )
            .Select(static a => a.ConstructorArguments.Select(static c => c.Value as string).FirstOrDefault())
            .FirstOrDefault();
        const string Asynchronous = "Async";
        return said
            ?? (
                method.Name.EndsWith(Asynchronous, StringComparison.Ordinal) && method.ReturnType.SpecialType != SpecialType.System_String
                    ? method.Name.Substring(0, method.Name.Length - Asynchronous.Length)
                    : method.Name
            );
    }

    /// <summary>An optional argument says nothing where it is left out, or null.</summary>
    private static bool IsSaid(IOperation name) => name.ConstantValue is not { HasValue: true, Value: null };

    /// <summary>Where the template names no plug-in, any of them may have the function.</summary>
    private static bool Is(Picture picture, IOperation said, string? called) =>
        called is null
        || (
            picture.TraceThroughCallers(said, FlowMode.Value)
                is { IsTruncated: false, Origins: [{ Kind: OriginKind.Constant, Operation.ConstantValue.Value: string name }] }
            && IsSame(name, called)
        );

    private static bool IsSame(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static bool IsText(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String
        || (type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [{ SpecialType: SpecialType.System_String }] });

    private sealed record Function(ITypeSymbol? Returned, bool IsSearch, Func<ISet<IOperation>, TraceResult> Trace);
}
