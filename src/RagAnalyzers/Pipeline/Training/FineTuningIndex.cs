using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Pipeline.Training.Requests;
using RagAnalyzers.Pipeline.Training.Uploads;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Training;

/// <summary>
/// What of fine-tuning is in all bodies of a compilation. Asked only once a body uploads training data or starts a job; bodies are
/// found by the names that they mention.
/// </summary>
internal sealed class FineTuningIndex
{
    private readonly Picture _picture;
    private readonly Lazy<ImmutableArray<FineTuningJob>> _jobs;
    private readonly Lazy<Dictionary<(SyntaxNode Upload, string Way), FineTuningJob>> _trained;

    private FineTuningIndex(Picture picture)
    {
        // Nothing is locked while other bodies are read: what is read twice is the same.
        _picture = picture;
        _jobs = new(FindJobs, LazyThreadSafetyMode.PublicationOnly);
        _trained = new(FindTrained, LazyThreadSafetyMode.PublicationOnly);
    }

    public static FineTuningIndex Of(Picture picture) => picture.Once(static p => new FineTuningIndex(p));

    /// <summary>Every fine-tuning job, in the order of the files' names and of the source.</summary>
    public ImmutableArray<FineTuningJob> Jobs => _jobs.Value;

    /// <summary>
    /// What a body trains on, each with the call that a finding about the data sits on: the job that is trained on the uploads, or an
    /// upload of training data that no job in sight is trained on. Several jobs on one file are one mistake, which the first of them has. Of
    /// an upload that a job is validated on, what is wrong with the job's training data as well is said there: those uploads are beside it.
    /// </summary>
    public IEnumerable<(IInvocationOperation Place, ImmutableArray<FileUpload> Uploads, ImmutableArray<FileUpload> Beside)> TrainingIn(
        Body body
    )
    {
        foreach (var job in FineTuningJob.In(body))
        {
            yield return (
                job.Operation,
                job.TrainingUploads.Where(u => IsFirst(job, u)).ToImmutableArray(),
                ImmutableArray<FileUpload>.Empty
            );
        }

        foreach (var upload in FileUpload.In(body).Where(u => u.IsForFineTuning && !IsTrainedOn(u)))
        {
            yield return (
                upload.Operation,
                ImmutableArray.Create(upload),
                Jobs.Where(j => IsValidatedOn(j, upload)).SelectMany(static j => j.TrainingUploads).ToImmutableArray()
            );
        }
    }

    /// <summary>The job is the first of those that are trained on the upload.</summary>
    private bool IsFirst(FineTuningJob job, FileUpload upload) =>
        _trained.Value.TryGetValue(KeyOf(upload), out var first) && first.Operation.Syntax == job.Operation.Syntax;

    /// <summary>Some job is seen to be trained on the upload.</summary>
    private bool IsTrainedOn(FileUpload upload) => _trained.Value.Keys.Any(k => k.Upload == upload.Operation.Syntax);

    /// <summary>Some job is seen to be trained or validated on the upload.</summary>
    public bool IsUsed(FileUpload upload) => IsTrainedOn(upload) || Jobs.Any(j => IsValidatedOn(j, upload));

    private static bool IsValidatedOn(FineTuningJob job, FileUpload upload) =>
        job.ValidationUploads.Any(u => u.Operation.Syntax == upload.Operation.Syntax);

    private ImmutableArray<FineTuningJob> FindJobs()
    {
        var names = new HashSet<string>(_picture.Mentions.NamesOf<FineTuningJobFact>());
        if (HttpRequest.AreLookedAt(_picture))
        {
            names.UnionWith(HttpRequest.Senders);
        }

        return _picture
            .BodiesMentioningAny(names)
            .SelectMany(static b => FineTuningJob.In(b))
            .OrderBy(static j => j.Operation.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal)
            .ThenBy(static j => j.Operation.Syntax.SpanStart)
            .ToImmutableArray();
    }

    private Dictionary<(SyntaxNode Upload, string Way), FineTuningJob> FindTrained()
    {
        var trained = new Dictionary<(SyntaxNode, string), FineTuningJob>();
        foreach (var job in Jobs)
        {
            foreach (var upload in job.TrainingUploads)
            {
                if (!trained.ContainsKey(KeyOf(upload)))
                {
                    trained.Add(KeyOf(upload), job);
                }
            }
        }

        return trained;
    }

    /// <summary>
    /// The same for the same upload, reached the same way. Told by syntax: a body that is bound again has other operations.
    /// </summary>
    private static (SyntaxNode Upload, string Way) KeyOf(FileUpload upload)
    {
        var way = new StringBuilder();
        for (var link = upload.Via; link is not null; link = link.Inner)
        {
            way.Append(link.Call.Syntax.SyntaxTree.FilePath).Append(link.Call.Syntax.Span).Append(';');
        }

        return (upload.Operation.Syntax, way.ToString());
    }
}
