namespace RagAnalyzers.Pipeline.Tools;

/// <summary>Why a model cannot use a tool that retrieves.</summary>
internal enum UnreachedReason
{
    /// <summary>The kernel of the call has it, and the settings offer nothing.</summary>
    NotOffered,

    /// <summary>The settings offer what a kernel has, and the call passes none.</summary>
    NoKernel,

    /// <summary>The model is offered it, and nothing runs what the model calls.</summary>
    NotRun,

    /// <summary>The model is offered what its kernel has, and the settings leave it to the program to run what the model calls.</summary>
    CallNotRun,
}
