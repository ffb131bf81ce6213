using Optimizer.Workflows.Definitions.Documents;
using Optimizer.Workflows.Definitions.Reading;

namespace Optimizer.Workflows.Definitions.Sections;

/// <summary>Reads a sign of comparison. Without quotes YAML takes &gt; for the beginning of a text block.</summary>
internal static class SignPlace
{
    public const string Form = "\">=\", \"<=\", \">\" or \"<\", in quotes";

    public static string? Sign(this Place place)
    {
        if (place.Node is null or Node.Scalar { Kind: ScalarKind.Text, Text: ">=" or "<=" or ">" or "<" })
        {
            return (place.Node as Node.Scalar)?.Text;
        }

        place.Refuse($"is {Shown.Value(place.Node)}; must be {Form}");
        return null;
    }
}
