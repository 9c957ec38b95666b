using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Answers;
using RagAnalyzers.Pipeline.Contracts;

namespace RagAnalyzers.Rules.Output;

/// <summary>Decides which rule speaks of the contract of a parsed answer, so that the others can leave the parse alone.</summary>
internal static class ParsedAnswerMistakes
{
    /// <summary>The mistake of the answers that arrive at a parse through one call; several have to agree.</summary>
    public static ParsedAnswerMistake Of(AnswerUse use, IEnumerable<ArrivingAnswer> arriving)
    {
        var answers = arriving.ToList();
        if (answers.All(static a => a.Call.Contract.Kind == OutputContractKind.None))
        {
            return answers.All(static a => a.Call.Prompt.ContainsPassages)
                ? ParsedAnswerMistake.NoSchemaThoughGrounded
                : ParsedAnswerMistake.NoSchema;
        }

        if (answers.Any(static a => UnmentionedJson.IsFoundOf(a.Call)))
        {
            return ParsedAnswerMistake.JsonUnmentioned;
        }

        return answers.All(static a => a.Call.Contract.Kind == OutputContractKind.JsonMode) && ExpectsShape(use.Target)
            ? ParsedAnswerMistake.JsonModeAlone
            : ParsedAnswerMistake.None;
    }

    /// <summary>Whether a rule speaks of a parse, here or in a visible caller, that the answer of this call arrives at.</summary>
    public static bool AreFoundOf(Picture picture, IInvocationOperation modelCall) =>
        AnswerDestinations
            .Of(picture, modelCall)
            .Any(use =>
                use.Answers.GroupBy(static a => a.Place)
                    .Any(g => g.Any(a => a.Call.Operation.IsSameAs(modelCall)) && Of(use, g) != ParsedAnswerMistake.None)
            );

    /// <summary>The type says which members there are; a node, a document or a dictionary takes whatever comes.</summary>
    public static bool ExpectsShape(ITypeSymbol target) =>
        target switch
        {
            IArrayTypeSymbol array => ExpectsShape(array.ElementType),
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => ExpectsShape(
                nullable.TypeArguments[0]
            ),
            INamedTypeSymbol { SpecialType: not SpecialType.None } => false,
            INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } named => named
                .FullNamespace()
                .StartsWith("System.Collections", System.StringComparison.Ordinal)
                ? named.TypeArguments.Length == 1 && ExpectsShape(named.TypeArguments[0])
                : !IsLibrary(named),
            _ => false,
        };

    private static bool IsLibrary(INamedTypeSymbol type) =>
        type.FullNamespace() is var space
        && (
            space == "System"
            || space.StartsWith("System.", System.StringComparison.Ordinal)
            || space.StartsWith("Newtonsoft.", System.StringComparison.Ordinal)
            || space.StartsWith("YamlDotNet", System.StringComparison.Ordinal)
        );
}
