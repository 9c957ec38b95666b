using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Sql;

namespace RagAnalyzers.Pipeline;

/// <summary>Calls that run a query which is written as text: they retrieve where the text asks for what is nearest to a vector.</summary>
internal sealed class WrittenQueries
{
    private static readonly AccessPath CommandText = AccessPath.Empty.Push("CommandText");

    // An editor makes a new compilation with every keystroke, and they share all trees but one.
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<bool>> s_mayHave = new();

    private readonly AiSdks _sdks;
    private readonly ValueTracer _tracer;
    private readonly Lazy<bool> _areThere;

    public WrittenQueries(AiSdks sdks, Compilation compilation, ValueTracer tracer)
    {
        _sdks = sdks;
        _tracer = tracer;
        _areThere = new(() => compilation.SyntaxTrees.Any(MayHave));
    }

    /// <summary>The names of what runs them; none where no file may hold one.</summary>
    public HashSet<string> Names => _areThere.Value ? _sdks.NamesWith<QueryTextFact>() : new HashSet<string>();

    /// <summary>False only where no call of a method is one.</summary>
    public bool MayBe(IMethodSymbol method) => _sdks.NamesWith<QueryTextFact>().Contains(method.Name) && _areThere.Value;

    /// <summary>The retrieval that a call is, or null.</summary>
    public RetrievalFact? At(IInvocationOperation call)
    {
        if (!_sdks.TryGetFact<QueryTextFact>(call.TargetMethod, out var query))
        {
            return null;
        }

        var text = string.Join(" ", query.Text.Select(call.ArgumentNamed).OfType<IOperation>().Select(TextOf));
        return VectorQuery.IsIn(text) ? new RetrievalFact(query.Sdk, query.Values, Written: text) : null;
    }

    /// <summary>The text that a value is or holds, as far as the code says it.</summary>
    private string TextOf(IOperation holder) =>
        IsCommand(holder.Type)
            ? string.Join(
                " ",
                _tracer
                    .Trace(holder, FlowMode.Value)
                    .Origins.SelectMany(static o => o.Operation.PassedArguments())
                    .Select(static a => a.Value)
                    .Where(static v => v.Type?.SpecialType == SpecialType.System_String)
                    .Select(v => Said(v))
                    .Append(Said(holder, CommandText))
            )
            : Said(holder);

    private string Said(IOperation value, AccessPath? path = null) =>
        string.Join(
            " ",
            _tracer
                .Trace(value, FlowMode.Content, path)
                .Origins.OrderBy(static o => o.Operation.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal)
                .ThenBy(static o => o.Operation.Syntax.SpanStart)
                .Select(static o => o.Kind == OriginKind.Constant ? Convert.ToString(o.Operation.ConstantValue.Value) : "?")
        );

    private static bool IsCommand(ITypeSymbol? type) =>
        type is not null && type.AndBaseTypes().Concat(type.AllInterfaces).Any(static t => t.HasFullName("System.Data.IDbCommand"));

    private static bool MayHave(SyntaxTree tree) =>
        s_mayHave.GetValue(tree, static t => new StrongBox<bool>(VectorQuery.MayBeIn(t.GetText().ToString()))).Value;
}
