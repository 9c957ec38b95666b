using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.Findings;

namespace RagAnalyzers.CodeFixes.Retrieval;

/// <summary>RAG5015: the settings offer the kernel's functions, the kernel is passed, or the client runs what the model calls.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnreachedRetrievalToolFix))]
public sealed class UnreachedRetrievalToolFix : RuleCodeFixProvider
{
    private const string Member = "FunctionChoiceBehavior";
    private const string Offered = Member + ".Auto()";
    private const string Space = "Microsoft.SemanticKernel";
    private const string Title = "Offer the kernel's functions";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG5015");

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (
            root is null
            || UnreachedRetrievalToolHandOver.Read(diagnostic) is not { } found
            || CallAt.Find(root, diagnostic.Location) is not InvocationExpressionSyntax call
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        const string Settings = $"new PromptExecutionSettings {{ {Member} = {Offered} }}";
        var fix = found switch
        {
            { Adapter: { } adapter } => Building(document, root, call, adapter),
            { Kernel: { } kernel, Parameter: { } parameter } => Passing(document, root, call, parameter, kernel, $"Pass '{kernel}'"),
            { Choice: { } choice } => Running(document, root, call, choice),
            { Settings: { } settings } => Setting(document, root, call, settings, Member, Offered),
            { Agent: { } agent } => Setting(document, root, call, agent, "Arguments", $"new KernelArguments({Settings})"),
            { Parameter: "executionSettings" } => Passing(document, root, call, "executionSettings", Settings, Title),
            // A prompt that is given as text has no settings of its own, which those in the arguments would replace.
            { Parameter: "arguments" } when IsPrompt(call) => Passing(
                document,
                root,
                call,
                "arguments",
                $"new KernelArguments({Settings})",
                Title
            ),
            _ when IsPrompt(call) && ArgumentsOf(call) is { } arguments => Importing(
                ProposedFix.Replacing(document, root, call, arguments, ObjectInitializers.Constructed(arguments, Settings), Title)
            ),
            _ => null,
        };
        return fix is null ? ImmutableArray<ProposedFix>.Empty : ImmutableArray.Create(fix);
    }

    private static bool IsPrompt(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "InvokePromptAsync" or "InvokePromptStreamingAsync" };

    /// <summary>What makes the arguments of a prompt, without settings; null where it is not in the call.</summary>
    private static BaseObjectCreationExpressionSyntax? ArgumentsOf(InvocationExpressionSyntax call) =>
        call
            .ArgumentList.Arguments.Select(static a => a.Expression)
            .OfType<BaseObjectCreationExpressionSyntax>()
            .FirstOrDefault(static made =>
                made.ArgumentList is null or { Arguments.Count: 0 }
                && made
                    is ImplicitObjectCreationExpressionSyntax
                        or ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "KernelArguments" } }
            );

    /// <summary><c>x.Build()</c> becomes <c>x.UseFunctionInvocation().Build()</c>; a bare client gets a builder.</summary>
    private static ProposedFix? Building(Document document, SyntaxNode root, InvocationExpressionSyntax call, Location at)
    {
        if (
            at.SourceTree != root.SyntaxTree
            || root.FindNode(at.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>()
                is not { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access } adapter
        )
        {
            return null;
        }

        ExpressionSyntax changed =
            name == "Build"
                ? adapter.WithExpression(access.WithExpression(Before(access)))
                : new[] { "AsBuilder", "UseFunctionInvocation", "Build" }
                    .Aggregate((ExpressionSyntax)adapter.WithoutTrailingTrivia(), Calling)
                    .WithTrailingTrivia(adapter.GetTrailingTrivia());
        return adapter == call || adapter.Contains(call)
            ? null
            : ProposedFix.Replacing(document, root, call, adapter, changed, "Run what the model calls");
    }

    /// <summary>What is built of, with one more call, on a line like that of the last one.</summary>
    private static ExpressionSyntax Before(MemberAccessExpressionSyntax build)
    {
        const string Added = "UseFunctionInvocation";
        var (builder, dot) = (build.Expression, build.OperatorToken);
        if (!LineBreaks.StartsLine(dot))
        {
            return Calling(builder.WithoutTrailingTrivia(), Added).WithTrailingTrivia(builder.GetTrailingTrivia());
        }

        var indented = PlainSyntax
            .Token(SyntaxKind.DotToken)
            .WithLeadingTrivia(dot.LeadingTrivia.Where(static t => t.IsKind(SyntaxKind.WhitespaceTrivia)));
        return PlainSyntax
            .Calling(builder, indented, Added)
            .WithTrailingTrivia(builder.GetTrailingTrivia().Where(static t => t.IsKind(SyntaxKind.EndOfLineTrivia)));
    }

    private static ExpressionSyntax Calling(ExpressionSyntax on, string method) =>
        PlainSyntax.Calling(on, PlainSyntax.Token(SyntaxKind.DotToken), method);

    /// <summary>What a choice behaviour offers is run, as is its default.</summary>
    private static ProposedFix? Running(Document document, SyntaxNode root, InvocationExpressionSyntax call, Location at)
    {
        if (at.SourceTree != root.SyntaxTree || root.FindNode(at.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax choice)
        {
            return null;
        }

        ExpressionSyntax? changed = choice switch
        {
            MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: "EnableKernelFunctions" } } access =>
                access.WithName(SyntaxFactory.IdentifierName("AutoInvokeKernelFunctions").WithTriviaFrom(access.Name)),
            InvocationExpressionSyntax { ArgumentList: var list } made
                when list.Arguments.FirstOrDefault(static a => a.NameColon?.Name.Identifier.ValueText == "autoInvoke") is { } argument =>
                made.WithArgumentList(list.WithArguments(list.Arguments.Remove(argument))),
            _ => null,
        };
        return changed is null ? null : ProposedFix.Replacing(document, root, call, choice, changed, "Run what the model calls");
    }

    private static ProposedFix? Setting(
        Document document,
        SyntaxNode root,
        InvocationExpressionSyntax call,
        Location at,
        string member,
        string value
    )
    {
        if (
            at.SourceTree != root.SyntaxTree
            || root.FindNode(at.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>()
                is not { } creation
        )
        {
            return null;
        }

        var layout = Layout.Of(root, document);
        var changed = ObjectInitializers.Set(creation, member, _ => value, layout);
        return Importing(ProposedFix.Replacing(document, root, call, creation, changed, Title));
    }

    private static ProposedFix Passing(
        Document document,
        SyntaxNode root,
        InvocationExpressionSyntax call,
        string parameter,
        string value,
        string title
    )
    {
        var list = call.ArgumentList;
        var old = list.Arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == parameter);
        var argument = SyntaxFactory.Argument(SyntaxFactory.ParseExpression(value)).WithNameColon(PlainSyntax.NameColon(parameter));
        var changed = old is not null
            ? list.ReplaceNode(old, argument.WithTriviaFrom(old))
            : CallArguments.Append(list, argument, Layout.Of(root, document));
        return Importing(ProposedFix.Replacing(document, root, call, list, changed, title));
    }

    /// <summary>What is written in Semantic Kernel's names needs its namespace.</summary>
    private static ProposedFix Importing(ProposedFix fix)
    {
        var root = fix.Changed.TryGetSyntaxRoot(out var changed) ? changed as CompilationUnitSyntax : null;
        return root is null || root.Usings.Any(static u => u.Name?.ToString() == Space)
            ? fix
            : fix with
            {
                Changed = fix.Changed.WithSyntaxRoot(UsingDirectives.Add(root, new[] { Space }, Layout.Of(root, fix.Changed))),
            };
    }
}
