using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow;

namespace RagAnalyzers.Pipeline;

/// <summary>Traces an upload back to its sources: through streams and serializers, through files that the body writes first, and into the arguments of the calls that read.</summary>
internal sealed class TrainingDataReader
{
    // Enough for any hand-written data preparation; a larger one stays partly unread, which only loses evidence.
    private const int MaximumValues = 400;

    private readonly PipelineModel _model;
    private readonly BodyIndex _index;
    private readonly HashSet<IOperation> _trail = new();
    private readonly HashSet<IOperation> _asked = new();
    private readonly Queue<IOperation> _pending = new();

    private TrainingDataReader(PipelineModel model, IOperation operation)
    {
        _model = model;
        _index = BodyIndex.Of(operation);
    }

    public static TrainingData Read(PipelineModel model, FileUpload upload)
    {
        var reader = new TrainingDataReader(model, upload.Operation);
        foreach (var name in upload.Fact.Content.Concat(upload.Fact.Path))
            reader.Ask(upload.Operation.ArgumentNamed(name));
        foreach (var path in upload.Fact.Path)
            reader.AskWritersOf(upload.Operation.ArgumentNamed(path));
        reader.Run();
        return new TrainingData(reader._trail.ToImmutableArray());
    }

    private void Run()
    {
        while (_pending.Count > 0 && _asked.Count < MaximumValues)
        {
            var passed = new HashSet<IOperation>();
            _model.Tracer.Trace(_pending.Dequeue(), FlowMode.Content, trail: passed);
            foreach (var operation in passed)
            {
                if (_trail.Add(operation))
                    Expand(operation);
            }
        }
    }

    /// <summary>What a reading call is given (a path, a query, a client) is part of the evidence, though not of the data.</summary>
    private void Expand(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call when !call.TargetMethod.IsInSource():
                Ask(call.Instance);
                foreach (var argument in call.Arguments.Where(static a => a.ArgumentKind != ArgumentKind.DefaultValue))
                {
                    if (argument.Value.Unwrapped() is not IDelegateCreationOperation)
                        Ask(argument.Value);
                    if (IsPath(argument))
                        AskWritersOf(argument.Value);
                }

                break;
            case IObjectCreationOperation creation:
                foreach (var argument in creation.Arguments.Where(IsPath))
                    AskWritersOf(argument.Value);
                break;
        }
    }

    private void Ask(IOperation? value)
    {
        if (value is not null && _asked.Add(value))
            _pending.Enqueue(value);
    }

    private static bool IsPath(IArgumentOperation argument)
        => argument.Parameter is { Name: "path" or "fileName" or "filename" or "filePath", Type.SpecialType: SpecialType.System_String };

    /// <summary>A file that the body writes before it is uploaded carries what was written to it.</summary>
    private void AskWritersOf(IOperation? path)
    {
        if (path is null)
            return;
        foreach (var call in _index.Invocations)
        {
            if (call.TargetMethod.ContainingType.FullName() != "System.IO.File" || call.ArgumentNamed("path") is not { } written || !IsSameFile(path, written))
                continue;
            if (call.TargetMethod.Name.StartsWith("Write", StringComparison.Ordinal) || call.TargetMethod.Name.StartsWith("Append", StringComparison.Ordinal))
            {
                foreach (var argument in call.Arguments.Where(a => !ReferenceEquals(a.Value, written)))
                    Ask(argument.Value);
            }

            AskWrittenTo(call);
        }

        foreach (var creation in _index.Creations)
        {
            if (creation.Type?.FullName() is "System.IO.StreamWriter" or "System.IO.FileStream"
                && creation.Arguments.FirstOrDefault(IsPath) is { } argument
                && IsSameFile(path, argument.Value))
            {
                AskWrittenTo(creation);
            }
        }
    }

    /// <summary>Asks for what is written to the stream or writer that an operation opens.</summary>
    private void AskWrittenTo(IOperation opened)
    {
        if (opened.ParentOf(out _) is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator })
            return;
        foreach (var value in _model.Tracer.ValuesPutInto(declarator.Symbol, _index))
            Ask(value);
        foreach (var wrapper in _model.Tracer.Writes.WritesTo(declarator.Symbol, _index).Where(static w => w.Kind == FlowWriteKind.Wrap))
            AskWrittenTo(wrapper.Value);
    }

    private bool IsSameFile(IOperation a, IOperation b)
    {
        if (Variable(a) is { } variable && SymbolEqualityComparer.Default.Equals(variable, Variable(b)))
            return true;
        var names = FileNames(a);
        return names.Count > 0 && names.Overlaps(FileNames(b));
    }

    private HashSet<string> FileNames(IOperation path)
        => new(_model.Tracer.Trace(path, FlowMode.Content).Origins
            .Select(static o => o.Kind == OriginKind.Constant ? o.Operation.ConstantValue.Value as string : null)
            .OfType<string>()
            .Where(static t => t.LastIndexOf('.') > 0));

    private static ISymbol? Variable(IOperation operation) => operation.Unwrapped() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation { Arguments.IsEmpty: true } property => property.Property,
        _ => null,
    };
}
