using System.Text.RegularExpressions;

namespace Optimizer.Workflows.Definitions.Documents;

/// <summary>Tells what an unquoted value stands for. yes, no and 08:30 are texts, unlike in YAML 1.1.</summary>
internal static partial class ScalarKinds
{
    public static ScalarKind Of(string plain) => plain switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
        "true" or "True" or "TRUE" => ScalarKind.True,
        "false" or "False" or "FALSE" => ScalarKind.False,
        _ when Number().IsMatch(plain) => ScalarKind.Number,
        _ when OddNumber().IsMatch(plain) => ScalarKind.OddNumber,
        _ => ScalarKind.Text,
    };

    [GeneratedRegex(@"\A[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Number();

    [GeneratedRegex(@"\A([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)|0x[0-9a-fA-F]+|0o[0-7]+)\z")]
    private static partial Regex OddNumber();
}
