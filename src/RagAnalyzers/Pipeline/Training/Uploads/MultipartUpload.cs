using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Training.Requests;

namespace RagAnalyzers.Pipeline.Training.Uploads;

/// <summary>Reads a file upload that is sent as a form: <c>MultipartFormDataContent</c> with a part named "purpose".</summary>
internal static class MultipartUpload
{
    private const string Form = "System.Net.Http.MultipartFormDataContent";

    /// <summary>The upload that a request is, or null when it sends something else.</summary>
    public static FileUpload? Of(Picture picture, HttpRequest request)
    {
        var forms = request
            .TraceContent()
            .Origins.Select(static o => o.Operation)
            .OfType<IObjectCreationOperation>()
            .Where(static c => c.Type.HasFullName(Form))
            .ToList();
        if (forms.Count != 1)
        {
            return null;
        }

        var parts = PartsOf(forms[0]);
        var purposes = parts.FindAll(static p => p.Name == "purpose");
        var files = parts.FindAll(static p => p.Name == "file" || (p.Name is null && p.IsUnnamed));
        if (purposes.Count != 1 || files.Count > 1)
        {
            return null;
        }

        return new FileUpload(picture, request.Call)
        {
            Purpose = Inner(picture, purposes[0].Content),
            Content = files.Count == 1 ? ImmutableArray.Create(Inner(picture, files[0].Content)) : ImmutableArray<IOperation>.Empty,
            Paths = files.Count == 1 && files[0].FileName is { } name ? ImmutableArray.Create(name) : ImmutableArray<IOperation>.Empty,
        };
    }

    private static List<Part> PartsOf(IObjectCreationOperation form)
    {
        var variable = form.ParentOf(out _) switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } => local.Local,
            _ => null,
        };
        return BodyIndex
            .Of(form)
            .Invocations.Where(c =>
                c.TargetMethod is { Name: "Add" } add && add.ContainingType.HasFullName(Form) && IsOf(c, form, variable)
            )
            .Select(static c => new Part(
                c.ArgumentNamed("content")!,
                TextShape.TextOf(c.ArgumentNamed("name") ?? c)?.Trim('"'),
                c.ArgumentNamed("fileName"),
                c.ArgumentNamed("name") is null
            ))
            .Where(static p => p.Content is not null)
            .ToList();
    }

    private static bool IsOf(IInvocationOperation add, IObjectCreationOperation form, ILocalSymbol? variable) =>
        add.Instance?.Unwrapped() switch
        {
            ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, variable),
            IInstanceReferenceOperation => add.Parent is IObjectOrCollectionInitializerOperation initializer
                && ReferenceEquals(initializer.Parent, form),
            _ => false,
        };

    /// <summary>What a part is made of: the text, bytes or stream in its content.</summary>
    private static IOperation Inner(Picture picture, IOperation content)
    {
        var made = picture
            .TraceWithinBody(content, FlowMode.Value)
            .Origins.Select(static o => o.Operation)
            .OfType<IObjectCreationOperation>()
            .ToList();
        return made.Count == 1 && made[0].ArgumentNamed("content") is { } inner ? inner : content;
    }

    private sealed record Part(IOperation Content, string? Name, IOperation? FileName, bool IsUnnamed);
}
