using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Libraries;

/// <summary>What of the base class library reads the text of a file.</summary>
internal static class FileReads
{
    private const string File = "System.IO.File";

    /// <summary>It yields all of the text at once.</summary>
    public static bool ReadText(IMethodSymbol method) =>
        method.Name is "ReadAllText" or "ReadAllTextAsync" && method.ContainingType.HasFullName(File);

    /// <summary>It opens a file, from which somebody reads then: a reader or a stream that is made of a path, or what yields one.</summary>
    public static bool Open(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Constructor
            ? OpensPath(method)
            : method.Name is "Open" or "OpenRead" or "OpenText"
                && (method.ContainingType.HasFullName(File) || method.ContainingType.HasFullName("System.IO.FileInfo"));

    /// <summary><c>new StreamReader("handbook.md")</c>: the path is not what is read.</summary>
    public static bool OpensPath(IMethodSymbol constructor) =>
        constructor.ContainingType.FullName() is "System.IO.StreamReader" or "System.IO.FileStream"
        && constructor.Parameters.FirstOrDefault()?.Type.SpecialType == SpecialType.System_String;
}
