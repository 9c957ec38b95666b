using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.CodeFixes.Reading.Labels;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.CodeFixes.Output.Labels;

/// <summary>
/// RAG2012 on OpenAI's SDK and Semantic Kernel, whose calls are not generic in the answer: declares an enum of the labels and a type with it,
/// has the answer parsed into that, and compares the enum's members. The parse gets its schema by the fix of RAG2001 or RAG2002; where that has
/// none, neither has this rule.
/// </summary>
internal sealed class ParsedLabelFix : RuleFix
{
    private const string Serialization = "System.Text.Json.Serialization.";

    /// <summary>The rules that speak of a parse without a schema.</summary>
    internal static readonly ImmutableArray<string> Unconstrained = ImmutableArray.Create("RAG2001", "RAG2002");

    internal override async Task<ProposedFix?> ProposeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (
            await ComparedText.ReadAsync(document, diagnostic, cancellationToken).ConfigureAwait(false)
                is not { Sdk: SdkKind.OpenAI or SdkKind.SemanticKernel, Property: null } found
            || LabelReading.Find(found, cancellationToken) is not { } reading
            || LabelPlace.Of(reading) is not { } place
        )
        {
            return null;
        }

        var names = new TypeNames(found.Model, found.Call.SpanStart);
        if (
            LabelEnum.For(found, reading, names) is not { } labels
            || Converter(found.Model.Compilation, labels.Name, names) is not { } converter
            || found.Model.Compilation.GetTypeByMetadataName("System.Text.Json.JsonSerializer") is not { } serializer
        )
        {
            return null;
        }

        labels = labels with { Attribute = converter };
        var layout = Layout.Of(found.Root, document);
        var record = LabelEnumNames.Free(
            labels.Name + (labels.Name.StartsWith("Answer", StringComparison.Ordinal) ? "Response" : "Answer"),
            found.Root,
            found.Model,
            found.Call.SpanStart
        );
        var mark = new SyntaxAnnotation();
        var root = LabelTests.Track(found, reading, place.Nodes);
        root = LabelTests.WithMembers(root, found, reading, labels);
        root = place.Fill(
            root,
            labels.Name,
            text => Parse($"{names.Of(serializer)}.Deserialize<{record}>", text, reading.Reads[0].Text, found.Model) + "." + labels.Name,
            mark,
            layout
        );
        root = LabelTests.WithOperators(root, found);
        root = EnumDeclarations.AddMember(
            root,
            root.GetAnnotatedNodes(mark).First(),
            modifiers =>
                new OnePropertyType(record, labels.Name, labels.Name).Declaration(
                    modifiers,
                    layout.Unit,
                    found.Model,
                    found.Call.SpanStart
                ),
            layout
        );
        root = EnumDeclarations.Add(root, root.GetAnnotatedNodes(mark).First(), labels, layout);
        root = UsingDirectives.Add((CompilationUnitSyntax)root, names.Imports, layout);

        var parsed = document.WithText(await document.WithSyntaxRoot(root).GetTextAsync(cancellationToken).ConfigureAwait(false));
        var constrained = await FollowUps.ApplyAsync(document, parsed, Unconstrained, cancellationToken).ConfigureAwait(false);
        return constrained == parsed
            ? null
            : new ProposedFix($"Ask for an enum '{labels.Name}' with a schema, and parse the answer", constrained, Mended: null);
    }

    /// <summary>The parse of a text, with what tells the compiler that neither the text nor the result is null.</summary>
    /// <param name="read">The text as the model knows it.</param>
    private static string Parse(string method, ExpressionSyntax text, ExpressionSyntax read, SemanticModel model)
    {
        var maybeNull = model.GetTypeInfo(read).Nullability.FlowState == NullableFlowState.MaybeNull;
        var isAsked = model.GetNullableContext(read.SpanStart).WarningsEnabled() ? "!" : "";
        var certain =
            !maybeNull ? text.WithoutTrivia().ToString()
            : text is AwaitExpressionSyntax ? $"({text.WithoutTrivia()})!"
            : $"{text.WithoutTrivia()}!";
        return $"{method}({certain}){isAsked}";
    }

    /// <summary>The attribute by which an enum is read and written as text; null where there is none.</summary>
    private static string? Converter(Compilation compilation, string name, TypeNames names)
    {
        if (compilation.GetTypeByMetadataName(Serialization + "JsonConverterAttribute") is not { } attribute)
        {
            return null;
        }

        if (compilation.GetTypeByMetadataName(Serialization + "JsonStringEnumConverter`1") is { } generic)
        {
            var written = names.Of(generic);
            return $"{names.OfAttribute(attribute)}(typeof({written.Split('<')[0]}<{name}>))";
        }

        return compilation.GetTypeByMetadataName(Serialization + "JsonStringEnumConverter") is { } plain
            ? $"{names.OfAttribute(attribute)}(typeof({names.Of(plain)}))"
            : null;
    }
}
