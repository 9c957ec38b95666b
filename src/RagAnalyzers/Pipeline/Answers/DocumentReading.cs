using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Uses;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>
/// What the body that parses a document, or a method that it hands it to, reads off it: members by their names, each with the path to it, and
/// parts that are parsed into a type. The elements of a list stand for the list.
/// </summary>
internal sealed class DocumentReading
{
    /// <summary>How deep a member may lie.</summary>
    private const int MaximumDepth = 6;

    /// <summary>Members that go on with the same document, or with its elements.</summary>
    private static readonly ImmutableHashSet<string> SameDocument = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "RootElement",
        "Root",
        "Value",
        "Clone",
        "DeepClone",
        "AsObject",
        "AsArray",
        "EnumerateArray",
        "Children"
    );

    /// <summary>Members that tell something of a document, and nothing of what is in it.</summary>
    private static readonly ImmutableHashSet<string> Measures = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "ValueKind",
        "GetValueKind",
        "Type",
        "HasValues",
        "Dispose"
    );

    private readonly Picture _picture;
    private readonly bool _ignoresCase;
    private readonly HashSet<IOperation> _seen = new();
    private readonly List<NamedRead> _reads = new();
    private readonly List<(IInvocationOperation Parse, ParseFact Fact, ImmutableArray<string> Path)> _parses = new();
    private readonly List<ImmutableArray<string>> _lost = new();
    private bool _isShared;

    private DocumentReading(Picture picture, IInvocationOperation parse)
    {
        _picture = picture;

        // What else a parse is given may make names of any case the same.
        _ignoresCase = parse.Arguments.Any(static a =>
            a is { ArgumentKind: not ArgumentKind.DefaultValue, Parameter.Name: "nodeOptions" or "options" }
        );
    }

    /// <summary>The members, in the order in which they were found.</summary>
    public IReadOnlyList<NamedRead> Reads => _reads;

    /// <summary>The parses of parts.</summary>
    public IReadOnlyList<(IInvocationOperation Parse, ParseFact Fact, ImmutableArray<string> Path)> Parses => _parses;

    public static DocumentReading Of(Picture picture, IInvocationOperation parse)
    {
        var reading = new DocumentReading(picture, parse);
        reading.Follow(parse, ImmutableArray<string>.Empty);
        return reading;
    }

    /// <summary>All members that are read off what lies at a path can be seen.</summary>
    public bool IsCompleteAt(ImmutableArray<string> path) => !_lost.Exists(l => path.Take(l.Length).SequenceEqual(l));

    private void Follow(IOperation value, ImmutableArray<string> path)
    {
        if (!_seen.Add(value))
        {
            return;
        }

        if (path.Length > MaximumDepth)
        {
            _lost.Add(path);
            return;
        }

        var uses = _picture.UsesWithinBody.Of(value, endsAt: u => !IsFollowed(u));
        if (!uses.IsComplete)
        {
            _lost.Add(path);
        }

        foreach (var (use, _) in uses.Uses)
        {
            Add(use, path);
        }
    }

    private void Add(ValueUse use, ImmutableArray<string> path)
    {
        var call = use.Operation as IInvocationOperation ?? (use.Operation as IArgumentOperation)?.Parent as IInvocationOperation;
        if (DocumentReads.NameReadBy(use.Operation) is { Length: > 0 } name)
        {
            AddNamed(call ?? use.Operation, name, path);
        }
        else if (call is not null && _picture.Sdks.TryGetFact<ParseFact>(call.TargetMethod, out var fact))
        {
            _parses.Add((call, fact, path));
        }
        else if (
            use.Operation is IArgumentOperation { Parameter: { } parameter }
            && call is not null
            && BodyOf(call, parameter) is { } body
        )
        {
            Enter(call.TargetMethod, body, parameter.Ordinal, path);
        }
        else if (use.Kind == UseKind.Read && NameOf(use.Operation) is { } member)
        {
            if (SameDocument.Contains(member) || IsElement(use.Operation))
            {
                Follow(use.Operation, path);
            }
            else if (!Measures.Contains(member))
            {
                _lost.Add(path);
            }
        }
        else if (!IsFollowed(use) && use.Kind is not (UseKind.ThrownAway or UseKind.Tested))
        {
            _lost.Add(path);
        }
    }

    /// <summary>The one body that a document is handed to; null where it goes to one that cannot be seen, or that may be another one.</summary>
    private IOperation? BodyOf(IInvocationOperation call, IParameterSymbol parameter) =>
        parameter.RefKind == RefKind.None
        && DocumentReads.IsDocument(parameter.Type)
        && call.TargetMethod.IsInSource()
        && _picture.Tracer.Bodies.BodiesOf(call.TargetMethod) is [{ } body]
            ? body
            : null;

    private void Enter(IMethodSymbol method, IOperation body, int ordinal, ImmutableArray<string> path)
    {
        // A method that one call alone runs reads this document, and no other one.
        var others = _isShared;
        _isShared = others || _picture.CallsThatRun(method).Take(2).Count() != 1;
        if (BodyIndex.Of(body).ParameterAt(ordinal) is { } parameter)
        {
            foreach (var reference in BodyIndex.Of(body).ReferencesTo(parameter))
            {
                Follow(reference, path);
            }
        }

        _isShared = others;
    }

    private void AddNamed(IOperation read, string name, ImmutableArray<string> path)
    {
        if (_reads.Find(r => ReferenceEquals(r.Operation, read)) is { } known)
        {
            if (!known.Path.SequenceEqual(path))
            {
                _reads.Remove(known);
                _lost.Add(ImmutableArray<string>.Empty);
            }

            return;
        }

        // A path of names is none, and a variable that is written again may be another document.
        if (name.IndexOfAny(['.', '[', '$', '/']) >= 0 || !IsOffOneDocument(read))
        {
            _lost.Add(path);
            return;
        }

        // A comparison of one's own may take names of any case for the same.
        var ignoresCase = _ignoresCase || read.PassedArguments().Any(static a => a.Parameter?.Type.Name == "StringComparison");
        _reads.Add(new NamedRead(read, path, name, DemandOf(read), ignoresCase) { IsShared = _isShared });
        var found = read.PassedArguments().FirstOrDefault(static a => a.Parameter?.RefKind == RefKind.Out)?.Value;
        foreach (var value in found is null ? [read] : ReadsOf(found))
        {
            Follow(value, path.Add(name));
        }
    }

    /// <summary>
    /// The member is read off one document: the variable that holds it, and the one that <c>document.RootElement</c> is read off, are written once.
    /// </summary>
    private static bool IsOffOneDocument(IOperation read)
    {
        var owner = InstanceOf(read);
        for (var steps = 0; owner is not null && steps <= MaximumDepth; steps++)
        {
            if (owner is ILocalReferenceOperation { Local: var variable })
            {
                if (!IsWrittenOnce(variable, owner))
                {
                    return false;
                }

                owner = InitialValueOf(variable, owner)?.Unwrapped();
            }
            else if (IsElement(owner) || (NameOf(owner) is { } name && SameDocument.Contains(name)))
            {
                owner = InstanceOf(owner);
            }
            else
            {
                break;
            }
        }

        return true;
    }

    private static IOperation? InitialValueOf(ILocalSymbol variable, IOperation reference) =>
        BodyIndex.Of(reference).ReferencesTo(variable).OfType<IVariableDeclaratorOperation>().FirstOrDefault()?.Initializer?.Value;

    private static IOperation? InstanceOf(IOperation read) =>
        (read is IInvocationOperation call ? call.Instance : (read as IPropertyReferenceOperation)?.Instance)?.Unwrapped();

    private static bool IsWrittenOnce(ILocalSymbol variable, IOperation reference) =>
        BodyIndex
            .Of(reference)
            .ReferencesTo(variable)
            .Count(static r =>
                r is IVariableDeclaratorOperation { Initializer: not null }
                || r.Parent is IDeclarationExpressionOperation or IArgumentOperation { Parameter.RefKind: RefKind.Out }
                || NextUse.Of(r).Kind == UseKind.Replaced
            ) <= 1;

    /// <summary>Where the variable that a call fills is read.</summary>
    private static IEnumerable<IOperation> ReadsOf(IOperation filled)
    {
        var variable = filled is IDeclarationExpressionOperation { Expression: var declared } ? declared : filled;
        return variable is ILocalReferenceOperation { Local: var local }
            ? BodyIndex
                .Of(filled)
                .ReferencesTo(local)
                .Where(r => r is not IVariableDeclaratorOperation && r.Syntax.SpanStart > filled.Syntax.SpanStart)
            : [];
    }

    private static NameDemand DemandOf(IOperation read) =>
        read switch
        {
            IInvocationOperation { TargetMethod.Name: "GetProperty" } => NameDemand.Throws,
            IInvocationOperation { TargetMethod.Name: ['T', 'r', 'y', ..] or "ContainsKey" } => NameDemand.Asked,
            IPropertyReferenceOperation { Instance.Type: { } owner }
                when owner.FullNamespace().StartsWith("System.Collections", StringComparison.Ordinal) => NameDemand.Throws,
            IPropertyReferenceOperation when NextUse.Of(read) is { Kind: UseKind.Read, Operation: not IForEachLoopOperation } =>
                NameDemand.Throws,
            _ => NameDemand.Nothing,
        };

    /// <summary>The use goes on with the document itself, so that the search may go on by itself.</summary>
    private static bool IsFollowed(ValueUse use) =>
        use.Kind switch
        {
            UseKind.Same or UseKind.Tested => true,
            UseKind.Assigned => use.Into is ILocalSymbol or IParameterSymbol,
            UseKind.Read => use.Operation is IForEachLoopOperation,
            UseKind.Passed => use.Operation switch
            {
                IConversionOperation conversion => DocumentReads.IsDocument(conversion.Type),
                IArgumentOperation { Parent: IInvocationOperation call } => call.TargetMethod.ContainingType.FullName()
                    == "System.Linq.Enumerable",
                _ => false,
            },
            _ => false,
        };

    private static string? NameOf(IOperation operation) =>
        operation switch
        {
            IInvocationOperation call => call.TargetMethod.Name,
            IMemberReferenceOperation member => member.Member.Name,
            _ => null,
        };

    private static bool IsElement(IOperation operation) =>
        operation is IPropertyReferenceOperation { Arguments: [{ Value.Type.SpecialType: SpecialType.System_Int32 }] };
}
