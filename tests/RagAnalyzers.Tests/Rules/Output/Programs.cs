using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>
/// Sources of several methods and types, with what they have in common around them: usings, a type to parse, a type to
/// retrieve. Findings are markup, as in <see cref="ParsedAnswers"/>. A source with top-level statements is an application,
/// any other one a library.
/// </summary>
internal static class Programs
{
    public const string Schema = "new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() }";

    private const string Plain = "new ChatOptions { Temperature = 0 }";

    private const string Types = "\n\n" + TestFrame.Answer + "\n\n" + TestFrame.Policy;

    private const string CommonUsings = """
        using System.ComponentModel;
        using System.Runtime.CompilerServices;
        using System.Text;
        using System.Text.Json;
        using System.Text.RegularExpressions;
        using Microsoft.Extensions.VectorData;

        """;

    private const string ExtensionsAIUsings = """
        using Microsoft.Agents.AI;
        using Microsoft.Extensions.AI;

        """;

    private const string SemanticKernelUsings = """
        using Microsoft.SemanticKernel;
        using Microsoft.SemanticKernel.ChatCompletion;
        using Microsoft.SemanticKernel.Connectors.OpenAI;

        """;

    private const string OpenAIUsings = """
        using OpenAI.Chat;

        """;

    /// <summary>Microsoft.Extensions.AI and Agent Framework.</summary>
    public static Task VerifyAsync(string source, ImmutableArray<MetadataReference> references = default) =>
        ParsedAnswers.VerifyAsync(Complete(source), references);

    /// <summary>
    /// A source that says <c>OPTIONS</c> where a model call, or an agent, is given its options: options without a format make
    /// the findings that are marked, options with a schema make none.
    /// </summary>
    public static async Task VerifyTwinsAsync(string source, ImmutableArray<MetadataReference> references = default)
    {
        Assert.Contains("OPTIONS", source, StringComparison.Ordinal);
        await VerifyAsync(source.Replace("OPTIONS", Plain), references);
        await VerifyAsync(WithoutMarkup(source.Replace("OPTIONS", Schema)), references);
    }

    /// <returns>The one finding of a source, which compiles.</returns>
    public static Task<Diagnostic> SingleAsync(string source) => ParsedAnswers.SingleAsync(Complete(source.Replace("OPTIONS", Plain)));

    public static Task SemanticKernelAsync(string source) =>
        ParsedAnswers.VerifyAsync(CommonUsings + SemanticKernelUsings + source + Types);

    public static Task OpenAIAsync(string source) => ParsedAnswers.VerifyAsync(CommonUsings + OpenAIUsings + source + Types);

    /// <summary>The newest SDKs and, beside them, another project.</summary>
    /// <param name="isBuilt">The project is there as a build has it, without its source.</param>
    public static ImmutableArray<MetadataReference> WithProject(string source, bool isBuilt = false)
    {
        var project = AnalyzerRun
            .Compile([CommonUsings + ExtensionsAIUsings + source], ReferenceSets.Latest)
            .WithAssemblyName("OtherProject");
        Assert.Empty(AnalyzerRun.Errors(project));
        if (!isBuilt)
        {
            return ReferenceSets.Latest.Add(project.ToMetadataReference());
        }

        using var image = new MemoryStream();
        Assert.True(project.Emit(image).Success);
        return ReferenceSets.Latest.Add(MetadataReference.CreateFromImage(image.ToArray()));
    }

    /// <summary>The text at the additional locations of a finding, in order.</summary>
    public static IEnumerable<string> AdditionalTexts(Diagnostic finding) =>
        finding.AdditionalLocations.Select(location => location.SourceTree!.GetText().ToString(location.SourceSpan));

    public static string TextOf(Diagnostic finding) => finding.Location.SourceTree!.GetText().ToString(finding.Location.SourceSpan);

    private static string Complete(string source) => CommonUsings + ExtensionsAIUsings + source + Types;

    private static string WithoutMarkup(string source)
    {
        TestFileMarkupParser.GetSpans(
            source,
            treatPositionIndicatorsAsCode: true,
            out var code,
            out ImmutableDictionary<string, ImmutableArray<TextSpan>> _
        );
        return code;
    }
}
