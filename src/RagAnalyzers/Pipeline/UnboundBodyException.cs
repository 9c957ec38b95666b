using System;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Pipeline;

/// <summary>The compiler makes no operation of a declaration, such as one that is half typed: nobody can say anything of it.</summary>
internal sealed class UnboundBodyException : Exception
{
    public UnboundBodyException(SyntaxNode declaration)
        : base($"{declaration.SyntaxTree.FilePath}({declaration.SpanStart}) has no operation.") { }
}
