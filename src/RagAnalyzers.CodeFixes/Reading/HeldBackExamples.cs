using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;

namespace RagAnalyzers.CodeFixes.Reading;

/// <summary>The upload of a training file in; out come two uploads, of nine tenths of its examples and of the tenth that is held back.</summary>
/// <param name="Before">The statements that divide the examples.</param>
/// <param name="Training">The upload of what is trained on.</param>
/// <param name="Validation">The upload of what is held back.</param>
/// <param name="Opening">The statement that opens the file for the upload alone, and has nothing left to do; or null.</param>
internal sealed record HeldBackExamples(
    ImmutableArray<StatementSyntax> Before,
    InvocationExpressionSyntax Training,
    InvocationExpressionSyntax Validation,
    StatementSyntax? Opening
)
{
    // What is uploaded under this name is held in memory: no file has to be there.
    private const string ValidationName = "\"validation.jsonl\"";

    /// <summary>Divides the examples, or returns null when how the file is read cannot be seen, or the client takes files by their path alone.</summary>
    public static HeldBackExamples? Of(
        InvocationExpressionSyntax upload,
        IMethodSymbol method,
        SemanticModel model,
        TypeNames names,
        CancellationToken cancellationToken
    )
    {
        if (CallArguments.Ordinals(upload.ArgumentList, method) is not { } ordinals)
        {
            return null;
        }

        ArgumentSyntax? For(string parameter) =>
            upload
                .ArgumentList.Arguments.Zip(ordinals, static (a, o) => (Argument: a, Ordinal: o))
                .FirstOrDefault(pair => method.Parameters[pair.Ordinal].Name == parameter)
                .Argument;

        var (content, name, path) = (For("file"), For("filename") ?? For("fileName"), For("filePath"));
        var stream = content is null ? null : OpenedFile.Of(content.Expression, model, cancellationToken);
        var source =
            path is not null ? FileLines(path.Expression, names, model)
            : content is null || name is null ? null
            : SourceLines(stream?.Value ?? content.Expression, names, model, cancellationToken);
        var taking = path is null ? null : TakingContent(method);
        var examples = FreshNames.In(upload, "examples", "labelledExamples");
        if (source is null || (path is not null && taking is null) || Choice(examples, upload.SpanStart, names, model) is not { } choice)
        {
            return null;
        }

        var training = FreshNames.In(upload, "training", "trainingExamples");
        var validation = FreshNames.In(upload, "validation", "validationExamples");
        InvocationExpressionSyntax? Uploading(string text, string? uploadedAs) =>
            path is not null && taking is not null
                ? InPlaceOf(
                    upload,
                    path,
                    [Content("BinaryData", text, names, model), uploadedAs ?? NameOf(path.Expression, names, model)],
                    taking
                )
            : Content(method.Parameters.First(static p => p.Name == "file").Type, text, names, model) is { } made
                ? upload.ReplaceNodes(
                    uploadedAs is null ? [content!.Expression] : new[] { content!.Expression, name!.Expression },
                    (original, _) =>
                        SyntaxFactory.ParseExpression(original == content!.Expression ? made : uploadedAs!).WithTriviaFrom(original)
                )
            : null;

        return Uploading(training, null) is { } trained && Uploading(validation, ValidationName) is { } held
            ? new HeldBackExamples(
                ImmutableArray.Create(
                    SyntaxFactory.ParseStatement($"var {examples} = {source};"),
                    SyntaxFactory.ParseStatement($"var {training} = string.Join(\"\\n\", {choice}(_, i) => i % 10 != 0));"),
                    SyntaxFactory.ParseStatement($"var {validation} = string.Join(\"\\n\", {choice}(_, i) => i % 10 == 0));")
                ),
                trained,
                held,
                stream?.Statement
            )
            : null;
    }

    /// <summary>The client's overload that takes the content and a name where this one takes the path.</summary>
    private static IMethodSymbol? TakingContent(IMethodSymbol method) =>
        method
            .ContainingType.GetMembers(method.Name)
            .OfType<IMethodSymbol>()
            .FirstOrDefault(other =>
                other.Parameters.Length >= method.Parameters.Length + 1
                && other.Parameters[0].Type.Name == "BinaryData"
                && other.Parameters[1].Type.SpecialType == SpecialType.System_String
                && other.Parameters.Skip(method.Parameters.Length + 1).All(static p => p.IsOptional)
                && other
                    .Parameters.Skip(2)
                    .Zip(method.Parameters.Skip(1), static (a, b) => SymbolEqualityComparer.Default.Equals(a.Type, b.Type))
                    .All(static same => same)
            );

    /// <summary>The beginning of a call that chooses from the examples, up to the condition; null when it cannot be named.</summary>
    private static string? Choice(string examples, int position, TypeNames names, SemanticModel model)
    {
        if (
            model.Compilation.GetTypeByMetadataName("System.Linq.Enumerable") is not { } linq
            || model.Compilation.GetTypeByMetadataName("System.StringSplitOptions") is null
        )
        {
            return null;
        }

        // The project's own method of the name may be the nearer one.
        var lines = model.Compilation.CreateArrayTypeSymbol(model.Compilation.GetSpecialType(SpecialType.System_String));
        var hasOwn = model
            .LookupSymbols(position, lines, "Where", includeReducedExtensionMethods: true)
            .Any(method => !SymbolEqualityComparer.Default.Equals(method.ContainingType, linq));
        return hasOwn ? $"{names.Of(linq)}.Where({examples}, "
            : names.TryImportExtensions(linq) ? $"{examples}.Where("
            : null;
    }

    /// <summary>The lines of what the content is made of; null for a stream of something else than a file.</summary>
    private static string? SourceLines(ExpressionSyntax content, TypeNames names, SemanticModel model, CancellationToken cancellationToken)
    {
        var made = content is AwaitExpressionSyntax { Expression: var awaited } ? awaited : content;
        if (
            made is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var info } } opening
            && model.GetSymbolInfo(opening, cancellationToken).Symbol is IMethodSymbol { ContainingType.Name: "FileInfo", Name: "OpenRead" }
        )
        {
            return FileLines(SyntaxFactory.ParseExpression($"{info.WithoutTrivia()}.FullName"), names, model);
        }

        if (made is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var given }, ..] } call)
        {
            switch (model.GetSymbolInfo(call, cancellationToken).Symbol)
            {
                case IMethodSymbol { ContainingType.Name: "File", Name: "ReadAllBytes" or "ReadAllBytesAsync" or "OpenRead" }:
                    return FileLines(given, names, model);
                case IMethodSymbol { ContainingType.Name: "BinaryData", Name: "FromBytes" or "FromStream" }:
                    return SourceLines(given, names, model, cancellationToken);
                case IMethodSymbol { ContainingType.Name: "BinaryData", Name: "FromString" }:
                    return Split(given, "", names, model);
            }
        }

        return model.GetTypeInfo(content, cancellationToken).Type switch
        {
            IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } => Named("System.Text.Encoding", names, model)
                is { } encoding
                ? $"{encoding}.UTF8.GetString({content.WithoutTrivia()}).{Lines(names, model)}"
                : null,
            { Name: "BinaryData" } => Split(content, ".ToString()", names, model),
            _ => null,
        };
    }

    private static string Split(ExpressionSyntax text, string reading, TypeNames names, SemanticModel model) =>
        text is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax
            ? $"{text.WithoutTrivia()}{reading}.{Lines(names, model)}"
            : $"({text.WithoutTrivia()}){reading}.{Lines(names, model)}";

    private static string Lines(TypeNames names, SemanticModel model) =>
        $"Split('\\n', {Named("System.StringSplitOptions", names, model)}.RemoveEmptyEntries)";

    private static string? FileLines(ExpressionSyntax path, TypeNames names, SemanticModel model) =>
        Named("System.IO.File", names, model) is { } file ? $"{file}.ReadAllLines({path.WithoutTrivia()})" : null;

    /// <summary>The name under which the training examples are uploaded.</summary>
    private static string NameOf(ExpressionSyntax path, TypeNames names, SemanticModel model)
    {
        var text = model.GetConstantValue(path) is { HasValue: true, Value: string constant } ? constant : null;
        var name = text?.Substring(text.LastIndexOfAny(['/', '\\']) + 1);
        return text is not null && text == name ? path.WithoutTrivia().ToString()
            : path is LiteralExpressionSyntax && name is { Length: > 0 } ? SyntaxFactory.Literal(name).Text
            : $"{Named("System.IO.Path", names, model)}.GetFileName({path.WithoutTrivia()})";
    }

    private static string? Content(ITypeSymbol type, string text, TypeNames names, SemanticModel model) =>
        type switch
        {
            IArrayTypeSymbol => $"{Named("System.Text.Encoding", names, model)}.UTF8.GetBytes({text})",
            { Name: "Stream" } => Content("BinaryData", text, names, model) + ".ToStream()",
            { Name: "BinaryData" } => Content("BinaryData", text, names, model),
            _ => null,
        };

    private static string Content(string type, string text, TypeNames names, SemanticModel model) =>
        $"{Named("System." + type, names, model)}.FromString({text})";

    private static string? Named(string type, TypeNames names, SemanticModel model) =>
        model.Compilation.GetTypeByMetadataName(type) is { } symbol ? names.Of(symbol) : null;

    private static InvocationExpressionSyntax? InPlaceOf(
        InvocationExpressionSyntax upload,
        ArgumentSyntax path,
        string[] texts,
        IMethodSymbol taking
    )
    {
        var arguments = upload.ArgumentList.Arguments;
        if (path.NameColon is null && arguments[0] != path)
        {
            return null;
        }

        // What was passed by name stays so.
        string Passed(int i) => path.NameColon is null ? texts[i] : $"{taking.Parameters[i].Name}: {texts[i]}";
        ArgumentSyntax Argument(int i) => SyntaxFactory.ParseArgumentList($"({Passed(i)})").Arguments[0];

        var at = arguments.IndexOf(path);
        var separators = arguments.GetSeparators().ToList();
        separators.Insert(at, PlainSyntax.Token(SyntaxKind.CommaToken, SyntaxFactory.Space));
        var passed = arguments.ToList();
        passed[at] = Argument(1).WithTrailingTrivia(path.GetTrailingTrivia());
        passed.Insert(at, Argument(0).WithLeadingTrivia(path.GetLeadingTrivia()));
        return upload.WithArgumentList(upload.ArgumentList.WithArguments(SyntaxFactory.SeparatedList(passed, separators)));
    }
}
