using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Apis;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Configuration.Apis;

/// <summary>Turns a line of a table into the facts that it states of a member.</summary>
internal static class ApiFacts
{
    /// <returns>The facts; or what keeps the line from being about this member.</returns>
    public static (ImmutableArray<SdkFact> Facts, string? Problem) Of(ApiLine line, ISymbol member)
    {
        if (MisfitOf(line, member) is { } misfit)
        {
            return (ImmutableArray<SdkFact>.Empty, misfit);
        }

        var names = member.Parameters().Select(static p => p.Name).ToList();
        foreach (var name in line.Roles.Values.SelectMany(static r => r).Where(n => n != SdkFact.Receiver && !names.Contains(n)))
        {
            var has = names.Count == 0 ? "it has none" : $"it has {string.Join(", ", names)}";
            return (ImmutableArray<SdkFact>.Empty, $"'{member.Name}' has no parameter '{name}'; {has}");
        }

        return Stated(line, member);
    }

    private static string? MisfitOf(ApiLine line, ISymbol member)
    {
        var fits = line.Meaning switch
        {
            ApiMeaning.Evaluation => true,
            ApiMeaning.Answer => member is IPropertySymbol or IFieldSymbol or IMethodSymbol,
            ApiMeaning.Parse or ApiMeaning.SafeParse => member is IMethodSymbol,
            _ => member is IMethodSymbol { MethodKind: MethodKind.Ordinary },
        };
        return fits ? null : $"'{member.Name}' is no method, and a {ApiWords.Of(line.Meaning)} is one";
    }

    private static (ImmutableArray<SdkFact>, string?) Stated(ApiLine line, ISymbol member)
    {
        switch (line.Meaning)
        {
            case ApiMeaning.Retrieval:
                return One(
                    new RetrievalFact(
                        SdkKind.Listed,
                        line.Role(ApiWords.Query),
                        Top: line.Role(ApiWords.Top).FirstOrDefault(),
                        Filter: line.Role(ApiWords.Filter).FirstOrDefault()
                    )
                );
            case ApiMeaning.ModelCall:
                return One(
                    new ModelCallFact(
                        SdkKind.Listed,
                        line.Role(ApiWords.Prompt),
                        ImmutableArray<string>.Empty,
                        Streaming: IsStream(member),
                        Listed: new ListedModelCall(FormatOf(line.Contract), line.IsGrounded)
                    )
                );
            case ApiMeaning.Answer:
                return One(
                    new PassFact(
                        SdkKind.Listed,
                        line.Role(ApiWords.From) is { IsEmpty: false } from ? from
                            : member is { IsStatic: true } ? member.Parameters().Take(1).Select(static p => p.Name).ToImmutableArray()
                            : ImmutableArray.Create(SdkFact.Receiver)
                    )
                );
            case ApiMeaning.Parse or ApiMeaning.SafeParse:
                var texts = InputOf(line.Role(ApiWords.Input), member, static p => p.Type.SpecialType == SpecialType.System_String);
                return texts.IsEmpty
                    ? (ImmutableArray<SdkFact>.Empty, $"'{member.Name}' takes no text; name the parameter that carries it: text=parameter")
                    : One(new ParseFact(SdkKind.Listed, texts, IsSafe: line.Meaning == ApiMeaning.SafeParse));
            case ApiMeaning.Ingestion:
                var records = InputOf(line.Role(ApiWords.Records), member, static p => p.Type.Name != "CancellationToken");
                return One(new IngestionFact(SdkKind.Listed, records, line.Role(ApiWords.Key).FirstOrDefault()));
            case ApiMeaning.FineTuningJob:
                return (Job(line, member).ToImmutableArray(), null);
            case ApiMeaning.SchemaExport:
                return One(new SchemaExportFact(SdkKind.Listed, line.Role(ApiWords.Type).FirstOrDefault()));
            default:
                return One(new EvaluationFact(SdkKind.Listed));
        }
    }

    private static (ImmutableArray<SdkFact>, string?) One(SdkFact fact) => (ImmutableArray.Create(fact), null);

    private static ImmutableArray<string> InputOf(ImmutableArray<string> said, ISymbol member, Func<IParameterSymbol, bool> otherwise) =>
        said.IsEmpty ? member.Parameters().Where(otherwise).Take(1).Select(static p => p.Name).ToImmutableArray() : said;

    /// <summary>A job that is given its data, and not the id of a file, uploads them as well.</summary>
    private static IEnumerable<SdkFact> Job(ApiLine line, ISymbol member)
    {
        var training = line.Role(ApiWords.Training);
        yield return new FineTuningJobFact(
            SdkKind.Listed,
            training.FirstOrDefault(),
            Options: null,
            ValidationFile: line.Role(ApiWords.Validation).FirstOrDefault()
        );
        if (training.IsEmpty)
        {
            yield break;
        }

        var isPath = member
            .Parameters()
            .Any(p =>
                p.Name == training[0]
                && p.Type.SpecialType == SpecialType.System_String
                && NameWords.Of(p.Name).Any(static w => w is "path" or "file" or "filename")
            );
        yield return new FileUploadFact(
            SdkKind.Listed,
            isPath ? ImmutableArray<string>.Empty : training,
            isPath ? training : ImmutableArray<string>.Empty,
            Purpose: null,
            IsForFineTuning: true
        );
    }

    private static FormatStrength? FormatOf(ApiContract contract) =>
        contract switch
        {
            ApiContract.None => FormatStrength.Text,
            ApiContract.Json => FormatStrength.JsonMode,
            ApiContract.Schema => FormatStrength.Schema,
            _ => null,
        };

    private static bool IsStream(ISymbol member) =>
        member is IMethodSymbol { ReturnType: INamedTypeSymbol { Name: "IAsyncEnumerable" or "IObservable" } };
}
