using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Reading;

namespace RagAnalyzers.CodeFixes.Knowledge;

/// <summary>
/// The creation of a vector store as the referenced OpenAI version has it: until 2.2 an operation that says whether to wait,
/// after that a plain result.
/// </summary>
internal sealed class VectorStoreCall
{
    private readonly IMethodSymbol _method;
    private readonly INamedTypeSymbol _options;
    private readonly bool _waits;

    private VectorStoreCall(IMethodSymbol method, INamedTypeSymbol options)
    {
        _method = method;
        _options = options;
        _waits = method.Parameters.Any(parameter => parameter.Name == "waitUntilCompleted");
        var result = method.ReturnType is INamedTypeSymbol { Name: "Task", TypeArguments: [INamedTypeSymbol awaited] }
            ? awaited
            : (INamedTypeSymbol)method.ReturnType;
        ResultType = result is { Name: "ClientResult", TypeArguments: [INamedTypeSymbol store] } ? store : result;
    }

    /// <summary>The type to write for what the call gives: the store itself, to which a result converts, or the operation.</summary>
    public INamedTypeSymbol ResultType { get; }

    /// <summary>The method that takes the place of the job call, or null when the referenced version has none.</summary>
    public static VectorStoreCall? For(TrainingRun run)
    {
        var compilation = run.Model.Compilation;
        var name = run.Method.Name.EndsWith("Async", System.StringComparison.Ordinal) ? "CreateVectorStoreAsync" : "CreateVectorStore";
        if (
            compilation.GetTypeByMetadataName("OpenAI.VectorStores.VectorStoreClient") is not { } client
            || compilation.GetTypeByMetadataName("OpenAI.VectorStores.VectorStoreCreationOptions") is not { } options
        )
        {
            return null;
        }

        return client
            .GetMembers(name)
            .OfType<IMethodSymbol>()
            .Where(method => method.Parameters.Any(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, options)))
            .Select(method => new VectorStoreCall(method, options))
            .FirstOrDefault();
    }

    /// <summary>The call's text.</summary>
    public string Text(TrainingRun run, string client, TypeNames names)
    {
        var wait = _waits ? $"waitUntilCompleted: {run.Argument("waitUntilCompleted")?.ToString() ?? "false"}, " : "";
        var isCancellable = _method.Parameters.Any(parameter => parameter.Name == "cancellationToken");
        var cancellation = isCancellable && run.Argument("cancellationToken") is { } token ? $", {token}" : "";
        return $"{client}.{_method.Name}({wait}new {names.Of(_options)} {{ FileIds = {{ {run.FileId.WithoutTrivia()} }} }}{cancellation})";
    }

    /// <summary>The job's members that the store has too.</summary>
    /// <param name="isTyped">The local has a written type, so that it is the store rather than the result around it.</param>
    public ImmutableDictionary<string, string> MembersFor(bool isTyped)
    {
        var (id, status) =
            _waits ? ("VectorStoreId", "Status")
            : isTyped ? ("Id", "Status")
            : ("Value.Id", "Value.Status");
        return ImmutableDictionary<string, string>.Empty.Add("JobId", id).Add("Status", status);
    }
}
