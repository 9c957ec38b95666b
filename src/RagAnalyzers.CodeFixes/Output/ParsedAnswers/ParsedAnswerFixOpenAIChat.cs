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

/// <summary>OpenAI chat completions: the options get the strict schema of the type that the answer is parsed into.</summary>
internal sealed class ParsedAnswerFixOpenAIChat : OptionsFix
{
    private const string Options = "OpenAI.Chat.ChatCompletionOptions";
    private const string Format = "OpenAI.Chat.ChatResponseFormat";
    private const string Message = "OpenAI.Chat.ChatMessage";
    private const string Member = "ResponseFormat";

    private protected override SdkKind Sdk => SdkKind.OpenAI;

    private protected override NewFormat? FormatFor(TargetedCall answer, INamedTypeSymbol owner, TypeNames names) =>
        owner.IsOrInherits(Options) && SchemaFormat.For(answer, Format, names) is { } format
            ? new NewFormat(TitleFor(answer), format.Text)
            : null;

    private protected override Edit? Extend(TargetedCall answer, BaseObjectCreationExpressionSyntax creation, TypeNames names)
    {
        if (!answer.Model.GetTypeInfo(creation).Type.IsOrInherits(Options) || SchemaFormat.For(answer, Format, names) is not { } format)
        {
            return null;
        }

        var extended = ObjectInitializers.Set(creation, Member, format.Text, answer.Layout);
        return new Edit(TitleFor(answer), creation, extended);
    }

    private protected override Edit? Pass(TargetedCall answer, TypeNames names)
    {
        var compilation = answer.Model.Compilation;
        if (
            !answer.Method.ContainingType.IsOrInherits("OpenAI.Chat.ChatClient")
            || compilation.GetTypeByMetadataName(Options) is not { } optionsType
            || SchemaFormat.For(answer, Format, names) is not { } format
        )
        {
            return null;
        }

        string NewOptions(string indent) =>
            ObjectInitializers.New($"new {names.Of(optionsType)}", Member, format.Text, indent, answer.Layout);
        var call =
            ParameterOf(answer, Options) is { } parameter ? OptionsArgument.Pass(answer, parameter, NewOptions)
            : answer.Method.Parameters is [{ IsParams: true }] ? PassBehindMessages(answer, names, NewOptions)
            : null;
        return call is null ? null : new Edit(TitleFor(answer), answer.Call, call);
    }

    private static string TitleFor(TargetedCall answer) => $"Set ResponseFormat to the JSON schema of '{answer.TargetTitle}'";

    /// <summary>The overload that takes the messages one by one has no options: the messages become one argument.</summary>
    private static InvocationExpressionSyntax? PassBehindMessages(TargetedCall answer, TypeNames names, Func<string, string> options)
    {
        var list = answer.Call.ArgumentList;
        if (list.Arguments.Count == 0)
        {
            return null;
        }

        if (list.Arguments.Count == 1 && answer.Model.GetTypeInfo(list.Arguments[0].Expression).ConvertedType is IArrayTypeSymbol)
        {
            var parameters = ImmutableArray.Create("messages", "options");
            ExpressionSyntax Parse(string indent) =>
                SyntaxFactory.ParseExpression(options(indent), options: answer.Root.SyntaxTree.Options);
            return answer.Call.WithArgumentList(CallArguments.Add(list, ImmutableArray.Create(0), parameters, 1, Parse, answer.Layout));
        }

        if (list.Arguments.Any(argument => argument.NameColon is not null))
        {
            return null;
        }

        var layout = answer.Layout;
        var collections = ((CSharpParseOptions)answer.Root.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp12;
        if (!collections && answer.Model.Compilation.GetTypeByMetadataName(Message) is null)
        {
            return null;
        }

        var (open, close) = collections ? ("[", "]") : ($"new {names.Of(answer.Model.Compilation.GetTypeByMetadataName(Message)!)}[]", "}");
        var onLines = list.OpenParenToken.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        var text = onLines
            ? MessagesOnLines(list, open, close, options, layout)
            : MessagesOnOneLine(list, collections ? open : open + " { ", collections ? close : " }", options, layout);
        return answer.Call.WithArgumentList(
            SyntaxFactory.ParseArgumentList(text, options: answer.Root.SyntaxTree.Options).WithTriviaFrom(list)
        );
    }

    private static string MessagesOnOneLine(ArgumentListSyntax list, string open, string close, Func<string, string> options, Layout layout)
    {
        var indent = layout.IndentAt(list.Arguments.Last().Span.End);
        return $"({open}{list.Arguments.ToFullString().Trim()}{close}, {options(indent)})";
    }

    private static string MessagesOnLines(ArgumentListSyntax list, string open, string close, Func<string, string> options, Layout layout)
    {
        var indent = layout.IndentAt(list.Arguments[0]);
        var newLine = layout.NewLine;
        var opening = close == "}" ? $"{open}{newLine}{indent}{{" : open;
        var behind = list.Arguments.Last().GetTrailingTrivia().ToFullString().TrimEnd();
        var messages = IndentedLines.Shift(list.Arguments, layout.Unit).Trim();
        if (behind.Length > 0)
        {
            messages = messages.Substring(0, messages.Length - behind.Length).TrimEnd();
        }

        return $"({newLine}{indent}{opening}{newLine}{indent}{layout.Unit}{messages},{behind}{newLine}{indent}{close},{newLine}{indent}{options(indent)})";
    }
}
