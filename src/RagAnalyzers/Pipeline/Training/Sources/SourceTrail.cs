using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Training.Sources;

/// <summary>
/// The way of some values back to their sources: what they are made of, through files and streams that the body writes first,
/// and what the calls that read are given (a path, a query, a client), which is evidence though it is not data.
/// </summary>
internal sealed class SourceTrail
{
    // Enough for any hand-written data preparation; a larger one stays partly unread, which only loses evidence.
    private const int MaximumValues = 400;

    private readonly Picture _picture;
    private readonly FileWriters _writers;
    private readonly List<IOperation> _operations = new();
    private readonly HashSet<IOperation> _seen = new();
    private readonly HashSet<(IOperation, Use)> _asked = new();
    private readonly HashSet<(IOperation, Use)> _passed = new();
    private readonly Queue<(IOperation Value, Use Use)> _pending = new();
    private readonly List<string> _addresses = new();
    private readonly List<string> _fileNames = new();
    private readonly List<ImmutableArray<IOperation>> _locators = new();

    private readonly HashSet<IOperation> _files = new();
    private readonly List<CallChain> _links = new();

    /// <param name="via">The calls that led to the body that the trail starts in, or null.</param>
    public SourceTrail(Picture picture, CallChain? via = null)
    {
        _picture = picture;
        AddLinks(via);
        _writers = new FileWriters(picture);
    }

    /// <summary>What a value on the way is there for.</summary>
    private enum Use
    {
        Content,
        Address,
        FileName,
    }

    /// <summary>Every operation on the way, those nearest to the values first.</summary>
    public IReadOnlyList<IOperation> Operations => _operations;

    /// <summary>The texts by which sources are found.</summary>
    public IEnumerable<string> Addresses => _addresses.Distinct();

    /// <summary>The texts that name files which the body writes itself.</summary>
    public IEnumerable<string> FileNames => _fileNames.Distinct();

    /// <summary>The values that say which file, folder or page is read, one group for each read.</summary>
    public IReadOnlyList<ImmutableArray<IOperation>> Locators => _locators;

    /// <summary>The operation is part of the values themselves, and not only of how their sources are found.</summary>
    public bool IsContent(IOperation operation) => _passed.Contains((operation, Use.Content));

    /// <summary>Starts at a value.</summary>
    public void AddContent(IOperation? value) => Ask(value, Use.Content);

    /// <summary>Starts at the content of a file.</summary>
    public void AddFile(IOperation? path)
    {
        if (path is not null && !AskFile(path, Use.Address))
        {
            _locators.Add(ImmutableArray.Create(path));
        }
    }

    /// <summary>Starts at a mere name.</summary>
    public void AddFileName(IOperation? name) => Ask(name, Use.FileName);

    public void Run()
    {
        while (_pending.Count > 0 && _asked.Count < MaximumValues)
        {
            var (value, use) = _pending.Dequeue();
            var passed = new HashSet<IOperation>();
            var trace = _picture.TraceWithinBody(value, FlowMode.Content, trail: passed);
            foreach (var operation in passed)
            {
                Pass(operation, use);
            }

            foreach (var origin in trace.Origins)
            {
                AddLinks(origin.Via);
            }

            foreach (var argument in trace.Origins.SelectMany(o => _picture.PassedFor(o, _links)))
            {
                // A caller may have written the file whose path it passes.
                if (!_files.Contains(value))
                {
                    Ask(argument, use);
                }
                else if (!AskFile(argument, use) && use == Use.Address)
                {
                    _locators.Add(ImmutableArray.Create(argument));
                }
            }
        }
    }

    /// <summary>What a parameter is on this trail, the calls say that led to its method.</summary>
    private void AddLinks(CallChain? chain)
    {
        for (var link = chain; link is not null; link = link.Inner)
        {
            if (!_links.Contains(link))
            {
                _links.Add(link);
            }
        }
    }

    private void Pass(IOperation operation, Use use)
    {
        if (!_passed.Add((operation, use)))
        {
            return;
        }

        if (_seen.Add(operation))
        {
            _operations.Add(operation);
        }

        if (use != Use.Content && operation.ConstantValue is { HasValue: true, Value: string text })
        {
            (use == Use.Address ? _addresses : _fileNames).Add(text);
        }

        switch (operation)
        {
            case IInvocationOperation call:
                if (use != Use.FileName)
                {
                    _addresses.AddRange(FileFilters.In(call, _picture.Tracer));
                }

                if (!call.TargetMethod.IsInSource())
                {
                    PassCall(call, use);
                }

                break;
            case IObjectCreationOperation { Constructor: { } constructor } creation when !constructor.IsInSource():
                PassCreation(creation, constructor, use);
                break;
            case ILocalReferenceOperation local:
                if (use == Use.Address)
                {
                    _addresses.AddRange(FileFilters.On(local));
                }

                foreach (var value in _writers.IntoStream(local).Concat(FileWriters.LoadedInto(local)))
                {
                    Ask(value, Use.Content);
                }

                break;
        }
    }

    private void PassCall(IInvocationOperation call, Use use)
    {
        foreach (
            var method in call
                .Arguments.Select(static a => a.Value.HandedFunction())
                .OfType<IMethodReferenceOperation>()
                .Where(static m => !m.Method.IsInSource())
        )
        {
            PassFunction(method, call, use);
        }

        // What passes through a call whose flow is known, the tracer has followed already.
        if (_picture.Tracer.Knowledge.OfCall(call.TargetMethod) is { IsSource: false })
        {
            return;
        }

        // A model's answer is made of its prompt; anything else is found by what the call is given.
        var given =
            use == Use.FileName ? use
            : _picture.Sdks.TryGetFact<ModelCallFact>(call.TargetMethod, out var _) ? Use.Content
            : Use.Address;
        Ask(call.Instance, given);
        PassArguments(call.Arguments, given);
    }

    /// <summary><c>paths.Select(File.ReadAllText)</c>: the method reads what the call hands it.</summary>
    private void PassFunction(IMethodReferenceOperation method, IInvocationOperation call, Use use)
    {
        Pass(method, use);
        foreach (var value in CallTracer.Values(call, CallTracer.Everything).Where(static v => v.HandedFunction() is null))
        {
            Ask(value, use == Use.FileName ? use : Use.Address);
        }
    }

    private void PassCreation(IObjectCreationOperation creation, IMethodSymbol constructor, Use use)
    {
        if (_picture.Tracer.Knowledge.OfCall(constructor) is null || creation.Arguments.Any(FileWriters.IsPath))
        {
            PassArguments(creation.Arguments, use == Use.FileName ? use : Use.Address);
        }
    }

    private void PassArguments(ImmutableArray<IArgumentOperation> arguments, Use use)
    {
        var locator = ImmutableArray.CreateBuilder<IOperation>();
        foreach (
            var argument in arguments.Where(static a => a.ArgumentKind != ArgumentKind.DefaultValue && a.Value.HandedFunction() is null)
        )
        {
            if (FileWriters.IsPath(argument))
            {
                if (!AskFile(argument.Value, use))
                {
                    locator.Add(argument.Value);
                }
            }
            else
            {
                Ask(argument.Value, use);
                if (argument.Parameter is { Name: "searchPattern" or "requestUri" or "address" or "uri" or "url" })
                {
                    locator.Add(argument.Value);
                }
            }
        }

        if (locator.Count > 0 && use == Use.Address)
        {
            _locators.Add(locator.ToImmutable());
        }
    }

    /// <summary>
    /// A file that the body writes carries what is written to it, and its path is only its name. True when it is such a file.
    /// </summary>
    private bool AskFile(IOperation path, Use use)
    {
        var written = _writers.Of(path);
        foreach (var value in written)
        {
            Ask(value, Use.Content);
        }

        if (written.IsEmpty)
        {
            _files.Add(path);
        }

        Ask(path, written.IsEmpty ? use : Use.FileName);
        return !written.IsEmpty;
    }

    private void Ask(IOperation? value, Use use)
    {
        if (value is not null && _asked.Add((value, use)))
        {
            _pending.Enqueue((value, use));
        }
    }
}
