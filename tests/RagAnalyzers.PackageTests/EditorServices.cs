using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace RagAnalyzers.PackageTests;

/// <summary>
/// The service by which Visual Studio and the C# extension of VS Code offer and apply fixes. It is internal to Roslyn's Features package, so it
/// is reached by reflection.
/// </summary>
internal sealed class EditorServices : IDisposable
{
    private const BindingFlags Anything = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Type s_serviceType = Assembly
        .Load("Microsoft.CodeAnalysis.Features")
        .GetType("Microsoft.CodeAnalysis.CodeFixes.ICodeFixService", throwOnError: true)!;

    private readonly AdhocWorkspace _workspace = new(MefHostServices.DefaultHost);
    private readonly object _service;

    /// <param name="assemblies">The analyzer assemblies of the project, as files.</param>
    /// <param name="references">What the project's code binds to, as files.</param>
    public EditorServices(IEnumerable<string> assemblies, IEnumerable<string> references, string text)
    {
        _service = Service(_workspace.Services.HostServices);
        var loader = new Loader();
        var project = _workspace.AddProject(
            ProjectInfo.Create(
                ProjectId.CreateNewId(),
                VersionStamp.Create(),
                "Consumer",
                "Consumer",
                LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
                metadataReferences: references.Select(path => MetadataReference.CreateFromFile(path)),
                analyzerReferences: assemblies.Select(path => new AnalyzerFileReference(path, loader))
            )
        );
        Document = _workspace.AddDocument(project.Id, "Consumer.cs", SourceText.From(text));
    }

    public Document Document { get; }

    /// <summary>The titles of what is offered at the place, in order.</summary>
    public async Task<IReadOnlyList<CodeAction>> FixesAtAsync(TextSpan place)
    {
        var method = s_serviceType.GetMethod("StreamFixesAsync")!;
        var found = new List<CodeAction>();
        var cancellationToken = TestContext.Current.CancellationToken;
        await foreach (var collection in (IAsyncEnumerable<object>)method.Invoke(_service, [Document, place, null, cancellationToken])!)
        {
            found.AddRange(((IEnumerable)Get(collection, "Fixes")).Cast<object>().Select(fix => (CodeAction)Get(fix, "Action")));
        }

        return found;
    }

    /// <summary>The document after Fix All of the rule.</summary>
    public async Task<string> FixAllAsync(string id)
    {
        var method = s_serviceType.GetMethod("ApplyCodeFixesForSpecificDiagnosticIdAsync")!;
        var cancellationToken = TestContext.Current.CancellationToken;
        var applied =
            (Task<Document>)
                method.Invoke(
                    _service,
                    [Document, null, id, DiagnosticSeverity.Hidden, Activator.CreateInstance(ProgressType(method)), cancellationToken]
                )!;
        return (await (await applied).GetTextAsync(cancellationToken)).ToString();
    }

    /// <summary>The document after one action.</summary>
    public async Task<string> ApplyAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(Document.Id)!;
        return (await changed.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
    }

    public void Dispose() => _workspace.Dispose();

    private static Type ProgressType(MethodInfo method) =>
        typeof(Progress<>).MakeGenericType(
            method.GetParameters().Single(parameter => parameter.Name!.Contains("rogress")).ParameterType.GetGenericArguments()
        );

    private static object Service(HostServices host)
    {
        var exports = host.GetType()
            .GetInterfaces()
            .SelectMany(type => type.GetMethods())
            .First(method => method.Name == "GetExports" && method.GetGenericArguments().Length == 1)
            .MakeGenericMethod(s_serviceType)
            .Invoke(host, null)!;
        return Get(((IEnumerable)exports).Cast<object>().Single(), "Value");
    }

    private static object Get(object from, string member) =>
        (from.GetType().GetProperty(member, Anything)?.GetValue(from) ?? from.GetType().GetField(member, Anything)?.GetValue(from))!;

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath) { }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
