using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline;

/// <summary>
/// Whether the code of a member that the project's table lists says itself what the member is. Then the code holds, as everywhere: the
/// table is for those who do not see it.
/// </summary>
internal sealed class CodeOfListed
{
    // These libraries answer from what they are given; what a body asks of others it does not say itself.
    private static readonly ImmutableArray<string> Elsewhere = ImmutableArray.Create("System.Net", "System.Data");

    private readonly Picture _picture;
    private readonly AiSdks _sdks;
    private readonly CompilationBodies _bodies;

    /// <param name="sdks">The tables without what is listed.</param>
    public CodeOfListed(Picture picture, AiSdks sdks, CompilationBodies bodies)
    {
        _picture = picture;
        _sdks = sdks;
        _bodies = bodies;
    }

    /// <summary>
    /// The bodies of the member, or others of their type, call an SDK; or, for a member with a body of its own, the body calls nobody who
    /// could know more than it says.
    /// </summary>
    public bool Says(ISymbol member)
    {
        if (member is not IMethodSymbol method || !method.IsInSource())
        {
            return false;
        }

        var bodies = _bodies.BodiesOf(method);
        return bodies.Any(CallsSdk) || (!method.IsAbstract && bodies.Length == 1 && BodyIndex.Of(bodies[0]).Invocations.All(IsOfLibrary));
    }

    private bool CallsSdk(IOperation body) =>
        Calls<ModelCallFact>(body) || Calls<RetrievalFact>(body) || Calls<FineTuningJobFact>(body) || Calls<IngestionFact>(body);

    private bool Calls<TFact>(IOperation body)
        where TFact : SdkFact
    {
        var names = _sdks.NamesWith<TFact>();
        return names.Count > 0
            && _picture.MethodAround(body)?.ContainingType is { } type
            && _picture
                .BodiesOf(type, names)
                .SelectMany(static b => b.Index.Invocations)
                .Any(c => _sdks.TryGetFact<TFact>(c.TargetMethod, out var _));
    }

    private static bool IsOfLibrary(IInvocationOperation call) =>
        call.TargetMethod.ContainingAssembly?.Name is { } name
        && (name.StartsWith("System", StringComparison.Ordinal) || name is "mscorlib" or "netstandard" or "Microsoft.CSharp")
        && !Elsewhere.Contains(string.Join(".", name.Split('.').Take(2)));
}
