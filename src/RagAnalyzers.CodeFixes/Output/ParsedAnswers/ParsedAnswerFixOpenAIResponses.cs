using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Reading.Parsing;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.CodeFixes.Output.ParsedAnswers;

/// <summary>OpenAI responses: the text options get the strict schema of the type that the answer is parsed into.</summary>
internal sealed class ParsedAnswerFixOpenAIResponses : OptionsFix
{
    private const string Space = "OpenAI.Responses.";
    private const string Format = Space + "ResponseTextFormat";
    private const string TextOptions = Space + "ResponseTextOptions";
    private const string Options = Space + "CreateResponseOptions";
    private const string Item = Space + "ResponseItem";
    private const string Holder = "TextOptions";
    private const string Member = "TextFormat";

    private protected override SdkKind Sdk => SdkKind.OpenAI;

    private protected override NewFormat? FormatFor(TargetedCall answer, INamedTypeSymbol owner, TypeNames names) =>
        owner.IsOrInherits(TextOptions) && SchemaFormat.For(answer, Format, names) is { } format
            ? new NewFormat(TitleFor(answer), format.Text)
            : null;

    private protected override Edit? Extend(TargetedCall answer, BaseObjectCreationExpressionSyntax creation, TypeNames names)
    {
        if (!HasTextOptions(answer.Model.GetTypeInfo(creation).Type) || SchemaFormat.For(answer, Format, names) is not { } format)
        {
            return null;
        }

        switch (ObjectInitializers.ValueOf(creation, Holder))
        {
            case null:
                return NewTextOptions(answer, format, names) is { } textOptions
                    ? new Edit(TitleFor(answer), creation, ObjectInitializers.Set(creation, Holder, textOptions, answer.Layout))
                    : null;
            case BaseObjectCreationExpressionSyntax present:
                return new Edit(TitleFor(answer), present, ObjectInitializers.Set(present, Member, format.Text, answer.Layout));
            default:
                return null;
        }
    }

    private protected override Edit? Pass(TargetedCall answer, TypeNames names)
    {
        if (
            answer.Method.ContainingType.ContainingNamespace.ToDisplayString() != "OpenAI.Responses"
            || SchemaFormat.For(answer, Format, names) is not { } format
            || NewTextOptions(answer, format, names) is not { } textOptions
        )
        {
            return null;
        }

        var parameter = answer.Method.Parameters.FirstOrDefault(candidate => HasTextOptions(candidate.Type));
        var call = parameter is null
            ? PassAsOptions(answer, names, textOptions)
            : OptionsArgument.Pass(
                answer,
                parameter,
                indent =>
                    ObjectInitializers.New($"new {names.Of((INamedTypeSymbol)parameter.Type)}", Holder, textOptions, indent, answer.Layout)
            );
        return call is null ? null : new Edit(TitleFor(answer), answer.Call, call);
    }

    private static string TitleFor(TargetedCall answer) => $"Set TextFormat to the JSON schema of '{answer.TargetTitle}'";

    private static bool HasTextOptions(ITypeSymbol? type) =>
        type?.ContainingNamespace?.ToDisplayString() == "OpenAI.Responses" && type.GetMembers(Holder).Any();

    private static Func<string, string>? NewTextOptions(TargetedCall answer, SchemaFormat format, TypeNames names)
    {
        if (answer.Model.Compilation.GetTypeByMetadataName(TextOptions) is not { } type)
        {
            return null;
        }

        var name = names.Of(type);
        return indent => ObjectInitializers.New($"new {name}", Member, format.Text, indent, answer.Layout);
    }

    /// <summary>The overload that takes model and input has no options: both move into them.</summary>
    private static InvocationExpressionSyntax? PassAsOptions(TargetedCall answer, TypeNames names, Func<string, string> textOptions)
    {
        var compilation = answer.Model.Compilation;
        var list = answer.Call.ArgumentList;
        if (
            compilation.GetTypeByMetadataName(Options) is not { } optionsType
            || compilation.GetTypeByMetadataName(Item) is not { } itemType
            || CallArguments.Ordinals(list, answer.Method) is not { } ordinals
        )
        {
            return null;
        }

        string? Argument(string name)
        {
            var ordinal = answer.Method.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Ordinal ?? -1;
            var index = ordinals.IndexOf(ordinal);
            return index < 0 ? null : list.Arguments[index].Expression.ToString();
        }

        var input = Argument("inputItems");
        if (input is null && Argument("userInputText") is { } text)
        {
            var item = $"{names.Of(itemType)}.CreateUserMessageItem({text})";
            var collections = ((CSharpParseOptions)answer.Root.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp12;
            input = collections ? $"[{item}]" : $"new {names.Of(itemType)}[] {{ {item} }}";
        }

        if (input is null || Argument("model") is not { } model || Argument("previousResponseId") is not null and not "null")
        {
            return null;
        }

        var indent = answer.Layout.IndentAt(list.OpenParenToken);
        var options = ObjectInitializers.New($"new {names.Of(optionsType)}({model}, {input})", Holder, textOptions, indent, answer.Layout);
        var token = Argument("cancellationToken") is { } cancellation ? $", {cancellation}" : "";
        return answer.Call.WithArgumentList(
            SyntaxFactory.ParseArgumentList($"({options}{token})", options: answer.Root.SyntaxTree.Options).WithTriviaFrom(list)
        );
    }
}
