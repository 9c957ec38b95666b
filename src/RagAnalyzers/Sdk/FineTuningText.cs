using System;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace RagAnalyzers.Sdk;

/// <summary>
/// Whether code speaks of fine-tuning in the words of the REST interface. A program can start a job, or upload its training file,
/// over raw HTTP with no AI SDK at all, and nothing but these words tells it. They are looked for in the text, which costs a fraction of what parsing it
/// cost; the answer is kept with the tree, so that an edit re-reads one file.
/// </summary>
internal static class FineTuningText
{
    /// <summary>The key of the training file in the request's body.</summary>
    public const string TrainingFile = "training_file";

    /// <summary>The key of the validation file in the request's body.</summary>
    public const string ValidationFile = "validation_file";

    /// <summary>The end of the address that the request goes to.</summary>
    public const string Address = "fine_tuning/jobs";

    /// <summary>The purpose of an uploaded training file, as a literal.</summary>
    private const string Purpose = "\"fine-tune\"";

    private static readonly string[] AddressWords = ["fine_tun", "fine-tun", "finetun"];

    private const string Client = "System.Net.Http";

    // Longer than the longest line that a word could be cut in, and short enough to stay out of the large object heap.
    private const int BlockLength = 32_000;

    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<bool>> s_trees = new();
    private static readonly ConditionalWeakTable<Compilation, StrongBox<bool>> s_compilations = new();

    /// <summary>The compilation can send HTTP requests, and one of its files has one of the words.</summary>
    public static bool IsIn(Compilation compilation) =>
        s_compilations.GetValue(compilation, static key => new(key.SyntaxTrees.Any(IsIn) && HasClient(key))).Value;

    /// <summary>
    /// The text speaks of fine-tuning as addresses do: <c>fine_tuning/jobs</c> of OpenAI, Azure and Mistral, <c>fine-tunes</c> of
    /// Together and of OpenAI before 2024.
    /// </summary>
    public static bool IsAddress(string text) => AddressWords.Any(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool IsIn(SyntaxTree tree) => s_trees.GetValue(tree, static key => new(Has(key.GetText()))).Value;

    // By name: to look a type up would build what the compiler has not needed yet.
    private static bool HasClient(Compilation compilation) =>
        compilation.ReferencedAssemblyNames.Any(name => name.Name is Client or "netstandard");

    private static bool Has(SourceText text)
    {
        var buffer = new char[Math.Min(BlockLength, text.Length)];
        for (var start = 0; start < text.Length; start += BlockLength - TrainingFile.Length - Address.Length)
        {
            var length = Math.Min(buffer.Length, text.Length - start);
            text.CopyTo(start, buffer, 0, length);
            if (Has(buffer, length))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(char[] buffer, int length)
    {
        var block = new ReadOnlySpan<char>(buffer, 0, length);
        return block.IndexOf(TrainingFile.AsSpan()) >= 0 || block.IndexOf(Address.AsSpan()) >= 0 || block.IndexOf(Purpose.AsSpan()) >= 0;
    }
}
