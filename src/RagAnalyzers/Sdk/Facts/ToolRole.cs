namespace RagAnalyzers.Sdk.Facts;

/// <summary>What a member has to do with the tools that a model may call.</summary>
internal enum ToolRole
{
    /// <summary>A property of options whose tools are offered with every call that has the options.</summary>
    Offers,

    /// <summary>A property that holds tools which are offered where the options say so.</summary>
    Registers,

    /// <summary>A property of options that says whether registered tools are offered.</summary>
    Decides,

    /// <summary>A value of such a property: registered tools are offered, or the ones it is given.</summary>
    Allows,

    /// <summary>A factory that makes a tool of a function.</summary>
    Wraps,

    /// <summary>A member that makes tools of the marked functions of a type or object, or of other tools, and may register them.</summary>
    Groups,

    /// <summary>The constructor of the attribute that marks a function as a tool.</summary>
    Marks,

    /// <summary>A member that makes a tool, or a provider of context, which retrieves.</summary>
    Searches,
}
