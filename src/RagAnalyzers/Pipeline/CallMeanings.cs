using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
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

/// <summary>
/// What calls mean by what they are given, where their member alone does not say it: what runs a query in text retrieves where the text
/// asks for what is nearest to a vector.
/// </summary>
internal sealed class CallMeanings
{
    private static readonly AccessPath CommandText = AccessPath.Empty.Push("CommandText");

    // An editor makes a new compilation with every keystroke, and they share all trees but one.
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<bool>> s_queries = new();

    private readonly AiSdks _sdks;
    private readonly Compilation _compilation;
    private readonly ValueTracer _texts;
    private readonly Lazy<bool> _hasQueries;
    private readonly Lazy<HashSet<string>> _names;
    private readonly ConditionalWeakTable<IInvocationOperation, StrongBox<RetrievalFact?>> _known = new();

    /// <param name="texts">
    /// What finds the texts. It knows nothing of their meaning, so that what a trace finds does not depend on which was asked for first.
    /// </param>
    public CallMeanings(AiSdks sdks, Compilation compilation, ValueTracer texts)
    {
        _sdks = sdks;
        _compilation = compilation;
        _texts = texts;
        _hasQueries = new(() => compilation.SyntaxTrees.Any(MayHaveQuery));
        _names = new(() => new HashSet<string>(sdks.NamesWith<RetrievalFact>().Concat(sdks.NamesWith<QueryTextFact>())));
    }

    /// <summary>The fact about a call that its member alone does not have.</summary>
    public bool TryGetFact<TFact>(IInvocationOperation call, [NotNullWhen(true)] out TFact? fact)
        where TFact : SdkFact
    {
        fact = null;
        if (
            typeof(TFact) != typeof(RetrievalFact)
            || !_sdks.TryGetFact<QueryTextFact>(call.TargetMethod, out var query)
            || !_hasQueries.Value
        )
        {
            return false;
        }

        if (!_known.TryGetValue(call, out var known))
        {
            known = _known.GetValue(call, c => new StrongBox<RetrievalFact?>(Of(c, query)));
        }

        fact = known.Value as TFact;
        return fact is not null;
    }

    /// <summary>The names that calls with this meaning may have, where more do than the tables say.</summary>
    /// <param name="named">The names that the tables say.</param>
    public HashSet<string> Names<TFact>(HashSet<string> named)
        where TFact : SdkFact =>
        typeof(TFact) == typeof(RetrievalFact) && _sdks.NamesWith<QueryTextFact>().Count > 0 && _hasQueries.Value ? _names.Value : named;

    private RetrievalFact? Of(IInvocationOperation call, QueryTextFact query)
    {
        var text = string.Join(" ", query.Text.Select(call.ArgumentNamed).OfType<IOperation>().Select(TextOf));
        return VectorQuery.IsIn(text) ? new RetrievalFact(query.Sdk, query.Values, Written: text) : null;
    }

    /// <summary>The text that a value is or holds, as far as the code says it.</summary>
    private string TextOf(IOperation holder) =>
        IsCommand(holder.Type)
            ? string.Join(
                " ",
                _texts
                    .Trace(holder, FlowMode.Value)
                    .Origins.SelectMany(static o => o.Operation.PassedArguments())
                    .Select(static a => a.Value)
                    .Where(static v => v.Type?.SpecialType == SpecialType.System_String)
                    .Select(v => Written(v))
                    .Append(Written(holder, CommandText))
            )
            : Written(holder);

    private string Written(IOperation value, AccessPath? path = null) =>
        string.Join(
            " ",
            _texts
                .Trace(value, FlowMode.Content, path)
                .Origins.OrderBy(static o => o.Operation.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal)
                .ThenBy(static o => o.Operation.Syntax.SpanStart)
                .Select(static o => o.Kind == OriginKind.Constant ? Convert.ToString(o.Operation.ConstantValue.Value) : "?")
        );

    private static bool IsCommand(ITypeSymbol? type) =>
        type is not null && type.AndBaseTypes().Concat(type.AllInterfaces).Any(static t => t.FullName() == "System.Data.IDbCommand");

    private static bool MayHaveQuery(SyntaxTree tree) =>
        s_queries.GetValue(tree, static t => new StrongBox<bool>(VectorQuery.MayBeIn(t.GetText().ToString()))).Value;
}
