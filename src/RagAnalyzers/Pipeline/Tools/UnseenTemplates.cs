using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Tools;

/// <summary>
/// Whether the compilation renders prompt templates whose text it does not show: out of a file, a setting, an object that others fill. Such a
/// template may run any function of its kernel. What a caller passes is a question, and no template.
/// </summary>
internal static class UnseenTemplates
{
    private const string Config = "PromptTemplateConfig";
    private const string Template = "Template";

    public static bool AnyIn(Picture picture) =>
        picture
            .BodiesMentioningAny(
                new HashSet<string>(picture.Mentions.NamesOf<PromptFunctionFact>().Concat(picture.Mentions.NamesOf<ModelCallFact>()))
                {
                    Config,
                }
            )
            .SelectMany(static b => In(b))
            .Any(t => IsUnseen(picture, t));

    private static IEnumerable<IOperation> In(Body body) =>
        body.CallsWith<PromptFunctionFact>()
            .SelectMany(static c => c.Fact.Prompt.Select(c.Call.ArgumentNamed))
            .Concat(
                body.CallsWith<ModelCallFact>()
                    .Where(static c => c.Fact.Arguments is not null)
                    .SelectMany(static c => c.Fact.Prompt.Select(c.Call.ArgumentNamed))
            )
            .OfType<IOperation>()
            .Where(static o => o.Unwrapped().Type?.SpecialType == SpecialType.System_String)
            .Concat(body.Root.Descendants().Select(static o => OfConfig(o)).OfType<IOperation>());

    /// <summary>The text that a configuration is made with, or gets.</summary>
    private static IOperation? OfConfig(IOperation operation) =>
        operation switch
        {
            IObjectCreationOperation { Type.Name: Config, Arguments: [{ Value: var text }] } => text,
            ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation { Property: { Name: Template, ContainingType.Name: Config } }
            } set => set.Value,
            _ => null,
        };

    private static bool IsUnseen(Picture picture, IOperation template)
    {
        var text = picture.TraceThroughCallers(template, FlowMode.Content);
        return text.IsTruncated
            || text.Origins.Any(static o => MayBeTemplate(o))
            // A member of what a caller passes, and no text around it: `options.Template`.
            || (!text.Origins.IsEmpty && text.Origins.All(static o => o is { Kind: OriginKind.Parameter, Path.IsEmpty: false }));
    }

    private static bool MayBeTemplate(Origin origin) =>
        origin.Kind switch
        {
            OriginKind.Unset or OriginKind.State or OriginKind.StaticMember or OriginKind.Unknown => true,
            OriginKind.Call => !(origin.Symbol?.ContainingType).HasFullName("System.Console"),
            _ => false,
        };
}
