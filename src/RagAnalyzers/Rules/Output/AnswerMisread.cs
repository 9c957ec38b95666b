using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Findings;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Answers;
using RagAnalyzers.Pipeline.Calls;

namespace RagAnalyzers.Rules.Output;

/// <summary>RAG2013: an answer is parsed with settings under which names or enums are not those that its schema prescribes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AnswerMisread : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.AnswerMisread);

    private protected override void Analyze(Body body, RuleContext context)
    {
        // A helper's parse may get the answers of many callers.
        var reported = new HashSet<SyntaxNode>();
        foreach (var use in AnswerUse.OfParsesIn(body))
        {
            if (MisreadAnswer.Of(body.Picture, use) is { } misread && reported.Add(use.Parse.Operation.Syntax))
            {
                context.ReportDiagnostic(Diagnose((IInvocationOperation)use.Parse.Operation, misread));
            }
        }
    }

    private static Diagnostic Diagnose(IInvocationOperation parse, MisreadAnswer misread)
    {
        var mismatch = misread.Mismatch;
        var property =
            mismatch.Property is ITypeSymbol ? mismatch.Owner.ShownName() : mismatch.Owner.ShownName() + "." + mismatch.Property.Name;
        var handOver = new MisreadAnswerHandOver(CallLocation.Of(misread.Answer.Call.Operation), mismatch.Enum is not null);
        return mismatch.Enum is { } type
            ? handOver.Report(
                Descriptors.AnswerMisread,
                CallLocation.Of(parse),
                property,
                $"the names of '{type.ShownName()}'",
                "numbers, so it throws",
                Remedy(misread)
            )
            : handOver.Report(
                Descriptors.AnswerMisread,
                CallLocation.Of(parse),
                property,
                $"the name \"{mismatch.Prescribed}\"",
                $"\"{mismatch.Read}\", so the property is never filled",
                Remedy(misread)
            );
    }

    private static string Remedy(MisreadAnswer misread)
    {
        var (call, mismatch) = (misread.Answer.Call, misread.Mismatch);
        var otherName = mismatch.Enum is null && !string.Equals(mismatch.Prescribed, mismatch.Read, StringComparison.OrdinalIgnoreCase);
        return call.Fact.Typed ? "Read the typed result, or pass AIJsonUtilities.DefaultOptions"
            : otherName ? "Give the property that name by an attribute"
            : ContractMembers.HasSharedOptions(call) ? "Pass AIJsonUtilities.DefaultOptions"
            : mismatch.Enum is null ? "Pass JsonSerializerOptions.Web"
            : "Pass options with a JsonStringEnumConverter";
    }
}
