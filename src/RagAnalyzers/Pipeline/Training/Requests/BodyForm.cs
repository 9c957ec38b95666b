namespace RagAnalyzers.Pipeline.Training.Requests;

/// <summary>One form that a request's body is written in.</summary>
internal abstract class BodyForm
{
    /// <summary>The member of this JSON name, as the form shows it.</summary>
    public abstract FileOfJob Member(Picture picture, string name);
}
