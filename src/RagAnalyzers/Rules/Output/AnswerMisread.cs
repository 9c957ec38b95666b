using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
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
public sealed class AnswerMisread : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.AnswerMisread);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveAnswers(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        var uses = AnswerUse.OfParsesIn(body).AddRange(AnswerUse.In(body).Where(MisreadAnswer.ParsesItself));
        if (uses.IsEmpty)
        {
            return;
        }

        // A helper's parse may get the answers of many callers.
        var reported = new HashSet<SyntaxNode>();
        foreach (var use in uses)
        {
            if (reported.Contains(use.Parse.Operation.Syntax))
            {
                continue;
            }

            var finding =
                MisreadAnswer.Of(body.Picture, use) is { } misread ? Diagnose(misread)
                : MisreadAnswer.ParsesItself(use) ? null
                : MisreadName.At(body.Picture, use.Parse) is { IsEmpty: false } names
                    ? Diagnose((IInvocationOperation)use.Parse.Operation, names)
                : null;
            if (finding is not null)
            {
                reported.Add(use.Parse.Operation.Syntax);
                context.ReportDiagnostic(finding);
            }
        }
    }

    private static Diagnostic Diagnose(IInvocationOperation parse, ImmutableArray<MisreadName> names)
    {
        var misread = names[0];
        var members = names
            .Select(static n => (n.Read.Operation.Syntax.GetLocation(), n.Read.IsShared ? null : n.Meant))
            .ToImmutableArray();
        return MisreadAnswerHandOver
            .OfMembers(CallLocation.Of(misread.Answer.Call.Operation), members)
            .Report(
                Descriptors.AnswerMisread,
                CallLocation.Of(parse),
                misread.Read.Name,
                misread.Meant is { } meant ? $"\"{meant}\"" : $"no name, only {Listed(misread.Names)}",
                $"\"{misread.Read.Name}\", which is never there",
                "Read the name that the schema has"
            );
    }

    /// <summary>The first of the names.</summary>
    private static string Listed(ImmutableArray<string> names)
    {
        const int most = 2;
        var listed = string.Join(", ", names.Take(most).Select(static n => $"\"{n}\""));
        return names.Length > most ? listed + " and others" : listed;
    }

    private static Diagnostic Diagnose(MisreadAnswer misread)
    {
        var (mismatch, parse) = (misread.Mismatch, misread.Parse);
        var property =
            mismatch.Property is ITypeSymbol ? mismatch.Owner.ShownName() : mismatch.Owner.ShownName() + "." + mismatch.Property.Name;
        var handOver = new MisreadAnswerHandOver(CallLocation.Of(misread.Answer.Call.Operation), mismatch.Enum is not null);
        return mismatch.Enum is { } type
            ? handOver.Report(
                Descriptors.AnswerMisread,
                CallLocation.Of(parse),
                property,
                $"a name of '{type.ShownName()}'",
                "numbers, so it throws",
                Remedy(misread)
            )
            : handOver.Report(
                Descriptors.AnswerMisread,
                CallLocation.Of(parse),
                property,
                $"\"{mismatch.Prescribed}\"",
                $"\"{mismatch.Read}\", so it {(MustBeThere(misread) ? "throws" : "stays empty")}",
                Remedy(misread)
            );
    }

    /// <summary>System.Text.Json misses a required property; Newtonsoft.Json does not know the keyword.</summary>
    private static bool MustBeThere(MisreadAnswer misread) =>
        misread.Mismatch.Property is IPropertySymbol property
        && (
            property.IsRequired
            || property
                .GetAttributes()
                .Any(static a => a.AttributeClass.HasFullName("System.Text.Json.Serialization.JsonRequiredAttribute"))
        )
        && misread.Parse.CalledMethod()?.ContainingType.FullNamespace().StartsWith("System.Text.Json", StringComparison.Ordinal) == true;

    private static string Remedy(MisreadAnswer misread)
    {
        var (call, mismatch) = (misread.Answer.Call, misread.Mismatch);
        var otherName = mismatch.Enum is null && !string.Equals(mismatch.Prescribed, mismatch.Read, StringComparison.OrdinalIgnoreCase);
        return misread.Parse is IObjectCreationOperation
            ? mismatch.Enum is null
                ? "Give the property that name by an attribute"
                : "Put a JsonStringEnumConverter on the enum"
            : call.Fact.Typed
                ? "Read Result, or pass AIJsonUtilities.DefaultOptions"
                : otherName
                    ? "Give the property that name by an attribute"
                    : ContractMembers.HasSharedOptions(call)
                        ? "Pass AIJsonUtilities.DefaultOptions"
                        : mismatch.Enum is null
                            ? "Pass JsonSerializerOptions.Web"
                            : "Pass options with a JsonStringEnumConverter";
    }
}
