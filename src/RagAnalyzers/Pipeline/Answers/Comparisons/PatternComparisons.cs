using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers.Comparisons;

/// <summary>Reads the comparisons that switches and <c>is</c> make: which value, what is read off it, which constant texts.</summary>
internal sealed class PatternComparisons
{
    private readonly IFlowKnowledge _knowledge;

    public PatternComparisons(IFlowKnowledge knowledge) => _knowledge = knowledge;

    public IEnumerable<TextComparison> In(IOperation operation) =>
        operation switch
        {
            ISwitchOperation statement => Of(statement, statement.Value, statement.Cases.SelectMany(static c => c.Clauses)),
            ISwitchExpressionOperation expression => Of(expression, expression.Value, expression.Arms.Select(static a => a.Pattern)),
            IIsPatternOperation test => Of(test, test.Value, new[] { test.Pattern }),
            _ => Enumerable.Empty<TextComparison>(),
        };

    private IEnumerable<TextComparison> Of(IOperation operation, IOperation value, IEnumerable<IOperation> patterns)
    {
        var found = new Dictionary<(IOperation Value, AccessPath Path), List<string>>();
        foreach (var pattern in patterns)
        {
            Collect(pattern, value, AccessPath.Empty, found);
        }

        return found.Select(f => new TextComparison(
            operation,
            f.Key.Value,
            f.Key.Path,
            TextComparisonKind.Whole,
            f.Value.ToImmutableArray(),
            ImmutableArray<IOperation>.Empty
        ));
    }

    private void Collect(IOperation pattern, IOperation value, AccessPath path, Dictionary<(IOperation, AccessPath), List<string>> found)
    {
        switch (pattern)
        {
            case ISingleValueCaseClauseOperation clause:
                Add(clause.Value, value, path, found);
                break;
            case IPatternCaseClauseOperation clause:
                Collect(clause.Pattern, value, path, found);
                break;
            case IConstantPatternOperation constant:
                Add(constant.Value, value, path, found);
                break;
            case IBinaryPatternOperation binary:
                Collect(binary.LeftPattern, value, path, found);
                Collect(binary.RightPattern, value, path, found);
                break;
            case INegatedPatternOperation negated:
                Collect(negated.Pattern, value, path, found);
                break;
            // The answer's first word: `answer.Split(' ') is ["yes", ..]`.
            case IListPatternOperation { Patterns: [var first, ..] }:
                Collect(first, value, path, found);
                break;
            case IRecursivePatternOperation recursive:
                foreach (var part in recursive.PropertySubpatterns)
                {
                    if (part.Member is IMemberReferenceOperation { Member: { } member })
                    {
                        Collect(
                            part.Pattern,
                            value,
                            _knowledge.IsPartOfItsOwner(member) ? path : path.Append(AccessPath.Empty.Push(member.MemberName())),
                            found
                        );
                    }
                }

                // `(answer, mode) switch { ("yes", ...) => ... }`
                if (
                    path.IsEmpty
                    && value.Unwrapped() is ITupleOperation tuple
                    && tuple.Elements.Length == recursive.DeconstructionSubpatterns.Length
                )
                {
                    foreach (var (element, part) in tuple.Elements.Zip(recursive.DeconstructionSubpatterns, static (e, p) => (e, p)))
                    {
                        Collect(part, element, path, found);
                    }
                }

                break;
        }
    }

    private static void Add(
        IOperation constant,
        IOperation value,
        AccessPath path,
        Dictionary<(IOperation, AccessPath), List<string>> found
    )
    {
        if (constant.ConstantValue is not { HasValue: true, Value: string text })
        {
            return;
        }

        if (!found.TryGetValue((value, path), out var texts))
        {
            found[(value, path)] = texts = new List<string>();
        }

        texts.Add(text);
    }
}
