using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Serialization;

namespace RagAnalyzers.CodeFixes.Reading.Parsing;

/// <summary>The members that a parse fills, found by their places in the schema of the answer.</summary>
internal sealed class AnswerMembers
{
    private readonly ITypeSymbol _target;
    private readonly JsonContract _contract;

    private AnswerMembers(ITypeSymbol target, JsonContract contract) => (_target, _contract) = (target, contract);

    /// <summary>Those of a parse of the document; null where it is none into a type, or how it reads cannot be seen.</summary>
    public static AnswerMembers? Of(FormatExpression format, Location parse, CancellationToken cancellationToken) =>
        parse.SourceTree == format.Root.SyntaxTree
        && FormatExpression.Exactly<InvocationExpressionSyntax>(format.Root, parse.SourceSpan) is { } call
        && JsonParse.Read(call, format.Model, cancellationToken) is { } read
        && new SerializerSettingsReader(format.Model, cancellationToken).Read(read).Reading is { } reading
            ? new AnswerMembers(read.Target, JsonContract.For(new JsonSymbols(format.Model.Compilation), reading))
            : null;

    /// <summary>Nothing is known against null at the place: the member there is a reference or nullable, or none is found.</summary>
    /// <param name="path">A path of a schema: <c>$.properties.steps.items</c>.</param>
    public bool TakesNull(string path)
    {
        ITypeSymbol? type = _target;
        var steps = path.Split('.').Skip(1).ToList();
        for (var i = 0; i < steps.Count && type is not null; i++)
        {
            type = steps[i] switch
            {
                "properties" when i + 1 < steps.Count => MemberOf(type, steps[++i]),
                "items" => Collections.ElementOf(type),
                _ => null,
            };
        }

        return type is not { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T };
    }

    private ITypeSymbol? MemberOf(ITypeSymbol type, string name) =>
        type is INamedTypeSymbol named ? _contract.Members(named).FirstOrDefault(member => member.Name == name)?.Type : null;
}
