using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Reading.Parsing;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.CodeFixes.Output.ParsedAnswers;

/// <summary>
/// Microsoft.Extensions.AI where the call cannot become typed: the package with <c>GetResponseAsync&lt;T&gt;</c> is not referenced, the
/// answer is streamed, it is used for more than the parse, or what is null without an answer has to stay so for the compiler. The options get
/// the schema of the type.
/// </summary>
internal sealed class ParsedAnswerFixExtensionsAIFormat : OptionsFix
{
    private const string Options = "Microsoft.Extensions.AI.ChatOptions";
    private const string Member = "ResponseFormat";

    internal override bool IsFallback => true;

    private protected override SdkKind Sdk => SdkKind.ExtensionsAI;

    private protected override NewFormat? FormatFor(TargetedCall answer, INamedTypeSymbol owner, TypeNames names) =>
        owner.IsOrInherits(Options) ? ExtensionsFormat.For(answer, names) : null;

    private protected override Edit? Extend(TargetedCall answer, BaseObjectCreationExpressionSyntax creation, TypeNames names)
    {
        if (!answer.Model.GetTypeInfo(creation).Type.IsOrInherits(Options) || ExtensionsFormat.For(answer, names) is not { } format)
        {
            return null;
        }

        var extended = ObjectInitializers.Set(creation, Member, format.Value, answer.Layout);
        return new Edit(format.Title, creation, extended);
    }

    private protected override Edit? Pass(TargetedCall answer, TypeNames names)
    {
        if (
            answer.Model.Compilation.GetTypeByMetadataName(Options) is not { } options
            || ParameterOf(answer, Options) is not { } parameter
            || ExtensionsFormat.For(answer, names) is not { } format
        )
        {
            return null;
        }

        var call = OptionsArgument.Pass(
            answer,
            parameter,
            indent => ObjectInitializers.New($"new {names.Of(options)}", Member, format.Value, indent, answer.Layout)
        );
        return call is null ? null : new Edit(format.Title, answer.Call, call);
    }
}
