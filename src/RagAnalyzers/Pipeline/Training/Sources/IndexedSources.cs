using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Retrievals;
using RagAnalyzers.Pipeline.Training.Uploads;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Training.Sources;

/// <summary>
/// Finds out whether what one trail leads to is in a vector index too: another call indexes it, or it was retrieved from one.
/// </summary>
internal static class IndexedSources
{
    // What these answer is about the machine or the settings; two users of it share no documents.
    private static readonly ImmutableHashSet<string> Surroundings = ImmutableHashSet.Create(
        "System.Environment",
        "System.AppContext",
        "System.AppDomain",
        "System.IO.Path",
        "System.Guid",
        "System.Convert",
        "System.Text.Encoding"
    );

    /// <summary>The calls, in any body of the compilation.</summary>
    public static ImmutableArray<IInvocationOperation> CallsFor(Picture picture, SourceTrail data, FileUpload upload)
    {
        var calls = ImmutableArray.CreateBuilder<IInvocationOperation>();
        var here = picture.BodyOf(upload.Operation);
        foreach (var ingestion in Ingestion.In(here).Concat(Ingestion.InAll(picture).Where(i => i.Operation.Root().Syntax != here.Syntax)))
        {
            var indexed = new SourceTrail(picture);
            foreach (var record in ingestion.Records)
            {
                indexed.AddContent(record);
            }

            indexed.Run();
            if (Share(picture, data, indexed, ReferenceEquals(ingestion.Operation.Root(), here.Root) ? here.Root : null))
            {
                calls.Add(ingestion.Operation);
            }
        }

        calls.AddRange(
            data.Operations.OfType<IInvocationOperation>().Where(c => data.IsContent(c) && picture.TryGetFact<RetrievalFact>(c, out var _))
        );
        return calls.ToImmutable();
    }

    /// <param name="body">The body that both are in, or null: then a parameter says something else on either way.</param>
    private static bool Share(Picture picture, SourceTrail a, SourceTrail b, IOperation? body)
    {
        var tracer = picture.Tracer;
        return Reads(a, tracer)
                .Any(r =>
                    Reads(b, tracer).Any(other => other.Syntax == r.Syntax)
                    && (ReferenceEquals(r.Root(), body) || !DependsOnParameters(r, tracer))
                )
            || Collections(a, tracer).Intersect(Collections(b, tracer), SymbolEqualityComparer.Default).Any()
            || a.Locators.Any(x =>
                b.Locators.Any(y =>
                    FileIdentity.AreSame(picture, x, y)
                    && (x.All(l => ReferenceEquals(l.Root(), body)) || !x.Any(l => HasParameters(l, tracer)))
                )
            );
    }

    /// <summary>What the call reads is for the callers of its body to say.</summary>
    private static bool DependsOnParameters(IOperation read, ValueTracer tracer) =>
        read is IInvocationOperation call
        && CallTracer.Values(call, CallTracer.Everything).Any(v => v.HandedFunction() is null && HasParameters(v, tracer));

    private static bool HasParameters(IOperation value, ValueTracer tracer) =>
        tracer.Trace(value, FlowMode.Content).Origins.Any(static o => IsOfMethod(o));

    private static bool IsOfMethod(Origin origin) =>
        origin
            is {
                Kind: OriginKind.Parameter,
                Symbol: IParameterSymbol
                {
                    Type.Name: not "CancellationToken",
                    ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor }
                }
            };

    /// <summary>The calls whose results the data comes from.</summary>
    private static IEnumerable<IOperation> Reads(SourceTrail trail, ValueTracer tracer) =>
        trail
            .Operations.OfType<IInvocationOperation>()
            .Where(call =>
                tracer.Knowledge.OfCall(call.TargetMethod) is null or { IsSource: true }
                && !Surroundings.Contains(call.TargetMethod.ContainingType.FullName())
                && !call.TargetMethod.FullNamespace().StartsWith("Microsoft.Extensions.Configuration", System.StringComparison.Ordinal)
                && (IsCollection(call.Type) || (IsText(call.Type) && trail.IsContent(call)))
                && IsOpen(call, tracer)
            );

    /// <summary>The variables that hold several things, other than constants, taken as a whole.</summary>
    private static IEnumerable<ISymbol> Collections(SourceTrail trail, ValueTracer tracer) =>
        trail.Operations.Where(o => IsCollection(o.Type) && !IsTakenByKey(o) && IsOpen(o, tracer)).Select(Variable).OfType<ISymbol>();

    /// <summary>More than constants is in the value.</summary>
    private static bool IsOpen(IOperation value, ValueTracer tracer) =>
        tracer.Trace(value, FlowMode.Content).Origins.Any(static o => o.IsOpen || o.Kind == OriginKind.Source);

    private static ISymbol? Variable(IOperation operation) =>
        operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member when member.Member.IsInSource() => member.Member,
            _ => null,
        };

    /// <summary>One element at a fixed place: <c>args[0]</c> and <c>args[1]</c> have nothing to do with each other.</summary>
    private static bool IsTakenByKey(IOperation operation) =>
        operation.ParentOf(out _) switch
        {
            IArrayElementReferenceOperation element => element.Indices.All(static i => i.ConstantValue.HasValue),
            IPropertyReferenceOperation { Arguments: { IsEmpty: false } keys } => keys.All(static k => k.Value.ConstantValue.HasValue),
            _ => false,
        };

    private static bool IsText(ITypeSymbol? type) =>
        Awaited(type) is { SpecialType: SpecialType.System_String } or { Name: "Stream" or "BinaryData" };

    private static bool IsCollection(ITypeSymbol? type) =>
        Awaited(type) is { SpecialType: not SpecialType.System_String } value
        && (value.TypeKind == TypeKind.Array || IsSequence(value) || value.AllInterfaces.Any(IsSequence));

    private static bool IsSequence(ITypeSymbol type) =>
        type.FullName()
            is "System.Collections.IEnumerable"
                or "System.Collections.Generic.IEnumerable"
                or "System.Collections.Generic.IAsyncEnumerable";

    private static ITypeSymbol? Awaited(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeArguments: { Length: 1 } results } task
        && task.FullName() is "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask"
            ? ((INamedTypeSymbol)type).TypeArguments[0]
            : type;
}
