using System.Globalization;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Configuration.Options;
using RagAnalyzers.Pipeline;

namespace RagAnalyzers.Rules;

/// <summary>What a rule is given beside what it looks at: the picture, what .editorconfig sets, and where findings go.</summary>
internal readonly struct RuleContext
{
    // Kept as they are: a delegate for each rule and declaration would be most of what is allocated.
    private readonly SemanticModelAnalysisContext _file;
    private readonly SymbolAnalysisContext _symbol;
    private readonly bool _isOfSymbol;

    public RuleContext(Picture picture, SemanticModelAnalysisContext context)
    {
        Picture = picture;
        _file = context;
    }

    public RuleContext(Picture picture, SymbolAnalysisContext context)
    {
        Picture = picture;
        _symbol = context;
        _isOfSymbol = true;
    }

    public Picture Picture { get; }

    public Compilation Compilation => Picture.Compilation;

    public CancellationToken CancellationToken => _isOfSymbol ? _symbol.CancellationToken : _file.CancellationToken;

    /// <summary>What .editorconfig sets for the file that the body is in.</summary>
    public RuleOptions OptionsFor(Body body) => OptionsFor(body.Syntax.SyntaxTree);

    /// <summary>What .editorconfig sets for a file; a declaration in parts has one for each of them.</summary>
    public RuleOptions OptionsFor(SyntaxTree tree) => RuleOptions.Of(_isOfSymbol ? _symbol.Options : _file.Options, tree);

    public void ReportDiagnostic(Diagnostic diagnostic)
    {
        if (IsForeign(diagnostic.Location))
        {
            return;
        }

        var own = diagnostic.AdditionalLocations.Any(IsForeign) ? WithoutForeignTrees(diagnostic) : diagnostic;
        if (_isOfSymbol)
        {
            _symbol.ReportDiagnostic(own);
        }
        else
        {
            _file.ReportDiagnostic(own);
        }
    }

    /// <summary>The place is in the code of a project that an editor hands over as it is: the compiler takes no finding that speaks of it.</summary>
    private bool IsForeign(Location location) => location.SourceTree is { } tree && !Compilation.ContainsSyntaxTree(tree);

    /// <summary>The same finding; what is in other projects is said by file and line, and no fix will change it.</summary>
    private Diagnostic WithoutForeignTrees(Diagnostic diagnostic)
    {
        var descriptor = diagnostic.Descriptor;
        return Diagnostic.Create(
            descriptor.Id,
            descriptor.Category,
            diagnostic.GetMessage(CultureInfo.InvariantCulture),
            diagnostic.Severity,
            diagnostic.DefaultSeverity,
            descriptor.IsEnabledByDefault,
            diagnostic.WarningLevel,
            descriptor.Title,
            descriptor.Description,
            descriptor.HelpLinkUri,
            diagnostic.Location,
            diagnostic.AdditionalLocations.Select(OfFile).ToList(),
            descriptor.CustomTags,
            diagnostic.Properties
        );
    }

    private Location OfFile(Location location) =>
        IsForeign(location) && location.GetLineSpan() is var span ? Location.Create(span.Path, location.SourceSpan, span.Span) : location;
}
