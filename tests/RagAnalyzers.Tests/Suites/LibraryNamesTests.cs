using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using RagAnalyzers.Flow.Libraries;

namespace RagAnalyzers.Tests.Suites;

/// <summary>Pins the names of framework and SDK types that stand in the code as text to the real libraries, as the tables' are.</summary>
public sealed class LibraryNamesTests
{
    /// <summary>Real names whose libraries are in no set of references.</summary>
    private static readonly ImmutableArray<string> s_libraryNotAtHand =
    [
        // Where documents come from: stores, sites, databases.
        "Amazon.S3",
        "Azure.Storage.Blobs",
        "Azure.Storage.Files",
        "Dropbox.Api",
        "Google.Apis.Drive",
        "Google.Cloud.Storage",
        "HtmlAgilityPack.HtmlWeb",
        "Kontent.Ai",
        "Microsoft.Graph",
        "Microsoft.SharePoint",
        "Notion.Client",
        "OrchardCore.ContentManagement",
        "PnP.Core",
        "UglyToad.PdfPig",
        // Newer than the version at hand.
        "Azure.Search.Documents.Models.VectorizableTextQuery",
        // Connectors of other models.
        "Google.GenAI",
        "Microsoft.Extensions.AI.Ollama",
        "Microsoft.ML.OnnxRuntimeGenAI",
        "Mscc.GenerativeAI",
        // Other test frameworks.
        "Microsoft.VisualStudio.TestPlatform.TestFramework",
        "Microsoft.VisualStudio.TestTools.UnitTesting.TestMethodAttribute",
        "MSTest.TestFramework",
        "NUnit.Framework.TestAttribute",
        "NUnit.Framework.TestCaseAttribute",
        "NUnit.Framework.TestCaseSourceAttribute",
        "NUnit.Framework.TheoryAttribute",
        "TUnit.Core",
        "TUnit.Core.TestAttribute",
        // Where requests and typed text come in.
        "Microsoft.AspNetCore.Http.IFormFile",
        "Microsoft.AspNetCore.Mvc.ControllerBase",
        "Microsoft.AspNetCore.SignalR.Hub",
        "Spectre.Console.AnsiConsole",
        // The interactive extensions.
        "System.Linq.AsyncEnumerableEx",
        "System.Linq.EnumerableEx",
    ];

    /// <summary>Texts that are no full name, though they are written like one.</summary>
    private static readonly ImmutableArray<string> s_noFullName =
    [
        // In a message: a property and its property.
        "OutputConfig.Format",
        // Property paths, and the rest of a name whose beginning stands elsewhere.
        "Converters.StringEnumConverter",
        "Value.Id",
        "Value.Status",
    ];

    private static readonly Lazy<ILookup<string, string>> s_said = new(() => LibraryNames.SaidIn(ProductCompilation.Whole.SyntaxTrees));

    [Fact]
    public void Every_name_in_the_code_is_a_library_s() =>
        Complaints.AssertNone(
            s_said
                .Value.Where(name => !s_libraryNotAtHand.Contains(name.Key) && !s_noFullName.Contains(name.Key))
                .Where(name => !LibraryNames.IsKnown(name.Key))
                .Select(name => $"{name.Key} is in no library; said in {string.Join(", ", name)}")
        );

    [Fact]
    public void The_lists_hold_nothing_that_a_library_has_or_that_nobody_says() =>
        Complaints.AssertNone(
            s_libraryNotAtHand
                .Concat(s_noFullName)
                .Where(name => LibraryNames.IsKnown(name) || !s_said.Value.Contains(name))
                .Select(name => name + (LibraryNames.IsKnown(name) ? " is known by now" : " is said nowhere"))
        );

    [Fact]
    public void Every_member_whose_flow_is_known_is_a_library_s() =>
        Complaints.AssertNone(BclFlow.MemberNames.Where(name => !LibraryNames.IsKnown(name)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("System.IO.StreamWriter")]
    [InlineData("System.Collections.Generic.List")]
    [InlineData("Microsoft.Extensions.VectorData.VectorStoreCollection`2")]
    [InlineData("System.String..ctor")]
    [InlineData("System.Lazy.Value")]
    [InlineData("System.Runtime.CompilerServices.")]
    [InlineData("System.Runtime.CompilerServices.ConfiguredTaskAwaitable.ConfiguredTaskAwaiter.GetResult")]
    public void A_real_name_is_known(string name) => Assert.True(LibraryNames.IsKnown(name));

    [Theory]
    [InlineData("System.IO.StreamWritter")]
    [InlineData("System.Io.StreamWriter")]
    [InlineData("OpenAI.Chat.ChatCIient")]
    [InlineData("System.Lazy.Values")]
    [InlineData("System.GC..ctors")]
    [InlineData("Sytem.Text")]
    public void A_misspelt_name_is_not(string name) => Assert.False(LibraryNames.IsKnown(name));

    [Fact]
    public void Names_are_read_from_texts_and_not_from_comments()
    {
        var source = CSharpSyntaxTree.ParseText(
            """class A { /* "System.Io.File" */ string[] B = ["System.IO.File", "no name.", "Name", "N.Two`2", "System.Text."]; }""",
            path: "A.cs",
            cancellationToken: TestContext.Current.CancellationToken
        );
        Assert.Equal(
            ["N.Two`2", "System.IO.File", "System.Text."],
            LibraryNames.SaidIn([source]).Select(name => name.Key).Order(StringComparer.Ordinal)
        );
    }
}
