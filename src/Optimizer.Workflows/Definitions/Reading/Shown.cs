using System.Globalization;
using Optimizer.Workflows.Definitions.Documents;

namespace Optimizer.Workflows.Definitions.Reading;

/// <summary>Values of a file in the sentences about them: short, and told by what they are.</summary>
internal static class Shown
{
    private const int Longest = 60;

    public static string Value(Node node) => node switch
    {
        Node.Map => "a group of fields",
        Node.List => "a list",
        Node.Scalar { Kind: ScalarKind.Null } => "empty",
        Node.Scalar { Kind: ScalarKind.Text } scalar => Quote(scalar.Text),
        Node.Scalar scalar => Cut(scalar.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "unknown kind of value"),
    };

    public static string Quote(string text) => $"'{Cut(text)}'";

    public static string Cut(string text) => text.Length <= Longest
        ? text
        : (char.IsHighSurrogate(text[Longest - 2]) ? text[..(Longest - 2)] : text[..(Longest - 1)]) + "…";

    public static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Words as a sentence lists them: "a, b or c".</summary>
    public static string Either(IReadOnlyList<string> words) => words.Count < 2
        ? string.Concat(words)
        : $"{string.Join(", ", words.Take(words.Count - 1))} or {words[^1]}";
}
