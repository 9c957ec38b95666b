using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Answers;
using RagAnalyzers.Pipeline.Contracts;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Pipeline.Retrievals;
using RagAnalyzers.Pipeline.Training;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Apis;

namespace RagAnalyzers.Pipeline.Seams;

/// <summary>Reads off a method's body what callers need to know who do not see it.</summary>
internal sealed class SeamReader
{
    private readonly Picture _picture;
    private readonly IMethodSymbol _method;
    private readonly IOperation _body;
    private readonly SeamInputs _inputs;
    private readonly Func<IMethodSymbol, bool> _mayBeSeam;

    private SeamReader(Picture picture, IMethodSymbol method, IOperation body, Func<IMethodSymbol, bool> mayBeSeam)
    {
        _mayBeSeam = mayBeSeam;
        _picture = picture;
        _method = method;
        _body = body;
        _inputs = new SeamInputs(picture, body);
    }

    /// <summary>What the body makes of its method, or null when that is nothing that others need to know.</summary>
    /// <param name="mayBeSeam">What a method mentions may lead to an SDK.</param>
    public static Seam? Read(Picture picture, IMethodSymbol method, IOperation body, Func<IMethodSymbol, bool> mayBeSeam)
    {
        var reader = new SeamReader(picture, method, body, mayBeSeam);
        return reader.OfJob() ?? reader.OfAnswer() ?? reader.OfPassages() ?? reader.OfIngestion();
    }

    /// <summary>The type of what the method yields: of the result of a task, of the elements of a stream.</summary>
    private ITypeSymbol Yielded =>
        _method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask" or "IAsyncEnumerable", TypeArguments: [var result] }
            ? result
            : _method.ReturnType;

    private Seam? OfAnswer()
    {
        if (AnswersAt(AccessPath.Empty) is { IsEmpty: false } answers)
        {
            return OfAnswers(answers, ImmutableArray<IPropertySymbol>.Empty);
        }

        if (Yielded is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } type)
        {
            return OfPrompt();
        }

        var members = type.GetMembers()
            .OfType<IPropertySymbol>()
            .Where(static p =>
                p is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, Type.SpecialType: SpecialType.System_String }
            )
            .Select(p => (Member: p, Answers: AnswersAt(AccessPath.Empty.Push(p.Name))))
            .Where(static m => !m.Answers.IsEmpty)
            .ToList();
        return members.Count == 0
            ? OfPrompt()
            : OfAnswers(
                members.SelectMany(static m => m.Answers).ToImmutableArray(),
                members.Select(static m => m.Member).ToImmutableArray()
            );
    }

    /// <summary>The answers of models that the method returns, or that a member of what it returns is.</summary>
    private ImmutableArray<(ModelCall Call, CallChain? Via)> AnswersAt(AccessPath path) =>
        _picture
            .Tracer.TraceReturns(_body, FlowMode.Value, path)
            .Origins.Where(o => o is { Kind: OriginKind.Source, Path.IsEmpty: true } && !IsOther(o, path))
            .Select(o => (Call: CallAt(o), o.Via))
            .Where(static a => a.Call is not null)
            .Select(static a => (a.Call!, a.Via))
            .ToImmutableArray();

    /// <summary>What is returned there is a message of another role: what a tool is called, or what it said.</summary>
    private bool IsOther(Origin answer, AccessPath path)
    {
        var trail = new HashSet<IOperation>();
        _picture.Tracer.TraceReturns(_body, FlowMode.Value, path, trail);
        return PickedMessages.AreOther(_picture, trail, answer);
    }

    private ModelCall? CallAt(Origin origin) =>
        origin.Operation is not IInvocationOperation call ? null
        : origin.Via is { } via ? ModelCall.At(_picture, call, via)
        : ModelCall.At(_picture.BodyOf(call), call);

    private Seam OfAnswers(ImmutableArray<(ModelCall Call, CallChain? Via)> answers, ImmutableArray<IPropertySymbol> members)
    {
        var contracts = answers.Select(static a => ContractOf(a.Call)).Distinct().ToList();
        var prompts = answers.Select(a => PromptOf(a.Call, a.Via)).ToList();
        return new Seam(
            ApiMeaning.ModelCall,
            Roles((ApiWords.Prompt, _inputs.ParametersAmong(prompts.SelectMany(static p => p)))),
            contracts.Count == 1 ? contracts[0] : ApiContract.Unknown,
            answers.Zip(prompts, (a, prompt) => IsGrounded(a.Call, prompt)).All(static grounded => grounded),
            members
        );
    }

    /// <summary>A method that asks a model what it is given, and returns nothing: the answer goes elsewhere.</summary>
    private Seam? OfPrompt()
    {
        if (!_method.ReturnType.IsNothing())
        {
            return null;
        }

        var parameters = _inputs.ParametersAmong(ModelCall.In(_picture.BodyOf(_body)).SelectMany(c => PromptOf(c, via: null)));
        return parameters.IsEmpty ? null : new Seam(ApiMeaning.ModelCall, Roles((ApiWords.Prompt, parameters)));
    }

    private ImmutableArray<Origin> PromptOf(ModelCall call, CallChain? via)
    {
        var fact = call.Fact;
        var roles = fact.Prompt.Concat(fact.Options).Concat(fact.Arguments is { } arguments ? [arguments] : []).Distinct();
        return _inputs.OriginsOf(roles.Select(call.Operation.ArgumentNamed).OfType<IOperation>(), via);
    }

    private bool IsGrounded(ModelCall call, ImmutableArray<Origin> prompt) =>
        call.Fact.Listed is { IsGrounded: true } || prompt.Any(o => Passages.AreAt(_picture, o)) || !call.Prompt.RetrievingTools.IsEmpty;

    private static ApiContract ContractOf(ModelCall call) =>
        call.Contract.Kind switch
        {
            OutputContractKind.None => ApiContract.None,
            OutputContractKind.JsonMode => ApiContract.Json,
            OutputContractKind.Schema => ApiContract.Schema,
            _ => ApiContract.Unknown,
        };

    /// <summary>A method that returns what a retrieval finds, whole or in part.</summary>
    private Seam? OfPassages()
    {
        if (Yielded is { SpecialType: not (SpecialType.None or SpecialType.System_String) } || Yielded.IsNothing())
        {
            return null;
        }

        var found = _picture
            .Tracer.TraceReturns(_body, FlowMode.Content)
            .Origins.Where(o => Passages.AreAt(_picture, o))
            .Select(static o => (Call: o.Operation as IInvocationOperation, o.Via))
            .Where(static f => f.Call is not null)
            .Select(static f => (f.Call!, f.Via))
            .Distinct()
            .ToList();
        if (found.Count == 0)
        {
            return null;
        }

        var searches = new SeamSearches(_picture, _inputs, found);
        return new Seam(
            ApiMeaning.Retrieval,
            Roles(
                (ApiWords.Query, searches.Query),
                (ApiWords.Top, One(searches.Setting(SearchOption.Top))),
                (ApiWords.Filter, One(searches.Setting(SearchOption.Filter)))
            )
        );
    }

    private static ImmutableSortedSet<int> One(ImmutableSortedSet<int> places) => places.Count == 1 ? places : places.Clear();

    /// <summary>A method that indexes what it is given.</summary>
    private Seam? OfIngestion()
    {
        var records = _inputs.ParametersAmong(
            SeamIngestions
                .From(_picture.BodyOf(_body), _mayBeSeam, ProjectSeams.MaximumSteps)
                .SelectMany(i => _inputs.OriginsOf(i.Ingestion.Records, i.Via))
        );
        return records.IsEmpty ? null : new Seam(ApiMeaning.Ingestion, Roles((ApiWords.Records, records)));
    }

    /// <summary>A method that starts a fine-tuning job.</summary>
    private Seam? OfJob()
    {
        var jobs = FineTuningJob.In(_picture.BodyOf(_body));
        if (jobs.IsEmpty)
        {
            return null;
        }

        var training = jobs.SelectMany(static j => j.TrainingUploads).Where(u => IsHere(u.Operation));
        var validation = jobs.SelectMany(static j => j.ValidationUploads).Where(u => IsHere(u.Operation));
        return new Seam(
            ApiMeaning.FineTuningJob,
            Roles(
                (ApiWords.Training, One(_inputs.ParametersAmong(_inputs.OriginsOf(training.SelectMany(u => Data(u)), via: null)))),
                (ApiWords.Validation, One(_inputs.ParametersAmong(_inputs.OriginsOf(validation.SelectMany(u => Data(u)), via: null))))
            )
        );

        static IEnumerable<IOperation> Data(Training.Uploads.FileUpload upload) => upload.Content.IsEmpty ? upload.Paths : upload.Content;
    }

    private bool IsHere(IOperation operation) => ReferenceEquals(operation.Root(), _body.Root());

    private static ImmutableDictionary<string, ImmutableSortedSet<int>> Roles(
        params (string Role, ImmutableSortedSet<int> Places)[] roles
    ) => roles.Where(static r => !r.Places.IsEmpty).ToImmutableDictionary(static r => r.Role, static r => r.Places);
}
