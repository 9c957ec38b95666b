using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Reading.Parsing;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.CodeFixes.Output.ParsedAnswers;

/// <summary>
/// Semantic Kernel: the OpenAI connector's settings get the type that the answer is parsed into, or its schema where the
/// connector would make one that the parse cannot read.
/// </summary>
internal sealed class ParsedAnswerFixSemanticKernel : OptionsFix
{
    private const string OpenAISettings = "Microsoft.SemanticKernel.Connectors.OpenAI.OpenAIPromptExecutionSettings";
    private const string PlainSettings = "Microsoft.SemanticKernel.PromptExecutionSettings";
    private const string Arguments = "Microsoft.SemanticKernel.KernelArguments";
    private const string Member = "ResponseFormat";

    private protected override SdkKind Sdk => SdkKind.SemanticKernel;

    private protected override NewFormat? FormatFor(TargetedCall answer, INamedTypeSymbol owner, TypeNames names) =>
        owner.IsOrInherits(OpenAISettings) ? ConnectorFormat.For(answer, names) : null;

    private protected override Edit? Extend(TargetedCall answer, BaseObjectCreationExpressionSyntax creation, TypeNames names)
    {
        if (SettingsType(answer) is not { } settingsType || ConnectorFormat.For(answer, names) is not { } format)
        {
            return null;
        }

        var type = answer.Model.GetTypeInfo(creation).Type;
        if (type.IsOrInherits(Arguments))
        {
            return InvokesPrompt(answer) ? ExtendArguments(answer, creation, settingsType, format, names) : null;
        }

        if (type.IsOrInherits(OpenAISettings))
        {
            return new Edit(format.Title, creation, Set(answer, creation, format.Value));
        }

        // Plain settings have no place for a format. Their extension data is read only as long as they stay plain.
        if (
            type?.ToDisplayString(NullableFlowState.None) != PlainSettings
            || ObjectInitializers.ValueOf(creation, "ExtensionData") is not null
        )
        {
            return null;
        }

        var set = Set(answer, creation, format.Value);
        var name = SyntaxFactory.ParseTypeName(names.Of(settingsType));
        BaseObjectCreationExpressionSyntax replaced = set switch
        {
            ObjectCreationExpressionSyntax written => written.WithType(name.WithTriviaFrom(written.Type)),
            ImplicitObjectCreationExpressionSyntax { ArgumentList: var list } => SyntaxFactory.ObjectCreationExpression(
                set.NewKeyword.WithTrailingTrivia(SyntaxFactory.Space),
                list.Arguments.Count == 0 ? name.WithTrailingTrivia(list.GetTrailingTrivia()) : name,
                list.Arguments.Count == 0 ? null : list,
                set.Initializer
            ),
            _ => set,
        };
        return new Edit(format.Title, creation, replaced);
    }

    private protected override Edit? Pass(TargetedCall answer, TypeNames names)
    {
        var isKernels = answer
            .Method.ContainingNamespace.ToDisplayString()
            .StartsWith("Microsoft.SemanticKernel", StringComparison.Ordinal);
        if (!isKernels || SettingsType(answer) is not { } settingsType || ConnectorFormat.For(answer, names) is not { } format)
        {
            return null;
        }

        string NewSettings(string indent) =>
            ObjectInitializers.New($"new {names.Of(settingsType)}", Member, format.Value, indent, answer.Layout);

        InvocationExpressionSyntax? call = null;
        if (ParameterOf(answer, PlainSettings) is { } settings)
        {
            call = OptionsArgument.Pass(answer, settings, NewSettings);
        }
        else if (InvokesPrompt(answer) && ParameterOf(answer, Arguments) is { Type: INamedTypeSymbol argumentsType } arguments)
        {
            call = OptionsArgument.Pass(answer, arguments, indent => $"new {names.Of(argumentsType)}({NewSettings(indent)})");
        }

        return call is null ? null : new Edit(format.Title, answer.Call, call);
    }

    /// <summary>Arguments carry settings as their first constructor argument.</summary>
    private static Edit? ExtendArguments(
        TargetedCall answer,
        BaseObjectCreationExpressionSyntax creation,
        INamedTypeSymbol settingsType,
        NewFormat format,
        TypeNames names
    )
    {
        if (creation.ArgumentList is { Arguments: [{ Expression: BaseObjectCreationExpressionSyntax inner }] })
        {
            return answer.Model.GetTypeInfo(inner).Type.IsOrInherits(OpenAISettings)
                ? new Edit(format.Title, inner, Set(answer, inner, format.Value))
                : null;
        }

        if (creation.ArgumentList is { Arguments.Count: > 0 })
        {
            return null;
        }

        var settings = ObjectInitializers.New(
            $"new {names.Of(settingsType)}",
            Member,
            format.Value,
            answer.Layout.IndentAt(creation),
            answer.Layout
        );
        return new Edit(format.Title, creation, ObjectInitializers.Constructed(creation, settings));
    }

    private static BaseObjectCreationExpressionSyntax Set(
        TargetedCall answer,
        BaseObjectCreationExpressionSyntax creation,
        Func<string, string> value
    ) => ObjectInitializers.Set(creation, Member, value, answer.Layout);

    private static INamedTypeSymbol? SettingsType(TargetedCall answer) => answer.Model.Compilation.GetTypeByMetadataName(OpenAISettings);

    /// <summary>
    /// A prompt given as text has no settings of its own that those in the arguments would replace. Neither has a function: of one that has, the
    /// rule says nothing about the options.
    /// </summary>
    private static bool InvokesPrompt(TargetedCall answer) =>
        answer.Method.Name is "InvokeAsync" or "InvokeStreamingAsync"
        || answer.Method.Name.StartsWith("InvokePrompt", StringComparison.Ordinal)
            && ParameterOf(answer, "Microsoft.SemanticKernel.PromptTemplateConfig") is { } config
            && CallArguments.Ordinals(answer.Call.ArgumentList, answer.Method) is { } ordinals
            && !ordinals.Contains(config.Ordinal);
}
