using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.ModelCalls;

namespace RagAnalyzers.Pipeline.Answers.Comparisons;

/// <summary>
/// Says whether the schema of an answer leaves it open which text a property has. A schema that cannot be read may say it.
/// </summary>
internal static class AnswerSchemas
{
    /// <summary>Words by which a JSON schema says which texts there are.</summary>
    private static readonly ImmutableArray<string> Restricting = ImmutableArray.Create(
        "\"enum\"",
        "\"const\"",
        "\"pattern\"",
        "\"anyOf\"",
        "\"oneOf\"",
        "\"$ref\""
    );

    /// <summary>The property's type is a text, and no attribute says which ones: an exporter may write those into the schema.</summary>
    public static bool LeavesOpen(IPropertySymbol property) =>
        !property
            .GetAttributes()
            .Any(static a =>
                a.AttributeClass?.Name
                    is "AllowedValuesAttribute"
                        or "RegularExpressionAttribute"
                        or "EnumDataTypeAttribute"
                        or "JsonConverterAttribute"
            );

    /// <summary>All schemas that the options of the call carry leave it open: those of a type, and those that are written out.</summary>
    public static bool LeaveOpen(Picture picture, ModelCall call, IPropertySymbol property) =>
        !call.Schemas.IsEmpty && call.Schemas.All(s => IsOfType(s) ? LeavesOpen(property) : IsOpenText(picture, s));

    /// <summary>The same of the member that an answer has under a name, wherever in the answer it lies.</summary>
    public static bool LeaveOpen(Picture picture, ModelCall call, string name) =>
        !call.Schemas.IsEmpty
        && call.Schemas.All(s =>
            IsOfType(s)
                ? TypeOf(s) is { } type && AnswerMembers.PropertyNamed(type, name) is { } property && LeavesOpen(property)
                : IsOpenText(picture, s, $"\"{name}\"")
        );

    private static bool IsOfType(IOperation schema) =>
        schema switch
        {
            ITypeOfOperation => true,
            IInvocationOperation { TargetMethod.TypeArguments.Length: 1 } => true,
            IInvocationOperation call => call.Arguments.Any(static a => a.Value.Unwrapped() is ITypeOfOperation),
            _ => false,
        };

    private static ITypeSymbol? TypeOf(IOperation schema) =>
        schema switch
        {
            ITypeOfOperation type => type.TypeOperand,
            IInvocationOperation { TargetMethod.TypeArguments: [{ } type] } => type,
            IInvocationOperation call => call
                .Arguments.Select(static a => a.Value.Unwrapped())
                .OfType<ITypeOfOperation>()
                .FirstOrDefault()
                ?.TypeOperand,
            _ => null,
        };

    /// <summary>Every word of the schema stands in the code.</summary>
    /// <param name="word">What it has to mention.</param>
    private static bool IsOpenText(Picture picture, IOperation schema, string word = "\"properties\"")
    {
        var given = schema.PassedArguments().Where(static a => a.ArgumentKind != ArgumentKind.DefaultValue);
        var trace = TraceResult.UnionAll(given.Select(a => picture.TraceThroughCallers(a.Value, FlowMode.Content)));
        var texts = trace
            .Origins.Select(static o => o.Operation.ConstantValue.Value as string ?? (o.Operation as IUtf8StringOperation)?.Value)
            .OfType<string>()
            .ToList();
        return trace.IsComplete
            && texts.Any(static t => t.IndexOf("\"properties\"", StringComparison.Ordinal) >= 0)
            && texts.Any(t => t.IndexOf(word, StringComparison.Ordinal) >= 0)
            && !texts.Any(static t => Restricting.Any(r => t.IndexOf(r, StringComparison.Ordinal) >= 0));
    }
}
