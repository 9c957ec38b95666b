using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Pipeline.Retrievals.Uses;

/// <summary>Tells what of a hit a member holds.</summary>
internal static class PassageParts
{
    /// <summary>What a name ends with that holds no text of its own.</summary>
    private static readonly ImmutableHashSet<string> Names = ImmutableHashSet.Create(
        "id",
        "ids",
        "key",
        "title",
        "name",
        "source",
        "url",
        "uri",
        "link",
        "path",
        "file",
        "filename",
        "slug"
    );

    /// <summary>What a read of a member yields.</summary>
    /// <param name="of">What the member is read off.</param>
    public static PassagePart Of(Picture picture, IMemberReferenceOperation member, PassagePart of)
    {
        if (HitParts.Of(picture, member.Member) is { } part)
        {
            return part switch
            {
                HitPart.Record => PassagePart.Whole,
                HitPart.Text => PassagePart.Text,
                HitPart.Score => PassagePart.Score,
                HitPart.Source or HitPart.Key => PassagePart.Name,
                _ => PassagePart.Number,
            };
        }

        if (of != PassagePart.Whole)
        {
            return of is PassagePart.Text or PassagePart.Name && IsNumber(member.Type) ? PassagePart.Number : of;
        }

        return member is IPropertyReferenceOperation { Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string name } }] }
                ? OfName(name)
            : picture.Tracer.Knowledge.IsPartOfItsOwner(member.Member) ? of
            : member.Type?.SpecialType == SpecialType.System_String ? OfName(member.Member.Name)
            : IsNumber(member.Type) ? PassagePart.Number
            : of;
    }

    /// <summary>What stands under a name: <c>Title</c>, <c>document["content"]</c>.</summary>
    public static PassagePart OfName(string name) => HoldsNoText(name) ? PassagePart.Name : PassagePart.Text;

    public static bool HoldsNoText(string name) => NameWords.Of(name).LastOrDefault() is { } last && Names.Contains(last);

    private static bool IsNumber(ITypeSymbol? type)
    {
        var value = type.WithoutNull();
        return value
                is {
                        SpecialType: SpecialType.System_Boolean
                            or (>= SpecialType.System_SByte and <= SpecialType.System_Double)
                            or SpecialType.System_DateTime
                    }
                    or { TypeKind: TypeKind.Enum }
            || value?.Name is "DateTimeOffset" or "DateOnly" or "Guid" or "TimeSpan";
    }
}
